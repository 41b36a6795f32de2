"""The simulated Wayback Machine finds captures, and fails to, as the real one does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from perenne.demo.wayback import Script, SimulatedWayback, Trouble
from perenne.demo.wayback.scripts import surt

PAGE = "https://www.exemple.fr/page"
DATES = [datetime(year, 6, 1, 12, tzinfo=UTC) for year in (2019, 2021, 2023)]
FIRST, SECOND, THIRD = ("20190601120000", "20210601120000", "20230601120000")


@pytest.fixture
def wayback(wayback: SimulatedWayback) -> SimulatedWayback:
    """An archive that holds three captures of a page."""
    for date in DATES:
        wayback.holdings.add(PAGE, date, body=b"<p>%d</p>" % date.year)
    return wayback


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


def test_the_sort_key_folds_what_makes_no_difference_to_the_archive() -> None:
    """Order of the query, letter case, scheme, www., percent-escapes."""
    assert surt("https://www.A.fr/B?y=1&x=2") == "fr,a)/b?x=2&y=1"
    assert surt("http://a.fr") == "fr,a)/"
    assert surt("https://a.fr/%C3%A9") == surt("https://a.fr/é")
