"""The leases of hosts, as the engine of a pass needs them: rows of the database."""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import datetime, timedelta

from perenne.runs.holders import gone, holder
from perenne.runs.service import Service
from perenne.settings import Settings
from perenne.store import hosts, leases
from perenne.store.database import DatabaseError

_MARGIN = timedelta(minutes=1)

_AT_WORK: set[str] = set()
"""The names of this process's engines that are open."""


def longest(settings: Settings) -> timedelta:
    """Return how long a lease lasts that nobody renews: beyond any visit and its interval."""
    visit = settings.limits.exchange + settings.limits.link
    if settings.copies.folder is not None:
        visit = max(visit, settings.copies.seconds)
    return timedelta(seconds=visit + settings.politeness.interval) + _MARGIN


class HostLeases:
    """Those of one engine; what a dead process or engine of this machine held is free at once."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._longest = longest(service.settings)
        self._name = f"{holder()}:{secrets.token_hex(4)}"
        _AT_WORK.add(self._name)

    def take(self, host: str) -> bool:
        """Take a host; False where another has it."""
        now = self._service.clock.now()
        with self._service.database.transaction() as session:
            has_it = leases.take(session, host, self._name, now, now + self._longest)
            if has_it != self._name and _idle(has_it):
                leases.give_back(session, [host], has_it)
                has_it = leases.take(session, host, self._name, now, now + self._longest)
        return has_it == self._name

    def keep(self, host: str) -> bool:
        """Keep a host; False where another wants it."""
        until = self._service.clock.now() + self._longest
        with self._service.database.transaction() as session:
            return leases.keep(session, host, self._name, until)

    def give_back(self, names: list[str]) -> None:
        """Let others have hosts; a database that is gone has forgotten us anyway."""
        with suppress(DatabaseError), self._service.database.transaction() as session:
            leases.give_back(session, names, self._name)

    def put_off_until(self, host: str) -> datetime | None:
        """Return until when a host wants to be left alone, as any process has learnt."""
        with self._service.database.reading() as session:
            return hosts.put_off_until(session, host, self._service.clock.now())

    def close(self, names: list[str]) -> None:
        """Let others have what is still held."""
        _AT_WORK.discard(self._name)
        if names:
            self.give_back(names)


def _idle(name: str) -> bool:
    """Tell whether nobody works under a name any more, as far as this process can know."""
    ours = name.startswith(f"{holder()}:")
    return name not in _AT_WORK if ours else gone(name)
