"""Hosts that look mistyped: one letter away from another host of the same dossier."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from perenne.domain.references import Notice
from perenne.domain.urls import host_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tldextract import TLDExtract

    from perenne.domain.references import Citation, Reference

_SHORTEST_NAME = 6
"""Letters; shorter names differ by one letter for good reasons (inra, insa, insee)."""
_FURTHEST = 2
_MOST_HOSTS = 1_000
"""Each is compared with each; a longer list is no bibliography that someone typed."""


def mistyped(references: Sequence[Reference]) -> Iterator[Notice]:
    """Name each host that is probably a slip for another; the fact is ``slip → likely``."""
    first = _first_citations(references)
    if len(first) > _MOST_HOSTS:
        return
    weights = _weights(references)
    names = {domain: _name(domain) for domain in first}
    for domain, (host, citation) in first.items():
        near = extract(
            names[domain], names, scorer=OSA.distance, score_cutoff=_FURTHEST, limit=None
        )
        close = [other for _other_name, _distance, other in near if _close(domain, other)]
        likely = max(close, key=lambda other: weights[other], default=None)
        if likely and _is_slip(weights[domain], weights[likely], domain, likely):
            fact = f"{host} → {host.removesuffix(domain)}{likely}"
            yield Notice(citation.place, "host_looks_mistyped", fact)


def _first_citations(references: Sequence[Reference]) -> dict[str, tuple[str, Citation]]:
    first: dict[str, tuple[str, Citation]] = {}
    for reference in references:
        for citation in reference.citations:
            host = host_of(citation.url)
            domain = _domain(host)
            if domain:
                first.setdefault(domain, (host, citation))
    return first


def _weights(references: Sequence[Reference]) -> Counter[str]:
    """Count how often a domain is cited, or named by a source: ``Ma revue`` is marevue.fr."""
    weights: Counter[str] = Counter()
    for reference in references:
        named = re.sub(r"[^\w.]", "", reference.source.lower())
        weights[named] += 1
        for citation in reference.citations:
            domain = _domain(host_of(citation.url))
            weights[domain] += 1
    for domain in list(weights):
        weights[domain] += weights[_name(domain)] if "." in domain else 0
    return weights


def _close(domain: str, other: str) -> bool:
    """Compare names under the same suffix; figures differ for good reasons (labo1, labo2)."""
    name, near = _name(domain), _name(other)
    if domain == other or min(len(name), len(near)) < _SHORTEST_NAME:
        return False
    if domain[len(name) :] != other[len(near) :] or _unfigured(name) == _unfigured(near):
        return False
    allowed = _FURTHEST if len(name) > 2 * _SHORTEST_NAME else 1
    return OSA.distance(name, near, score_cutoff=allowed) <= allowed


def _is_slip(weight: int, likely: int, domain: str, other: str) -> bool:
    """The rarer is the slip; of two as rare, the shorter: letters are dropped more than added."""
    return (weight, len(domain), domain) < (likely, len(other), other)


@lru_cache(_MOST_HOSTS)
def _domain(host: str) -> str:
    return _suffixes()(host).top_domain_under_public_suffix


@cache
def _suffixes() -> TLDExtract:
    """Return the bundled public suffix list: nothing is fetched."""
    from tldextract import TLDExtract  # noqa: PLC0415 - slow, and no format needs it

    return TLDExtract(suffix_list_urls=(), cache_dir=None)


def _name(domain: str) -> str:
    return domain.partition(".")[0]


def _unfigured(name: str) -> str:
    return re.sub(r"\d", "", name)
