"""Failures of names, connections and certificates, and what a second look finds."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange, Failure
from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.b_templates import drupal, paras, sane, spip, tables, typo3
from tests.labelled.wire import absent, failed, looks, seen

_TYPO = (
    "http://www.lgazettedescommunes.com/517311/"
    "faire-du-design-de-service-public-oui-mais-comment/?abo=1"
)
_TYPO2 = "https://www.horizonpublics.fr/numerique/design-fiction-du-design"
_LAB = "http://www.lelab.pole-emploi.fr/"
_LAB_NEW = "https://lelab.francetravail.fr/"
_NANTES = "https://www.nantes.fr/participation/labo-citoyen"
_COUNTS = "https://www.ccomptes.fr/fr/publications/linnovation-dans-les-petites-villes"
_ARCH = "https://archives.lagazettedescommunes.com/35826178/afigese-les-fabriques"
_MUSEE = "https://www.musee-du-bouchot.fr/collections/outils.html"
_UNIV = "https://edytem.univ-des-plaines.fr/projets/halles/"
_MAIRIE = "https://www.mairie-de-vaux-le-petit.fr/la-commune/histoire.php"
_DOC = "Les outils du bouchot"


def _page(url: str, title: str) -> Exchange:
    return seen(url, spip(title, paras(url), site="Le musée"))


_MUSEUM = _page(_MUSEE, _DOC)
_LOST = seen(_MUSEE, spip("Erreur 404", "<p>Page introuvable.</p>", site="Le musée"), 404)


def _lasting(
    name: str,
    fact: str,
    url: str,
    failure: Failure,
    expected: VerdictKind,
    *others: VerdictKind,
    titles: tuple[str, ...] = (),
) -> Labelled:
    """Return a case of a failure that the second opinion confirms."""
    plain = failed(url, failure)
    return Labelled(name, fact, url, expected, plain, titles, looks(second=plain), also(*others))


def _behind(name: str, failure: Failure, expected: VerdictKind, found: Exchange) -> Labelled:
    """Return a case of a bad certificate, and what lies behind it."""
    return Labelled(
        name=name,
        fact="issue: a bad certificate is tls; incomplete chain and alive is ok with a note",
        url=_MUSEE,
        expected=expected,
        plain=failed(_MUSEE, failure),
        titles=(_DOC,),
        answers=looks(unverified=found, second=failed(_MUSEE, failure), sibling=absent(_MUSEE)),
    )


CASES: tuple[Labelled, ...] = (
    _lasting(
        "the mistyped Gazette has no address",
        "french-web 1.2 n 35: host typo; NXDOMAIN is dns",
        _TYPO,
        Failure.DNS_NXDOMAIN,
        VerdictKind.DNS,
        titles=("Faire du design de service public, oui, mais comment ?",),
    ),
    _lasting(
        "the mistyped Horizons has a name without address",
        "issue: a name without address is dns",
        _TYPO2,
        Failure.DNS_NO_ADDRESS,
        VerdictKind.DNS,
    ),
    _lasting(
        "the resolver stays mute about a town hall, twice",
        "issue: SERVFAIL is dns",
        _MAIRIE,
        Failure.DNS_FAILED,
        VerdictKind.DNS,
    ),
    Labelled(
        name="the resolver stays mute about a town hall once, then its page of tables comes",
        fact="design 3: second opinion for transport failures",
        url=_MAIRIE,
        expected=VerdictKind.OK,
        plain=failed(_MAIRIE, Failure.DNS_FAILED),
        titles=("Histoire de la commune",),
        answers=looks(
            second=seen(
                _MAIRIE,
                tables("Histoire de la commune", paras(_MAIRIE), site="Vaux-le-Petit"),
                headers={"content-type": "text/html; charset=windows-1252"},
            ),
            sibling=absent(_MAIRIE),
        ),
    ),
    Labelled(
        name="the laboratory of Pôle emploi is sent to a name that does not exist",
        fact="french-web 2b: renamed; the redirect's target has no address",
        url=_LAB,
        expected=VerdictKind.DNS,
        plain=failed(_LAB_NEW, Failure.DNS_NXDOMAIN, via=((_LAB, 301),)),
        titles=("Pôle emploi",),
        answers=looks(second=failed(_LAB_NEW, Failure.DNS_NXDOMAIN, via=((_LAB, 301),))),
    ),
    _lasting(
        "nobody listens at the archive of the Gazette over https",
        "design 2: the connection fails at that step",
        _ARCH,
        Failure.REFUSED,
        VerdictKind.REFUSED,
        titles=('Les "fabriques", ces ateliers où les agents améliorent les politiques',),
    ),
    _lasting(
        "a university laboratory resets every connection",
        "issue: reset or closed without an answer is refused or server_error",
        _UNIV,
        Failure.RESET,
        VerdictKind.REFUSED,
        VerdictKind.SERVER_ERROR,
    ),
    Labelled(
        name="a university laboratory closes once without an answer, then answers",
        fact="design 3: second opinion",
        url=_UNIV,
        expected=VerdictKind.OK,
        plain=failed(_UNIV, Failure.CLOSED),
        titles=("Halles : le projet",),
        answers=looks(
            second=seen(_UNIV, typo3("Halles", paras(_UNIV, 3), site="Laboratoire Edytem")),
            sibling=absent(_UNIV),
        ),
    ),
    _lasting(
        "the court of accounts does not let us connect in time",
        "french-web 2a: ccomptes.fr timeout; design 2: timeout",
        _COUNTS,
        Failure.CONNECT_TIMEOUT,
        VerdictKind.TIMEOUT,
        titles=("L'innovation dans les petites villes",),
    ),
    Labelled(
        name="the court of accounts was only slow at first",
        fact="design 3: second opinion",
        url=_COUNTS,
        expected=VerdictKind.OK,
        plain=failed(_COUNTS, Failure.ANSWER_TIMEOUT),
        titles=("L'innovation dans les petites villes",),
        answers=looks(
            second=seen(
                _COUNTS,
                drupal("L’innovation dans les petites villes", paras(_COUNTS), site="Cour"),
            ),
            sibling=absent(_COUNTS),
        ),
    ),
    _lasting(
        "Nantes breaks off every handshake",
        "french-web 2a: nantes.fr TLS failure",
        _NANTES,
        Failure.TLS_FAILED,
        VerdictKind.TLS,
        titles=("A Nantes",),
    ),
    _behind(
        "a museum's certificate has expired before a living page",
        Failure.TLS_EXPIRED,
        VerdictKind.TLS,
        _MUSEUM,
    ),
    _behind(
        "a museum's certificate bears the name of its hosting company",
        Failure.TLS_WRONG_NAME,
        VerdictKind.TLS,
        _LOST,
    ),
    _behind(
        "a museum's server forgot the intermediate certificate",
        Failure.TLS_INCOMPLETE_CHAIN,
        VerdictKind.OK,
        _MUSEUM,
    ),
    _behind(
        "a museum speaks a protocol of 2006",
        Failure.TLS_OLD_PROTOCOL,
        VerdictKind.TLS,
        failed(_MUSEE, Failure.TLS_OLD_PROTOCOL),
    ),
    Labelled(
        name="our own proxy is down when the museum is looked for",
        fact="design 2: our own network or proxy down is unchecked",
        url=_MUSEE,
        expected=VerdictKind.UNCHECKED,
        plain=failed(_MUSEE, Failure.PROXY_FAILED),
        titles=(_DOC,),
        answers=looks(second=failed(_MUSEE, Failure.PROXY_FAILED)),
    ),
    Labelled(
        name="a town hall redirects us to an address of its own network",
        fact="design 2: address refused by our guard is unchecked",
        url=_MAIRIE,
        expected=VerdictKind.UNCHECKED,
        plain=failed(
            "http://192.168.1.12/histoire.php", Failure.ADDRESS_FORBIDDEN, via=((_MAIRIE, 302),)
        ),
        titles=("Histoire de la commune",),
    ),
    Labelled(
        name="the museum's page is simply there",
        fact="twin: an ordinary living page of the same site",
        url=_MUSEE,
        expected=VerdictKind.OK,
        plain=_MUSEUM,
        titles=("Les outils",),
        answers=sane(_MUSEE),
    ),
)
