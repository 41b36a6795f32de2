"""Registering, nights, mails, histories: the command as a service."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.acceptance.conftest import Shell

from perenne.demo.answers import Answer, Site
from perenne.demo.world import World, simulated_world

ALIVE = "https://www.frenchweb.fr/laboratoire-urbain-nantes-accueille-les-labs-dinnovation-de-grands-groupes/356740"
DEAD = "https://www.urbanisme.fr/de-l-audace-pour-nos-territoires-design-innovation/sommaire-67"
MALFORMED = "http://www.exemple..fr/page"


def test_adding_tells_what_was_found(perenne: Shell, sample: str) -> None:
    """Counts, oddities with their places, and what to do next."""
    said = perenne("add", sample)
    assert said.code == 0
    assert "85 références, 41 URL" in said.out
    assert "lgazettedescommunes.com" in said.out
    assert "`perenne check universite-de-l-innovation-publique`" in said.out


def test_a_new_edition_keeps_what_stays(perenne: Shell, dossier: Callable[..., str]) -> None:
    """What came and what went is said; the history of what went can still be read."""
    perenne("add", dossier(ALIVE, DEAD))
    perenne("check")
    said = perenne("add", dossier(ALIVE))
    assert "1 référence retirée" in said.out
    assert "1 lien n’est plus cité" in said.out
    assert [link["url"] for link in perenne("check", "--format", "json").json["links"]] == [ALIVE]
    story = perenne("history", DEAD).out
    assert "introuvable (404)" in story
    assert "n’est plus cité" in story
    assert "Était cité dans : Petit dossier" in story


def test_a_night_tells_what_is_broken_at_once(
    perenne: Shell, world: World, dossier: Callable[..., str]
) -> None:
    """A malformed address needs no second night; one mail leaves, and none the same night again."""
    perenne("add", dossier(ALIVE, MALFORMED), "--notify", "anne@centre.example")
    said = perenne("run")
    assert said.code == 1
    assert "1 lien est cassé." in said.out
    perenne("run")
    to_anne = [m for m in world.mailbox.messages if m.recipients == ("anne@centre.example",)]
    [mail] = [received.message for received in to_anne]
    assert mail["Subject"].startswith("1 lien cassé")
    text = mail.get_body(("plain",))
    assert text is not None
    assert MALFORMED in text.get_content()


def test_suspects_are_told_to_nobody(
    perenne: Shell, world: World, dossier: Callable[..., str]
) -> None:
    """One night proves nothing."""
    perenne("add", dossier(ALIVE, DEAD))
    assert perenne("run").code == 0
    assert not world.mailbox.messages
    assert "1 en cours de confirmation" in perenne("dossier", "list").out


@pytest.mark.slow
def test_live_pages_are_archived(perenne: Shell, world: World, dossier: Callable[..., str]) -> None:
    """Once; dead ones are not submitted."""
    perenne("add", dossier(ALIVE, DEAD))
    perenne("run")
    assert "1 en attente" in perenne("archive", "status").out
    assert perenne("archive", "run").code == 0
    assert "1 archivée" in perenne("archive", "status").out
    assert "Copie archivée" in perenne("history", ALIVE).out
    assert "Copie archivée" not in perenne("history", DEAD).out


def test_without_smtp_nothing_is_lost(
    perenne: Shell, world: World, dossier: Callable[..., str]
) -> None:
    """The mail waits in the database until a server is configured."""
    perenne("add", dossier(MALFORMED), "--notify", "anne@centre.example")
    perenne.env["PERENNE_SMTP__HOST"] = ""
    assert perenne("run").code == 1
    said = perenne("report", "send")
    assert said.code == 2
    assert "Les courriels attendent" in said.err
    del perenne.env["PERENNE_SMTP__HOST"]
    assert "2 courriels envoyés" in perenne("report", "send").out  # Anne's and the coordinator's
    assert len(world.mailbox.messages) == 2


def test_a_preview_sends_nothing(perenne: Shell, world: World, dossier: Callable[..., str]) -> None:
    """It can be read as often as one likes."""
    perenne("add", dossier(MALFORMED))
    perenne("check")
    for form, mark in (("text", MALFORMED), ("html", "<!DOCTYPE html>"), ("csv", MALFORMED)):
        said = perenne("report", "preview", "--format", form)
        assert mark in said.out
        assert "documentation@centre.example" in said.err
    assert not world.mailbox.messages


@pytest.mark.parametrize("form", ["text", "html", "csv", "json"])
def test_the_state_of_a_dossier_can_be_shown(
    perenne: Shell, dossier: Callable[..., str], form: str
) -> None:
    """In every form, at any time."""
    perenne("add", dossier(ALIVE, MALFORMED))
    perenne("check")
    said = perenne("report", "show", "--dossier", "petit-dossier", "--format", form)
    assert said.code == 0
    assert MALFORMED in said.out


def test_the_mails_that_were_written_can_be_listed_read_and_sent_again(
    perenne: Shell, world: World, dossier: Callable[..., str]
) -> None:
    """Also one that was refused for good; a number that is none is said to be so."""
    assert "Aucun courriel" in perenne("report", "mails").out
    world.mailbox.refuse("550 5.1.1 No such user", times=1)
    perenne("add", dossier(MALFORMED))
    perenne("run")
    listed = perenne("report", "mails")
    assert "refusé définitivement" in listed.out
    assert "550" in listed.out
    number = listed.out.split()[0]
    assert MALFORMED in perenne("report", "mail", number).out
    assert "envoyé le" in perenne("report", "resend", number).out
    assert len(world.mailbox.messages) == 1
    assert "envoyé le" in perenne("report", "resend", number).out
    first, second = (str(each.message["Message-ID"]) for each in world.mailbox.messages)
    assert first == second
    unknown = perenne("report", "resend", "99")
    assert unknown.code == 2
    assert "perenne report mails" in unknown.err


def test_a_paused_dossier_is_left_alone(perenne: Shell, dossier: Callable[..., str]) -> None:
    """Paused, resumed, retired: its history stays."""
    perenne("add", dossier(DEAD))
    assert "Suspendu" in perenne("dossier", "pause", "petit-dossier").out
    assert perenne("check", "--format", "json").json["links"] == []
    perenne("dossier", "resume", "petit-dossier")
    assert len(perenne("check", "--format", "json").json["links"]) == 1
    perenne("dossier", "retire", "petit-dossier")
    assert "retiré" in perenne("dossier", "list").out
    assert "404" in perenne("history", DEAD).out


def test_a_dossier_is_shown_renamed_and_followed(
    perenne: Shell, dossier: Callable[..., str]
) -> None:
    """The daily gestures."""
    perenne("add", dossier(ALIVE, MALFORMED), "--centre", "Pantin")
    perenne("check")
    perenne("dossier", "rename", "petit-dossier", "Grand dossier")
    perenne("dossier", "notify", "petit-dossier", "anne@centre.example", "--pace", "monthly")
    shown = perenne("dossier", "show", "petit-dossier").out
    assert "Grand dossier" in shown
    assert "anne@centre.example (chaque mois)" in shown
    assert MALFORMED in shown
    assert ALIVE not in shown
    perenne("dossier", "notify", "petit-dossier", "anne@centre.example", "--stop")
    assert "anne@" not in perenne("dossier", "show", "petit-dossier").out


def test_the_demo_plays_by_itself(perenne: Shell, tmp_path: Path) -> None:
    """Table, two mails, and where they lie; the user's own database is not touched."""
    said = perenne("demo", "--directory", str(tmp_path / "demo"))
    assert said.code == 0
    assert "Cassés (14)" in said.out
    assert "14 liens cassés – premier examen" in said.out
    assert "1 lien rétabli" in said.out
    assert (tmp_path / "demo" / "courriel-2.html").exists()
    assert not (tmp_path / "perenne.sqlite").exists()


