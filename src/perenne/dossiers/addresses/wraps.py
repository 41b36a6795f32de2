"""Addresses that the layout cut at the end of a line are put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from perenne.dossiers.addresses.citations import WRAP

_OPEN_ANGLE = re.compile(r"<\s*(?:https?:|www\.)[^<>\s]*$")
_IN_ANGLE = re.compile(r"\s*[^<>\s]+(?:>|\s*$)")
_URL_AT_END = re.compile(r"(?:^|[\s(:])(?P<url>(?:https?://|www\.)[^\s<>]+)$", re.IGNORECASE)
_LONG = 45
"""Letters; shorter addresses stand whole on their line, and a word may come under them."""
_LONGEST_URL = 4000
_REST_OF_URL = re.compile(r"\s*(?!https?:|www\.|[-•*]\s*$)[^\s<>«»]+[.,;)]?\s*$", re.IGNORECASE)
_URLISH = re.compile(r"[-/_=&?%#+]|\.(?:html?|pdf|aspx?|php)\b|\d")
_FILE = re.compile(
    r"[\w/%.~-]+\.(?:pdf|html?|php\d?|aspx?|jsp|docx?|xlsx?)(?:[?#][^\s<>]*)?(?![\w/])"
)
"""The end of a path, which no word of a sentence looks like."""
_QUERY = re.compile(r"[\w/%.~-]+\?[^\s<>]+=[^\s<>]*")
_MOST_WRAPS = 8
_AROUND = 10
"""Lines before and after, whose longest shows the margin."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file and its number, from 1."""

    number: int
    text: str


def unwrapped(lines: list[Line]) -> list[Line]:
    """Join the lines over which one address runs."""
    joined: list[Line] = []
    index = 0
    while index < len(lines):
        line, index = lines[index], index + 1
        width = len(line.text)
        for _ in range(_MOST_WRAPS):
            following = _continuation(line.text, lines, index, width)
            if following is None:
                break
            line = Line(line.number, f"{line.text}{WRAP}{lines[following].text.lstrip()}")
            index = following + 1
        joined.append(line)
    return joined


def _continuation(text: str, lines: list[Line], index: int, width: int) -> int | None:
    """Return the index of the line that goes on with the address at the end of `text`."""
    if _OPEN_ANGLE.search(text[-_LONGEST_URL:]):
        ahead = range(index, min(index + _MOST_WRAPS, len(lines)))
        filled = next((i for i in ahead if lines[i].text.strip()), None)
        whole = filled is not None and _IN_ANGLE.match(lines[filled].text)
        return filled if whole else None
    if index < len(lines) and _has_no_room(text, lines, index):
        return index
    if index >= len(lines) or not _REST_OF_URL.match(lines[index].text):
        return None
    rest = lines[index].text.strip().rstrip(".,;)")
    end = text[-_LONGEST_URL:]
    return index if _is_parted(end, rest) or _is_cut(end, rest, width) else None


def _is_parted(text: str, rest: str) -> bool:
    """Tell an address that was cut at a slash, before a file or a query."""
    tail = _FILE.fullmatch(rest) or _QUERY.fullmatch(rest)
    return text.endswith("/") and tail is not None and _URL_AT_END.search(text) is not None


def _has_no_room(text: str, lines: list[Line], index: int) -> bool:
    """Tell an address that the margin cut in the midst of a word, in running text."""
    rest = _FILE.match(lines[index].text)
    if rest is None or not _URL_AT_END.search(text[-_LONGEST_URL:]) or not text[-1].isalnum():
        return False
    around = lines[max(0, index - _AROUND) : index + _AROUND]
    margin = max(len(line.text) for line in around if WRAP not in line.text)
    return len(text.rpartition(WRAP)[2]) == margin


def _is_cut(text: str, rest: str, width: int) -> bool:
    """Tell whether the bare address at the end of `text` goes on with `rest`."""
    url = _URL_AT_END.search(text)
    if url is None or text.endswith("-"):
        return url is not None
    full = len(text.rpartition(WRAP)[2]) >= width > len(rest) and WRAP in text
    long = len(url["url"]) >= _LONG
    return full or (long and (text[-1] in "/_=&?%+" or _URLISH.search(rest) is not None))
