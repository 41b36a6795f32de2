"""Each bad input and bad day: a clear sentence, the right exit code, nothing lost."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.acceptance.conftest import Shell

from perenne.demo.world import World

ALIVE = "https://www.frenchweb.fr/laboratoire-urbain-nantes-accueille-les-labs-dinnovation-de-grands-groupes/356740"
DEAD = "https://www.urbanisme.fr/de-l-audace-pour-nos-territoires-design-innovation/sommaire-67"


@pytest.mark.parametrize("command", ["read", "add", "check"])
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "vide"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"),
        (bytes(range(256)) * 8, "texte"),
    ],
)
def test_a_file_that_is_no_dossier_is_refused(
    perenne: Shell, tmp_path: Path, command: str, content: bytes, sentence: str
) -> None:
    """The sentence says what the file is; nothing is registered."""
    file = tmp_path / "dossier.md"
    file.write_bytes(content)
    said = perenne(command, str(file))
    assert said.code == 2
    assert sentence in said.err
    assert said.out == ""
    assert "Traceback" not in said.err
    assert "Pas encore de dossier" in perenne("dossier", "list").out


def test_a_missing_file_is_named(perenne: Shell) -> None:
    """As it was typed."""
    said = perenne("read", "nulle-part.md")
    assert said.code == 2
    assert "nulle-part.md" in said.err


def test_a_dossier_without_url_is_not_registered(perenne: Shell, tmp_path: Path) -> None:
    """There would be nothing to check."""
    file = tmp_path / "livres.md"
    file.write_text("# Livres\n\nUn titre / DUPONT Jean\n\nDunod, 2017, 142 p.\n", encoding="utf-8")
    assert perenne("read", str(file)).code == 0
    said = perenne("check", str(file))
    assert (said.code, said.out) == (2, "")
    assert "aucun lien" in said.err
    said = perenne("add", str(file))
    assert said.code == 2
    assert "aucun lien" in said.err
    assert "Pas encore de dossier" in perenne("dossier", "list").out


def test_a_database_of_a_newer_version_is_refused(
    perenne: Shell, tmp_path: Path, dossier: Callable[..., str]
) -> None:
    """It is left as it is, and the user is told to update."""
    perenne("add", dossier(ALIVE))
    with sqlite3.connect(tmp_path / "perenne.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_later'")
    connection.close()
    said = perenne("check")
    assert said.code == 3
    assert "plus récente" in said.err


def test_a_database_that_cannot_be_reached_is_told(perenne: Shell) -> None:
    """With its cause on demand."""
    perenne.env["PERENNE_DATABASE_URL"] = "postgresql://nobody@127.0.0.1:9/nothing"
    said = perenne("check", "-v")
    assert said.code == 3
    assert "injoignable" in said.err
    assert "127.0.0.1" in said.err


def test_a_bad_configuration_names_file_and_key(perenne: Shell, tmp_path: Path) -> None:
    """And what was expected."""
    text = '[politeness]\nintervall = 1\n[wayback]\nsecret_key = "s3same"\n'
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    perenne.env["PERENNE_CONFIG"] = str(tmp_path / "bad.toml")
    for command in ("check", "config show", "config check"):
        said = perenne(*command.split())
        assert said.code == 2
        assert "bad.toml" in said.err
        assert "politeness.intervall: cette clé n’existe pas" in said.err
        assert "s3same" not in said.err + said.out
        assert said.out == ""


def test_a_bad_database_address_is_bad_configuration(perenne: Shell) -> None:
    """Found by `config check` as by any command."""
    perenne.env["PERENNE_DATABASE_URL"] = "oracle://x"
    for command in ("check", "config check"):
        said = perenne(*command.split())
        assert said.code == 2
        assert "database_url" in said.err


def test_the_language_of_the_configuration_is_used(perenne: Shell) -> None:
    """By tables and mails; the command line has the last word."""
    perenne.env["PERENNE_LANGUAGE"] = "en"
    assert "No dossier yet" in perenne("dossier", "list").out
    assert "Pas encore" in perenne("dossier", "list", "--lang", "fr").out


def test_a_bad_resolve_entry_or_site_is_told(perenne: Shell, tmp_path: Path) -> None:
    """Before anything is looked at."""
    sites = tmp_path / "sites.toml"
    sites.write_text('["exemple.fr"]\nfact = "x"\nblocks_robot = true\n', encoding="utf-8")
    perenne.env["PERENNE_SITES_FILE"] = str(sites)
    said = perenne("config", "check")
    assert said.code == 2
    assert "blocks_robot" in said.err
    perenne.env["PERENNE_SITES_FILE"] = ""
    perenne.env["PERENNE_NETWORK__RESOLVE"] = '["exemple.fr"]'
    said = perenne("check", ALIVE)
    assert said.code == 2
    assert "network.resolve" in said.err


def test_without_any_network_nothing_is_held_against_a_link(
    perenne: Shell, dossier: Callable[..., str]
) -> None:
    """`check` says so, exits 3, and leaves states as they were."""
    file = dossier(ALIVE, DEAD)
    perenne("check", file)
    before = perenne("history", DEAD).out
    perenne.env["PERENNE_NETWORK__RESOLVE"] = "[]"
    perenne.env["PERENNE_NETWORK__PROXY"] = "http://127.0.0.1:9"
    said = perenne("check", file, "--format", "json")
    assert said.code == 3
    assert said.json["run"]["status"] == "void"
    assert {link["verdict"] for link in said.json["links"]} == {"unchecked"}
    assert {link["state"] for link in said.json["links"]} == {"alive", "suspect"}
    assert perenne("history", DEAD).out == before
    told = perenne("check", file)
    assert "notre propre réseau" in told.err


@pytest.mark.parametrize("wall", ["*:*:127.0.0.1:9", "*:*:nxdomain"])
def test_a_wall_around_us_is_our_outage(alone: Shell, sample: str, wall: str) -> None:
    """A firewall that rejects everything, or a name server that knows nothing."""
    alone.env["PERENNE_NETWORK__RESOLVE"] = f'["{wall}"]'
    alone.env["PERENNE_LIMITS__SECOND_OPINION_AFTER"] = "0.05"
    said = alone("check", sample, "--format", "json")
    assert said.code == 3
    assert said.json["counts"] | {"broken": 0, "unchecked": 41} == said.json["counts"]
    assert {link["state"] for link in said.json["links"]} == {"new"}


def test_a_host_known_here_needs_no_canary(alone: Shell) -> None:
    """Who writes that a host does not exist is believed; so is a refusal by an address."""
    alone.env |= {
        "PERENNE_NETWORK__RESOLVE": '["mort.exemple.fr:*:nxdomain", "*:*:127.0.0.1:9"]',
        "PERENNE_NETWORK__ALLOW_PRIVATE": "true",
        "PERENNE_LIMITS__SECOND_OPINION_AFTER": "0.05",
    }
    urls = ("http://mort.exemple.fr/", "http://127.0.0.1:8888/")
    said = alone("check", *urls, "--format", "json")
    assert [link["verdict"] for link in said.json["links"]] == ["dns", "refused"]
    assert said.code == 1


def test_a_night_without_network_is_void(
    perenne: Shell, world: World, dossier: Callable[..., str]
) -> None:
    """Nobody is told anything, and the night can be done again."""
    perenne("add", dossier(ALIVE, DEAD))
    perenne.env["PERENNE_NETWORK__PROXY"] = "http://127.0.0.1:9"
    perenne.env["PERENNE_NETWORK__RESOLVE"] = "[]"
    said = perenne("run")
    assert said.code == 3
    assert "notre propre réseau" in said.err
    del perenne.env["PERENNE_NETWORK__PROXY"], perenne.env["PERENNE_NETWORK__RESOLVE"]
    assert perenne("run").code == 0
    assert not world.mailbox.messages


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek"],
        ["dossier"],
        ["check", "--formt", "json"],
        ["check", "--format", "yaml"],
        ["read"],
        ["--lang", "de", "check"],
        ["dossier", "show", "nulle-part"],
        ["history", "https://jamais-vu.example/"],
        ["report", "show", "--dossier", "nulle-part"],
        ["dossier", "notify", "nulle-part", "anne@centre.example"],
    ],
)
def test_bad_usage_is_told_in_a_sentence(perenne: Shell, arguments: list[str]) -> None:
    """Exit code 2, and no traceback."""
    said = perenne(*arguments)
    assert said.code == 2
    assert said.err
    assert "Traceback" not in said.err + said.out


def test_a_bad_mail_address_registers_nothing(perenne: Shell, dossier: Callable[..., str]) -> None:
    """The typo is found before anything is written."""
    said = perenne("add", dossier(ALIVE), "--notify", "anne.centre.example")
    assert said.code == 2
    assert "anne.centre.example" in said.err
    assert "Pas encore de dossier" in perenne("dossier", "list").out


def test_archiving_without_keys_is_told(perenne: Shell) -> None:
    """Not silently done."""
    perenne.env |= {"PERENNE_WAYBACK__ACCESS_KEY": "", "PERENNE_WAYBACK__SECRET_KEY": ""}
    said = perenne("archive", "run")
    assert said.code == 2
    assert "clé" in said.err


def test_secrets_are_never_shown(perenne: Shell, tmp_path: Path) -> None:
    """Neither in the configuration shown, nor in the log."""
    perenne.env |= {
        "PERENNE_SMTP__PASSWORD": "s3same-ouvre-toi",
        "PERENNE_WAYBACK__SECRET_KEY": "s3same-ouvre-toi",
    }
    shown = perenne("config", "show")
    assert shown.code == 0
    perenne("archive", "run")
    log = tmp_path / "perenne.log"
    logged = log.read_text(encoding="utf-8") if log.exists() else ""
    assert "s3same" not in shown.out + shown.err + logged


def test_the_technical_cause_is_in_the_log(perenne: Shell, tmp_path: Path) -> None:
    """For the administrator, who was not there."""
    perenne.env["PERENNE_SMTP__PORT"] = "9"
    perenne("config", "show")
    perenne("history", "https://jamais-vu.example/")
    assert "UnknownUrlError" in (tmp_path / "perenne.log").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_told(perenne: Shell, tmp_path: Path) -> None:
    """The database cannot be made there."""
    perenne.env["PERENNE_DATABASE_URL"] = "sqlite:////proc/perenne.sqlite"
    said = perenne("check")
    assert said.code == 3
