"""The parts a pass works with, handed around together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from perenne.clock import Clock
from perenne.domain.sites import Site
from perenne.domain.states import Confirmation, night_of
from perenne.settings import Settings
from perenne.store import dossiers
from perenne.store.database import Database


@dataclass(frozen=True)
class Outside:
    """What looking at links needs: settings, clock, and what is known of sites."""

    settings: Settings
    clock: Clock
    site_of: Callable[[str], Site]

    def night(self, instant: datetime) -> date:
        """Return the night of `instant`."""
        return night_of(instant, self.settings.schedule.zone)


@dataclass(frozen=True)
class Service(Outside):
    """The same, with the database that remembers."""

    database: Database

    @property
    def confirmation(self) -> Confirmation:
        """Return how much it takes to change belief."""
        states = self.settings.states
        return Confirmation(
            states.definite_nights,
            states.other_nights,
            states.undecided_nights,
            timedelta(hours=states.span_hours),
        )

    def slugs(self) -> list[str]:
        """Return the slugs of all registered dossiers."""
        with self.database.reading() as session:
            return [record.slug for record in dossiers.records(session)]

    def count_broken(self) -> int:
        """Return how many links of registered dossiers are believed broken, and not dismissed."""
        with self.database.reading() as session:
            figures = dossiers.summaries(session, self.clock.now())
            return sum(summary.broken for summary in figures)
