"""« Not found » served as 200, and the living pages that resemble it."""

import pytest
from tests.rules.made_pages import answer, bare, case, failed, page, redirected, served, settle

from perenne.domain.cases import Ask, AskKind
from perenne.domain.exchanges import Failure
from perenne.domain.verdicts import VerdictKind
from perenne.rules.judge import judge

URL = "https://www.exemple-ville.fr/dossiers/un-laboratoire-pour-la-ville"
NONSENSE = "https://www.exemple-ville.fr/dossiers/qwertzuiop"
HOME = "https://www.exemple-ville.fr/"
TITLE = "Un laboratoire pour la ville : trois ans après"

DEAD_TITLES = [
    "Page introuvable",
    "Page non trouvée",
    "Erreur 404",
    "404",
    "404 - Page introuvable",
    "Erreur 404 : page introuvable",
    "Oups ! Cette page est introuvable",
    "Désolé, la page demandée n’existe plus",
    "Cette page n'existe pas ou plus",
    "La page que vous recherchez est introuvable.",
    "La page que vous souhaitez consulter n’existe plus ou a été déplacée",
    "Le contenu demandé n’existe pas",
    "Contenu introuvable",
    "Article introuvable",
    "Ce document n'est plus en ligne",
    "Page inexistante",
    "Impossible de trouver la page",
    "Page not found",
    "404 Not Found",
    "Not Found",
    "Error 404",
    "Sorry, this page doesn't exist",
    "The page you are looking for could not be found",
    "This content is no longer available",
]


@pytest.mark.parametrize("title", DEAD_TITLES)
def test_a_page_whose_heading_says_not_found_is_dead(title: str) -> None:
    """With the menus and the footer of its site, and two sentences of regret."""
    verdict = served(URL, page(title, sentences=2), TITLE)
    assert (verdict.kind, verdict.code) == (VerdictKind.SOFT_404, "phrase_not_found")


@pytest.mark.parametrize(
    "sentence",
    [
        "La page que vous cherchez a été supprimée.",
        "Nous sommes désolés, cette page n’existe pas.",
        "Ce contenu n’est plus disponible.",
        "L'article demandé est introuvable",
        "Cette annonce n'est plus disponible",
        "The page you requested was not found.",
        "Vidéo indisponible",
    ],
)
def test_a_short_page_that_says_so_in_its_text_is_dead(sentence: str) -> None:
    """The title is only the name of the site."""
    body = page("Accueil", h1="", body=f"<p>{sentence}</p>", sentences=3)
    assert served(URL, body, TITLE).kind is VerdictKind.SOFT_404


LIVING = {
    "Peugeot 404": page("Peugeot 404"),
    "the 404 of a shop": page("Référence 404, lampe de bureau", sentences=4),
    "an article about 404 errors": page(
        "Erreur 404 : comment soigner la page introuvable de votre mairie",
        body="<p>La page introuvable est souvent la plus vue d’un site.</p>",
        sentences=40,
    ),
    "an article about missing documents": page(
        "Archives : ces documents introuvables qui manquent aux historiens"
    ),
    "a long page that mentions the sentence": page(
        body="<p>Le message « cette page n’existe pas » agace les usagers.</p>", sentences=40
    ),
    "a short note": page("La mairie ferme à 17 h", sentences=1),
    "a page with a hidden error": page(
        body='<div style="display:none">Cette page n’existe pas</div>', sentences=2
    ),
    "a page whose sidebar speaks of errors": page(sentences=3),
}


@pytest.mark.parametrize("name", LIVING)
def test_a_living_page_that_resembles_an_error_is_alive(name: str) -> None:
    """No question answered, no title known: still alive."""
    verdict = served(URL, LIVING[name])
    assert verdict.kind is VerdictKind.OK, verdict


def test_a_page_cited_under_that_title_is_alive() -> None:
    """Someone cited an essay that is called « Page introuvable »."""
    cited = "Page introuvable : poétique de l’erreur"
    assert served(URL, page(cited, sentences=3), cited).kind is VerdictKind.OK


