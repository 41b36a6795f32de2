"""What says nothing of the link: no request could be made, or none was let through."""

from __future__ import annotations

from http import HTTPStatus

from perenne.domain.cases import Case
from perenne.domain.exchanges import Failure
from perenne.domain.urls import MalformedUrlError, host_of, requested
from perenne.domain.verdicts import VerdictKind
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import OWN_SIDE, answered_look, deciding_look


def malformed(case: Case) -> Answer:
    """No request can be made from this text (WHATWG URL standard)."""
    if deciding_look(case) is not None:
        return None
    try:
        requested(case.url)
    except MalformedUrlError as error:
        return conclude(VerdictKind.MALFORMED, "malformed", str(error))
    return conclude(VerdictKind.UNCHECKED, "malformed", Failure.BUDGET_SPENT)


def own_side(case: Case) -> Answer:
    """Our guard, our proxy, our network, our budget, or a host that asked us to wait."""
    look = deciding_look(case)
    failure = look.exchange.failure if look else None
    if look and failure in OWN_SIDE:
        host = host_of(look.exchange.final_url)
        return conclude(VerdictKind.UNCHECKED, "own_side", failure, host)
    answered = answered_look(case)
    # RFC 9110 §15.5.8: only a proxy of ours asks for this.
    if answered and answered.exchange.status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        return conclude(VerdictKind.UNCHECKED, "own_side", Failure.PROXY_FAILED)
    return None
