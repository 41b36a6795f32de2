"""The simulated Wayback Machine works on captures as on jobs, which can be asked for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx

from perenne.clock import SetClock
from perenne.demo.wayback import Script, SimulatedWayback

NOW = datetime(2026, 11, 22, 3, 5, tzinfo=UTC)
PAGE = "https://exemple.fr/page?b=1"


def _save(client: httpx.Client, url: str = PAGE) -> httpx.Response:
    return client.post("/save", data={"url": url})


def _job(client: httpx.Client, url: str = PAGE) -> str:
    return str(_save(client, url).json()["job_id"])


def test_a_page_is_submitted_and_captured_after_a_while(
    client: httpx.Client, wayback: SimulatedWayback
) -> None:
    """The job is pending as often as scripted, then tells the capture's date and address."""
    wayback.script(PAGE, Script(pending=2))
    submitted = _save(client).json()
    assert submitted["url"] == PAGE
    status = f"/save/status/{submitted['job_id']}"
    answers = [client.get(status).json() for _ in range(3)]
    assert [answer["status"] for answer in answers] == ["pending", "pending", "success"]
    assert (answers[2]["timestamp"], answers[2]["original_url"]) == ("20261122030500", PAGE)
    assert [(c.url, c.at) for c in wayback.captures] == [(PAGE, NOW)]


def test_a_capture_tells_where_the_page_was_redirected(
    client: httpx.Client, wayback: SimulatedWayback
) -> None:
    """`original_url` is the address after the page's redirects."""
    wayback.script(PAGE, Script(pending=0, original_url="https://exemple.fr/ailleurs"))
    told = client.get(f"/save/status/{_job(client)}").json()
    assert told["original_url"] == "https://exemple.fr/ailleurs"


def test_a_job_can_fail_with_any_code_under_http_200(
    client: httpx.Client, wayback: SimulatedWayback
) -> None:
    """The failure is in `status_ext`; nothing is captured."""
    wayback.script(PAGE, Script(pending=0, error="no-access"))
    reply = client.get(f"/save/status/{_job(client)}")
    assert reply.status_code == 200
    assert (reply.json()["status"], reply.json()["status_ext"]) == ("error", "error:no-access")
    assert wayback.captures == ()


def test_the_same_page_gives_the_same_job_within_the_hour(
    client: httpx.Client, wayback: SimulatedWayback, clock: SetClock
) -> None:
    """Afterwards the job is forgotten, and a new one begins."""
    first = _job(client)
    again = _save(client).json()
    assert again["job_id"] == first
    assert again["message"].startswith("The same snapshot had been made")
    clock.advance(timedelta(hours=1))
    assert client.get(f"/save/status/{first}").status_code == 404
    assert _job(client) != first
    assert len(wayback.captures) == 2


def test_a_page_whose_job_failed_may_be_submitted_again_at_once(
    client: httpx.Client, wayback: SimulatedWayback
) -> None:
    """Each submission takes the next script; the last one holds on."""
    wayback.script(PAGE, Script(pending=0, error="read-timeout"), Script(pending=0))
    names = [_job(client), _job(client)]
    told = [client.get(f"/save/status/{name}").json()["status"] for name in names]
    assert told == ["error", "success"]


def test_several_jobs_are_asked_for_at_once(client: httpx.Client) -> None:
    """Those that are unknown are left out."""
    names = [_job(client, f"https://exemple.fr/{n}") for n in (1, 2)]
    told = client.post("/save/status", data={"job_ids": ",".join([*names, "spn2-x"])}).json()
    assert [job["job_id"] for job in told] == names
