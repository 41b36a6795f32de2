"""What is offered in the place of a link: what was found, without what people turned down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.domain.choices import rejected
from perenne.domain.links import CAPTURE, REDIRECT, Replacement
from perenne.domain.states import State
from perenne.domain.urls import host_of, link_key
from perenne.domain.verdicts import VerdictKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perenne.domain.links import CitedIn, LinkStatus

SURE = 0.95
"""The confidence in where a site itself sends its readers."""
_IN_NEED = {State.BROKEN, State.UNDECIDED}


def refused(link: LinkStatus, citations: Iterable[CitedIn] | None = None) -> set[str]:
    """Return the keys of addresses that are turned down wherever `citations` stand.

    Without `citations`, wherever the link is cited.
    """
    found = set(rejected(link.said))
    registered = [c for c in (link.citations if citations is None else citations) if c.slug]
    if registered:
        found = set.intersection(*(set(rejected(each.said)) for each in registered))
    return found


def replacements(
    link: LinkStatus, citations: Iterable[CitedIn] | None = None
) -> tuple[Replacement, ...]:
    """Return the replacements that are offered there, in their order."""
    turned_down = refused(link, citations)
    return tuple(each for each in link.replacements if link_key(each.url) not in turned_down)


def new_address(link: LinkStatus, citations: Iterable[CitedIn] | None = None) -> str:
    """Return where the site sends its readers for good; "" for nowhere, or if it is turned down."""
    moved_to = (link.verdict.moved_to if link.verdict else None) or ""
    return "" if moved_to and link_key(moved_to) in refused(link, citations) else moved_to


def recorded(link: LinkStatus) -> tuple[Replacement, ...]:
    """Return all that was found, turned down or not: first where the site sends its readers."""
    moved_to = link.verdict.moved_to if link.verdict else None
    known = link.replacements
    if not moved_to or any(link_key(each.url) == link_key(moved_to) for each in known):
        return known
    found = Replacement(moved_to, REDIRECT, host_of(moved_to), SURE, link.last_checked)
    return (found, *known)


def is_wanted(link: LinkStatus) -> bool:
    """Tell whether a link needs a replacement: one bad night is no reason."""
    moved = link.verdict is not None and link.verdict.kind is VerdictKind.MOVED
    return link.state in _IN_NEED or (link.state is State.ALIVE and moved)


def is_fresh(link: LinkStatus, replacement: Replacement) -> bool:
    """Tell whether a replacement was looked at since the link began to fail."""
    if replacement.kind == CAPTURE or replacement.found_at is None:  # a copy does not die with it
        return True
    return link.state is State.ALIVE or not link.since or replacement.found_at >= link.since
