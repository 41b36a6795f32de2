"""XML that no other format knows: refused, for the names in it would be taken for links."""

from __future__ import annotations

import re

from perenne.dossiers.content import Content
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.file import File

ISOLATED = False

_START = re.compile(r"\s*(?:<\?xml\s|<[\w:.-]+(?:\s[^<>]*)?\sxmlns(?::\w+)?=)")
_PAGE = re.compile(r"<!doctype\s+html|<html\b", re.IGNORECASE)


def matches(file: File) -> bool:
    """Tell XML by its declaration or by a namespace, unless it is a page."""
    return _START.match(file.head) is not None and not _PAGE.search(file.head)


def read(file: File) -> Content:  # noqa: ARG001 - whatever it holds
    """Raise `UnreadableError`."""
    raise UnreadableError("file_other_xml")
