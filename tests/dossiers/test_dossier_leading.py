"""Entries that begin with a link: its label is the title where a credit follows."""

from __future__ import annotations

import pytest

from perenne.domain.references import Reference
from perenne.dossiers import read_bytes

URL = "https://a.example/1"


def only(line: str, form: str) -> Reference:
    """Return the only reference of a list with one item, `{}` being a link's beginning."""
    if form == "markdown":
        data = f"# Dossier\n\n- {line.replace('<', '[').replace('>', f']({URL})')}\n"
    else:
        item = line.replace("<", f'<a href="{URL}">').replace(">", "</a>").replace('"</a>', '">')
        data = f"<html><body><h1>Dossier</h1><ul><li>{item}</li></ul></body></html>"
    [found] = read_bytes(data.encode(), "d").references
    assert [citation.url for citation in found.citations] == [URL]
    return found


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "<Les eaux de Pantin>, Jean Dupont, Revue de l’eau, mars 2021",
            ("Les eaux de Pantin", ("Jean Dupont",), "Revue de l’eau", "mars 2021"),
        ),
        (
            "<Les lacs, les mers>. Ministère de l’eau, 2019. Un résumé en 2020.",
            ("Les lacs, les mers", (), "Ministère de l’eau", "2019"),
        ),
        (
            "« <La mer monte> », Océans, 12/04/2020, p. 3-5",
            ("La mer monte", (), "Océans", "12/04/2020"),
        ),
        ("<Les sols> (INRAE, 2018)", ("Les sols", (), "INRAE", "2018")),
    ],
)
def test_the_label_is_the_title(
    form: str, line: str, said: tuple[str, tuple[str, ...], str, str]
) -> None:
    """However the credit is set apart, and with a summary behind it."""
    found = only(line, form)
    assert (found.title, found.authors, found.source, found.date) == said


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("<Loi du 7 août> portant organisation, 2015", "Loi du 7 août portant organisation, 2015"),
        ("<Les eaux vives>", "Les eaux vives"),
        ("Les eaux vives, Revue, mars 2021 : <lire>", "Les eaux vives, Revue, mars 2021 : lire"),
    ],
)
def test_a_label_that_is_a_part_of_the_title_is_not_cut_off(
    form: str, line: str, title: str
) -> None:
    """Words that go on, or nothing at all; a label at the end says how to get there."""
    assert only(line, form).title == title
