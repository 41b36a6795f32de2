"""Workbooks of Excel and LibreOffice: what a reader sees in them is read, and nothing else."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st
from tests.dossiers.documents import paragraph, run, word, zipped
from tests.dossiers.workbooks import DATE, Sheet, ods, xls, xlsx

from perenne.domain.references import PlaceKind
from perenne.dossiers import UnreadableError, read_bytes
from perenne.dossiers.tables import formulas
from perenne.dossiers.tables.excel_dates import figure, parts_of

Maker = Callable[..., bytes]
EAU, AIR = "https://eau.exemple.fr/a?x=1&y=2", "https://air.exemple.fr/"
HEADER = ["Titre", "Auteurs", "Revue", "Date", "Lien"]
RIVERS = Sheet(
    "I – Rivières",
    [
        ["Dossier sur l’eau"],
        HEADER,
        ["L’eau à l’œuvre", "Pétré, Zoé", "Revue de l’eau", f"{DATE}43539", "Lire"],
        ["Les lacs", "", "Éditions du Lac", 2020, "https://lacs.exemple.fr/"],
        ["Caché", "", "", "", "https://cache.exemple.fr/"],
    ],
    links={"E3": EAU},
    hidden_rows=[5],
)
LISTS = Sheet("Listes", [["Titre", "URL"], ["x", "https://liste.exemple.fr/"]], hidden=True)
every = pytest.mark.parametrize("made", [xlsx, ods, xls], ids=["xlsx", "ods", "xls"])
modern = pytest.mark.parametrize("made", [xlsx, ods], ids=["xlsx", "ods"])


def urls(data: bytes) -> list[str]:
    """Return the URLs of a workbook."""
    return [citation.url for citation in read_bytes(data, "classeur").citations]


@every
def test_a_workbook_is_read_as_its_reader_sees_it(made: Maker) -> None:
    """Links behind cells, addresses in them, dates; hidden rows and sheets are left out."""
    dossier = read_bytes(made(LISTS, RIVERS), "classeur.dat")
    first, second = dossier.references
    assert dossier.title == "Dossier sur l’eau"
    assert (first.section, first.title, first.authors) == (
        "I – Rivières", "L’eau à l’œuvre", ("Pétré Zoé",),
    )  # fmt: skip
    assert (first.source, first.date, first.date_iso) == (
        "Revue de l’eau", "15/03/2019", "2019-03-15",
    )  # fmt: skip
    assert [(c.url, c.place.kind, c.place.number) for c in first.citations] == [
        (EAU, PlaceKind.ROW, 3)
    ]
    assert (second.title, second.date) == ("Les lacs", "2020")
    assert [c.url for c in second.citations] == ["https://lacs.exemple.fr/"]
    assert [(n.code, n.fact) for n in dossier.notices] == [("addresses_hidden", "2")]


@every
def test_the_samples_are_what_another_reader_takes_them_for(made: Maker) -> None:
    """The same cells, and the same sheet hidden."""
    book = python_calamine.load_workbook(io.BytesIO(made(LISTS, RIVERS)))
    assert [str(sheet.visible).rpartition(".")[2] for sheet in book.sheets_metadata] == [
        "Hidden", "Visible",
    ]  # fmt: skip
    rows = book.get_sheet_by_index(1).to_python()
    assert rows[1] == HEADER
    assert rows[3] == ["Les lacs", "", "Éditions du Lac", 2020, "https://lacs.exemple.fr/"]


def test_the_links_of_the_sample_are_links_to_another_reader() -> None:
    """And the hidden row is hidden there too."""
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(RIVERS))).active
    assert sheet["E3"].hyperlink.target == EAU
    assert sheet.row_dimensions[5].hidden


def test_what_another_program_writes_is_read() -> None:
    """Texts within their cells, links, a formula, a month as it is shown."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        HEADER,
        ["Eau", "", "", 43525, "Lire"],
        ["Air", "", "", "", f'=HYPERLINK("{AIR}")'],
    ):
        sheet.append(row)
    sheet["D2"].number_format = "mmmm yyyy"
    sheet["E2"].hyperlink = EAU
    saved = io.BytesIO()
    book.save(saved)
    first, second = read_bytes(saved.getvalue(), "x").references
    assert (first.date, first.date_iso, first.section) == ("03/2019", "2019-03", "")
    assert [c.url for c in (*first.citations, *second.citations)] == [EAU, AIR]


