"""Names, connections, certificates and clocks; ours and theirs."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange, Failure, Hop
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import article, page
from tests.labelled.wire import failed, looks, seen

TITLE = "Laboratoires d'innovation : le tour de France"
URL = "https://www.labos-publics.org/carnets/tour-de-france"
GOOD = seen(URL, article(TITLE, kb=9))
LOST = seen(URL, page("Page non trouvée"), 404)
D2 = "design 2"


def twice(
    name: str, fact: str, failure: Failure, expected: V, *more: V, url: str = URL
) -> Labelled:
    """A failure that a second opinion shares."""
    again = failed(url, failure)
    return Labelled(name, fact, url, expected, again, (TITLE,), looks(second=again), also(*more))


def once(
    name: str, failure: Failure, second: Exchange = GOOD, expected: V = V.OK, *more: V
) -> Labelled:
    """A failure that a second opinion does not share."""
    return Labelled(
        name,
        "design: second opinion for transport failures",
        URL,
        expected,
        failed(URL, failure),
        (TITLE,),
        looks(second=second),
        also(*more),
    )


def certificate(name: str, failure: Failure, behind: Exchange, expected: V, *more: V) -> Labelled:
    """A certificate that is refused, and what lies behind it."""
    again = failed(URL, failure)
    return Labelled(
        name,
        "issue 3 TLS",
        URL,
        expected,
        again,
        (TITLE,),
        looks(second=again, unverified=behind),
        also(*more),
    )


def ours(name: str, failure: Failure, *more: V) -> Labelled:
    """A trouble of our own."""
    return Labelled(
        name,
        f"{D2}: unchecked = we could not or may not try",
        URL,
        V.UNCHECKED,
        failed(URL, failure),
        (TITLE,),
        looks(second=failed(URL, failure)),
        also(*more),
    )


def ending(failure: Failure, status: int, location: str) -> Exchange:
    """A redirect that cannot be followed."""
    headers = {"location": location, "content-type": "text/html"}
    return Exchange(
        (Hop(URL, status, headers, failure, seconds=0.2, permanent=status in {301, 308}),)
    )


OLD = URL.replace("https", "http")
MOVED_OUT = [(OLD, 301)]
HORIZON = "https://www.horizonpublics.fr/numerique/design-fiction-du-design-des-politiques-publiques-au-design-des-polemiques-publiques"
GAZETTE = "http://www.lgazettedescommunes.com/517311/faire-du-design-de-service-public-oui-mais-comment/?abo=1"

CASES = (
    twice("a name that does not exist", f"{D2}: dns", Failure.DNS_NXDOMAIN, V.DNS),
    twice(
        "horizonpublics without its s",
        "french-web 1.2 n 11: host typo",
        Failure.DNS_NXDOMAIN,
        V.DNS,
        url=HORIZON,
    ),
    twice(
        "lgazettedescommunes without its a",
        "french-web 1.2 n 12: host typo",
        Failure.DNS_NXDOMAIN,
        V.DNS,
        url=GAZETTE,
    ),
    twice("a name without an address", "issue 3 conventions: dns", Failure.DNS_NO_ADDRESS, V.DNS),
    twice(
        "a resolver that fails twice",
        "issue 3 conventions: SERVFAIL: dns",
        Failure.DNS_FAILED,
        V.DNS,
    ),
    Labelled(
        "a name that does not exist, nobody asked again",
        f"{D2}: dns",
        URL,
        V.DNS,
        failed(URL, Failure.DNS_NXDOMAIN),
        (TITLE,),
    ),
    once("a resolver that fails once", Failure.DNS_FAILED),
    once("a name that was lost for a moment", Failure.DNS_NXDOMAIN),
    twice("nobody listens", f"{D2}: refused", Failure.REFUSED, V.REFUSED),
    once("nobody listened for a moment", Failure.REFUSED),
    twice("no route", f"{D2}: the connection fails", Failure.UNREACHABLE, V.REFUSED, V.TIMEOUT),
    twice(
        "a reset",
        "issue 3 conventions: refused or server_error",
        Failure.RESET,
        V.REFUSED,
        V.SERVER_ERROR,
    ),
    twice(
        "closed without an answer",
        "issue 3 conventions: refused or server_error",
        Failure.CLOSED,
        V.SERVER_ERROR,
        V.REFUSED,
    ),
    once("closed once", Failure.CLOSED),
    once("reset once", Failure.RESET),
    twice(
        "a connection that is not made in time",
        f"{D2}: timeout",
        Failure.CONNECT_TIMEOUT,
        V.TIMEOUT,
    ),
    twice(
        "an answer that does not come in time",
        f"{D2}: timeout; french-web 2a ccomptes.fr",
        Failure.ANSWER_TIMEOUT,
        V.TIMEOUT,
    ),
    Labelled(
        "a timeout, nobody asked again",
        f"{D2}: timeout",
        URL,
        V.TIMEOUT,
        failed(URL, Failure.ANSWER_TIMEOUT),
        (TITLE,),
    ),
    once("a slow server that was slow once", Failure.ANSWER_TIMEOUT),
    once("a slow connection that was slow once", Failure.CONNECT_TIMEOUT),
    once("a slow server, then a lost page", Failure.ANSWER_TIMEOUT, LOST, V.NOT_FOUND),
    once(
        "a refusal, then a wall of time",
        Failure.REFUSED,
        failed(URL, Failure.CONNECT_TIMEOUT),
        V.REFUSED,
        V.TIMEOUT,
    ),
)
