"""Records and tables with addresses replaced: every byte outside the address stays."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossiers.catalogues import ARTICLE, BOOK, MARC21, iso2709, iso5426, marc8, marcxml, pmb
from tests.dossiers.exports import BIBTEX, CSL, RIS, ZOTERO
from tests.dossiers.workbooks import Sheet, xls

from perenne.domain.urls import link_key
from perenne.dossiers import UnreadableError, read_bytes
from perenne.dossiers.addresses.replacing import writable
from perenne.dossiers.mending import mended

OLD, NEW = "https://eau.exemple.fr/a?x=1&y=2", "https://neuf.exemple.fr/b?p=3&q=4"
LONGER = f"{OLD}.html"
CSV = (
    "sep=;\r\n"
    "Titre;Auteur;Lien;Copie\r\n"
    f'"L’eau ""vive""";Pétré, Zoé;{OLD};{LONGER}\r\n'
    f'La mer;"Lamer, Jean";"{OLD}";\r\n'
)
TSV = CSV.partition("\r\n")[2].replace(";", "\t").replace("\r\n", "\n")
TWICE = RIS.replace("L1  - internal", f"L4  - {LONGER}\nL1  - internal")
PLANTED: dict[str, bytes] = {
    "ris": TWICE.encode(),
    "ris of Windows": TWICE.replace("\n", "\r\n").replace("œ", "oe").encode("cp1252"),
    "csl": CSL.encode(),
    "csl in sixteen bits": CSL.encode("utf-16"),
    "zotero": ZOTERO.encode(),
    "csv": CSV.encode("utf-8-sig"),
    "csv of Windows": CSV.encode("cp1252"),
    "tsv": TSV.encode(),
    "marc": iso2709(ARTICLE, BOOK),
    "marc in ISO 5426": iso2709(ARTICLE, BOOK, encode=iso5426),
    "marcxml": marcxml(ARTICLE, BOOK).encode(),
    "pmb": pmb(ARTICLE, BOOK).encode(),
}


def said(data: bytes, changes: dict[str, str] | None = None) -> list[tuple[object, ...]]:
    """Return what is read of a file, its addresses as keys, after the changes."""
    changes = changes or {}
    dossier = read_bytes(data, "d")
    return [
        (
            *(r.title, r.section, r.authors, r.source, r.date, r.pages, r.place),
            *(link_key(changes.get(c.as_written, c.url)) for c in r.citations),
        )
        for r in dossier.references
    ]


@pytest.mark.parametrize("name", PLANTED)
def test_read_again_only_the_address_has_changed(name: str) -> None:
    """Title, authors, places and all other addresses are the same."""
    data = PLANTED[name]
    result = mended(data, {OLD: NEW})
    assert result.done[OLD] >= 1
    assert said(result.data) == said(data, {OLD: NEW})
    assert said(result.data) != said(data)


@pytest.mark.parametrize("name", [name for name in PLANTED if "marc " not in f"{name} "])
def test_taken_back_the_file_is_the_same_to_the_byte(name: str) -> None:
    """Marks, line ends, separators, quotation marks and escapes among them."""
    data = PLANTED[name]
    there = mended(data, {OLD: NEW}).data
    assert there != data
    assert mended(there, {NEW: OLD}).data == data


@pytest.mark.parametrize("name", PLANTED)
def test_a_longer_address_that_begins_alike_stays(name: str) -> None:
    """It is another page."""
    longer = LONGER.encode("utf-16-le" if "sixteen" in name else "utf-8")
    before = PLANTED[name].count(longer)
    assert mended(PLANTED[name], {OLD: NEW}).data.count(longer) == before


