"""Connections that fail, at which step, and whether the page still lives behind."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange, Failure
from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins
from tests.labelled.fourth.filler import text
from tests.labelled.labelled import Labelled, also
from tests.labelled.wire import absent, failed, looks, seen

_D = "https://www.cdg-ardenne.example/guide"
_H = "http://www.horizons-ruraux.example/2018/le-pacte"


def _page(url: str, title: str) -> Exchange:
    return seen(url, skins.spip(title, text(title), site="Centre de gestion"))


def _fails(
    name: str,
    url: str,
    failure: Failure,
    kind: K,
    title: str,
    fact: str,
    accepted: frozenset[K] = frozenset(),
) -> Labelled:
    again = failed(url, failure)
    return Labelled(
        name, fact, url, kind, again, (title,), looks(second=again, browser=again), accepted
    )


def _tls(name: str, url: str, failure: Failure, title: str) -> Labelled:
    bad = failed(url, failure)
    return Labelled(
        name,
        "issue 3, conventions: a bad certificate is tls",
        url,
        K.TLS,
        bad,
        (title,),
        looks(unverified=_page(url, title), second=bad),
    )


def _recovers(name: str, url: str, failure: Failure, title: str) -> Labelled:
    return Labelled(
        name,
        "design 2: an answer at the second look is an answer",
        url,
        K.OK,
        failed(url, failure),
        (title,),
        looks(second=_page(url, title), sibling=absent(url)),
    )


CASES: tuple[Labelled, ...] = (
    _fails(
        "a mistyped host does not exist",
        "http://www.lgazettedescomunes-demo.example/5/x/",
        Failure.DNS_NXDOMAIN,
        K.DNS,
        "Faire du design",
        "issue 3: a name without address",
    ),
    _fails(
        "a retired host has a name and no address",
        "http://archives.cdg-ardenne.example/35/a",
        Failure.DNS_NO_ADDRESS,
        K.DNS,
        "Archives",
        "issue 3: a name without address",
    ),
    _fails(
        "a zone whose servers fail twice",
        "https://www.pays-de-fougeres-demo.example/scot",
        Failure.DNS_FAILED,
        K.DNS,
        "Le SCoT",
        "issue 3, conventions: SERVFAIL is dns",
    ),
    _recovers(
        "a zone whose servers failed once",
        "https://www.pays-de-redon-demo.example/scot",
        Failure.DNS_FAILED,
        "Le SCoT de Redon",
    ),
    _fails(
        "nobody listens on a former event's host",
        "http://www.semaine-2017.example/programme",
        Failure.REFUSED,
        K.REFUSED,
        "Programme 2017",
        "design 2: the connection fails",
    ),
    _fails(
        "a server closes without an answer, twice",
        "https://www.maires-du-forez.example/doc/3",
        Failure.CLOSED,
        K.REFUSED,
        "Doc 3",
        "issue 3, conventions: refused or server_error",
        also(K.SERVER_ERROR),
    ),
    _fails(
        "a server resets every connection",
        "https://www.maires-du-velay.example/doc/3",
        Failure.RESET,
        K.REFUSED,
        "Doc 3",
        "issue 3, conventions: refused or server_error",
        also(K.SERVER_ERROR),
    ),
    _recovers(
        "a server that reset once",
        "https://www.maires-du-velay.example/doc/4",
        Failure.RESET,
        "Document 4 des maires",
    ),
    _fails(
        "a region's old server is never reached in time",
        "http://www.crdp-demo.example/p?i=8",
        Failure.CONNECT_TIMEOUT,
        K.TIMEOUT,
        "Enseigner la ville",
        "design 2: timeout",
    ),
    _fails(
        "a court's server accepts and stays mute",
        "https://www.juridictions-demo.example/r/8",
        Failure.ANSWER_TIMEOUT,
        K.TIMEOUT,
        "Rapport 8",
        "design 2: timeout",
    ),
    _recovers(
        "a server that was slow once",
        "https://www.juridictions-demo.example/r/9",
        Failure.ANSWER_TIMEOUT,
        "Rapport public n° 9",
    ),
    _tls(
        "a certificate out of date",
        f"{_D}/temps-de-travail",
        Failure.TLS_EXPIRED,
        "Le temps de travail",
    ),
    _tls(
        "a certificate of the hosting company's name",
        f"{_D}/conges",
        Failure.TLS_WRONG_NAME,
        "Les congés",
    ),
    _tls(
        "a certificate signed by itself", f"{_D}/retraite", Failure.TLS_SELF_SIGNED, "La retraite"
    ),
    _tls(
        "a server that speaks only the protocols of yore",
        f"{_D}/paie",
        Failure.TLS_OLD_PROTOCOL,
        "La paie",
    ),
    Labelled(
        "only the intermediate certificate is missing and the page is there",
        "design 3: only an intermediate missing, page alive: ok with a note",
        f"{_D}/formation",
        K.OK,
        failed(f"{_D}/formation", Failure.TLS_INCOMPLETE_CHAIN),
        ("La formation des agents",),
        looks(unverified=_page(f"{_D}/formation", "La formation des agents")),
    ),
    Labelled(
        "an old http address leads to a host whose certificate is out of date",
        "issue 3, conventions: a bad certificate is tls",
        _H,
        K.TLS,
        failed(_H.replace("http:", "https:"), Failure.TLS_EXPIRED, via=((_H, 301),)),
        ("Le pacte rural",),
        looks(
            unverified=seen(
                _H.replace("http:", "https:"),
                skins.spip("Le pacte rural", text("pacte"), site="Horizons ruraux"),
                via=((_H, 301),),
            )
        ),
    ),
    Labelled(
        "our own proxy is down",
        "design 2: unchecked is our own network or proxy",
        f"{_D}/logement",
        K.UNCHECKED,
        failed(f"{_D}/logement", Failure.PROXY_FAILED),
        ("Le logement des agents",),
    ),
    Labelled(
        "a dossier cites an address of the town's inner network",
        "design 2: an address refused by our guard is unchecked",
        "http://192.168.14.20/intranet/charte.html",
        K.UNCHECKED,
        failed("http://192.168.14.20/intranet/charte.html", Failure.ADDRESS_FORBIDDEN),
        ("Charte informatique",),
    ),
    Labelled(
        "a host asked us to come back tomorrow",
        "design 2: the host asked us to wait is unchecked",
        f"{_D}/sante",
        K.UNCHECKED,
        failed(f"{_D}/sante", Failure.HOST_PUT_OFF),
        ("La santé au travail",),
        {},
        also(K.BLOCKED),
    ),
)
