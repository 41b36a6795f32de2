"""Word documents: what a reader sees is read, and nothing else."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.dossiers.documents import field_code, footnotes, link, paragraph, run, word, zipped

from perenne.domain.references import PlaceKind
from perenne.dossiers import UnreadableError, read_bytes
from perenne.dossiers.documents.word_fields import href_of

EAU, AIR = "https://eau.exemple.fr/a?x=1&amp;y=2", "https://air.exemple.fr/b"
READ_EAU = "https://eau.exemple.fr/a?x=1&y=2"


def urls(data: bytes) -> list[str]:
    """Return the URLs of a document."""
    return [citation.url for citation in read_bytes(data, "d.md").citations]


def test_a_bibliography_in_word_is_read_as_one_in_text() -> None:
    """Sections, titles, authors, sources, dates, links, and the paragraph of each."""
    body = "".join(
        (
            paragraph(run("Dossier sur l’eau"), style="Titre"),
            paragraph(run("I – Les rivières"), style="Titre1"),
            paragraph(run("L’eau à l’œuvre / "), run("PÉTRÉ Zoé")),
            paragraph(run("Revue de l’eau, 03/2019, p. 3-5")),
            paragraph(link("rId7", "Lire l’article")),
            paragraph(run("II – Les mers"), style="Partie"),
            paragraph(run("La mer monte / LAMER Jean")),
            paragraph(run("Océans, 2020")),
        )
    )
    dossier = read_bytes(word(body, {"rId7": EAU}), "mon dossier.docx")
    first, second = dossier.references
    assert dossier.title == "Dossier sur l’eau"
    assert (first.section, first.title) == ("I – Les rivières", "L’eau à l’œuvre")
    assert (first.authors, first.source) == (("PÉTRÉ Zoé",), "Revue de l’eau")
    assert (first.date_iso, first.pages) == ("2019-03", "p. 3-5")
    [citation] = first.citations
    assert (citation.url, citation.place.kind) == (READ_EAU, PlaceKind.PARAGRAPH)
    assert citation.place.number == 4
    assert (second.section, second.citations) == ("II – Les mers", ())


@pytest.mark.parametrize(
    "inside",
    [
        link("rId7", "ici"),
        link("rId7", EAU),
        field_code("HYPERL", f'INK "{EAU}" ', shown="ici"),
        field_code(f' HYPERLINK "{EAU}" \\o "bulle"', shown=EAU),
        f"<w:fldSimple w:instr='HYPERLINK \"{EAU}\"'>{run('ici')}</w:fldSimple>",
        run(EAU[:20]) + run(EAU[20:]),
        f'<w:ins w:id="1">{run(EAU)}</w:ins>',
        f"<w:smartTag>{run(EAU)}</w:smartTag>",
    ],
    ids=["link", "its address", "field", "field address", "simple", "runs", "inserted", "tagged"],
)
def test_a_link_is_found_however_it_was_made(inside: str) -> None:
    """Once, with its address as it leads."""
    body = paragraph(run("L’eau / PÉTRÉ Zoé")) + paragraph(run("Revue, 2019")) + paragraph(inside)
    assert urls(word(body, {"rId7": EAU})) == [READ_EAU]


@pytest.mark.parametrize(
    "inside",
    [
        f'<w:del w:id="1"><w:r><w:delText>{AIR}</w:delText></w:r></w:del>',
        f'<w:del w:id="1"><w:hyperlink r:id="rId8">{run(AIR)}</w:hyperlink></w:del>',
        f'<w:moveFrom w:id="1">{run(AIR)}</w:moveFrom>',
        run(AIR, "<w:vanish/>"),
        f'<w:r><w:instrText>HYPERLINK "{AIR}"</w:instrText></w:r>',
    ],
    ids=["deleted", "deleted link", "moved away", "hidden", "a code without a field"],
)
def test_what_no_reader_sees_is_left_out(inside: str) -> None:
    """Its living twin beside it is read."""
    body = paragraph(run("L’eau / PÉTRÉ Zoé")) + paragraph(run(f"Revue, 2019 {EAU} "), inside)
    assert urls(word(body, {"rId8": AIR})) == [READ_EAU]


def test_running_heads_are_left_out_and_footnotes_are_read() -> None:
    """A header repeats the address of the centre on every page; a note is the author's."""
    head = paragraph(run("www.centre.exemple.fr"))
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph(run("L’eau / PÉTRÉ Zoé"), note) + paragraph(run("Revue, 2019"))
    document = word(body, header1=head, footnotes=footnotes(f"Voir {EAU}."))
    assert urls(document) == [READ_EAU]


