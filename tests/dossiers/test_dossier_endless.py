"""Texts that nobody wrote are read as quickly as others: what takes long once is found at once."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from perenne.dossiers import read_bytes
from perenne.dossiers.addresses.wraps import Line
from perenne.dossiers.documents.running import without_running
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.mending import mended

ENTRIES = "\n\n".join(
    f"Titre {word}, Revue, 12/2019, p. 3\nhttps://a.exemple.fr/{word}" for word in "abcd"
)
CREDIT = "\nRevue, 12/2019, p. 3\nhttps://a.exemple.fr/e\n"
LETTERS = 40_000
SECONDS = 4.0
"""Of the processor, some ten times what is needed; each took minutes, or more than a day."""
RUNS = (
    *(", ", "; ", "(", "[", "* ", "? ", ". – ", "» ", "«a» ", "12, ", "2019, ", "p. "),
    *("-", " ", "| ", "[a](", "— "),
    *("Paris : ", "Aa, ", "AA Aa ; ", "(dir. ", "Auteur : ", "Cote : a. ", "5 et "),
)


@pytest.mark.parametrize("run", RUNS)
def test_a_run_of_the_same_takes_no_longer_than_prose(run: str) -> None:
    """On one line, in lines, in paragraphs, within an entry."""
    whole = run * (LETTERS // len(run))
    line, paragraph = run * (80 // len(run)), run * (400 // len(run))
    texts = {
        "line": whole,
        "line with an end": f"{whole}x",
        "lines": "\n".join([line] * (LETTERS // 80)),
        "paragraphs": "\n\n".join([paragraph] * (LETTERS // 400)),
        "entry": f"{ENTRIES}\n\n{whole}{CREDIT}",
    }
    for name, text in texts.items():
        assert seconds(text) < SECONDS, name


def test_pages_without_end_take_no_longer_than_prose() -> None:
    """Each of them cuts a sentence, which is put together again."""
    texts = (text for n in range(80_000) for text in ("3", "", f"la suite a{n}z,", ""))
    lines = [Line(number, text) for number, text in enumerate(texts)]
    begun = time.process_time()
    left = without_running(lines)
    assert time.process_time() - begun < SECONDS
    assert [line.text for line in left[1:3]] == ["la suite a0z,", "la suite a1z,"]


def test_a_link_in_thousands_of_pieces_takes_no_longer_than_one() -> None:
    """As content managers mark each word of it."""
    pieces = "<em>titre</em> " * 30_000
    page = (
        f"<html><body><p><a href='https://a.example/'>{pieces}</a>, Revue, 2019</p></body></html>"
    )
    assert seconds(page) < SECONDS


def seconds(text: str) -> float:
    """Return how long a text is read, or refused."""
    begun = time.process_time()
    with suppress(UnreadableError):
        read_bytes(text.encode(), "texte.txt")
    return time.process_time() - begun


def test_hundreds_of_addresses_are_replaced_in_thousands_of_pieces() -> None:
    """What is looked for is put together once, not in each piece of a page anew."""
    links = (
        f'<p>Titre {n}</p><p><a href="https://a.exemple.fr/{n}">lire</a></p>' for n in range(3000)
    )
    page = f"<html><body>{''.join(links)}</body></html>".encode()
    changes = {f"https://a.exemple.fr/{n}": f"https://b.exemple.fr/{n}" for n in range(300)}
    begun = time.process_time()
    assert mended(page, changes).done.total() == 300
    assert time.process_time() - begun < SECONDS
