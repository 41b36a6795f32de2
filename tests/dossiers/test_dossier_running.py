"""Running heads and feet are no part of the text, and what only looks like them is."""

from __future__ import annotations

import pytest

from perenne.dossiers import read_bytes
from perenne.dossiers.addresses.wraps import Line
from perenne.dossiers.documents.running import without_running

BODY = [f"Ligne {word} d’une page, dont le texte va son chemin" for word in "abcdefghijklmnop"]


def kept(*pages: list[str]) -> list[str]:
    """Return the lines that are left of pages."""
    lines = [line for page in pages for line in page]
    return [each.text for each in without_running([Line(n, t) for n, t in enumerate(lines, 1)])]


@pytest.mark.parametrize(
    "foot",
    [
        "L’eau en ville – Centre de documentation – mai 2017        {}",
        "Centre de documentation {}/8",
        "Page {}",
        "- {} -",
    ],
)
def test_a_foot_with_the_page_is_taken_out(foot: str) -> None:
    """However the number is set."""
    pages = [[*BODY, "", foot.format(n), ""] for n in (1, 2, 3)]
    assert not {foot.format(n) for n in (1, 2, 3)} & set(kept(*pages))
    assert kept(*pages).count(BODY[0]) == 3


def test_a_head_beside_the_page_number_is_taken_out_with_it() -> None:
    """And a line that comes again elsewhere is not."""
    pages = [
        ["L’eau en ville", "", f"Page {n}", "", *BODY, "Localisation : Angers"] for n in (2, 3)
    ]
    left = kept(*pages)
    assert "L’eau en ville" not in left
    assert left.count("Localisation : Angers") == 2


def test_a_sentence_that_a_foot_cuts_is_one_paragraph_again() -> None:
    """Where the first half has no end and the second begins small."""
    first = [*BODY, "Les auteurs ont poussé la", "", "CAUE du Calvados        2", ""]
    second = ["porte de neuf immeubles.", "", *BODY, "", "CAUE du Calvados        3", ""]
    left = kept(first, second)
    where = left.index("Les auteurs ont poussé la")
    assert left[where + 1] == "porte de neuf immeubles."


def test_titles_that_count_on_are_titles() -> None:
    """Right below each other, or of a series, pages apart."""
    near = ["Un article, numéro {}", "Parcours {}", "L’eau en ville {}"]
    for title in near:
        entries = [
            [title.format(n), "", "Revue, 2019", "", f"<https://a.exemple.fr/{n}>", ""]
            for n in (1, 2, 3)
        ]
        assert [line for entry in entries for line in entry] == kept(*entries)
    far = [[f"Les cahiers de l’eau, volume {n}", "", *BODY, ""] for n in (1, 2, 3)]
    assert [line for entry in far for line in entry] == kept(*far)


def test_addresses_that_count_on_are_addresses() -> None:
    """Each on a line of its own."""
    text = "".join(
        f"Titre {word}\n\nhttps://a.exemple.fr/{n}\n\n" for n, word in enumerate("abcd", 1)
    )
    urls = [citation.url for citation in read_bytes(text.encode(), "x").citations]
    assert urls == [f"https://a.exemple.fr/{n}" for n in range(1, 5)]
