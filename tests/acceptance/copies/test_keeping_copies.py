"""The copies at home, as their users meet them."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.acceptance.conftest import Said, Shell
from tests.copies.home import HTML, Pages, article, records_of, warcio_check
from tests.copies.test_copies_files import noise

from perenne.demo.answers import Answer
from perenne.demo.world import World
from perenne.domain.runs import RunKind
from perenne.runs.copying import TURN
from perenne.store import leases, runs
from perenne.store.database import open_database

PAGE, OTHER = "https://a.exemple.fr/page", "https://b.exemple.fr/page"
MEASURED = """
from perenne.cli.main import main
try:
    main(["archive", "copy"])
finally:
    print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")), end="")
"""
PDF = {"Content-Type": "application/pdf"}


def test_copies_are_off_until_a_folder_is_named(perenne: Shell) -> None:
    """Each command says so in a sentence, with code 2."""
    for command in (("archive", "copy"), ("archive", "verify")):
        said = perenne(*command)
        assert (said.code, said.out) == (2, "")
        assert said.err == "Aucun répertoire n’est configuré pour les copies ([copies] folder).\n"


def test_what_is_copied_is_told(seen: Callable[..., Said], keeping: Shell, pages: Pages) -> None:
    """In plain words; the second time there is nothing to do."""
    pages.answers["a.exemple.fr/same"] = Answer(body=article("Même"), headers=HTML)
    pages.answers["b.exemple.fr/same"] = Answer(body=article("Même"), headers=HTML)
    pages.answers["a.exemple.fr/big.pdf"] = Answer(body=b"%PDF-1.4" * 200_000, headers=PDF)
    keeping.env["PERENNE_COPIES__LARGEST_MB"] = "1"
    said = seen(PAGE, *(f"https://{path}" for path in pages.answers))
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "3 pages copiées.",
        "- 1 était déjà là à l’identique, et ne prend pas de place.",
        "- 1 dépasse 1 Mo : non copiée.",
    ]
    assert keeping("archive", "copy").out == "0 page copiée.\n"
    story = keeping("history", PAGE).out
    assert "Copie chez vous : 20" in story
    assert ", 4 ko" in story
    assert "Copie chez vous" not in keeping("history", "https://a.exemple.fr/big.pdf").out


def test_a_night_comes_first_and_another_copier_too(
    seen: Callable[..., Said], keeping: Shell, tmp_path: Path
) -> None:
    """Each is told in a sentence; only the first is a reason to try again by hand."""
    assert seen(PAGE).code == 0
    now = datetime.now(UTC)
    with open_database(f"sqlite:///{tmp_path}/perenne.sqlite") as database:
        with database.transaction() as session:
            leases.take(session, TURN, "elsewhere:1:x", now, now + timedelta(minutes=5))
        said = keeping("archive", "copy")
        assert (said.code, said.err) == (0, "")
        assert said.out == "Une autre instance de Pérenne fait déjà les copies.\n"
        with database.transaction() as session:
            runs.claim(
                session,
                RunKind.NIGHTLY,
                scheduled_for=now,
                night=now.date(),
                holder="elsewhere:1:x",
                at=now,
            )
        said = keeping("archive", "copy")
    assert said.code == 3
    assert "passe d’abord : réessayez ensuite" in said.err


@pytest.mark.slow
def test_sixty_megabytes_are_refused_and_fill_no_memory(
    seen: Callable[..., Said], keeping: Shell, world: World, pages: Pages, folder: Path
) -> None:
    """Announced or not: the one after 64 kB, the other at 50 MB."""
    body = b"%PDF-1.4\n" + noise(1_000_000) * 60
    for name, chunked in (("1", False), ("2", True)):
        pages.answers[f"a.exemple.fr/{name}.pdf"] = Answer(body=body, headers=PDF, chunked=chunked)
    pages.answers["b.exemple.fr/49.pdf"] = Answer(body=body[:49_000_000], headers=PDF)
    keeping.env["PERENNE_LIMITS__FIRST_BYTE"] = "60"
    keeping.env["PERENNE_COPIES__FOLDER"] = ""
    seen("https://a.exemple.fr/1.pdf", "https://a.exemple.fr/2.pdf", "https://b.exemple.fr/49.pdf")
    keeping.env["PERENNE_COPIES__FOLDER"] = str(folder)
    world.web.log.clear()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED],
        env={**os.environ, **keeping.env},
        cwd=keeping.cwd,
        text=True,
        capture_output=True,
        check=False,
    )
    *told, peak = done.stdout.splitlines()
    assert told == ["1 page copiée.", "- 2 dépassent 50 Mo : non copiées."], done.stderr
    assert int(peak.split()[1]) < 150_000, "kilobytes, all of Python included"
    [file] = folder.iterdir()
    assert 49_000_000 < file.stat().st_size < 49_100_000


def test_damage_is_told_by_the_name_of_the_file(
    seen: Callable[..., Said], keeping: Shell, folder: Path
) -> None:
    """With code 1; a folder that is gone is another matter, with code 3."""
    seen(PAGE)
    [file] = folder.iterdir()
    assert keeping("archive", "verify").out == "1 fichier, 2 ko : intact.\n"
    data = file.read_bytes()
    file.write_bytes(data[:700] + bytes([data[700] ^ 1]) + data[701:])
    (folder / "notes.txt").touch()
    said = keeping("archive", "verify")
    assert said.code == 1
    assert said.out == f"{file.name} : modifié\nnotes.txt : inconnu de Pérenne\n"
    file.write_bytes(data[:-1])
    assert keeping("archive", "verify").out.startswith(f"{file.name} : coupé\n")
    file.rename(file.with_suffix(".away"))
    said = keeping("archive", "verify")
    assert said.code == 3
    assert "Son disque est-il branché ?" in said.err


def limited(shell: Shell, most: int, *arguments: str) -> Said:
    """Run where no file may grow beyond so many bytes, as on a disk that is full."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    done = subprocess.run(
        [sys.executable, "-m", "perenne", *arguments],
        env=shell.env,
        cwd=shell.cwd,
        text=True,
        capture_output=True,
        check=False,
        preexec_fn=limit,
    )
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("length", "room"),
    [(1_200_000, 1_200_300), (3_000_000, 1_200_300), (3_000_000, 540_000)],
    ids=["when-written", "when-fetched", "at-once"],
)
def test_a_disk_that_is_full_is_told_and_nothing_is_lost(
    seen: Callable[..., Said],
    keeping: Shell,
    pages: Pages,
    folder: Path,
    length: int,
    room: int,
) -> None:
    """One sentence, code 3; what was copied before is whole, and a night goes on as ever."""
    assert seen(PAGE).out == "1 page copiée.\n"
    pages.answers["b.exemple.fr/doc.pdf"] = Answer(body=b"%PDF-1.4" + noise(length), headers=PDF)
    keeping.env["PERENNE_COPIES__FOLDER"] = ""
    seen("https://b.exemple.fr/doc.pdf", name="autre")
    keeping.env["PERENNE_COPIES__FOLDER"] = str(folder)
    # Of the shorter one the answer fits, its record, with a head of its own, does not.
    said = limited(keeping, room, "archive", "copy")
    assert said.code == 3
    assert said.err == (
        f"Il n’y a plus de place pour les copies dans {folder}. Rien n’est perdu.\n"
    )
    assert [path.suffix for path in folder.iterdir()] == [".gz"]
    assert keeping("archive", "verify").code == 0
    if room > length:
        assert limited(keeping, 1_200_300, "run").code == 0
    assert keeping("archive", "copy").out == "1 page copiée.\n"
    assert warcio_check(*folder.iterdir()) == ""


