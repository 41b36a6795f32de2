"""« Accès refusé » served as a page, and living pages that speak of refusals."""

from __future__ import annotations

import pytest
from tests.rules.made_pages import page, served

from perenne.domain.verdicts import VerdictKind

URL = "https://www.ville.exemple.fr/elus/compte-rendu"
SORRY = "<p>Vous n’êtes pas autorisé à accéder à cette page.</p>"


@pytest.mark.parametrize("title", ["Accès refusé", "403 Forbidden", "Accès interdit !"])
def test_a_refusal_under_200_says_nothing_of_the_page(title: str) -> None:
    """The administrator forgot the status."""
    verdict = served(URL, page(title, body=SORRY, sentences=0), "Compte rendu du bureau")
    assert (verdict.kind, verdict.code) == (VerdictKind.BLOCKED, "unsigned_refusal")


def test_where_it_offers_a_login_the_page_is_for_those_who_have_one() -> None:
    """Drupal's way of keeping minutes of meetings among members."""
    said = f"{SORRY}<p><a href=/user/login>Connectez-vous</a>.</p>"
    verdict = served(URL, page("Accès refusé", body=said, sentences=0), "Compte rendu du bureau")
    assert (verdict.kind, verdict.code) == (VerdictKind.RESTRICTED, "login_form")


@pytest.mark.parametrize(
    ("body", "cited"),
    [
        (page("Accès refusé : les guichets qui disent non", sentences=2), "Les guichets"),
        (page("Accès refusé", sentences=30), "Enquête aux guichets des préfectures"),
        (page("Accès refusé", sentences=2), "Accès refusé, un film sur les guichets"),
        (page("Accès interdit au centre-ville", sentences=2), "Circulation au centre-ville"),
    ],
    ids=["an article about refusals", "a long one", "a work of that name", "a notice to drivers"],
)
def test_a_page_that_speaks_of_refusals_is_no_refusal(body: bytes, cited: str) -> None:
    """A heading is not enough: it has to be all that is said, and not what was cited."""
    assert served(URL, body, cited).kind not in (VerdictKind.BLOCKED, VerdictKind.RESTRICTED)