def test_tables_and_text_boxes_are_read_once() -> None:
    """A box is written twice in the file: for new programs and for old ones."""
    cell = f"<w:tc>{paragraph(link('rId7', 'ici'))}</w:tc>"
    table = f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"
    box = f"<w:txbxContent>{paragraph(run(AIR))}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    twice = (
        f"<w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = paragraph(run("L’eau / PÉTRÉ Zoé")) + table + paragraph(twice)
    assert sorted(urls(word(body, {"rId7": EAU}))) == [AIR, READ_EAU]


def test_the_strict_form_of_the_standard_is_read_too() -> None:
    """ISO/IEC 29500 Strict, as Word writes it on demand."""
    usual = word(
        paragraph(run("L’eau / PÉTRÉ Zoé")) + paragraph(link("rId7", "ici")), {"rId7": EAU}
    )
    with zipfile.ZipFile(io.BytesIO(usual)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    strict = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in parts.items()
    }
    assert urls(zipped(strict)) == [READ_EAU]


BOMB = zipped({"word/document.xml": b"<a>" + b" " * 250_000_000 + b"</a>"})
LAUGHS = """<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">
<!ENTITY f SYSTEM "file:///etc/passwd">]><d>&b;&f;</d>"""
GOOD = word(paragraph(run("L’eau / PÉTRÉ Zoé")) + paragraph(run(EAU)))


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (BOMB, {"file_too_heavy"}),
        (GOOD[: len(GOOD) // 2], {"file_damaged"}),
        (GOOD[:200] + b"\0" * 400 + GOOD[600:], {"file_damaged"}),
        (zipped({"word/document.xml": "<not closed"}), {"file_damaged"}),
        (zipped({"word/document.xml": ""}), {"file_damaged"}),
        (b"PK\x03\x04 word/document.xml", {"file_damaged"}),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), {"file_encrypted"}),
    ],
    ids=["bomb", "cut", "torn", "no XML", "empty part", "no zip", "encrypted"],
)
def test_a_hostile_or_damaged_document_is_a_sentence(data: bytes, codes: set[str]) -> None:
    """Whatever it costs is bounded, and nothing of it is registered."""
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, "d.docx")
    assert caught.value.code in codes


def test_entities_are_neither_multiplied_nor_fetched() -> None:
    """Billion laughs and XXE: a document with them has no text of theirs."""
    dossier = read_bytes(zipped({"word/document.xml": LAUGHS}), "d.docx")
    assert dossier.references == ()
    assert "root:" not in str(dossier)


@pytest.mark.parametrize(
    ("code", "href"),
    [
        ('HYPERLINK "https://a.example/1"', "https://a.example/1"),
        (' hyperlink "https://a.example/1" \\l "x" ', "https://a.example/1#x"),
        ('HYPERLINK \\l "x" "https://a.example/1"', "https://a.example/1#x"),
        ('HYPERLINK \\o "info" \\t "_blank" "https://a.example/1"', "https://a.example/1"),
        ('HYPERLINK \\h "https://a.example/1" \\o "info" \\l x', "https://a.example/1#x"),
        ("HYPERLINK https://a.example/1", "https://a.example/1"),
        ('HYPERLINK"https://a.example/1"', "https://a.example/1"),
        ("HYPERLINK “https://a.example/1” \\l “x”", "https://a.example/1#x"),
        ('HYPERLINK "https://a.example/1#z" \\l "w"', "https://a.example/1#z"),
        ('HYPERLINK \\l "x"', ""),
        ("HYPERLINKS https://a.example/1", ""),
        ("PAGE", ""),
        ("", ""),
    ],
)
def test_the_code_of_a_field_is_read_however_it_is_written(code: str, href: str) -> None:
    """With its switches on either side, and with or without quotation marks."""
    assert href_of(code) == href
