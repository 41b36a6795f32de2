"""Zotero RDF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.dossiers.content import Content
from perenne.dossiers.file import File
from perenne.dossiers.markup import PROLOG

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

ISOLATED = True

_START = re.compile(rf"{PROLOG}<(?:\w+:)?RDF\b", re.DOTALL)


def matches(file: File) -> bool:
    """Tell RDF in which Zotero's own words are declared."""
    return _START.match(file.head) is not None and "www.zotero.org/namespaces/" in file.head


def read(file: File) -> Content:
    """Return one reference for each item."""
    from perenne.dossiers.records import zotero  # noqa: PLC0415 - a parser of its own

    return zotero.read(file.data)


def rewrite(file: File, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the export with addresses replaced where elements hold them as their text."""
    from perenne.domain.identifiers import for_fields  # noqa: PLC0415 - rarely asked
    from perenne.dossiers.addresses.markup import in_texts  # noqa: PLC0415 - same
    from perenne.dossiers.editing import edited_xml  # noqa: PLC0415 - same

    return edited_xml(
        file.data, for_fields(changes), lambda text, bearable: in_texts(text, bearable, done)
    )
