"""Mended documents opened by other programs: they show what they showed, but for the address."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.dossiers.test_dossier_mending import LONGER, NEW, OLD, PDF, WORD, WRITER
from tests.dossiers.test_dossier_mending_workbooks import SHEET
from tests.dossiers.workbooks import ods, xlsx

from perenne.dossiers.mending import mended

SUITE, POPPLER = shutil.which("soffice"), shutil.which("pdftotext")
DOCUMENTS = {"docx": WORD, "odt": WRITER, "xlsx": xlsx(SHEET), "ods": ods(SHEET)}
NEW_CELL = "https://neuf.exemple.fr/b?c=3"


def shown(data: bytes, form: str, folder: Path) -> str:
    """Return the text that LibreOffice shows of a document."""
    folder.mkdir()
    file = folder / f"document.{form}"
    file.write_bytes(data)
    text = (
        "csv:Text - txt - csv (StarCalc):59,34,76"
        if form in ("xlsx", "ods")
        else "txt:Text (encoded):UTF8"
    )
    subprocess.run(
        [str(SUITE), "--headless", f"-env:UserInstallation=file://{folder.parent}/profile",
         "--convert-to", text, "--outdir", str(folder / "made"), str(file)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    [made] = (folder / "made").iterdir()
    return made.read_text(encoding="utf-8-sig")


@pytest.mark.slow
@pytest.mark.skipif(SUITE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", DOCUMENTS)
def test_an_office_suite_opens_what_was_mended(form: str, tmp_path: Path) -> None:
    """Every word is there, the longer address too."""
    data = DOCUMENTS[form]
    old, new = (
        (OLD, NEW) if form in ("docx", "odt") else ("https://eau.exemple.fr/a?x=1&y=2", NEW_CELL)
    )
    longer = LONGER if form in ("docx", "odt") else f"{old}/suite.html"
    result = mended(data, {old: new})
    assert result.done[old]
    before, after = (
        shown(each, form, tmp_path / name)
        for each, name in ((data, "avant"), (result.data, "apres"))
    )
    assert longer in before
    parts = (part.replace(old, new) for part in before.split(longer))
    assert after == longer.join(parts)
    assert after != before


@pytest.mark.slow
@pytest.mark.skipif(POPPLER is None, reason="poppler-utils is not installed")
def test_another_reader_opens_a_mended_pdf(tmp_path: Path) -> None:
    """The same pages; links lead elsewhere."""
    said, led = [], []
    for name, data in (
        ("avant", PDF),
        ("apres", mended(PDF, {OLD: "https://neuf.exemple.fr/"}).data),
    ):
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(data)
        said.append(_run("pdftotext", "-layout", str(file), "-"))
        led.append(_run("pdfinfo", "-url", str(file)))
    assert said[0] == said[1]
    assert OLD in led[0]
    assert led[1] == led[0].replace(f"{OLD}\n", "https://neuf.exemple.fr/\n")


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
