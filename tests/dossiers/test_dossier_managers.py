"""What reference managers export: RIS, BibTeX, CSL-JSON, Zotero RDF."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossiers.exports import BIBTEX, CSL, RIS, ZOTERO

from perenne.domain.references import Dossier, PlaceKind
from perenne.dossiers import UnreadableError, read_bytes

EAU, ANNEXE = "https://eau.exemple.fr/a?x=1&y=2", "http://annexe.exemple.fr/notes"
DOI = "https://doi.org/10.3917/rde.161.0009"


def read(text: str) -> Dossier:
    """Read a text, whose name tells nothing."""
    return read_bytes(text.encode(), "dossier.txt")


def urls(text: str) -> list[str]:
    """Return the URLs of a text."""
    return [citation.url for citation in read(text).citations]


@pytest.mark.parametrize(("export", "authors"), [
    (RIS, ("Pétré Zoé", "Bois Ève")),
    (CSL, ("Pétré Zoé", "Agence de l’eau")),
    (ZOTERO, ("Pétré Zoé", "Agence de l’eau")),
], ids=["RIS", "CSL-JSON", "Zotero RDF"])  # fmt: skip
def test_an_article_is_read_whole(export: str, authors: tuple[str, ...]) -> None:
    """Its fields, its DOI at the resolver, the addresses in its summary, and its place."""
    first = read(export).references[0]
    assert (first.title, first.authors, first.source) == (
        "L’eau à l’œuvre",
        authors,
        "Revue de l’eau",
    )
    assert (first.date_iso, first.pages) == ("2019-03-15", "p. 3-15")
    found = [citation.url for citation in first.citations]
    assert found[:2] == [EAU, DOI]
    assert ANNEXE in found
    assert (first.place.kind, first.place.number) == (PlaceKind.RECORD, 1)


def test_ris_keeps_what_is_no_article_too() -> None:
    """A site has its publisher as source; copies on a disk are no citations."""
    dossier = read(RIS)
    assert [r.title for r in dossier.references] == ["L’eau à l’œuvre", "La mer monte"]
    site = dossier.references[1]
    assert site.source == "Agence des mers"
    assert [(c.as_written, c.url) for c in site.citations] == [
        ("www.mers.exemple.fr", "http://www.mers.exemple.fr")
    ]
    assert [c.url for c in dossier.references[0].citations] == [EAU, DOI, ANNEXE]


@pytest.mark.parametrize(
    "changed",
    [
        RIS.replace("\n", "\r\n"),
        RIS.replace("\n", "\r"),
        RIS.replace("  - ", " - "),
        RIS.replace("  - ", "  -"),
        RIS.replace("ER  - \n", ""),
        f"Provider: Un portail\nContent: text/plain; charset=UTF-8\n\n{RIS}",
        RIS.replace("TY  - ELEC", "Une remarque.\nTY  - ELEC\nsans étiquette"),
    ],
    ids=["Windows", "old Mac", "one blank", "no blank", "no end", "preamble", "remarks"],
)
def test_ris_is_read_as_it_comes(changed: str) -> None:
    """Line ends, blanks and missing ends of records change nothing."""
    assert read(changed).references == read(RIS).references


def test_fields_of_ris_that_go_on_or_come_again_are_kept() -> None:
    """A long title on two lines, two notes, two addresses of which one holds a semicolon."""
    text = (
        "TY  - RPRT\nT1  - Un titre\n qui continue\nN1  - Voir http://a.exemple.fr\n"
        "N1  - et\n http://b.exemple.fr\nUR  - https://c.exemple.fr/x;id=1\n"
        "UR  - https://d.exemple.fr https://e.exemple.fr\nY1  - 2019///\nER  - \n"
    )
    (reference,) = read(text).references
    assert (reference.title, reference.date, reference.date_iso) == (
        "Un titre qui continue", "2019", "2019",
    )  # fmt: skip
    assert {c.url.partition("://")[2] for c in reference.citations} == {
        "a.exemple.fr", "b.exemple.fr", "c.exemple.fr/x;id=1", "d.exemple.fr", "e.exemple.fr",
    }  # fmt: skip


def test_bibtex_is_read_without_its_marks() -> None:
    """Accents, braces, macros, months; addresses as requested beside what is written."""
    dossier = read(BIBTEX)
    first, second = dossier.references
    assert first.title == "L'eau à l'œuvre : Résultats & 100 % de pertes"
    assert first.authors == ("Pétré Zoé", "Agence de l'eau")
    assert (first.source, first.date_iso, first.pages) == ("Revue de l'eau", "2019-03", "p. 3-15")
    assert [(c.as_written, c.url) for c in first.citations] == [
        (r"https://eau.exemple.fr/a\_b?x=1\&y=2\#c", "https://eau.exemple.fr/a_b?x=1&y=2#c"),
        ("10.3917/rde.161.0009", DOI),
        ("http://annexe.exemple.fr/a_b", "http://annexe.exemple.fr/a_b"),
        ("https://air.exemple.fr/~z", "https://air.exemple.fr/~z"),
    ]
    assert (second.title, second.date_iso) == ("La mer monte", "2020-05-01")
    assert [c.url for c in second.citations] == [
        "https://hal.science/hal-01234567", "https://mers.exemple.fr/",
    ]  # fmt: skip


def test_a_bad_entry_of_bibtex_is_told_and_the_others_are_read() -> None:
    """With its place; a repeated key or field makes an entry no worse."""
    text = (
        "@book{a, title={Un}, url={https://a.exemple.fr}}\n@misc{b, title = {pas fermé\n"
        "@book{c, title={Trois}, url={https://c.exemple.fr}}\n"
        '@book{c, title={Quatre}, url="https://d.exemple.fr", url={https://e.exemple.fr}}\n'
        "@book{c, title={Cinq}, url={https://f.exemple.fr}}\n"
    )
    dossier = read(text)
    assert [(r.title, r.place.number) for r in dossier.references] == [
        ("Un", 1), ("Trois", 3), ("Quatre", 4), ("Cinq", 5),
    ]  # fmt: skip
    assert [c.url for c in dossier.citations] == [
        f"https://{letter}.exemple.fr" for letter in "acdef"
    ]
    assert [(n.code, n.place and n.place.number, n.fact) for n in dossier.notices] == [
        ("record_unreadable", 2, "@misc{b, title = {pas fermé")
    ]


def test_csl_json_takes_names_dates_and_lists_as_they_come() -> None:
    """Particles, institutions, dates in words; the name of a catalogue is no citation."""
    second = read(CSL).references[1]
    assert (second.authors, second.source) == (("van Gogh Vincent",), "Agence des mers")
    assert (second.date, second.date_iso, second.pages) == ("printemps 2020", "2020", "103 p.")
    assert [c.url for c in second.citations] == ["https://mers.exemple.fr"]
    assert read('{"items": ' + CSL + "}").references == read(CSL).references
    assert len(read(CSL[2 : CSL.index('{"id": "2"')].strip(" ,\n")).references) == 1


def test_zotero_rdf_has_sections_links_and_notes() -> None:
    """Collections are sections; a link is a citation and a copy is none; a note's links count."""
    dossier = read(ZOTERO)
    assert [(r.section, r.title, r.source) for r in dossier.references] == [
        ("I – Rivières", "L’eau à l’œuvre", "Revue de l’eau"),
        ("II – Mers", "La mer monte", "Le Quotidien"),
        ("", "Lacs", "Éditions du Lac"),
    ]
    assert [c.url for c in dossier.citations] == [
        EAU, DOI, "https://lien.exemple.fr/", ANNEXE, "https://note.exemple.fr/",
    ]  # fmt: skip
    assert dossier.references[2].pages == "103 p."


