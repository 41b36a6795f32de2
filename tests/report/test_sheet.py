"""The sheet of a mail: made to be filled in, harmless in any spreadsheet program."""

import io
import zipfile
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.samples import NOW, broke, cited, link, report, said
from tests.report.sheets import csv_cells, opened, xlsx_cells

from perenne import texts
from perenne.domain.links import LinkStatus
from perenne.domain.people import OverlayKind
from perenne.report import sheet
from perenne.report.sheet import csv_sheet, told
from perenne.report.tables import csv_table
from perenne.report.xlsx import xlsx_sheet

PARIS = ZoneInfo("Europe/Paris")
FORMULAS = ('=HYPERLINK("http://evil.example";"x")', "+1+1", "-2+3", "@SUM(A1)", "#N/A", "＝1+1")


def _pairs(*links: LinkStatus) -> list[sheet.Cited]:
    return sheet.cited(links)


def test_the_first_columns_are_hers_and_the_last_one_is_ours() -> None:
    """What she needs to decide stands beside; the mark names dossier and link."""
    shown = link("https://a.fr/1", id=12, citations=(cited("Titre"),))
    heading, row = csv_cells(csv_sheet(_pairs(shown), PARIS))
    assert heading[:5] == [
        "Decision",
        "Corrected address",
        "Comment",
        "Title of the reference",
        "Address",
    ]
    assert row[:5] == ["", "", "", "Titre", "https://a.fr/1"]
    assert (heading[-1], row[-1]) == ("Mark (keep it)", "d1#12")


def test_both_forms_have_the_same_cells() -> None:
    """Whichever program she has, she sees the same."""
    pairs = _pairs(*(link(f"https://a.fr/é{n}", id=n) for n in range(1, 4)))
    assert xlsx_cells(xlsx_sheet(pairs, PARIS)) == csv_cells(csv_sheet(pairs, PARIS))


def test_the_table_of_a_check_has_no_column_to_fill_in() -> None:
    """Scripts read it: it stays as it was."""
    heading, _row = csv_cells(csv_table([link()], PARIS))
    assert heading[0] == "State"
    assert heading[-1] == "Address as written"
    assert "Decision" not in heading


def test_only_what_the_report_tells_stands_in_its_sheet() -> None:
    """A link that another dossier cites too has no row for that dossier."""
    shown = link("https://a.fr/1", id=1, citations=(cited("Ours"), cited("Theirs", slug="d2")))
    contents = report(broke(shown), waiting=["d2"])
    assert [citation.title for _link, citation in told(contents)] == ["Ours"]


def test_what_was_decided_already_is_told() -> None:
    """By whom, when and why, so that nobody decides twice."""
    chosen = said(
        OverlayKind.REPLACEMENT_ACCEPTED, reason="vu", replacement="https://b.fr/", centre="Pantin"
    )
    dismissed = said(until=NOW + timedelta(days=1), reason="travaux.")
    shown = link(citations=(cited(said=(chosen, dismissed)),))
    heading, row = csv_cells(csv_sheet(_pairs(shown), PARIS))
    decided = row[heading.index("Decided already")].replace("\u00a0", " ")
    assert decided == (
        "Address chosen by Léa on November 22, 2026 (centre Pantin): vu → https://b.fr/ ;"
        " Dismissed by Léa on November 22, 2026 until November 23, 2026: travaux"
    )


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_ever_computed(formula: str) -> None:
    """Wherever the text comes from, and in a workbook even after somebody has edited the cell."""
    hostile = cited(formula, section=formula, authors=(formula,), as_written=formula)
    pairs = _pairs(link(formula, id=1, citations=(hostile,)))
    written = opened(xlsx_sheet(pairs, PARIS))
    cells = [cell for cell in written[2] if cell.value == formula]
    assert len(cells) >= 5
    assert {(cell.data_type, cell.quotePrefix, cell.number_format) for cell in cells} == {
        ("s", True, "@")
    }
    assert all(cell.hyperlink is None for row in written.iter_rows() for cell in row)
    for cell in csv_cells(csv_sheet(pairs, PARIS))[1]:
        assert not cell.startswith(("=", "+", "-", "@", "＝"))


def test_a_workbook_holds_no_formula_at_all() -> None:
    """Nor a link out, nor a macro: nothing but cells and their looks."""
    content = xlsx_sheet(_pairs(link(FORMULAS[0], id=1)), PARIS)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        page = packed.read("xl/worksheets/sheet1.xml")
        assert not [name for name in packed.namelist() if "external" in name or "vba" in name]
    assert b"<f>" not in page
    assert b"hyperlink" not in page.lower().replace(b"hyperlink(", b"")


def test_a_workbook_is_easy_to_read() -> None:
    """The headings stay in sight, are bold, and filter; columns are wide enough for words."""
    written = opened(xlsx_sheet(_pairs(link(id=1), link("https://a.fr/2", id=2)), PARIS))
    assert written.freeze_panes == "A2"
    assert written.auto_filter.ref == "A1:Y3"
    assert all(cell.font.bold for cell in written[1])
    assert all(9 <= each.width <= 50 for each in written.column_dimensions.values())
    assert written.column_dimensions["E"].width == 50


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "dismiss,correct,accept,undo"), ("fr", "écarter,corriger,accepter,annuler")],
)
def test_decisions_are_chosen_from_a_list(language: str, words: str) -> None:
    """In the language of the sheet, for every row; another word is refused at once."""
    texts.use(language)
    written = opened(xlsx_sheet(_pairs(link(id=1), link("https://a.fr/2", id=2)), PARIS))
    [offered] = written.data_validations.dataValidation
    assert str(offered.sqref) == "A2:A3"
    assert (offered.type, offered.formula1, offered.allowBlank) == ("list", f'"{words}"', True)
    assert offered.showErrorMessage
    assert words.split(",", maxsplit=1)[0] in offered.error


def test_a_sheet_without_rows_can_be_opened_too() -> None:
    """All is well: a dossier has nothing to tell."""
    assert len(xlsx_cells(xlsx_sheet([], PARIS))) == 1


def test_dates_are_texts() -> None:
    """The same as in the CSV: no program turns them into numbers."""
    written = opened(xlsx_sheet(_pairs(link(id=1, since=NOW)), PARIS))
    found = [cell for cell in written[2] if cell.value == "2026-11-22 05:05"]
    assert [cell.data_type for cell in found] == ["s"]


def test_a_cell_that_is_too_long_for_excel_is_cut() -> None:
    """It would call the whole file damaged."""
    shown = link("https://a.fr/" + "x" * 40_000, id=1)
    for cells in (xlsx_cells(xlsx_sheet(_pairs(shown), PARIS)), csv_cells(_csv(shown))):
        assert max(len(cell) for cell in cells[1]) == 32_767


def _csv(shown: LinkStatus) -> bytes:
    return csv_sheet(_pairs(shown), PARIS)


@settings(deadline=None)  # a workbook takes as long as it takes
@given(st.text())
def test_any_title_can_be_written(title: str) -> None:
    """Controls, half surrogate pairs and non-characters have no place in XML."""
    pairs = _pairs(link(title, id=1, citations=(cited(title, dossier=title, as_written=title),)))
    cells = xlsx_cells(xlsx_sheet(pairs, PARIS))
    assert len(cells) == 2
    assert cells[1][-1] == "d1#1"