def test_a_field_for_a_doi_takes_no_ordinary_address() -> None:
    """That has a field of its own; where this is taken, the change is left, and told as such."""
    doi = "10.3917/rde.161.0009"
    ris = mended(RIS.encode(), {doi: NEW}).data.decode()
    assert ris == RIS.replace(f"DO  - {doi}", f"UR  - {NEW}")
    for text in (CSL, BIBTEX, ZOTERO):
        written = f"DOI {doi}" if text is ZOTERO else doi
        assert mended(text.encode(), {written: NEW}).data == text.encode()
    csl = CSL.replace(f'  "URL": "{OLD}", "abstract"', '  "abstract"')
    assert mended(csl.encode(), {doi: NEW}).data.decode() == csl.replace(
        f'"DOI": "{doi}"', f'"URL": "{NEW}"'
    )
    bibtex = BIBTEX.replace(r"  url      = {https://eau.exemple.fr/a\_b?x=1\&y=2\#c}," + "\n", "")
    assert mended(bibtex.encode(), {doi: NEW}).data.decode() == bibtex.replace(
        f"doi      = {{{doi}}}", f"url      = {{{NEW}}}"
    )
    other = "https://doi.org/10.1000/autre"
    for text in (RIS, CSL, BIBTEX):
        assert mended(text.encode(), {doi: other}).data.decode() == text.replace(
            doi, "10.1000/autre"
        )


def test_bibtex_keeps_its_escapes() -> None:
    """Those of the old address are those of the new one; verbatim stays verbatim."""
    new = "https://neuf.exemple.fr/c_d?x=%20&y~"
    there = mended(BIBTEX.encode(), {r"https://eau.exemple.fr/a\_b?x=1\&y=2\#c": new})
    escaped = r"https://neuf.exemple.fr/c\_d?x=\%20\&y\textasciitilde{}"
    assert there.data.decode() == BIBTEX.replace(
        r"https://eau.exemple.fr/a\_b?x=1\&y=2\#c", escaped
    )
    there = mended(BIBTEX.encode(), {"http://annexe.exemple.fr/a_b": new})
    assert there.data.decode() == BIBTEX.replace("http://annexe.exemple.fr/a_b", new)
    there = mended(BIBTEX.encode(), {"https://mers.exemple.fr/": new})
    assert there.data.decode() == BIBTEX.replace("https://mers.exemple.fr/", new)
    note = BIBTEX.replace("keywords = {eau}", "note = {Voir https://seul.exemple.fr/x.}")
    there = mended(note.encode(), {"https://seul.exemple.fr/x": new})
    assert there.data.decode() == note.replace("https://seul.exemple.fr/x", escaped)


def test_json_keeps_its_escapes() -> None:
    """Slashes and letters as the program that wrote the file writes them."""
    escaped = json.dumps(json.loads(CSL)).replace("/", r"\/")
    there = mended(escaped.encode(), {OLD: "https://neuf.exemple.fr/é"}).data.decode()
    old = OLD.replace("/", r"\/")
    assert there == escaped.replace(old, r"https:\/\/neuf.exemple.fr\/é")
    oddly = CSL.replace(OLD, OLD.replace("e", r"\u0065", 1))
    there = mended(oddly.encode(), {OLD: "https://neuf.exemple.fr/é"}).data.decode()
    assert there == CSL.replace(OLD, r"https://neuf.exemple.fr/\u00e9")


def test_what_names_an_item_is_no_address_in_it() -> None:
    """Identities stay: notes, files and collections refer to them."""
    named = CSL.replace('"id": "1"', f'"id": "{OLD}"')
    assert f'"id": "{OLD}"' in mended(named.encode(), {OLD: NEW}).data.decode()
    there = mended(ZOTERO.encode(), {OLD: NEW}).data.decode()
    assert 'rdf:about="https://eau.exemple.fr/a?x=1&amp;y=2"' in there


def test_a_cell_is_quoted_where_the_new_address_needs_it() -> None:
    """A separator in it would make two cells of one."""
    new = "https://neuf.exemple.fr/a;b=c"
    there = mended(CSV.encode(), {OLD: new})
    assert f';"{new}";{LONGER}\r\n' in there.data.decode()
    assert said(there.data) == said(CSV.encode(), {OLD: new})


