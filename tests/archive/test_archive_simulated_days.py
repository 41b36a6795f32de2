"""Five hundred pages, an archive that fails in every way, and in the end each is saved once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.archive.bad_days import NEVER, bad_days
from tests.archive.exchanges import gaps
from tests.archive.together import together

from perenne.archive.cdx import LOOK_UPS_PER_MINUTE
from perenne.archive.outcomes import PAUSE
from perenne.archive.playback import PER_MINUTE
from perenne.domain.captures import Verification

if TYPE_CHECKING:
    from tests.archive.station import Station

    from perenne.archive.pace import Sleep
    from perenne.demo.wayback import Asked
    from perenne.demo.wayback.holdings import Memento

PAGES = [f"https://www.site{n % 40}.example/page/{n}" for n in range(500)]
PER_DAY = 150
DAY, HOUR, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)
MOST_DAYS = 70
BREAKDOWN = {401, 429, 502, 520}
UNHEARD = {401, 429}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("backend", ["sqlite"]),
    pytest.mark.filterwarnings("ignore:datetime.datetime.utc:DeprecationWarning"),
]


class Days:
    """Days that go by: each night all pages are checked; every three hours workers begin."""

    def __init__(self, station: Station, workers: int) -> None:
        self.station = station
        self.random = Random(20261122)  # any would do; the same makes a failure come again
        self.scripts = {page: bad_days(self.random) for page in PAGES}
        self._workers = workers
        station.configure(captures_per_day=PER_DAY)
        now = station.clock.now()
        for page, scripts in self.scripts.items():
            station.wayback.script(page, *scripts)
            if any(script.index_lag == NEVER for script in scripts):
                station.wayback.holdings.add(page, now - 900 * DAY)

    def go_by(self) -> int:
        """Let days go by until all pages are saved and seen; return how many."""
        for day in range(1, MOST_DAYS):
            self.station.check(*PAGES, fingerprint="f1")
            for hour in range(0, 24, 3):
                self._work(killed=hour in (0, 6) and day < 20)
                self.station.clock.advance(3 * HOUR)
            if all(self.verified(page) for page in PAGES):
                return day
        return MOST_DAYS

    def verified(self, page: str) -> int:
        """Return how many captures of a page were seen to show it."""
        known = self.station.known(page)
        return sum(each.verification is Verification.VERIFIED for each in known)

    def _work(self, *, killed: bool) -> None:
        works = [self._worker] * self._workers
        if killed:
            works[0] = self._killed_while_it_sends
        asyncio.run(self._together(works))

    async def _together(self, works: list[Callable[[Sleep], object]]) -> None:
        await together(self.station.clock, *works)  # type: ignore[arg-type]

    async def _worker(self, sleep: Sleep) -> None:
        await self.station.working(sleep)

    async def _killed_while_it_sends(self, sleep: Sleep) -> None:
        """End without a word while the archive answers a request for a capture."""
        loop, wayback = asyncio.get_running_loop(), self.station.wayback
        task = asyncio.ensure_future(self.station.working(sleep))
        left = self.random.randrange(1, 10)

        def watch(asked: Asked) -> None:
            nonlocal left
            left -= bool(asked.page)
            if left == 0:
                loop.call_soon_threadsafe(task.cancel)
                left = -1

        wayback.watch = watch
        await asyncio.gather(task, return_exceptions=True)
        wayback.watch = lambda _asked: None


@pytest.fixture(params=[1, 2])
def days(station: Station, request: pytest.FixtureRequest) -> Days:
    """Give days with one worker, or with two."""
    return Days(station, request.param)


def shows_it(memento: Memento) -> bool:
    """Tell whether a capture shows the page, to whoever looks."""
    return memento.status == 200 and b"<title>Copie</title>" in memento.body


def test_each_live_page_is_captured_and_verified_exactly_once(days: Days) -> None:
    """Nothing lost, nothing asked twice, nothing hammered; by the archive's own log."""
    begun = days.station.clock.now()
    took = days.go_by()
    assert took < MOST_DAYS
    once(days, begun)
    log = days.station.wayback.asked
    paced(log)
    heard_once_a_day(days, log)
    left_alone_after_a_breakdown(log)


def once(days: Days, begun: datetime) -> None:
    """Hold the end to the promise: one good capture of each page, and one that was seen to be."""
    assert Counter(map(days.verified, PAGES)) == {1: len(PAGES)}
    now = days.station.clock.now()
    good = Counter(
        memento.url
        for memento in days.station.wayback.captures
        if begun <= memento.at and memento.visible_from <= now and shows_it(memento)
    )
    assert good == dict.fromkeys(PAGES, 1)


def paced(log: list[Asked]) -> None:
    """Hold every kind of request to its pace, and the captures to the day's budget."""
    sent = [asked.at for asked in log if asked.page]
    assert min(gaps(sent)) >= 10 * SECOND
    assert max(Counter(at.date() for at in sent).values()) <= PER_DAY
    assert len(sent) > len(PAGES)
    looked = [asked.at for asked in log if "/web/2" in asked.path]
    assert busiest_minute(looked) <= 3 * PER_MINUTE  # each look is three tries at most
    searched = [asked.at for asked in log if "/cdx/" in asked.path]
    assert len(searched) > 10
    assert busiest_minute(searched) <= LOOK_UPS_PER_MINUTE


def busiest_minute(times: list[datetime]) -> int:
    """Return the most that happened within a minute."""
    return max(sum(t <= u < t + timedelta(minutes=1) for u in times) for t in times)


def heard_once_a_day(days: Days, log: list[Asked]) -> None:
    """Hold each page to one request a day that the archive has dealt with."""
    for page, scripts in days.scripts.items():
        if any(script.error == "user-session-limit" for script in scripts):
            continue  # it says that it has not begun
        heard = [asked.at for asked in log if asked.page == page and asked.status not in UNHEARD]
        assert min(gaps(heard), default=DAY) >= DAY, page


def left_alone_after_a_breakdown(log: list[Asked]) -> None:
    """Hold all workers to a quarter of an hour's rest after each refusal or breakdown."""
    saving = [asked for asked in log if "/save" in asked.path]
    broken = [(n, asked) for n, asked in enumerate(saving) if asked.status in BREAKDOWN]
    assert len(broken) > 50
    for n, asked in broken:
        # What was on the wire at the same time is no offence.
        later = next((each.at for each in saving[n + 1 :] if each.at > asked.at), None)
        assert later is None or later - asked.at >= PAUSE
