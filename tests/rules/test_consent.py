"""Walls that ask for a consent first, and articles about consent."""

import pytest
from tests.rules.made_pages import bare, case, page, redirected, served, settle

from perenne.domain.verdicts import VerdictKind

SLUG = "un-laboratoire-pour-la-ville"
URL = f"https://www.exemple-ville.fr/dossiers/2018/{SLUG}"
WALL = f"https://consent.exemple-ville.fr/?continue=%2Fdossiers%2F2018%2F{SLUG}"
TITLE = "Un laboratoire pour la ville : trois ans après"
BUTTONS = "<p>Nous utilisons des cookies.</p><button>Accepter</button><button>Refuser</button>"


@pytest.mark.parametrize(
    ("title", "kind"),
    [(TITLE, VerdictKind.OK), ("Votre vie privée", VerdictKind.DOUBTFUL)],
)
@pytest.mark.parametrize("status", [301, 302])
def test_a_wall_elsewhere_is_judged_by_the_title_it_shows(
    title: str, kind: VerdictKind, status: int
) -> None:
    """The cited one: the page is behind. Never is the wall the page's new address."""
    body = bare(title, f"<h1>{title}</h1>{BUTTONS}")
    verdict = settle(case(URL, redirected(URL, WALL, body, status), TITLE))
    assert (verdict.kind, verdict.code) == (kind, "consent_wall")


@pytest.mark.parametrize(
    "heading",
    [
        "Avant de continuer",
        "Avant d’accéder à notre site",
        "Votre vie privée nous importe",
        "Votre consentement",
        "Respect de votre vie privée",
        "Gestion des cookies",
        "We value your privacy",
        "Before you continue to our site",
    ],
)
def test_a_wall_in_the_pages_place_is_judged_by_its_title(heading: str) -> None:
    """The title of the document may still be the cited one."""
    assert served(URL, bare("x", f"<h1>{heading}</h1>{BUTTONS}"), TITLE).code == "consent_wall"
    right = served(URL, bare(TITLE, f"<h1>{heading}</h1>{BUTTONS}"), TITLE)
    assert right.kind is VerdictKind.OK


def test_an_article_about_consent_is_alive() -> None:
    """Long, or under another heading, or at a speaking address."""
    body = page("Votre consentement", body=BUTTONS, sentences=30)
    assert served(URL, body).kind is VerdictKind.OK
    short = page("Les communes et votre vie privée", body=BUTTONS, sentences=4)
    assert served(URL, short).kind is VerdictKind.OK
    end = "https://www.exemple-ville.fr/fr/un-laboratoire-pour-la-ville-et-le-rgpd"
    moved = settle(case(URL, redirected(URL, end, page(TITLE)), TITLE))
    assert moved.kind is VerdictKind.MOVED
