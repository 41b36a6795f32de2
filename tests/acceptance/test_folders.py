"""Folders of dossiers, and dossiers in which nothing may be odd."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.acceptance.conftest import Shell
from tests.dossiers.catalogues import ARTICLE, iso2709
from tests.dossiers.exports import RIS
from tests.dossiers.workbooks import Sheet, xlsx

ALIVE = "https://www.frenchweb.fr/laboratoire-urbain-nantes-accueille-les-labs-dinnovation-de-grands-groupes/356740"
DEAD = "https://www.urbanisme.fr/de-l-audace-pour-nos-territoires-design-innovation/sommaire-67"


@pytest.fixture
def folder(tmp_path: Path, dossier: Callable[..., str]) -> Path:
    """Give a folder with two dossiers, one of them in a folder of its own, and what is none."""
    place = tmp_path / "dossiers"
    (place / "2020").mkdir(parents=True)
    (place / ".cache").mkdir()
    Path(dossier(ALIVE)).rename(place / "petit.md")
    table = f"Titre;Lien\nDe l’audace;{DEAD}\n"
    (place / "2020" / "table.csv").write_text(table, encoding="utf-8")
    (place / ".cache" / "vieux.csv").write_text(table, encoding="utf-8")
    (place / "~$petit.docx").write_bytes(b"\\0\\1")
    (place / "petit.md.errata.csv").write_text(table, encoding="utf-8")
    return place


def test_each_file_of_a_folder_is_a_dossier(perenne: Shell, folder: Path) -> None:
    """Folders within are looked into; what systems leave there is not."""
    said = perenne("read", str(folder))
    assert said.code == 0
    assert "petit.md" in said.out
    assert "table.csv" in said.out
    assert "vieux" not in said.out
    assert "errata" not in said.out
    read = perenne("read", str(folder), "--format", "json").json
    assert [(Path(each["file"]).name, each["schema"]) for each in read["dossiers"]] == [
        ("petit.md", 1), ("table.csv", 1),
    ]  # fmt: skip
    assert read["refused"] == []


def test_a_folder_is_registered_and_checked(perenne: Shell, folder: Path) -> None:
    """Each dossier under its own name."""
    said = perenne("add", str(folder), "--notify", "anne@centre.example")
    assert said.code == 0
    listed = perenne("dossier", "list").out
    assert "petit-dossier" in listed
    assert "table" in listed
    said = perenne("check", str(folder), "--format", "json", "--no-record")
    assert said.code == 1
    assert {link["url"]: link["verdict"] for link in said.json["links"]} == {
        ALIVE: "ok", DEAD: "not_found",
    }  # fmt: skip


def test_what_cannot_be_read_in_a_folder_is_told_and_the_rest_is_used(
    perenne: Shell, folder: Path
) -> None:
    """The exit code says that something is missing."""
    (folder / "photo.md").write_bytes(b"\x89PNG\r\n\x1a\n")
    for command in (["read"], ["check"], ["add"]):
        said = perenne(*command, str(folder))
        assert said.code == 2, command
        assert "photo.md" in said.err
        assert "PNG" in said.err
        assert "Traceback" not in said.err
    assert "petit-dossier" in perenne("dossier", "list").out
    refused = perenne("read", str(folder), "--format", "json").json["refused"]
    assert [Path(each["file"]).name for each in refused] == ["photo.md"]


def test_a_file_without_links_in_a_folder_is_told(perenne: Shell, folder: Path) -> None:
    """It is read, and not registered."""
    (folder / "LISEZMOI.txt").write_text("Bonjour à tous.", encoding="utf-8")
    assert perenne("read", str(folder)).code == 0
    said = perenne("add", str(folder))
    assert said.code == 2
    assert "LISEZMOI.txt" in said.err
    assert "lisezmoi" not in perenne("dossier", "list").out


def test_of_two_files_with_one_title_the_second_is_refused(perenne: Shell, tmp_path: Path) -> None:
    """It would take the place of the first, whose links nobody would look at any more."""
    both = tmp_path / "dossiers"
    both.mkdir()
    for name in ("un", "deux"):
        (both / f"{name}.md").write_text(
            f"# Les eaux\n\nUn site\n\n<https://{name}.exemple.fr/>\n", encoding="utf-8"
        )
    said = perenne("add", str(both))
    assert said.code == 2
    assert "un.md a le même titre qu’un autre fichier du répertoire" in said.err
    shown = perenne("report", "show", "--format", "json").json
    assert [link["url"] for link in shown["links"]] == ["https://deux.exemple.fr/"]


def test_a_folder_with_nothing_in_it_is_told(perenne: Shell, tmp_path: Path) -> None:
    """As is one in which nothing can be read."""
    empty = tmp_path / "vide"
    empty.mkdir()
    for command in ("read", "add", "check"):
        said = perenne(command, str(empty))
        assert (said.code, said.out) == (2, "")
        assert "vide" in said.err
    (empty / "photo.md").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert "PNG" in perenne("check", str(empty)).err


def test_options_of_one_dossier_are_refused_for_a_folder(perenne: Shell, folder: Path) -> None:
    """One title cannot be that of several dossiers."""
    for option in ("--title", "--slug"):
        said = perenne("add", str(folder), option, "x")
        assert said.code == 2
        assert option in said.err
    assert "Pas encore de dossier" in perenne("dossier", "list").out


@pytest.mark.parametrize("command", ["read", "add", "check"])
def test_strictly_read_an_odd_dossier_is_refused(
    perenne: Shell, dossier: Callable[..., str], command: str
) -> None:
    """What is odd is told with its place, and nothing is registered."""
    odd = dossier(ALIVE, f"{ALIVE}?utm_source=lettre")
    assert perenne("read", odd).code == 0
    said = perenne(command, odd, "--strict")
    assert (said.code, said.out) == (2, "")
    assert "plusieurs fois" in said.err
    assert "ligne" in said.err
    assert "Pas encore de dossier" in perenne("dossier", "list").out


@pytest.mark.parametrize("command", ["read", "add", "check"])
def test_strictly_read_a_sound_dossier_is_taken(
    perenne: Shell, dossier: Callable[..., str], command: str
) -> None:
    """Nothing looks odd in it."""
    assert perenne(command, dossier(ALIVE), "--strict").code == 0


def test_strictly_read_a_folder_is_all_or_nothing(
    perenne: Shell, folder: Path, dossier: Callable[..., str]
) -> None:
    """One odd dossier, and none is registered."""
    Path(dossier(ALIVE, ALIVE, name="double.md")).rename(folder / "double.md")
    said = perenne("add", str(folder), "--strict")
    assert (said.code, said.out) == (2, "")
    assert "double.md" in said.err
    assert "Pas encore de dossier" in perenne("dossier", "list").out


@pytest.mark.parametrize(
    ("name", "data", "count"),
    [
        ("eau.txt", RIS.encode(), 4),
        ("eau.dat", iso2709(ARTICLE), 6),
        ("eau.bin", xlsx(Sheet("Eau", [["Titre", "Lien"], ["Eau", "https://a.example/"]])), 1),
    ],
)
def test_records_are_registered_like_any_dossier(
    perenne: Shell, tmp_path: Path, name: str, data: bytes, count: int
) -> None:
    """By what is in them, and with the place of each citation."""
    (tmp_path / name).write_bytes(data)
    said = perenne("add", str(tmp_path / name))
    assert said.code == 0
    assert f"{count} URL" in said.out
    shown = perenne("report", "show", "--format", "csv").out
    assert ("ligne 2" if name == "eau.bin" else "notice 1") in shown


@pytest.mark.parametrize("data", [iso2709(ARTICLE)[:-200], b'[{"type": "book", "title": "x"'])
def test_damaged_records_register_nothing(perenne: Shell, tmp_path: Path, data: bytes) -> None:
    """A sentence, and exit code 2."""
    (tmp_path / "panier.dat").write_bytes(data)
    for command in ("read", "add", "check"):
        said = perenne(command, str(tmp_path / "panier.dat"))
        assert (said.code, said.out) == (2, "")
        assert "abîmé" in said.err
    assert "Pas encore de dossier" in perenne("dossier", "list").out
