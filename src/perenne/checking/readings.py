"""Pages that have not changed since they were read: their verdict stands as it is.

A page counts as unchanged where its server says so (304 to what RFC 9110 §13 calls a conditional
request), or where the bytes are the same; where the way to it is the same; and where all else
that the verdict rested on is: the rules, the titles, what is known of the site. A verdict that
needed a second look, or that time changes, is always made anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path

from perenne.domain.cases import Case
from perenne.domain.exchanges import Exchange, HopSummary, Validators
from perenne.domain.links import Known, Link, Reading
from perenne.domain.sites import Site
from perenne.domain.verdicts import Family, Verdict, VerdictKind

LONGEST_TRUST = timedelta(days=7)
"""After which a page is read again whatever its server says: some answer 304 for ever."""

_LONGEST_VALIDATOR = 500
_TELLING = ("content-type", "content-length", "x-robots-tag", "refresh")
"""Headers from which page facts are read."""

_NEVER = {VerdictKind.BLOCKED, VerdictKind.COURSE_CLOSED, VerdictKind.UNCHECKED}


def basis_of(link: Link, site: Site) -> str:
    """Return a digest of what a verdict rests on besides the page."""
    return _digest((_rules(), link.url, *link.titles, repr(site)))


def usable(known: Known | None, basis: str, now: datetime) -> Known | None:
    """Return what is known of a link if it may spare us a reading."""
    if known is None or known.reading.basis != basis:
        return None
    return known if timedelta(0) <= now - known.reading.at < LONGEST_TRUST else None


def conditions(known: Known) -> Validators | None:
    """Return the validators to ask with, None where the page must come for itself.

    Only of a living page is « not modified » believed: one that is restored with its old date
    would stay dead (RFC 9110 §13.1.3).
    """
    validators = known.reading.validators
    given = validators.etag or validators.last_modified
    return validators if given and known.verdict.family is Family.ALIVE else None


def unchanged(known: Known, exchange: Exchange) -> bool:
    """Tell whether the exchange led the same way to the same page."""
    if _trail(exchange) != known.trail:
        return False
    if exchange.status == HTTPStatus.NOT_MODIFIED:
        return conditions(known) is not None
    same_status = exchange.status == HTTPStatus.OK and not exchange.incomplete
    return same_status and _page_digest(exchange) == known.reading.digest


def reading_of(case: Case, verdict: Verdict, basis: str, at: datetime) -> Reading | None:
    """Return what to keep of a page that was read, None where it must be read every time."""
    look = case.looks[0] if len(case.looks) == 1 else None
    if look is None or look.exchange.status != HTTPStatus.OK or look.exchange.incomplete:
        return None
    if verdict.kind in _NEVER or look.page.course is not None or case.unavailable:
        return None
    validators = _validators(look.exchange)
    noarchive = "noarchive" in look.page.robots.lower()
    return Reading(validators, _page_digest(look.exchange), basis, at, noarchive=noarchive)


def _validators(exchange: Exchange) -> Validators:
    given = (exchange.header("etag"), exchange.header("last-modified"))
    sound = [
        text if text.isascii() and text.isprintable() and len(text) < _LONGEST_VALIDATOR else ""
        for text in given
    ]
    return Validators(exchange.final_url, *sound)


def _trail(exchange: Exchange) -> tuple[HopSummary, ...]:
    """Return the way: every redirect, and the address at its end."""
    redirects = tuple(HopSummary(hop.url, hop.status, hop.failure) for hop in exchange.hops[:-1])
    return (*redirects, HopSummary(exchange.final_url, None, exchange.failure))


def _page_digest(exchange: Exchange) -> str:
    headers = "\n".join(exchange.header(name) for name in _TELLING)
    digest = blake2b(headers.encode("utf-8", "replace"), digest_size=16)
    digest.update(exchange.body)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _rules() -> str:
    """Return a digest of the code that reads and judges pages."""
    rooms = (Path(str(files("perenne") / room)) for room in ("pages", "rules"))
    sources = sorted(source for room in rooms for source in room.glob("*.py"))
    return _digest(source.read_text(encoding="utf-8") for source in sources)


def _digest(texts: Iterable[str]) -> str:
    digest = blake2b(digest_size=16)
    for text in texts:
        digest.update(text.encode("utf-8", "replace") + b"\0")
    return digest.hexdigest()
