"""Failures that turn into something else, and refusals of our own."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange, Failure
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import bare
from tests.labelled.second.templates_other import drupal
from tests.labelled.wire import failed, looks, seen

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


_WALL: Exchange = seen(
    f"{_HOST}mur",
    bare("Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1>"),
    403,
    headers={"server": "cloudflare"},
)


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="reset first, and a wall of Cloudflare at the second look",
        fact="french-web 2d: a signed refusal of us is blocked",
        url=f"{_HOST}mur",
        expected=V.BLOCKED,
        plain=failed(f"{_HOST}mur", Failure.RESET),
        titles=("Le mur des Justes",),
        answers=looks(second=_WALL),
    ),
    Labelled(
        name="reset first, and a hard 404 at the second look",
        fact="design §2: 404 is not_found",
        url=f"{_HOST}ancien/plan",
        expected=V.NOT_FOUND,
        plain=failed(f"{_HOST}ancien/plan", Failure.RESET),
        titles=("Plan du site",),
        answers=looks(
            second=seen(f"{_HOST}ancien/plan", drupal("Page non trouvée", ("Désolé.",)), 404)
        ),
    ),
    Labelled(
        name="a redirect that leads to a host which does not exist any more",
        fact="design §2: the document's present address fails at dns",
        url=f"{_HOST}lab",
        expected=V.DNS,
        plain=failed(
            "https://lab.pays-de-lest-innovation.fr/",
            Failure.DNS_NXDOMAIN,
            via=((f"{_HOST}lab", 301),),
        ),
        titles=("Le lab du pays de l'Est",),
        answers=looks(
            second=failed(
                "https://lab.pays-de-lest-innovation.fr/",
                Failure.DNS_NXDOMAIN,
                via=((f"{_HOST}lab", 301),),
            )
        ),
    ),
    _twice(
        "something answers that is not HTTP",
        "design §2: no answer of a web server comes; not a living page",
        "http://ftp.inventaire-patrimoine.org:8021/base",
        V.SERVER_ERROR,
        Failure.NOT_HTTP,
        also(V.REFUSED, V.UNCHECKED, V.DOUBTFUL),
    ),
    _twice(
        "an address of the intranet that our guard refuses",
        "design §2: address or port refused by our guard: unchecked",
        "http://10.20.4.7/ged/note.pdf",
        V.UNCHECKED,
        Failure.ADDRESS_FORBIDDEN,
    ),
    Labelled(
        name="a public page that redirects into a private network",
        fact="design §2: address refused by our guard: unchecked",
        url=f"{_HOST}extranet",
        expected=V.UNCHECKED,
        plain=failed(
            "http://192.168.1.20/accueil",
            Failure.ADDRESS_FORBIDDEN,
            via=((f"{_HOST}extranet", 302),),
        ),
        titles=("Extranet des communes",),
        accepted=also(V.DOUBTFUL),
    ),
    _twice(
        "a port that our guard refuses",
        "design §2: address or port refused by our guard: unchecked",
        "http://catalogue.mediatheque-est.fr:25/notice",
        V.UNCHECKED,
        Failure.PORT_FORBIDDEN,
    ),
    _twice(
        "a host that wants us to come back tomorrow",
        "design §2: host asked us to wait: unchecked",
        f"{_HOST}agenda",
        V.UNCHECKED,
        Failure.HOST_PUT_OFF,
    ),
    _twice(
        "our own proxy refuses us",
        "design §2: our own network or proxy down: unchecked",
        f"{_HOST}presse",
        V.UNCHECKED,
        Failure.PROXY_FAILED,
    ),
    _twice(
        "our own network is down",
        "design §2: our own network or proxy down: unchecked",
        f"{_HOST}contact",
        V.UNCHECKED,
        Failure.OWN_NETWORK,
    ),
    _twice(
        "the time for one link was used up on the way",
        "design §4: 60 s in all for a link; a slow chain may also be called a timeout",
        f"{_HOST}recherche?q=bois",
        V.UNCHECKED,
        Failure.BUDGET_SPENT,
        also(V.TIMEOUT),
    ),
)
