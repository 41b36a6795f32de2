"""The simulated Wayback Machine shows captures, and fails to, as the real one does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.clock import SetClock
from perenne.demo.wayback import Script, SimulatedWayback, Trouble, simulated_wayback
from perenne.demo.wayback.holdings import instant

PAGE = "https://www.exemple.fr/page"
DATES = [datetime(year, 6, 1, 12, tzinfo=UTC) for year in (2019, 2021, 2023)]
FIRST, SECOND, THIRD = ("20190601120000", "20210601120000", "20230601120000")


@pytest.fixture
def wayback(wayback: SimulatedWayback) -> SimulatedWayback:
    """An archive that holds three captures of a page."""
    for date in DATES:
        wayback.holdings.add(PAGE, date, body=b"<p>%d</p>" % date.year)
    return wayback


def test_a_look_up_can_be_without_an_answer(
    client: httpx.Client, wayback: SimulatedWayback
) -> None:
    """In the index and in playback."""
    wayback.script(PAGE, Script(index=Trouble.SILENCE, playback=Trouble.SILENCE))
    for path in ("/cdx/search/cdx?url=" + PAGE, "/web/" + PAGE):
        with pytest.raises(httpx.ReadTimeout):
            client.get(path, timeout=0.1)


def test_a_capture_is_shown_under_its_very_date(client: httpx.Client) -> None:
    """With its Memento-Datetime; as it was, or with the archive's toolbar."""
    raw = client.get(f"/web/{SECOND}id_/{PAGE}")
    assert (raw.status_code, raw.text) == (200, "<p>2021</p>")
    assert raw.headers["Memento-Datetime"] == "Tue, 01 Jun 2021 12:00:00 GMT"
    shown = client.get(f"/web/{SECOND}/{PAGE}")
    assert "TOOLBAR" in shown.text
    assert shown.text.endswith(raw.text)


def test_a_capture_names_its_neighbours(client: httpx.Client) -> None:
    """In the order of the header as recorded: first, previous, this, next, last."""
    links = client.get(f"/web/{SECOND}id_/{PAGE}").headers["Link"]
    kinds = [part.split('"')[0] for part in links.split('rel="')[1:]]
    mementos = ["first prev memento", "memento", "next last memento"]
    assert kinds == ["original", "timemap", "timegate", *mementos]


@pytest.mark.parametrize(
    ("asked", "given"),
    [("20220101000000id_/", f"{SECOND}id_/"), ("2018/", f"{FIRST}/"), ("", f"{THIRD}/")],
)
def test_another_date_is_redirected_to_the_nearest_capture(
    client: httpx.Client, asked: str, given: str
) -> None:
    """No date means the latest; the reason stands in a header."""
    reply = client.get(f"/web/{asked}{PAGE}")
    assert reply.status_code == 302
    assert reply.headers["Location"] == f"/web.archive.org/web/{given}{PAGE}"
    assert reply.headers["X-Archive-Redirect-Reason"].startswith("found capture at ")


def test_a_capture_stays_invisible_until_it_is_indexed(wayback: SimulatedWayback) -> None:
    """Meanwhile its date leads to an older one."""
    clock = SetClock(datetime(2026, 1, 1, tzinfo=UTC))
    headers = {"Authorization": "LOW demo-access:demo-secret"}
    with simulated_wayback(clock) as slow, httpx.Client(trust_env=False) as client:
        slow.holdings.add(PAGE, DATES[0])
        slow.script(PAGE, Script(index_lag=timedelta(hours=12)))
        client.post(f"{slow.url}/save", data={"url": PAGE}, headers=headers)
        address = f"{slow.url}/web/20260101000000id_/{PAGE}"
        assert client.get(address).status_code == 302
        clock.advance(timedelta(hours=12))
        assert client.get(address).status_code == 200


def test_an_archived_error_differs_from_the_archives_own(
    client: httpx.Client, wayback: SimulatedWayback
) -> None:
    """Only what was captured has a Memento-Datetime, a redirect included."""
    day = DATES[2] + timedelta(days=1)
    wayback.holdings.add("https://exemple.fr/busy", day, status=429)
    wayback.holdings.add("https://exemple.fr/old", day, status=301, location=PAGE)
    wayback.script(PAGE, Script(playback=Trouble.THROTTLED), Script(playback=Trouble.BLOCKED))
    busy = client.get("/web/20230602120000id_/https://exemple.fr/busy")
    old = client.get("/web/20230602120000id_/https://exemple.fr/old")
    throttled, blocked = (client.get(f"/web/{FIRST}id_/{PAGE}") for _ in range(2))
    none = client.get("/web/2020/https://exemple.fr/inconnue")
    wayback.script(PAGE, Script(playback=Trouble.DOWN))
    down = client.get(f"/web/{FIRST}id_/{PAGE}")
    answers = (busy, old, throttled, blocked, none, down)
    assert [r.status_code for r in answers] == [429, 301, 429, 200, 404, 503]
    assert ["Memento-Datetime" in r.headers for r in answers] == [True, True, *[False] * 4]
    assert old.headers["Location"] == f"/web.archive.org/web/20230602120000id_/{PAGE}"


def test_an_address_of_playback_that_makes_no_sense_is_refused(client: httpx.Client) -> None:
    """400."""
    assert client.get("/web/ftp:/exemple.fr/").status_code == 400


@given(st.text("0123456789", min_size=0, max_size=4))
def test_short_dates_are_read_as_the_earliest_they_can_mean(digits: str) -> None:
    """A year, or less, is its first second."""
    assert (instant(digits).month, instant(digits).day, instant(digits).second) == (1, 1, 0)
