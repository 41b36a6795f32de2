"""Regular expressions with one alternative less, by their text."""

from __future__ import annotations

from collections.abc import Iterator


def with_one_less(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield (what was taken away, the pattern without it), for the whole and for every group."""
    for start, bars, end in _groups(pattern):
        borders = [start - 1, *bars, end]
        for n in range(len(borders) - 1):
            low, high = borders[n] + 1, borders[n + 1]
            # One bar goes with its alternative: the one before, or behind the first.
            cut = (low - 1, high) if n else (low, high + 1)
            yield pattern[low:high], pattern[: cut[0]] + pattern[cut[1] :]


def _groups(pattern: str) -> Iterator[tuple[int, list[int], int]]:
    """Yield where each group with alternatives begins, where its bars are, and where it ends."""
    open_: list[tuple[int, list[int]]] = [(0, [])]
    position, in_class = 0, False
    while position < len(pattern):
        char = pattern[position]
        if char == "\\":
            position += 1
        elif in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
            position += pattern[position + 1 : position + 2] in ("]", "^")
        elif char == "(":
            open_.append((_content_from(pattern, position), []))
        elif char == "|":
            open_[-1][1].append(position)
        elif char == ")":
            start, bars = open_.pop()
            if bars:
                yield start, bars, position
        position += 1
    start, bars = open_[0]
    if bars:
        yield start, bars, len(pattern)


def _content_from(pattern: str, position: int) -> int:
    """Return where the content of a group begins, its kind skipped."""
    for mark in ("(?:", "(?=", "(?!", "(?<=", "(?<!"):
        if pattern.startswith(mark, position):
            return position + len(mark)
    if pattern.startswith("(?P<", position):
        return pattern.index(">", position) + 1
    return position + 1
