"""What is worth saying beside a verdict, and changes nothing in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from perenne.domain.cases import Case, Look
from perenne.domain.exchanges import Failure
from perenne.domain.pages import PageKind
from perenne.domain.verdicts import Evidence, Family, Verdict, VerdictKind
from perenne.rules.addresses import same_address
from perenne.rules.hops import journey
from perenne.rules.looks import served_look

_RULE = "notes"
_ELSEWHERE_TOO = {VerdictKind.RESTRICTED, VerdictKind.COURSE_CLOSED}
"""Verdicts that come before the rule on moved pages, and leave its news untold."""

_NO_ANCHOR = re.compile(r"$|top$|[!/?]|.*[=:&/]", re.IGNORECASE)
"""Fragments that point at no element: the top (HTML §7.4.6.4), text (``:~:text=``), and the routes
and parameters of scripts."""

_ALMOST_NOTHING = 100
"""Characters of visible text: the rest is made by scripts, which we do not run."""


def with_notes(case: Case, verdict: Verdict) -> Verdict:
    """Return the verdict with the notes that its looks call for."""
    if verdict.family is Family.BROKEN:
        return verdict
    return replace(verdict, notes=(*verdict.notes, *_notes(case, verdict)))


def _notes(case: Case, verdict: Verdict) -> Iterator[Evidence]:
    if any(look.exchange.failure is Failure.TLS_INCOMPLETE_CHAIN for look in case.looks):
        yield Evidence(_RULE, Failure.TLS_INCOMPLETE_CHAIN.value)
    yield from _about_body(case)
    new = _new_address(case) if verdict.kind in _ELSEWHERE_TOO else ""
    if new:
        yield Evidence(_RULE, "redirect_permanent", new)


def _about_body(case: Case) -> Iterator[Evidence]:
    look = served_look(case)
    if look is None:
        return
    if look.exchange.incomplete:
        pdf = look.page.kind is PageKind.PDF
        yield Evidence(_RULE, "truncated_pdf" if pdf else "incomplete_body")
    if look.page.kind is PageKind.HTML and len(look.page.text) < _ALMOST_NOTHING:
        yield Evidence(_RULE, "scripted_page")
    elif missing := _missing_anchor(case, look):
        yield Evidence(_RULE, "anchor_missing", missing)


def _missing_anchor(case: Case, look: Look) -> str:
    """Return the fragment that points at nothing on a page that was read whole."""
    whole = look.page.kind is PageKind.HTML and not (
        look.exchange.truncated or look.exchange.incomplete
    )
    fragment = case.url.partition("#")[2]
    if not whole or _NO_ANCHOR.match(fragment):
        return ""
    known = {fragment, unquote(fragment)} & look.page.anchors
    return "" if known else fragment


def _new_address(case: Case) -> str:
    """Return the lasting new address of the same document: behind a paywall, a closed course."""
    way = journey(case)
    if way is None or way.unseen or same_address(way.start, way.lasting):
        return ""
    return way.lasting_url
