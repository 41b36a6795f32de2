"""What was saved is looked at later: it is verified, bad, lost, or not to be seen yet."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.archive.bodies import BOT_WALL, CONSENT_WALL, SOFT_404, page
from tests.archive.station import Archived

from perenne.archive.policy import Reason
from perenne.demo.wayback import Script, Trouble
from perenne.domain.captures import Verification
from perenne.domain.exchanges import Exchange, Hop
from perenne.pages import read_page

if TYPE_CHECKING:
    from tests.archive.station import Station

PAGE = "https://www.cnfpt.fr/page"
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
DAYS = [timedelta(hours=hours) for hours in (0.1, 0.3, 1, 1.9, 2.1, 3, 23, 25, 48, 71, 73, 100)]
LOOKS = [timedelta(hours=hours) for hours in (0.3, 2.1, 25, 73)]
"""When a worker comes by first after a look is due."""
pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


def save(station: Station, *scripts: Script) -> None:
    """Have the page saved, as those scripts say."""
    station.wayback.script(PAGE, *scripts)
    station.check(PAGE)
    station.work()


def looks(station: Station) -> list[timedelta]:
    """Return how long after the first submission each look at a capture was."""
    asked = station.wayback.asked
    begun = next(each.at for each in asked if each.page)
    since = [each.at - begun for each in asked if "/web/" in each.path]
    return [timedelta(hours=round(each / HOUR, 1)) for each in since]


def test_a_capture_is_verified_a_quarter_of_an_hour_later(station: Station) -> None:
    """Under its exact date, once, and never again."""
    save(station, Script())
    assert station.verification(PAGE) is Verification.PENDING
    station.work_at(*DAYS)
    assert station.known(PAGE) == [Archived(Verification.VERIFIED, "")]
    [memento] = station.wayback.captures
    [look] = [asked for asked in station.wayback.asked if "/web/" in asked.path]
    assert look.path.endswith(f"/web/{memento.timestamp}id_/{PAGE}")


def test_a_capture_that_is_not_indexed_yet_is_looked_for_again(station: Station) -> None:
    """A quarter of an hour, two hours, a day later; what is not there yet is not lost."""
    save(station, Script(index_lag=12 * HOUR))
    station.work_at(*DAYS[:6])
    assert station.known(PAGE) == [Archived(Verification.PENDING, "not_indexed")]
    station.work_at(*DAYS[6:])
    assert station.known(PAGE) == [Archived(Verification.VERIFIED, "")]
    assert looks(station) == LOOKS[:3]


@pytest.mark.parametrize("older", [False, True])
def test_a_success_that_the_archive_does_not_have_is_lost_after_three_days(
    station: Station, older: bool
) -> None:
    """Whether it says so, or shows a capture of another date instead."""
    if older:
        station.wayback.holdings.add(PAGE, station.clock.now() - 900 * DAY)
    save(station, Script(index_lag=9999 * DAY))
    station.work_at(*DAYS)
    assert station.known(PAGE) == [Archived(Verification.LOST, "not_indexed")]
    assert looks(station) == LOOKS


def test_a_lost_capture_is_asked_for_again(station: Station) -> None:
    """The living page was not saved, whatever the archive said; a week after the first time."""
    save(station, Script(index_lag=9999 * DAY), Script())
    station.work_at(*DAYS)
    station.clock.advance(DAY)
    assert station.check(PAGE) == {Reason.ASKED_RECENTLY: 1}
    station.clock.advance(2 * DAY)
    assert station.check(PAGE) == {Reason.AGAIN: 1}
    station.work_often(HOUR, times=3)
    assert [each.verification for each in station.known(PAGE)] == [
        Verification.LOST,
        Verification.VERIFIED,
    ]


@pytest.mark.parametrize(
    ("script", "code"),
    [
        (Script(archived_status=404, tells_status=False), "not_found"),
        (Script(archived_status=429, tells_status=False), "blocked"),
        (Script(archived_status=503, tells_status=False), "server_error"),
        (Script(archived=SOFT_404), "soft_404"),
        (Script(archived=CONSENT_WALL), "doubtful"),
        (Script(archived=BOT_WALL), "blocked"),
        (Script(original_url="https://www.cnfpt.fr/"), "soft_404"),
        (Script(playback=Trouble.BLOCKED), "excluded"),
    ],
)
def test_a_capture_of_something_else_is_bad(station: Station, script: Script, code: str) -> None:
    """An error, « not found » with 200, walls, the home page; or what its owner had taken out."""
    save(station, script)
    station.work_at(*DAYS)
    assert station.known(PAGE) == [Archived(Verification.BAD, code)]


def test_a_bad_capture_is_asked_for_again_more_and_more_slowly(station: Station) -> None:
    """After one week, two, four, eight: the archive meets a wall that we do not meet."""
    station.wayback.script(PAGE, Script(archived=BOT_WALL))
    for _ in range(17):
        station.check(PAGE)
        station.work_often(DAY, times=2)
        station.clock.advance(5 * DAY)
    sent = [asked.at for asked in station.wayback.asked if asked.page == PAGE]
    assert [(at - sent[0]).days for at in sent] == [0, 7, 21, 49, 105]


def test_the_page_as_it_was_when_it_was_asked_for_is_the_page(station: Station) -> None:
    """The same main text: whatever a rule may think of it without being able to ask."""
    station.wayback.script(PAGE, Script(archived=SOFT_404))
    seen = Exchange((Hop(PAGE, 200, {"content-type": "text/html"}),), body=SOFT_404)
    station.check(PAGE, fingerprint=read_page(seen).fingerprint)
    station.work()
    station.work_often(HOUR, times=2)
    assert station.known(PAGE) == [Archived(Verification.VERIFIED, "")]


@pytest.mark.parametrize(("wanted", "verification"), [(False, "bad"), (True, "verified")])
def test_a_wall_for_subscribers_is_no_copy_unless_it_is_wanted(
    station: Station, wanted: bool, verification: str
) -> None:
    """Its capture shows the wall."""
    station.configure(include_restricted=wanted)
    wall = page("Une réforme", "Cet article est réservé aux abonnés. Il vous reste 80 % à lire.")
    save(station, Script(archived=wall))
    station.work_often(HOUR, times=2)
    assert station.verification(PAGE).value == verification


@pytest.mark.parametrize(
    "trouble", [Trouble.DOWN, Trouble.THROTTLED, Trouble.CLOSED, Trouble.MALFORMED]
)
def test_an_archive_that_does_not_show_anything_for_two_days_loses_nothing(
    station: Station, trouble: Trouble
) -> None:
    """It is asked less and less often, and the capture is verified when it is back."""
    save(station, Script(playback=trouble))
    station.work_often(HOUR, times=48)
    assert station.verification(PAGE) is Verification.PENDING
    assert len(looks(station)) <= 3 * 16, "each look is three tries at most"
    station.wayback.script(PAGE, Script())
    station.work_often(HOUR, times=30)
    assert station.verification(PAGE) is Verification.VERIFIED


def test_the_wait_that_the_archive_asks_for_is_kept_for_all_captures(station: Station) -> None:
    """One refusal is enough."""
    pages = [f"{PAGE}/{n}" for n in range(3)]
    station.check(*pages)
    station.work()
    for each in pages:
        station.wayback.script(each, Script(playback=Trouble.THROTTLED, retry_after=7200), Script())
    station.clock.advance(15 * MINUTE)
    station.work()
    assert len(looks(station)) == 1
    station.clock.advance(100 * MINUTE)
    station.work()
    assert len(looks(station)) == 1
    station.work_often(HOUR, times=16)
    assert {station.verification(each) for each in pages} == {Verification.VERIFIED}


def test_captures_are_verified_though_nothing_may_be_sent_any_more(station: Station) -> None:
    """Looking needs no keys."""
    save(station, Script())
    station.configure(access_key="", secret_key="")
    station.work_often(HOUR, times=2)
    assert station.verification(PAGE) is Verification.VERIFIED


def test_two_workers_look_at_each_capture_once(station: Station) -> None:
    """By the archive's own log."""
    pages = [f"{PAGE}/{n}" for n in range(8)]
    station.check(*pages)
    station.work()
    station.clock.advance(15 * MINUTE)

    async def both() -> None:
        await asyncio.gather(station.working(), station.working())

    asyncio.run(both())
    paths = [asked.path for asked in station.wayback.asked if "/web/" in asked.path]
    assert len(set(paths)) == len(paths) == len(pages)
    assert {station.verification(each) for each in pages} == {Verification.VERIFIED}
