"""The sibling probe: a site that never says « not found » is asked for nonsense.

Bar-Yossef, Broder, Kumar & Tomkins, *Sic Transit Gloria Telae*, WWW 2004: an address beside
the link with random letters for a last segment. A hard 404 there clears the link; the same
page there condemns it.
"""

from __future__ import annotations

from collections import Counter
from http import HTTPStatus

from perenne.domain.cases import Ask, AskKind, Case, Look
from perenne.domain.exchanges import Variant
from perenne.domain.verdicts import VerdictKind
from perenne.rules.addresses import address
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import served_look

_HARD = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_ALMOST_ALL = 0.95
"""The share of words in common from which two pages are one (Ben Hoyt's soft-404 detector,
as in internetarchive/tarb_soft404 `soft404_duplicate.py`); dates and echoed addresses differ."""


def beside_a_sibling(case: Case, rule: str, code: str, fact: str) -> Answer:
    """Return a question, then what its answer makes of a suspicion (`code`, `fact`)."""
    if case.may_ask(AskKind.SIBLING):
        return Ask(AskKind.SIBLING)
    sibling, own = case.look(Variant.SIBLING), served_look(case)
    if sibling and sibling.exchange.status in _HARD:
        return None
    if sibling and own and _same(sibling, own):
        return conclude(VerdictKind.SOFT_404, rule, "same_as_sibling", fact)
    return conclude(VerdictKind.DOUBTFUL, rule, code, fact)


def _same(one: Look, other: Look) -> bool:
    """Tell whether both were served the same text, or led to the same place."""
    if one.exchange.status != other.exchange.status:
        return False
    redirected = len(one.exchange.hops) > 1 and len(other.exchange.hops) > 1
    ends = (address(look.exchange.final_url) for look in (one, other))
    return same_page(one, other) or (redirected and next(ends) == next(ends))


def same_page(one: Look, other: Look) -> bool:
    """Tell whether both were served the same text, or nearly, under the same title."""
    if one.exchange.status != other.exchange.status:
        return False
    if one.page.fingerprint == other.page.fingerprint != "":
        return True
    texts = one.page.main_text, other.page.main_text
    return one.page.title == other.page.title and _in_common(*texts) >= _ALMOST_ALL


def _in_common(one: str, other: str) -> float:
    """Return the share, from 0 to 1, of words that two texts have in common."""
    first, second = Counter(one.split()), Counter(other.split())
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0
