"""UNIMARC and MARC 21 in MARCXML, and the XML of PMB."""

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

_ROOT = re.compile(
    rf"{PROLOG}<(?:[\w.-]+:)?(?:collection|record|searchRetrieveResponse|OAI-PMH|unimarc)\b",
    re.DOTALL,
)
_FIELD = re.compile(r"<(?:[\w.-]+:)?datafield\s[^<>]*\btag=|<f\s[^<>]*\bc=")


def matches(file: File) -> bool:
    """Tell a root that records stand in, and the first field."""
    return _ROOT.match(file.head) is not None and _FIELD.search(file.head) is not None


def read(file: File) -> Content:
    """Return one reference for each record."""
    from perenne.dossiers.records import catalogue, marcxml  # noqa: PLC0415 - a parser of its own

    return catalogue.read(marcxml.records(file.data))


def rewrite(file: File, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the records with addresses replaced where elements hold them as their text."""
    from perenne.domain.identifiers import for_fields  # noqa: PLC0415 - rarely asked
    from perenne.dossiers.addresses.markup import in_texts  # noqa: PLC0415 - same
    from perenne.dossiers.editing import edited_xml  # noqa: PLC0415 - same

    return edited_xml(
        file.data, for_fields(changes), lambda text, bearable: in_texts(text, bearable, done)
    )
