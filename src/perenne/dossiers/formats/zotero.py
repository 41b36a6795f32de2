"""Zotero RDF."""

from __future__ import annotations

import re

from perenne.dossiers.content import Content
from perenne.dossiers.file import File
from perenne.dossiers.markup import PROLOG

ISOLATED = True

_START = re.compile(rf"{PROLOG}<(?:\w+:)?RDF\b", re.DOTALL)


def matches(file: File) -> bool:
    """Tell RDF in which Zotero's own words are declared."""
    return _START.match(file.head) is not None and "www.zotero.org/namespaces/" in file.head


def read(file: File) -> Content:
    """Return one reference for each item."""
    from perenne.dossiers.records import zotero  # noqa: PLC0415 - a parser of its own

    return zotero.read(file.data)
