"""What is proposed for a citation, one by one, and what was decided of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.domain import offers
from perenne.domain.choices import key_of, rejected
from perenne.domain.decisions import Standing
from perenne.domain.links import BY_HAND, CitedIn, LinkStatus, Replacement
from perenne.domain.urls import link_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perenne.domain.people import Overlay


@dataclass(frozen=True, slots=True)
class Proposal:
    """One address proposed for one citation of a link; `said` is who decided of it, and when.

    `number` counts from 1 what was ever found for the link, in its order.
    """

    link: LinkStatus
    citation: CitedIn
    number: int
    replacement: Replacement
    standing: Standing
    said: Overlay | None = None


def proposals(link: LinkStatus, citation: CitedIn) -> Iterator[Proposal]:
    """Yield what waits for a decision where a link is cited, and what was decided.

    Nothing waits where an address was chosen, or where the link needs none.
    """
    chosen, refused = citation.accepted, rejected(citation.said)
    waits = chosen is None and offers.is_wanted(link)
    words = {**refused, **({key_of(chosen): chosen} if chosen else {})}
    for number, found in enumerate(_all(link, words), 1):
        said = words.get(link_key(found.url))
        if said:
            standing = Standing.ACCEPTED if said is chosen else Standing.REJECTED
            yield Proposal(link, citation, number, found, standing, said)
        elif waits and offers.is_fresh(link, found):
            yield Proposal(link, citation, number, found, Standing.PROPOSED)


def _all(link: LinkStatus, words: dict[str, Overlay]) -> Iterator[Replacement]:
    """Yield what was found, then what people gave themselves."""
    found = offers.recorded(link)
    yield from found
    known = {link_key(each.url) for each in found}
    for key, said in words.items():
        if key not in known:
            yield Replacement(said.replacement or "", BY_HAND, "", 1.0)
