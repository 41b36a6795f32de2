"""PDF documents: paragraphs by the space between lines, links by where they are set."""

from __future__ import annotations

import pytest
from tests.dossiers.pdfs import PdfPage, pdf

from perenne.domain.references import PlaceKind
from perenne.dossiers import UnreadableError, read_bytes

URL = "https://eau.exemple.fr/rapports/2019/l-eau-a-l-oeuvre-un-bilan-tres-complet?x=1&y=2"
AIR = "https://air.exemple.fr/b"
LONG = "Un long paragraphe qui atteint la marge, et qui continue encore sur la ligne suivante,"


def head(page: PdfPage, title: str = "L’eau à l’œuvre / PÉTRÉ Zoé", gap: float = 14) -> PdfPage:
    """Write the head of an entry: its title, and its source line."""
    return page.write(title, gap=gap).write("Revue de l’eau, 03/2019, p. 3-5", gap=8)


def urls(data: bytes) -> list[str]:
    """Return the URLs of a document."""
    return [citation.url for citation in read_bytes(data, "d.md").citations]


def test_a_bibliography_in_pdf_is_read_as_one_in_text() -> None:
    """Sections, titles over two lines, authors, sources, dates, links, and the page of each."""
    first = PdfPage().write("Dossier sur l’eau", size=20).write("I – Les rivières", gap=20, size=14)
    first.write(LONG, "et qui finit / PÉTRÉ Zoé", gap=14)
    first.write("Revue de l’eau, 03/2019, p. 3-5", gap=8).write(LONG, LONG, "la fin.", gap=8)
    first.write("Lire l’article", gap=8, url=URL)
    second = PdfPage().write("II – Les mers", size=14)
    head(second, "La mer monte / LAMER Jean").write(AIR, gap=8)
    dossier = read_bytes(pdf(first, second), "d.pdf")
    one, two = dossier.references
    assert one.title == f"{LONG} et qui finit"
    assert (one.section, one.authors) == ("I – Les rivières", ("PÉTRÉ Zoé",))
    assert (one.source, one.date_iso, one.pages) == ("Revue de l’eau", "2019-03", "p. 3-5")
    assert [(c.url, c.place.kind, c.place.number) for c in one.citations] == [
        (URL, PlaceKind.PAGE, 1)
    ]
    assert (two.section, two.title) == ("II – Les mers", "La mer monte")
    assert [(c.url, c.place.number) for c in two.citations] == [(AIR, 2)]


def test_an_address_over_several_lines_is_found_once() -> None:
    """Whether it is a link or only written."""
    cut = URL[:48], URL[48:]
    assert urls(pdf(head(PdfPage()).write(*cut, gap=8, url=URL))) == [URL]
    assert urls(pdf(head(PdfPage()).write(f"<{cut[0]}", f"{cut[1]}>", gap=8))) == [URL]
    assert urls(pdf(head(PdfPage()).write(*cut, gap=8))) == [URL]


def test_where_a_link_leads_counts_and_not_what_is_shown() -> None:
    """Word shortens addresses, and keeps where they lead."""
    page = head(PdfPage()).write("https://eau.exemple.fr/rap…", gap=8, url=URL)
    assert urls(pdf(page)) == [URL]


def test_running_heads_feet_and_page_numbers_are_left_out() -> None:
    """They repeat the address of the centre on every page, and cut paragraphs in two."""
    pages = []
    for number, name in enumerate(("eau", "mer", "terre", "air"), 1):
        page = PdfPage()
        page.put("Centre de documentation – www.centre.exemple.fr", 50, 810)
        page.put(f"Page {number}/4", 280, 20)
        head(page, f"L’étude sur {name} / PÉTRÉ Zoé", gap=number * 7).write(f"{AIR}{name}", gap=8)
        pages.append(page)
    dossier = read_bytes(pdf(*pages), "d.pdf")
    assert [reference.title.split()[-1] for reference in dossier.references] == [
        "eau",
        "mer",
        "terre",
        "air",
    ]
    assert [citation.url for citation in dossier.citations] == [
        f"{AIR}{name}" for name in ("eau", "mer", "terre", "air")
    ]


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    """A title that begins a page does not."""
    first, second = head(PdfPage()), PdfPage()
    first.write("Un résumé qui n’est pas encore", gap=8)
    second.write("fini sur cette page.").write(AIR, gap=8)
    head(second, "La mer monte / LAMER Jean")
    one, two = read_bytes(pdf(first, second), "d.pdf").references
    assert [c.url for c in one.citations] == [AIR]
    assert two.title == "La mer monte"


def test_columns_are_read_one_after_the_other() -> None:
    """As they were written, whatever stands beside."""
    page = PdfPage()
    left = head(PdfPage()).write(URL[:40], gap=8, url=URL)
    right = head(PdfPage(left=320), "La mer monte / LAMER Jean").write("ici", gap=8, url=AIR)
    page.lines, page.links = [*left.lines, *right.lines], [*left.links, *right.links]
    one, two = read_bytes(pdf(page), "d.pdf").references
    assert (one.title, [c.url for c in one.citations]) == ("L’eau à l’œuvre", [URL])
    assert (two.title, [c.url for c in two.citations]) == ("La mer monte", [AIR])


CIRCLES = b"%PDF-1.4\n" + b"1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj\n" * 5_000
GOOD = pdf(head(PdfPage()).write(AIR, gap=8))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf(PdfPage()), "file_scanned"),
        (GOOD[:60], "file_damaged"),
        (b"%PDF-1.7\n%\xe2\xe3", "file_damaged"),
        (
            b"%PDF-1.4\n" + b"1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj\n" * 5_000,
            "file_damaged",
        ),
    ],
    ids=["a scan", "cut", "a signature alone", "a catalogue in circles"],
)
def test_what_cannot_be_read_is_a_sentence(data: bytes, code: str) -> None:
    """And nothing of it is registered."""
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, "d.pdf")
    assert caught.value.code == code


def test_a_torn_document_is_read_as_far_as_readers_do() -> None:
    """With a table of objects that is elsewhere, pdfium finds them by itself."""
    assert urls(GOOD.replace(b"startxref\n", b"startxref\n9")) == [AIR]
