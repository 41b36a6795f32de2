"""Names of authors as reference managers want them: family and given apart, or one body."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.texts.plain import one_line


@dataclass(frozen=True, slots=True)
class Name:
    """A person, or a body, which has no given name."""

    family: str
    given: str = ""


def name(written: str) -> Name:
    """Read ``PÉTRÉ Zoé`` or ``Pétré Zoé``, as dossiers write persons; all else is a body."""
    words = one_line(written).split(" ")
    loud = next((n for n, word in enumerate(words) if not _is_loud(word)), len(words))
    if 0 < loud < len(words):
        return Name(" ".join(words[:loud]), " ".join(words[loud:]))
    if loud == 0 and len(words) == 2 and all(word[:1].isupper() for word in words):  # noqa: PLR2004 - a family name, a given name
        return Name(words[0], words[1])
    return Name(" ".join(words))


def _is_loud(word: str) -> bool:
    """Tell a word in capitals, which is no initial."""
    return word.isupper() and not word.endswith(".") and len(word) > 1
