"""What a pass is to do, and who follows it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from perenne.domain.links import Link, Result
from perenne.domain.runs import RunKind


def no_titles(_key: str) -> tuple[str, ...]:
    """Know of no titles but those of registered dossiers."""
    return ()


@dataclass(frozen=True)
class Order:
    """Which links to look at, why, and for when it was planned.

    `link_ids` is None for all that active dossiers cite. `scheduled_for` is None on demand: such a
    run belongs to whoever asked for it. `titles` adds the titles of references that are in no
    registered dossier, by key of the link.
    """

    kind: RunKind
    link_ids: Sequence[int] | None = None
    scheduled_for: datetime | None = None
    titles: Callable[[str], tuple[str, ...]] = no_titles


def _nobody(_seen: Link | Result) -> None:
    """Watch nothing."""


@dataclass(frozen=True)
class Following:
    """Who follows a pass: `seen` is shown each result, `stop` ends the pass early.

    `begin` is told how many links there are, `taken` each link that is taken up; `archive` says
    whether live pages are queued for the archive.
    """

    begin: Callable[[int], None] = lambda _count: None
    taken: Callable[[Link], None] = _nobody
    seen: Callable[[Result], None] = _nobody
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    archive: bool = True
    put_off: Mapping[str, datetime] = field(default_factory=dict)
    """The hosts that asked, in an earlier run, not to be visited before an instant."""
