"""The parts a pass works with, handed around together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from perenne.clock import Clock
from perenne.domain.cases import Site
from perenne.domain.states import Confirmation, night_of
from perenne.settings import Settings
from perenne.store.database import Database


@dataclass(frozen=True)
class Outside:
    """What looking at links needs: settings, clock, and what is known of sites."""

    settings: Settings
    clock: Clock
    site_of: Callable[[str], Site]


@dataclass(frozen=True)
class Service(Outside):
    """The same, with the database that remembers."""

    database: Database

    def night(self, instant: datetime | None = None) -> date:
        """Return the night of `instant`, now by default."""
        return night_of(instant or self.clock.now(), self.settings.schedule.zone)

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
