"""The lasting address of a page that was seen alive: kept, for the day when its link breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.domain.urls import MalformedUrlError, join, link_key, without_credentials
from perenne.domain.verdicts import Family, VerdictKind
from perenne.rules.addresses import address, is_home

if TYPE_CHECKING:
    from perenne.domain.cases import Look
    from perenne.domain.links import Link
    from perenne.domain.verdicts import Verdict


def permalink(link: Link, look: Look, verdict: Verdict) -> str | None:
    """Return the identifier that the page gives for itself, else its canonical address.

    "" where it gives none, or one that says no more than the link; None where the page says
    nothing of it: it is not alive, or has moved, or stands behind a wall that hides what it gave.
    """
    if verdict.family is not Family.ALIVE:
        return None
    own = look.page.permalink or _canonical(link, look)
    if own and link_key(own) != link_key(link.url):
        return without_credentials(own)
    return "" if verdict.kind is VerdictKind.OK else None


def _canonical(link: Link, look: Look) -> str:
    """Return the canonical address, if it names another host or path, and no home page."""
    if not look.page.canonical:
        return ""
    try:
        url = join(look.exchange.final_url, look.page.canonical)
    except MalformedUrlError:
        return ""
    there, here = address(url), address(link.url)
    same = (there.host, there.segments) == (here.host, here.segments)
    return "" if same or is_home(there) else link_key(url)
