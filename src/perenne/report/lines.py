"""One entry of a report in words: the same for the text and the HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.domain import offers
from perenne.domain.links import CAPTURE
from perenne.domain.states import State
from perenne.domain.urls import link_key
from perenne.domain.verdicts import VerdictKind
from perenne.report.dates import day
from perenne.report.doors import edit_page, link_page
from perenne.report.flips import News
from perenne.report.overlays import said, told_again
from perenne.texts import _
from perenne.texts.plain import address, one_line
from perenne.texts.reasons import note, reason, state_name, verdict_name
from perenne.texts.replacements import replacement_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from perenne.domain.links import CitedIn, LinkStatus
    from perenne.report.entries import Entry
    from perenne.settings import Report

_TONES = {
    News.BROKEN: "bad",
    News.STILL_BROKEN: "bad",
    News.RECOVERED: "good",
    News.CORRECTED: "good",
    News.CHOSEN: "good",
    News.TO_CHECK: "unsure",
    News.UNSTABLE: "unsure",
}
_NO_COPY_NEEDED = {News.RECOVERED, News.MOVED, News.CORRECTED}


@dataclass(frozen=True, slots=True)
class Address:
    """A whole URL to show; `href` is "" where it must not be a link. `label` says what it is."""

    url: str
    href: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One reference that cites the link: its title, and its authors and section in one line."""

    title: str
    credit: str


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in words. `tone` is bad, good, unsure or plain, and only repeats `label`."""

    label: str
    tone: str
    sources: tuple[Source, ...]
    link: Address
    reason: str
    dates: str
    offers: tuple[Address, ...]


def line(entry: Entry, zone: tzinfo, conduct: Report) -> Line:
    """Put one entry into words; `conduct` says where its reader can act on it."""
    return Line(
        label=_label(entry),
        tone=_TONES.get(entry.news, "plain"),
        sources=tuple(_source(citation) for citation in entry.citations),
        link=shown(entry.link.url),
        reason=_reason(entry),
        dates=" ".join(_dates(entry, zone)),
        offers=(*_offers(entry, zone), *_doors(entry, conduct)),
    )


def _label(entry: Entry) -> str:
    kind = entry.verdict.kind if entry.verdict else None
    if entry.news is News.UNSTABLE:
        return _("unstable")
    if entry.news is News.CORRECTED:
        return _("corrected")
    if entry.news is News.CHOSEN:
        return _("address chosen")
    if entry.news is News.COURSES and kind is VerdictKind.OK:
        return _("course open again")
    if entry.news is News.RECOVERED and kind is VerdictKind.OK:
        return _("online again")
    return verdict_name(kind) if kind else state_name(entry.link.state)


def _source(citation: CitedIn) -> Source:
    credit = " · ".join(filter(None, ["; ".join(citation.authors), citation.section]))
    title = one_line(citation.title) or _("Reference without a title")
    return Source(title, one_line(credit))


def shown(url: str, label: str = "") -> Address:
    """Return an address to show; only one of the web is a link."""
    whole = address(url)
    return Address(whole, whole if whole.lower().startswith(("http://", "https://")) else "", label)


def _reason(entry: Entry) -> str:
    if entry.verdict is None:
        return _("Our last check could not conclude.")
    return " ".join([reason(entry.verdict), *(note(item) for item in entry.verdict.notes)])


def _dates(entry: Entry, zone: tzinfo) -> Iterator[str]:
    link = entry.link
    if entry.news is News.CORRECTED:
        return
    if entry.dismissal:
        yield f"{said(entry.dismissal, zone)}."
    if entry.lapsed:
        yield told_again(entry.lapsed, zone)
    if link.state in {State.BROKEN, State.UNDECIDED}:
        yield from _bad_dates(link, zone)
    elif entry.news is News.RECOVERED and link.since:
        yield _("Online again since {day}.", day=day(link.since, zone))
    elif entry.at:
        yield _("Noticed on {day}.", day=day(entry.at, zone))


def _bad_dates(link: LinkStatus, zone: tzinfo) -> Iterator[str]:
    if link.since and link.state is State.BROKEN:
        yield _("Broken since {day}.", day=day(link.since, zone))
    elif link.since:
        yield _("No clear answer since {day}.", day=day(link.since, zone))
    if link.last_alive:
        yield _("Last seen online on {day}.", day=day(link.last_alive, zone))
    else:
        yield _("We have never seen it online.")


def _offers(entry: Entry, zone: tzinfo) -> Iterator[Address]:
    chosen = (entry.accepted.replacement or "") if entry.accepted else ""
    if entry.accepted and chosen:
        yield shown(chosen, said(entry.accepted, zone))
    if entry.news is News.CHOSEN:  # nothing is left to be decided
        return
    refused = offers.refused(entry.link, entry.citations)
    moved_to = (entry.verdict.moved_to if entry.verdict else None) or ""
    if moved_to and moved_to != chosen and link_key(moved_to) not in refused:
        yield shown(moved_to, _("New address"))
    offered = offers.replacements(entry.link, entry.citations)
    for replacement in offered:
        if replacement.url not in (chosen, moved_to):
            yield shown(replacement.url, replacement_name(replacement))
    copies = [each for each in entry.link.captures if link_key(each.url) not in refused]
    proposed = any(replacement.kind == CAPTURE for replacement in offered)
    if copies and entry.news not in _NO_COPY_NEEDED and not proposed:
        latest = max(copies, key=lambda capture: capture.timestamp)
        label = _("Archived copy of {day}", day=day(latest.timestamp, zone))
        yield shown(latest.url, label)


def _doors(entry: Entry, conduct: Report) -> Iterator[Address]:
    """Yield the pages on which the reader can act, each once."""
    pages: dict[str, str] = {}
    for citation in entry.citations:
        pages.setdefault(edit_page(conduct.edit_link, citation, entry.link.url), citation.title)
    pages.pop("", None)
    for page, title in pages.items():
        yield shown(page, _edit_label(one_line(title) if len(pages) > 1 else ""))
    if page := link_page(conduct.base_url, entry.link):
        yield shown(page, _("Decide on this link"))


def _edit_label(title: str) -> str:
    return _("Edit the reference “{title}”", title=title) if title else _("Edit the reference")
