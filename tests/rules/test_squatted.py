"""Names taken over by another trade, and pages that have to do with it rightly."""

import pytest
from tests.rules.made_pages import page, served

from perenne.domain.verdicts import VerdictKind

URL = "https://www.exemple-ville.fr/dossiers/un-laboratoire"
TITLE = "Un laboratoire de la ville"
TRADES = {
    "slots": ("Slot gacor hari ini", "Situs slot terpercaya, deposit pulsa, judi online, togel."),
    "casinos": ("Casino en ligne : avis", "Machines à sous, bonus sans dépôt, jackpot, poker."),
    "English casinos": ("Best online casinos", "No deposit bonus, free spins, real money."),
    "films": ("Films complets en streaming VF", "Voir des films en streaming gratuit, VOSTFR."),
    "pills": ("Viagra sans ordonnance", "Cialis, Levitra : notre pharmacie en ligne."),
    "sex": ("Plan cul gratuit", "Escort, vidéos X, porno, camgirls."),
}


@pytest.mark.parametrize("trade", TRADES)
@pytest.mark.parametrize("url", [URL, "https://www.exemple-ville.fr/"])
def test_another_trade_under_an_old_name_is_squatting(trade: str, url: str) -> None:
    """On a home page too, which may otherwise change as it likes."""
    title, text = TRADES[trade]
    verdict = served(url, page(title, body=f"<p>{text}</p>"), TITLE)
    assert (verdict.kind, verdict.code) == (VerdictKind.PARKED, "squatted")


@pytest.mark.parametrize("trade", TRADES)
def test_who_cites_that_trade_finds_it(trade: str) -> None:
    """By the title of the reference, or by the address."""
    title, text = TRADES[trade]
    body = page(title, body=f"<p>{text}</p>")
    assert served(URL, body, f"{title}, une enquête").kind is VerdictKind.OK
    address = f"https://www.exemple-ville.fr/{title.lower().replace(' ', '-')}"
    assert served(address, body).kind is VerdictKind.OK


@pytest.mark.parametrize("trade", TRADES)
def test_an_article_that_speaks_of_it_is_none(trade: str) -> None:
    """The heading is about something else, or hardly a word of the trade is there."""
    title, text = TRADES[trade]
    assert served(URL, page(TITLE, body=f"<p>{title}. {text}</p>")).kind is VerdictKind.OK
    assert served(URL, page(f"{title} : que fait la ville ?")).kind is VerdictKind.OK
