"""Lone errors of a server as 200, and pages that only mention them."""

from __future__ import annotations

from typing import Any

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.pages import bare
from tests.labelled.prose import prose
from tests.labelled.second.templates_other import wordpress
from tests.labelled.second.templates_other_old import webforms
from tests.labelled.wire import absent, looks, seen

_W = "https://www.maisondesrues.fr/"


_FATAL = (
    b"<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function mysql_connect() in "
    b"/home/maison/www/inc/db.php:14\nStack trace:\n#0 /home/maison/www/index.php(3): include()\n"
    b"#1 {main}\n  thrown in <b>/home/maison/www/inc/db.php</b> on line <b>14</b><br />\n"
)


_WARNING = (
    '<br />\n<b>Warning</b>:  Undefined array key "rub" in <b>/home/maison/www/tete.php</b> on '
    "line <b>8</b><br />"
)


_DATABASE = bare(
    "Erreur de base de données",
    "<h1>Erreur lors de la connexion à la base de données</h1>",
    lang="fr",
)


_YELLOW = bare(
    "Runtime Error",
    "<h1>Server Error in '/' Application.<hr></h1><h2><i>Runtime Error</i></h2><b>Description:</b> "
    "An application error occurred on the server. The current custom error settings for this "
    "application prevent the details of the application error from being viewed remotely.",
)


def _again(url: str, body: bytes) -> dict[str, Any]:
    return {
        "url": url,
        "plain": seen(url, body),
        "answers": looks(second=seen(url, body), sibling=seen(f"{_W}kqzvwtjx", body)),
    }


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a lone fatal error of PHP as 200",
        fact="issue conventions: a lone PHP or database error served as 200: server_error",
        expected=V.SERVER_ERROR,
        titles=("La maison des rues",),
        **_again(f"{_W}article.php?id=12", _FATAL),
    ),
    Labelled(
        name="a warning of PHP above an article that is all there",
        fact="twin: the error is not alone, the cited text is below it",
        url=f"{_W}article.php?id=13",
        expected=V.OK,
        plain=seen(
            f"{_W}article.php?id=13",
            _WARNING.encode() + wordpress("Nommer les rues", site="Maison des rues"),
        ),
        titles=("Nommer les rues",),
        answers=looks(sibling=absent(f"{_W}article.php?id=13")),
    ),
    Labelled(
        name="WordPress without its database, as 200",
        fact="issue conventions: a lone database error",
        expected=V.SERVER_ERROR,
        titles=("Les plaques émaillées",),
        **_again(f"{_W}2017/les-plaques-emaillees/", _DATABASE),
    ),
    Labelled(
        name="a tutorial about the database error of WordPress",
        fact="twin: the phrase is the subject of a long article",
        url="https://www.trucsdeblog.net/erreur-base-de-donnees/",
        expected=V.OK,
        plain=seen(
            "https://www.trucsdeblog.net/erreur-base-de-donnees/",
            wordpress(
                "Erreur lors de la connexion à la base de données : que faire ?",
                (
                    "Le message « Error establishing a database connection » s'affiche seul.",
                    "<pre>Fatal error: Uncaught Error: Call to undefined function</pre>",
                    *prose("truc", 7),
                ),
                site="Trucs de blog",
            ),
        ),
        titles=("Erreur de connexion à la base de données",),
        answers=looks(sibling=absent("https://www.trucsdeblog.net/erreur-base-de-donnees/")),
    ),
    Labelled(
        name="SPIP whose SQL server does not answer, as 200",
        fact="issue conventions: a lone database error",
        expected=V.SERVER_ERROR,
        titles=("Les noms de hameaux",),
        **_again(
            f"{_W}spip.php?article9",
            bare(
                "Site en travaux",
                "<h1>Site en travaux</h1><p>Attention : un problème technique (serveur SQL) "
                "empêche l'accès à cette partie du site. Merci de votre compréhension.</p>",
                lang="fr",
            ),
        ),
    ),
    Labelled(
        name="the yellow page of ASP.NET as 200",
        fact="issue conventions: a lone error of the server's language, in English",
        expected=V.SERVER_ERROR,
        titles=("Fonds cartographique",),
        **_again("https://fonds.maisondesrues.fr/N.aspx?id=40", _YELLOW),
    ),
    Labelled(
        name="a catalogue record in one large form",
        fact="twin of the yellow page: same engine, a living record",
        url="https://fonds.maisondesrues.fr/Notice.aspx?id=41",
        expected=V.OK,
        plain=seen(
            "https://fonds.maisondesrues.fr/Notice.aspx?id=41",
            webforms("Plan cadastral de 1834"),
            headers={"x-powered-by": "ASP.NET"},
        ),
        titles=("Plan cadastral de 1834",),
        answers=looks(sibling=seen("https://fonds.maisondesrues.fr/kqz", _YELLOW, 500)),
    ),
)
