"""Candidates that are looked at before they are proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.checking import Postponed
from perenne.domain.identifiers import name_of
from perenne.domain.links import Link, Replacement
from perenne.domain.urls import host_of, link_key
from perenne.domain.verdicts import VerdictKind
from perenne.repair.candidates import Kind
from perenne.rules.words import recall, words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from perenne.checking import Checker
    from perenne.domain.links import Result
    from perenne.repair.candidates import Candidate

_LIVING = {VerdictKind.OK, VerdictKind.MOVED, VerdictKind.RESTRICTED}
_SAME_TITLE = 0.6
"""Recall of the reference's title in that of the page; see `rules.witness`."""

_ENOUGH = 3
"""Words of a title; fewer bear no witness."""

_SURE = 0.8
_ITSELF = {Kind.VARIANT, Kind.REDIRECT}
"""Kinds by which the page is the same by its address: what the judge says of it is enough."""


async def proposals(
    checker: Checker, titles: tuple[str, ...], found: Iterable[Candidate]
) -> AsyncIterator[Replacement]:
    """Yield the candidates that live and are the cited page, in their order.

    A candidate that fails is no second time asked for.
    """
    for candidate in found:
        link = Link(link_key(candidate.url), candidate.url, host_of(candidate.url), titles=titles)
        result = await checker.check(link)
        if not isinstance(result, Postponed) and _is_it(candidate, titles, result):
            # Where an identifier leads today is what it is to outlive.
            lasting = name_of(candidate.url) if candidate.kind is Kind.PERMALINK else ""
            where = candidate.url if lasting else result.verdict.moved_to or candidate.url
            yield Replacement(where, candidate.kind.value, candidate.why, candidate.confidence)


def _is_it(candidate: Candidate, titles: tuple[str, ...], result: Result) -> bool:
    if result.verdict.kind not in _LIVING:
        return False
    wanted = [title for title in map(words, titles) if len(title) >= _ENOUGH]
    named = words(result.page_title)
    if any(recall(title, named) >= _SAME_TITLE for title in wanted):
        return True
    # Without a title that bears witness, another host is never believed, nor another page.
    return candidate.kind in _ITSELF and candidate.confidence >= _SURE
