"""The export as CSL-JSON (the schema of citationstyles.org)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from perenne.report.exporting import words
from perenne.report.exporting.items import Kind
from perenne.report.exporting.keys import keys
from perenne.report.exporting.names import name
from perenne.texts import _
from perenne.texts.plain import address, one_line

if TYPE_CHECKING:
    from datetime import tzinfo

    from perenne.domain.references import Reference
    from perenne.report.exporting.items import Exported, Item

ENDINGS = (".json",)
_TYPES = {
    Kind.ARTICLE: "article-journal",
    Kind.BOOK: "book",
    Kind.PAGE: "webpage",
    Kind.DOCUMENT: "document",
}


def written(exported: Exported) -> bytes:
    """Return the items."""
    named = zip(keys(exported.items), exported.items, strict=True)
    items = [_item(key, item, exported.zone) for key, item in named]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()


def _item(key: str, item: Item, zone: tzinfo) -> dict[str, Any]:
    reference = item.reference
    source = "container-title" if item.kind in (Kind.ARTICLE, Kind.PAGE) else "publisher"
    said = {
        "title": one_line(reference.title),
        "author": [_author(each) for each in reference.authors],
        source: one_line(reference.source),
        "issued": _date(reference),
        "page": one_line(item.span) if item.kind is not Kind.BOOK else "",
        "number-of-pages": one_line(item.count) if item.kind is Kind.BOOK else "",
        "URL": address(item.links[0].address) if item.links else "",
        "keyword": ", ".join(word.replace(",", " ") for word in words.keywords(item)),
        "note": "\n".join([*_others(item), *words.notes(item, zone)]),
    }
    return {"id": key, "type": _TYPES[item.kind], **{k: v for k, v in said.items() if v}}


def _others(item: Item) -> list[str]:
    """Return the further addresses, for which an item has no place but its note."""
    return [_("See also: {url}", url=address(link.address)) for link in item.links[1:]]


def _author(written: str) -> dict[str, str]:
    said = name(written)
    if said.given:
        return {"family": said.family, "given": said.given}
    return {"literal": said.family}


def _date(reference: Reference) -> dict[str, Any]:
    if reference.date_iso:
        return {"date-parts": [[int(part) for part in reference.date_iso.split("-")]]}
    return {"literal": one_line(reference.date)} if reference.date else {}
