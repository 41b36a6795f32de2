"""One portable archive of a dossier, as its users make it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.acceptance.conftest import Said, Shell
from tests.copies.test_copies_wacz import validated

PAGE, OTHER = "https://a.exemple.fr/page", "https://b.exemple.fr/page"


def test_a_dossier_becomes_one_archive(
    seen: Callable[..., Said], keeping: Shell, tmp_path: Path
) -> None:
    """Which validates, is for its owner, and replaces no file unasked."""
    seen(PAGE, OTHER)
    said = keeping("wacz", "petit")
    assert said.code == 0
    assert said.out.startswith("petit.wacz : 2 copies, ")
    assert "À garder pour vous" in said.out
    assert validated(tmp_path / "petit.wacz")
    before = (tmp_path / "petit.wacz").read_bytes()
    said = keeping("wacz", "petit")
    assert (said.code, said.out) == (2, "")
    assert said.err == "petit.wacz existe déjà : `--force` le remplace.\n"
    assert (tmp_path / "petit.wacz").read_bytes() == before
    assert keeping("wacz", "petit", "--force").code == 0
    assert keeping("wacz", "petit", "-o", str(tmp_path / "autre.wacz")).code == 0
    assert (tmp_path / "autre.wacz").exists()


def test_what_no_archive_can_be_made_of_is_told(
    keeping: Shell, dossier: Callable[..., str], tmp_path: Path
) -> None:
    """In one sentence, with code 2; nothing is written."""
    keeping("add", dossier(PAGE))
    for arguments, sentence in (
        (("petit-dossier",), "Rien de petit-dossier n’est encore copié"),
        (("nulle-part",), "Aucun dossier ne s’appelle nulle-part"),
        (("petit-dossier", "-o", "x.zip"), "x.zip doit finir par .wacz"),
    ):
        said = keeping("wacz", *arguments)
        assert (said.code, said.out) == (2, "")
        assert sentence in said.err
    assert list(tmp_path.glob("*.wacz")) == []
