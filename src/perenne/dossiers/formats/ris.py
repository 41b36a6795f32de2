"""RIS, as reference managers and portals export it."""

from __future__ import annotations

import re

from perenne.dossiers.content import Content
from perenne.dossiers.file import File

ISOLATED = False

_PREAMBLE = r"(?:[A-Z][\w -]{1,20}: .*\s*){0,6}"
"""Some portals say first who they are: ``Provider: …``, ``Content: text/plain``."""
_START = re.compile(rf"\s*{_PREAMBLE}TY {{1,3}}- ?[A-Z0-9]{{2,7}}\s*\n\s*[A-Z][A-Z0-9] {{1,3}}-")


def matches(file: File) -> bool:
    """Tell a file that begins with a record: its type, then another tag."""
    return _START.match(file.head.replace("\r\n", "\n").replace("\r", "\n")) is not None


def read(file: File) -> Content:
    """Return one reference for each record."""
    from perenne.dossiers.records import ris  # noqa: PLC0415 - a parser of its own

    return ris.read(file.text)
