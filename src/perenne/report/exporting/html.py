"""The export as one page that holds all it needs: nothing is fetched, nothing is run."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from perenne.report.dates import day
from perenne.report.exporting import words
from perenne.report.html import environment
from perenne.report.lines import Address, shown
from perenne.report.overlays import said
from perenne.texts import _, language, plural
from perenne.texts.plain import one_line
from perenne.texts.reasons import state_name
from perenne.texts.replacements import replacement_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from perenne.report.exporting.items import Exported, Item, ItemLink

ENDINGS = (".html", ".htm")


@dataclass(frozen=True, slots=True)
class LinkPart:
    """One link in words; `tone` only repeats `label`."""

    address: Address
    label: str
    tone: str
    told: str
    offers: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class ReferencePart:
    """One reference in words."""

    title: str
    credit: str
    links: tuple[LinkPart, ...]


def written(exported: Exported) -> bytes:
    """Return the page; every text in it is escaped."""
    template = environment().get_template("export.html")
    sections = [
        (one_line(section), [_reference(item, exported.zone) for item in items])
        for section, items in groupby(exported.items, key=lambda item: item.reference.section)
    ]
    page = template.render(
        language=language(),
        title=one_line(exported.title) or _("Dossier"),
        date=day(exported.at, exported.zone),
        summary=" · ".join(_counts(exported)),
        sections=sections,
    )
    return page.encode()


def _counts(exported: Exported) -> Iterator[str]:
    states = [link.state for item in exported.items for link in item.links]
    yield plural("{n} reference", "{n} references", len(exported.items))
    yield plural("{n} link", "{n} links", len(states))
    for state in words.ORDER:
        if count := states.count(state):
            yield _("{state}: {n}", state=state_name(state), n=count)


def _reference(item: Item, zone: tzinfo) -> ReferencePart:
    of = item.reference
    parts = ("; ".join(of.authors), of.source, of.date, of.pages, ", ".join(of.locations))
    credit = " · ".join(filter(None, map(one_line, parts)))
    title = one_line(of.title) or _("Reference without a title")
    return ReferencePart(title, credit, tuple(_link(link, zone) for link in item.links))


def _link(link: ItemLink, zone: tzinfo) -> LinkPart:
    return LinkPart(
        address=shown(link.citation.url),
        label=words.label(link),
        tone=words.tone(link),
        told=words.told(link, zone),
        offers=tuple(_offers(link, zone)),
    )


def _offers(link: ItemLink, zone: tzinfo) -> Iterator[Address]:
    chosen = (link.accepted and link.accepted.replacement) or ""
    if link.accepted:
        yield shown(chosen, said(link.accepted, zone))
    for each in link.offered:
        if each.url != chosen:
            yield shown(each.url, replacement_name(each))
    if copy := link.capture:
        yield shown(copy.url, _("Archived copy of {day}", day=day(copy.timestamp, zone)))
