"""From one mail to the next: what a reader decides in the sheet is what the next mail tells."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.report.sheets import as_excel_saves_csv, filled_in
from tests.runs.test_letters import A, B, C, Story
from tests.runs.test_told_again import story as story  # noqa: PLC0414 - a fixture

from perenne.domain.decisions import Fate, Outcome
from perenne.domain.verdicts import VerdictKind as V
from perenne.runs.deciding import read_sheet, take_in

NEW = "https://b.exemple.fr/nouvelle"
DECIDED = {
    "a.exemple.fr/page": ("Écarter", "", "Connu : site en travaux"),
    "b.exemple.fr/page": ("corriger", NEW, "vu avec la revue"),
}
D = "https://d.exemple.fr/page"


def attached(story: Story, subtype: str) -> bytes:
    """Return what goes with the last mail, in one of its two forms."""
    parts = story.mailbox.messages[-1].message.iter_attachments()
    return next(p.get_payload(decode=True) for p in parts if p.get_content_type() == subtype)


def sent_back(story: Story, content: bytes, file: Path) -> list[Fate]:
    """Take in a sheet that came back as a file."""
    file.write_bytes(content)
    outcomes: list[Outcome] = take_in(story.service, read_sheet(file), author="Anne")
    return [outcome.fate for outcome in outcomes]


@pytest.mark.parametrize(
    ("subtype", "fill"),
    [
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", filled_in),
        ("text/csv", as_excel_saves_csv),
    ],
)
def test_what_she_fills_in_is_what_the_next_mail_tells(
    story: Story, tmp_path: Path, subtype: str, fill: Callable[..., bytes]
) -> None:
    """The dismissed one is gone, the corrected one shows its new address; twice is once."""
    story.add("Eau", A, B, C, D)
    story.night(1, dict.fromkeys((A, B, C, D), V.OK))
    story.night(2, dict.fromkeys((A, B, C), V.GONE))
    assert story.night(3) == ["3 liens cassés – Eau"]
    back = fill(attached(story, subtype), DECIDED)
    assert sent_back(story, back, tmp_path / "retour") == [Fate.DISMISSED, Fate.CORRECTED]
    assert sent_back(story, back, tmp_path / "retour") == [Fate.UNCHANGED, Fate.UNCHANGED]
    story.night(4, {D: V.GONE})
    assert story.night(5) == ["1 lien cassé – Eau"]
    said = " ".join(story.text().replace("\u00a0", " ").split())
    assert A not in said
    assert C in said
    assert "1 lien toujours cassé" in said
    assert f"Adresse retenue par Anne le 4 mars 2026 : vu avec la revue {NEW}" in said
    assert A.encode() not in attached(story, "text/csv")
    assert NEW.encode() in attached(story, "text/csv")
