"""Days on which this machine is at fault: it is said, and nothing is held against a link.

Name spaces of the Linux kernel give a process a machine of its own, without any network, or
with a tiny disk; where they may not be made, these tests are skipped.
"""

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.acceptance.conftest import Said, Shell

URLS = ("http://a.exemple.fr/une-page", "https://b.exemple.fr/une-autre")


def _may_unshare() -> bool:
    try:
        made = subprocess.run(["unshare", "-rnm", "true"], capture_output=True, check=False)
    except FileNotFoundError:
        return False
    return made.returncode == 0


apart = pytest.mark.skipif(not _may_unshare(), reason="no name spaces may be made here")


@dataclass
class Apart:
    """Runs shell commands on a machine of its own, with `perenne` as ``$PERENNE``."""

    env: dict[str, str]
    cwd: Path

    def __call__(self, script: str) -> Said:
        """Run a script of `sh`."""
        done = subprocess.run(
            ["unshare", "-rnm", "sh", "-c", script],
            env={**os.environ, **self.env, "PERENNE": f"{sys.executable} -m perenne"},
            cwd=self.cwd,
            capture_output=True,
            text=True,
            check=False,
        )
        return Said(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def machine(tmp_path: Path) -> Apart:
    """Give a machine without any network, and a folder on which a small disk can be mounted."""
    (tmp_path / "disk").mkdir()
    config = tmp_path / "apart.toml"
    config.write_text(
        f'database_url = "sqlite:///{tmp_path}/disk/perenne.sqlite"\n'
        f'log_file = "{tmp_path}/apart.log"\n'
        "[limits]\nsecond_opinion_after = 0.05\n[politeness]\ninterval = 0\n",
        encoding="utf-8",
    )
    # PERENNE alone is no key: the prefix of ours has an underscore
    return Apart({"PERENNE_CONFIG": str(config)}, tmp_path)


@apart
@pytest.mark.parametrize(
    "resolve", ["[]", '["*:*:192.0.2.1"]', '["*:*:[2001:db8::1]"]'], ids=["no-dns", "v4", "v6"]
)
def test_without_name_server_or_route_the_outage_is_ours(machine: Apart, resolve: str) -> None:
    """The real one, of a machine whose cable is out."""
    machine.env["PERENNE_NETWORK__RESOLVE"] = resolve
    said = machine(f"$PERENNE check {' '.join(URLS)}")
    assert said.code == 3
    assert "notre propre réseau semble en panne" in said.err
    assert "Aucun lien n’a été marqué comme cassé" in said.err
    assert "2 non vérifiés" in said.out


@apart
def test_a_night_without_route_moves_no_state(
    machine: Apart, tmp_path: Path, dossier: Callable[..., str]
) -> None:
    """It is void, and says so."""
    said = machine(f"$PERENNE add {dossier(*URLS)} >/dev/null && $PERENNE run")
    assert said.code == 3
    assert "notre propre réseau" in said.err
    shown = machine("$PERENNE report show --dossier petit-dossier --format json")
    assert "suspect" not in shown.out
    assert "broken" not in {link["state"] for link in shown.json["links"]}


@apart
def test_a_full_disk_is_told_and_loses_nothing(machine: Apart) -> None:
    """With more room, the very same works."""
    few = "seq 2000 | sed 's#^#http://a.exemple.fr/#' | $PERENNE check - --format csv"
    said = machine(
        "mount -t tmpfs -o size=600k tmpfs disk;"
        f" {few} >/dev/null; echo $?; mount -o remount,size=50m disk; {few} >/dev/null; echo $?"
    )
    full, again = said.out.split()
    assert (full, again) == ("3", "3"), "a full disk first, no network then"
    assert "Le disque de la base de données est plein." in said.err
    assert said.err.index("est plein") < said.err.index("notre propre réseau semble")
    assert "Traceback" not in said.err


def limited(shell: Shell, files: int, hard: int) -> Said:
    """Run `check` in a process that may open so many files, and raise that to `hard`."""
    shell.env["PERENNE_LIMITS__SECOND_OPINION_AFTER"] = "0.05"
    done = subprocess.run(
        [sys.executable, "-m", "perenne", "check", *URLS],
        env={**os.environ, **shell.env},
        cwd=shell.cwd,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (files, hard)),
    )
    return Said(done.returncode, done.stdout, done.stderr)


def test_too_few_files_are_told_before_anything_is_asked(alone: Shell, tmp_path: Path) -> None:
    """With what is granted, what is needed, and what to do."""
    said = limited(alone, 100, 100)
    assert said.code == 3
    assert "ouvrir 100 fichiers à la fois" in said.err
    assert "demande 320" in said.err
    assert "ulimit -n" in said.err
    assert said.out == ""


def test_a_limit_that_we_may_raise_ourselves_is_raised(alone: Shell) -> None:
    """Systems grant few files by default, and more to whoever asks."""
    said = limited(alone, 100, 1000)
    assert "fichiers à la fois" not in said.err
    assert "2 non vérifiés" in said.out


def test_fewer_lanes_need_fewer_files(alone: Shell) -> None:
    """As the sentence says."""
    alone.env["PERENNE_POLITENESS__LANES"] = "4"
    assert "2 non vérifiés" in limited(alone, 100, 100).out


def test_a_clock_that_went_back_is_told(
    perenne: Shell, tmp_path: Path, dossier: Callable[..., str]
) -> None:
    """The night is done all the same; what was counted is not counted again."""
    dead = "https://www.urbanisme.fr/de-l-audace-pour-nos-territoires-design-innovation/sommaire-67"
    perenne("add", dossier(dead))
    perenne("run")
    _date_runs(tmp_path / "perenne.sqlite", "2031-05-04 02:00:00.000000")
    said = perenne("check", "--format", "json")
    assert "L’horloge de cette machine semble avoir reculé" in said.err
    assert "2031-05-04" in said.err
    assert [link["state"] for link in said.json["links"]] == ["suspect"]


def test_a_clock_that_goes_forward_is_not_mentioned(perenne: Shell) -> None:
    """Nor one that never ran."""
    assert "horloge" not in perenne("check", URLS[0]).err
    assert "horloge" not in perenne("check", URLS[0]).err


def _date_runs(file: Path, instant: str) -> None:
    """Make the runs of a database be of another time, as if the clock had been wrong then."""
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE runs SET started_at = ?, finished_at = ?", (instant, instant))
    connection.close()