NOTE = "<p>Lire</p> <p><a href='https://b.exemple.fr/'>la note</a></p>"


@pytest.mark.parametrize(
    "text",
    [
        f"TY  - JOUR\nTI  - Eau\nUR  - https://a.exemple.fr/\nN1  - {NOTE}\nER  - \n",
        f"@misc{{a, title={{Eau}}, url={{https://a.exemple.fr/}}, note={{{NOTE}}}}}",
        json.dumps(
            [{"type": "book", "title": "Eau", "URL": "https://a.exemple.fr/", "note": NOTE}]
        ),
    ],
    ids=["RIS", "BibTeX", "CSL-JSON"],
)
def test_pages_in_notes_make_no_page_of_an_export(text: str) -> None:
    """Zotero keeps notes as HTML; what they link to counts."""
    (reference,) = read(text).references
    assert reference.title == "Eau"
    assert [c.url for c in reference.citations] == [
        "https://a.exemple.fr/",
        "https://b.exemple.fr/",
    ]


PROSE = "Le dossier\n\nTY  - veut dire type, et ER  - la fin.\n\nEau / PETIT A\n\nRevue, 03/2019\n"


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "TY  - est une étiquette de RIS.\n\nEau / PETIT Anne\n\nRevue, 03/2019\n",
        "@marie : l’eau, qui = tout\n\nEau / PETIT Anne\n\nRevue, 03/2019\n",
        "{Sommaire}\n\nEau / PETIT Anne\n\nRevue, 03/2019\n",
        "[Dossier] Eau / PETIT Anne\n\nRevue, 03/2019\n",
        '["L’eau"] / PETIT Anne\n\nRevue, 03/2019\n',
    ],
)
def test_prose_about_a_format_is_prose(text: str) -> None:
    """A false detection would lose the whole dossier."""
    (reference,) = read(text).references
    assert reference.source == "Revue"
    assert reference.place.kind is PlaceKind.LINE


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"name": "perenne", "version": "1.0"}', "file_other_json"),
        ('[{"type": "chat"}, {"title": "sans genre"}]', "file_other_json"),
        ("[]", "file_other_json"),
        (CSL[: len(CSL) // 2], "file_damaged"),
        ('[{"type": ' + "9" * 5000 + "}]", "file_damaged"),
        ('[{"a":' * 100_000, "file_too_heavy"),
        ('<?xml version="1.0"?><rss><channel><link>https://a.exemple.fr</link></channel></rss>',
         "file_other_xml"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://a.exemple.fr"/></feed>',
         "file_other_xml"),
        (ZOTERO[: len(ZOTERO) // 2], "file_damaged"),
    ],
    ids=["object", "list", "empty", "cut", "figure", "deep", "RSS", "Atom", "cut RDF"],
)  # fmt: skip
def test_other_and_damaged_files_are_a_sentence(text: str, code: str) -> None:
    """Not a dossier of wrong links: namespaces are addresses that nobody cites."""
    with pytest.raises(UnreadableError) as caught:
        read(text)
    assert caught.value.code == code


def test_entities_of_rdf_are_neither_multiplied_nor_fetched() -> None:
    """What they stand for is left out; billion laughs are a damaged file."""
    head, tail = ZOTERO.split("?>", 1)
    used = tail.replace("La mer monte", "La mer &l1; monte &f;")
    entities = '<!ENTITY l0 "ha"><!ENTITY l1 "&l0;&l0;"><!ENTITY f SYSTEM "file:///etc/passwd">'
    dossier = read(f"{head}?><!DOCTYPE r [{entities}]>{used}")
    assert len(dossier.references) == 3
    assert not any(word in str(dossier) for word in ("root:", "haha"))
    bomb = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 20}">' for n in range(1, 20))
    with pytest.raises(UnreadableError) as caught:
        read(f'{head}?><!DOCTYPE r [<!ENTITY l0 "ha">{bomb}]>{used.replace("&l1;", "&l19;")}')
    assert caught.value.code == "file_damaged"


@pytest.mark.parametrize("text", [
    "@book{a, title={x}}\n" + "@bad{" * 150_000,
    "TY  - JOUR\nTI  - x\nER  - \n" * 150_000,
    "[" + ",".join(['{"type": "book", "title": "x"}'] * 150_000) + "]",
], ids=["BibTeX", "RIS", "CSL-JSON"])  # fmt: skip
def test_a_catalogue_is_no_dossier(text: str) -> None:
    """Its links would take nights; saying so takes no time."""
    with pytest.raises(UnreadableError) as caught:
        read(text)
    assert caught.value.code == "file_too_heavy"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
KEYS = st.sampled_from(["title", "author", "issued", "URL", "DOI", "page", "note", "type"])


@given(st.lists(st.dictionaries(KEYS, VALUES), min_size=1))
def test_whatever_stands_in_json_never_fails_otherwise(items: list[dict[str, object]]) -> None:
    """Names that are figures, dates that are lists of nothing."""
    text = json.dumps([{**item, "type": "book", "title": "Eau"} for item in items])
    assert len(read(text).references) == len(items)
