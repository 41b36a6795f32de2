"""`perenne check` on the sample dossier and on what people type."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.acceptance.conftest import Shell, title_of

from perenne.demo.expected import EXPECTED
from perenne.demo.world import World
from perenne.domain.verdicts import Family

ALIVE = "https://www.frenchweb.fr/laboratoire-urbain-nantes-accueille-les-labs-dinnovation-de-grands-groupes/356740"
DEAD = "https://www.urbanisme.fr/de-l-audace-pour-nos-territoires-design-innovation/sommaire-67"
GONE_HOST = "http://www.lelab.pole-emploi.fr/"


def test_the_sample_dossier_gives_the_documented_verdicts(perenne: Shell, sample: str) -> None:
    """Every one of the 41 URLs, against the table of facts."""
    said = perenne("check", sample, "--format", "json")
    assert said.code == 1
    told = {link["url"]: link["verdict"] for link in said.json["links"]}
    assert told == {fact.url: fact.verdict(1) for fact in EXPECTED}


def test_the_json_has_the_documented_shape(perenne: Shell, sample: str) -> None:
    """Keys that programs rely on; French reasons beside stable codes."""
    document = perenne("check", sample, "--format", "json").json
    assert document["schema"] == 1
    assert document["run"].keys() == {"id", "kind", "started_at", "finished_at", "status"}
    assert document["run"]["status"] == "completed"
    assert document["counts"]["links"] == 41
    link = next(link for link in document["links"] if link["url"] == DEAD)
    assert link["family"] == "broken"
    assert link["state"] == "suspect"
    assert link["http_status"] == 404
    assert link["evidence"][0]["code"] == "http_404"
    assert "404" in link["reason"]
    assert link["last_alive"] is None
    [citation] = link["citations"]
    assert citation["title"] == "De l'audace pour nos territoires, #design #innovation"
    assert citation["section"].startswith("III")
    assert citation["as_written"] == DEAD


def test_the_table_is_french_and_never_cuts_an_address(perenne: Shell, sample: str) -> None:
    """A documentalist reads it, or pastes an address from it."""
    said = perenne("check", sample)
    broken = sum(fact.verdict(1).family is Family.BROKEN for fact in EXPECTED)
    assert f"Cassés ({broken})" in said.out
    for fact in EXPECTED:
        assert fact.url in said.out
    assert "41 liens" in said.out


def test_other_languages_and_forms(perenne: Shell, dossier: Callable[..., str]) -> None:
    """English on demand; CSV and JUnit hold each link once."""
    file = dossier(ALIVE, DEAD)
    assert "Broken (1)" in perenne("check", file, "--lang", "en").out
    rows = list(
        csv.reader(io.StringIO(perenne("check", file, "--format", "csv").out), delimiter=";")
    )
    assert len(rows) == 3
    suite = ET.fromstring(perenne("check", file, "--format", "junit").out)
    assert len(suite.findall(".//testcase")) == 2
    assert len(suite.findall(".//failure")) == 1


def test_a_url_and_standard_input_can_be_checked(perenne: Shell) -> None:
    """No dossier is needed."""
    assert perenne("check", ALIVE).code == 0
    said = perenne("check", "-", "--format", "json", stdin=f"{ALIVE}\n\n{DEAD}\n")
    assert said.code == 1
    assert [link["verdict"] for link in said.json["links"]] == ["ok", "not_found"]


def test_no_record_leaves_no_trace(perenne: Shell, tmp_path: Path) -> None:
    """Not even a database."""
    said = perenne("check", DEAD, "--no-record", "--format", "json")
    assert said.code == 1
    assert said.json["run"]["id"] is None
    assert not (tmp_path / "perenne.sqlite").exists()


def test_no_record_knows_what_is_registered(perenne: Shell, dossier: Callable[..., str]) -> None:
    """The state is told beside this look's verdict, and stays."""
    perenne("add", dossier(ALIVE, DEAD))
    perenne("check", "petit-dossier")
    said = perenne("check", "petit-dossier", "--no-record", "--format", "json")
    states = {link["url"]: link["state"] for link in said.json["links"]}
    assert states == {ALIVE: "alive", DEAD: "suspect"}
    assert said.json["links"][0]["citations"][0]["title"] == title_of(ALIVE)


def test_a_file_that_is_checked_is_not_registered(
    perenne: Shell, dossier: Callable[..., str]
) -> None:
    """Only `add` registers; what was seen is remembered all the same."""
    perenne("check", dossier(DEAD))
    assert "Pas encore de dossier" in perenne("dossier", "list").out
    assert "404" in perenne("history", DEAD).out


def test_all_that_is_registered_is_checked_without_a_target(
    perenne: Shell, dossier: Callable[..., str]
) -> None:
    """As the night does; a link that two dossiers cite is checked once."""
    perenne("add", dossier(ALIVE, DEAD, name="un.md"), "--title", "Un")
    perenne("add", dossier(DEAD, name="deux.md"), "--title", "Deux")
    said = perenne("check", "--format", "json")
    cited = {
        link["url"]: {citation["dossier"] for citation in link["citations"]}
        for link in said.json["links"]
    }
    assert cited == {ALIVE: {"Un"}, DEAD: {"Un", "Deux"}}


def test_a_url_no_request_can_be_made_from_is_told(
    perenne: Shell, dossier: Callable[..., str]
) -> None:
    """It is broken at once, and nothing is requested."""
    said = perenne("check", dossier("http://www.exemple..fr/page"), "--format", "json")
    [link] = said.json["links"]
    assert (link["verdict"], link["state"], said.code) == ("malformed", "broken", 1)


@pytest.mark.parametrize("target", ["nulle-part", "nulle-part.md"])
def test_an_unknown_target_is_bad_usage(perenne: Shell, target: str) -> None:
    """Neither file, nor URL, nor dossier."""
    said = perenne("check", target)
    assert said.code == 2
    assert target in said.err
    assert "Traceback" not in said.err


def test_every_request_is_polite(perenne: Shell, world: World, sample: str) -> None:
    """Nothing but cited URLs, their hops and what the judge asked for; one honest name."""
    perenne("check", sample)
    agents = {seen.headers.get("user-agent", "") for seen in world.web.log}
    assert len(agents) == 1
    assert agents.pop().startswith("Mozilla/5.0 (compatible; Perenne/")
    counted: dict[tuple[str, str], int] = {}
    for seen in world.web.log:
        counted[seen.host, seen.path] = counted.get((seen.host, seen.path), 0) + 1
    assert max(counted.values()) <= 3, json.dumps({str(k): v for k, v in counted.items() if v > 3})


def test_excluded_addresses_are_left_alone(perenne: Shell, world: World) -> None:
    """The administrator's word is law."""
    perenne.env["PERENNE_NETWORK__EXCLUDE"] = '["https://www.frenchweb.fr/*"]'
    said = perenne("check", ALIVE, "--format", "json")
    assert said.json["links"][0]["verdict"] == "unchecked"
    assert not world.web.log
