"""BibTeX and BibLaTeX, as reference managers export them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.dossiers.content import Content
from perenne.dossiers.editing import edited
from perenne.dossiers.file import File

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

ISOLATED = True  # the parser's time grows with the square of what is badly closed

_START = re.compile(
    r"(?:\s*%[^\n\r]*[\n\r])*\s*@(?:"
    r"(?:comment|preamble)\s*[{(]"
    r"|string\s*[{(]\s*[\w-]+\s*="
    r"|[a-z]{3,20}\s*[{(]\s*[^\s,{}()=]*\s*,\s*[\w-]+\s*="
    r")",
    re.IGNORECASE,
)


def matches(file: File) -> bool:
    """Tell a file that begins with an entry, perhaps after lines of remarks (%)."""
    return _START.match(file.head) is not None


def read(file: File) -> Content:
    """Return one reference for each entry."""
    from perenne.dossiers.records import bibtex  # noqa: PLC0415 - a parser of its own

    return bibtex.read(file.text)


def rewrite(file: File, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the entries with addresses replaced, in LaTeX's escapes where the old ones were."""
    from perenne.dossiers.records.bibtex_rewriting import rewritten  # noqa: PLC0415 - rarely asked

    return edited(file, changes, lambda text, bearable: rewritten(text, bearable, done))
