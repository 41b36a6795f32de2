"""« Not found » without markup: a line of text, or an object of an API, served as 200."""

from __future__ import annotations

import json

from perenne.domain.cases import Case
from perenne.domain.pages import PageKind
from perenne.domain.verdicts import VerdictKind
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import served_look
from perenne.rules.phrases import NOT_FOUND
from perenne.rules.soft_404 import fills
from perenne.rules.words import plain

_ONE_SENTENCE = 200
_MARKS = " .!?:,-'\"{}[]#*"


def not_found_text(case: Case) -> Answer:
    """A short text all of whose words, or one of whose values, say that nothing was found."""
    look = served_look(case)
    if look is None or look.page.kind is not PageKind.TEXT:
        return None
    if len(look.page.text) > _ONE_SENTENCE:
        return None
    said = next((text for text in _sayings(look.page.text) if _says_no(text)), "")
    return conclude(VerdictKind.SOFT_404, "soft_404", "phrase_not_found", said) if said else None


def _says_no(text: str) -> bool:
    return fills(text) or bool(NOT_FOUND.match(text))


def _sayings(text: str) -> list[str]:
    """Return the text, or the texts of an object's values."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    found = _values(data) if isinstance(data, dict) else [text]
    return [plain(each).strip(_MARKS) for each in found]


def _values(data: dict[str, object]) -> list[str]:
    inner = (value for value in data.values() if isinstance(value, dict))
    values = [*data.values(), *(each for one in inner for each in one.values())]
    return [value for value in values if isinstance(value, str)]
