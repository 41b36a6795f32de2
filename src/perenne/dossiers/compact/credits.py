"""The credit of an entry: ``[Authors, ]Source, date, pages``, as it stands in its paragraph."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography import sources
from perenne.dossiers.compact.people import people

if TYPE_CHECKING:
    from perenne.dossiers.bibliography.sources import SourceLine

_ACCESS = re.compile(
    r"\b(?:disponible\b|en\sligne\b|liens?\s?:|url\s?:|doi\s?:|accès\b|consultable\b|consulté"
    r"|cotes?\s?:|localisations?\b|texte\sintégral\b|téléchargeable\b|isbn\b|réservé\b|adresse\s?:)",
    re.IGNORECASE,
)
_MARKS = " .,;:([–—-\t"
_IN = re.compile(
    r"(?:in|dans|source)\s?:?\s+(?=[^\W\d_a-zà-ÿ])|(?:in|source)\s?:\s*", re.IGNORECASE
)
_PLACE = re.compile(
    r"(?:[A-ZÀ-Ý][\w’'-]+(?:[\s-](?:[a-zà-ÿ]+[\s-])?[A-ZÀ-Ý][\w’'-]+)*(?:\s\([^()]*\))?(?:\s?;\s?)?){1,3}\s:\s"
)
_BRACKETS = re.compile(r"\((.*)\)\.?")
_DATED = re.compile(r"(?=[\dns])(?:\d\d|\bs\.\s?d|\bn\.\s?d|n[°º]|sans date)", re.IGNORECASE)
"""Without one of these there is no date and no number: most texts are done with at once."""
_SENTENCE_ENDS = re.compile(r"(?<!\b[A-ZÀ-Ý])(?<!\bdir)(?<!\bcoord)[.?!…]\s")
_GOES_ON = re.compile(r"(?:[,;/–—-]|\bn[°º]|\bet|\bde|\bdu|\bdes|\bp\.)$")
_LONGEST_END = 4
"""Letters that `_GOES_ON` looks at, the one before a word included."""
_NO_NAME = re.compile(r"\d|n[°º]|vol\b|t\.\s|hors[- ]série", re.IGNORECASE)
_BY = re.compile(r"par\s+(?=[A-ZÀ-Ý])", re.IGNORECASE)
_SMALL = re.compile(r"\A(?:éditions?|ministère|presses|secrétariat)\b")
"""How names of publishers begin that are set in small letters after a comma."""
_CUT_PAGES = re.compile(r"(?<=\d\sp)$")
_ASIDE = re.compile(r"(?<=p\.)\s*[.–-]*\s*\([^()]{1,80}\)\.?$")
_PART_END = re.compile(r"\s*,\s+|\s+[-–—]\s+|\s*\.\s+(?:[-–—]\s+)?|\s*;\s*|\s+/\s+")
_LONGEST = 900
"""Letters, of which `sources` takes most; a whole paragraph of prose is no credit."""
_ACRONYMS = re.compile(r"[A-Z][A-Z&-]{2,}(?:(?:,\s|\set\s|\s/\s)[A-Z][A-Z&-]{2,})*")


def goes_on(line: str) -> bool:
    """Tell a line that the margin has cut by how it ends."""
    return _GOES_ON.search(line[-_LONGEST_END:]) is not None


def is_dated(text: str) -> bool:
    """Tell a text in which there may be a credit."""
    return _DATED.search(text) is not None


def dated_until(text: str) -> int:
    """Return where the last thing begins that a credit cannot do without, -1 where none is."""
    return max((found.start() for found in _DATED.finditer(text)), default=-1)


def credit(text: str) -> SourceLine | None:
    """Read a credit: the names before its source are its authors; None for anything else."""
    if len(text) > _LONGEST or not _DATED.search(text):
        return None
    bare = _bare(text)
    line = sources.parse(_SMALL.sub(lambda found: found[0].title(), bare)) if bare else None
    if line is None or line.title or not line.source or _NO_NAME.match(line.source):
        return None
    names, source = _parted(_BY.sub("", line.source, count=1))
    if _SENTENCE_ENDS.search(source):
        return None
    if (small := _SMALL.match(bare)) and source.startswith(small[0].title()):
        source = small[0] + source.removeprefix(small[0].title())
    return replace(line, source=_PLACE.sub("", source, count=1).strip(), authors=names)


def _bare(text: str) -> str:
    """Take off what is around it: brackets, ``In :``, how to get at it, an unnamed collection."""
    bare = text.lstrip(" .–—-").rstrip(" –—-")
    if framed := _BRACKETS.fullmatch(bare):
        bare = framed[1]
    if access := _ACCESS.search(bare):
        bare = bare[: access.start()].rstrip(_MARKS)
    if inside := _IN.match(bare):
        bare = bare[inside.end() :]
    bare = _ASIDE.sub("", bare).lstrip(" .–—-;,").rstrip(" –—-;,")
    return _CUT_PAGES.sub(".", bare)


def _parted(source: str) -> tuple[tuple[str, ...], str]:
    """Part the names from the source: as many as can be names, so that a source is left."""
    for end in reversed(list(_PART_END.finditer(source))):
        before, rest = source[: end.start()], _IN.sub("", source[end.end() :], count=1)
        if not re.match(r"[^\W\d_]", rest):
            continue
        names = people(before) or _acronyms(before, rest)
        if names:
            return names, rest
    return (), source


def _acronyms(before: str, rest: str) -> tuple[str, ...]:
    """Bodies by their acronyms, where a name follows that is more than one word."""
    if _ACRONYMS.fullmatch(before) and len(rest.split()) > 1:
        return tuple(re.split(r",\s|\set\s|\s/\s", before))
    return ()
