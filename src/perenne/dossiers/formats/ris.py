"""RIS, as reference managers and portals export it."""

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

_PREAMBLE = r"(?:[A-Z][\w -]{1,20}: .*\n\s*){0,6}"
"""Some portals say first who they are: ``Provider: …``, ``Content: text/plain``."""
_START = re.compile(rf"\s*{_PREAMBLE}TY {{1,3}}- ?[A-Z0-9]{{2,7}}\s*\n\s*[A-Z][A-Z0-9] {{1,3}}-")


def matches(file: File) -> bool:
    """Tell a file that begins with a record: its type, then another tag."""
    return _START.match(file.head.replace("\r\n", "\n").replace("\r", "\n")) is not None


def read(file: File) -> Content:
    """Return one reference for each record."""
    from perenne.dossiers.records import ris  # noqa: PLC0415 - a parser of its own

    return ris.read(file.text)


def rewrite(file: File, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the records with addresses replaced; an address in the place of a DOI becomes `UR`."""
    from perenne.dossiers.records.ris_rewriting import rewritten  # noqa: PLC0415 - rarely asked for

    return edited(file, changes, lambda text, bearable: rewritten(text, bearable, done))
