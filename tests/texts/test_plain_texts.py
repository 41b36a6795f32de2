"""Texts from the web cannot break a line, hide a character or cut a URL."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.texts.plain import address, bound, one_line


@pytest.mark.parametrize(
    ("hostile", "seen"),
    [
        ("a\r\nBcc: x@example.org", "a Bcc: x@example.org"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("soft\u00adhyphen", "softhyphen"),
        ("bell\x07 and\x1b[31mred", "bell and [31mred"),
        ("one\u2028two\u2029three", "one two three"),
        ("half a pair \ud800", "half a pair"),
        ("not a character \uffff", "not a character"),
        ("  many \t\n spaces\u00a0", "many spaces"),
        ("👩\u200d🔬 joins", "👩\u200d🔬 joins"),
    ],
)
def test_a_title_becomes_one_visible_line(hostile: str, seen: str) -> None:
    """Controls and breaks become spaces, invisible characters go."""
    assert one_line(hostile) == seen


def test_a_long_phrase_is_cut_with_a_sign_of_it() -> None:
    """The cut text has exactly the length that was asked for."""
    assert one_line("abcdefghij", 10) == "abcdefghij"
    assert one_line("abcdefghijk", 10) == "abcdefghi…"


@given(st.text())
def test_no_text_survives_as_more_than_one_line(text: str) -> None:
    """Whatever comes in, nothing is left that a terminal or a header would obey."""
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert all(unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"} for c in line)
    line.encode()


def test_an_address_stays_whole_and_shows_what_it_hides() -> None:
    """Nothing of a URL is dropped: what cannot be seen is percent-encoded."""
    assert address(" http://a.fr/é b\u202e\n ") == "http://a.fr/é%20b%E2%80%AE"
    assert address("https://a.fr/" + "x" * 5000).endswith("x" * 5000)


@given(st.text())
def test_an_address_has_no_space_in_it(text: str) -> None:
    """So that it stands on one line and can be copied."""
    assert not any(c.isspace() for c in address(text))


def test_french_punctuation_stays_with_its_word() -> None:
    """No line begins with a colon or a closing mark."""
    assert bound("Raison : « oui » ?") == "Raison\u00a0: «\u00a0oui\u00a0»\u00a0?"
