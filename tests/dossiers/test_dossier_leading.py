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
        ("<Les sols vivants> (INRAE, 2018)", ("Les sols vivants", (), "INRAE", "2018")),
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
        ("<Le Monde>, Les eaux, 12 mars 2019", "Le Monde, Les eaux, 12 mars 2019"),
        ("<DUPONT Jean Paul>, Les eaux, Seuil, 2019", "DUPONT Jean Paul, Les eaux, Seuil, 2019"),
        ("<Les eaux vives> (PDF, 120 p., 2019)", "Les eaux vives (PDF, 120 p., 2019)"),
        ("<Les eaux vives> – Un pari – Le Monde, 2019, p. 3", "Les eaux vives – Un pari"),
        ("Les eaux vives, Revue, mars 2021 : <lire>", "Les eaux vives, Revue, mars 2021 : lire"),
    ],
)
def test_a_label_that_is_a_part_of_the_title_is_not_cut_off(
    form: str, line: str, title: str
) -> None:
    """Words that go on, or nothing at all; a newspaper, an author; a label at the end."""
    assert only(line, form).title.startswith(title)


MIXED = """# Dossier

## Liens

{}[La transition écologique](https://e.example/1), Le Monde, 12 mars 2019

[GIEC](https://giec.example)

Site des lacs

https://lacs.example

## Rapports

Le climat change / DUPONT Jean

Le Monde, 12 mars 2018, p. 4

Un article qui explique.

- [Le rapport complet](https://r.example/x), Journal officiel, 24 août 2021
- [Les annexes](https://r.example/y) (PDF, 20 p., 2019)
"""


@pytest.mark.parametrize("bullet", ["", "- "])
def test_what_stands_around_such_an_entry_keeps_its_own(bullet: str) -> None:
    """Other links have titles of their own, and an entry keeps those in a list below it."""
    found = read_bytes(MIXED.format(bullet).encode(), "d").references
    assert [(r.title, [c.url for c in r.citations]) for r in found] == [
        ("La transition écologique", ["https://e.example/1"]),
        ("GIEC", ["https://giec.example"]),
        ("Site des lacs", ["https://lacs.example"]),
        ("Le climat change", ["https://r.example/x", "https://r.example/y"]),
    ]
    assert (found[0].source, found[0].date) == ("Le Monde", "12 mars 2019")
