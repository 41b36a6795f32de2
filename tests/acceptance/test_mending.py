"""A dossier is written again with what was accepted, and the original stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.acceptance.conftest import Shell

from perenne.domain.links import Capture
from perenne.domain.people import OverlayKind
from perenne.store import captures, links, overlays
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
        assert "l’original" in refused.err
    assert perenne("mend", file, "-o", "corrige.md").code == 0
    assert perenne("mend", file, "-o", "corrige.md").code == 2
    assert perenne("mend", file, "-o", "corrige.md", "--force").code == 0


def test_what_is_published_is_saved_first(perenne: Shell) -> None:
    """There is nothing here to write again."""
    refused = perenne("mend", "https://centre.exemple.fr/dossier.pdf", "-o", "corrige.pdf")
    assert refused.code == 2
    assert "https://centre.exemple.fr/dossier.pdf est publié" in refused.err.replace("\u00a0", " ")


def test_a_pipe_has_no_sheet_beside_it(
    perenne: Shell, dossier: Callable[..., str], tmp_path: Path
) -> None:
    """As `-o /dev/stdout` where another program reads on."""
    file = dossier(OLD)
    perenne("add", file)
    accept(tmp_path, OLD, NEW)
    (tmp_path / "tube").symlink_to("/dev/null")
    said = perenne("mend", file, "-o", "tube", "--force")
    assert said.code == 0
    assert "errata" not in said.out
    assert [each.name for each in tmp_path.glob("*errata*")] == []


def test_no_other_name_of_the_original_is_written(
    perenne: Shell, dossier: Callable[..., str], tmp_path: Path
) -> None:
    """A symbolic link, a hard link, a name that the errata sheet would have."""
    file = Path(dossier(OLD, name="sortie.md.errata.csv"))
    before = file.read_bytes()
    perenne("add", str(file))
    accept(tmp_path, OLD, NEW)
    (tmp_path / "lien.md").symlink_to(file)
    (tmp_path / "double.md").hardlink_to(file)
    for name in ("lien.md", "double.md", "sortie.md"):
        refused = perenne("mend", str(file), "-o", name, "--force")
        assert (refused.code, "l’original" in refused.err) == (2, True)
    assert file.read_bytes() == before
    assert not (tmp_path / "sortie.md").exists()


def test_why_nothing_can_be_written_is_told_in_french(
    perenne: Shell, dossier: Callable[..., str], tmp_path: Path
) -> None:
    """With the name that was given; and neither the file nor its sheet is written alone."""
    file = dossier(OLD)
    perenne("add", file)
    accept(tmp_path, OLD, NEW)
    (tmp_path / "cercle.md").symlink_to("cercle.md")
    (tmp_path / "seul.md.errata.csv").mkdir()
    for name, told in {
        "cercle.md": "cercle.md : des liens symboliques tournent en rond",
        "seul.md": "seul.md.errata.csv : c’est un répertoire, pas un fichier",
        ".": "c’est un répertoire, pas un fichier",
        "absent/a.md": "absent/a.md : ce fichier ou son répertoire n’existe pas",
        "x" * 300: "ce nom est trop long",
    }.items():
        refused = perenne("mend", file, "-o", name, "--force")
        assert (refused.code, refused.out) == (3, "")
        assert told in refused.err.replace("\u00a0", " ")
        assert "Errno" not in refused.err
    assert not (tmp_path / "seul.md").exists()


def test_what_is_not_there_is_told_before_what_is(perenne: Shell, tmp_path: Path) -> None:
    """A file that does not exist cannot be the one that is to be written."""
    (tmp_path / "sortie.md").write_text("à moi", encoding="utf-8")
    refused = perenne("mend", "absent.md", "-o", "sortie.md", "--force")
    assert (refused.code, "n’existe pas" in refused.err) == (2, True)


def test_a_centre_that_nobody_knows_is_no_centre(
    perenne: Shell, dossier: Callable[..., str], tmp_path: Path
) -> None:
    """A slip in its name would leave out what it accepted, and nobody would see."""
    file = dossier(OLD)
    perenne("add", file, "--centre", "Centre de Lyon")
    accept(tmp_path, OLD, NEW)
    for command in ("mend", "export"):
        refused = perenne(command, file, "-o", "sortie.html", "--centre", "Centre de Lion")
        assert (refused.code, "Aucun centre ne s’appelle" in refused.err) == (2, True)
        assert not (tmp_path / "sortie.html").exists()
        assert (
            perenne(command, file, "-o", f"{command}.html", "--centre", " Centre  de Lyon").code
            == 0
        )


def test_what_cannot_be_written_leaves_what_was_there(
    perenne: Shell, dossier: Callable[..., str], tmp_path: Path
) -> None:
    """A full disk, a folder that is none: a sentence, and no half file."""
    file = dossier(OLD)
    perenne("add", file)
    accept(tmp_path, OLD, NEW)
    full = perenne("mend", file, "-o", "/dev/full", "--force")
    nowhere = perenne("mend", file, "-o", "absent/corrige.md")
    for refused in (full, nowhere):
        assert refused.code == 3
        assert "Le système refuse" in refused.err
        assert "Traceback" not in refused.err
    assert not [each.name for each in tmp_path.iterdir() if "corrige" in each.name]


PAGE = f"""<!DOCTYPE html><html><body><h1>Dossier</h1><p>Une page / NOM Zoé</p><p>Revue, 2019</p>
<p><a href="{OLD}">ici</a> <a class=x href='{OTHER}'>là</a> <a href="https://x.fr/">x</a></p>
<p><a href="{OTHER}" data-versionurl="https://a.fr/c" data-versiondate="2001-02-03">là</a></p>
</body></html>"""


def test_the_links_of_a_page_bear_their_copies(perenne: Shell, tmp_path: Path) -> None:
    """Robust Links: where each led, the copy, and its day; what is there is not said twice."""
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    perenne("add", str(file))
    assert "rien à ajouter" in perenne("mend", str(file), "-o", "r.html", "--robust").err
    accept(tmp_path, OLD, NEW)
    copy = Capture(
        f"https://web.archive.org/web/2020/{OTHER}", datetime(2020, 5, 6, 23, tzinfo=UTC)
    )
    with (
        open_database(f"sqlite:///{tmp_path / 'perenne.sqlite'}") as database,
        database.transaction() as session,
    ):
        link_id = links.find(session, OTHER)
        assert link_id is not None
        captures.add_verified(session, link_id, [copy], "test", NOW)
    said = perenne("mend", str(file), "-o", "r.html", "--robust")
    assert said.code == 0, said.err
    assert "2 liens portent leur copie archivée." in said.out
    version = f' data-versionurl="{copy.url}" data-versiondate="2020-05-06"'
    had = f'"{OTHER}" data-versionurl'
    expected = (
        PAGE.replace(had, f'"{OTHER}" data-originalurl="{OTHER}" data-versionurl')
        .replace(f"'{OTHER}'", f"'{OTHER}' data-originalurl=\"{OTHER}\"{version}")
        .replace(f'"{OLD}"', f'"{NEW}" data-originalurl="{OLD}"')
    )
    assert (tmp_path / "r.html").read_text(encoding="utf-8") == expected


def test_only_pages_can_bear_copies(
    perenne: Shell, dossier: Callable[..., str], tmp_path: Path
) -> None:
    """Other formats have no place for them."""
    file = dossier(OLD)
    perenne("add", file)
    accept(tmp_path, OLD, NEW)
    refused = perenne("mend", file, "-o", "corrige.md", "--robust")
    assert (refused.code, "réservés aux pages HTML" in refused.err) == (2, True)
    assert not (tmp_path / "corrige.md").exists()
