"""Several links of one site that all end at one address: what they cited is not there any more.

One redirect to a page may be a merger; the same for all is a dead end with a polite face
(Wikibooks, *A Link Rot Bestiary*, ch. 3). Known only when a whole run is seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from perenne.domain.links import Result
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind
from perenne.rules.addresses import Address, address, is_home, same_address, same_document
from perenne.rules.witness import RIGHT_PAGE
from perenne.rules.words import recall, words

RULE = "clusters"
"""The name of this rule in evidence: such a verdict cannot be had by looking at one link alone."""

SEVERAL = 3
"""Links with different addresses and titles. Two may well be two names of one document."""

OVERRULED = {"alive", "moved", "refresh", "redirect_away", "title_missing", "front_page"}
"""Rules that had only the one link to go by; media, courses, walls know better."""


def ends_together(results: Iterable[Result]) -> dict[str, Verdict]:
    """Return by link key the verdicts that a whole run gives instead of those of each link."""
    ends: dict[tuple[str, Address], list[Result]] = defaultdict(list)
    for result in results:
        if _is_elsewhere(result):
            ends[result.link.host, address(result.final_url)].append(result)
    gathered = {end: group for (_host, end), group in ends.items() if _several(group)}
    return {
        result.link.key: _verdict(result, end)
        for end, group in gathered.items()
        for result in group
    }


def _is_elsewhere(result: Result) -> bool:
    """Tell whether a link that answers ended where nothing speaks for it."""
    start, end = address(result.link.url), address(result.final_url)
    by_itself = result.verdict.evidence and result.verdict.evidence[0].rule in OVERRULED
    if not by_itself or same_address(start, end) or same_document(start, end) or is_home(start):
        return False
    shown = words(result.page_title)
    return all(recall(words(title), shown) < RIGHT_PAGE for title in result.link.titles)


def _several(group: list[Result]) -> bool:
    titles = {result.link.titles for result in group}
    starts = {address(result.link.url) for result in group}
    return min(len(titles), len(starts)) >= SEVERAL or (titles == {()} and len(starts) >= SEVERAL)


def _verdict(result: Result, end: Address) -> Verdict:
    """A page that calls itself something else is not the document; a file may hold them all."""
    kind = VerdictKind.SOFT_404 if result.page_title else VerdictKind.DOUBTFUL
    return Verdict(kind, (Evidence(RULE, "ends_together", end.shown),))
