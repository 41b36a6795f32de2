"""The beginning of an article, with an offer to subscribe for the rest.

Marks of the vendors whom the French press uses (ophirofox; ftr-site-config
`not_logged_in_xpath`): their scripts run on free articles too, so that they count only beside a
text that is short or visibly cut. The same holds for the words that invite to subscribe.
"""

from __future__ import annotations

import re

from perenne.domain.pages import Page
from perenne.rules.words import plain

_VENDOR = re.compile(
    r"(?:^|\.)(?:[\w-]*(?:poool|qiota|tinypass|zephr|evolok|pelcro|wallkit)[\w-]*|piano)\."
)
_CONTAINER = re.compile(
    r"(?<!no-)(?<!sans-)paywall|^(?:poool|qiota|tinypass|piano|zephr|evolok|pelcro|wallkit|leaky)\b|"
    r"^tp-(?:container|modal|iframe)|^subscribe-block$|^restrictblock$"
)
_NEWSLETTER = (
    r"(?! (?:gratuitement )?a (?:la |notre |nos |cette |l')?(?:lettre|newsletter|info|flux))"
)
_OFFERS = (
    r"deja abonnee?",
    r"je m'abonne",
    rf"abonnez-vous{_NEWSLETTER}",
    rf"s'abonner{_NEWSLETTER}",
    r"testez gratuitement",
    r"offre d'essai",
    r"a partir de 1\b",
    r"sans engagement",
)
_LOGINS = (r"deja inscrite?\b", r"se connecter", r"mot de passe oublie")
"""Found beside an offer they count; alone they are the Gazette's pop-in on free articles."""

_ENOUGH_WORDS = 2
_SHORT = 1_500
_LONGEST_TEASER = 3_000
"""Characters of main text. A longer one is the article itself, however it ends."""

_AFTER_CUT = 400
"""Characters: the offer that follows « […] », no other paragraph of the article."""


def vendor_mark(page: Page) -> str:
    """Return the name of a vendor's container on a text that was cut short, "" where none is."""
    names = [name for name in page.classes if _CONTAINER.search(name)]
    cut = _visibly_cut(page)
    vendor = any(_VENDOR.search(host) for host in page.script_hosts)
    if not names or not (cut or (vendor and len(page.main_text) < _SHORT)):
        return ""
    return min(names)


def offer_beside_teaser(page: Page) -> str:
    """Return an offer's words, where two such invitations follow a heading and a text cut short."""
    if len(page.main_text) >= _SHORT and not _visibly_cut(page):
        return ""
    text = plain(page.main_text.partition(page.h1)[2] if page.h1 else page.main_text)
    offers, logins = _found(_OFFERS, text), _found(_LOGINS, text)
    return offers[0] if offers and len(offers + logins) >= _ENOUGH_WORDS else ""


def _found(patterns: tuple[str, ...], text: str) -> list[str]:
    matches = (re.search(pattern, text) for pattern in patterns)
    return [match[0] for match in matches if match]


def _visibly_cut(page: Page) -> bool:
    """Tell whether the text breaks off with « … » before what little follows."""
    text = plain(page.main_text)
    return len(text) < _LONGEST_TEASER and "..." in text[-_AFTER_CUT:]
