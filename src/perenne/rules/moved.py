"""Permanent redirects, to the same document elsewhere or to something else."""

from __future__ import annotations

from perenne.domain.cases import Case
from perenne.domain.urls import host_of
from perenne.domain.verdicts import VerdictKind
from perenne.rules.addresses import is_home, same_address, same_document
from perenne.rules.answers import Answer, conclude
from perenne.rules.hops import Journey, journey
from perenne.rules.looks import served_page
from perenne.rules.witness import RIGHT_PAGE, SOME_WORDS, best_recall

_SHORTENERS = {
    "bit.ly",
    "tinyurl.com",
    "goo.gl",
    "t.co",
    "ow.ly",
    "lnkd.in",
    "is.gd",
    "buff.ly",
    "frama.link",
    "huit.re",
    "urlz.fr",
}
"""Their only purpose is to lead elsewhere."""


def moved(case: Case) -> Answer:
    """A permanent redirect to the same document: the new address is known.

    http to https, www, a slash or index.html are not worth a line to anybody.
    """
    way = journey(case)
    if way is None or same_address(way.start, way.lasting):
        return None
    if is_home(way.start, case.site.home_paths) and way.start.domain == way.lasting.domain:
        return None
    if _same(case, way):
        return conclude(
            VerdictKind.MOVED,
            "moved",
            "redirect_permanent",
            way.lasting_url,
            moved_to=way.lasting_url,
        )
    return conclude(VerdictKind.DOUBTFUL, "moved", "redirect_elsewhere", way.end.shown)


def _same(case: Case, way: Journey) -> bool:
    if same_document(way.start, way.lasting) or same_document(way.start, way.end):
        return True
    if is_home(way.start, case.site.home_paths) and is_home(way.end):
        return True
    page = served_page(case)
    seen = best_recall(case, page) if page and not way.unseen else None
    if seen is not None:
        return seen >= (SOME_WORDS if _is_shortener(case) else RIGHT_PAGE)
    return not way.unseen and _plausible(case, way)


def _plausible(case: Case, way: Journey) -> bool:
    """Without a witness, trust a site to send its readers right, and a shortener."""
    at_home = way.end.domain in (way.start.domain, case.site.renamed_to)
    return at_home or _is_shortener(case)


def _is_shortener(case: Case) -> bool:
    return host_of(case.url) in _SHORTENERS