@modern
@pytest.mark.parametrize(
    ("formula", "found"),
    [
        (f'=HYPERLINK("{AIR}","ici")', [AIR]),
        (f'=HYPERLINK("{AIR}")', [AIR]),
        (f'=HYPERLINK("{AIR}"&A2&".html","ici")', [f"{AIR}Eau.html"]),
        ("=HYPERLINK(B2,A2)", ["https://b.exemple.fr/"]),
        ('=HYPERLINK("#Feuil2!A1","ici")', []),
    ],
)
def test_links_that_formulas_make_are_followed(made: Maker, formula: str, found: list[str]) -> None:
    """Texts and cells put together are read; places in the workbook are no links."""
    sheet = Sheet(
        "Feuil1", [["Titre", "Permalien", "Lien"], ["Eau", "https://b.exemple.fr/", formula]]
    )
    expected = sorted({*found, "https://b.exemple.fr/"})
    assert sorted(urls(made(sheet))) == expected


@modern
def test_a_link_that_would_have_to_be_computed_is_told(made: Maker) -> None:
    """With its row; nothing is guessed."""
    rows = [["Titre", "Lien"], ["Eau", '=HYPERLINK(VLOOKUP(A2,B:C,2),"ici")'], ["Air", AIR]]
    dossier = read_bytes(made(Sheet("S", rows)), "x")
    assert [c.url for c in dossier.citations] == [AIR]
    assert ("address_computed", 2) in [
        (n.code, n.place and n.place.number) for n in dossier.notices
    ]


def test_an_old_workbook_with_formulas_of_links_says_what_it_hides() -> None:
    """Its form gives their label alone."""
    rows = [["Titre", "Lien"], ["Eau", f'=HYPERLINK("{AIR}","ici")'], ["Air", AIR]]
    assert "formulas_unread" in {n.code for n in read_bytes(xls(Sheet("S", rows)), "x").notices}
    assert "formulas_unread" not in {n.code for n in read_bytes(xls(RIVERS), "x").notices}


@every
def test_hidden_columns_are_left_out(made: Maker) -> None:
    """A living twin beside it is read."""
    rows = [["Titre", "Lien", "URL"], ["Eau", "https://cache.exemple.fr/", EAU]]
    dossier = read_bytes(made(Sheet("S", rows, hidden_columns=[2])), "x")
    assert [c.url for c in dossier.citations] == [EAU]
    assert ("addresses_hidden", "1") in [(n.code, n.fact) for n in dossier.notices]


@every
def test_each_sheet_is_a_section(made: Maker) -> None:
    """Unless nobody named it; a column of sections is preferred."""
    rows = [["Titre", "Lien"], ["Eau", EAU]]
    ruled = [["Rubrique", "Titre", "Lien"], ["Sites", "Air", AIR]]
    book = made(Sheet("Livres", rows), Sheet("Feuil2", rows), Sheet("Divers", ruled))
    assert [r.section for r in read_bytes(book, "x").references] == ["Livres", "", "Sites"]


@modern
def test_mail_and_remarks_are_no_citations(made: Maker) -> None:
    """An address to write to is told; what a reviewer noted on a cell is not the author's."""
    rows = [["Titre", "Lien", "Contact"], ["Eau", EAU, "écrire"]]
    dossier = read_bytes(made(Sheet("S", rows, links={"C2": "mailto:a@exemple.fr"})), "x")
    assert [c.url for c in dossier.citations] == [EAU]
    assert ("address_not_web", "mailto:a@exemple.fr") in [(n.code, n.fact) for n in dossier.notices]


@modern
def test_the_title_of_the_document_is_the_dossiers(made: Maker) -> None:
    """As its properties give it."""
    book = made(Sheet("S", [["Titre", "Lien"], ["Eau", EAU]]), title="Dossier du lac")
    assert read_bytes(book, "x").title == "Dossier du lac"


