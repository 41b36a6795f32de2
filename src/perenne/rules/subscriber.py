"""What a subscriber's login of ours shows: the page is there, and stays behind its wall."""

from __future__ import annotations

from dataclasses import replace

from perenne.domain.cases import Case
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind
from perenne.rules.looks import answered_look, served_page

_RULE = "subscriber"
_SEEN = {VerdictKind.OK, VerdictKind.MOVED}


def sees_as_subscriber(case: Case) -> bool:
    """Tell whether the deciding answer was given to a subscriber's login."""
    look = answered_look(case)
    return bool(look and look.exchange.last.logged_in)


def as_subscriber(case: Case, verdict: Verdict) -> Verdict:
    """Return the verdict for readers without the login: `restricted`, and verified.

    A wall that we meet in spite of the login says that this has run out.
    """
    look, page = answered_look(case), served_page(case)
    tried = any(hop.logged_in for hop in look.exchange.hops) if look else False
    if tried and verdict.kind is VerdictKind.RESTRICTED:
        return replace(verdict, notes=(*verdict.notes, Evidence(_RULE, "login_expired")))
    free = page is not None and page.accessible_for_free
    if not sees_as_subscriber(case) or verdict.kind not in _SEEN or free:
        return verdict
    return Verdict(
        VerdictKind.RESTRICTED,
        (Evidence(_RULE, "subscriber_login"),),
        (*verdict.notes, Evidence(_RULE, "verified_as_subscriber")),
    )