@pytest.mark.slow
def test_a_kill_in_mid_record_leaves_nothing_corrupt(
    seen: Callable[..., Said], keeping: Shell, pages: Pages, folder: Path
) -> None:
    """The next call cuts the torn record off, closes the file, and copies the page again."""
    pages.answers["b.exemple.fr/doc.pdf"] = Answer(
        body=b"%PDF-1.4" + noise(1_000_000) * 45, headers=PDF
    )
    keeping.env["PERENNE_COPIES__FOLDER"] = ""
    seen(PAGE, "https://b.exemple.fr/doc.pdf")
    keeping.env["PERENNE_COPIES__FOLDER"] = str(folder)
    process = keeping.process("archive", "copy")
    path = _being_written(folder, 5_000_000)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert path.stat().st_size > 5_000_000
    assert keeping("archive", "copy").out == "1 page copiée.\n"
    assert not path.exists()
    first, second = sorted(folder.iterdir())
    assert first.name == path.name.removesuffix(".open")
    assert first.stat().st_size < 10_000, "the page that was copied before, and no more"
    assert warcio_check(first, second) == ""
    assert keeping("archive", "verify").code == 0
    urls = [r.url for file in (first, second) for r in records_of(file) if r.type == "response"]
    assert urls == [PAGE, "https://b.exemple.fr/doc.pdf"]


def _being_written(folder: Path, length: int) -> Path:
    for _ in range(1_000):
        for path in folder.glob("*.open") if folder.exists() else ():
            if path.stat().st_size > length:
                return path
        time.sleep(0.02)
    pytest.fail("nothing was written")


@pytest.mark.slow
def test_a_polite_stop_closes_the_file(
    seen: Callable[..., Said], keeping: Shell, folder: Path
) -> None:
    """What was copied is kept, and told so."""
    seen(PAGE)
    keeping.env["PERENNE_COPIES__FOLDER"] = ""
    seen(*(f"https://b.exemple.fr/{n}" for n in range(40)), name="autre")
    keeping.env["PERENNE_COPIES__FOLDER"] = str(folder)
    keeping.env["PERENNE_POLITENESS__INTERVAL"] = "0.5"
    process = keeping.process("archive", "copy")
    _being_written(folder, 2_000)
    process.send_signal(signal.SIGTERM)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 3
    assert err == "Interrompu : ce qui a été copié est gardé.\n"
    assert [path.suffix for path in folder.iterdir()] == [".gz", ".gz"]
    assert keeping("archive", "verify").code == 0
