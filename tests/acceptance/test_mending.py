"""A dossier is written again with what was accepted, and the original stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.acceptance.conftest import Shell

from perenne.domain.people import OverlayKind
from perenne.store import links, overlays
from perenne.store.database import open_database

OLD, OTHER = "https://www.exemple.fr/une-page-ancienne", "https://www.exemple.fr/une-autre"
NEW = "https://www.exemple.fr/une-page-nouvelle"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def accept(folder: Path, url: str, new: str) -> None:
    """Say that a link is to be replaced."""
    with (
        open_database(f"sqlite:///{folder / 'perenne.sqlite'}") as database,
        database.transaction() as session,
    ):
        link_id = links.find(session, url)
        assert link_id is not None
        overlays.say(
            session,
            link_id,
            OverlayKind.REPLACEMENT_ACCEPTED,
            author="Anne",
            reason="vu",
            at=NOW,
            replacement=new,
        )


def test_a_dossier_is_mended_beside_the_original(
    perenne: Shell, dossier: Callable[..., str], tmp_path: Path
) -> None:
    """With an errata sheet that says what, where, and by whose word."""
    file = dossier(OLD, OTHER)
    before = Path(file).read_bytes()
    perenne("add", file)
    accept(tmp_path, OLD, NEW)
    said = perenne("mend", file, "-o", "corrige.md")
    assert said.code == 0
    assert NEW in said.out
    assert "1 adresse remplacée : corrige.md" in said.out
    mended = (tmp_path / "corrige.md").read_bytes()
    assert mended == before.replace(OLD.encode(), NEW.encode())
    assert Path(file).read_bytes() == before
    errata = (tmp_path / "corrige.md.errata.csv").read_text(encoding="utf-8-sig")
    assert OLD in errata
    assert "Anne" in errata
    assert OTHER not in errata


def test_nothing_is_written_over_and_nothing_for_nothing(
    perenne: Shell, dossier: Callable[..., str], tmp_path: Path
) -> None:
    """The original least of all."""
    file = dossier(OLD)
    perenne("add", file)
    nothing = perenne("mend", file, "-o", "corrige.md")
    assert (nothing.code, (tmp_path / "corrige.md").exists()) == (2, False)
    assert "rien à corriger" in nothing.err
    accept(tmp_path, OLD, NEW)
    for arguments in (("-o", file), ("-o", file, "--force")):
        refused = perenne("mend", file, *arguments)
        assert refused.code == 2
        assert "existe déjà" in refused.err
    assert perenne("mend", file, "-o", "corrige.md").code == 0
    assert perenne("mend", file, "-o", "corrige.md").code == 2
    assert perenne("mend", file, "-o", "corrige.md", "--force").code == 0
