"""What would be saved if the night were now: told, and not done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from perenne.archive.policy import Decision
from perenne.archive.wishes import decisions_on, unseen
from perenne.domain.links import Link
from perenne.runs.service import Service
from perenne.store import links, observations


@dataclass(frozen=True)
class Planned:
    """One link, and what the policy says of it."""

    link: Link
    decision: Decision


def plan(service: Service, slugs: Sequence[str] | None = None) -> list[Planned]:
    """Decide on every cited link, or on those of some dossiers, by its last check.

    They come in the order of the dossiers. Nothing is written, and nothing is asked for.
    """
    now = service.clock.now()
    with service.database.reading() as session:
        cited = list(links.links(session, links.cited(session, slugs)))
        seen = observations.latest(session, cited)
        decisions = decisions_on(session, seen, service.settings, now)
    return [Planned(link, decisions.get(link.id or 0) or unseen(link, now)) for link in cited]
