"""The simulated Wayback Machine finds and shows captures, and fails to, as the real one does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.clock import SetClock
from perenne.demo.wayback import Script, SimulatedWayback, Trouble, simulated_wayback
from perenne.demo.wayback.holdings import instant
from perenne.demo.wayback.scripts import surt

PAGE = "https://www.exemple.fr/page"
DATES = [datetime(year, 6, 1, 12, tzinfo=UTC) for year in (2019, 2021, 2023)]
FIRST, SECOND, THIRD = ("20190601120000", "20210601120000", "20230601120000")


@pytest.fixture
def wayback() -> Iterator[SimulatedWayback]:
    """An archive that holds three captures of a page."""
    with simulated_wayback(SetClock(datetime(2026, 11, 22, tzinfo=UTC))) as running:
        for date in DATES:
            running.holdings.add(PAGE, date, body=b"<p>%d</p>" % date.year)
        yield running


@pytest.fixture
def client(wayback: SimulatedWayback) -> Iterator[httpx.Client]:
    """A client that follows nothing."""
    with httpx.Client(base_url=wayback.url, timeout=5, trust_env=False) as client:
        yield client


def _rows(client: httpx.Client, **asked: str) -> list[list[str]]:
    text = client.get("/cdx/search/cdx", params={"url": PAGE, **asked}).text
    return [line.split(" ") for line in text.splitlines()]


def test_the_index_lists_captures_in_seven_columns(client: httpx.Client) -> None:
    """Scheme, www. and letter case are folded in the question, and kept in the answer."""
    asked = {"url": "http://EXEMPLE.fr/page"}
    rows = [row.split(" ") for row in client.get("/cdx/search/cdx", params=asked).text.splitlines()]
    assert [row[1] for row in rows] == [FIRST, SECOND, THIRD]
    assert rows[0][:5] == ["fr,exemple)/page", FIRST, PAGE, "text/html", "200"]
    assert len(rows[0][5]) == 32


def test_the_index_is_empty_for_an_unknown_page(client: httpx.Client) -> None:
    """Empty text, or an empty list."""
    assert _rows(client, url="https://exemple.fr/inconnue") == []
    json = client.get("/cdx/search/cdx", params={"url": "https://a.fr/", "output": "json"}).json()
    assert json == []


def test_the_index_chooses_by_date_status_and_distance(
    client: httpx.Client, wayback: SimulatedWayback
) -> None:
    """`from` and `to` are inclusive and may be short; filters are regular expressions."""
    wayback.holdings.add(PAGE, DATES[0] + timedelta(days=1), status=404)

    def dates(**asked: str) -> list[str]:
        return [row[1][:4] for row in _rows(client, **asked)]

    assert dates(to="2021") == ["2019", "2019", "2021"]
    assert dates(**{"from": "2021"}) == ["2021", "2023"]
    assert dates(filter="statuscode:200") == ["2019", "2021", "2023"]
    assert dates(filter="!statuscode:[45]..", limit="-2") == ["2021", "2023"]
    assert dates(sort="closest", closest="20220101", limit="2") == ["2021", "2023"]


def test_the_index_gives_pages_and_a_key_to_resume_from(client: httpx.Client) -> None:
    """In text after an empty line, in JSON after an empty list; no key at the end."""
    first = _rows(client, limit="2", showResumeKey="true")
    assert [row[1] for row in first[:2]] == [FIRST, SECOND]
    assert first[2] == [""]
    rest = _rows(client, limit="2", showResumeKey="true", resumeKey=first[3][0])
    assert [row[1] for row in rest] == [THIRD]
    asked = {"url": PAGE, "output": "json", "fl": "timestamp,original", "limit": "1"}
    told = client.get("/cdx/search/cdx", params={**asked, "showResumeKey": "true"}).json()
    assert told[:3] == [["timestamp", "original"], [FIRST, PAGE], []]
    assert len(told[3]) == 1


@pytest.mark.parametrize("path", ["/cdx/search/cdx", "/wayback/available"])
@pytest.mark.parametrize(
    ("trouble", "status", "told"),
    [
        (Trouble.THROTTLED, 429, "Too Many Requests"),
        (Trouble.DOWN, 503, "Service Unavailable"),
        (Trouble.BLOCKED, 403, "AdministrativeAccessControlException: Blocked Site Error"),
        (Trouble.MALFORMED, 200, "20000800241623"),
    ],
)
def test_a_look_up_can_fail(
    client: httpx.Client,
    wayback: SimulatedWayback,
    path: str,
    trouble: Trouble,
    status: int,
    told: str,
) -> None:
    """And the next one succeeds, where that is laid down."""
    wayback.script(PAGE, Script(index=trouble, retry_after=30), Script())
    failed, found = (client.get(path, params={"url": PAGE}) for _ in range(2))
    assert failed.status_code == status
    assert told in failed.text
    assert (found.status_code, THIRD in found.text) == (200, True)


def test_a_look_up_can_be_without_an_answer(
    client: httpx.Client, wayback: SimulatedWayback
) -> None:
    """In the index and in playback."""
    wayback.script(PAGE, Script(index=Trouble.SILENCE, playback=Trouble.SILENCE))
    for path in ("/cdx/search/cdx?url=" + PAGE, "/web/" + PAGE):
        with pytest.raises(httpx.ReadTimeout):
            client.get(path, timeout=0.1)


def test_availability_gives_the_nearest_capture_or_the_latest(client: httpx.Client) -> None:
    """In the shape of the real interface; an empty object where there is none."""

    def closest(**asked: str) -> dict[str, dict[str, object]]:
        told = client.get("/wayback/available", params=asked).json()["archived_snapshots"]
        assert isinstance(told, dict)
        return told

    assert closest(url=PAGE)["closest"]["timestamp"] == THIRD
    assert closest(url=PAGE, timestamp="2018")["closest"] == {
        "status": "200",
        "available": True,
        "url": f"http://web.archive.org/web/{FIRST}/{PAGE}",
        "timestamp": FIRST,
    }
    assert closest(url="https://exemple.fr/inconnue") == {}


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


def test_the_sort_key_folds_what_makes_no_difference_to_the_archive() -> None:
    """Order of the query, letter case, scheme, www., percent-escapes."""
    assert surt("https://www.A.fr/B?y=1&x=2") == "fr,a)/b?x=2&y=1"
    assert surt("http://a.fr") == "fr,a)/"
    assert surt("https://a.fr/%C3%A9") == surt("https://a.fr/é")
