"""What an archive shows under a date, told apart from what it says itself."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from tests.archive.bodies import page
from tests.archive.desk import Sleeper
from tests.archive.exchanges import Canned, gaps
from tests.archive.fake_archive import FakeArchive

from perenne.archive.answers import Unavailable
from perenne.archive.mementos import capture_of
from perenne.archive.pace import Pace
from perenne.archive.playback import (
    MOST_REDIRECTS,
    PER_MINUTE,
    NotShown,
    Playback,
    Shown,
    View,
    Withheld,
)
from perenne.clock import SetClock
from perenne.demo.wayback import Script, SimulatedWayback, Trouble
from perenne.demo.wayback.arquivo import SimulatedArquivo
from perenne.domain.exchanges import Exchange
from perenne.domain.links import Capture
from perenne.net.body import Bounds
from perenne.net.service import ServiceClient
from perenne.settings import Settings
from perenne.store.database import Database

PAGE = "https://www.cnfpt.fr/page"
AT = datetime(2024, 6, 1, 12, tzinfo=UTC)
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
BOUNDS = Bounds(wire=64 * 1024, decoded=256 * 1024)
BODY = page("Un laboratoire pour la ville")
pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


class Looking:
    """Looks at captures."""

    def __init__(self, database: Database, clock: SetClock, sleep: Sleeper) -> None:
        self._pace = Pace(database, "archive/web", PER_MINUTE, clock, sleep)

    def __call__(self, *captures: Capture) -> list[View]:
        """Look at captures, one after the other."""

        async def go() -> list[View]:
            async with ServiceClient(Settings(), retry_wait=0) as client:
                playback = Playback(client, self._pace, BOUNDS)
                return [await playback.show(capture) for capture in captures]

        return asyncio.run(go())


@pytest.fixture
def look(database: Database, clock: SetClock, sleep: Sleeper) -> Looking:
    """Look at captures at the archive's pace."""
    return Looking(database, clock, sleep)


def at(archive: SimulatedWayback, instant: datetime = AT, url: str = PAGE) -> Capture:
    """Return the capture that the archive may have of a page at an instant."""
    return capture_of(archive.url, instant, url)


def shown(view: View) -> Exchange:
    """Return the exchange that was shown."""
    assert isinstance(view, Shown)
    return view.exchange


def test_a_capture_is_shown_as_it_came(look: Looking, wayback: SimulatedWayback) -> None:
    """Under the site's address, with the site's own headers, without the archive's banner."""
    wayback.holdings.add(PAGE, AT, body=BODY, headers={"Server": "nginx", "X-Robots-Tag": "none"})
    [view] = look(at(wayback))
    exchange = shown(view)
    assert (exchange.final_url, exchange.status, exchange.body) == (PAGE, 200, BODY)
    assert exchange.header("server") == "nginx"
    assert exchange.header("x-robots-tag") == "none"
    assert exchange.header("content-type").startswith("text/html")
    assert exchange.header("link") == ""


@pytest.mark.parametrize("status", [403, 404, 429, 503])
def test_an_archived_error_is_the_sites_and_no_refusal_of_us(
    look: Looking, wayback: SimulatedWayback, status: int
) -> None:
    """It has a Memento-Datetime."""
    wayback.holdings.add(PAGE, AT, status=status, headers={"Retry-After": "6"})
    exchange = shown(look(at(wayback))[0])
    assert (exchange.status, exchange.header("retry-after")) == (status, "6")


@pytest.mark.parametrize(
    ("trouble", "view"),
    [
        (Trouble.THROTTLED, Unavailable("rate_limited", retry_after=90.0)),
        (Trouble.DOWN, Unavailable("http_503", retry_after=90.0)),
        (Trouble.CLOSED, Unavailable("closed")),
        (Trouble.MALFORMED, NotShown()),
        (Trouble.FORGOTTEN, NotShown()),
        (Trouble.BLOCKED, Withheld()),
    ],
)
def test_what_the_archive_says_itself_is_not_the_page(
    look: Looking, wayback: SimulatedWayback, trouble: Trouble, view: View
) -> None:
    """Whatever its status, 200 included."""
    wayback.holdings.add(PAGE, AT)
    wayback.script(PAGE, Script(playback=trouble, retry_after=90))
    assert look(at(wayback)) == [view]


