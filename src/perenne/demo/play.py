"""Plays the main job on the simulated web: nights go by until the first deaths are confirmed.

The clock is set by hand; everything else is the very code of ``perenne add`` and
``perenne run``. Nothing leaves this machine, and nothing of the user's is touched.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from perenne import settings
from perenne.clock import SetClock
from perenne.demo.mailbox import Received
from perenne.demo.world import World, simulated_world
from perenne.domain.links import LinkStatus
from perenne.dossiers import read
from perenne.log import start_log
from perenne.runs.captures import find_lost, work_queue
from perenne.runs.night import night
from perenne.runs.orders import Following
from perenne.runs.outbox import deliver
from perenne.runs.registering import register
from perenne.runs.service import Service
from perenne.sites import load_sites
from perenne.store import links
from perenne.store.database import open_database
from perenne.texts import _

SAMPLE = Path(__file__).parent / "sample.md"
READER = "documentation@centre.example"
NIGHTS = 4
"""Two nights confirm the first deaths; in the third a course is withdrawn, which the fourth
confirms while a dead page recovers, so that there is news for a second mail."""

SAVED_BY_OTHERS = (
    (
        "https://www.modernisation.gouv.fr/etudes-et-referentiels/etudes/"
        "les-laboratoires-dinnovation-publique-bilan-et-referentiel-devaluation"
    ),
    "https://www.urbanisme.fr/de-l-audace-pour-nos-territoires-design-innovation/sommaire-67",
    "http://www.lettreducadre.fr/15225/la-transfo-saison-2/",
    "https://www.fun-mooc.fr/courses/course-v1:USPC+37013+session02/about",
)
"""Pages that died before the service knew them, and that the archive has from 2019."""

FIRST_NIGHT = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)


@dataclass(frozen=True)
class PlayedMail:
    """A mail as it arrived: its words, and where its HTML lies."""

    text: str
    html: Path


@dataclass(frozen=True)
class Played:
    """What the demo shows: the links at the end, the mails, and where all of it lies."""

    links: list[LinkStatus]
    mails: list[PlayedMail]
    captures: int
    database: Path
    config: Path
    zone: tzinfo


def play(directory: Path, nights: int = NIGHTS) -> Played:
    """Register the sample dossier and let `nights` go by, in `directory`."""
    clock = SetClock(FIRST_NIGHT - timedelta(hours=12))
    with simulated_world(directory, clock=clock, recipients=[READER]) as world:
        for number, url in enumerate(SAVED_BY_OTHERS):
            world.wayback.holdings.add(url, datetime(2019, 7, 1 + number, 12, tzinfo=UTC))
        with _service(world, clock) as service:
            register(service, read(SAMPLE), file_name=SAMPLE.name)
            for number in range(1, nights + 1):
                world.web.night = number
                clock.instant = FIRST_NIGHT + timedelta(days=number - 1)
                asyncio.run(_one_night(service, clock))
            with service.database.reading() as session:
                told = links.statuses(session, links.cited(session))
        mails = [_keep(directory, n, each) for n, each in enumerate(world.mailbox.messages, 1)]
        captures = sum(len(link.captures) for link in told)
        zone = service.settings.schedule.zone
        return Played(told, mails, captures, directory / "perenne.sqlite", world.config, zone)


async def _one_night(service: Service, clock: SetClock) -> None:
    async def sleep(seconds: float) -> None:
        clock.advance(timedelta(seconds=seconds))

    await night(service, service.clock.now(), Following())
    await work_queue(service, sleep)
    await find_lost(service, sleep)
    await asyncio.to_thread(deliver, service)


@contextmanager
def _service(world: World, clock: SetClock) -> Iterator[Service]:
    loaded = settings.from_file(world.config)
    start_log(loaded, verbose=False)
    database = open_database(loaded.database_url)
    try:
        yield Service(loaded, clock, load_sites().site_of, database)
    finally:
        database.close()


def _keep(directory: Path, number: int, mail: Received) -> PlayedMail:
    """Keep the HTML of a mail as a file that a browser opens."""
    text = mail.message.get_body(("plain",))
    page = mail.message.get_body(("html",))
    assert text is not None
    assert page is not None
    file = directory / f"courriel-{number}.html"
    file.write_text(page.get_content(), encoding="utf-8")
    head = _("Subject: {subject}", subject=mail.message["Subject"]) + "\n\n"
    return PlayedMail(head + text.get_content(), file)
