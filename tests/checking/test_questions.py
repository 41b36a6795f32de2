"""How each question of the judge is put to the web."""

from perenne.checking.questions import address
from perenne.domain.cases import Ask, AskKind

URL = "https://a.exemple.fr/dossier/page?x=1#note"


def test_a_sibling_stands_beside_the_page_and_cannot_exist() -> None:
    """Same folder, 25 random letters, another each time."""
    ask = Ask(AskKind.SIBLING)
    one, other = address(ask, URL), address(ask, URL)
    assert one.startswith("https://a.exemple.fr/dossier/")
    assert len(one.rpartition("/")[2]) == 25
    assert one != other


def test_the_other_questions_go_to_the_link_or_where_the_judge_says() -> None:
    """The judge names a media endpoint; all else is asked of the cited address."""
    assert address(Ask(AskKind.BROWSER_LIKE), URL) == URL
    assert (
        address(Ask(AskKind.MEDIA, "https://api.exemple.fr/x"), URL) == "https://api.exemple.fr/x"
    )
