"""The sibling probe: a site that never says « not found » is asked for nonsense.

Bar-Yossef, Broder, Kumar & Tomkins, *Sic Transit Gloria Telae*, WWW 2004: an address beside
the link with random letters for a last segment. A hard 404 there clears the link; the same
page there condemns it.
"""

from __future__ import annotations

from http import HTTPStatus

from perenne.domain.cases import Ask, AskKind, Case, Look
from perenne.domain.exchanges import Variant
from perenne.domain.verdicts import VerdictKind
from perenne.rules.addresses import address
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import served_look

_HARD = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


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
    same_text = one.page.fingerprint == other.page.fingerprint != ""
    redirected = len(one.exchange.hops) > 1 and len(other.exchange.hops) > 1
    ends = (address(look.exchange.final_url) for look in (one, other))
    return same_text or (redirected and next(ends) == next(ends))
