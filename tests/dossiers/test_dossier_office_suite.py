"""Our workbooks opened and saved by LibreOffice, where it is installed: they are real ones."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.dossiers.test_dossier_workbooks import AIR, EAU, HEADER
from tests.dossiers.workbooks import DATE, Sheet, ods, xls, xlsx

from perenne.dossiers import read

SUITE = shutil.which("soffice")
SHEET = Sheet(
    "I – Rivières",
    [
        HEADER,
        ["L’eau à l’œuvre", "Pétré, Zoé", "Revue de l’eau", f"{DATE}43539", "Lire"],
        ["L’air", "", "Éditions du Vent", 2020, AIR],
        ["Caché", "", "", "", "https://cache.exemple.fr/"],
    ],
    links={"E2": EAU},
    hidden_rows=[4],
)


@pytest.mark.slow
@pytest.mark.skipif(SUITE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("made", [xlsx, ods, xls], ids=["xlsx", "ods", "xls"])
def test_an_office_suite_opens_the_samples_and_we_read_what_it_saves(
    made: object, tmp_path: Path
) -> None:
    """In each of the three forms: the same references as before."""
    assert callable(made)
    name = getattr(made, "__name__", "")
    sample = tmp_path / f"classeur.{name}"
    sample.write_bytes(made(SHEET))
    before = read(sample).references
    assert [c.url for r in before for c in r.citations] == [EAU, AIR]
    for form in ("xlsx", "ods", "xls"):
        saved = tmp_path / form / f"classeur.{form}"
        subprocess.run(
            [str(SUITE), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
             "--convert-to", form, "--outdir", str(saved.parent), str(sample)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        after = read(saved)
        assert [
            (r.section, r.title, r.authors, r.date_iso, r.citations) for r in after.references
        ] == [(r.section, r.title, r.authors, r.date_iso, r.citations) for r in before]
        assert [(n.code, n.fact) for n in after.notices] == [("addresses_hidden", "1")]
