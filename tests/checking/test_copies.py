"""A copy in an archive is judged as the page it shows, by the rules of live pages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.rules.made_pages import bare, page

from perenne.checking.copies import judge_copy
from perenne.domain.exchanges import Exchange, Hop
from perenne.domain.links import Link
from perenne.domain.sites import Site
from perenne.domain.urls import host_of, link_key
from perenne.domain.verdicts import VerdictKind
from perenne.sites import load_sites

AT = datetime(2019, 7, 1, 12, tzinfo=UTC)
URL = "https://www.exemple-ville.fr/dossiers/2018/un-laboratoire-pour-la-ville"
TITLE = "Un laboratoire pour la ville : trois ans après"
HTML = {"content-type": "text/html; charset=utf-8"}


def judged(
    body: bytes, *, url: str = URL, shown: str = "", status: int = 200, site: Site | None = None
) -> tuple[VerdictKind, bool]:
    """Return the verdict on a copy of the link, and whether no question was left."""
    link = Link(link_key(url), url, host_of(url), titles=(TITLE,))
    exchange = Exchange((Hop(shown or url, status, HTML),), body=body)
    answer = judge_copy(link, exchange, site or Site(), AT)
    return answer.verdict.kind, answer.sure


def test_a_copy_under_the_cited_title_is_alive() -> None:
    """Whatever has become of the page since."""
    assert judged(page(TITLE)) == (VerdictKind.OK, True)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, VerdictKind.NOT_FOUND),
        (410, VerdictKind.GONE),
        (429, VerdictKind.BLOCKED),
        (500, VerdictKind.SERVER_ERROR),
    ],
)
def test_an_archived_error_is_judged_without_a_second_opinion(
    status: int, kind: VerdictKind
) -> None:
    """It will never be another."""
    assert judged(bare("Erreur", "<p>Une erreur est survenue.</p>"), status=status)[0] is kind


def test_another_page_is_in_doubt() -> None:
    """Nothing of the cited title is on it, and nobody can be asked."""
    recipes = "<p>" + "Prenez trois œufs et un peu de sel. " * 20 + "</p>"
    assert judged(bare("Recettes de saison", recipes))[0] is VerdictKind.DOUBTFUL


def test_where_the_archive_was_led_is_judged_as_where_the_link_leads() -> None:
    """Its capture has the address at the end of the redirects: the home page is not the page."""
    home = "https://www.exemple-ville.fr/"
    assert judged(page("Ville d’Exemple"), shown=home)[0] is VerdictKind.SOFT_404
    moved = "https://www.exemple-ville.fr/archives/un-laboratoire-pour-la-ville"
    assert judged(page(TITLE), shown=moved)[0] in (VerdictKind.OK, VerdictKind.MOVED)


def test_a_question_that_only_the_living_site_could_answer_is_told() -> None:
    """A video's page says nothing, and its data address was not archived."""
    url = "https://www.dailymotion.com/video/x8abcde"
    site = load_sites().site_of("www.dailymotion.com")
    kind, sure = judged(bare("Dailymotion", "<div id=player></div>"), url=url, site=site)
    assert (kind, sure) == (VerdictKind.DOUBTFUL, False)


def test_the_same_text_gives_the_fingerprint_of_the_living_page() -> None:
    """Archived and living pages are compared by it."""
    link = Link(URL, URL, host_of(URL))
    prints = {
        judge_copy(
            link, Exchange((Hop(where, 200, HTML),), body=page(TITLE)), Site(), AT
        ).fingerprint
        for where in (URL, f"{URL}/")
    }
    assert len(prints) == 1
    assert prints != {""}
