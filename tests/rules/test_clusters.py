"""Several links of one site that all end at one address."""

from datetime import UTC, datetime

import pytest

from perenne.domain.links import Link, Result
from perenne.domain.urls import host_of, link_key
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind
from perenne.rules.clusters import ends_together

NOW = datetime(2026, 11, 22, 2, 5, tzinfo=UTC)
SITE = "https://www.exemple-ville.fr"
END = f"{SITE}/nos-actions/toutes"
TITLES = ("Le budget des habitants", "Un tramway pour la vallée", "Les archives du port")
ADDRESSES = ("budget-habitants", "tramway-vallee", "archives-port")


def result(
    path: str,
    title: str = "",
    *,
    end: str = END,
    shown: str = "Toutes nos actions",
    rule: str = "moved",
    kind: VerdictKind = VerdictKind.MOVED,
) -> Result:
    """Return what one check gave of a link that ended at `end`."""
    url = path if "://" in path else f"{SITE}/dossiers/{path}"
    link = Link(link_key(url), url, host_of(url), titles=(title,) if title else ())
    verdict = Verdict(kind, (Evidence(rule, "redirect_permanent", end),), moved_to=end)
    return Result(link, verdict, NOW, final_url=end, page_title=shown)


def three(**more: str) -> list[Result]:
    """Return three links of one site that ended together."""
    return [result(path, title, **more) for path, title in zip(ADDRESSES, TITLES, strict=True)]


def kinds(results: list[Result]) -> list[VerdictKind]:
    """Return the verdicts that the whole gives instead."""
    return [verdict.kind for verdict in ends_together(results).values()]


def test_three_documents_at_one_address_are_lost() -> None:
    """Each by itself may have moved."""
    assert kinds(three()) == [VerdictKind.SOFT_404] * 3
    assert kinds([result(path) for path in ADDRESSES]) == [VerdictKind.SOFT_404] * 3
    [evidence] = next(iter(ends_together(three()).values())).evidence
    assert evidence.code == "ends_together"
    assert evidence.fact == "exemple-ville.fr/nos-actions/toutes"


def test_two_may_be_two_names_of_one_document() -> None:
    """And so may three with one title."""
    assert kinds(three()[:2]) == []
    assert kinds([result(path, TITLES[0]) for path in ADDRESSES]) == []


def test_the_one_whose_document_it_is_stays_alive() -> None:
    """By the words of its address, or by the title of the page."""
    its_own = result("nos-actions-toutes", "Autre chose encore")
    assert its_own.link.key not in ends_together([*three(), its_own])
    named = three(shown="Un tramway pour la vallée de demain")
    assert kinds(named) == []


def test_a_file_in_which_all_may_be_gathered_is_doubtful() -> None:
    """The chapters of a report become the report."""
    assert kinds(three(end=f"{SITE}/rapport.pdf", shown="")) == [VerdictKind.DOUBTFUL] * 3


@pytest.mark.parametrize("rule", ["redirect_login", "course", "consent_wall", "media", "bot_wall"])
def test_walls_courses_and_players_know_better(rule: str) -> None:
    """All links of a site end at its login."""
    assert kinds(three(rule=rule)) == []


def test_those_that_stay_or_end_apart_are_left_alone() -> None:
    """Whole sites go from http to https, and home pages to home pages."""
    assert kinds([result(path, end=f"{SITE}/dossiers/{path}/") for path in ADDRESSES]) == []
    assert kinds([result(path, end=f"{END}/{n}") for n, path in enumerate(ADDRESSES)]) == []
    homes = [f"https://{name}.exemple-ville.fr/" for name in "abc"]
    assert kinds([result(home) for home in homes]) == []
