r"""The code of a field that is a link: ``HYPERLINK "address" \l "anchor"`` (ECMA-376, 17.16.5.25).

Its switches may stand before the address or behind it; quotation marks may be curled, or missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

_BEGIN = re.compile(r"\s*HYPERLINK(?![A-Z])", re.IGNORECASE)
_WORD = re.compile(
    r"\s*(?:(?P<switch>\\[a-z])|[\"“”«](?P<quoted>[^\"“”»]*)[\"“”»]?|(?P<bare>[^\s\"“”]+))",
    re.IGNORECASE,
)
_WITH_VALUE = ("\\l", "\\o", "\\s", "\\t")
"""Switches that a value follows: an anchor, a tip, a frame."""
_ANCHOR = "\\l"


@dataclass(frozen=True, slots=True)
class _Value:
    """A value, and where it and all that says it (its switch, its marks) stand in the code."""

    text: str
    within: tuple[int, int]
    whole: tuple[int, int]


def href_of(code: str) -> str:
    """Return where a field leads, "" where it is no link."""
    return _href(_values(code))


def led_elsewhere(code: str, changes: Mapping[str, str], done: Counter[str]) -> str:
    """Return the code of a field with another address, where that has an anchor apart."""
    values = _values(code)
    old, anchor = _href(values), values.get(_ANCHOR)
    if anchor is None or old not in changes or "#" in values[""].text:
        return code
    done[old] += 1
    target, _mark, new = changes[old].partition("#")
    put = {values[""].within: target, anchor.within if new else anchor.whole: new}
    for (start, end), text in sorted(put.items(), reverse=True):
        code = f"{code[:start]}{text}{code[end:]}"
    return code


def _href(values: Mapping[str, _Value]) -> str:
    target, anchor = values.get(""), values.get(_ANCHOR)
    if target is None or not target.text:
        return ""
    apart = anchor and anchor.text and "#" not in target.text
    return f"{target.text}#{anchor.text}" if apart and anchor else target.text


def _values(code: str) -> dict[str, _Value]:
    """Return the values of a field by their switches, the address by "": each one's first."""
    found: dict[str, _Value] = {}
    begin = _BEGIN.match(code)
    at, switch, since = begin.end() if begin else len(code), "", 0
    while word := _WORD.match(code, at):
        group = "quoted" if word["quoted"] is not None else "bare"
        if word["switch"]:
            value = word["switch"].lower()
            switch, since = (value, at) if value in _WITH_VALUE else ("", 0)
        else:
            whole = (since if switch else at, word.end())
            found.setdefault(switch, _Value(word[group], word.span(group), whole))
            switch = ""
        at = word.end()
    return found