def test_a_long_page_that_calls_itself_an_error_is_asked_about() -> None:
    """An encyclopedia's article on error 404, or an error page with a whole newspaper below."""
    body = page("Erreur 404", sentences=60)
    given = case(URL, answer(URL, body))
    assert judge(given) == Ask(AskKind.SIBLING)
    honest = {AskKind.SIBLING: answer(NONSENSE, page("Introuvable"), 404)}
    assert settle(given, honest).kind is VerdictKind.OK
    same = settle(given, {AskKind.SIBLING: answer(NONSENSE, body)})
    assert (same.kind, same.code) == (VerdictKind.SOFT_404, "same_as_sibling")
    assert settle(given).kind is VerdictKind.DOUBTFUL
    mute = {AskKind.SIBLING: failed(NONSENSE, Failure.ANSWER_TIMEOUT)}
    assert settle(given, mute).kind is VerdictKind.DOUBTFUL


def test_a_sibling_with_another_text_proves_nothing() -> None:
    """Two different pages were served: it stays in doubt."""
    given = case(URL, answer(URL, page("Erreur 404", sentences=60)))
    other = {AskKind.SIBLING: answer(NONSENSE, page("Tout autre chose", sentences=60))}
    assert settle(given, other).kind is VerdictKind.DOUBTFUL


def test_a_sibling_sent_to_the_same_place_condemns() -> None:
    """Whatever is asked, the site answers with one page, whose text changes each time."""
    end = "https://www.exemple-ville.fr/quelque/part"
    given = case(URL, redirected(URL, end, page("Erreur 404", sentences=60), 302))
    same = {AskKind.SIBLING: redirected(NONSENSE, end, page("Erreur 404", sentences=61), 302)}
    assert settle(given, same).code == "same_as_sibling"


def test_a_long_error_page_that_is_not_to_be_indexed_is_dead() -> None:
    """Nobody forbids the indexing of an article."""
    body = page("Erreur 404", sentences=60, head='<meta name="robots" content="noindex, follow">')
    assert served(URL, body).kind is VerdictKind.SOFT_404


def test_a_home_page_is_never_asked_about() -> None:
    """It has no sibling, and it is there."""
    given = case(HOME, answer(HOME, page("Erreur 404", sentences=60)))
    assert settle(given).kind is VerdictKind.OK


def test_a_title_above_a_text_that_says_gone_is_only_doubtful() -> None:
    """The cited title still stands; the text says that the article is gone."""
    body = page(TITLE, body="<p>Cet article n’est plus disponible.</p>", sentences=2)
    assert served(URL, body, TITLE).kind is VerdictKind.DOUBTFUL


@pytest.mark.parametrize(
    "body",
    [b"", b"  \r\n\t ", b"\xef\xbb\xbf", b"\x00\x00", b"<html><head></head><body> </body></html>"],
)
def test_an_answer_with_nothing_in_it_is_dead(body: bytes) -> None:
    """200, and not a word."""
    verdict = served(URL, body)
    assert (verdict.kind, verdict.code) == (VerdictKind.SOFT_404, "empty_answer")


def test_an_empty_body_that_broke_off_is_only_doubtful() -> None:
    """It was announced, and did not come: the line, perhaps."""
    assert settle(case(URL, answer(URL, b"", incomplete=True))).kind is VerdictKind.DOUBTFUL


def test_a_page_made_by_scripts_is_alive_with_a_note() -> None:
    """Nothing can be read in it, nothing speaks against it."""
    body = (
        b'<html><head><title></title></head><body><div id="app"></div><script src="/a.js"></script>'
    )
    verdict = served(URL, body, TITLE)
    assert verdict.kind is VerdictKind.OK
    assert [note.code for note in verdict.notes] == ["scripted_page"]


