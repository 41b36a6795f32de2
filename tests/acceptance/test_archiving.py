"""What is told of the archive: the plan, the figures, and the copies of a link."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.acceptance.conftest import Shell
from tests.acceptance.nights import Nights

from perenne.demo.answers import Answer, Site, Visit, html
from perenne.demo.wayback import Script, Trouble
from perenne.demo.world import World, simulated_world
from perenne.dossiers import read

HOST = "https://pages.exemple.fr"
LIVES, DIES, SHY = f"{HOST}/page-qui-vit", f"{HOST}/page-qui-meurt", f"{HOST}/page-discrete"
MALFORMED = "http://www.exemple..fr/page"


def pages(visit: Visit) -> Answer:
    """One page dies on the second night, another does not want to be archived."""
    if visit.path == "/page-qui-meurt" and visit.night >= 2:
        return html(b"<h1>Page introuvable</h1>", 404)
    title = visit.path.strip("/").replace("-", " ").capitalize()
    robots = "<meta name=robots content=noarchive>" if visit.path == "/page-discrete" else ""
    text = "Un texte qui se lit bien, et qui parle de son sujet. " * 20
    return html(f"<title>{title}</title>{robots}<h1>{title}</h1><p>{text}</p>".encode())


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Serve a small site, the archives and a mail server."""
    with simulated_world(tmp_path, sites=[Site("pages.exemple.fr", pages)]) as served:
        yield served


@pytest.fixture
def nights(world: World, perenne: Shell, tmp_path: Path, dossier: Callable[..., str]) -> Nights:
    """Have a dossier registered, and nights that can be played."""
    played = Nights(world, f"sqlite:///{tmp_path}/perenne.sqlite")
    played.add(read(Path(dossier(LIVES, DIES, SHY, MALFORMED))))
    return played


def test_a_plan_tells_each_decision_with_its_reason(
    perenne: Shell, world: World, nights: Nights
) -> None:
    """Before and after the first night; nothing is written, nothing is asked for."""
    said = perenne("archive", "plan")
    assert said.code == 0
    assert "0 page à enregistrer · 4 laissées de côté" in said.out
    assert f"  {LIVES}\n    pas encore vérifiée\n" in said.out
    perenne("check", "--no-archive")
    asked = len(world.wayback.asked)
    for _ in range(2):
        said = perenne("archive", "plan", "petit-dossier")
        assert "À enregistrer (2)" in said.out
        assert f"  {LIVES}\n    jamais archivée\n" in said.out
        assert f"  {SHY}\n    elle demande à ne pas être archivée\n" in said.out
        assert f"  {MALFORMED}\n    pas vue en ligne à la dernière vérification\n" in said.out
        assert "2 pages à enregistrer · 2 laissées de côté\nRien n’a été écrit" in said.out
    assert len(world.wayback.asked) == asked
    assert "     0 en attente" in perenne("archive", "status").out


def test_plan_and_status_are_there_for_programs(
    perenne: Shell, world: World, nights: Nights
) -> None:
    """Codes beside sentences; the same figures as for humans."""
    world.wayback.script(DIES, Script(error="browsing-timeout"))
    perenne("check", "--no-archive")
    planned = perenne("archive", "plan", "--format", "json").json
    assert {
        each["url"]: (each["save"], each["reason"], each["message"]) for each in planned["links"]
    } == {
        LIVES: (True, "first", "jamais archivée"),
        DIES: (True, "first", "jamais archivée"),
        SHY: (False, "noarchive", "elle demande à ne pas être archivée"),
        MALFORMED: (False, "not_live", "pas vue en ligne à la dernière vérification"),
    }
    nights.play(1)
    nights.play(2)
    told = perenne("archive", "status", "--format", "json").json
    assert (told["schema"], told["enabled"], told["sent_today"]) == (1, True, 0)
    assert (told["requests"]["captured"], told["captures"]["verified"]) == (1, 1)
    [failure] = told["failures"]
    assert (failure["class"], failure["codes"]) == ("transient", {"browsing-timeout": 1})


