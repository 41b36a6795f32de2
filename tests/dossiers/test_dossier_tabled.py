"""Tables within documents: where a header says what the columns hold, each row is an entry."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dossiers.documents import link, paragraph, run, word, writer

from perenne.domain.references import Dossier
from perenne.dossiers import read_bytes
from perenne.dossiers.file import File
from perenne.dossiers.isolation import content_of
from perenne.dossiers.mending import mended

WATER, SOIL, SEA = "https://a.example/eau", "https://b.example/sols", "https://c.example/mer_1_2"

MARKDOWN = f"""# Eaux et sols

Lire aussi <https://avant.example/>

## Sites

| Titre | Auteur | Lien | Date |
|-------|:------:|------|------|
| La **gestion** de l’eau | Agence des eaux | {WATER} | 2018 |
| Les sols \\| vivants | BOIS Ève | [Lire]({SOIL}) | mars 2019 |
| **Livres** | | | |
| [La mer]({SEA}) | LAMER Jean | | 2020 |
* [Les murs](https://murs.example/x_y)

## Suite

Un site

https://suite.example/
"""


def html(*rows: tuple[str, ...]) -> bytes:
    """Return a page with a table."""
    lines = (
        "".join(f"<td{'' if len(row) > 1 else ' colspan=4'}>{cell}</td>" for cell in row)
        for row in rows
    )
    table = "".join(f"<tr>{line}</tr>" for line in lines)
    return (
        "<html><body><h1>Eaux et sols</h1><h2>Sites</h2>"
        f"<table><tbody>{table}</tbody></table>"
        "<h2>Suite</h2><p>Un site</p><p><a href='https://suite.example/'>ici</a></p></body></html>"
    ).encode()


def docx(*rows: tuple[str, ...]) -> bytes:
    """Return a Word document with the same; an address that is alone in its cell is a link."""
    targets: dict[str, str] = {}

    def cell(text: str) -> str:
        if not text.startswith("http"):
            return paragraph(run(text))
        targets[f"r{len(targets)}"] = text
        return paragraph(link(f"r{len(targets) - 1}", "lire"))

    whole = '<w:tcPr><w:gridSpan w:val="4"/></w:tcPr>'
    lines = (
        "".join(f"<w:tc>{'' if len(row) > 1 else whole}{cell(text)}</w:tc>" for text in row)
        for row in rows
    )
    table = "".join(f"<w:tr>{line}</w:tr>" for line in lines)
    body = (
        f"{paragraph(run('Eaux et sols'), style='Titre')}{paragraph(run('Sites'), style='Titre1')}"
        f"<w:tbl>{table}</w:tbl>{paragraph(run('Suite'), style='Titre1')}"
        f"{paragraph(run('Un site'))}{paragraph(run('https://suite.example/'))}"
    )
    return word(body, targets)


def odt(*rows: tuple[str, ...]) -> bytes:
    """Return an OpenDocument text with the same."""
    whole, covered = " table:number-columns-spanned='4'", "<table:covered-table-cell/>" * 3
    lines = (
        "".join(
            f"<table:table-cell{'' if len(row) > 1 else whole}>"
            f"<text:p>{text}</text:p></table:table-cell>{'' if len(row) > 1 else covered}"
            for text in row
        )
        for row in rows
    )
    [head, *others] = (f"<table:table-row>{line}</table:table-row>" for line in lines)
    return writer(
        "<text:h text:outline-level='1'>Sites</text:h><table:table><table:table-header-rows>"
        f"{head}</table:table-header-rows>{''.join(others)}</table:table>"
        "<text:h text:outline-level='1'>Suite</text:h><text:p>Un site</text:p>"
        "<text:p>https://suite.example/</text:p>"
    )


ROWS = (
    ("Titre", "Auteur", "Lien", "Date"),
    ("La gestion de l’eau", "Agence des eaux", WATER, "2018"),
    ("Les sols vivants", "BOIS Ève", SOIL, "mars 2019"),
    ("Livres",),
    ("La mer", "LAMER Jean", SEA, "2020"),
)
DOCUMENTS = {"html": html(*ROWS), "docx": docx(*ROWS), "odt": odt(*ROWS)}


def told(dossier: Dossier) -> list[tuple[str, str, tuple[str, ...], str, list[str]]]:
    """Return what is said of each reference."""
    return [
        (r.section, r.title, r.authors, r.date, [c.url for c in r.citations])
        for r in dossier.references
    ]


@pytest.mark.parametrize("form", DOCUMENTS)
def test_each_row_is_an_entry_by_what_the_header_says(form: str) -> None:
    """One cell over all columns is a heading; what follows the table is read as ever."""
    dossier = read_bytes(DOCUMENTS[form], "d")
    assert told(dossier) == [
        ("Sites", "La gestion de l’eau", ("Agence des eaux",), "2018", [WATER]),
        ("Sites", "Les sols vivants", ("BOIS Ève",), "mars 2019", [SOIL]),
        ("Livres", "La mer", ("LAMER Jean",), "2020", [SEA]),
        ("Suite", "Un site", (), "", ["https://suite.example/"]),
    ]
    places = [reference.place.number for reference in dossier.references]
    assert places == sorted(places)


def test_so_is_each_row_of_a_table_in_markdown() -> None:
    """With emphasis, links and escaped bars; a list right under it is no part of its last row."""
    assert told(read_bytes(MARKDOWN.encode(), "d.md")) == [
        ("", "Lire aussi", (), "", ["https://avant.example/"]),
        ("Sites", "La gestion de l’eau", ("Agence des eaux",), "2018", [WATER]),
        ("Sites", "Les sols | vivants", ("BOIS Ève",), "mars 2019", [SOIL]),
        ("Livres", "La mer", ("LAMER Jean",), "2020", [SEA]),
        ("Sites", "Les murs", (), "", ["https://murs.example/x_y"]),
        ("Suite", "Un site", (), "", ["https://suite.example/"]),
    ]


@pytest.mark.parametrize("form", [*DOCUMENTS, "markdown"])
def test_a_table_without_a_known_header_loses_no_address(form: str) -> None:
    """It is read as paragraphs: more often than not it is the layout of a page."""
    plain = {"html": html(*ROWS[1:]), "docx": docx(*ROWS[1:]), "odt": odt(*ROWS[1:])}
    text = MARKDOWN.replace("| Titre | Auteur | Lien | Date |", "| A | B | C | D |")
    dossier = read_bytes(plain.get(form, text.encode()), "d")
    found = {citation.url for citation in dossier.citations}
    assert {WATER, SOIL, SEA, "https://suite.example/"} <= found


@pytest.mark.parametrize("form", [*DOCUMENTS, "markdown"])
def test_what_stands_in_a_table_is_mended(form: str) -> None:
    """And nothing else of it changes."""
    data = DOCUMENTS.get(form, MARKDOWN.encode())
    result = mended(data, {SOIL: "https://neuf.example/sols"})
    assert result.done == {SOIL: 1}
    before, after = (
        [c.url for c in read_bytes(each, "d").citations] for each in (data, result.data)
    )
    assert after == [url.replace(SOIL, "https://neuf.example/sols") for url in before]


def test_a_cell_of_several_paragraphs_is_one_text() -> None:
    """An address in the description counts too."""
    page = html(
        ("Titre", "Description", "Lien"),
        ("<p>Les sols</p><p>vivants</p>", f"<p>Un guide</p><p>{WATER}</p>", f"{SOIL}"),
    )
    first = read_bytes(page, "d").references[0]
    assert first.title == "Les sols vivants"
    assert {citation.url for citation in first.citations} == {WATER, SOIL}


HEAD = ("Titre", "Auteur", "Lien")
BETTER_READ_AS_PARAGRAPHS = {
    "a cell over two rows": (
        "<table><tr><td>Titre</td><td>Auteur</td><td>Lien</td></tr>"
        f"<tr><td rowspan=2>Eaux</td><td>BOIS Ève</td><td>{WATER}</td></tr>"
        f"<tr><td>LAMER Jean</td><td>{SEA}</td></tr></table>"
    ).encode(),
    "a cell over two columns": html(HEAD, ("Eaux", WATER, "")).replace(
        f"<td>{WATER}</td><td>".encode(), f"<td colspan=2>{WATER}".encode()
    ),
    "no title": html(("Auteur", "Lien"), ("BOIS", f"<a href='{WATER}'>Les eaux vives</a>")),
    "no title in a row": html(HEAD, ("", "BOIS", f"<a href='{WATER}'>Les eaux vives</a>")),
    "a whole entry in a cell": html(
        ("Références", "Lien"),
        ("<p>Les eaux / BOIS Ève</p><p>Revue, 12/03/2020, p. 3</p>", WATER),
    ),
    "several titles in a cell": html(
        ("Titre", "Liens"),
        ("Eaux", f"<a href='{WATER}'>Les eaux vives</a><a href='{SEA}'>La mer monte</a>"),
    ),
    "a table in a cell": html(HEAD, ("Eaux", f"<table><tr><td>{WATER}</td></tr></table>", SEA)),
    "an address that no column is for": html(("Titre", "Archive"), ("Eaux", WATER)),
    "more cells than headings": f"|Titre|Lien|\n|---|---|\n|Eaux|2020|{WATER}|\n".encode(),
    "a list of places": html(("Nom", "Adresse"), ("Centre", "33 cours de la Liberté, Lyon")),
    "a quotation": f"> | Titre | Lien |\n> |---|---|\n> | Eaux | {WATER} |\n".encode(),
}


@pytest.mark.parametrize("why", BETTER_READ_AS_PARAGRAPHS)
def test_where_the_columns_are_not_sure_the_paragraphs_are_read(why: str) -> None:
    """No row is a whole entry then; its twins above are."""
    file = File(BETTER_READ_AS_PARAGRAPHS[why])
    blocks = content_of(file).blocks
    assert blocks
    assert not any(block.closed for block in blocks)


def test_what_stands_above_and_below_a_table_keeps_its_own() -> None:
    """An entry above takes none of its addresses, a section in it ends with it."""
    text = (
        "# Dossier\n\nLes rivières / BOIS Ève\n\nRevue, 12/03/2020, p. 3\n\n"
        f"| Rubrique | Titre | Lien |\n|---|---|---|\n| Eaux | Les eaux | {WATER} |\n\n"
        f"Les sols / BOIS Ève\n\nRevue, 14/03/2020, p. 5\n\n{SOIL}\n"
    )
    found = told(read_bytes(text.encode(), "d.md"))
    assert [(section, title, urls) for section, title, _authors, _date, urls in found] == [
        ("", "Les rivières", []),
        ("Eaux", "Les eaux", [WATER]),
        ("", "Les sols", [SOIL]),
    ]


def test_a_title_without_a_link_is_a_reference_and_no_heading() -> None:
    """But in bold, or over all columns."""
    text = (
        f"| Titre | Lien |\n|---|---|\n| Les eaux | {WATER} |\n| Un livre | |\n| La mer | {SEA} |\n"
    )
    found = told(read_bytes(text.encode(), "d.md"))
    assert [(section, title) for section, title, *_rest in found] == [
        ("", "Les eaux"),
        ("", "Un livre"),
        ("", "La mer"),
    ]


HEADINGS = st.sampled_from(
    (
        *("Titre", "Auteur(s)", "Source", "Date", "Lien", "URL", "Rubrique", "Localisation"),
        *("Nom", "Résumé", "Pages", "Nouvelle adresse", "", "Un mot"),
    )
)
WORDS = st.sampled_from(
    ["La mer", "BOIS Ève", "2019", "p. 3-5", "", "Revue, 03/2019", "1.", "Livres"]
)
ROW = st.lists(st.tuples(WORDS, st.sampled_from(["", "bare", "link"])), min_size=1, max_size=5)


@settings(max_examples=150, deadline=None)
@given(st.lists(HEADINGS, min_size=1, max_size=5), st.lists(ROW, min_size=1, max_size=5))
@pytest.mark.parametrize("form", ["markdown", "html", "csv"])
def test_no_address_in_a_table_is_lost(
    form: str, header: list[str], rows: list[list[tuple[str, str]]]
) -> None:
    """Whatever the columns are called, and whatever else stands in the cells.

    But where the heading says that the addresses are not the author's: what we proposed ourselves.
    """
    planted: set[str] = set()

    def cell(column: int, text: str, kind: str) -> str:
        if not kind:
            return text
        url = f"https://h{len(planted)}.example/p_{column}_x"
        planted.add(url)
        if kind == "bare" or form == "csv":
            return f"{text} {url}".strip()
        return f"[{text or 'ici'}]({url})" if form == "markdown" else f'<a href="{url}">{text}</a>'

    table = [[cell(n, *said) for n, said in enumerate(row)] for row in rows]
    if form == "markdown":
        rule = "|".join("---" for _ in header)
        lines = [f"| {' | '.join(row)} |" for row in [header, *table]]
        data = "\n".join(["# Dossier", "", lines[0], f"|{rule}|", *lines[1:], ""]).encode()
    elif form == "csv":
        lines = [";".join(f'"{text}"' for text in row) for row in [header, *table, ["a", "b"]]]
        data = "\n".join(lines).encode()
    else:
        data = html(tuple(header), *map(tuple, table)).replace(b"https://suite.example/", b"#")
    found = {citation.url for citation in read_bytes(data, "d").citations}
    left_out = {
        url for url in planted if header[int(url.split("_")[1]) :][:1] == ["Nouvelle adresse"]
    }
    assert planted - left_out <= found
