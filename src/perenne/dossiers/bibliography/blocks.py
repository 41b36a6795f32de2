"""A dossier's paragraphs, as every format hands them to the bibliography."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from perenne.domain.references import Citation, Notice, Place
from perenne.domain.urls import without_credentials
from perenne.dossiers.addresses.citations import visible
from perenne.dossiers.bibliography import authors, sources
from perenne.dossiers.bibliography.numerals import Numeral, numeral

if TYPE_CHECKING:
    from perenne.dossiers.addresses.citations import Extract, Found

_LOCATION = re.compile(r"localisation(?:\(s\)|s)?\s?:\s*(?P<places>.+)", re.IGNORECASE | re.DOTALL)
_ACCESS = re.compile(
    r"(?:\W*(?:"
    r"(?:url|doi|liens?|adresse|accès|disponible|consulté\w*|en ligne|texte intégral|ici|"
    r"en savoir plus)\b[\w\s’'()]{0,50}"
    r"|(?:lire|voir|consulter|consultable|accéder|télécharger?|cliquez|cliquer|retrouver)\b"
    r"(?=\W*$|\s(?:l[ea]s?|aussi|ici|sur|en ligne|aux?|à|ce|cet|cette)\b|\sl['’])[\w\s’'()]{0,50}"
    r"|(?:site|article|document|source|pdf|page|version)"
    r"(?:\s(?:internet|web|officiel|complet|intégrale?|pdf|en ligne))*"
    r"))?[\s:.,;|→>()\[\]*-]*",
    re.IGNORECASE,
)
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_TITLE_LENGTH = 200
_SENTENCE_LENGTH = 140


@dataclass(frozen=True)
class Block:
    """One paragraph: its text without addresses, the addresses, and how it was set.

    `level` is that of a marked heading (Markdown, HTML), 0 for any other paragraph. `entry` is
    there where the paragraph is a whole entry, and `held` says then where that is held; `closed`:
    nothing after it belongs to it, as to the row of a table; `section`: the heading that it goes
    by, where that is not the one above it; `led`: what it says as an entry that begins with a link.
    """

    text: str
    place: Place
    citations: tuple[Citation, ...] = ()
    level: int = 0
    bullet: bool = False
    notices: tuple[Notice, ...] = field(default=())
    entry: sources.SourceLine | None = None
    held: tuple[str, ...] = ()
    closed: bool = False
    section: str = ""
    led: sources.SourceLine | None = None

    @cached_property
    def source(self) -> sources.SourceLine | None:
        """Return what it says as a source line, None where it is none.

        In a heading or a list, only a whole entry counts: a name and a date are said in passing.
        """
        if self.entry:
            return self.entry
        if self.led and not (self.level or self.bullet):
            return self.led
        line = sources.parse(self.text)
        return None if line and (self.level or self.bullet) and not line.title else line

    @cached_property
    def numeral(self) -> Numeral | None:
        """Return the number of a heading that the text begins with."""
        return numeral(self.text)

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """Return the authors named at the end, as in the head of an entry."""
        return authors.split(self.text)[1]

    @cached_property
    def locations(self) -> tuple[str, ...]:
        """Return the centres that hold the book, where the paragraph lists them."""
        if self.entry:
            return self.held
        listed = _LOCATION.fullmatch(self.text)
        parts = re.split(r"\s*[,;]\s*", listed["places"].strip(" .")) if listed else []
        return tuple(part for part in parts if part)

    @cached_property
    def is_address(self) -> bool:
        """Tell whether it only gives addresses, with words such as "Lien :" perhaps."""
        return bool(self.citations) and is_access(self.text)

    @property
    def is_text(self) -> bool:
        """Tell whether it may be a title or a summary."""
        return not (self.source or self.locations or self.is_address) and bool(self.text)

    @property
    def like_title(self) -> bool:
        """Tell whether it is short enough, and not closed as sentences are."""
        limit = _SENTENCE_LENGTH if self.text.endswith((".", ";")) else _TITLE_LENGTH
        return self.is_text and not self.bullet and len(self.text) <= limit


def is_access(text: str) -> bool:
    """Tell words that only say where something is: "Lien :", "ici", "Lire l’article"."""
    return _ACCESS.fullmatch(text) is not None


def oddities(got: Extract, place: Place) -> tuple[Notice, ...]:
    """Return the notices that the addresses of one paragraph call for."""
    cut = [Notice(place, "url_looks_cut", found.url) for found in got.found if found.cut]
    foreign = [Notice(place, "address_not_web", other) for other in got.foreign]
    return (*cut, *foreign)


def placed(found: Found, place: Place) -> Citation:
    """Return the citation of an address that stands at `place`."""
    # A password in an address is nobody else's business: it goes no further than the file.
    return Citation(without_credentials(found.as_written), without_credentials(found.url), place)


def clean(text: str) -> str:
    """Return `text` on one line, composed (NFC), without ligatures and invisible characters."""
    shown = _LIGATURE.sub(_letters, visible(text)) if _LIGATURE.search(text) else visible(text)
    return unicodedata.normalize("NFC", " ".join(shown.split()))


def _letters(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])
