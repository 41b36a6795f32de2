"""Where the cited page may be now, by its address alone: pure, the likeliest first.

None of these is ever proposed unseen: each is asked for, and judged by the reference's title.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, unique
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from perenne.domain.urls import host_of, link_key
from perenne.repair.near_hosts import near
from perenne.repair.variants import variants

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from perenne.domain.sites import Site

MOST = 6
"""Requests for one broken link, at most: its site may be in trouble already."""


@unique
class Kind(StrEnum):
    """How a replacement was thought of."""

    REDIRECT = "redirect"
    """The end of a permanent redirect."""
    HOST = "host"
    """A host of the same collection that lives, of which the cited one is a slip."""
    VARIANT = "variant"
    """The same address, written otherwise."""
    RENAMED = "renamed"
    """The same path, where the site is now."""
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
    url: str, site: Site, living_hosts: Collection[str], moved_to: str = ""
) -> list[Candidate]:
    """Return at most `MOST` candidates for a broken link, the likeliest first.

    `site`: what is known of its host. `living_hosts`: hosts of the same collection on which links
    live. `moved_to`: the end of its permanent redirect, where there was one.
    """
    seen = {link_key(url)}
    found: list[Candidate] = []
    try:
        thought_of = list(_all(url, site, living_hosts, moved_to))
    except ValueError:  # brackets that hold no address
        return []
    for candidate in thought_of:
        key = link_key(candidate.url)
        if key not in seen:
            seen.add(key)
            found.append(candidate)
    return found[:MOST]


def _all(url: str, site: Site, living_hosts: Collection[str], moved_to: str) -> Iterator[Candidate]:
    if moved_to:
        yield Candidate(moved_to, Kind.REDIRECT, host_of(moved_to), 0.95)
    for host in near(host_of(url), living_hosts):
        yield Candidate(_at_host(url, host), Kind.HOST, host, 0.8)
    if site.renamed_to:
        yield Candidate(_renamed(url, site), Kind.RENAMED, site.renamed_to, 0.8)
    for why, variant, confidence in variants(url):
        yield Candidate(variant, Kind.VARIANT, why, confidence)


def _renamed(url: str, site: Site) -> str:
    """Return the address at the new host; what stood before the old name is left out, but www."""
    prefix = "www." if host_of(url).startswith("www.") else ""
    return _at_host(url, prefix + site.renamed_to, "https")


def _at_host(url: str, host: str, scheme: str = "") -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=host, scheme=scheme or parts.scheme).geturl()
