"""Statuses out of the way, servers that stumble, and messages of engines served as pages."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange, Failure
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, STATE, article, bare, page
from tests.labelled.wire import failed, looks, seen

TITLE = "Les maisons de services au public : bilan d'étape"
URL = "https://www.territoires-et-services.fr/etudes/maisons-de-services-au-public-bilan"
GOOD = article(TITLE, dress=STATE, kb=16)
I3 = "issue 3 HTTP corners"


def met(
    name: str,
    fact: str,
    expected: V,
    plain: Exchange,
    second: Exchange | None = None,
    *more: V,
    url: str = URL,
) -> Labelled:
    """One answer, and what a second opinion says."""
    return Labelled(name, fact, url, expected, plain, (TITLE,), looks(second=second), also(*more))


def down(status: int, text: str = "", **headers: str) -> Exchange:
    """Return an answer of a server in trouble."""
    body = bare(f"{status} {text}", f"<h1>{status} {text}</h1>")
    return seen(URL, body, status, headers={k.replace("_", "-"): v for k, v in headers.items()})


def lasting(name: str, fact: str, status: int, text: str, *more: V) -> Labelled:
    """A trouble that a second opinion shares."""
    return met(name, fact, V.SERVER_ERROR, down(status, text), down(status, text), *more)


BACK = seen(URL, GOOD)
PHP = (
    b"<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function "
    b"mysql_connect() in /home/site/www/inc/base.php:12\nStack trace:\n#0 {main}\n  "
    b"thrown in <b>/home/site/www/inc/base.php</b> on line <b>12</b><br />"
)
WPDB = bare(
    "Erreur de base de données",
    "<div class='wp-die-message'><h1>Erreur lors de la connexion à la base de données</h1></div>",
    lang="fr-FR",
)
WPDB_EN = bare("Database Error", "<h1>Error establishing a database connection</h1>")
WARNING = (
    "<br />\n<b>Warning</b>:  Undefined variable $rang in "
    "<b>/home/site/www/wp-content/themes/val/header.php</b> on line <b>41</b><br />\n"
)

CASES = (
    met("a plain 404", "french-web 2h.5", V.NOT_FOUND, seen(URL, page("Page non trouvée"), 404)),
    met(
        "a 404 with a long and lively page",
        "french-web 2h.5",
        V.NOT_FOUND,
        seen(URL, article("Oups, ce lien est rompu", dress=PRESS, kb=30), 404),
    ),
    met("a 404 with an empty body", "french-web 2h.5", V.NOT_FOUND, seen(URL, b"", 404)),
    met(
        "a plain 410", "french-web 2h.5", V.GONE, seen(URL, bare("410 Gone", "<h1>Gone</h1>"), 410)
    ),
    met("an ordinary 200", "french-web 2h", V.OK, BACK),
    met(
        "a 203 from a proxy that rewrites",
        "checkers 2.5: 200–208 alive",
        V.OK,
        seen(URL, GOOD, 203),
    ),
    met(
        "a 206 that nobody asked for",
        I3,
        V.OK,
        seen(URL, GOOD[:12000], 206, headers={"content-range": "bytes 0-11999/20480"}),
    ),
    met(
        "a 304 that nobody asked for",
        f"{I3}; checkers 2.5: 300–308 alive",
        V.OK,
        seen(URL, b"", 304, headers={"content-type": "", "etag": '"5d"'}),
    ),
    met(
        "a choice of languages",
        f"{I3}: 300",
        V.OK,
        seen(
            URL,
            page(
                TITLE,
                paragraphs=(
                    (
                        '<ul><li><a href="bilan.fr.html">Français</a></li><li><a '
                        'href="bilan.en.html">English</a></li></ul>'
                    ),
                ),
            ),
            300,
        ),
        None,
        V.MOVED,
        V.DOUBTFUL,
    ),
    met("a 500 once, then the page", I3, V.OK, down(500, "Internal Server Error"), BACK),
    lasting("a 500 that lasts", "design 2: server_error", 500, "Internal Server Error"),
    lasting("a 502 that lasts", "design 2: server_error", 502, "Bad Gateway"),
    lasting("a 504 that lasts", "design 2: server_error", 504, "Gateway Time-out", V.TIMEOUT),
    met("a 502 once, then the page", I3, V.OK, down(502, "Bad Gateway"), BACK),
    met(
        "a 503 that asks for half a minute, then the page",
        I3,
        V.OK,
        down(503, "Service Unavailable", retry_after="30"),
        BACK,
    ),
    met(
        "a 503 that asks for half a minute and lasts",
        I3,
        V.SERVER_ERROR,
        down(503, "Service Unavailable", retry_after="30"),
        down(503, "Service Unavailable", retry_after="30"),
    ),
    met(
        "a site in maintenance",
        "design 2: 5xx that lasts",
        V.SERVER_ERROR,
        seen(URL, page("Site en maintenance", paragraphs=("Notre site revient très vite.",)), 503),
        seen(URL, page("Site en maintenance"), 503),
    ),
    met(
        "a 500, then a lost page",
        "french-web 2h.5",
        V.NOT_FOUND,
        down(500, "Internal Server Error"),
        seen(URL, page("Page non trouvée"), 404),
    ),
    met(
        "a 500, then silence",
        "design 2: broken either way",
        V.SERVER_ERROR,
        down(500, "Internal Server Error"),
        failed(URL, Failure.ANSWER_TIMEOUT),
        V.TIMEOUT,
    ),
    lasting(
        "Cloudflare 520",
        "issue 3 conventions: 520–530",
        520,
        "Web server is returning an unknown error",
    ),
)
