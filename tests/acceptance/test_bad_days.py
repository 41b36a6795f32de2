"""Each bad input and bad day: a clear sentence, the right exit code, nothing lost."""

import os
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
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "abîmé"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
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


@pytest.mark.parametrize(
    "command",
    [("explain",), ("read",), ("add",), ("check", "--dossier"), ("check",)],
    ids=" ".join,
)
def test_no_site_is_blamed_for_our_outage(alone: Shell, command: tuple[str, ...]) -> None:
    """Whatever is asked for by its address; the same cause, and the same exit code."""
    alone.env["PERENNE_NETWORK__RESOLVE"] = '["*:*:nxdomain"]'
    alone.env["PERENNE_LIMITS__SECOND_OPINION_AFTER"] = "0.05"
    said = alone(*command, "https://www.exemple.fr/page")
    assert said.code == 3
    assert "notre propre réseau semble en panne" in said.err
    assert "introuvable" not in said.out + said.err
    assert "n’existe pas" not in said.out + said.err


def test_what_was_never_checked_is_not_called_well(
    alone: Shell, dossier: Callable[..., str]
) -> None:
    """Before the first night, and after one that counts for nothing."""
    alone.env["PERENNE_NETWORK__RESOLVE"] = '["*:*:nxdomain"]'
    alone.env["PERENNE_LIMITS__SECOND_OPINION_AFTER"] = "0.05"
    url, other = "https://www.exemple.fr/page", "https://www.exemple.org/page"
    alone("add", dossier(url, other))
    for _turn in range(2):
        shown = alone("report", "show")
        assert "2 liens pas encore vérifiés" in shown.out
        assert "Aucun de ses liens n’a encore été vérifié." in shown.out
        assert "examiné" not in shown.out
        assert "fonctionne" not in shown.out
        assert "2 pas encore connus" in alone("dossier", "list").out
        assert "Pas encore vérifié." in alone("history", url).out
        assert alone("run").code == 3


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


def test_a_terminal_that_knows_no_accents_is_no_fault(
    perenne: Shell, dossier: Callable[..., str]
) -> None:
    """After minutes of checking, nothing may fail for an accent."""
    perenne.env |= {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    process = perenne.process("check", dossier(ALIVE, DEAD))
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1, err
    assert DEAD in out


def test_a_reader_who_has_seen_enough_changes_nothing(
    perenne: Shell, dossier: Callable[..., str]
) -> None:
    """`perenne check … | head -n 1`: no traceback, and the true exit code."""
    with perenne.process("check", dossier(ALIVE, DEAD)) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
    assert process.returncode == 1, err
    assert "Traceback" not in err


def test_a_password_in_a_cited_address_is_left_out(
    perenne: Shell, world: World, dossier: Callable[..., str]
) -> None:
    """It is neither sent, nor stored, nor shown; with or without it, the link is the same."""
    secret = ALIVE.replace("https://", "https://moi:s3same@")
    said = perenne("check", secret, ALIVE, "--format", "json")
    [link] = said.json["links"]
    assert (link["url"], link["verdict"]) == (ALIVE, "ok")
    assert not any("authorization" in seen.headers for seen in world.web.log)
    file = dossier(secret)
    perenne("add", file)
    for command in (
        ["read", file],
        ["read", file, "--format", "json"],
        ["check", file, "--format", "csv"],
        ["check", "-", "--format", "json"],
        ["history", secret],
        ["report", "show", "--format", "csv"],
    ):
        assert "s3same" not in perenne(*command, stdin=secret).out
    assert b"s3same" not in Path(file).with_name("perenne.sqlite").read_bytes()


def test_a_pipe_is_no_dossier(perenne: Shell, tmp_path: Path) -> None:
    """Opening it would wait for ever."""
    os.mkfifo(tmp_path / "tuyau.md")
    assert perenne("read", str(tmp_path / "tuyau.md")).code == 2


def test_odd_bytes_and_comments_on_standard_input_are_borne(perenne: Shell) -> None:
    """Nothing at all is bad usage."""
    assert perenne("check", "-", stdin="# rien\n\n").code == 2
    said = perenne("check", "-", "--format", "json", stdin=f"# une\n{ALIVE}\n\udcff\n")
    assert [link["verdict"] for link in said.json["links"]] == ["ok", "malformed"]


def test_an_unknown_slug_registers_nothing(perenne: Shell, dossier: Callable[..., str]) -> None:
    """A typo must not make a second dossier."""
    said = perenne("add", dossier(ALIVE), "--slug", "tpyo")
    assert said.code == 2
    assert "tpyo" in said.err
    assert "Pas encore de dossier" in perenne("dossier", "list").out


def test_two_centres_may_use_one_title(perenne: Shell, dossier: Callable[..., str]) -> None:
    """Neither withdraws what the other cites."""
    perenne("add", dossier(ALIVE), "--centre", "Pantin")
    said = perenne("add", dossier(DEAD), "--centre", "Angers")
    assert "petit-dossier-2" in said.out
    assert len(perenne("check", "--format", "json").json["links"]) == 2


def test_a_title_cannot_speak_to_the_terminal(perenne: Shell, tmp_path: Path) -> None:
    """Escapes and bidirectional overrides are left out."""
    file = tmp_path / "piege.html"
    title = "Dossier &#27;[31mrouge &#27;]0;pwn&#7; &#x202e;"
    file.write_text(f"<h1>{title}</h1><p>Un titre</p><p>Revue, 2019</p><p>{ALIVE}</p>")
    perenne("add", str(file))
    told = perenne("read", str(file)).out + perenne("dossier", "list").out
    assert not {"\x1b", "\x07", "\u202e"} & set(told)


@pytest.mark.parametrize(
    "arguments",
    [
        ["dossier", "rename", "petit-dossier", "  "],
        ["dossier", "notify", "petit-dossier", "inconnu@centre.example", "--stop"],
        ["doctor", "--mail-to", "a@b.fr\nBcc: z@z.fr"],
    ],
)
def test_what_cannot_be_done_is_refused(
    perenne: Shell, dossier: Callable[..., str], arguments: list[str]
) -> None:
    """With a sentence, and code 2."""
    perenne("add", dossier(ALIVE))
    said = perenne(*arguments)
    assert said.code == 2
    assert said.err


def test_the_database_is_for_its_owner_alone(perenne: Shell, tmp_path: Path) -> None:
    """It holds the addresses of readers."""
    perenne("dossier", "list")
    assert (tmp_path / "perenne.sqlite").stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_told(perenne: Shell) -> None:
    """The system's refusal is no traceback."""
    process = perenne.process("demo", "--directory", "/proc/nulle-part")
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "Le système refuse" in err
