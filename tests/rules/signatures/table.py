"""What every signature of the rules must catch, one line each: ``signatures.toml``.

Its keys are constants of the rules. Under a set, a table or a tuple stand members that it must
have. Under a regular expression (or several) stand texts that it must find whole; behind ``‖``
what follows the text, and behind ``≠`` a text in which it must find nothing.
"""

from __future__ import annotations

import re
import tomllib
from enum import Enum
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("signatures.toml")


def table() -> dict[str, list[str]]:
    """Return by ``module.CONSTANT`` what it must catch."""
    found: dict[str, list[str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return found


def missing(value: object, wanted: list[str]) -> list[str]:
    """Return what a constant does not catch of what it must."""
    patterns = [value] if isinstance(value, re.Pattern) else patterns_in(value)
    if patterns:
        return [text for text in wanted if not caught(patterns, text)]
    members = {name_of(member) for member in _members(value)}
    return [name for name in wanted if name not in members]


def caught(patterns: list[re.Pattern[str]], line: str) -> bool:
    """Tell whether expressions do with a line of the table what they must."""
    if line.startswith("≠"):
        return not any(pattern.search(_fit(pattern, line[1:])) for pattern in patterns)
    text, bar, rest = line.partition("‖")
    if not bar:
        return any(pattern.fullmatch(_fit(pattern, text)) for pattern in patterns)
    found = (pattern.match(_fit(pattern, text + rest)) for pattern in patterns)
    return any(match is not None and match.end() == len(text) for match in found)


def _fit(pattern: re.Pattern[Any], text: str) -> Any:  # noqa: ANN401 - text or bytes
    return text.encode("latin-1") if isinstance(pattern.pattern, bytes) else text


def name_of(member: object) -> str:
    """Return how a member of a constant stands in the table."""
    if isinstance(member, Enum):
        return member.name
    if isinstance(member, tuple | list):
        return name_of(member[0])
    if isinstance(member, bytes):
        return member.decode("latin-1")
    return getattr(member, "__name__", None) or str(member)


def patterns_in(value: object) -> list[re.Pattern[str]]:
    """Return the expressions in a tuple; texts count where some are no plain words."""
    items = list(value) if isinstance(value, tuple) else []
    if items and all(isinstance(item, re.Pattern) for item in items):
        return items
    texts = all(isinstance(item, str) for item in items)
    if items and texts and any(mark in item for item in items for mark in "\\?("):
        return [re.compile(item) for item in items]
    return []


def _members(value: Any) -> list[object]:  # noqa: ANN401 - constants of any kind
    return list(value) if isinstance(value, set | frozenset | dict | tuple | list) else []
