"""OpenDocument texts: what a reader sees is read, and nothing else."""

from __future__ import annotations

import pytest
from tests.dossiers.documents import writer, zipped

from perenne.dossiers import UnreadableError, read_bytes

EAU, AIR = "https://eau.exemple.fr/a?x=1&amp;y=2", "https://air.exemple.fr/b"
READ_EAU = "https://eau.exemple.fr/a?x=1&y=2"
HEAD = "<text:p>L’eau à l’œuvre / PÉTRÉ Zoé</text:p><text:p>Revue de l’eau, 03/2019, p. 3</text:p>"

NOTE = (
    "<text:note><text:note-citation>1</text:note-citation>"
    f"<text:note-body><text:p>{EAU}</text:p></text:note-body></text:note>"
)
DELETED = (
    "<text:tracked-changes><text:changed-region>"
    f"<text:deletion><text:p>{AIR}</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
)


def urls(data: bytes) -> list[str]:
    """Return the URLs of a document."""
    return [citation.url for citation in read_bytes(data, "d.md").citations]


def test_a_bibliography_in_writer_is_read_as_one_in_text() -> None:
    """Sections, titles, authors, sources, dates, links."""
    body = (
        '<text:p text:style-name="P1">Dossier sur l’eau</text:p>'
        '<text:h text:outline-level="1">I – Les <text:span>rivières</text:span></text:h>'
        f'{HEAD}<text:p><text:a xlink:href="{EAU}">Lire</text:a></text:p>'
        '<text:h text:outline-level="1">II – Les mers</text:h>'
        "<text:p>La mer<text:s text:c='3'/>monte / LAMER Jean</text:p><text:p>Océans, 2020</text:p>"
    )
    styles = "<style:style style:name='P1' style:parent-style-name='Title'/>"
    dossier = read_bytes(writer(body, styles=styles), "mon dossier.odt")
    first, second = dossier.references
    assert dossier.title == "Dossier sur l’eau"
    assert (first.section, first.title) == ("I – Les rivières", "L’eau à l’œuvre")
    assert (first.authors, first.source) == (("PÉTRÉ Zoé",), "Revue de l’eau")
    assert [citation.url for citation in first.citations] == [READ_EAU]
    assert (second.section, second.title) == ("II – Les mers", "La mer monte")


@pytest.mark.parametrize(
    "inside",
    [
        f'<text:a xlink:href="{EAU}">{EAU}</text:a>',
        f'<text:a xlink:href="{EAU}"><text:span>ici</text:span></text:a>',
        f"<text:span>{EAU[:25]}</text:span>{EAU[25:]}",
        f"<text:soft-page-break/>{EAU}",
        NOTE,
    ],
    ids=["its address", "a word", "spans", "a page break", "a note"],
)
def test_a_link_is_found_however_it_was_made(inside: str) -> None:
    """Once, with its address as it leads."""
    assert urls(writer(f"{HEAD}<text:p>{inside}</text:p>")) == [READ_EAU]


def test_tables_and_lists_are_read() -> None:
    """Wherever the paragraph stands."""
    cell = f"<table:table-cell><text:p>{EAU}</text:p></table:table-cell>"
    table = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    item = f"<text:list><text:list-item><text:p>L’air {AIR}</text:p></text:list-item></text:list>"
    assert sorted(urls(writer(HEAD + table + item))) == [AIR, READ_EAU]


@pytest.mark.parametrize(
    "unseen",
    [
        DELETED,
        f"<text:p><office:annotation><text:p>{AIR}</text:p></office:annotation></text:p>",
        f'<text:p><text:hidden-text text:string-value="x">{AIR}</text:hidden-text></text:p>',
        f'<text:p><text:span text:style-name="T1">{AIR}</text:span></text:p>',
    ],
    ids=["deleted", "a comment", "hidden", "set as hidden"],
)
def test_what_no_reader_sees_is_left_out(unseen: str) -> None:
    """Its living twin beside it is read; so is a foot that repeats itself on every page."""
    styles = (
        "<style:style style:name='T1'><style:text-properties text:display='none'/></style:style>"
    )
    body = f"{HEAD}{unseen}<text:p>{EAU}</text:p>"
    foot = "<text:p>www.centre.exemple.fr</text:p>"
    assert urls(writer(body, styles=styles, footer=foot)) == [READ_EAU]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (writer(HEAD, manifest="<manifest:encryption-data/>"), "file_encrypted"),
        (writer(HEAD)[:300], "file_damaged"),
        (writer("<not closed"), "file_damaged"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "file_damaged"),
    ],
    ids=["encrypted", "cut", "no XML", "no content"],
)
def test_a_damaged_document_is_a_sentence(data: bytes, code: str) -> None:
    """And nothing of it is registered."""
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, "d.odt")
    assert caught.value.code == code