def test_a_document_within_a_workbook_makes_no_document_of_it() -> None:
    """Nor a workbook within a document a workbook: parts of parts do not count."""
    import zipfile  # noqa: PLC0415 - one use

    letter = word(paragraph(run("L’eau / PÉTRÉ Zoé")) + paragraph(run(f"Revue, 2019 {AIR}")))
    book = xlsx(RIVERS)
    for outer, inner, name in [
        (book, letter, "xl/embeddings/a.docx"),
        (letter, book, "word/b.xlsx"),
    ]:
        with zipfile.ZipFile(io.BytesIO(outer)) as package:
            parts = {part: package.read(part) for part in package.namelist()}
        stored = io.BytesIO()
        with zipfile.ZipFile(stored, "w") as package:
            for part, content in {**parts, name: inner}.items():
                package.writestr(part, content)
        kinds = {r.place.kind for r in read_bytes(stored.getvalue(), "x").references}
        assert kinds == {PlaceKind.ROW if outer is book else PlaceKind.PARAGRAPH}


BOMB = zipped({"xl/workbook.xml": b"<a>" + b" " * 250_000_000 + b"</a>"})
GOOD = xlsx(RIVERS)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (BOMB, "file_too_heavy"),
        (GOOD[: len(GOOD) // 2], "file_damaged"),
        (zipped({"xl/workbook.xml": "<not closed"}), "file_damaged"),
        (zipped({"xl/workbook.xml": ""}), "file_damaged"),
        (ods(RIVERS)[: len(ods(RIVERS)) // 2], "file_damaged"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                 "META-INF/manifest.xml": "<manifest:encryption-data/>"}), "file_encrypted"),
        (xls(RIVERS)[:-512], "file_binary"),
        (xls(RIVERS).replace(b"\x09\x08\x10\0", b"\x09\x08\xff\xff"), "file_damaged"),
    ],
    ids=["bomb", "cut", "no XML", "empty part", "cut ODS", "encrypted ODS", "cut XLS",
         "torn XLS"],
)  # fmt: skip
def test_a_hostile_or_damaged_workbook_is_a_sentence(data: bytes, code: str) -> None:
    """Whatever it costs is bounded, and nothing of it is registered."""
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, "x")
    assert caught.value.code == code


@pytest.mark.slow
@modern
def test_a_whole_catalogue_is_no_dossier(made: Maker) -> None:
    """Its rows are counted before anything else is made of them."""
    with pytest.raises(UnreadableError) as caught:
        read_bytes(made(Sheet("S", [[1]] * 100_001)), "x")
    assert caught.value.code == "file_too_heavy"


def test_entities_are_neither_multiplied_nor_fetched() -> None:
    """XXE in the part that is read as it comes."""
    sheet = Sheet("S", [["Titre", "Lien"], ["Eau", EAU]])
    import zipfile  # noqa: PLC0415 - one use

    with zipfile.ZipFile(io.BytesIO(xlsx(sheet))) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    name = "xl/worksheets/sheet1.xml"
    head, tail = parts[name].split(b"?>", 1)
    doctype = b'?><!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    parts[name] = (
        head
        + doctype
        + tail.replace(
            b"</row></sheetData>",
            b'<c r="C2" t="inlineStr"><is><t>&f;</t></is></c></row></sheetData>',
        )
    )
    assert "root:" not in str(read_bytes(zipped(parts), "x"))


@given(st.text(alphabet='HYPERLINK("&;,)A1[.] =:of'))
def test_no_formula_makes_it_fail(formula: str) -> None:
    """A link, or none."""
    assert isinstance(formulas.target(formula, lambda _row, _column: ""), str)


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("dd/mm/yyyy", "d m y"), ("mmmm\\ yyyy", "m y"), ("yyyy", "y"),
        ("[$-40C]d mmm yy;@", "d m y"), ('0" yens"', ""), ("General", ""), ("h:mm", ""),
        ("[Red]#,##0.00", ""),
    ],
)  # fmt: skip
def test_a_style_says_whether_a_figure_is_a_date(code: str, parts: str) -> None:
    """And which parts of it are shown; letters in texts and colours say nothing."""
    assert parts_of(code) == parts


def test_figures_are_as_people_write_them() -> None:
    """An ISBN keeps its digits, a sum its decimals."""
    assert [figure(v) for v in ("2019", "2019.0", "9782130000000", "1.5", "x", "1e400")] == [
        "2019", "2019", "9782130000000", "1.5", "x", "1e400",
    ]  # fmt: skip
