"""Pages that send their readers on: what they lead to is judged, as after a redirect."""

import pytest
from tests.rules.made_pages import answer, case, failed, page, settle, text

from perenne.domain.cases import Ask, AskKind
from perenne.domain.exchanges import Exchange, Failure
from perenne.domain.verdicts import VerdictKind
from perenne.rules.judge import judge

SITE = "https://www.exemple-ville.fr"
OLD = f"{SITE}/spip.php?article312"
NEW = f"{SITE}/innovation/fabrique"
TITLE = "La fabrique des services de la petite ville"


def sends_on(target: str, *, by_script: bool = False) -> Exchange:
    """Return a page that does nothing else."""
    meta = f'<meta http-equiv="refresh" content="0;url={target}">'
    script = f'<script>window.location.replace("{target}");</script>'
    return answer(OLD, page("Redirection", sentences=1, head=script if by_script else meta))


@pytest.mark.parametrize("by_script", [False, True], ids=["meta", "script"])
def test_the_page_that_it_leads_to_is_asked_for_once(by_script: bool) -> None:
    """And judged: the cited title is there, at an address that says nothing."""
    given = case(OLD, sends_on("/innovation/fabrique", by_script=by_script), TITLE)
    assert judge(given) == Ask(AskKind.FOLLOW, url=NEW)
    verdict = settle(given, {AskKind.FOLLOW: answer(NEW, page(TITLE))})
    assert (verdict.kind, verdict.moved_to) == (VerdictKind.MOVED, NEW)


def test_what_is_not_there_is_not_found() -> None:
    """A dead end behind a page that answers."""
    followed = answer(NEW, page("Page non trouvée", sentences=1), 404)
    verdict = settle(case(OLD, sends_on(NEW), TITLE), {AskKind.FOLLOW: followed})
    assert verdict.kind is VerdictKind.NOT_FOUND


def test_a_login_is_a_login_and_a_home_page_is_none_of_the_document() -> None:
    """The same rules as for redirects."""
    login = answer(f"{SITE}/connexion", page("Connexion", sentences=1))
    home = answer(f"{SITE}/", page("Accueil"))
    for end, kind in ((login, VerdictKind.RESTRICTED), (home, VerdictKind.SOFT_404)):
        given = case(OLD, sends_on(end.final_url), TITLE)
        assert settle(given, {AskKind.FOLLOW: end}).kind is kind


def test_what_cannot_be_seen_is_doubtful() -> None:
    """Nobody knows what the second step would have shown."""
    followed = failed(NEW, Failure.ANSWER_TIMEOUT)
    verdict = settle(case(OLD, sends_on(NEW), TITLE), {AskKind.FOLLOW: followed})
    assert (verdict.kind, verdict.code) == (VerdictKind.DOUBTFUL, "redirect_elsewhere")


def test_an_article_with_a_late_refresh_is_read_as_it_is() -> None:
    """A news page reloads itself, and its scripts may leave it one day."""
    body = f"{text(20)}<script>function leave() {{ location.href = '/n'; }}</script>"
    given = case(OLD, answer(OLD, page(TITLE, body=body)), TITLE)
    assert settle(given).kind is VerdictKind.OK
