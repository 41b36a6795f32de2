"""The simulated Wayback Machine takes captures, or says why not, as the real one was seen to."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from perenne.clock import SetClock
from perenne.demo.wayback import Reply, Script, SimulatedWayback

PAGE = "https://exemple.fr/page?b=1"
HEADERS = {"Authorization": "LOW demo-access:demo-secret", "Accept": "application/json"}


def _save(client: httpx.Client, url: str = PAGE) -> httpx.Response:
    return client.post("/save", data={"url": url})


def _job(client: httpx.Client, url: str = PAGE) -> str:
    return str(_save(client, url).json()["job_id"])


@pytest.mark.parametrize(
    ("reply", "status", "told"),
    [
        (Reply.RECENT, 200, '"job_id": null'),
        (Reply.NO_HOST, 200, "error:invalid-host-resolution"),
        (Reply.SPENT, 200, "error:too-many-daily-captures"),
        (Reply.LOGIN, 401, "You need to be logged in to use Save Page Now."),
        (Reply.THROTTLED, 429, "<h1>Too Many Requests</h1>"),
        (Reply.BROKEN, 520, "<h1>520"),
        (Reply.HTML, 200, "<html>"),
    ],
)
def test_a_submission_can_be_answered_otherwise(
    client: httpx.Client, wayback: SimulatedWayback, reply: Reply, status: int, told: str
) -> None:
    """Each of the answers seen, as it was seen; none of them captures the page."""
    wayback.script(PAGE, Script(reply=reply))
    answer = _save(client)
    assert answer.status_code == status
    assert told in answer.text
    assert wayback.captures == ()


def test_a_refusal_says_when_to_come_back_where_it_is_told_to(
    client: httpx.Client, wayback: SimulatedWayback
) -> None:
    """Retry-After is there only where it is scripted."""
    wayback.script(PAGE, Script(Reply.THROTTLED), Script(Reply.THROTTLED, retry_after=60))
    assert [_save(client).headers.get("Retry-After") for _ in range(2)] == [None, "60"]


def test_an_overloaded_archive_gives_a_job_with_the_news(
    client: httpx.Client, wayback: SimulatedWayback
) -> None:
    """The capture will begin much later."""
    wayback.scripts.default = Script(Reply.OVERLOADED)
    told = _save(client).json()
    assert told["job_id"].startswith("spn2-")
    assert "currently overloaded" in told["message"]


def test_a_silent_archive_lets_the_client_wait(
    client: httpx.Client, wayback: SimulatedWayback
) -> None:
    """The client's own limit ends it; the request was logged all the same."""
    wayback.script(PAGE, Script(Reply.SILENCE))
    client.timeout = httpx.Timeout(0.1)
    with pytest.raises(httpx.ReadTimeout):
        _save(client)
    assert [(seen.method, seen.path) for seen in wayback.log] == [("POST", "/web.archive.org/save")]


def test_nothing_that_needs_keys_is_told_without_them(client: httpx.Client) -> None:
    """401 with the sentence of the real one."""
    name = _job(client)
    client.headers["Authorization"] = "LOW demo-access:wrong"
    answers = [
        _save(client),
        client.get(f"/save/status/{name}"),
        client.get("/save/status/user"),
        client.post("/save/status", data={"job_ids": name}),
    ]
    assert [answer.status_code for answer in answers] == [401] * 4


def test_an_address_that_is_none_is_refused_under_http_200(client: httpx.Client) -> None:
    """As an error of the page."""
    assert _save(client, "pas une adresse").json()["status_ext"] == "error:invalid-url-syntax"


def test_the_account_and_the_service_say_how_they_are(
    client: httpx.Client, clock: SetClock
) -> None:
    """The account counts the captures of the day."""
    _save(client)
    assert client.get("/save/status/user?_t=1").json()["daily_captures"] == 1
    clock.advance(timedelta(days=1))
    account = {"processing": 0, "available": 3, "daily_captures": 0, "daily_captures_limit": 30_000}
    assert client.get("/save/status/user").json() == account
    assert client.get("/save/status/system").json()["status"] == "ok"


def test_without_keys_a_save_redirects_to_the_capture(
    client: httpx.Client, wayback: SimulatedWayback
) -> None:
    """A recent capture is given instead of a new one; refusals are those of the other door."""
    del client.headers["Authorization"]
    wayback.script(PAGE, Script(), Script(Reply.RECENT), Script(Reply.THROTTLED), Script(error="x"))
    answers = [client.get(f"/save/{PAGE}") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [302, 302, 429, 520]
    place = f"/web.archive.org/web/20261122030500/{PAGE}"
    assert [answer.headers.get("Location") for answer in answers[:2]] == [place, place]
    assert len(wayback.captures) == 1


def test_what_it_does_not_offer_is_not_found(client: httpx.Client) -> None:
    """Whatever the method."""
    assert client.get("/ailleurs").status_code == 404
    assert client.post("/ailleurs").status_code == 404


def test_it_runs_in_an_event_loop_and_by_the_clock_of_the_machine() -> None:
    """Without a clock, captures are dated now."""

    async def save() -> list[datetime]:
        async with SimulatedWayback() as wayback, httpx.AsyncClient(trust_env=False) as client:
            await client.post(f"{wayback.url}/save", data={"url": PAGE}, headers=HEADERS)
            return [capture.at for capture in wayback.captures]

    (at,) = asyncio.run(save())
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=1)
