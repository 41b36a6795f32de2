"""Entries whose lines say what they are: ``Auteur : …``, ``Source : …``, ``Lien : …``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography import dates
from perenne.dossiers.bibliography.sources import SourceLine
from perenne.dossiers.compact import people
from perenne.dossiers.compact.credits import credit

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABELS = {
    "title": r"titre",
    "authors": r"auteur(?:s|\(s\)|e|es|·e·s|rice)?|par",
    "source": r"source|in|revue|éditeur|édition|parution|périodique|référence|publication"
    r"|publié\s(?:dans|par)",
    "date": r"date(?:\sde\s(?:publication|parution))?|année",
    "pages": r"pages?|pagination|nombre\sde\spages",
    "held": r"cote|localisations?|localisation\(s\)|exemplaires?",
    "rest": r"résumé|présentation|descriptif|description|commentaire|notes?|liens?|url|adresse"
    r"|en\sligne|disponible(?:\s(?:sur|en\sligne))?|accès|consulter|texte\sintégral|doi|support"
    r"|type|collection|isbn|mots[\s-]clés|thèmes?|public|durée|langue|niveau|organisme"
    r"|site(?:\sweb)?|date\sde\sconsultation",
}
"""What the lines of an entry are called; of `rest` nothing is kept but its addresses."""
_LABEL = re.compile(
    r"\s*(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
    + r")\s?:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"[.–—-]\s(?:Cote|Localisations?)\s?:\s([^;–—]{1,60}?)\s*(?:\.(?=\s|$)|[;–—]|$)", re.IGNORECASE
)
_FEWEST = 2


def entry(lines: Sequence[str]) -> SourceLine | None:
    """Read an entry with a title, and two labels at least of which one names authors or source."""
    title, fields = _fields(lines)
    named = "authors" in fields or "source" in fields
    if not title or not named or sum(map(len, fields.values())) < _FEWEST:
        return None
    line = _source(fields)
    return SourceLine(
        source=line.source,
        date=line.date,
        pages=line.pages,
        title=title,
        authors=tuple(n for each in fields.get("authors", []) for n in people.labelled(each))
        or line.authors,
    )


def is_label(line: str) -> bool:
    """Tell a line that says what it holds."""
    return _LABEL.fullmatch(line) is not None


def held(lines: Sequence[str]) -> tuple[str, ...]:
    """Return where it is held: shelf marks and centres, as they are labelled."""
    values = _fields(lines)[1].get("held", []) or _HELD.findall(" ".join(lines))
    parts = (part.strip(" .") for each in values for part in re.split(r"\s*[,;]\s*", each))
    return tuple(part for part in parts if part)


def _fields(lines: Sequence[str]) -> tuple[str, dict[str, list[str]]]:
    """Return what stands before the first label, and the values of each label."""
    fields: dict[str, list[str]] = {}
    name, value = "title", list[str]()
    for line in lines:
        found = _LABEL.fullmatch(line) if ":" in line else None
        if found and (value or found.lastgroup):
            _keep(fields, name, value)
            name = next(each for each in _LABELS if found[each])
            value = [found["value"]]
        elif name != "held":  # a shelf mark is short: the summary goes on after it
            value.append(line.strip())
    _keep(fields, name, value)
    return " ".join(fields.pop("title", [])[:1]), fields


def _keep(fields: dict[str, list[str]], name: str, value: list[str]) -> None:
    joined = " ".join(part for part in value if part)
    if joined.strip(" –—-"):
        fields.setdefault(name, []).append(joined)


def _source(fields: dict[str, list[str]]) -> SourceLine:
    said = fields.get("source", [""])[0]
    line = credit(said)
    date = fields.get("date", [""])[0]
    if line is None and re.fullmatch(dates.DATE, said.strip(" ."), re.IGNORECASE):
        line = SourceLine("", said.strip(" ."), "")
    elif line is None:
        line = SourceLine(said.strip(" ."), "", "")
    dated = line.date or (date if re.fullmatch(dates.DATE, date, re.IGNORECASE) else "")
    pages = line.pages or fields.get("pages", [""])[0]
    return SourceLine(line.source, dated, pages, authors=line.authors)
