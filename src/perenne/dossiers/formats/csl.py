"""CSL-JSON, as Zotero exports it; other JSON is told as such."""

from __future__ import annotations

import re

from perenne.dossiers.content import Content
from perenne.dossiers.file import File

ISOLATED = False

_START = re.compile(r"\s*(?:\[\s*(?:\{\s*[\"}]|\]\s*$)|\{\s*(?:\"[^\"\n]{1,100}\"\s*:|\}\s*$))")


def matches(file: File) -> bool:
    """Tell the beginning of a list of objects, or of an object, as JSON writes them."""
    return _START.match(file.head) is not None


def read(file: File) -> Content:
    """Return one reference for each item."""
    from perenne.dossiers.records import csl  # noqa: PLC0415 - asked only for its own files

    return csl.read(file.text)
