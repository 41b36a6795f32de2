"""A dossier is given with the states of its links, in a file of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.acceptance.conftest import Shell
from tests.acceptance.test_mending import NEW, OLD, OTHER, accept

from perenne.dossiers import read
from perenne.report.exporting import NAMES, form_named

FILES = {form_named(name).ENDINGS[0]: name for name in NAMES}


@pytest.mark.parametrize("ending", FILES)
def test_a_registered_dossier_is_exported_by_the_ending_of_the_name(
    perenne: Shell, dossier: Callable[..., str], tmp_path: Path, ending: str
) -> None:
    """What was accepted is in it, and it is read again."""
    perenne("add", dossier(OLD, OTHER))
    accept(tmp_path, OLD, NEW)
    said = perenne("export", "petit-dossier", "-o", f"sortie{ending}")
    assert (said.code, said.err) == (0, "")
    assert said.out == f"sortie{ending} : 2 références, 2 liens.\n"
    file = tmp_path / f"sortie{ending}"
    if ending != ".xlsx":
        assert NEW in file.read_text(encoding="utf-8")
    cited = {citation.url for citation in read(file).citations}
    assert OTHER in cited
    assert (NEW if ending in (".ris", ".bib", ".json") else OLD) in cited


def test_a_file_is_exported_without_being_registered(
    perenne: Shell, dossier: Callable[..., str], tmp_path: Path
) -> None:
    """Its links are not known yet, and told as such."""
    file = dossier(OLD)
    assert perenne("export", file, "-o", "sortie", "--format", "html").code == 0
    assert "pas encore connu" in (tmp_path / "sortie").read_text(encoding="utf-8")
    assert "Pas encore de dossier" in perenne("dossier", "list").out


def test_no_file_is_written_over_and_none_for_nothing(
    perenne: Shell, dossier: Callable[..., str], tmp_path: Path
) -> None:
    """The dossier's own file least of all; each refusal says what to do."""
    file = Path(dossier(OLD))
    before = file.read_bytes()
    (tmp_path / "sortie.csv").write_text("à moi", encoding="utf-8")
    (tmp_path / "vide.csv").write_text("Titre;Lien\n", encoding="utf-8")
    refusals = {
        (str(file), "sortie.csv"): "`--force` le remplace",
        (str(file), file.name, "--format", "csv", "--force"): "l’original",
        (str(file), "sortie.doc"): "`--format`",
        ("inconnu", "autre.csv"): "ni un dossier enregistré",
        ("vide.csv", "autre.csv"): "aucune référence",
        (str(file), "absent/autre.csv"): "Le système refuse",
        (str(file), "/dev/full", "--format", "csv", "--force"): "Le système refuse",
    }
    for (target, name, *options), sentence in refusals.items():
        refused = perenne("export", target, "-o", name, *options)
        assert refused.code in (2, 3)
        assert sentence in refused.err
        assert refused.out == ""
    assert file.read_bytes() == before
    assert (tmp_path / "sortie.csv").read_text(encoding="utf-8") == "à moi"
    assert perenne("export", str(file), "-o", "sortie.csv", "--force").code == 0
    assert not (tmp_path / "autre.csv").exists()
