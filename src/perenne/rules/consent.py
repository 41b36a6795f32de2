"""Walls that ask for a consent before they show the page.

One that shows the cited title stands before that page; another may stand before anything.
"""

from __future__ import annotations

import re

from perenne.domain.cases import Case
from perenne.domain.pages import Page
from perenne.domain.verdicts import VerdictKind
from perenne.rules.addresses import Address
from perenne.rules.answers import Answer, conclude
from perenne.rules.headings import parts
from perenne.rules.hops import journey
from perenne.rules.looks import served_page
from perenne.rules.witness import confirmed_by_heading
from perenne.rules.words import plain, words

_ADDRESS = re.compile(r"consent|cookie-?wall|cookie-?consent|rgpd|gdpr|privacy-?gate")
_NAME = 2
"""Words at most of a path segment that names a wall; a longer slug is an article about it."""

_HEADING = re.compile(
    r"avant (?:de (?:continuer|poursuivre)|d'acceder)\b.*|before you continue\b.*|"
    r"votre (?:vie privee|consentement)\b.*|respect de (?:la|votre) vie privee|"
    r"(?:gestion|parametres) (?:des cookies|du consentement)|we value your privacy"
)
_ASKED = re.compile(r"accepter|refuser|accept all|agree")
_SHORT = 1_500


def consent_wall(case: Case) -> Answer:
    """A wall by the address a redirect leads to, or by its heading and its buttons."""
    way, page = journey(case), served_page(case)
    if way is None:
        return None
    sent = not way.stayed and _named(way.end) and not _named(way.start)
    if not sent and not (page and _asks(page)):
        return None
    right = page and not way.unseen and confirmed_by_heading(case, page)
    kind = VerdictKind.OK if right else VerdictKind.DOUBTFUL
    return conclude(kind, "consent_wall", "consent_wall", way.end.shown)


def _named(place: Address) -> bool:
    short = (segment for segment in place.segments if len(words(segment)) <= _NAME)
    return any(_ADDRESS.search(name.lower()) for name in (place.host, *short))


def _asks(page: Page) -> bool:
    """Tell whether a short page is headed by the question and offers the answers."""
    if len(page.main_text) > _SHORT:
        return False
    text = plain(page.text)
    if "cookie" not in text or not _ASKED.search(text):
        return False
    return any(_HEADING.fullmatch(part) for part in parts(page.h1 or page.title))
