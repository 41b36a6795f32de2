"""Deciding about links with a shell, and without one: by the sheet of the mail."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.acceptance.conftest import Shell
from tests.report.sheets import as_excel_saves_csv, filled_in, opened, xlsx_cells

from perenne.demo.mailbox import Received
from perenne.demo.world import World

ALIVE = "https://www.frenchweb.fr/laboratoire-urbain-nantes-accueille-les-labs-dinnovation-de-grands-groupes/356740"
MOVED = (
    "https://www.strategie.gouv.fr/actualites/innovation-publique-france-strategie-lance-projet-lab"
)
MOVED_TO = MOVED.replace("www.strategie.gouv.fr", "www.strategie-plan.gouv.fr")
ONE, TWO, THREE = (f"http://www.exemple..fr/page-{name}" for name in ("un", "deux", "trois"))
NEW = "https://www.exemple.fr/page-deux"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DECIDED = {
    "page-un": ("écarter", "", "Site en travaux"),
    "page-deux": ("Corriger", NEW, "vu"),
    "page-trois": ("plus tard", "", ""),
    "projet-lab": ("accepter", "", "même page"),
}


def text_of(mail: Received) -> str:
    """Return the words of a mail on one line."""
    body = mail.message.get_body(("plain",))
    assert body is not None
    return " ".join(body.get_content().replace("\u00a0", " ").split())


def attached(mail: Received, kind: str = XLSX) -> bytes:
    """Return the sheet of a mail."""
    parts = mail.message.iter_attachments()
    return next(p.get_payload(decode=True) for p in parts if p.get_content_type() == kind)


@pytest.fixture
def mailed(perenne: Shell, world: World, dossier: Callable[..., str]) -> Received:
    """Register a dossier of Pantin, let a night go by, and give the mail that comes of it."""
    file = dossier(ALIVE, MOVED, ONE, TWO, THREE)
    perenne("add", file, "--centre", "Pantin", "--notify", "anne@centre.example")
    assert "3 liens sont cassés" in perenne("run").out
    return world.mailbox.messages[-1]


def test_the_whole_job_by_mail_on_each_database(
    perenne: Shell, world: World, dossier: Callable[..., str], database_url: str, tmp_path: Path
) -> None:
    """SQLite and PostgreSQL: a mail, its sheet filled in, taken in twice, and the next mail."""
    perenne.env["PERENNE_DATABASE_URL"] = database_url
    file = dossier(ALIVE, MOVED, ONE, TWO, THREE)
    perenne("add", file, "--centre", "Pantin", "--notify", "anne@centre.example")
    perenne("run")
    back = tmp_path / "retour.xlsx"
    back.write_bytes(filled_in(attached(world.mailbox.messages[-1]), DECIDED))
    said = perenne("decisions", "import", str(back), "--author", "Anne")
    assert said.code == 1
    assert f"écarté · {ONE}" in said.out
    assert f"adresse corrigée notée · {TWO} → {NEW}" in said.out
    assert f"adresse proposée acceptée · {MOVED} → {MOVED_TO}" in said.out
    assert "Ligne 4 : refusé · " + THREE in said.out
    assert "« plus tard » n’est pas une décision" in said.out
    assert "1 écarté · 1 adresse proposée acceptée · 1 adresse corrigée notée" in said.out
    again = perenne("decisions", "import", str(back), "--author", "Anne")
    assert again.out.count("rien de nouveau") == 3
    assert "3 décisions déjà connues · 1 ligne refusée" in again.out
    perenne("report", "send", "--dossier", "petit-dossier")
    told = text_of(world.mailbox.messages[-1])
    assert "1 lien cassé" in told
    assert "2 liens dont la nouvelle adresse est retenue" in told
    assert ONE not in told
    assert THREE in told
    assert f"(centre Pantin) : vu {NEW}" in told
    assert f"(centre Pantin) : même page {MOVED_TO}" in told
    assert ONE not in str(xlsx_cells(attached(world.mailbox.messages[-1])))


def test_a_trial_tells_what_would_be_done(perenne: Shell, mailed: Received, tmp_path: Path) -> None:
    """And does nothing of it."""
    back = tmp_path / "retour.csv"
    back.write_bytes(as_excel_saves_csv(attached(mailed, "text/csv"), DECIDED))
    said = perenne("decisions", "import", str(back), "--dry-run")
    assert said.code == 1
    assert f"écarté · {ONE}" in said.out
    assert "Simple essai : rien n’a été enregistré." in said.out
    assert "Écarté" not in perenne("history", ONE).out


def test_without_a_refusal_all_is_well(perenne: Shell, mailed: Received, tmp_path: Path) -> None:
    """The exit code says so; rows without a decision are counted, not told."""
    back = tmp_path / "retour.xlsx"
    back.write_bytes(filled_in(attached(mailed), {"page-un": DECIDED["page-un"]}))
    said = perenne("decisions", "import", str(back))
    assert said.code == 0
    assert len(said.out.splitlines()) == 3
    assert "3 lignes sans décision." in said.out


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "vide"),
        (b"PK\x03\x04" + b"x" * 99, "ni un classeur (XLSX) ni un tableau (CSV)"),
        (bytes(range(256)) * 9, "ni un classeur (XLSX) ni un tableau (CSV)"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "ni un classeur (XLSX) ni un tableau (CSV)"),
        (b"titre;adresse\nx;y\n", "il y manque"),
        ("Repère (à garder);Décision\npetit-dossier#2;écarter\n".encode(), "il y manque Adresse"),
        (b"a" * 20_000_001, "trop gros"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused(
    perenne: Shell, mailed: Received, tmp_path: Path, content: bytes, sentence: str
) -> None:
    """In a sentence that names the file, and nothing is recorded."""
    file = tmp_path / "retour.xlsx"
    file.write_bytes(content)
    said = perenne("decisions", "import", str(file))
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err
    assert "retour.xlsx" in said.err
    assert "Traceback" not in said.err
    assert "Écarté" not in perenne("history", TWO).out


def test_a_bomb_is_refused(perenne: Shell, tmp_path: Path) -> None:
    """Some kilobytes that would unpack to a hundred megabytes."""
    file = tmp_path / "retour.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 100_000_000)
    said = perenne("decisions", "import", str(file))
    assert said.code == 2
    assert "trop gros" in said.err


def test_a_missing_file_is_named(perenne: Shell) -> None:
    """As it was typed."""
    said = perenne("decisions", "import", "nulle-part.xlsx")
    assert said.code == 2
    assert "nulle-part.xlsx" in said.err


def test_hostile_titles_and_addresses_are_words_in_the_sheet(
    perenne: Shell, world: World, tmp_path: Path
) -> None:
    """From the dossier to the cells of both forms, and back into a decision."""
    file = tmp_path / "hostile.md"
    formula = "=cmd|' /C calc'!A0"
    file.write_text(f"# Hostile\n\n{formula}\n\nRevue, 2019\n\n<{ONE}?q==1+1>\n", "utf-8")
    perenne("add", str(file), "--notify", "anne@centre.example")
    perenne("run")
    mail = world.mailbox.messages[-1]
    titles = [cell for cell in opened(attached(mail))[2] if str(cell.value).startswith("=")]
    assert [(cell.data_type, cell.quotePrefix) for cell in titles] == [("s", True)]
    table = attached(mail, "text/csv").decode("utf-8-sig")
    assert "'=cmd|" in table
    assert '"=' not in table
    back = tmp_path / "retour.xlsx"
    back.write_bytes(filled_in(attached(mail), {"?q==1+1": ("écarter", "", "=1+1")}))
    assert perenne("decisions", "import", str(back)).code == 0
    assert "Écarté par" in perenne("history", f"{ONE}?q==1+1").out


def test_a_link_is_dismissed_until_a_day_and_its_story_tells_it(
    perenne: Shell, mailed: Received
) -> None:
    """By whom, why, until when; then that it is no more, and by whom."""
    said = perenne(
        *("dismiss", ONE, "--reason", "Site en travaux", "--until", "31/12/2099"),
        *("--author", "Léa", "--centre", "Pantin"),
    )
    assert said.code == 0
    story = perenne("history", ONE).out.replace("\u00a0", " ")
    assert "Écarté par Léa le" in story
    assert "jusqu’au 31 décembre 2099 (centre Pantin) : Site en travaux" in story
    assert perenne("undismiss", ONE, "--centre", "Pantin", "--author", "Zoé").code == 0
    assert "N’est plus écarté (par Zoé)" in perenne("history", ONE).out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("dismiss", "https://nulle-part.example/", "--reason", "x"), "n’a jamais été vérifié"),
        (("dismiss", ONE, "--reason", "x", "--until", "demain"), "n’est pas une date"),
        (("dismiss", ONE, "--reason", "x", "--until", "2020-01-01"), "est passé"),
        (("dismiss", ONE, "--reason", " "), "Il faut un motif"),
        (("dismiss", ONE), "il manque --reason"),
        (("dismiss", ONE, "--reason", "x", "--centre", "Nulle Part"), "Aucun centre ne s’appelle"),
        (("dismiss", TWO, "--reason", "x"), "déjà écarté. Écarté par Léa"),
        (("undismiss", ONE), "n’est pas écarté"),
        (("undismiss", TWO, "--centre", "Pantin"), "pour tous les centres"),
    ],
)
def test_what_cannot_be_dismissed_is_told(
    perenne: Shell, mailed: Received, arguments: tuple[str, ...], sentence: str
) -> None:
    """In one sentence, and nothing is done."""
    perenne("dismiss", TWO, "--reason", "connu", "--author", "Léa")
    said = perenne(*arguments)
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err.replace("\u00a0", " ")
    assert "Écarté" not in perenne("history", ONE).out


def test_who_says_nothing_of_herself_is_the_user_of_the_computer(
    perenne: Shell, mailed: Received
) -> None:
    """The log-in name, as the system tells it."""
    perenne.env["LOGNAME"] = "marie"
    perenne("dismiss", ONE, "--reason", "connu")
    assert "Écarté par marie le" in perenne("history", ONE).out


def test_what_is_dismissed_is_shown_apart_wherever_one_asks(
    perenne: Shell, mailed: Received
) -> None:
    """A check still looks at it; overviews count it by itself; previews leave it out."""
    for url in (ONE, TWO):
        perenne("dismiss", url, "--reason", "connu")
    said = perenne("check", "petit-dossier")
    assert said.code == 1
    assert "Cassé (1)" in said.out
    assert "Écartés par vous (2)" in said.out
    assert said.out.splitlines()[-1].endswith("2 écartés par vous")
    shown = perenne("report", "show").out
    assert "1 lien cassé" in shown
    assert "2 liens écartés par vous" in shown
    assert "2 écartés par vous" in perenne("dossier", "list").out
    dossier = perenne("dossier", "show", "petit-dossier").out
    assert dossier.index(THREE) < dossier.index("Écartés par vous (2)") < dossier.index(ONE)


def test_a_check_of_nothing_but_what_is_dismissed_ends_well(
    perenne: Shell, mailed: Received, dossier: Callable[..., str]
) -> None:
    """In every form; who asks for the address itself is told as ever."""
    for url in (ONE, TWO, THREE):
        perenne("dismiss", url, "--reason", "connu")
    said = perenne("check", "petit-dossier", "--format", "json")
    assert said.code == 0
    assert said.json["counts"]["dismissed"] == said.json["counts"]["broken"] == 3
    flags = {link["url"]: link["dismissed"] for link in said.json["links"]}
    assert flags == {ALIVE: False, MOVED: False, ONE: True, TWO: True, THREE: True}
    assert "<failure" not in perenne("check", "petit-dossier", "--format", "junit").out
    assert perenne("run").code == 0
    assert perenne("check", dossier(ALIVE, ONE)).code == 0
    asked = perenne("check", ONE)
    assert asked.code == 1
    assert "Cassé (1)" in asked.out


def test_a_preview_leaves_out_what_is_dismissed(
    perenne: Shell, dossier: Callable[..., str]
) -> None:
    """Before the first mail too."""
    perenne("add", dossier(ALIVE, ONE, TWO))
    perenne("check")
    perenne("dismiss", ONE, "--reason", "connu")
    for form in ("text", "html", "csv", "json"):
        said = perenne("report", "preview", "--format", form).out
        assert ONE not in said
        assert TWO in said


def test_a_report_can_be_shown_as_a_sheet(perenne: Shell, mailed: Received, tmp_path: Path) -> None:
    """With the columns to fill in, and what was decided; it is taken in like that of a mail."""
    perenne("dismiss", ONE, "--reason", "connu", "--author", "Léa", "--centre", "Pantin")
    done = perenne.process("report", "show", "--format", "xlsx")
    stdout = done.stdout
    assert isinstance(stdout, io.TextIOWrapper)
    content = stdout.buffer.read()
    done.communicate()
    assert done.returncode == 0
    rows = xlsx_cells(content)
    assert rows[0][:3] == ["Décision", "Adresse corrigée", "Commentaire"]
    assert len(rows) == 6
    assert "Écarté par Léa" in str(next(row for row in rows if row[4] == ONE))
    back = tmp_path / "retour.xlsx"
    back.write_bytes(filled_in(content, {"page-un": ("annuler", "", "")}))
    assert "décision annulée" in perenne("decisions", "import", str(back)).out
    assert "Décision" in perenne("report", "show", "--format", "csv").out
    assert "Décision" not in perenne("check", "petit-dossier", "--format", "csv").out


def test_the_lines_of_a_mail_lead_to_where_one_can_act(
    perenne: Shell, world: World, dossier: Callable[..., str]
) -> None:
    """Where it is configured: the catalogue's page of the reference, and the link's own."""
    perenne.env |= {
        "PERENNE_REPORT__EDIT_LINK": "https://pmb.exemple.fr/?titre={title}&url={url}",
        "PERENNE_REPORT__BASE_URL": "https://perenne.exemple.fr",
    }
    perenne("add", dossier(ONE), "--notify", "anne@centre.example")
    perenne("run")
    said = text_of(world.mailbox.messages[-1])
    asked = "titre=Page%20un&url=http%3A%2F%2Fwww.exemple..fr%2Fpage-un"
    assert f"→ Modifier la référence https://pmb.exemple.fr/?{asked}" in said
    assert "→ Décider pour ce lien https://perenne.exemple.fr/links/1" in said
    page = world.mailbox.messages[-1].message.get_body(("html",))
    assert page is not None
    assert f'href="https://pmb.exemple.fr/?{asked.replace("&", "&amp;")}"' in page.get_content()


def test_a_mail_stays_light(perenne: Shell, sample: str, world: World) -> None:
    """A first look at 41 links, with both forms of its sheet."""
    perenne("add", sample, "--notify", "anne@centre.example")
    perenne("check")
    perenne("report", "send", "--dossier", "universite-de-l-innovation-publique")
    assert len(world.mailbox.messages[-1].raw) < 150_000
    assert len(attached(world.mailbox.messages[-1])) < 20_000


def test_a_workbook_is_not_poured_over_a_terminal(perenne: Shell, mailed: Received) -> None:
    """It is asked for as a file; text goes where it always went."""
    ours, theirs = os.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "perenne", "report", "show", "--format", "xlsx"],
            env={**os.environ, **perenne.env},
            cwd=perenne.cwd,
            stdout=theirs,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(theirs)
        os.close(ours)
    assert done.returncode == 2
    assert "> liens.xlsx" in done.stderr