@pytest.mark.parametrize("encode", [str.encode, iso5426, marc8])
def test_records_of_a_catalogue_without_the_address_stay_to_the_byte(
    encode: Callable[[str], bytes],
) -> None:
    """Lengths and directory are written anew for the record that changed, and are right."""
    other = iso2709(MARC21, encode=str.encode if encode is str.encode else marc8)
    wrong = b"00000" + other[5:]  # a length that lies, as programs write it
    article = [(t, i, [(c, v.replace("œ", "oe")) for c, v in s]) for t, i, s in ARTICLE]
    data = wrong + b"\r\n" + iso2709(article, encode=encode) + wrong
    made = mended(data, {OLD: f"{NEW}&long={'x' * 300}&é"}).data
    start, end = len(wrong) + 2, len(made) - len(wrong)
    assert made[:start] == wrong + b"\r\n"
    assert made[end:] == wrong
    record = made[start:end]
    assert int(record[:5]) == len(record)
    base = int(record[12:17])
    ends = [
        base + int(record[at + 3 : at + 7]) + int(record[at + 7 : at + 12])
        for at in range(24, base - 1, 12)
    ]
    assert all(record[end - 1] == 0x1E for end in ends)
    assert ends[-1] + 1 == len(record)
    assert b"https://neuf.exemple.fr/b?p=3&q=4&long=" in record
    assert b"&%C3%A9\x1f" in record


def test_a_field_that_would_grow_too_long_is_left() -> None:
    """The directory has four figures for a length."""
    data = iso2709(ARTICLE)
    result = mended(data, {OLD: f"https://neuf.exemple.fr/{'x' * 10_000}"})
    assert (result.data, result.done[OLD]) == (data, 0)


def test_marcxml_in_another_encoding_is_written_in_it() -> None:
    """Latin letters stay single bytes; what it has no letters for is written in ASCII."""
    data = marcxml(ARTICLE).replace("UTF-8", "ISO-8859-1").replace("œ", "oe").encode("latin-1")
    there = mended(data, {OLD: "https://中.exemple/é&x"})
    old = OLD.replace("&", "&amp;").encode()
    assert there.data == data.replace(old, b"https://xn--fiq.exemple/%C3%A9&amp;x")


ODD = "https://neuf.exemple.fr/" + "\"';}{%&<>|\\^`é) («"


@pytest.mark.parametrize("name", PLANTED)
def test_whatever_the_new_address_holds_the_file_is_read_again(name: str) -> None:
    """Marks that mean something to a format are written as it asks."""
    there = mended(PLANTED[name], {OLD: ODD + "x"})
    keys = [link_key(c.url) for c in read_bytes(there.data, "d").citations]
    if there.done[OLD]:
        assert link_key(writable(ODD + "x")) in keys
    else:
        assert there.data == PLANTED[name]
    assert there.done[OLD] or "tsv" in name


ADDRESSES = st.from_regex(
    re.compile(r"https://[a-z]{2,8}\.fr/[a-z0-9_~%é&;=,'()!-]{0,12}[a-z0-9]", re.ASCII),
    fullmatch=True,
)


@given(name=st.sampled_from(["ris", "csl", "csv", "tsv"]), new=ADDRESSES)
def test_mended_and_read_again_is_the_same_dossier(name: str, new: str) -> None:
    """For any address at all: it is there, or the file is the same to the byte."""
    data = PLANTED[name]
    result = mended(data, {OLD: new})
    if result.done[OLD]:
        assert [set(r[7:]) for r in said(result.data)] == [
            set(r[7:]) for r in said(data, {OLD: writable(new)})
        ]
    else:
        assert result.data == data


def test_an_old_workbook_is_told_to_be_saved_anew() -> None:
    """Its form is read alone."""
    data = xls(Sheet("Feuil1", [["Titre", "Lien"], ["L’eau", OLD]]))
    with pytest.raises(UnreadableError, match="format_not_written"):
        mended(data, {OLD: NEW})
