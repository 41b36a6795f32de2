"""`perenne status`: the service tells how it is itself."""

import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.acceptance.conftest import Shell

from perenne.demo.answers import Answer, Site, html
from perenne.demo.world import World, simulated_world

ALIVE = "http://vivant.exemple.fr/la-page"
DEAD = "http://mort.exemple.fr/la-page"
WATCHMAN = "veilleur.exemple.fr"
MALFORMED = "http://www.exemple..fr/page"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Serve a page that lives, one that does not, and a watchman."""
    page = html(b"<title>La page</title><h1>La page</h1><p>" + b"Une page vivante. " * 60)
    sites = [
        Site("vivant.exemple.fr", lambda _visit: page),
        Site("mort.exemple.fr", lambda _visit: Answer(410, body=b"<p>Partie.")),
        Site(WATCHMAN, lambda _visit: Answer(200, body=b"OK")),
    ]
    with simulated_world(tmp_path, sites=sites) as served:
        yield served


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for another process to come so far."""
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("it never came so far")


def called(world: World) -> list[str]:
    """Return what the watchman was told."""
    return [seen.path for seen in world.web.log if seen.host == WATCHMAN]


def test_a_service_that_nobody_started_says_what_to_do(perenne: Shell) -> None:
    """Exit code 1: somebody is needed."""
    said = perenne("status")
    assert said.code == 1
    assert said.out.splitlines() == [
        "Il faut intervenir :",
        "- Le service ne tourne pas : lancez `perenne worker`.",
        "",
        "Dernière nuit : pas encore",
        "Service : jamais lancé",
        "Liens : 0 encore à vérifier, 0 en cours de confirmation",
        "Archive : 0 copie à demander, 0 en cours",
        "Courriels : 0 en attente",
    ]


def test_a_night_by_cron_is_told_with_its_figures(
    perenne: Shell, dossier: Callable[..., str]
) -> None:
    """Exit code 0: all is well, though links are broken."""
    perenne("add", dossier(ALIVE, DEAD, MALFORMED))
    assert perenne("run").code == 1
    said = perenne("status")
    assert said.code == 0, said.out
    assert said.out.startswith("Tout va bien.\n")
    assert "(3 liens · 2 cassés · 0 à vérifier à la main · 1 vivant)" in said.out
    assert "1 en cours de confirmation" in said.out
    assert "1 copie à demander" in said.out
    perenne("check", ALIVE)
    assert "Dernier passage : à la demande, " in perenne("status").out


def test_programs_read_it_as_json(perenne: Shell, dossier: Callable[..., str]) -> None:
    """Codes beside sentences, and instants in UTC."""
    perenne("add", dossier(ALIVE, DEAD))
    perenne("run")
    said = perenne("status", "--format", "json")
    assert said.code == 0
    told = said.json
    assert (told["schema"], told["healthy"], told["problems"]) == (1, True, [])
    assert told["last_run"] == told["last_night"]
    assert told["last_night"] | {"kind": "nightly", "status": "completed"} == told["last_night"]
    assert told["last_night"]["counts"] == {
        "links": 2,
        "alive": 1,
        "undecided": 0,
        "broken": 1,
        "unchecked": 0,
    }
    assert told["next_night"] is None
    assert told["workers"] == []
    assert told["backlog"]["suspects"] == 1
    assert told["backlog"]["archive"]["queued"] == 1
    assert told["mails"] == {"waiting": 0, "put_off": [], "parked": []}


def test_a_mail_that_was_refused_is_told_with_its_reason(
    perenne: Shell, world: World, dossier: Callable[..., str]
) -> None:
    """The address is to be corrected; the technical words only where they are asked for."""
    world.mailbox.refuse("550 5.1.1 No such user", recipient="partie@centre.example")
    perenne("add", dossier(MALFORMED), "--notify", "partie@centre.example")
    perenne("run")
    said = perenne("status")
    assert said.code == 1
    assert "- 1 courriel a été refusé définitivement : corrigez ou retirez son adresse." in said.out
    assert "refusé définitivement : Le serveur de courriel refuse ce destinataire." in said.out
    assert "550" not in said.out
    assert "550 5.1.1" in perenne("status", "--verbose").out
    [parked] = perenne("status", "--format", "json").json["mails"]["parked"]
    assert (parked["recipient"], parked["code"]) == (
        "partie@centre.example",
        "smtp_recipient_refused",
    )
    perenne("dossier", "notify", "petit-dossier", "partie@centre.example", "--stop")
    assert perenne("status").code == 0


def test_a_watchman_is_told_of_a_night_by_hand(
    perenne: Shell, world: World, dossier: Callable[..., str]
) -> None:
    """Its beginning and its end; a night without network has failed."""
    perenne.env["PERENNE_SCHEDULE__PING_URL"] = f"http://{WATCHMAN}/ping/0f1e"
    perenne("add", dossier(ALIVE))
    assert perenne("run").code == 0
    assert called(world) == ["/ping/0f1e/start", "/ping/0f1e"]
    world.web.log.clear()
    known = next(each for each in world.web.resolve if each.startswith(f"{WATCHMAN}:80:"))
    perenne.env |= {
        "PERENNE_NETWORK__RESOLVE": f'["{known}"]',
        "PERENNE_NETWORK__PROXY": "http://127.0.0.1:9",
    }
    assert perenne("run").code == 3
    assert called(world) == ["/ping/0f1e/start", "/ping/0f1e/fail"]
    said = perenne("status")
    assert said.code == 1
    assert "notre propre réseau était en panne" in said.out


def test_a_worker_says_that_it_lives_and_that_it_was_stopped(perenne: Shell) -> None:
    """For `status`, and for whoever watches its container."""
    process = perenne.process("worker")
    wait_until(lambda: perenne("status", "--here").code == 0)
    said = perenne("status", "--format", "json")
    assert [worker["alive"] for worker in said.json["workers"]] == [True]
    assert said.json["next_night"] is not None
    assert "Service : en marche depuis" in perenne("status").out
    process.send_signal(signal.SIGTERM)
    _out, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    assert perenne("status", "--here").code == 1
    said = perenne("status")
    assert said.code == 1
    assert "Service : arrêté le" in said.out


def test_a_worker_that_is_killed_has_vanished(perenne: Shell) -> None:
    """It is noticed at once on its own machine."""
    process = perenne.process("worker")
    wait_until(lambda: perenne("status", "--here").code == 0)
    process.kill()
    process.communicate()
    assert perenne("status", "--here").code == 1
    said = perenne("status")
    assert said.code == 1
    assert "Service : disparu" in said.out


@pytest.mark.slow
def test_a_task_that_fails_is_told_and_ends_no_worker(perenne: Shell, tmp_path: Path) -> None:
    """An authority's file that is not there: each night fails, and the worker goes on."""
    perenne.env["PERENNE_NETWORK__CA_FILE"] = str(tmp_path / "nulle-part.pem")
    process = perenne.process("worker")
    wait_until(lambda: "Une tâche du service échoue : la nuit." in perenne("status").out)
    said = perenne("status", "-v")
    assert said.code == 1
    assert "network.ca_file" in said.out
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    _out, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert all(line.startswith("{") for line in err.splitlines()), err
    assert '"event": "job failed"' in err


def test_a_worker_without_a_database_says_so_and_fails(perenne: Shell) -> None:
    """Whatever runs it starts it anew."""
    perenne.env["PERENNE_DATABASE_URL"] = "postgresql://perenne@127.0.0.1:9/perenne"
    process = perenne.process("worker")
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "La base de données est injoignable." in err
    assert perenne("status").code == 3
