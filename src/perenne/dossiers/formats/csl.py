"""CSL-JSON, as Zotero exports it; other JSON is told as such."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.dossiers.content import Content
from perenne.dossiers.editing import edited
from perenne.dossiers.file import File

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

ISOLATED = False

_START = re.compile(r"\s*(?:\[\s*(?:\{\s*[\"}]|\]\s*$)|\{\s*(?:\"[^\"\n]{1,100}\"\s*:|\}\s*$))")


def matches(file: File) -> bool:
    """Tell the beginning of a list of objects, or of an object, as JSON writes them."""
    return _START.match(file.head) is not None


def read(file: File) -> Content:
    """Return one reference for each item."""
    from perenne.dossiers.records import csl  # noqa: PLC0415 - asked only for its own files

    return csl.read(file.text)


def rewrite(file: File, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the items with addresses replaced."""
    from perenne.dossiers.records.csl_rewriting import rewritten  # noqa: PLC0415 - rarely asked for

    return edited(file, changes, lambda text, bearable: rewritten(text, bearable, done))
