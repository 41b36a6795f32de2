"""Where a page may be now, by its address alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.domain.links import KINDS
from perenne.domain.sites import Site
from perenne.domain.urls import link_key
from perenne.repair import Kind, candidates, of_permalinks
from perenne.sites import load_sites

LIVING = [
    "www.lagazettedescommunes.com",
    "www.horizonspublics.fr",
    "www.bnf.fr",
    "labo2.exemple.fr",
]


def found(url: str, living: list[str] = LIVING, moved_to: str = "") -> dict[str, Kind]:
    """Return the candidates for a URL, by address."""
    site = load_sites().site_of(url.split("/")[2])
    return {each.url: each.kind for each in candidates(url, site, living, moved_to)}


@pytest.mark.parametrize(
    ("cited", "meant", "kind"),
    [
        (
            "http://www.lgazettedescommunes.com/517311/x/?abo=1",
            "http://www.lagazettedescommunes.com/517311/x/?abo=1",
            Kind.HOST,
        ),
        ("https://www.horizonpublics.fr/a", "https://www.horizonspublics.fr/a", Kind.HOST),
        ("https://solidarites-sante.gouv.fr/a/b", "https://sante.gouv.fr/a/b", Kind.RENAMED),
        (
            "https://www.strategie.gouv.fr/actualites/x",
            "https://www.strategie-plan.gouv.fr/actualites/x",
            Kind.RENAMED,
        ),
        ("http://a.exemple.fr/p", "https://a.exemple.fr/p", Kind.VARIANT),
        ("https://a.exemple.fr/p).", "https://a.exemple.fr/p", Kind.VARIANT),
        ("https://a.exemple.fr/p%C2%A0", "https://a.exemple.fr/p", Kind.VARIANT),
        ("https://a.exemple.fr/p", "https://www.a.exemple.fr/p", Kind.VARIANT),
        ("https://www.exemple.fr/p", "https://exemple.fr/p", Kind.VARIANT),
        ("https://a.exemple.fr/%25C3%25A9", "https://a.exemple.fr/%C3%A9", Kind.VARIANT),
        (
            "https://a.exemple.fr/communiqués-de-presse/x",
            "https://a.exemple.fr/communiques-de-presse/x",
            Kind.VARIANT,
        ),
        ("https://a.exemple.fr/Page.HTML", "https://a.exemple.fr/page.html", Kind.VARIANT),
        ("https://a.exemple.fr/p?vieux=1", "https://a.exemple.fr/p", Kind.VARIANT),
        ("https://a.exemple.fr/p?id=3&xtor=RSS", "https://a.exemple.fr/p?id=3", Kind.VARIANT),
        ("https://a.exemple.fr/p?utm_source=x", "https://a.exemple.fr/p", Kind.VARIANT),
    ],
)
def test_what_was_meant_is_among_the_candidates(cited: str, meant: str, kind: Kind) -> None:
    """Slips of the pen, new names, and what copying adds."""
    assert found(cited).get(meant) is kind


def test_the_end_of_a_redirect_comes_first() -> None:
    """The site itself says where the page is."""
    assert next(iter(found("http://a.exemple.fr/p", moved_to="https://b.exemple.fr/q"))) == (
        "https://b.exemple.fr/q"
    )


EVERYTHING = "http://www.horizonpublics.fr/%25C3%25A9/Communiqués?utm_source=x&vieux=1)."
DOI = "https://doi.org/10.3917/rfap.161.0009"


def all_of(url: str = EVERYTHING, **facts: object) -> list[tuple[Kind, str]]:
    """Return the kinds of candidates and why they were thought of, in their order."""
    known = {"moved_to": "https://b.exemple.fr/q", "permalinks": [DOI, "https://c.exemple.fr/a"]}
    site = Site(renamed_to="horizons.exemple.fr")
    found = candidates(url, site, LIVING, **{**known, **facts})
    return [(each.kind, each.why) for each in found]


def test_candidates_are_tried_in_one_order() -> None:
    """What the site says, slips, other writings, new names, what the page said; copies are last."""
    assert all_of() == [
        (Kind.REDIRECT, "b.exemple.fr"),
        (Kind.HOST, "www.horizonspublics.fr"),
        (Kind.VARIANT, "https"),
        (Kind.VARIANT, "www"),
        (Kind.VARIANT, "accents"),
        (Kind.VARIANT, "closing"),
        (Kind.VARIANT, "tracking"),
        (Kind.VARIANT, "query"),
        (Kind.VARIANT, "case"),
        (Kind.RENAMED, "horizons.exemple.fr"),
        (Kind.PERMALINK, "DOI"),
        (Kind.PERMALINK, ""),
    ]
    assert tuple(Kind) == KINDS


def test_what_was_turned_down_makes_room_for_the_next() -> None:
    """Nobody looks at it again."""
    variants = EVERYTHING.replace("http:", "https:"), EVERYTHING.replace("www.", "")
    refused = {link_key(url) for url in (DOI, "https://b.exemple.fr/q", *variants)}
    left = all_of(refused=refused)
    assert left[0] == (Kind.HOST, "www.horizonspublics.fr")
    assert left[-3:] == [
        (Kind.VARIANT, "escaped_twice"),
        (Kind.RENAMED, "horizons.exemple.fr"),
        (Kind.PERMALINK, ""),
    ]
    assert not {(Kind.VARIANT, "https"), (Kind.VARIANT, "www")} & set(left)


def test_a_lasting_address_that_is_the_link_itself_is_no_candidate() -> None:
    """Nor more than a few of a reference that cites many."""
    many = [f"https://doi.org/10.1000/{n}" for n in range(9)]
    assert of_permalinks(DOI, [DOI, f"{DOI}#haut"]) == []
    assert [each.url for each in of_permalinks(DOI, many)] == many[:3]


@pytest.mark.parametrize(
    ("cited", "living"),
    [
        ("https://labo1.exemple.fr/p", ["labo2.exemple.fr"]),
        ("https://www.inra.fr/p", ["www.insa.fr"]),
        ("https://www.ville-nantes.fr/p", ["www.ville-nantes.com"]),
        ("https://www.mediatheque.fr/p", ["www.cinematheque.fr"]),
    ],
    ids=["figures", "short names", "another suffix", "other words"],
)
def test_names_that_differ_for_good_reasons_are_no_slips(cited: str, living: list[str]) -> None:
    """The living twin of each would be a false friend."""
    assert Kind.HOST not in found(cited, living).values()


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=4))
def test_any_address_has_few_candidates_and_never_itself(text: str, living: list[str]) -> None:
    """Whatever was cited."""
    for url in (f"https://a.exemple.fr/{text}", f"https://{text}", text):
        some = candidates(url, Site(renamed_to="b.exemple.fr"), living)
        assert len(some) <= 10
        assert len({link_key(each.url) for each in some}) == len(some)
        others = [each for each in some if each.why != "tracking"]
        assert link_key(url) not in {link_key(each.url) for each in others}
        assert url not in {each.url for each in some}
