"""Sites that are down as a whole: one line of a report instead of one for each of their links."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from perenne.domain.urls import host_of
from perenne.domain.verdicts import VerdictKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perenne.report.entries import Entry

SEVERAL = 3
"""Links of a site; fewer are told one by one, each with a copy or a replacement."""

_WHOLE_SITE = {
    VerdictKind.DNS,
    VerdictKind.REFUSED,
    VerdictKind.TLS,
    VerdictKind.TIMEOUT,
    VerdictKind.SERVER_ERROR,
    VerdictKind.PARKED,
}
"""What befalls a site rather than a page."""


def by_site(entries: Iterable[Entry]) -> list[tuple[Entry, ...]]:
    """Return the entries in their order; those of a site that is down together, at the first."""
    groups: dict[tuple[str, VerdictKind] | int, list[Entry]] = defaultdict(list)
    for number, entry in enumerate(entries):
        groups[_site(entry) or number].append(entry)
    told: list[tuple[Entry, ...]] = []
    for group in groups.values():
        together = len(group) >= SEVERAL
        told += [tuple(group)] if together else [(entry,) for entry in group]
    return told


def _site(entry: Entry) -> tuple[str, VerdictKind] | None:
    kind = entry.verdict.kind if entry.verdict else None
    host = host_of(entry.link.url)
    return (host, kind) if kind in _WHOLE_SITE and host else None