def test_a_capture_of_another_date_is_not_ours(look: Looking, wayback: SimulatedWayback) -> None:
    """The archive sends us to the nearest it has; that is remembered."""
    wayback.holdings.add(PAGE, AT - 900 * DAY)
    wayback.holdings.add(PAGE, AT + SECOND)
    assert look(at(wayback)) == [NotShown(at(wayback, AT + SECOND).url)]


def test_an_archived_redirect_is_followed(look: Looking, wayback: SimulatedWayback) -> None:
    """Its end was saved a second later; every hop is told as the site's own."""
    end = "https://www.cnfpt.fr/nouvelle-page"
    wayback.holdings.add(PAGE, AT, status=301, location=end)
    wayback.holdings.add(end, AT + SECOND, body=BODY)
    exchange = shown(look(at(wayback))[0])
    assert [(hop.url, hop.status, hop.permanent) for hop in exchange.hops] == [
        (PAGE, 301, True),
        (end, 200, False),
    ]
    assert exchange.body == BODY


def test_an_archived_redirect_to_what_was_saved_on_another_day_is_not_followed(
    look: Looking, wayback: SimulatedWayback
) -> None:
    """It would show another time."""
    end = "https://www.cnfpt.fr/nouvelle-page"
    wayback.holdings.add(PAGE, AT, status=302, location=end)
    wayback.holdings.add(end, AT + DAY, body=BODY)
    assert look(at(wayback)) == [NotShown(at(wayback, AT + DAY, end).url)]


def test_archived_redirects_that_never_end_are_left(
    look: Looking, wayback: SimulatedWayback
) -> None:
    """After five."""
    wayback.holdings.add(PAGE, AT, status=302, location=PAGE)
    assert look(at(wayback)) == [NotShown()]
    assert len(wayback.asked) == MOST_REDIRECTS + 1


def test_a_location_that_the_archive_left_as_it_came_is_followed_within_the_archive(
    look: Looking, archive: FakeArchive
) -> None:
    """As pywb does in the raw form: never on the live web."""
    dated = {"Memento-Datetime": "Sat, 01 Jun 2024 12:00:00 GMT"}
    stamp = f"{AT:%Y%m%d%H%M%S}id_"
    archive.pages = {
        f"/web/{stamp}/{PAGE}": Canned(301, headers={**dated, "Location": "/ailleurs"}),
        f"/web/{stamp}/https://www.cnfpt.fr/ailleurs": Canned(body="<p>là</p>", headers=dated),
    }
    [view] = look(capture_of(archive.base, AT, PAGE))
    assert shown(view).final_url == "https://www.cnfpt.fr/ailleurs"


def test_a_redirect_that_was_archived_leads_nowhere_but_into_the_archive(
    look: Looking, archive: FakeArchive, wayback: SimulatedWayback
) -> None:
    """Whoever made the page may have named any address, as that of a capture too."""
    dated = {"Memento-Datetime": "Sat, 01 Jun 2024 12:00:00 GMT"}
    trap = f"{wayback.url}/web/20240601120000/{PAGE}"
    archive.pages = {
        f"/web/20240601120000id_/{PAGE}": Canned(302, headers={**dated, "Location": trap})
    }
    look(capture_of(archive.base, AT, PAGE))
    assert not wayback.asked
    assert archive.log[-1].path == f"/web/20240601120000id_/{trap}"


def test_another_capture_shown_in_the_place_of_ours_is_not_ours(
    look: Looking, archive: FakeArchive
) -> None:
    """Its date says so, though the archive does not redirect."""
    other = {"Memento-Datetime": "Sat, 01 Jun 2019 12:00:00 GMT"}
    archive.pages = {f"/web/20240601120000id_/{PAGE}": Canned(body="<p>2019</p>", headers=other)}
    assert look(capture_of(archive.base, AT, PAGE)) == [NotShown()]


