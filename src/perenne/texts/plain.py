"""Texts from the web made harmless for a line of a report or a terminal."""

from __future__ import annotations

import re
import unicodedata

_BREAKS = {"Cc", "Zl", "Zp"}
"""Unicode categories told as a space: controls, line and paragraph separators."""
_HIDDEN = {"Cf", "Cn", "Co", "Cs"}
"""Left out: formats (bidi overrides, soft hyphens), non-characters, private use, surrogates."""
_JOINERS = "\u200c\u200d"
"""Formats that some scripts and emoji need to be read."""


def one_line(text: str, longest: int = 0) -> str:
    """Return `text` on one line without anything invisible, cut at `longest` characters if given.

    Runs of white space become one space.
    """
    line = re.sub(r"\s+", " ", "".join(_seen(character) for character in text)).strip()
    return line if not longest or len(line) <= longest else line[: longest - 1].rstrip() + "…"


def address(url: str) -> str:
    """Return `url` whole, with every space and invisible character percent-encoded, so seen."""
    return "".join(
        character if _seen(character) == character != " " else _percent(character)
        for character in url.strip()
    )


def bare(text: str) -> str:
    """Return `text` on one line, without case and accents: what people mean to be the same."""
    letters = unicodedata.normalize("NFKD", one_line(text).casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def bound(text: str) -> str:
    """Return `text` with French punctuation kept on the line of its word (no-break spaces)."""
    for mark in ":;?!»":
        text = text.replace(f" {mark}", f"\u00a0{mark}")
    return text.replace("« ", "«\u00a0")


def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if category in _BREAKS or character.isspace():
        return " "
    return "" if category in _HIDDEN and character not in _JOINERS else character


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))


def sentence(clause: str) -> str:
    """Return what else follows a colon as a sentence of its own."""
    return clause[:1].upper() + clause[1:]
