"""The leases of hosts, as the engine of a pass needs them: rows of the database."""

from __future__ import annotations

import secrets
from datetime import timedelta

from perenne.runs.holders import gone, holder
from perenne.runs.service import Service
from perenne.store import leases
from perenne.store.database import DatabaseError

LONGEST = timedelta(minutes=2)
"""A visit takes 30 s at most, and a lease is renewed every few seconds while there are any."""


_AT_WORK: set[str] = set()
"""The names of this process's engines that are open."""


class HostLeases:
    """Those of one engine; what a dead process or engine of this machine held is free at once."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._name = f"{holder()}:{secrets.token_hex(4)}"
        _AT_WORK.add(self._name)

    def take(self, host: str) -> bool:
        """Take a host; False where another has it."""
        now = self._service.clock.now()
        with self._service.database.transaction() as session:
            has_it = leases.take(session, host, self._name, now, now + LONGEST)
            if has_it != self._name and _idle(has_it):
                leases.give_back(session, [host], has_it)
                has_it = leases.take(session, host, self._name, now, now + LONGEST)
        return has_it == self._name

    def keep(self, host: str) -> bool:
        """Keep a host; False where another wants it."""
        until = self._service.clock.now() + LONGEST
        with self._service.database.transaction() as session:
            return leases.keep(session, host, self._name, until)

    def give_back(self, hosts: list[str]) -> None:
        """Let others have hosts; a database that is gone has forgotten us anyway."""
        try:
            with self._service.database.transaction() as session:
                leases.give_back(session, hosts, self._name)
        except DatabaseError:
            return

    def close(self, hosts: list[str]) -> None:
        """Let others have what is still held."""
        _AT_WORK.discard(self._name)
        if hosts:
            self.give_back(hosts)


def _idle(name: str) -> bool:
    """Tell whether nobody works under a name any more, as far as this process can know."""
    ours = name.startswith(f"{holder()}:")
    return name not in _AT_WORK if ours else gone(name)