def test_a_plan_says_that_nothing_is_sent_without_keys(perenne: Shell, nights: Nights) -> None:
    """The decisions are told all the same; an unknown dossier is refused."""
    perenne.env["PERENNE_WAYBACK__ACCESS_KEY"] = ""
    said = perenne("archive", "plan")
    assert "Sans clés" in said.out or "Pas de clés" in said.out
    said = perenne("archive", "plan", "nulle-part")
    assert said.code == 2
    assert "nulle-part" in said.err


def test_the_status_tells_queue_budget_failures_copies_and_searches(
    perenne: Shell, world: World, nights: Nights
) -> None:
    """With the class of each failure, and since when the oldest request waits."""
    world.wayback.script(DIES, Script(error="browsing-timeout"))
    nights.play(1)
    nights.play(2)
    said = perenne("archive", "status")
    assert said.code == 0
    lines = [line.strip() for line in said.out.splitlines()]
    for told in (
        "1 en attente",
        "1 archivées",
        "1 copie contrôlée",
        "1 difficulté passagère (browsing-timeout 1)",
        "2 recherches sans résultat",
    ):
        assert told in lines
    assert "0 page envoyée sur 2000 par jour" in said.out
    assert "La plus ancienne demande attend depuis le 2026-03-02 03:05" in said.out


def test_the_status_says_that_nothing_is_sent_for_a_while(
    perenne: Shell, world: World, nights: Nights
) -> None:
    """And why."""
    perenne("check")
    perenne.env["PERENNE_WAYBACK__SECRET_KEY"] = "wrong"
    said = perenne("archive", "run")
    assert "Rien n’est envoyé avant le" in said.out
    assert "archive injoignable, ou clés refusées (keys_refused 1)" in said.out


def test_the_history_tells_the_copies_of_a_link_and_the_searches_for_them(
    perenne: Shell, world: World, nights: Nights
) -> None:
    """What each was seen to show."""
    world.wayback.holdings.add(DIES, datetime(2019, 7, 1, 12, tzinfo=UTC))
    world.wayback.script(LIVES, Script(archived=b"<h1>Page introuvable</h1><p>Page introuvable"))
    world.wayback.script(DIES, Script(index_lag=timedelta(days=9)))
    nights.play(1)
    assert "– pas encore contrôlée" in perenne("history", LIVES).out
    nights.play(2)
    told = perenne("history", LIVES).out
    assert "– inutilisable" in told
    assert "ce qu’elle montre : page disparue" in told
    story = perenne("history", DIES).out
    assert "l’archive ne la montre pas encore" in story
    assert "Copie archivée du 2019-07-01 14:00 – contrôlée" in story
    assert ": trouvées" in story
    nights.play(6)
    assert "introuvable dans l’archive" in perenne("history", DIES).out


def test_a_mail_offers_the_copy_with_its_distance(
    perenne: Shell, world: World, nights: Nights
) -> None:
    """Once, though it is known as a copy and as a replacement; the table and the JSON have both."""
    world.wayback.holdings.add(DIES, datetime(2019, 7, 1, 12, tzinfo=UTC))
    world.wayback.script(DIES, Script(index_lag=timedelta(days=999)))
    for number in (1, 2, 3):
        nights.play(number)
    body = world.mailbox.messages[-1].message.get_body(("plain",))
    assert body is not None
    text = " ".join(body.get_content().split())
    assert "Remplacement proposé (copie du 1er juillet 2019, 183 jours avant la référence)" in text
    assert text.count("/20190701120000/") == 1
    [told] = [
        link
        for link in perenne("report", "show", "--format", "json").json["links"]
        if link["url"] == DIES
    ]
    assert [each["kind"] for each in told["replacements"]] == ["capture"]
    assert [each["url"] for each in told["captures"]] == [told["replacements"][0]["url"]]


def test_a_second_archive_is_asked_where_the_first_is_without(
    perenne: Shell, world: World, nights: Nights
) -> None:
    """And its copy is offered in the same way; the history names it."""
    world.arquivo.holdings.add(DIES, datetime(2019, 7, 1, 12, tzinfo=UTC))
    world.wayback.script(DIES, Script(index_lag=timedelta(days=999)))
    world.arquivo.script(DIES, Script(index=Trouble.NONE))
    for number in (1, 2, 3):
        nights.play(number)
    story = perenne("history", DIES).out
    assert f"{world.arquivo.url}/wayback/20190701120000/{DIES}" in story
    assert "Copies cherchées sur 127.0.0.1" in story
