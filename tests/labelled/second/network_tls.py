"""Certificates and handshakes that fail, and what lies behind them."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange, Failure
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import bare
from tests.labelled.second.templates_other import drupal, spip, wordpress
from tests.labelled.second.templates_other_old import tables
from tests.labelled.wire import absent, failed, looks, seen

_U = "https://www.syndicat-des-eaux-du-haut.fr/{}"


def _tls(
    name: str,
    path: str,
    failure: Failure,
    behind: Exchange | None,
    *,
    expected: V = V.TLS,
    fact: str = "issue conventions: a bad certificate: tls, with what lies behind it in the note",
    titles: tuple[str, ...] = ("La source du Haut",),
    accepted: frozenset[V] = frozenset(),
) -> Labelled:
    url = _U.format(path)
    return Labelled(
        name,
        fact,
        url,
        expected,
        failed(url, failure),
        titles,
        looks(unverified=behind, second=failed(url, failure), sibling=absent(url)),
        accepted,
    )


def _page(path: str, body: bytes, status: int = 200) -> Exchange:
    return seen(_U.format(path), body, status)


CASES: tuple[Labelled, ...] = (
    _tls(
        "an expired certificate before a living page",
        "source",
        Failure.TLS_EXPIRED,
        _page("source", spip("La source du Haut")),
    ),
    _tls(
        "an expired certificate before a page not found",
        "source-2",
        Failure.TLS_EXPIRED,
        _page("source-2", spip("Erreur 404", ("Page introuvable",)), 404),
        accepted=also(V.NOT_FOUND),
    ),
    _tls(
        "a certificate of another name before the default page of a host",
        "captages",
        Failure.TLS_WRONG_NAME,
        _page(
            "captages",
            bare("Apache2 Default Page", "<h1>It works!</h1>" + "<p>Apache</p>" * 9),
        ),
        accepted=also(V.PARKED),
    ),
    _tls(
        "a certificate of another name before the living page",
        "reseau",
        Failure.TLS_WRONG_NAME,
        _page("reseau", tables("La source du Haut")),
    ),
    _tls(
        "a self-signed certificate before a living page",
        "extranet",
        Failure.TLS_SELF_SIGNED,
        _page("extranet", drupal("La source du Haut")),
    ),
    _tls(
        "a certificate of an authority that nobody knows",
        "marches",
        Failure.TLS_UNKNOWN_CA,
        _page("marches", wordpress("La source du Haut")),
        accepted=also(V.UNCHECKED),
    ),
    _tls(
        "an intermediate certificate is missing and the page lives",
        "tarifs",
        Failure.TLS_INCOMPLETE_CHAIN,
        _page("tarifs", drupal("La source du Haut : tarifs")),
        expected=V.OK,
        fact="design settled: only an intermediate missing, page alive: ok with a note",
    ),
    _tls(
        "an intermediate certificate is missing and the page is a 404",
        "tarifs-2012",
        Failure.TLS_INCOMPLETE_CHAIN,
        _page("tarifs-2012", drupal("Page non trouvée", ("La page est introuvable.",)), 404),
        expected=V.NOT_FOUND,
        fact="design settled: the missing intermediate is forgiven where the page is alive only",
        accepted=also(V.TLS),
    ),
    _tls(
        "an intermediate certificate is missing and nothing answers behind",
        "releves",
        Failure.TLS_INCOMPLETE_CHAIN,
        failed(_U.format("releves"), Failure.ANSWER_TIMEOUT),
        accepted=also(V.TIMEOUT),
    ),
    _tls(
        "a protocol so old that no hand is shaken",
        "vieux",
        Failure.TLS_FAILED,
        failed(_U.format("vieux"), Failure.TLS_FAILED),
    ),
    Labelled(
        name="http leads to https, where the certificate has expired",
        fact="issue conventions: a bad certificate: tls",
        url="http://www.lavoirs-du-haut.fr/plan.php",
        expected=V.TLS,
        plain=failed(
            "https://www.lavoirs-du-haut.fr/plan.php",
            Failure.TLS_EXPIRED,
            via=(("http://www.lavoirs-du-haut.fr/plan.php", 301),),
        ),
        titles=("Plan des lavoirs",),
        answers=looks(
            unverified=seen("https://www.lavoirs-du-haut.fr/plan.php", tables("Plan des lavoirs"))
        ),
    ),
    Labelled(
        name="a handshake broken off once, and the page at the second look",
        fact="design settled: a second opinion for transport failures",
        url=_U.format("qualite"),
        expected=V.OK,
        plain=failed(_U.format("qualite"), Failure.TLS_FAILED),
        titles=("Qualité de l'eau",),
        answers=looks(
            second=_page("qualite", drupal("Qualité de l'eau : analyses")),
            unverified=_page("qualite", drupal("Qualité de l'eau : analyses")),
            sibling=absent(_U.format("qualite")),
        ),
        accepted=also(V.TLS),
    ),
    Labelled(
        name="the same site with a good certificate",
        fact="ordinary living twin of the bad certificates",
        url=_U.format("histoire"),
        expected=V.OK,
        plain=_page("histoire", spip("Histoire du syndicat : certificats et expirations")),
        titles=("Histoire du syndicat",),
        answers=looks(sibling=absent(_U.format("histoire"))),
    ),
)
