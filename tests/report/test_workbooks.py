"""Workbooks of unknown origin: bombs, junk and lies are refused in one sentence."""

import io
import struct
import zipfile
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.samples import link

from perenne.report import workbooks
from perenne.report.returned import MOST_COLUMNS, MOST_ROWS, SheetError
from perenne.report.sheet import cited as pairs
from perenne.report.workbooks import LARGEST_UNPACKED, xlsx_rows
from perenne.report.xlsx import xlsx_sheet

WHOLE = xlsx_sheet(pairs([link(id=1)]), ZoneInfo("Europe/Paris"))
PAGE = "xl/worksheets/sheet1.xml"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def with_page(page: str) -> bytes:
    """Put another page into a sound workbook."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as whole, zipfile.ZipFile(written, "w") as packed:
        for name in whole.namelist():
            content = page.encode() if name == PAGE else whole.read(name)
            packed.writestr(name, content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def refusal(content: bytes) -> str:
    """Return why a workbook is refused."""
    with pytest.raises(SheetError) as caught:
        xlsx_rows(content)
    assert caught.value.sentence
    return caught.value.code


def test_a_sound_workbook_is_read() -> None:
    """The living twin of what follows."""
    page = f'{HEAD}<sheetData><row r="1"><c r="B1"><v>2</v></c></row></sheetData></worksheet>'
    assert xlsx_rows(with_page(page))[0][:2] == ["", "2"]
    assert xlsx_rows(WHOLE)[1][4] == "https://example.org/a"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """Sixty kilobytes that would fill a hundred megabytes."""
    bomb = with_page(HEAD + " " * (LARGEST_UNPACKED + 1))
    assert len(bomb) < 200_000
    assert refusal(bomb) == "too_large"


def test_a_bomb_that_lies_about_its_size_does_not_go_off() -> None:
    """Python reads no further than a part claims to be, and then finds its sum wrong."""
    bomb = bytearray(with_page(HEAD + " " * (LARGEST_UNPACKED + 1)))
    claimed = struct.pack("<I", len(HEAD) + LARGEST_UNPACKED + 1)
    while (place := bomb.find(claimed)) >= 0:
        bomb[place : place + 4] = struct.pack("<I", 1_000)
    assert refusal(bytes(bomb)) == "not_a_workbook"


def test_a_workbook_of_a_thousand_parts_is_refused() -> None:
    """Ours have nine."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for number in range(1_000):
            packed.writestr(f"xl/{number}", b"")
    assert refusal(written.getvalue()) == "too_large"


def test_entities_are_not_expanded() -> None:
    """A billion laughs, in three lines."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    page = (
        f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]>{HEAD}<sheetData><row r="1">'
        '<c r="A1" t="inlineStr"><is><t>&a9;</t></is></c></row></sheetData></worksheet>'
    )
    assert refusal(with_page(page)) == "not_a_workbook"


def test_a_page_that_claims_a_million_rows_is_read_as_far_as_it_goes() -> None:
    """Neither rows nor columns are made up beyond the bounds."""
    page = (
        f'{HEAD}<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c>'
        '<c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c></row>'
        "</sheetData></worksheet>"
    )
    read = xlsx_rows(with_page(page))
    assert len(read) <= MOST_ROWS + 1
    assert {len(row) for row in read} == {MOST_COLUMNS}
    assert read[0][0] == "1"


def test_a_workbook_with_a_password_is_refused() -> None:
    """Excel wraps it in its old format; and a ZIP may have a password of its own."""
    assert refusal(b"PK" + b"\xd0\xcf\x11\xe0" * 100) == "not_a_workbook"
    locked = bytearray(WHOLE)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = locked.find(signature)
        while place >= 0:
            locked[place + flags] |= 1
            place = locked.find(signature, place + 4)
    assert refusal(bytes(locked)) == "not_a_workbook"


def test_another_kind_of_document_is_refused() -> None:
    """A ZIP, a text document: no workbook."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        packed.writestr("content.xml", "<office:document/>")
    assert refusal(written.getvalue()) == "not_a_workbook"


@given(st.binary(max_size=300))
def test_no_junk_makes_it_fail_otherwise(junk: bytes) -> None:
    """Whatever stands behind the first two bytes."""
    assert refusal(b"PK" + junk) in {"not_a_workbook", "too_large"}


@settings(deadline=None)  # a workbook takes as long as it takes
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=40))
def test_no_damage_makes_it_fail_otherwise(place: int, junk: bytes) -> None:
    """A file that was cut or spoilt on its way is read or refused, and nothing else."""
    spoilt = WHOLE[:place] + junk + WHOLE[place + len(junk) :]
    try:
        read = workbooks.xlsx_rows(spoilt)
    except SheetError as error:
        assert error.code in {"not_a_workbook", "too_large"}  # noqa: PT017 - either is right
    else:
        assert all(isinstance(cell, str) for row in read for cell in row)
