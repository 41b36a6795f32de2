"""Workbooks with addresses replaced: cells, links and formulas; every other part stays."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from python_calamine import load_workbook
from tests.dossiers.workbooks import Sheet, ods, xlsx

from perenne.domain.urls import link_key
from perenne.dossiers import read_bytes
from perenne.dossiers.mending import mended

OLD, NEW = "https://eau.exemple.fr/a?x=1&y=2", "https://neuf.exemple.fr/b?p='3'&q=<4>\"é"
LONGER = f"{OLD}/suite.html"
SHEET = Sheet(
    "Rivières",
    [
        ["Titre", "Auteur", "Lien", "Résumé"],
        ["L’eau", "Pétré, Zoé", OLD, f"Voir {OLD}, et {LONGER}."],
        ["La mer", "", "Lire", ""],
        ["Le lac", "", f'=HYPERLINK("{OLD}","Lire")', 2020],
        ["Le vent", "", LONGER, ""],
    ],
    links={"C3": OLD, "C5": LONGER},
)
Made = Callable[..., bytes]
both = pytest.mark.parametrize("made", [xlsx, ods])


def keys(data: bytes, changes: dict[str, str] | None = None) -> list[set[str]]:
    """Return what each reference cites, after the changes."""
    changes = changes or {}
    references = read_bytes(data, "d").references
    return [{link_key(changes.get(c.as_written, c.url)) for c in r.citations} for r in references]


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@both
def test_cells_links_and_formulas_lead_elsewhere(made: Made) -> None:
    """Also where a cell is set in two kinds of letters; a longer address stays."""
    data = made(SHEET, Sheet("Autre", [["Rien"]]))
    result = mended(data, {OLD: NEW})
    assert keys(result.data) == keys(data, {OLD: NEW})
    assert [LONGER in each for each in keys(result.data)] == [True, False, False, True]
    assert result.done[OLD] >= 3


@both
def test_all_other_parts_stay_to_the_byte(made: Made) -> None:
    """Styles, other sheets, properties; in their order."""
    data = made(SHEET, Sheet("Autre", [["Rien"]]))
    before, after = parts(data), parts(mended(data, {OLD: NEW}).data)
    assert list(before) == list(after)
    touched = {name for name in before if before[name] != after[name]}
    assert touched == (
        {"content.xml"}
        if made is ods
        else {
            "xl/sharedStrings.xml",
            "xl/worksheets/sheet1.xml",
            "xl/worksheets/_rels/sheet1.xml.rels",
        }
    )


@both
def test_another_reader_opens_what_was_written(made: Made) -> None:
    """Every cell says what it said, but for the address."""
    data = made(SHEET)
    after = mended(data, {OLD: "https://neuf.exemple.fr/b"}).data
    rows, again = (
        load_workbook(io.BytesIO(each)).get_sheet_by_index(0).to_python() for each in (data, after)
    )
    expected = [
        [
            LONGER.join(part.replace(OLD, "https://neuf.exemple.fr/b") for part in c.split(LONGER))
            if isinstance(c, str)
            else c
            for c in row
        ]
        for row in rows
    ]
    assert again == expected
    assert rows != again


@both
def test_a_workbook_without_the_address_is_the_same_to_the_byte(made: Made) -> None:
    """It is not packed anew."""
    data = made(SHEET)
    assert mended(data, {"https://nulle.part.fr/": NEW}).data == data


def test_an_address_with_an_anchor_is_replaced_where_excel_keeps_it() -> None:
    """Apart: the target in one part, the anchor in another."""
    sheet = Sheet("S", [["Titre", "Lien"], ["L’eau", "Lire"], ["L’air", "Lire"]])
    linked = Sheet(sheet.name, sheet.rows, links={"B2": OLD, "B3": OLD})
    packed = parts(xlsx(linked))
    name = "xl/worksheets/sheet1.xml"
    packed[name] = packed[name].replace(b'ref="B2"', b'ref="B2" location="ici"')
    data = zipped(packed)
    for new in ("https://neuf.exemple.fr/b#l&agrave;", "https://neuf.exemple.fr/b"):
        result = mended(data, {f"{OLD}#ici": new})
        read = [c.url for c in read_bytes(result.data, "d").citations]
        assert read == [new.replace(";", ";"), OLD]
        assert result.done == {f"{OLD}#ici": 1}


def test_what_excel_takes_in_no_formula_is_left_there() -> None:
    """Of a text of more than 255 letters in a formula, it says that the file is damaged."""
    sheet = Sheet(
        "S", [["Titre", "Lien"], ["L’eau", f'=HYPERLINK("{OLD}","Lire")'], ["L’air", OLD]]
    )
    result = mended(xlsx(sheet), {OLD: f"https://neuf.exemple.fr/{'x' * 255}"})
    assert result.done[OLD] == 1
    assert OLD in [c.url for c in read_bytes(result.data, "d").citations]


def zipped(packed: dict[str, bytes]) -> bytes:
    """Return a zip of parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in packed.items():
            package.writestr(name, content)
    return made.getvalue()
