"""Certificates, redirects into the void, and our own troubles."""

from __future__ import annotations

from dataclasses import replace

from perenne.domain.exchanges import Failure
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.tls_and_network import (
    D2,
    GOOD,
    LOST,
    MOVED_OUT,
    OLD,
    TITLE,
    URL,
    certificate,
    ending,
    ours,
    twice,
)
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import article
from tests.labelled.wire import failed, looks, seen

CASES = (
    twice(
        "something that is no HTTP", f"{D2}: broken", Failure.NOT_HTTP, V.SERVER_ERROR, V.REFUSED
    ),
    certificate("an expired certificate before a living page", Failure.TLS_EXPIRED, GOOD, V.TLS),
    certificate(
        "an expired certificate before a lost page", Failure.TLS_EXPIRED, LOST, V.TLS, V.NOT_FOUND
    ),
    certificate("a self-signed certificate", Failure.TLS_SELF_SIGNED, GOOD, V.TLS),
    certificate("an unknown authority", Failure.TLS_UNKNOWN_CA, GOOD, V.TLS),
    certificate("a certificate for another name", Failure.TLS_WRONG_NAME, GOOD, V.TLS),
    certificate(
        "an incomplete chain before a living page", Failure.TLS_INCOMPLETE_CHAIN, GOOD, V.OK
    ),
    certificate(
        "an incomplete chain before a lost page",
        Failure.TLS_INCOMPLETE_CHAIN,
        LOST,
        V.NOT_FOUND,
        V.TLS,
    ),
    certificate(
        "too old a protocol", Failure.TLS_OLD_PROTOCOL, failed(URL, Failure.TLS_OLD_PROTOCOL), V.TLS
    ),
    Labelled(
        "an expired certificate that nobody looked behind",
        "issue 3 TLS",
        URL,
        V.TLS,
        failed(URL, Failure.TLS_EXPIRED),
        (TITLE,),
    ),
    Labelled(
        "a good http page that leads to a bad certificate",
        "issue 3 TLS",
        OLD,
        V.TLS,
        failed(URL, Failure.TLS_WRONG_NAME, via=MOVED_OUT),
        (TITLE,),
        looks(
            second=failed(URL, Failure.TLS_WRONG_NAME, via=MOVED_OUT),
            unverified=seen(URL, article(TITLE), via=MOVED_OUT),
        ),
    ),
    Labelled(
        "a redirect to a name that does not exist",
        f"{D2}: dns",
        URL,
        V.DNS,
        failed("https://carnets.labos-publics.net/tour", Failure.DNS_NXDOMAIN, via=[(URL, 301)]),
        (TITLE,),
        looks(
            second=failed(
                "https://carnets.labos-publics.net/tour", Failure.DNS_NXDOMAIN, via=[(URL, 301)]
            )
        ),
    ),
    Labelled(
        "a redirect to a deaf port",
        f"{D2}: refused",
        URL,
        V.REFUSED,
        failed("https://carnets.labos-publics.net/tour", Failure.REFUSED, via=[(URL, 302)]),
        (TITLE,),
        looks(
            second=failed(
                "https://carnets.labos-publics.net/tour", Failure.REFUSED, via=[(URL, 302)]
            )
        ),
    ),
    Labelled(
        "a loop",
        f"{D2}: redirect_loop",
        URL,
        V.REDIRECT_LOOP,
        ending(Failure.REDIRECT_LOOP, 302, URL),
        (TITLE,),
        looks(second=ending(Failure.REDIRECT_LOOP, 302, URL)),
    ),
    Labelled(
        "a redirect to nowhere",
        "issue 3 HTTP corners: empty Location",
        URL,
        V.REDIRECT_LOOP,
        ending(Failure.REDIRECT_INVALID, 301, ""),
        (TITLE,),
        looks(second=ending(Failure.REDIRECT_INVALID, 301, "")),
        also(V.SERVER_ERROR, V.DOUBTFUL, V.MALFORMED),
    ),
    ours("our own network is down", Failure.OWN_NETWORK),
    ours("our own proxy fails", Failure.PROXY_FAILED),
    ours("an address that our guard refuses", Failure.ADDRESS_FORBIDDEN),
    ours("a port that our guard refuses", Failure.PORT_FORBIDDEN),
    ours("a host that put us off", Failure.HOST_PUT_OFF),
    ours("no time left for this link", Failure.BUDGET_SPENT, V.TIMEOUT),
    Labelled(
        "a living page at the first look", "french-web 2h", URL, V.OK, replace(GOOD), (TITLE,)
    ),
)
