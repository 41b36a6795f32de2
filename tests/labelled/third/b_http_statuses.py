"""Statuses, empty answers, and errors of scripts served as 200."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third import b_templates_walls as walls
from tests.labelled.third.b_templates import drupal, paras, sane, spip, tables, wordpress
from tests.labelled.wire import absent, beside, looks, seen

_NOTE = "https://www.agence-du-littoral-ouest.fr/notes/trait-de-cote"
_LEGAL = "https://www.tribune-libre-des-ports.fr/2020/affaire-du-quai-9"
_FLAKY = "https://www.cc-pays-de-loue.fr/vie-pratique/transport-a-la-demande"
_PHP = "http://www.amis-du-patrimoine-bati.org/fiche.php?id=118"
_PHP2 = "http://www.amis-du-patrimoine-bati.org/fiche.php?id=119"
_DB = "https://carnet-de-quartier.fr/2017/10/la-fresque/"
_HELP = "https://www.entraide-php.net/questions/fatal-error-allowed-memory-size"
_FATAL = (
    b"<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function mysql_connect() in "
    b"/home/amis/www/inc/base.php:14\nStack trace:\n#0 /home/amis/www/fiche.php(3): require()\n"
    b"#1 {main}\n  thrown in <b>/home/amis/www/inc/base.php</b> on line <b>14</b><br />\n"
)
_ERROR = seen(_FLAKY, walls.nginx("500 Internal Server Error"), 500)
_CLOUD = seen(_FLAKY, b"error code: 522", 522, headers={"server": "cloudflare"})

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a coast agency says 410 with its whole menu around it",
        fact="design 2: 410 is gone",
        url=_NOTE,
        expected=VerdictKind.GONE,
        plain=seen(_NOTE, drupal("Note retirée", paras(_NOTE, 1), site="Littoral ouest"), 410),
        titles=("Le trait de côte",),
    ),
    Labelled(
        name="a newspaper withholds a case by order of a court with 451",
        fact="design 2: 451 is blocked, with its own sentence",
        url=_LEGAL,
        expected=VerdictKind.BLOCKED,
        plain=seen(
            _LEGAL, wordpress("Contenu retiré", "<p>Par décision de justice.</p>", kb=10), 451
        ),
        titles=("L'affaire du quai 9",),
    ),
    Labelled(
        name="a coast agency answers 204 where a note was",
        fact="issue: 200 or 204 with nothing in it is soft_404",
        url=_NOTE,
        expected=VerdictKind.SOFT_404,
        plain=seen(_NOTE, b"", 204, headers={"content-type": ""}),
        titles=("Le trait de côte",),
        answers=looks(sibling=seen(beside(_NOTE), b"", 204)),
    ),
    Labelled(
        name="a coast agency answers 206 with a whole page",
        fact="issue: 206 is an answer like another",
        url=_NOTE,
        expected=VerdictKind.OK,
        plain=seen(_NOTE, spip("Le trait de côte", paras(_NOTE), site="Littoral ouest"), 206),
        titles=("Le trait de côte",),
        answers=sane(_NOTE),
    ),
    Labelled(
        name="a community stumbles with 500 and stands up again",
        fact="issue: 500 once then 200",
        url=_FLAKY,
        expected=VerdictKind.OK,
        plain=_ERROR,
        titles=("Le transport à la demande",),
        answers=looks(
            second=seen(_FLAKY, drupal("Transport à la demande", paras(_FLAKY), site="Pays")),
            sibling=absent(_FLAKY),
        ),
    ),
    Labelled(
        name="a community's origin does not answer Cloudflare, twice",
        fact="issue: 520–530 are server_error, not blocked",
        url=_FLAKY,
        expected=VerdictKind.SERVER_ERROR,
        plain=_CLOUD,
        titles=("Le transport à la demande",),
        answers=looks(second=_CLOUD, browser=_CLOUD),
    ),
    Labelled(
        name="a heritage society's script dies with a fatal error served as 200",
        fact="issue: a lone PHP error served as 200 is server_error",
        url=_PHP,
        expected=VerdictKind.SERVER_ERROR,
        plain=seen(_PHP, _FATAL),
        titles=("Le lavoir du bas",),
        answers=looks(second=seen(_PHP, _FATAL), sibling=absent(_PHP)),
    ),
    Labelled(
        name="a heritage society's page lives below two warnings of PHP",
        fact="issue: only a lone error counts; the record is there",
        url=_PHP2,
        expected=VerdictKind.OK,
        plain=seen(
            _PHP2,
            b"<br />\n<b>Warning</b>:  Undefined array key 1 in <b>/home/amis/www/tete.php</b> on "
            b"line <b>31</b><br />\n<br />\n<b>Deprecated</b>:  strftime() in tete.php<br />\n"
            + tables("Le lavoir du haut", paras(_PHP2, 4), site="Amis du patrimoine bâti"),
            headers={"content-type": "text/html; charset=iso-8859-1"},
        ),
        titles=("Le lavoir du haut",),
        answers=looks(sibling=absent(_PHP2)),
    ),
    Labelled(
        name="a neighbourhood blog cannot reach its database and says so with 200",
        fact="issue: a lone database error served as 200",
        url=_DB,
        expected=VerdictKind.SERVER_ERROR,
        plain=seen(
            _DB,
            "<!DOCTYPE html><html lang='fr'><head><meta charset='utf-8'><title>Erreur de la base "
            "de données</title></head><body id='error-page'><div class='wp-die-message'><h1>Erreur"
            " lors de la connexion à la base de données</h1></div></body></html>".encode(),
        ),
        titles=("La fresque",),
        answers=looks(
            second=seen(
                _DB,
                "<html><head><title>Erreur de la base de données</title></head><body><h1>Erreur "
                "lors de la connexion à la base de données</h1></body></html>".encode(),
            ),
            sibling=absent(_DB),
        ),
    ),
    Labelled(
        name="a question about a fatal error is a page of a help site",
        fact="issue twin: the error is quoted inside a page",
        url=_HELP,
        expected=VerdictKind.OK,
        plain=seen(
            _HELP,
            wordpress(
                "Fatal error: Allowed memory size exhausted",
                f"<pre>{_FATAL.decode()}</pre>" + paras(_HELP, 4),
                site="Entraide PHP",
            ),
        ),
        titles=("Fatal error: Allowed memory size exhausted",),
        answers=sane(_HELP),
    ),
)
