"""What a subscriber's login shows of a page: it lives, and stays behind its wall."""

from dataclasses import replace

from tests.rules.made_pages import case, page, redirected, settle

from perenne.domain.cases import Case, Look
from perenne.domain.exchanges import Exchange
from perenne.domain.sites import Site
from perenne.domain.verdicts import VerdictKind

URL = "https://archives.exemple-revue.fr/35537511/le-labo-des-agents"
TITLE = "Le labo des agents de la ville"
RESERVED = Site("archives.exemple-revue.fr", fact="x", restricted=True)
DECLARED = '<script type="application/ld+json">{"isAccessibleForFree": %s}</script>'


def as_subscriber(body: bytes, *titles: str, seen: bool = True, status: int = 200) -> Case:
    """Return the case of a page asked for with a login."""
    first = case(URL, redirected("http://a.fr/", URL, body), *titles).looks[0].exchange
    last = replace(first.last, logged_in=seen, status=status)
    exchange = Exchange((last,), body=body)
    return Case(URL, (Look(exchange, case(URL, exchange).looks[0].page),), titles, RESERVED)


def test_a_page_that_the_login_opens_is_restricted_and_verified() -> None:
    """For its readers nothing has changed; we have seen it all the same."""
    verdict = settle(as_subscriber(page(TITLE, head=DECLARED % "false"), TITLE))
    assert (verdict.kind, verdict.code) == (VerdictKind.RESTRICTED, "subscriber_login")
    assert "verified_as_subscriber" in [note.code for note in verdict.notes]


def test_without_the_login_the_same_site_is_restricted_by_nature() -> None:
    """Nobody has verified anything."""
    verdict = settle(as_subscriber(page(TITLE), TITLE, seen=False))
    assert (verdict.kind, verdict.code, verdict.notes) == (
        VerdictKind.RESTRICTED,
        "paywall_sign",
        (),
    )


def test_a_free_article_is_free_for_everybody() -> None:
    """It says so itself."""
    body = page(TITLE, head=DECLARED % "true")
    assert settle(as_subscriber(body, TITLE)).kind is VerdictKind.OK


def test_the_wrong_page_is_unmasked_behind_the_wall_too() -> None:
    """What the login is good for."""
    verdict = settle(as_subscriber(page("Toutes nos offres"), "Quinze mesures chiffrées du budget"))
    assert (verdict.kind, verdict.code) == (VerdictKind.DOUBTFUL, "title_missing")
    gone = settle(as_subscriber(page("Page introuvable", sentences=1), TITLE))
    assert gone.kind is VerdictKind.SOFT_404


def test_a_wall_in_spite_of_the_login_says_that_it_has_run_out() -> None:
    """The page asks for a subscription, or the site answers 401."""
    teaser = page(TITLE, body="<p>Cet article est réservé aux abonnés.</p>", sentences=1)
    for given in (as_subscriber(teaser, TITLE), as_subscriber(teaser, TITLE, status=401)):
        verdict = settle(given)
        assert verdict.kind is VerdictKind.RESTRICTED
        assert [note.code for note in verdict.notes] == ["login_expired"]
