"""Names that expired and were taken for their reputation: gambling, streaming, pills.

All of eleven hijacked domains of one list still answered 200 (jivoi/awesome-osint #1126). The
vocabulary counts where the page's own heading speaks it, several words of one trade stand
together, and neither what was cited nor the name of the site has to do with it.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from perenne.domain.cases import Case
from perenne.domain.pages import Page
from perenne.domain.verdicts import VerdictKind
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import served_page
from perenne.rules.witness import confirmed_by_heading
from perenne.rules.words import plain

_TRADES = (
    re.compile(
        r"\b(?:slot gacor|slot ?(?:88|777|online)|situs (?:slot|judi)|judi (?:online|bola)|togel|"
        r"maxwin|rtp (?:slot|live)|bandar|daftar|taruhan|link alternatif|pragmatic play|"
        r"sweet bonanza|gates of olympus|mahjong ways|deposit pulsa|live casino)\b"
    ),
    re.compile(
        r"\b(?:casinos? en ligne|online casinos?|casino bonus|bonus (?:sans depot|de bienvenue|"
        r"casino)|no deposit bonus|free spins|tours gratuits|machines a sous|blackjack|roulette|"
        r"jackpot|paris sportifs|bookmakers?|sports betting|argent reel|real money|poker)\b"
    ),
    re.compile(
        r"\b(?:streaming (?:vf|vostfr|gratuit|complet)|vostfr|films? complets?|"
        r"(?:regarder|voir) (?:des |le |les )?films?|telechargement gratuit|torrents?|"
        r"sans inscription|en hd)\b"
    ),
    re.compile(
        r"\b(?:viagra|cialis|levitra|kamagra|sildenafil|tadalafil|sans ordonnance|"
        r"without prescription|online pharmacy|pharmacie en ligne)\b"
    ),
    re.compile(
        r"\b(?:porn\w*|xxx|escorts?|plans? cul|camgirls?|sex ?cam|rencontres? coquines?|"
        r"videos? (?:x|porno)|sexe gratuit)\b"
    ),
)
_SEVERAL = 3
_BEGINNING = 3_000
"""Characters of text, in which such a page has said it all."""


def squatted(case: Case) -> Answer:
    """Another trade under an old name: the site is not the one that was cited."""
    page = served_page(case)
    if page is None or confirmed_by_heading(case, page):
        return None
    cited = plain(" ".join((unquote(case.url).replace("-", " "), *case.titles)))
    found = next((words for trade in _TRADES if (words := _spoken(trade, page, cited))), ())
    if not found:
        return None
    return conclude(VerdictKind.PARKED, "squatted", "squatted", ", ".join(found[:_SEVERAL]))


def _spoken(trade: re.Pattern[str], page: Page, cited: str) -> tuple[str, ...]:
    """Return a trade's words: the heading has some, the text several, the citation none."""
    heading = plain(f"{page.title} {page.h1}")
    if not trade.search(heading) or trade.search(cited):
        return ()
    text = f"{heading} {plain(page.main_text[:_BEGINNING])}"
    words = tuple(sorted({match[0] for match in trade.finditer(text)}))
    return words if len(words) >= _SEVERAL else ()
