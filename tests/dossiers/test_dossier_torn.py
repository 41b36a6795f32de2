"""Files of every format with anything in the middle of them: read, or refused, and nothing else."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.dossiers.catalogues import ARTICLE, BOOK, marcxml, pmb
from tests.dossiers.documents import zipped
from tests.dossiers.exports import BIBTEX, CSL, RIS, ZOTERO
from tests.dossiers.workbooks import DATE, Sheet, ods, xlsx

from perenne.dossiers import UnreadableError, read_bytes
from perenne.dossiers.file import File
from perenne.dossiers.formats import format_named, name_of

CSV = 'Titre;Auteur(s);Revue;Date;Lien\nEau;"A ; B";Lac;03/2019;https://a.exemple.fr\n;;;;x.fr\n'
ANYTHING = st.text(max_size=30) | st.sampled_from(
    ['"', "\\", "{", "}", "<", ">", "&", "]]>", "\n", "TY  - ", "ER  - ", "@book{", ":", "null",
     "1e999", "-1", "99999999999", "https://", "doi:10.1000/", '="', "<s>", "\u2028", "\x85"]
)  # fmt: skip


def torn(text: str, where: float, other: str, cut: int) -> str:
    """Return a text with something else in its middle."""
    place = int(where * len(text))
    return text[:place] + other + text[place + cut :]


def sound(data: bytes) -> bool:
    """Tell whether a file is read, or refused in the one way that callers expect.

    In this very process: what the formats read in one of their own must not rely on that.
    """
    file = File(data)
    try:
        format_named(name_of(file)).read(file)
    except UnreadableError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (RIS, "ris"), (BIBTEX, "bibtex"), (CSL, "csl"), (CSV, "csv"), (ZOTERO, "zotero"),
        (marcxml(ARTICLE, BOOK), "marcxml"), (pmb(ARTICLE), "marcxml"),
    ],
    ids=["RIS", "BibTeX", "CSL-JSON", "CSV", "Zotero RDF", "MARCXML", "PMB"],
)  # fmt: skip
@given(where=st.floats(0, 1), other=ANYTHING, cut=st.integers(0, 200))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
def test_a_torn_text_is_read_or_refused(
    text: str, name: str, where: float, other: str, cut: int
) -> None:
    """Whatever it then is."""
    assert name_of(File(text.encode())) == name
    sound(torn(text, where, other, cut).encode("utf-8", "replace"))


SHEET = Sheet(
    "S",
    [["Titre", "Date", "Lien"], ["Eau", f"{DATE}43539", '=HYPERLINK("https://a.fr/"&A2,"x")']],
    links={"A2": "https://b.fr/"},
    hidden_rows=[3],
    hidden_columns=[9],
)


@pytest.mark.parametrize(
    ("book", "part"),
    [
        (xlsx(SHEET), "xl/worksheets/sheet1.xml"),
        (xlsx(SHEET), "xl/worksheets/_rels/sheet1.xml.rels"),
        (xlsx(SHEET), "xl/workbook.xml"),
        (xlsx(SHEET), "xl/_rels/workbook.xml.rels"),
        (xlsx(SHEET), "xl/styles.xml"),
        (xlsx(SHEET), "xl/sharedStrings.xml"),
        (ods(SHEET), "content.xml"),
        (ods(SHEET), "meta.xml"),
    ],
)
@given(
    attribute=st.integers(0, 200),
    value=st.sampled_from(["", "-1", "0", "99999999999", "x", "٣", "²", "1e9", "A0", "XFD1048577"]),
)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
def test_a_workbook_with_an_impossible_figure_is_read_or_refused(
    book: bytes, part: str, attribute: int, value: str
) -> None:
    """In any attribute of any of its parts."""
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    pieces = parts[part].decode().split('"')
    values = range(5, len(pieces), 2)
    if values:
        pieces[values[attribute % len(values)]] = value
    parts[part] = '"'.join(pieces).encode()
    sound(zipped(parts))


STARTS = [
    "TY  - JOUR\nTI  - ", "@book{a, title = ", '[{"type": "book", ', "Titre;Lien\n", "sep=;\n",
    "<record><datafield tag=", "<unimarc><notice><f c=", "<rdf:RDF www.zotero.org/namespaces/",
    "00123nam a2200049 i 4500001000500000\x1e", '<?xml version="1.0"?>', "{", "[", "@", "%",
]  # fmt: skip


@given(st.sampled_from(STARTS), st.text())
def test_whatever_follows_the_beginning_of_a_format_is_borne(start: str, rest: str) -> None:
    """A dossier, or a reason why not."""
    sound((start + rest).encode("utf-8", "replace"))


@given(st.binary() | st.text().map(str.encode))
@settings(max_examples=40)
def test_no_bytes_fail_otherwise_for_a_caller(data: bytes) -> None:
    """As commands read them, in a process of their own where there is need."""
    try:
        assert read_bytes(data, "x").title
    except UnreadableError as error:
        assert error.code  # noqa: PT017 - or it is read


def test_the_process_that_reads_a_file_apart_begins_with_little() -> None:
    """Each start costs whoever reads a folder of files."""
    code = (
        "import sys, perenne.dossiers.child\n"
        "heavy = {'pydantic', 'lxml', 'pypdfium2', 'perenne.dossiers.bibliography.grammar'}\n"
        "sys.exit(repr(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
