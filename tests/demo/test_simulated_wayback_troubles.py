"""The simulated Wayback Machine has bad days: its own, and those of what it saves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import httpx
import pytest

from perenne.demo.answers import Answer, Misconduct, Site, Visit, html, redirect
from perenne.demo.wayback import Reply, Script, SimulatedWayback, Trouble, simulated_wayback
from perenne.demo.web import SimulatedWeb

if TYPE_CHECKING:
    from pathlib import Path

    from perenne.clock import SetClock

PAGE = "https://exemple.fr/page"


def _job(client: httpx.Client) -> str:
    return str(client.post("/save", data={"url": PAGE}).json()["job_id"])


@pytest.mark.parametrize(
    ("trouble", "status"),
    [
        (Trouble.THROTTLED, 429),
        (Trouble.DOWN, 502),
        (Trouble.MALFORMED, 200),
        (Trouble.LOGIN, 401),
        (Trouble.FORGOTTEN, 404),
    ],
)
def test_a_question_after_a_job_can_fail(
    client: httpx.Client, wayback: SimulatedWayback, trouble: Trouble, status: int
) -> None:
    """The job goes on; the log tells what was answered."""
    wayback.script(PAGE, Script(pending=0, poll=trouble), Script(pending=0))
    path = f"/save/status/{_job(client)}"
    failed, told = client.get(path), client.get(path)
    assert (failed.status_code, told.json()["status"]) == (status, "success")
    assert [(each.page, each.status) for each in wayback.asked] == [
        (PAGE, 200),
        ("", status),
        ("", 200),
    ]


def test_a_connection_can_end_without_an_answer(
    client: httpx.Client, wayback: SimulatedWayback
) -> None:
    """A capture that was asked for is made all the same."""
    wayback.script(PAGE, Script(Reply.CLOSED, poll=Trouble.CLOSED, playback=Trouble.CLOSED))
    with pytest.raises(httpx.RemoteProtocolError):
        client.post("/save", data={"url": PAGE})
    [memento] = wayback.captures
    for path in (
        f"/save/status/{next(iter(wayback.saving.jobs))}",
        f"/web/{memento.timestamp}id_/{PAGE}",
    ):
        with pytest.raises(httpx.RemoteProtocolError):
            client.get(path)


def test_an_account_has_as_much_as_it_is_given(
    client: httpx.Client, wayback: SimulatedWayback, clock: SetClock
) -> None:
    """What it has asked for today counts, until midnight UTC."""
    wayback.saving.daily_limit, wayback.saving.at_once = 5, 0
    _job(client)
    told = client.get("/save/status/user").json()
    assert told == {
        "processing": 0,
        "available": 0,
        "daily_captures": 1,
        "daily_captures_limit": 5,
    }
    clock.advance(timedelta(days=1))
    assert client.get("/save/status/user").json()["daily_captures"] == 0


def test_a_job_may_not_say_what_was_archived(
    client: httpx.Client, wayback: SimulatedWayback
) -> None:
    """Then only a look at the capture does."""
    wayback.script(PAGE, Script(pending=0, archived_status=404, tells_status=False))
    told = client.get(f"/save/status/{_job(client)}").json()
    assert told["status"] == "success"
    assert "http_status" not in told
    assert client.get(f"/web/{told['timestamp']}id_/{PAGE}").status_code == 404


def test_an_archive_saves_what_is_there(tmp_path: Path, clock: SetClock) -> None:
    """Through redirects; a page of its own where nothing is, or where it is told so."""

    def site(visit: Visit) -> Answer | Misconduct:
        known = {
            "/vieux": redirect("/neuf?a=1"),
            "/neuf?a=1": html(b"<p>neuf</p>"),
            "/mort": html(b"<p>404</p>", 404),
            "/boucle": redirect("/boucle"),
        }
        return known.get(visit.path, Misconduct.RESET)

    web = SimulatedWeb(tmp_path, [Site("exemple.fr", site)])
    with simulated_wayback(clock, look=web.look) as wayback:
        wayback.script("https://exemple.fr/mur", Script(archived=b"<p>mur</p>"))
        for path in ("vieux", "mort", "boucle", "muet", "mur"):
            httpx.post(
                f"{wayback.url}/save",
                data={"url": f"https://exemple.fr/{path}"},
                headers={"Authorization": f"LOW {':'.join(wayback.keys)}"},
                trust_env=False,
            )
        bodies = [memento.body for memento in wayback.captures]
    assert bodies[0] == b"<p>neuf</p>"
    assert all(b"<title>Copie</title>" in body for body in bodies[1:4])
    assert bodies[4] == b"<p>mur</p>"
    assert web.look("https://ailleurs.example/") == b""
