"""Names, connections and answers that fail, twice or once."""

from __future__ import annotations

from perenne.domain.exchanges import Failure
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.second.templates_other import drupal, spip, wordpress
from tests.labelled.second.templates_other_old import tables
from tests.labelled.wire import absent, failed, looks, seen

_HOST = "https://www.pays-de-lest.fr/"


def _twice(
    name: str,
    fact: str,
    url: str,
    expected: V,
    failure: Failure,
    accepted: frozenset[V] = frozenset(),
    titles: tuple[str, ...] = (),
) -> Labelled:
    """Return a case whose failure is the same at the second look."""
    return Labelled(
        name,
        fact,
        url,
        expected,
        failed(url, failure),
        titles,
        looks(second=failed(url, failure)),
        accepted,
    )


def _recovers(
    name: str, url: str, failure: Failure, page: bytes, titles: tuple[str, ...]
) -> Labelled:
    """Return a case that fails once and lives at the second look."""
    return Labelled(
        name,
        "design settled: a second opinion for transport failures; it found the page",
        url,
        V.OK,
        failed(url, failure),
        titles,
        looks(second=seen(url, page), sibling=absent(url)),
    )


CASES: tuple[Labelled, ...] = (
    _twice(
        "a mistyped host that does not exist",
        "french-web 1.2 n. 11: horizonpublics.fr; a name without address is dns",
        "https://www.horizonpublics.fr/numerique/design-fiction",
        V.DNS,
        Failure.DNS_NXDOMAIN,
        titles=("Design fiction",),
    ),
    _twice(
        "a name that exists without any address",
        "issue conventions: a name without address: dns",
        "http://lelab.ancien-operateur.fr/",
        V.DNS,
        Failure.DNS_NO_ADDRESS,
    ),
    _twice(
        "a name server that fails twice",
        "issue conventions: SERVFAIL: dns",
        "https://www.observatoire-des-quartiers.org/carte",
        V.DNS,
        Failure.DNS_FAILED,
        also(V.UNCHECKED),
    ),
    _recovers(
        "a name server that failed only once",
        "https://www.observatoire-des-quartiers.org/fiches/12",
        Failure.DNS_FAILED,
        wordpress("Fiche 12 : le quai nord", site="Observatoire des quartiers"),
        ("Fiche 12 : le quai nord",),
    ),
    _twice(
        "nobody listens, twice",
        "design §2: refused",
        "http://e-communautes.pays-de-lest.fr/",
        V.REFUSED,
        Failure.REFUSED,
    ),
    _recovers(
        "nobody listened while the server was restarted",
        f"{_HOST}habitat/opah",
        Failure.REFUSED,
        drupal("L'OPAH du pays de l'Est", site="Pays de l'Est"),
        ("L'OPAH",),
    ),
    _twice(
        "no route to the address",
        "design §2: the connection fails at that step; what it is called is open",
        "http://193.55.0.77/~garnier/these.html",
        V.REFUSED,
        Failure.UNREACHABLE,
        also(V.TIMEOUT, V.UNCHECKED, V.SERVER_ERROR),
    ),
    _twice(
        "the connection is reset, twice",
        "issue conventions: reset or closed without an answer: refused or server_error",
        f"{_HOST}reset",
        V.REFUSED,
        Failure.RESET,
        also(V.SERVER_ERROR),
    ),
    _twice(
        "the connection is closed without an answer, twice",
        "issue conventions: reset or closed without an answer: refused or server_error",
        f"{_HOST}closed",
        V.SERVER_ERROR,
        Failure.CLOSED,
        also(V.REFUSED),
    ),
    _recovers(
        "the connection was closed once, and plain httpx gets the page",
        "http://amis-de-la-voie-verte.asso-web.fr/etapes.htm",
        Failure.CLOSED,
        tables("Les étapes de la voie verte"),
        ("Étapes de la voie verte",),
    ),
    _twice(
        "no connection in time, twice",
        "design §2: timeout",
        "http://www.performance-hopital.net/fileadmin/Actes/actes_2017.html",
        V.TIMEOUT,
        Failure.CONNECT_TIMEOUT,
    ),
    _twice(
        "connected, and not a byte in time, twice",
        "design §2: timeout",
        f"{_HOST}sig/carte.php",
        V.TIMEOUT,
        Failure.ANSWER_TIMEOUT,
    ),
    _recovers(
        "a slow server that answers at the second look",
        f"{_HOST}spip.php?article880",
        Failure.ANSWER_TIMEOUT,
        spip("Le contrat de ruralité", site="Pays de l'Est"),
        ("Le contrat de ruralité",),
    ),
    Labelled(
        name="too slow first, refused then",
        fact="design §2: it fails both times; either step may be named",
        url=f"{_HOST}archives/2011",
        expected=V.REFUSED,
        plain=failed(f"{_HOST}archives/2011", Failure.CONNECT_TIMEOUT),
        titles=("Archives 2011",),
        answers=looks(second=failed(f"{_HOST}archives/2011", Failure.REFUSED)),
        accepted=also(V.TIMEOUT),
    ),
)
