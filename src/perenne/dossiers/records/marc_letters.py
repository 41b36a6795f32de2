"""In which letters a record of MARC is written: what it declares is often wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.dossiers.records import iso5426

if TYPE_CHECKING:
    from collections.abc import Callable

_BEFORE_5426 = re.compile(rb"[\xc1-\xc3\xc8\xd0][AEIOUYCaeiouyc]")
"""Grave, acute, circumflex, diaeresis, cedilla before a letter that French writes with it."""
_BEFORE_MARC8 = re.compile(rb"[\xe1-\xe3\xe8\xf0][AEIOUYCaeiouyc]")
_WINDOWS = re.compile(rb"[\xe0\xe7\xe9\xea]")
"""à ç é ê, the commonest in a text of Windows; no accents that French has, in the other two."""
_CONTROL = re.compile("[\x80-\x9f]")
"""Around what does not count in sorting (U+0088 and 0089, or 0098 and 009C)."""


def decoder(record: bytes, *, unimarc: bool) -> Callable[[bytes], str]:
    """Return what decodes the values of a record, by the bytes that are in it."""
    try:
        record.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return _unicode
    windows = len(_WINDOWS.findall(record))
    if unimarc and len(_BEFORE_5426.findall(record)) > windows:
        return iso5426.decode
    return _marc8 if len(_BEFORE_MARC8.findall(record)) > windows else _windows


def _unicode(value: bytes) -> str:
    return _CONTROL.sub("", value.decode("utf-8"))


def _windows(value: bytes) -> str:
    return value.replace(b"\x88", b"").replace(b"\x89", b"").decode("cp1252", "replace")


def _marc8(value: bytes) -> str:
    from pymarc.marc8 import marc8_to_unicode  # noqa: PLC0415 - its tables are large

    return _CONTROL.sub("", str(marc8_to_unicode(value, hide_utf8_warnings=True)))
