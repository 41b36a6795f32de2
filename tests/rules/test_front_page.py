"""Sites that answer every address with one page."""

import pytest
from tests.rules.made_pages import answer, case, failed, page, served, settle

from perenne.domain.cases import Ask, AskKind
from perenne.domain.exchanges import Exchange, Failure
from perenne.domain.verdicts import VerdictKind
from perenne.rules.judge import judge

URL = "https://www.exemple-ville.fr/dossiers/fabrique-numerique-territoriale"
NONSENSE = "https://www.exemple-ville.fr/dossiers/qwertzuiop"
TITLE = "Fabrique numérique territoriale : premiers enseignements"
FRONT = page("Bienvenue", body="<p>Lundi 23 novembre</p>")
ALMOST = {AskKind.SIBLING: answer(NONSENSE, FRONT.replace(b"Lundi 23", b"Mardi 24"))}


def test_a_front_page_for_every_address_is_dead() -> None:
    """Nothing of the cited title is on it, and nonsense is answered in the same way."""
    given = case(URL, answer(URL, FRONT), TITLE)
    assert judge(given) == Ask(AskKind.SIBLING)
    verdict = settle(given, ALMOST)
    assert (verdict.kind, verdict.code) == (VerdictKind.SOFT_404, "same_as_sibling")


def test_a_page_that_shows_the_cited_title_is_alive_without_a_question() -> None:
    """In its heading or in its text."""
    assert judge(case(URL, answer(URL, page(TITLE)), TITLE)) == served(URL, page(TITLE), TITLE)
    assert served(URL, page("Bienvenue", body=f"<p>{TITLE}</p>"), TITLE).kind is VerdictKind.OK


@pytest.mark.parametrize(
    "sibling",
    [
        answer(NONSENSE, page("Introuvable"), 404),
        answer(NONSENSE, page("Tout autre chose", sentences=30)),
        answer(NONSENSE, page("Bienvenue", sentences=3)),
        failed(NONSENSE, Failure.ANSWER_TIMEOUT),
    ],
    ids=["not found", "another title", "another text", "no answer"],
)
def test_a_page_unlike_its_sibling_is_only_doubtful(sibling: Exchange) -> None:
    """It may have been renamed."""
    verdict = settle(case(URL, answer(URL, FRONT), TITLE), {AskKind.SIBLING: sibling})
    assert (verdict.kind, verdict.code) == (VerdictKind.DOUBTFUL, "title_missing")


@pytest.mark.parametrize(
    ("url", "body", "titles"),
    [
        ("https://www.exemple-ville.fr/", FRONT, (TITLE,)),
        ("https://www.exemple-ville.fr/35745315/fabrique", FRONT, (TITLE,)),
        (URL, page("Bienvenue", body='<div id="app"></div>', sentences=1), (TITLE,)),
        (URL, FRONT, ()),
    ],
    ids=["a home page", "an address by number", "a shell for scripts", "no title to look for"],
)
def test_what_is_the_same_everywhere_for_good_reason_is_not_dead(
    url: str, body: bytes, titles: tuple[str, ...]
) -> None:
    """The same answer beside it proves nothing."""
    same = {AskKind.SIBLING: answer(NONSENSE, body)}
    assert settle(case(url, answer(url, body), *titles), same).kind is not VerdictKind.SOFT_404
