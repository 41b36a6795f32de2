"""What catalogues export: UNIMARC and MARC 21 in ISO 2709, MARCXML and PMB's XML."""

from __future__ import annotations

import io

import pymarc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossiers.catalogues import ARTICLE, BOOK, MARC21, iso2709, iso5426, marc8, marcxml, pmb

from perenne.domain.references import PlaceKind
from perenne.dossiers import UnreadableError, read_bytes
from perenne.dossiers.file import File
from perenne.dossiers.formats import format_named
from perenne.dossiers.records import iso5426 as letters
from perenne.dossiers.records import marc_letters

ADDRESSES = [
    "https://eau.exemple.fr/a?x=1&y=2", "https://eau.exemple.fr/b", "https://eau.exemple.fr/c",
    "https://doc.exemple.fr/1.pdf", "https://doi.org/10.3917/rde.161.0009",
    "http://annexe.exemple.fr/notes",
]  # fmt: skip


def windows(text: str) -> bytes:
    """Encode as programs of Windows do, without marks of sorting."""
    return text.replace("\x88", "").replace("\x89", "").encode("cp1252")


@pytest.mark.parametrize(
    "data",
    [
        iso2709(ARTICLE, BOOK),
        iso2709(ARTICLE, BOOK, encode=iso5426),
        iso2709(ARTICLE, BOOK, encode=windows),
        b"\xef\xbb\xbf" + iso2709(ARTICLE, BOOK).replace(b"\x1d", b"\x1d\r\n"),
        marcxml(ARTICLE, BOOK).encode(),
        marcxml(ARTICLE, BOOK, prefix="mxc:").encode(),
        pmb(ARTICLE, BOOK).encode(),
        pmb(ARTICLE, BOOK).replace("utf-8", "iso-8859-15").encode("iso-8859-15"),
    ],
    ids=["UTF-8", "ISO 5426", "Windows", "lines", "MARCXML", "MarcXchange", "PMB", "PMB Latin 9"],
)  # fmt: skip
def test_unimarc_is_read_whatever_holds_it(data: bytes) -> None:
    """The same references from each form and each encoding, whatever the record declares."""
    article, book = read_bytes(data, "panier.dat").references
    assert (article.title, article.source) == ("L'eau à l'œuvre : résultats", "Revue de l'eau")
    assert article.authors == ("Pétré Zoé", "France. Agence de l'eau")
    assert (article.date, article.date_iso, article.pages) == ("mars 2019", "2019-03-15", "p. 3-15")
    assert [citation.url for citation in article.citations] == ADDRESSES
    assert (article.place.kind, article.place.number) == (PlaceKind.RECORD, 1)
    assert (book.title, book.authors) == ("La mer monte", ("Lamer Jean",))
    assert (book.source, book.date, book.date_iso) == ("Éditions du Lac", "cop. 2020", "2020")
    assert (book.pages, book.section, book.citations) == ("103 p.", "", ())


@pytest.mark.parametrize(
    "data",
    [iso2709(MARC21), iso2709(MARC21, encode=marc8), marcxml(MARC21).encode()],
    ids=["UTF-8", "MARC-8", "MARCXML"],
)
def test_marc21_is_read_without_its_punctuation(data: bytes) -> None:
    """ISBD's marks close each subfield there; initials keep their point."""
    (reference,) = read_bytes(data, "x").references
    assert (reference.title, reference.source) == ("Lacs : une histoire", "Revue des lacs")
    assert reference.authors == ("Bois Ève", "Dupont J.")
    assert (reference.date, reference.date_iso, reference.pages) == ("[2018]", "2018", "204 pages")
    assert [citation.url for citation in reference.citations] == [
        "https://lacs.exemple.fr/", "https://lacs.exemple.fr/2", "https://doi.org/10.1000/lacs",
        "https://resume.exemple.fr/",
    ]  # fmt: skip


