"""Nights that go by: the service, a world that changes, and the mails that come of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any

from perenne import settings
from perenne.clock import SetClock
from perenne.demo.world import World
from perenne.domain.references import Dossier
from perenne.domain.runs import RunStatus
from perenne.runs.captures import find_lost, work_queue
from perenne.runs.night import night
from perenne.runs.orders import Following
from perenne.runs.outbox import deliver
from perenne.runs.registering import register
from perenne.runs.service import Service
from perenne.settings import Settings
from perenne.sites import load_sites
from perenne.store.database import open_database

FIRST = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)
Sections = dict[str, list[str]]


@dataclass(frozen=True)
class Mail:
    """A mail as it arrived: to whom, under which subject, and the URLs under each heading."""

    to: str
    subject: str
    sections: Sections


class Nights:
    """The service of one database, each night with the settings that the test gives it."""

    def __init__(self, world: World, database_url: str) -> None:
        loaded = settings.from_file(world.config)
        self._settings = loaded.model_copy(update={"database_url": database_url})
        self.world = world
        self.clock = SetClock(FIRST - timedelta(hours=12))
        self._read = 0

    def add(self, dossier: Dossier) -> None:
        """Register a dossier."""
        with self._service(self._settings) as service:
            register(service, dossier, file_name="d.md")

    def play(self, number: int, **changes: Mapping[str, Any]) -> tuple[RunStatus, list[Mail]]:
        """Play a night; `changes` are keys of the settings' sections for this night alone.

        Return how its run ended, and the mails that arrived.
        """
        self.world.web.night = number
        self.clock.instant = FIRST + timedelta(days=number - 1)
        return self._play(changes)

    def play_again(self, **changes: Mapping[str, Any]) -> tuple[RunStatus, list[Mail]]:
        """Play the same night once more, half an hour later."""
        self.clock.advance(timedelta(minutes=30))
        return self._play(changes)

    def _play(self, changes: Mapping[str, Mapping[str, Any]]) -> tuple[RunStatus, list[Mail]]:
        sections = {
            name: getattr(self._settings, name).model_copy(update=dict(keys))
            for name, keys in changes.items()
        }
        with self._service(self._settings.model_copy(update=sections)) as service:
            return asyncio.run(self._one(service)), self._arrived()

    async def _one(self, service: Service) -> RunStatus:
        async def sleep(seconds: float) -> None:
            self.clock.advance(timedelta(seconds=seconds))

        done = await night(service, service.clock.now(), Following())
        await work_queue(service, sleep)
        await find_lost(service, sleep)
        await asyncio.to_thread(deliver, service)
        return done.status

    def _arrived(self) -> list[Mail]:
        new = self.world.mailbox.messages[self._read :]
        self._read += len(new)
        return [
            Mail(each.recipients[0], str(each.message["Subject"]), sections_of(each.message))
            for each in new
        ]

    @contextmanager
    def _service(self, chosen: Settings) -> Iterator[Service]:
        with open_database(chosen.database_url) as database:
            yield Service(chosen, self.clock, load_sites().site_of, database)


def sections_of(message: EmailMessage) -> Sections:
    """Return the URLs that stand on lines of their own under each heading, from the text."""
    body = message.get_body(("plain",))
    assert body is not None
    lines = str(body.get_content()).splitlines()
    found: Sections = {}
    heading = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if following.strip("-") == "" and len(following) == len(line) > 0:
            found[heading := line] = []
        elif line.strip().startswith("http") and heading:
            found[heading].append(line.strip())
    return found
