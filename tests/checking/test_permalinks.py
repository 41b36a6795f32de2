"""The lasting address that is kept of a living page: its identifier, or its canonical address."""

from __future__ import annotations

import pytest

from perenne.checking.permalinks import permalink
from perenne.domain.cases import Look
from perenne.domain.exchanges import Exchange, Hop
from perenne.domain.links import Link
from perenne.domain.pages import Page, PageKind
from perenne.domain.urls import host_of, link_key
from perenne.domain.verdicts import Verdict, VerdictKind

CITED = "https://www.revue.fr/spip.php?article12"
DOI = "https://doi.org/10.1000/a"


def kept(
    url: str = CITED, kind: VerdictKind = VerdictKind.OK, final: str = "", **page: str
) -> str | None:
    """Return what is kept of a page."""
    exchange = Exchange((Hop(final or url, 200, {}),))
    look = Look(exchange, Page(PageKind.HTML, **page))
    return permalink(Link(link_key(url), url, host_of(url)), look, Verdict(kind))


@pytest.mark.parametrize(
    ("url", "canonical", "expected"),
    [
        (CITED, "https://www.revue.fr/numero-3/un-article", "https://www.revue.fr/numero-3/un-article"),
        (CITED, "/numero-3/un-article?utm_source=x", "https://www.revue.fr/numero-3/un-article"),
        (CITED, "https://archives.revue.fr/a#haut", "https://archives.revue.fr/a"),
        (CITED, "https://www.revue.fr/", ""),
        (CITED, "https://www.revue.fr/fr/index.html", ""),
        (CITED, "https://www.autre.fr", ""),
        (CITED, CITED, ""),
        (CITED, "http://revue.fr/spip.php?article12&lang=fr", ""),
        ("https://www.revue.fr/a/", "https://revue.fr/a", ""),
        (CITED, "", ""),
        (CITED, "http://[", ""),
        (CITED, "javascript:void(0)", ""),
    ],
)  # fmt: skip
def test_a_canonical_address_counts_on_another_host_or_path(
    url: str, canonical: str, expected: str
) -> None:
    """A home page for every page of a site says nothing, and neither does the same address."""
    assert kept(url, canonical=canonical) == expected


def test_an_identifier_goes_before_a_canonical_address() -> None:
    """And one that the dossier cites already says nothing new."""
    assert kept(permalink=DOI, canonical="https://www.revue.fr/a") == DOI
    assert kept(DOI, permalink=DOI, final="https://www.revue.fr/a") == ""


def test_only_living_pages_give_any_and_a_wall_hides_what_was_known() -> None:
    """What an error page names is not kept, and takes nothing away."""
    assert kept(kind=VerdictKind.SOFT_404, permalink=DOI) is None
    assert kept(kind=VerdictKind.BLOCKED, permalink=DOI) is None
    assert kept(kind=VerdictKind.RESTRICTED, permalink=DOI) == DOI
    assert kept(kind=VerdictKind.RESTRICTED) is None
    assert kept(kind=VerdictKind.MOVED, permalink=DOI) == DOI
    assert kept(kind=VerdictKind.MOVED) is None
