"""A copy in an archive, judged as the page it shows: by the very rules of a live one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from http import HTTPStatus

from perenne.domain.captures import Judged
from perenne.domain.cases import Ask, AskKind, Case, Look
from perenne.domain.exchanges import Exchange, Hop
from perenne.domain.links import Link
from perenne.domain.sites import Site
from perenne.domain.urls import link_key
from perenne.domain.verdicts import Verdict
from perenne.pages import read_page
from perenne.rules.judge import judge

_NOTHING_LEFT = frozenset(AskKind)


def judge_copy(link: Link, exchange: Exchange, site: Site, at: datetime) -> Judged:
    """Judge an archived exchange, made at `at`, as an answer to the link.

    No question is put: what is archived cannot answer, and what is live now may be another page.
    """
    way = _from_link(link, exchange)
    page = read_page(way)
    case = Case(link.url, (Look(way, page),), link.titles, site, at)
    first = judge(case)
    if not isinstance(first, Ask):
        return Judged(first, page.fingerprint)
    last = judge(replace(case, unavailable=_NOTHING_LEFT))
    assert isinstance(last, Verdict)  # nothing may be asked any more
    return Judged(last, page.fingerprint, sure=False)


def _from_link(link: Link, exchange: Exchange) -> Exchange:
    """Return the exchange as what the link led to: the archive was redirected before it saved."""
    if link_key(exchange.hops[0].url) == link.key:
        return exchange
    redirect = Hop(link.url, HTTPStatus.FOUND)
    return replace(exchange, hops=(redirect, *exchange.hops))
