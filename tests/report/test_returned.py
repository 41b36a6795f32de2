"""A sheet that comes back: as whatever program saved it, or no sheet at all."""

import csv
import io
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.samples import cited, link, verdict
from tests.report.sheets import filled_in

from perenne import texts
from perenne.domain.decisions import Answer
from perenne.domain.links import LinkStatus, Replacement
from perenne.domain.verdicts import VerdictKind as Kind
from perenne.dossiers.encodings import text_of
from perenne.report.returned import MOST_ROWS, SheetError, answers, csv_rows
from perenne.report.sheet import cells, headings
from perenne.report.sheet import cited as pairs
from perenne.report.workbooks import xlsx_rows
from perenne.report.xlsx import xlsx_sheet
from perenne.texts.plain import one_line

PARIS = ZoneInfo("Europe/Paris")
WORDS = st.from_regex(r"[^\W_][\w ,;\"\n\t()/:.?!éàç’-]*", fullmatch=True)
SHOWN = link("https://a.fr/été", id=7, citations=(cited("Titre ; cœur"),))


def rows(*links: LinkStatus, filled: Sequence[str] = ("", "", "")) -> list[list[str]]:
    """Return the cells of a sheet, the last row of which is filled in."""
    written = [headings(), *cells(pairs(links), PARIS)]
    written[-1][:3] = filled
    return written


def saved(
    cells: list[list[str]], delimiter: str = ";", encoding: str = "utf-8-sig", end: str = "\r\n"
) -> bytes:
    """Save cells as a spreadsheet program does: quotes only where they are needed."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(cells)
    return text.getvalue().encode(encoding)


def read(content: bytes) -> list[Answer]:
    """Take a CSV file in."""
    return answers(csv_rows(text_of(content)))


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252", "utf-16"])
def test_whatever_program_saved_it_the_words_are_the_same(delimiter: str, encoding: str) -> None:
    """Excel in French and in English, its "Unicode text", LibreOffice, Google."""
    content = saved(rows(SHOWN, filled=("écarter", "", "vu à l’été")), delimiter, encoding)
    [answer] = read(content)
    assert answer == Answer(2, "d1#7", "https://a.fr/été", "écarter", "", "vu à l’été")


def test_line_ends_and_empty_rows_do_not_matter() -> None:
    """Rows keep the numbers that the spreadsheet program shows."""
    written = rows(SHOWN, filled=("dismiss", "", "two\nlines"))
    written.insert(1, [""] * len(written[0]))
    [answer] = read(saved(written, end="\n"))
    assert (answer.row, answer.comment) == (3, "two lines")


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_the_headings_are_known_in_every_language(language: str) -> None:
    """A sheet that was sent in French may be taken in by an English shell."""
    texts.use(language)
    content = saved(rows(SHOWN, filled=("x", "y", "z")))
    texts.use("en")
    [answer] = read(content)
    assert (answer.decision, answer.corrected, answer.comment) == ("x", "y", "z")


def test_columns_may_be_moved_and_others_taken_away() -> None:
    """By name they are found, whatever case and accents."""
    texts.use("fr")
    content = saved(
        [
            ["note à moi", "REPÈRE (À GARDER)", "adresse", "decision"],
            ["", "d1#7", "https://a.fr/", "corriger"],
        ]
    )
    [answer] = read(content)
    assert answer == Answer(2, "d1#7", "https://a.fr/", "corriger")


def test_what_the_row_proposes_is_read_with_it() -> None:
    """So that nobody accepts what she did not see."""
    moved = verdict(Kind.MOVED, moved_to="https://b.fr/")
    shown = link(id=1, kind=moved, replacements=(Replacement("https://c.fr/", "k", "w", 0.5),))
    [answer] = read(saved(rows(shown)))
    assert answer.offered == ("https://b.fr/", "https://c.fr/")


def test_the_apostrophe_that_kept_a_formula_away_is_gone() -> None:
    """The address is compared with that of the link."""
    texts.use("fr")
    for content in (saved([["Adresse", "Décision", "Repère (à garder)"], ["'=1+1", "", "d#1"]]),):
        [answer] = read(content)
        assert answer.address == "=1+1"


def test_a_row_that_was_cut_short_is_read() -> None:
    """Some programs leave out empty cells at the end of a line."""
    texts.use("fr")
    content = "Repère (à garder);Adresse;Décision;Commentaire\nd1#7;https://a.fr/\n".encode()
    [answer] = read(content)
    assert (answer.mark, answer.decision, answer.comment) == ("d1#7", "", "")


@pytest.mark.parametrize(
    "content",
    [
        b"\n\n;;\n",
        b"a;b;c\n1;2;3\n",
        "Décision;Commentaire\nécarter;\n".encode(),
        "Repère (à garder);Commentaire\nd1#7;\n".encode(),
        b'"' + b"x" * 200_000,
    ],
)
def test_a_table_of_something_else_is_refused(content: bytes) -> None:
    """The columns that are missing are named."""
    with pytest.raises(SheetError) as caught:
        read(content)
    assert caught.value.code == "no_columns"
    assert "Mark (keep it)" in caught.value.sentence or "Decision" in caught.value.sentence


@pytest.mark.slow
def test_a_table_without_end_is_refused() -> None:
    """The last row that is read is told, and in both forms the next one is too many."""
    heading, row = rows(SHOWN)
    assert len(read(saved([heading, *[row] * (MOST_ROWS - 1)]))) == MOST_ROWS - 1
    with pytest.raises(SheetError, match="too_many_rows") as caught:
        read(saved([heading, *[row] * MOST_ROWS]))
    assert str(MOST_ROWS) in caught.value.sentence
    with pytest.raises(SheetError, match="too_many_rows"):
        answers([heading, *[row] * MOST_ROWS])


@settings(deadline=None)  # a workbook takes as long as it takes
@given(st.tuples(WORDS, WORDS, WORDS))
def test_whatever_she_writes_comes_back_from_both_forms(said: tuple[str, str, str]) -> None:
    """On one line, and the same."""
    workbook = filled_in(xlsx_sheet(pairs([SHOWN]), PARIS), {"été": said})
    [from_workbook] = answers(xlsx_rows(workbook))
    [from_csv] = read(saved(rows(SHOWN, filled=said)))
    assert from_workbook == from_csv
    assert from_csv.comment == one_line(said[2])