@pytest.mark.parametrize(
    "error",
    [
        "Fatal error: Uncaught Error: Call to undefined function mysql_connect() in /www/i.php",
        "Error establishing a database connection",
        "Erreur lors de la connexion à la base de données",
        "SQLSTATE[HY000] [2002] Connection refused",
        "Fatal error</b>:  Allowed memory size exhausted in <b>/www/i.php</b> on line <b>12</b>",
        "Parse error</b>: syntax error, unexpected end of file in <b>/www/i.php</b> on line <b>3",
        "Uncaught TypeError: count(): Argument #1 must be of type Countable",
        "Uncaught PDOException: no such host",
        "Warning</b>:  mysqli_connect(): (HY000/2002) in <b>/www/i.php</b> on line <b>4</b>",
        "Erreur de connexion à la base de données",
        "Erreur de connexion avec la base de données",
        "Connexion à la base de données impossible",
        "Impossible de se connecter à la base de données",
        "Could not connect to the database",
        "Database connection failed",
        "Microsoft OLE DB Provider for SQL Server",
    ],
)
def test_a_lone_error_of_the_program_behind_is_a_server_error(error: str) -> None:
    """After a second opinion: it may be over in a minute."""
    given = case(URL, answer(URL, bare("", f"<b>{error}</b>")))
    assert judge(given) == Ask(AskKind.SECOND_OPINION, after_seconds=20.0)
    verdict = settle(given)
    assert (verdict.kind, verdict.code) == (VerdictKind.SERVER_ERROR, "program_error")
    assert settle(given, {AskKind.SECOND_OPINION: answer(URL, page())}).kind is VerdictKind.OK


def test_a_long_trace_and_a_bare_text_are_errors_too() -> None:
    """Everything up to « on line » belongs to it."""
    trace = "".join(f"#{n} /www/vendor/a/b/c/file{n}.php({n}): call() " for n in range(25))
    error = f"Fatal error: Uncaught Error: x Stack trace: {trace} thrown in /www/i.php on line 12"
    assert served(URL, bare("", error)).kind is VerdictKind.SERVER_ERROR
    plain = {"content-type": "text/plain"}
    exchange = answer(URL, error.encode(), headers=plain)
    assert settle(case(URL, exchange)).kind is VerdictKind.SERVER_ERROR


@pytest.mark.parametrize("title", ["Dépanner son site", "Fatal error: que faire en ligne ?"])
def test_a_short_article_that_quotes_an_error_is_alive(title: str) -> None:
    """Under a heading of its own, or under the cited one."""
    quote = "<p>« Fatal error: x in i.php on line 12 » : que faire ?</p>"
    assert served(URL, page(title, body=quote, sentences=4), title).kind is VerdictKind.OK


@pytest.mark.parametrize(
    ("text", "content_type"),
    [
        ("Not Found", "text/plain"),
        ("404 page not found\n", "text/plain; charset=utf-8"),
        ("File not found.", "text/plain"),
        ("Page introuvable", "text/plain"),
        ("La page demandée n'existe pas. Merci de vérifier l'adresse.", "text/plain"),
        ('{"message": "Not Found"}', "application/json"),
    ],
)
def test_a_bare_text_that_only_says_not_found_is_dead(text: str, content_type: str) -> None:
    """Without markup, as small servers and their interfaces answer."""
    exchange = answer(URL, text.encode(), headers={"content-type": content_type})
    verdict = settle(case(URL, exchange))
    assert (verdict.kind, verdict.code) == (VerdictKind.SOFT_404, "phrase_not_found")


@pytest.mark.parametrize(
    "text", ["Liste des communes où la page introuvable fut lue", "Page introuvable\n" + "a " * 200]
)
def test_a_bare_text_that_says_more_is_alive(text: str) -> None:
    """A list, a note, a log."""
    exchange = answer(URL, text.encode(), headers={"content-type": "text/plain"})
    assert settle(case(URL, exchange)).kind is VerdictKind.OK


def test_an_article_that_quotes_such_an_error_is_alive() -> None:
    """A page of help on databases."""
    body = page(body="<p>Error establishing a database connection : que faire ?</p>")
    assert served(URL, body).kind is VerdictKind.OK