def test_another_spelling_of_the_same_capture_is_followed(
    look: Looking, archive: FakeArchive
) -> None:
    """The archive folds schemes: that is its own redirect, to the very same date."""
    plain = PAGE.replace("https", "http")
    dated = {"Memento-Datetime": "Sat, 01 Jun 2024 12:00:00 GMT"}
    archive.pages = {
        f"/web/20240601120000id_/{plain}": Canned(
            302, headers={"Location": f"/web/20240601120000id_/{PAGE}"}
        ),
        f"/web/20240601120000id_/{PAGE}": Canned(body="<p>là</p>", headers=dated),
    }
    exchange = shown(look(capture_of(archive.base, AT, plain))[0])
    assert [(hop.url, hop.status) for hop in exchange.hops] == [(plain, 302), (PAGE, 200)]


def test_an_archived_redirect_to_nowhere_is_told_as_it_is(
    look: Looking, archive: FakeArchive
) -> None:
    """Its address cannot be used."""
    headers = {"Memento-Datetime": "Sat, 01 Jun 2024 12:00:00 GMT", "Location": "http://[/"}
    archive.pages = {f"/web/20240601120000id_/{PAGE}": Canned(302, headers=headers)}
    exchange = shown(look(capture_of(archive.base, AT, PAGE))[0])
    assert [(hop.url, hop.status) for hop in exchange.hops] == [(PAGE, 302)]


def test_only_the_first_bytes_of_a_large_capture_are_read(
    look: Looking, wayback: SimulatedWayback
) -> None:
    """As of a live page."""
    wayback.holdings.add(PAGE, AT, body=b"%PDF-1.7 " + b"x" * 300_000)
    exchange = shown(look(at(wayback))[0])
    assert exchange.truncated
    assert len(exchange.body) == BOUNDS.wire


def test_another_archive_is_looked_at_in_the_same_way(
    look: Looking, arquivo: SimulatedArquivo
) -> None:
    """Wherever its captures are."""
    arquivo.holdings.add(PAGE, AT, body=BODY)
    here = Capture(f"{arquivo.url}/wayback/{AT:%Y%m%d%H%M%S}/{PAGE}", AT)
    other = Capture(f"{arquivo.url}/wayback/20200101000000/{PAGE}", AT)
    first, second = look(here, other)
    assert shown(first).body == BODY
    assert second == NotShown(here.url)


def test_an_address_that_is_no_captures_is_not_asked_for(look: Looking) -> None:
    """It cannot show the page."""
    assert look(Capture("https://archive.example/page", AT)) == [NotShown()]


def test_looks_keep_their_pace(look: Looking, wayback: SimulatedWayback) -> None:
    """One a second, by the archive's own log."""
    look(*[at(wayback, AT + n * DAY) for n in range(20)])
    assert min(gaps([asked.at for asked in wayback.asked])) >= SECOND


def test_a_capture_that_breaks_off_is_not_the_archives_trouble(
    look: Looking, archive: FakeArchive
) -> None:
    """Its own encoding is broken: other captures are looked at all the same."""
    headers = {"Memento-Datetime": "Sat, 01 Jun 2024 12:00:00 GMT", "Content-Encoding": "gzip"}
    archive.pages = {f"/web/20240601120000id_/{PAGE}": Canned(body="<p>là</p>", headers=headers)}
    assert look(capture_of(archive.base, AT, PAGE)) == [NotShown()]


@pytest.mark.parametrize("location", ["http://[/", "%00", "//", "http://a b/", "?", "/web/x"])
@pytest.mark.parametrize("dated", [True, False])
def test_no_location_is_too_odd(
    look: Looking, archive: FakeArchive, location: str, dated: bool
) -> None:
    """Nothing that was archived stops a worker."""
    headers = {"Memento-Datetime": "Sat, 01 Jun 2024 12:00:00 GMT"} if dated else {}
    headers["Location"] = location
    archive.pages = {f"/web/20240601120000id_/{PAGE}": Canned(302, headers=headers)}
    [view] = look(capture_of(archive.base, AT, PAGE))
    assert isinstance(view, Shown | NotShown)
