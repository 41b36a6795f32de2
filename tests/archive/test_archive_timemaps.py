"""The list of captures that a Memento archive gives."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.archive.desk import Sleeper
from tests.archive.exchanges import Canned, gaps
from tests.archive.fake_archive import FakeArchive

from perenne.archive.cdx import REST_AFTER_REFUSAL, Found, LookUp, LookUpFailed, NoneFound
from perenne.archive.pace import Pace
from perenne.archive.timemaps import PER_MINUTE, TimeMaps, read_timemap
from perenne.clock import SetClock
from perenne.demo.wayback import Script, Trouble
from perenne.demo.wayback.arquivo import SimulatedArquivo
from perenne.net.service import ServiceClient
from perenne.settings import Settings
from perenne.store.database import Database

PAGE = "https://www.cnfpt.fr/page?id=1;2"
DATES = [datetime(year, 6, 1, 12, tzinfo=UTC) for year in (2014, 2019)]

# The shape of RFC 7089, §5, as arquivo.pt writes it.
TIMEMAP = """\
<http://a.fr/>; rel="original",
<https://x/timemap/link/http://a.fr/>; rel="self"; type="application/link-format"; \
from="Sun, 01 Jun 2014 12:00:00 GMT",
<https://x/wayback/http://a.fr/>; rel="timegate",
<https://x/wayback/20140601120000mp_/http://a.fr/>; rel="first memento"; \
datetime="Sun, 01 Jun 2014 12:00:00 GMT",
<https://x/wayback/20190601120000/http://www.a.fr:80/b,c;d?e="f">; \
datetime="Sat, 01 Jun 2019 12:00:00 GMT" ; rel="last memento"; license="x, y"
"""


def asked(
    database: Database, arquivo: SimulatedArquivo, clock: SetClock, sleep: Sleeper, *urls: str
) -> list[LookUp]:
    """Ask for the captures of pages, one after the other."""

    async def go() -> list[LookUp]:
        async with ServiceClient(Settings(), retry_wait=0) as client:
            pace = Pace(database, "archive/timemap", PER_MINUTE, clock, sleep)
            timemaps = TimeMaps(client, arquivo.timemap, pace)
            return [await timemaps.captures(url) for url in urls]

    return asyncio.run(go())


def test_a_timemap_is_read_whatever_its_order_and_its_commas() -> None:
    """The latest first, each in the form that readers are shown."""
    assert [(each.url, each.timestamp) for each in read_timemap(TIMEMAP)] == [
        ('https://x/wayback/20190601120000/http://www.a.fr:80/b,c;d?e="f"', DATES[1]),
        ("https://x/wayback/20140601120000/http://a.fr/", DATES[0]),
    ]


@pytest.mark.parametrize(
    "line",
    [
        '<https://x/wayback/20140601120000/http://a.fr/>; rel="memento"; datetime="yesterday"',
        '<https://x/wayback/20140601120000/http://a.fr/>; rel="memento"',
        (
            '<https://x/wayback/20140601120000/http://a.fr/>; rel="memento"; '
            'datetime="Sun, 02 Jun 2014 12:00:00 GMT"'
        ),
        (
            '<https://x/wayback/2014/http://a.fr/>; rel="memento"; '
            'datetime="Sun, 01 Jun 2014 12:00:00 GMT"'
        ),
        (
            '<https://x/wayback/20140601120000/http://a.fr/>; rel="timegate"; '
            'datetime="Sun, 01 Jun 2014 12:00:00 GMT"'
        ),
    ],
)
def test_what_cannot_be_asked_for_by_its_date_is_left_out(line: str) -> None:
    """No date, two dates, a shortened one, or no memento at all."""
    assert read_timemap(line) == ()


@given(st.text())
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    """Whatever an archive sends."""
    assert read_timemap(text) == ()


def test_what_an_archive_holds_is_found(
    database: Database, arquivo: SimulatedArquivo, clock: SetClock, sleep: Sleeper
) -> None:
    """And what it does not hold is not."""
    for date in DATES:
        arquivo.holdings.add(PAGE, date)
    found, none = asked(database, arquivo, clock, sleep, PAGE, "https://a.fr/")
    assert isinstance(found, Found)
    assert [capture.timestamp for capture in found.captures] == DATES[::-1]
    assert found.captures[0].url == f"{arquivo.url}/wayback/20190601120000/{PAGE}"
    assert none == NoneFound()


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (Trouble.DOWN, "http_503"),
        (Trouble.BLOCKED, "http_403"),
        (Trouble.MALFORMED, "not_a_timemap"),
        (Trouble.CLOSED, "closed"),
    ],
)
def test_an_archive_that_fails_has_not_said_that_there_is_none(
    database: Database,
    arquivo: SimulatedArquivo,
    clock: SetClock,
    sleep: Sleeper,
    trouble: Trouble,
    code: str,
) -> None:
    """Nothing was learnt."""
    arquivo.script(PAGE, Script(index=trouble))
    assert asked(database, arquivo, clock, sleep, PAGE) == [LookUpFailed(code)]


def test_a_capture_at_another_host_is_not_the_archives(
    database: Database, archive: FakeArchive, clock: SetClock, sleep: Sleeper
) -> None:
    """It would be asked for without the guard that keeps pages from leading into our network."""
    dated = 'rel="memento"; datetime="Sun, 01 Jun 2014 12:00:00 GMT"'
    odd = f"<http://[x/20140601120000/http://a.fr/>; {dated}"
    archive.pages = {"/web/timemap/http://a.fr/": Canned(body=f"{TIMEMAP},{odd}")}

    async def go() -> LookUp:
        async with ServiceClient(Settings(), retry_wait=0) as client:
            pace = Pace(database, "archive/timemap", PER_MINUTE, clock, sleep)
            prefix = f"{archive.base}/web/timemap/"
            return await TimeMaps(client, prefix, pace).captures("http://a.fr/")

    assert asyncio.run(go()) == NoneFound()


def test_nothing_is_asked_for_a_while_after_a_refusal(
    database: Database, arquivo: SimulatedArquivo, clock: SetClock, sleep: Sleeper
) -> None:
    """This archive blocks for ever whoever goes on."""
    arquivo.script(PAGE, Script(index=Trouble.THROTTLED), Script())
    first, second = asked(database, arquivo, clock, sleep, PAGE, "https://a.fr/")
    assert (first, second) == (LookUpFailed("http_429"), LookUpFailed("put_off"))
    assert len(arquivo.asked) == 1
    clock.advance(timedelta(seconds=REST_AFTER_REFUSAL))
    assert asked(database, arquivo, clock, sleep, PAGE) == [NoneFound()]


def test_the_pace_is_kept_from_one_call_to_the_next(
    database: Database, arquivo: SimulatedArquivo, clock: SetClock, sleep: Sleeper
) -> None:
    """It is in the database: by the archive's own log."""
    for _ in range(3):
        asked(database, arquivo, clock, sleep, *[f"{PAGE}{n}" for n in range(10)])
    times = [each.at for each in arquivo.asked]
    assert min(gaps(times)) >= timedelta(minutes=1) / PER_MINUTE
