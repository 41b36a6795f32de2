"""Connections that fail: by name, by address, by certificate, by time."""

from __future__ import annotations

from http import HTTPStatus

from perenne.domain.cases import Ask, AskKind, Case, Look
from perenne.domain.exchanges import Failure, Variant
from perenne.domain.urls import host_of
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import deciding_look, second_opinion

_KINDS = {
    Failure.DNS_NXDOMAIN: VerdictKind.DNS,
    Failure.DNS_NO_ADDRESS: VerdictKind.DNS,
    Failure.DNS_FAILED: VerdictKind.DNS,
    Failure.REFUSED: VerdictKind.REFUSED,
    Failure.UNREACHABLE: VerdictKind.REFUSED,
    Failure.RESET: VerdictKind.REFUSED,
    Failure.CLOSED: VerdictKind.REFUSED,
    Failure.CONNECT_TIMEOUT: VerdictKind.TIMEOUT,
    Failure.ANSWER_TIMEOUT: VerdictKind.TIMEOUT,
    Failure.TLS_EXPIRED: VerdictKind.TLS,
    Failure.TLS_SELF_SIGNED: VerdictKind.TLS,
    Failure.TLS_UNKNOWN_CA: VerdictKind.TLS,
    Failure.TLS_INCOMPLETE_CHAIN: VerdictKind.TLS,
    Failure.TLS_WRONG_NAME: VerdictKind.TLS,
    Failure.TLS_OLD_PROTOCOL: VerdictKind.TLS,
    Failure.TLS_FAILED: VerdictKind.TLS,
    Failure.NOT_HTTP: VerdictKind.SERVER_ERROR,
    Failure.REDIRECT_INVALID: VerdictKind.SERVER_ERROR,
    Failure.REDIRECT_LOOP: VerdictKind.REDIRECT_LOOP,
}
_TURNED_AWAY = {Failure.RESET, Failure.CLOSED, Failure.ANSWER_TIMEOUT}
"""How a wall that knows us gets rid of us without a word."""


def transport(case: Case) -> Answer:
    """Conclude from a failed connection, after a second opinion."""
    look = deciding_look(case)
    failure = look.exchange.failure if look else None
    if look is None or failure is None or failure not in _KINDS:
        return None
    question = _question(case, failure)
    if question:
        return question
    host = host_of(look.exchange.final_url)
    if case.site.blocks_robots and failure in _TURNED_AWAY:
        return conclude(VerdictKind.BLOCKED, "transport", "unsigned_refusal", host)
    verdict = conclude(_KINDS[failure], "transport", failure, host)
    return _with_what_lies_behind(case, verdict)


def _question(case: Case, failure: Failure) -> Ask | None:
    certain = failure is Failure.TLS_INCOMPLETE_CHAIN  # the same on every try
    if not certain and case.may_ask(AskKind.SECOND_OPINION):
        return second_opinion(case)
    if _KINDS[failure] is VerdictKind.TLS and case.may_ask(AskKind.UNVERIFIED):
        return Ask(AskKind.UNVERIFIED)
    return None


def _with_what_lies_behind(case: Case, verdict: Verdict) -> Verdict:
    """Note that a page still lives behind a bad certificate."""
    behind = case.look(Variant.UNVERIFIED) if verdict.kind is VerdictKind.TLS else None
    if behind is None or not _lives(behind):
        return verdict
    note = Evidence("transport", "tls_alive_behind")
    return Verdict(verdict.kind, verdict.evidence, (note,))


def _lives(look: Look) -> bool:
    return look.exchange.failure is None and look.exchange.status == HTTPStatus.OK