def test_the_samples_are_what_another_reader_takes_them_for() -> None:
    """Pymarc's own readers find the fields that were put in."""
    (read,) = pymarc.MARCReader(iso2709(ARTICLE), force_utf8=True)
    assert read is not None
    assert [field.tag for field in read.fields if not field.control_field] == [
        f[0] for f in ARTICLE
    ]
    (parsed,) = pymarc.parse_xml_to_array(io.StringIO(marcxml(ARTICLE)))
    assert parsed is not None
    assert parsed.get_fields("856")[0]["u"] == ADDRESSES[0]


def test_a_wrong_length_of_a_record_is_not_believed() -> None:
    """Programs that count letters instead of bytes write one; the record's end is known."""
    data = iso2709(ARTICLE, BOOK)
    wrong = b"00300" + data[5:]
    assert read_bytes(wrong, "x").references == read_bytes(data, "x").references


def test_records_in_an_answer_of_a_server_are_found() -> None:
    """SRU and OAI-PMH put each in elements of their own, one of which is called record too."""
    record = marcxml(BOOK).partition("?>")[2]
    answer = (
        '<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>'
        f"<record><header/><metadata>{record}</metadata></record></ListRecords></OAI-PMH>"
    )
    (reference,) = read_bytes(answer.encode(), "x").references
    assert reference.title == "La mer monte"


def test_a_damaged_record_is_told_and_the_others_are_read() -> None:
    """With its number in the file."""
    first, second = iso2709(ARTICLE), iso2709(BOOK)
    broken = first[:24] + b"999" + b"9" * 9 + first[36:]
    dossier = read_bytes(second + broken + second, "x")
    assert [r.place.number for r in dossier.references] == [1, 3]
    assert ("record_damaged", 2) in [(n.code, n.place and n.place.number) for n in dossier.notices]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (iso2709(ARTICLE)[:-300], "file_damaged"),
        (iso2709(BOOK) + iso2709(ARTICLE)[:-300], "file_damaged"),
        (iso2709(ARTICLE)[:24] + b"999" + b"9" * 9 + iso2709(ARTICLE)[36:], "file_damaged"),
        (marcxml(ARTICLE).encode()[:-50], "file_damaged"),
        (pmb(ARTICLE).encode()[:-50], "file_damaged"),
        pytest.param(iso2709(BOOK[:1]) * 100_001, "file_too_heavy", marks=pytest.mark.slow),
    ],
    ids=["cut", "last cut", "none readable", "cut XML", "cut PMB", "a whole catalogue"],
)
def test_a_damaged_file_is_a_sentence(data: bytes, code: str) -> None:
    """Nothing of it is registered."""
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, "x")
    assert caught.value.code == code


def test_prose_that_begins_with_figures_is_no_record() -> None:
    """A leader has its directory after it."""
    text = "01234naa a22000003i 4500 Brest\n\nEau / PETIT A\n\nRevue, 03/2019\n"
    (reference,) = read_bytes(text.encode(), "x").references
    assert reference.place.kind is PlaceKind.LINE


FRENCH = st.text(alphabet="abcdeilnorstuv AEÉÈÀÇéèàùâêîôûëïüç'.,", min_size=1)


@given(FRENCH)
def test_the_letters_of_iso_5426_come_back(text: str) -> None:
    """Whatever French is written in them."""
    assert letters.decode(iso5426(text)) == text


@given(st.binary())
def test_any_bytes_are_decoded(data: bytes) -> None:
    """A wrong guess gives wrong letters, never a failure."""
    for unimarc in (True, False):
        assert isinstance(marc_letters.decoder(data, unimarc=unimarc)(data), str)


WHOLE = iso2709(ARTICLE, BOOK)


@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=40))
def test_a_file_torn_anywhere_is_read_or_refused(where: int, other: bytes) -> None:
    """Whatever stands there instead; the parser alone, without the process around it."""
    torn = WHOLE[:where] + other + WHOLE[where + len(other) :]
    try:
        content = format_named("marc").read(File(torn))
    except UnreadableError as error:
        assert error.code == "file_damaged"  # noqa: PT017 - or none at all
        return
    assert content.references
