"""What is said of a link beside its reference, in words and in keywords."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from perenne.domain.references import OUR_NOTE
from perenne.domain.states import State
from perenne.report.dates import day
from perenne.texts import N_, _
from perenne.texts.plain import address, one_line
from perenne.texts.reasons import reason, state_name, verdict_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from perenne.report.exporting.items import Item, ItemLink

_KEYWORDS: Final = MappingProxyType(
    {
        State.NEW: N_("link not yet known"),
        State.ALIVE: N_("link online"),
        State.UNDECIDED: N_("link to check by hand"),
        State.SUSPECT: N_("link being watched"),
        State.BROKEN: N_("broken link"),
    }
)
_TONES = {State.BROKEN: "bad", State.ALIVE: "good", State.UNDECIDED: "unsure"}


ORDER = (State.BROKEN, State.SUSPECT, State.UNDECIDED, State.ALIVE, State.NEW)
"""In which states are counted: what needs a hand first."""


def tone(link: ItemLink) -> str:
    """Return how a label is set: bad, good, unsure or plain; it only repeats what it says."""
    return _TONES.get(link.state, "plain")


def label(link: ItemLink) -> str:
    """Return the few words that say how a link is: its verdict where that explains its state."""
    verdict = link.status.verdict if link.status else None
    if verdict and verdict.family.value == link.state.value:
        return verdict_name(verdict.kind)
    return state_name(link.state)


def why(link: ItemLink) -> str:
    """Return why, in one sentence; "" before the first check."""
    return reason(link.status.verdict) if link.status and link.status.verdict else ""


def since(link: ItemLink, zone: tzinfo) -> str:
    """Return since when, in a sentence; "" where that is not known."""
    if not link.status or not link.status.since:
        return ""
    return _("Since {day}.", day=day(link.status.since, zone))


def answered(link: ItemLink) -> str:
    """Return the status that the site answered with, in a sentence; "" where it gave none."""
    status = link.status.http_status if link.status else None
    return _("HTTP status: {status}.", status=status) if status else ""


def told(link: ItemLink, zone: tzinfo) -> str:
    """Return why a link is as it is, its status and since when, in sentences."""
    return " ".join(filter(None, (why(link), answered(link), since(link, zone))))


def keywords(item: Item) -> list[str]:
    """Return what to find a reference by: the states of its links, and its section."""
    states = {link.state: _(_KEYWORDS[link.state]) for link in item.links}
    said = [*states.values(), item.reference.section]
    return [one_line(word) for word in said if word]


def notes(item: Item, zone: tzinfo) -> list[str]:
    """Return a line on each link, which our own readers know not to cite."""
    return [f"{OUR_NOTE} {' '.join(_sentences(link, zone))}" for link in item.links]


def _sentences(link: ItemLink, zone: tzinfo) -> Iterator[str]:
    yield _("{address}: {state}.", address=address(link.citation.url), state=label(link))
    if explained := told(link, zone):
        yield explained
    if link.accepted:
        yield _("Replacement accepted: {url}", url=address(link.address))
    else:
        for each in link.offered:
            yield _("Replacement proposed: {url}", url=address(each.url))
    if copy := link.capture:
        of_day = day(copy.timestamp, zone)
        yield _("Archived copy of {day}: {url}", day=of_day, url=address(copy.url))
