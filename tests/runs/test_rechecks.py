"""Suspects are looked at again within hours, on a simulated web."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from perenne.clock import SetClock
from perenne.demo.answers import Answer
from perenne.demo.answers import Site as Served
from perenne.demo.web import SimulatedWeb, simulated_web
from perenne.domain.references import Citation, Dossier, Place, PlaceKind, Reference
from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.sites import Site
from perenne.domain.states import State
from perenne.runs.night import Pass, night
from perenne.runs.orders import Following
from perenne.runs.rechecks import LEFT_TO_THE_NIGHT, MARGIN, ended_by_the_night, recheck
from perenne.runs.registering import register
from perenne.runs.service import Service
from perenne.settings import Limits, Network, Politeness, Report, Schedule, Settings
from perenne.store import links, outbox, runs
from perenne.store.database import Database

NIGHT = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)
WELL = Answer(body=b"<title>La page</title><h1>La page</h1><p>" + b"Une page vivante. " * 60)
GONE = Answer(410, body=b"<title>Partie</title><p>Cette page est partie pour de bon.")
FLICKERING, DEAD, LIVING = (f"http://{name}.exemple.fr/page" for name in ("a", "b", "c"))
HOSTS = ("a.exemple.fr", "b.exemple.fr", "c.exemple.fr")


@dataclass
class Story:
    """A service on a web of three pages, whose answers the test decides."""

    service: Service
    clock: SetClock
    web: SimulatedWeb
    answers: dict[str, Answer] = field(default_factory=dict)

    def night(self) -> None:
        """Play the night that is due."""
        done = asyncio.run(night(self.service, self.clock.now(), Following(archive=False)))
        assert done.status is RunStatus.COMPLETED

    def recheck(self, after: timedelta) -> Pass | None:
        """Let hours go by, and a worker look again at suspects."""
        self.clock.instant = NIGHT + after
        return asyncio.run(recheck(self.service, asyncio.Event()))

    def asked(self) -> list[str]:
        """Return the hosts that were asked, in their order, and forget them."""
        hosts = [seen.host for seen in self.web.log]
        self.web.log.clear()
        return hosts

    def states(self) -> list[State]:
        """Return what is believed of the three pages."""
        with self.service.database.reading() as session:
            ids = [links.find(session, url) for url in (FLICKERING, DEAD, LIVING)]
            return [each.state for each in links.statuses(session, [i for i in ids if i])]

    def set(self, **values: object) -> None:
        """Change a key of the schedule."""
        settings = self.service.settings
        schedule = settings.schedule.model_copy(update=values)
        self.service = replace(
            self.service, settings=settings.model_copy(update={"schedule": schedule})
        )


def dossier() -> Dossier:
    """Return a dossier that cites the three pages."""
    place = Place(PlaceKind.LINE, 1)
    references = (
        Reference("La page", place, citations=(Citation(url, url, place),))
        for url in (FLICKERING, DEAD, LIVING)
    )
    return Dossier("Eau", tuple(references))


@pytest.fixture
def story(database: Database, database_url: str, tmp_path: Path) -> Iterator[Story]:
    """Play a first night in which two of three pages fail."""
    answers = dict(zip(HOSTS, (GONE, GONE, WELL), strict=True))
    sites = [Served(host, lambda visit: answers[visit.host]) for host in HOSTS]
    with simulated_web(tmp_path, sites) as web:
        settings = Settings(
            database_url=database_url,
            politeness=Politeness(interval=0),
            limits=Limits(second_opinion_after=0.01),
            network=Network(resolve=web.resolve, ca_file=web.ca_file),
            report=Report(recipients=("anne@centre.example",), pace="nightly"),
            schedule=Schedule(recheck_hours=4),
        )
        clock = SetClock(NIGHT)
        service = Service(settings, clock, lambda _host: Site(), database)
        register(service, dossier(), file_name="eau.md")
        told = Story(service, clock, web, answers)
        told.night()
        told.asked()
        yield told


def test_a_suspect_that_is_well_again_is_so_at_once(story: Story) -> None:
    """Its site was out of order for an hour; what lives is not asked again."""
    assert story.states() == [State.SUSPECT, State.SUSPECT, State.ALIVE]
    story.answers["a.exemple.fr"] = WELL
    done = story.recheck(4 * HOUR)
    assert done is not None
    assert done.status is RunStatus.COMPLETED
    assert set(story.asked()) == {"a.exemple.fr", "b.exemple.fr"}
    assert story.states() == [State.ALIVE, State.SUSPECT, State.ALIVE]
    with story.service.database.reading() as session:
        latest = runs.latest(session)
    assert latest is not None
    assert (latest.kind, latest.counts) == (RunKind.RECHECK, {"ok": 1, "gone": 1})


def test_it_waits_for_its_hours_and_then_waits_anew(story: Story) -> None:
    """Four by the settings: nobody is asked every ten minutes."""
    assert story.recheck(3 * HOUR) is None
    assert story.recheck(4 * HOUR) is not None
    assert story.recheck(7 * HOUR) is None
    assert story.recheck(8 * HOUR) is not None
    assert story.states() == [State.SUSPECT, State.SUSPECT, State.ALIVE]


def test_it_writes_to_nobody(story: Story) -> None:
    """Even where it confirms what the night told nobody: the next night writes."""
    for hours in (4, 8, 12, 16, 20):
        assert story.recheck(hours * HOUR) is not None
    assert story.states() == [State.BROKEN, State.BROKEN, State.ALIVE]
    with story.service.database.reading() as session:
        assert outbox.all_messages(session) == []
    story.clock.instant = NIGHT + 24 * HOUR
    story.night()
    with story.service.database.reading() as session:
        [mail] = outbox.all_messages(session)
    assert mail.subject.startswith("2 liens cassés")


def test_two_workers_look_once(story: Story) -> None:
    """Whoever comes second in the hour finds it taken; after it, nothing is left to look at."""
    assert story.recheck(4 * HOUR) is not None
    story.asked()
    story.set(recheck_hours=0.01)
    again = story.recheck(4 * HOUR + timedelta(minutes=30))
    assert again is not None
    assert again.run_id is None
    assert story.asked() == []


def test_it_may_be_left_out(story: Story) -> None:
    """By the settings."""
    story.set(recheck_hours=0)
    assert story.recheck(8 * HOUR) is None


@pytest.mark.parametrize(
    "when",
    [24 * HOUR - LEFT_TO_THE_NIGHT, 24 * HOUR - timedelta(minutes=1), 5 * HOUR - 5 * MARGIN / 6],
    ids=["an hour before the night", "a minute before", "as the hour of another worker begins"],
)
def test_there_are_times_at_which_none_begins(story: Story, when: timedelta) -> None:
    """The night looks at everything; and who has the next hour must see what we took."""
    # The night is at five past the hour: the hours of the workers begin five minutes before.
    shift = timedelta(0) if when > 20 * HOUR else timedelta(minutes=-5)
    assert story.recheck(when + shift) is None
    assert story.recheck(8 * HOUR) is not None


def test_what_a_night_under_way_will_look_at_is_left_to_it(story: Story) -> None:
    """It goes on all day, at the pace of a slow site."""
    story.clock.instant = NIGHT + 24 * HOUR
    with story.service.database.transaction() as session:
        now = story.clock.now()
        run_id = runs.claim(
            session,
            RunKind.NIGHTLY,
            scheduled_for=now,
            night=story.service.night(now),
            holder="elsewhere:1:ab",
            at=now + 8 * HOUR,
        )
        assert run_id is not None
        runs.enqueue_cited(session, run_id)
    assert story.recheck(32 * HOUR) is None
    assert story.asked() == []


def test_it_ends_when_it_is_asked_to(story: Story) -> None:
    """What it did not come to waits for the night."""
    story.clock.instant = NIGHT + 4 * HOUR

    async def stopped() -> Pass | None:
        stop = asyncio.Event()
        stop.set()
        return await recheck(story.service, stop)

    done = asyncio.run(stopped())
    assert done is not None
    assert done.status is RunStatus.INTERRUPTED
    assert story.states() == [State.SUSPECT, State.SUSPECT, State.ALIVE]
    story.clock.instant = NIGHT + 24 * HOUR
    story.night()
    assert story.states() == [State.BROKEN, State.BROKEN, State.ALIVE]


def test_the_next_night_ends_it(story: Story) -> None:
    """A thousand suspects of one slow site: the night takes over what is left."""
    dawn = NIGHT + 24 * HOUR - timedelta(milliseconds=5)

    async def waited() -> bool:
        async with ended_by_the_night(story.service, dawn, asyncio.Event()) as ended:
            return await asyncio.wait_for(ended.wait(), 10)

    assert asyncio.run(waited())
