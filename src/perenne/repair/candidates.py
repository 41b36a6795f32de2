"""Where the cited page may be now, by its address alone: pure, the likeliest first.

None of these is ever proposed unseen: each is asked for, and judged by the reference's title.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, unique
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from perenne.domain.identifiers import name_of
from perenne.domain.urls import host_of, link_key
from perenne.repair.near_hosts import near
from perenne.repair.variants import TRACKING, variants

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from perenne.domain.sites import Site

MOST_VARIANTS = 7
"""Requests to the very site of a broken link, at most: it may be in trouble already."""
MOST_PERMALINKS = 3

_GIVEN, _CANONICAL = 0.9, 0.8
"""How likely an identifier, and a mere canonical address, are to be the page's for long."""


@unique
class Kind(StrEnum):
    """How a replacement was thought of, in the order in which they are tried (`domain.links`)."""

    REDIRECT = "redirect"
    """The end of a permanent redirect."""
    HOST = "host"
    """A host of the same collection that lives, of which the cited one is a slip."""
    VARIANT = "variant"
    """The same address, written otherwise."""
    RENAMED = "renamed"
    """The same path, where the site is now."""
    PERMALINK = "permalink"
    """The lasting address that the page gave for itself, or that its reference cites too."""
    CAPTURE = "capture"
    """A copy in a web archive."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that may be the page's; `why` says what was changed. `confidence` is 0 to 1."""

    url: str
    kind: Kind
    why: str
    confidence: float


def candidates(
    url: str,
    site: Site,
    living_hosts: Collection[str],
    moved_to: str = "",
    permalinks: Iterable[str] = (),
    *,
    refused: Collection[str] = (),
) -> list[Candidate]:
    """Return the candidates for a broken link, in the order in which they are to be tried.

    `site`: what is known of its host. `living_hosts`: hosts of the same collection on which links
    live. `moved_to`: the end of its permanent redirect, where there was one. `permalinks`: what
    its page gave as its lasting address, and those that its references cite beside it. `refused`:
    keys of addresses that people turned down.
    """
    try:
        thought_of = list(_by_address(url, site, living_hosts, moved_to))
    except ValueError:  # brackets that hold no address
        thought_of = []
    return _chosen(url, [*thought_of, *_lasting(permalinks)], refused)


def of_permalinks(
    url: str, permalinks: Iterable[str], *, refused: Collection[str] = ()
) -> list[Candidate]:
    """Return the candidates that are lasting addresses alone: for a link that has moved."""
    return _chosen(url, _lasting(permalinks), refused)


def _chosen(url: str, thought_of: Iterable[Candidate], refused: Collection[str]) -> list[Candidate]:
    """Return the candidates that are neither the link itself nor refused, each once.

    There are not too many of a kind.
    """
    own, seen = link_key(url), set(refused)
    found: list[Candidate] = []
    for candidate in thought_of:
        key = link_key(candidate.url)
        another = key != own or candidate.why == TRACKING
        if another and key not in seen and _has_room(found, candidate.kind):
            seen.add(key)
            found.append(candidate)
    return found


def _by_address(
    url: str, site: Site, living_hosts: Collection[str], moved_to: str
) -> Iterator[Candidate]:
    if moved_to:
        yield Candidate(moved_to, Kind.REDIRECT, host_of(moved_to), 0.95)
    for host in near(host_of(url), living_hosts):
        yield Candidate(_at_host(url, host), Kind.HOST, host, 0.8)
    for why, variant, confidence in variants(url):
        yield Candidate(variant, Kind.VARIANT, why, confidence)
    if site.renamed_to:
        yield Candidate(_renamed(url, site), Kind.RENAMED, site.renamed_to, 0.8)


def _lasting(permalinks: Iterable[str]) -> Iterator[Candidate]:
    for permalink in permalinks:
        why = name_of(permalink)
        yield Candidate(permalink, Kind.PERMALINK, why, _GIVEN if why else _CANONICAL)


def _has_room(found: list[Candidate], kind: Kind) -> bool:
    most = {Kind.VARIANT: MOST_VARIANTS, Kind.PERMALINK: MOST_PERMALINKS}.get(kind)
    return most is None or sum(each.kind is kind for each in found) < most


def _renamed(url: str, site: Site) -> str:
    """Return the address at the new host; what stood before the old name is left out, but www."""
    prefix = "www." if host_of(url).startswith("www.") else ""
    return _at_host(url, prefix + site.renamed_to, "https")


def _at_host(url: str, host: str, scheme: str = "") -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=host, scheme=scheme or parts.scheme).geturl()
