"""Which addresses people chose for a link, and which they would not have: pure.

What a centre says holds for it alone, and goes there before what was said for all. One word
holds of an address at a time: accepting it ends its rejection, and the other way round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.domain.people import Overlay, OverlayKind
from perenne.domain.urls import link_key

if TYPE_CHECKING:
    from collections.abc import Iterable

_CHOICES = {OverlayKind.REPLACEMENT_ACCEPTED, OverlayKind.REPLACEMENT_REJECTED}


def accepted(said: Iterable[Overlay]) -> Overlay | None:
    """Return the choice that holds: the latest; a centre's own goes before one for all."""
    words = _words(said)
    refused = rejected(words)
    chosen = (
        each
        for each in words
        if each.kind is OverlayKind.REPLACEMENT_ACCEPTED and key_of(each) not in refused
    )
    return max(chosen, key=_weight, default=None)


def accepted_in(said: Iterable[Overlay], centre: str) -> Overlay | None:
    """Return the choice that holds in a centre: its own, or one for all."""
    return accepted(each for each in said if each.centre in (None, centre or None))


def rejected(said: Iterable[Overlay]) -> dict[str, Overlay]:
    """Return by key of the address (`domain.urls.link_key`) who will not have it."""
    last: dict[str, Overlay] = {}
    for each in sorted(_words(said), key=_weight):
        last[key_of(each)] = each
    refusals = OverlayKind.REPLACEMENT_REJECTED
    return {key: each for key, each in last.items() if each.kind is refusals}


def ended_by_accepting(said: Iterable[Overlay], url: str, centre: str | None) -> tuple[int, ...]:
    """Return the ids of what holds no more once an address is chosen: for a centre, or for all."""
    key = link_key(url)
    return tuple(
        each.id
        for each in _words(said)
        if each.centre == centre
        and (each.kind is OverlayKind.REPLACEMENT_ACCEPTED or key_of(each) == key)
    )


def ended_by_rejecting(said: Iterable[Overlay], url: str, centre: str | None) -> tuple[int, ...]:
    """Return the ids of what holds no more once an address is turned down."""
    key = link_key(url)
    return tuple(each.id for each in _words(said) if each.centre == centre and key_of(each) == key)


def key_of(said: Overlay) -> str:
    """Return the key of the address that was accepted or rejected."""
    return link_key(said.replacement or "")


def _words(said: Iterable[Overlay]) -> list[Overlay]:
    return [each for each in said if each.kind in _CHOICES]


def _weight(said: Overlay) -> tuple[bool, int]:
    return said.centre is not None, said.id
