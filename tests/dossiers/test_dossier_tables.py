"""Tables in text: CSV and TSV with French headings, or none."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.samples import NOW, link

from perenne.domain.links import Capture, CitedIn
from perenne.domain.references import Dossier, PlaceKind
from perenne.domain.verdicts import Verdict, VerdictKind
from perenne.dossiers import UnreadableError, read_bytes
from perenne.report.tables import csv_table
from perenne.texts import use

TABLE = """Bibliographie sur l'eau;;;;;;
;;;;;;
Rubrique;Titre;Auteur(s);Revue / éditeur;Date de parution;Pages;Lien
Articles;L'eau à l'oeuvre;"Pétré, Zoé ; Bois, Ève";Revue de l'eau;15/03/2019;3-15;https://eau.exemple.fr/a?x=1
;;;;;;https://eau.exemple.fr/b
Sites;La mer monte;Agence des mers;www.mers.exemple.fr;2020;;mers.exemple.fr/accueil
"""


def read(text: str, encoding: str = "utf-8") -> Dossier:
    """Read a text, whose name tells nothing."""
    return read_bytes(text.encode(encoding), "dossier")


def urls(text: str) -> list[list[str]]:
    """Return the URLs of each reference."""
    return [[c.url for c in r.citations] for r in read(text).references]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_table_is_read_as_a_spreadsheet_saves_it(encoding: str, newline: str) -> None:
    """Semicolons, a title above, rows that go on, and the letters of Windows."""
    dossier = read(TABLE.replace("\n", newline), encoding)
    first, second = dossier.references
    assert dossier.title == "Bibliographie sur l'eau"
    assert (first.section, first.title, first.source) == (
        "Articles", "L'eau à l'oeuvre", "Revue de l'eau",
    )  # fmt: skip
    assert first.authors == ("Pétré Zoé", "Bois Ève")
    assert (first.date, first.date_iso, first.pages) == ("15/03/2019", "2019-03-15", "p. 3-15")
    assert [(c.url, c.place.kind, c.place.number) for c in first.citations] == [
        ("https://eau.exemple.fr/a?x=1", PlaceKind.ROW, 4),
        ("https://eau.exemple.fr/b", PlaceKind.ROW, 5),
    ]
    assert (second.source, second.place.number) == ("www.mers.exemple.fr", 6)
    assert [(c.as_written, c.url) for c in second.citations] == [
        ("mers.exemple.fr/accueil", "http://mers.exemple.fr/accueil")
    ]


def test_tabs_and_commas_part_cells_as_well() -> None:
    """English headings; quotation marks around what holds a comma."""
    tabs = "Title\tAuthor\tURL\nWater\tSmith, Jane\thttps://a.exemple.fr/\n"
    commas = 'Title,Author,URL\n"Water, again","Smith, Jane",https://a.exemple.fr/\n'
    assert urls(tabs) == urls(commas) == [["https://a.exemple.fr/"]]
    assert read(commas).references[0].title == "Water, again"
    assert read(commas).references[0].authors == ("Smith Jane",)
    assert read(f"sep=,\n{commas}").references == read(commas).references


def test_zotero_and_its_many_columns_are_read() -> None:
    """Dates of the software, names of catalogues and files on a disk are nothing to cite."""
    text = (
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url",'
        '"Abstract Note","Date","Date Added","Pages","Num Pages","Publisher","Library Catalog",'
        '"File Attachments","Manual Tags"\n'
        '"X","journalArticle","2019","Pétré, Zoé; Bois, Ève","L’eau","Revue","10.3917/rde.1","'
        'https://eau.exemple.fr/a","Voir http://b.exemple.fr","2019-03-15","2020-01-01","3-15","","",'
        '"www.cairn.info","/home/x/a.pdf","eau"\n'
        '"Y","book","2020","Lamer","Mer","","","","","","","","103","Éditions du Lac","","",""\n'
    )
    first, second = read(text).references
    assert [c.url for c in first.citations] == [
        "https://eau.exemple.fr/a", "https://doi.org/10.3917/rde.1", "http://b.exemple.fr",
    ]  # fmt: skip
    assert (first.date_iso, first.source, first.section) == ("2019-03-15", "Revue", "")
    assert (second.source, second.pages, second.date_iso) == ("Éditions du Lac", "103 p.", "2020")


def test_headings_among_the_rows_are_sections() -> None:
    """One cell alone above others; where most rows are so, they are entries."""
    text = (
        "Titre;Source;Lien\nI – Livres;;\nEau;Lac;https://a.exemple.fr\nMer;Port;\n"
        "II – Sites;;\nAir;Vent;https://b.exemple.fr\nFeu;Four;https://c.exemple.fr\n"
    )
    assert [(r.section, r.title) for r in read(text).references] == [
        ("I – Livres", "Eau"), ("I – Livres", "Mer"), ("II – Sites", "Air"), ("II – Sites", "Feu"),
    ]  # fmt: skip
    short = "Titre;Lien\nEau;\nMer;\nAir;https://b.exemple.fr\n"
    assert [r.title for r in read(short).references] == ["Eau", "Mer", "Air"]


def test_rows_with_nothing_but_their_number_are_none() -> None:
    """As in a form that is filled half."""
    text = "N°;Titre;Lien;Résumé (cinq cents signes au plus, espaces compris, sans citations)\n1;Eau;https://a.exemple.fr\n2;;\n3;;\n4;Mer;https://b.exemple.fr\n"
    assert [(r.title, r.place.number) for r in read(text).references] == [("Eau", 2), ("Mer", 5)]


def test_a_table_without_header_still_gives_its_references() -> None:
    """The longest text of a row is its title; a row without address is none."""
    text = (
        "1;Un site sur les rivières;https://a.exemple.fr/;03/2019\n"
        "2;Les lacs;;\n3;Un rapport sur les mers;https://b.exemple.fr/ (PDF);2020\n"
    )
    dossier = read(text)
    assert [(r.title, r.date_iso, r.place.number) for r in dossier.references] == [
        ("Un site sur les rivières", "2019-03", 1), ("Un rapport sur les mers", "2020", 3),
    ]  # fmt: skip
    assert urls(text) == [["https://a.exemple.fr/"], ["https://b.exemple.fr/"]]


def test_a_lone_quotation_mark_swallows_no_rows() -> None:
    """Typed by hand, it would make one cell of the rest of the file."""
    text = 'Titre;Auteur;Lien\n"Eau;A;https://a.exemple.fr\nMer;B;https://b.exemple.fr\n'
    assert urls(text) == [["https://a.exemple.fr"], ["https://b.exemple.fr"]]
    notes = 'Titre;Résumé;Lien\nEau;"Un ;\nDeux ;\nTrois";https://a.exemple.fr\n'
    assert urls(notes) == [["https://a.exemple.fr"]]
    assert len(read(notes).references) == 1


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("https://a.exemple.fr/1 | https://a.exemple.fr/2", ["https://a.exemple.fr/1", "https://a.exemple.fr/2"]),
        ("https://a.exemple.fr/x;id=1", ["https://a.exemple.fr/x;id=1"]),
        ("<https://a.exemple.fr/>", ["https://a.exemple.fr/"]),
        ("https://a.exemple.fr/mon rapport.pdf", ["https://a.exemple.fr/mon rapport.pdf"]),
        ("https://a.exemple.fr/ (consulté le 3/03/2019)", ["https://a.exemple.fr/"]),
        ("Voir www.a.exemple.fr.", ["http://www.a.exemple.fr"]),
        ("doi:10.1000/a", ["https://doi.org/10.1000/a"]),
        ("hal-01234567", ["https://hal.science/hal-01234567"]),
        ("contact@exemple.fr", []),
        ("non", []),
    ],
)  # fmt: skip
def test_a_cell_for_addresses_is_read_however_it_was_typed(cell: str, found: list[str]) -> None:
    """Two in one, brackets, blanks in the name of a file, remarks, identifiers."""
    assert urls(f'Titre;Lien\nUn titre;"{cell}"\n') == [found]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_table_that_we_wrote_is_read_back(language: str) -> None:
    """References of several links are one again; new addresses and copies are no citations."""
    use(language)
    places = ("Eau", "I – Rivières", ("PÉTRÉ Zoé", "BOIS Ève"))
    cited = [
        CitedIn(written, "Dossier du lac", "lac", section, title, authors=authors)
        for written in ("https://a.exemple.fr/1", "www.b.exemple.fr")
        for title, section, authors in [places]
    ]
    moved = Verdict(VerdictKind.MOVED, moved_to="https://neuf.exemple.fr/")
    copy = Capture("https://web.archive.org/web/2019/https://a.exemple.fr/1", NOW)
    links = [
        link("https://a.exemple.fr/1", kind=moved, captures=(copy,), citations=(cited[0],)),
        link("https://z.exemple.fr/", citations=()),
        link("http://www.b.exemple.fr/", final_url="https://c.exemple.fr/", citations=(cited[1],)),
    ]
    dossier = read_bytes(csv_table(links, ZoneInfo("Europe/Paris")), "liens.csv")
    assert dossier.title == "Dossier du lac"
    first, second = dossier.references
    assert (first.title, first.section, first.authors) == (places[0], places[1], places[2])
    assert [(c.as_written, c.url) for c in first.citations] == [
        ("https://a.exemple.fr/1", "https://a.exemple.fr/1"),
        ("www.b.exemple.fr", "http://www.b.exemple.fr"),
    ]
    assert [c.url for c in second.citations] == ["https://z.exemple.fr/"]


def test_pages_in_notes_make_no_page_of_a_table() -> None:
    """Zotero keeps notes as HTML."""
    note = '<p>Voir</p><p><a href=""https://b.exemple.fr/"">ici</a></p>'
    assert urls(f'Titre;Lien;Note\nEau;https://a.exemple.fr/;"{note}"\n') == [
        ["https://a.exemple.fr/", "https://b.exemple.fr/"]
    ]


PROSE = "\n\nEau ; air / PETIT Anne\n\nRevue, 03/2019\n\nUn résumé ; puis, enfin, https://a.fr\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Titre ; Auteur ; URL{PROSE}",
        f"Titre, auteur, source, date{PROSE}",
        f"Titre\tURL{PROSE}",
        f"- Un ; https://b.fr\n- Deux ; https://c.fr{PROSE}",
        "| Titre | Lien |\n|---|---|\n| Eau | https://a.fr |\n",
        "https://a.exemple.fr/x;id=1\nhttps://a.exemple.fr/y;id=2\n",
    ],
    ids=["semicolons", "commas", "tab", "list", "Markdown", "addresses"],
)
def test_prose_with_semicolons_is_no_table(text: str) -> None:
    """A false detection would tear its references apart."""
    assert all(r.place.kind is PlaceKind.LINE for r in read(text).references)


def test_a_header_alone_holds_no_reference() -> None:
    """And says so."""
    assert [n.code for n in read("Titre;Auteur;URL\n").notices] == ["no_reference"]
    assert [n.code for n in read("Titre;Auteur;URL\n;;\n").notices] == ["no_reference"]


def test_a_catalogue_is_no_dossier() -> None:
    """Its links would take nights."""
    with pytest.raises(UnreadableError) as caught:
        read("Titre;Lien\n" + "Eau;https://a.fr\nMer;https://b.fr\n" * 60_000)
    assert caught.value.code == "file_too_heavy"


CELLS = st.text(alphabet="aé;,\t\"\n\r =https://a.fr'") | st.sampled_from(
    ["Titre", "Lien", "Auteur", "https://a.exemple.fr/1", "03/2019", ""]
)


@given(st.lists(st.lists(CELLS, max_size=4).map(";".join)).map("\n".join))
def test_whatever_stands_in_a_table_never_fails_otherwise(text: str) -> None:
    """Quotation marks anywhere, rows of any width."""
    if text.strip():
        assert read(text).title


WORDS = st.text(alphabet="abcdéè ’", min_size=1).map(str.strip).filter(bool)


@given(st.lists(st.tuples(WORDS, st.integers(0, 999)), min_size=1, unique=True))
def test_every_planted_address_is_found(entries: list[tuple[str, int]]) -> None:
    """One reference for each row, or for rows that say the same."""
    rows = [f"{title} {n};Revue;https://a.exemple.fr/{n}" for title, n in entries]
    found = [c.url for c in read("\n".join(["Titre;Revue;Lien", *rows])).citations]
    assert sorted(set(found)) == sorted({f"https://a.exemple.fr/{n}" for _title, n in entries})
