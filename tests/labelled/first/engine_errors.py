"""Cloudflare's 52x, engines' messages served as pages, and odd bodies."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.http_corners import (
    BACK,
    GOOD,
    I3,
    PHP,
    TITLE,
    URL,
    WARNING,
    WPDB,
    WPDB_EN,
    down,
    lasting,
    met,
)
from tests.labelled.labelled import Labelled
from tests.labelled.pages import PRESS, SPIP, STATE, article, page
from tests.labelled.wire import absent, looks, seen

CASES = (
    lasting("Cloudflare 521", "issue 3 conventions: 520–530", 521, "Web server is down"),
    lasting(
        "Cloudflare 522", "issue 3 conventions: 520–530", 522, "Connection timed out", V.TIMEOUT
    ),
    lasting("Cloudflare 525", "issue 3 conventions: 520–530", 525, "SSL handshake failed", V.TLS),
    lasting("Cloudflare 530", "issue 3 conventions: 520–530", 530, "Origin DNS error", V.DNS),
    met("Cloudflare 523 once, then the page", I3, V.OK, down(523, "Origin is unreachable"), BACK),
    met(
        "a fatal error of PHP served as 200",
        "issue 3 conventions: a lone PHP error",
        V.SERVER_ERROR,
        seen(URL, PHP),
        seen(URL, PHP),
    ),
    met(
        "a database error in French served as 200",
        "issue 3 conventions: a lone database error",
        V.SERVER_ERROR,
        seen(URL, WPDB),
        seen(URL, WPDB),
    ),
    met(
        "a database error in English served as 200",
        "issue 3 conventions: a lone database error",
        V.SERVER_ERROR,
        seen(URL, WPDB_EN),
        seen(URL, WPDB_EN),
    ),
    met(
        "an SQL state served as 200",
        "issue 3 conventions: a lone database error",
        V.SERVER_ERROR,
        seen(URL, b"SQLSTATE[HY000] [2002] Connection refused"),
        seen(URL, b"SQLSTATE[HY000] [2002] Connection refused"),
    ),
    met(
        "a good page under a warning of PHP",
        "issue 3 conventions: lone errors only",
        V.OK,
        seen(URL, WARNING.encode() + GOOD),
    ),
    met(
        "a good page with a warning in its midst",
        "issue 3 conventions: lone errors only",
        V.OK,
        seen(URL, article(TITLE, (WARNING,), dress=SPIP)),
    ),
    Labelled(
        "an article about a database error",
        "issue 3 conventions: lone errors only",
        URL,
        V.OK,
        seen(
            URL,
            article(
                "« Error establishing a database connection » : que faire ?",
                (
                    (
                        "Fatal error: Uncaught Error, dit l'écran. SQLSTATE[HY000] n'est pas plus "
                        "clair."
                    ),
                ),
                kb=11,
            ),
        ),
        ("« Error establishing a database connection » : que faire ?",),
        looks(sibling=absent(URL)),
    ),
    met(
        "a body cut by the wire",
        f"{I3}: an unfinished body lives",
        V.OK,
        seen(URL, GOOD[:12000], incomplete=True),
    ),
    met(
        "a body longer than we read",
        "design: bounded bodies",
        V.OK,
        seen(URL, article(TITLE, dress=PRESS, kb=240), truncated=True),
    ),
    met(
        "an anchor that is not there",
        f"{I3}: a missing anchor is a note",
        V.OK,
        BACK,
        url=URL + "#partie-4",
    ),
    met(
        "a site that sends no content type",
        "issue 3 page facts: by magic",
        V.OK,
        seen(URL, GOOD, headers={"content-type": ""}),
    ),
    met(
        "an accented path sent as UTF-8",
        f"{I3}: IRIs",
        V.OK,
        seen(
            "https://www.territoires-et-services.fr/%C3%A9tudes/maisons-de-services-au-public-bilan",
            GOOD,
        ),
        url="https://www.territoires-et-services.fr/études/maisons-de-services-au-public-bilan",
    ),
    met(
        "an accented host",
        f"{I3}: IDNA",
        V.OK,
        seen("https://www.xn--mdiathque-53af.fr/bilan-maisons-de-services", GOOD),
        url="https://www.médiathèque.fr/bilan-maisons-de-services",
    ),
    met(
        "the é that a typist put in",
        "french-web 2b: the site writes communiques",
        V.NOT_FOUND,
        seen(
            "https://sante.gouv.fr/actualites/presse/communiqu%C3%A9s-de-presse/article/cp-x",
            page("Erreur 404", dress=STATE),
            404,
            via=[
                (
                    "https://solidarites-sante.gouv.fr/actualites/presse/communiqu%C3%A9s-de-presse/article/cp-x",
                    301,
                )
            ],
        ),
        url="https://solidarites-sante.gouv.fr/actualites/presse/communiqués-de-presse/article/cp-x",
    ),
)
