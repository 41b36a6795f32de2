"""Files as they come: encodings, formats told by content, and files that are no dossiers."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perenne.domain.references import PlaceKind
from perenne.dossiers import UnreadableError, error_sentence, read, read_bytes
from perenne.dossiers.file import LARGEST_FILE
from perenne.texts import use

ENTRY = "L’eau à l’œuvre / PÉTRÉ Zoé\n\nRevue, 03/2019, p. 3\n\nhttps://a.example/é\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_file_is_read_in_the_encoding_it_was_written_in(encoding: str, newline: str) -> None:
    """Windows' and the old Mac's line ends count lines as well."""
    (reference,) = read_bytes(ENTRY.replace("\n", newline).encode(encoding), "x.txt").references
    assert (reference.title, reference.authors) == ("L’eau à l’œuvre", ("PÉTRÉ Zoé",))
    assert [(c.url, c.place.number) for c in reference.citations] == [("https://a.example/é", 5)]


def test_a_few_windows_bytes_in_utf8_spoil_nothing() -> None:
    """Pasted passages bring them; the other letters stay right."""
    data = ENTRY.encode() + "é".encode() * 40 + b"\n\nl\x92\xe9t\xe9"
    assert read_bytes(data, "x").references[0].title == "L’eau à l’œuvre"


@pytest.mark.parametrize(
    ("data", "code", "fact"),
    [
        (b"", "file_empty", ""),
        (b" \n\n", "file_empty", ""),
        (b"PK\x03\x04....ppt/slides", "file_binary", "PowerPoint (PPTX)"),
        (b"PK\x03\x04....any.txt", "file_binary", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "file_binary", "Office 97-2003 (DOC, PPT, XLS)"),
        (b"\x89PNG\r\n", "file_binary", "PNG"),
        (b"{\\rtf1 bonjour}", "file_binary", "RTF"),
        (b"bon\x00jour", "file_binary", ""),
        ("bon\0jour".encode("utf-16"), "file_binary", ""),
        (b"\xff\xfe\x00\xd8a", "file_encoding", "utf-16"),
        (b"\x81\x8d\x8f", "file_encoding", "cp1252"),
        (b"a" * (LARGEST_FILE + 1), "file_too_large", "20"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_holds_no_text_is_refused_with_its_kind(data: bytes, code: str, fact: str) -> None:
    """Whatever its name says."""
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, "dossier.md")
    assert (caught.value.code, caught.value.fact) == (code, fact)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    """Each has its own advice."""
    for path, code in [
        (tmp_path / "none.md", "file_missing"),
        (tmp_path, "file_is_directory"),
        (Path("nul\0"), "file_unreadable"),
    ]:
        with pytest.raises(UnreadableError) as caught:
            read(path)
        assert caught.value.code == code


def refusal(data: bytes) -> UnreadableError | None:
    """Return why the data cannot be read, None where it can."""
    try:
        read_bytes(data, "x")
    except UnreadableError as error:
        return error
    return None


@settings(deadline=None)
@given(st.binary() | st.text().map(lambda text: text.encode("utf-16")))
def test_no_bytes_make_it_fail_otherwise(data: bytes) -> None:
    """A dossier, or a reason why not: the caller needs no other except."""
    error = refusal(data)
    use("en")
    assert error is None or error_sentence(error).endswith((".", ")"))


GRAMMAR = st.lists(
    st.sampled_from(
        ["I – Eau", "# Titre", "Un titre / PETIT Anne", "Revue, 03/2019, p. 3", "- un point", "Un",
         "https://a.example/x", "<https://b.example/long-\nue>", "Localisation : Brest", "===", "",
         "Résumé.", "| a | https://c.example |", "2 - Suite", "Contact : x", "[a]: http://d.example",
         "<p>x</p>", "<html>", "<a href=http://e.example>f</a>", "ANNEXES", "Mooc intitulé « X »"]
    )
).map("\n\n".join)  # fmt: skip


@given(GRAMMAR)
def test_pieces_of_dossiers_in_any_order_are_read(text: str) -> None:
    """Every address outside HTML's own marks ends in a reference, once for each time written."""
    if not text.strip():
        return
    found = [c.url for c in read_bytes(text.encode(), "x").citations]
    for url in ("https://a.example/x", "https://b.example/long-ue", "https://c.example"):
        assert found.count(url) == text.replace("-\n", "-").count(url)


def test_a_plain_list_of_addresses_is_a_reference_each() -> None:
    """Remarks are headings; mistyped lines and bare domains are addresses here."""
    data = b"https://a.example/1\nwww.b.example\n\n# Suite\n<http://c.example>\nhtp:/d.example\ne.example/x\n"
    dossier = read_bytes(data, "liste.md")
    assert dossier.title == "liste"
    assert [(r.section, r.citations[0].url, r.place.number) for r in dossier.references] == [
        ("", "https://a.example/1", 1),
        ("", "http://www.b.example", 2),
        ("Suite", "http://c.example", 5),
        ("Suite", "htp:/d.example", 6),
        ("Suite", "http://e.example/x", 7),
    ]


PAGE = """<!DOCTYPE html><html><head><title>Onglet</title>
<base href="https://site.example/d/"><style>p {}</style></head><body>
<nav><a href="/menu">Menu</a></nav><h1>L’eau&nbsp;: dossier</h1><h2>Articles</h2>
<p><b>Eau et sol</b> / <a href="art?a=1&amp;b=2">BOIS Ève</a></p>
<div>Revue de l’eau, 03/2020, p. 4<br>Un résumé<!-- non --></div>
<h2>Sites</h2><ul><li><a href="https://b.example/é">Un site</a></li>
<li><p><a href="mailto:x@y.example">écrire</a></p></li></ul>
<p><a name="a">http://n.example</a> <a href="http://o.example">http://o.example</a></p>
<table><tr><td>Fleuves</td><td><a href="http://f.example">http://f.example</a></td></tr></table>
<p>Lacs</p><p>http://l.example/page.</p></body></html>"""


def test_html_is_read_as_browsers_show_it() -> None:
    """Linked addresses count, resolved; menus and comments do not."""
    dossier = read_bytes(PAGE.encode(), "page.txt")
    assert dossier.title == "L’eau : dossier"
    assert [(r.section, r.title, [c.url for c in r.citations]) for r in dossier.references] == [
        ("Articles", "Eau et sol", ["https://site.example/d/art?a=1&b=2"]),
        ("Sites", "Un site", ["https://b.example/é", "http://o.example", "http://n.example"]),
        ("Sites", "Fleuves", ["http://f.example"]),
        ("Sites", "Lacs", ["http://l.example/page"]),
    ]
    first = dossier.references[0]
    assert (first.authors, first.source, first.pages) == (("BOIS Ève",), "Revue de l’eau", "p. 4")
    assert first.place.kind is PlaceKind.PARAGRAPH
    assert [(n.code, n.fact) for n in dossier.notices] == [
        ("address_not_web", "mailto:x@y.example")
    ]


def test_a_fragment_of_html_is_html() -> None:
    """Copied from a content manager, without its head."""
    (reference,) = read_bytes(
        b"<p>Titre</p>\n<p><a href='http://a.example'>ici</a></p>", "x"
    ).references
    assert (reference.title, reference.citations[0].url) == ("Titre", "http://a.example")