def test_the_doctor_examines_everything(perenne: Shell, world: World) -> None:
    """Each thing on a line, in a healthy world and in an ill one."""
    said = perenne("doctor", "--mail-to", "anne@centre.example")
    assert said.code == 0, said.out
    assert "PROBLÈME" not in said.out
    assert len(world.mailbox.messages) == 1
    perenne.env |= {
        "PERENNE_SMTP__PORT": "9",
        "PERENNE_NETWORK__CANARIES": '["https://nulle-part.example/"]',
        "PERENNE_WAYBACK__SECRET_KEY": "wrong",
    }
    said = perenne("doctor", "-v")
    assert said.code == 3
    assert said.out.count("PROBLÈME") == 3


def test_mails_that_cannot_leave_are_no_success(
    perenne: Shell, dossier: Callable[..., str]
) -> None:
    """They wait, and go once the server takes them."""
    perenne("add", dossier(ALIVE), "--notify", "anne@centre.example")
    perenne.env["PERENNE_SMTP__PORT"] = "9"
    said = perenne("report", "send", "--dossier", "petit-dossier")
    assert said.code == 3
    assert "2 courriels n’ont pas pu partir" in said.err
    perenne.env.pop("PERENNE_SMTP__PORT")
    assert perenne("report", "send", "--dossier", "petit-dossier").code == 0


