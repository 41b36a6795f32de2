"""Exports: valid for the programs that take them in, and read again as the same dossier."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from selectolax.lexbor import LexborHTMLParser
from tests.report.samples import BAD_TITLE, BROKEN, NOW, link, said

from perenne import texts
from perenne.domain.captures import Verification
from perenne.domain.links import Capture, Replacement
from perenne.domain.people import OverlayKind
from perenne.domain.references import Citation, Dossier, Place, PlaceKind, Reference
from perenne.domain.states import State
from perenne.domain.verdicts import VerdictKind
from perenne.dossiers import read_bytes
from perenne.dossiers.records import (
    bibtex as bibtex_records,
)
from perenne.dossiers.records import (
    csl as csl_records,
)
from perenne.dossiers.records import (
    ris as ris_records,
)
from perenne.report.exporting import NAMES, form_named, form_of
from perenne.report.exporting.items import Exported, Item, ItemLink
from perenne.report.exporting.names import Name, name

pytestmark = pytest.mark.usefixtures("in_french")
ZONE = ZoneInfo("Europe/Paris")
OLD, NEW = "https://vieux.exemple.fr/a?b=1&c=2", "https://neuf.exemple.fr/d_e?f=%20&g=~h"
OTHER, COPY = (
    "https://autre.exemple.fr/",
    "https://web.archive.org/web/2020/https://vieux.exemple.fr/",
)
CAPTURE = Capture(COPY, datetime(2020, 5, 6, tzinfo=UTC), Verification.VERIFIED)
PLACE = Place(PlaceKind.LINE, 3)
ARTICLE = Reference(
    title="L’eau à l’œuvre : 100 % & plus #1_{x} ~ \\ ^ $5",
    place=PLACE,
    section="I – Rivières, lacs",
    authors=("PÉTRÉ Zoé", "Agence de l’eau"),
    source="Revue de l’eau",
    date="15/03/2019",
    date_iso="2019-03-15",
    pages="p. 3-15",
    citations=(Citation(OLD, OLD, PLACE), Citation(OTHER, OTHER, PLACE)),
)
BOOK = Reference(
    title="Lacs",
    place=PLACE,
    authors=("LAMER Jean",),
    source="Éditions du Lac",
    date="2020",
    date_iso="2020",
    pages="103 p.",
)
ACCEPTED = said(OverlayKind.REPLACEMENT_ACCEPTED, replacement=NEW)
PROPOSED = Replacement("https://propose.exemple.fr/", "host", "propose.exemple.fr", 0.9)


@pytest.fixture
def in_french() -> None:
    """Speak as most readers do."""
    texts.use("fr")


def exported(*references: Reference, accepted: bool = True) -> Exported:
    """Return a dossier whose addresses are broken, with what is known of them."""
    items = tuple(
        Item(
            reference,
            tuple(
                ItemLink(
                    citation,
                    link(
                        citation.url, captures=(CAPTURE,), replacements=(PROPOSED,), http_status=404
                    ),
                    ACCEPTED if accepted and citation.url == OLD else None,
                )
                for citation in reference.citations
            ),
        )
        for reference in references
    )
    return Exported("Dossier sur l’eau", items, NOW, ZONE)


def again(form: str, *references: Reference) -> Dossier:
    """Return what our own readers find in an export."""
    return read_bytes(form_named(form).written(exported(*references)), "dossier")


RECORDS = ("ris", "bibtex", "csl")
TABLES = ("csv", "xlsx")


@pytest.mark.parametrize("form", [*RECORDS, *TABLES])
def test_our_own_readers_find_the_same_references(form: str) -> None:
    """Titles, authors, sources, dates and pages."""
    found = again(form, ARTICLE, BOOK).references
    assert [(r.title, r.authors, r.source, r.date_iso, r.pages) for r in found] == [
        (r.title, r.authors, r.source, r.date_iso, r.pages) for r in (ARTICLE, BOOK)
    ]


@pytest.mark.parametrize("form", RECORDS)
def test_records_cite_the_accepted_address_and_no_other_of_ours(form: str) -> None:
    """The old one, proposals and copies are told in a note, where they are no citations."""
    assert [c.url for c in again(form, ARTICLE, BOOK).citations] == [NEW, OTHER]
    data = form_named(form).written(exported(ARTICLE)).decode()
    for told in ("vieux.exemple.fr", "web.archive.org", "propose.exemple.fr", "lien cassé"):
        assert told in data


@pytest.mark.parametrize("form", TABLES)
def test_tables_cite_what_the_dossier_cites(form: str) -> None:
    """The accepted address has a column of its own."""
    assert [c.url for c in again(form, ARTICLE, BOOK).citations] == [OLD, OTHER]


def test_another_parser_reads_the_ris() -> None:
    """Types, tags and their values."""
    first, second = rispy.loads(form_named("ris").written(exported(ARTICLE, BOOK)).decode())
    assert (first["type_of_reference"], second["type_of_reference"]) == ("JOUR", "BOOK")
    assert first["title"] == ARTICLE.title
    assert first["authors"] == ["PÉTRÉ, Zoé", "Agence de l’eau"]
    assert first["urls"] == [NEW, OTHER]
    assert first["keywords"] == ["lien cassé", ARTICLE.section]
    assert (first["start_page"], first["end_page"]) == ("3", "15")
    assert len(first["notes"]) == 2
    assert "Depuis le 20 novembre 2026." in first["notes"][0]


def test_another_parser_reads_the_bibtex() -> None:
    """No block fails; keys are told apart."""
    library = parse_string(form_named("bibtex").written(exported(ARTICLE, ARTICLE, BOOK)).decode())
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == ["petre2019", "petre2019-2", "lamer2020"]
    fields = {field.key: field.value for field in library.entries[0].fields}
    assert fields["url"] == NEW
    assert fields["bdsk-url-1"] == OTHER
    assert fields["author"] == "PÉTRÉ, Zoé and {Agence de l’eau}"
    assert fields["keywords"] == "lien cassé, I – Rivières lacs"


_CSL = {
    "id": str, "type": str, "title": str, "author": list, "container-title": str, "publisher": str,
    "issued": dict, "page": str, "number-of-pages": str, "URL": str, "keyword": str, "note": str,
}  # fmt: skip
"""Keys of the schema of citationstyles.org that we write, and their kinds."""


def test_the_csl_keeps_to_its_schema() -> None:
    """Known keys and types alone, dates in parts, identities told apart."""
    items = json.loads(form_named("csl").written(exported(ARTICLE, BOOK, ARTICLE)))
    assert [item["id"] for item in items] == ["petre2019", "lamer2020", "petre2019-2"]
    for item in items:
        assert all(isinstance(value, _CSL[key]) for key, value in item.items())
        assert item["type"] in {"article-journal", "book", "webpage", "document"}
        names = ({"family", "given"}, {"literal"})
        assert all(set(author) in names for author in item["author"])
    assert items[0]["issued"] == {"date-parts": [[2019, 3, 15]]}
    assert items[0]["URL"] == NEW
    assert items[1]["number-of-pages"] == "103"


HOSTILE = replace(
    ARTICLE,
    title=f'=HYPERLINK("http://x.fr") {BAD_TITLE} }}{{"; </style><img src=x>',
    authors=('@SUM(1) "x"', "-1+2 and } {", "+cmd|' /C calc'!A0"),
    source="=1+1",
    section="<b>\nTY  - JOUR",
)


def test_no_cell_of_a_table_is_a_formula() -> None:
    """Whatever a dossier says."""
    text = form_named("csv").written(exported(HOSTILE)).decode("utf-8-sig")
    assert not re.search(r'(?:^|;)"[=+@-]', text)
    book = load_workbook(io.BytesIO(form_named("xlsx").written(exported(HOSTILE))))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize("form", RECORDS)
def test_what_a_dossier_says_makes_no_second_record(form: str) -> None:
    """Line ends and marks of the format are told as text."""
    found = again(form, HOSTILE, BOOK).references
    assert len(found) == 2
    assert found[1].title == BOOK.title
    if form == "bibtex":
        library = parse_string(form_named(form).written(exported(HOSTILE, BOOK)).decode())
        assert (len(library.entries), library.failed_blocks) == (2, [])


def test_the_page_holds_all_it_needs_and_runs_nothing() -> None:
    """Nothing is fetched; what a dossier says is text; headings go down one by one."""
    page = LexborHTMLParser(form_named("html").written(exported(HOSTILE, BOOK)).decode())
    assert page.css_first("html").attributes["lang"] == "fr"
    assert not page.css("script, img, link, iframe, object, [src], [onclick]")
    assert "url(" not in page.css_first("style").text()
    assert [node.tag for node in page.css("h1, h2, h3")] == ["h1", "h2", "h3", "h2"]
    hrefs = [node.attributes["href"] for node in page.css("a")]
    assert all(str(href).startswith("https://") for href in hrefs)
    assert NEW in hrefs
    text = page.body.text() if page.body else ""
    assert '=HYPERLINK("http://x.fr")' in text
    assert "introuvable (404)" in text
    assert "Code HTTP : 404." in text.replace("\u00a0", " ")


def test_an_address_that_is_none_is_no_link_in_the_page() -> None:
    """A script in its place would be run."""
    odd = replace(BOOK, citations=(Citation("javascript:alert(1)", "javascript:alert(1)", PLACE),))
    page = LexborHTMLParser(form_named("html").written(exported(odd)).decode())
    assert "javascript:alert(1)" in page.css_first(".url").text()
    assert not page.css(".url a")


def test_what_was_never_seen_is_told_as_such() -> None:
    """In every form: no state is made up."""
    unknown = Exported("D", (Item(ARTICLE, (ItemLink(ARTICLE.citations[0]),)),), NOW, ZONE)
    for form in set(NAMES) - {"xlsx"}:
        assert "pas encore connu" in form_named(form).written(unknown).decode()


def test_a_verdict_that_does_not_explain_the_state_is_no_label() -> None:
    """A broken link that answered once more is still broken."""
    status = link(OLD, BROKEN, VerdictKind.OK, since=NOW - timedelta(days=9))
    once = Exported("D", (Item(ARTICLE, (ItemLink(ARTICLE.citations[0], status),)),), NOW, ZONE)
    page = LexborHTMLParser(form_named("html").written(once).decode())
    assert page.css_first("li span").text() == "cassé"
    assert page.css_first("li span").attributes["class"] == "bad"
    assert status.state is State.BROKEN


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("PÉTRÉ Zoé", Name("PÉTRÉ", "Zoé")),
        ("DE LA MER Jean-Paul", Name("DE LA MER", "Jean-Paul")),
        ("Pétré Zoé", Name("Pétré", "Zoé")),
        ("Agence de l’eau", Name("Agence de l’eau")),
        ("OCDE", Name("OCDE")),
        ("", Name("")),
    ],
)
def test_names_are_parted_where_they_say_how(written: str, read: Name) -> None:
    """Persons as dossiers write them; all else is a body."""
    assert name(written) == read


def test_the_ending_of_a_name_tells_the_form() -> None:
    """Whatever its case."""
    endings = {"a.CSV": "csv", "a.b.xlsx": "xlsx", "a.htm": "html", "a.ris": "ris"}
    endings |= {"a.bib": "bibtex", "a.json": "csl", "a.docx": "", "csv": ""}
    assert {each: form_of(each) for each in endings} == endings


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)


@settings(deadline=None)  # what others parse takes as long as it takes
@given(title=TEXTS, author=TEXTS, source=TEXTS)
def test_any_texts_at_all_make_one_record(title: str, author: str, source: str) -> None:
    """Read again by three parsers."""
    odd = replace(ARTICLE, title=f"x {title}", authors=(f"x {author}",), source=f"x {source}")
    ris, bibtex, csl = (form_named(f).written(exported(odd, BOOK)).decode() for f in RECORDS)
    library = parse_string(bibtex)
    assert (len(library.entries), library.failed_blocks) == (2, [])
    assert [len(rispy.loads(ris)), len(json.loads(csl))] == [2, 2]
    # Read in this very process, which is quick.
    for read, data in ((ris_records, ris), (bibtex_records, bibtex), (csl_records, csl)):
        assert [r.title for r in read.read(data).references][1:] == [BOOK.title]