def test_a_host_that_asks_us_to_wait_is_left_alone_by_the_next_run(
    tmp_path: Path, dossier: Callable[..., str]
) -> None:
    """It is remembered; the page it refused is not called broken."""
    busy = Site("occupe.exemple.fr", lambda _visit: Answer(429, headers={"Retry-After": "3600"}))
    url = "http://occupe.exemple.fr/une-page"
    with simulated_world(tmp_path, sites=[busy]) as world:
        perenne = Shell({"PERENNE_CONFIG": str(world.config)}, tmp_path)
        [first] = perenne("check", url, "--format", "json").json["links"]
        asked = len(world.web.log)
        [second] = perenne("check", url, "--format", "json").json["links"]
    assert (first["verdict"], second["verdict"]) == ("blocked", "unchecked")
    assert second["evidence"][0]["code"] == "host_put_off"
    assert len(world.web.log) == asked


@pytest.mark.slow
def test_the_whole_job_on_each_database(
    perenne: Shell, world: World, dossier: Callable[..., str], database_url: str
) -> None:
    """SQLite and PostgreSQL: register, check, remember, archive, tell."""
    perenne.env["PERENNE_DATABASE_URL"] = database_url
    assert perenne("add", dossier(ALIVE, DEAD, MALFORMED), "--centre", "Pantin").code == 0
    said = perenne("run")
    assert said.code == 1
    assert perenne("check", "--format", "json").json["counts"]["broken"] == 2
    assert perenne("archive", "run").code == 0
    assert "1 archivée" in perenne("archive", "status").out
    assert "404" in perenne("history", DEAD).out
    shown = perenne("report", "show", "--format", "json").json
    assert {link["state"] for link in shown["links"]} == {"alive", "suspect", "broken"}
    assert perenne("db", "current").out.strip()
    assert not world.mailbox.messages, "a first look waits for its suspects"


def test_the_state_of_a_dossier_can_be_mailed_at_any_time(
    perenne: Shell, world: World, dossier: Callable[..., str]
) -> None:
    """To all who follow it, as often as asked; what is new is told by the night all the same."""
    perenne("add", dossier(ALIVE, MALFORMED), "--notify", "anne@centre.example")
    perenne("check")
    for count in (2, 4):
        assert "2 courriels envoyés" in perenne("report", "send", "--dossier", "petit-dossier").out
        assert len(world.mailbox.messages) == count
    perenne("run")
    assert "premier examen" in world.mailbox.messages[-1].message["Subject"]
