"""DataDome, Akamai and HUMAN: their walls, their faults, and the good pages that they serve."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.prose import prose
from tests.labelled.second.press_filler import english
from tests.labelled.second.templates_press import NEXT, WEBFORMS, WORDPRESS, build
from tests.labelled.second.templates_press_site import MAGAZINE, sane
from tests.labelled.second.templates_walls import akamai, datadome, perimeterx
from tests.labelled.wire import beside, looks, seen

NEWS = "https://www.leprogres-du-littoral.fr/economie/2019/05/port-criee-transmission"
DD = {
    "server": "DataDome",
    "x-datadome": "protected",
    "x-dd-b": "1",
    "x-datadome-cid": "AHrlqAAAAAMAx",
    "set-cookie": "datadome=5sYk; Max-Age=31536000; Path=/; Secure; SameSite=Lax",
}
PASSED = {"x-datadome": "protected", "set-cookie": DD["set-cookie"], "server": "nginx"}
TRAIN = "https://www.voyages-tram-ouest.com/fr/projet/ligne-d/concertation"
GHOST = {"server": "AkamaiGHost", "mime-version": "1.0"}
ABCK = "_abck=0D~-1~YAAQ; Domain=.x; Path=/; Secure\nak_bmsc=12F; HttpOnly\nbm_sz=77A; Path=/"
STATS = "https://data.observatoire-rural.eu/reports/2018/broadband.aspx"
SHOP = "https://www.librairie-du-passage.eu/ebook/9782100771234-design-public"

_dd = seen(NEWS, datadome("leprogres-du-littoral.fr"), 403, headers=DD)
_dd401 = seen(NEWS, datadome("leprogres-du-littoral.fr", "i.js"), 401, headers=DD)
_ak = seen(TRAIN, akamai("Reference #18.4d3c1702.1718031234.1a2b3c4d"), 403, headers=GHOST)
_ak11 = seen(
    TRAIN,
    akamai(
        "Reference #11.45a1f748.1718031234.5f1c0b",
        "Service Unavailable - DNS failure",
        "The server is temporarily unable to service your request. Please try again later.",
    ),
    503,
    headers=GHOST,
)
_ak97 = seen(
    STATS,
    akamai(
        "Reference #97.6f7b1202.1718031234.88c2",
        "Gateway Timeout - In read",
        "An error occurred while processing your request.",
    ),
    504,
    headers=GHOST,
)
_ak6 = seen(
    STATS,
    akamai(
        "Reference #6.2cf01602.1718031234.aa01",
        "Service Unavailable",
        "An error occurred while processing your request.",
    ),
    503,
    headers={"server": "AkamaiGHost", "retry-after": "0"},
)
_px = seen(SHOP, perimeterx(), 403, headers={"set-cookie": "_pxhd=ab; Path=/", "server": "istio"})
_header = seen(NEWS, b"", 403, headers={"x-dd-b": "2", "server": "Varnish"})

CASES: tuple[Labelled, ...] = (
    Labelled(
        "DataDome before a regional daily",
        "french-web 2d: 403 with captcha-delivery.com",
        NEWS,
        V.BLOCKED,
        _dd,
        ("Port : la criée cherche un repreneur",),
        looks(browser=_dd, sibling=seen(beside(NEWS), datadome("x"), 403, headers=DD)),
    ),
    Labelled(
        "DataDome that answers 401, which is no login",
        "french-web 2d: DataDome, sometimes 401; 2h: block before 401",
        NEWS,
        V.BLOCKED,
        _dd401,
        ("Port : la criée cherche un repreneur",),
        looks(browser=_dd401),
    ),
    Labelled(
        "an empty 403 that DataDome signs in a header only",
        "french-web 2d: x-dd-b: 1|2",
        NEWS,
        V.BLOCKED,
        _header,
        (),
        looks(browser=_header),
    ),
    Labelled(
        "the daily's article once DataDome let us through, with its tag and preconnect",
        "french-web 2d: cookie datadome and x-datadome: protected are weak",
        NEWS,
        V.OK,
        seen(
            NEWS,
            build(
                MAGAZINE,
                "Port : la criée cherche un repreneur",
                prose("criee"),
                entries=180,
                site="Le Progrès du littoral",
                kb=30,
                head='<link rel="preconnect" href="https://geo.captcha-delivery.com">'
                '<script>window.ddjskey="A1";window.ddoptions={ajaxListenerPath:true}</script>'
                '<script src="https://js.datadome.co/tags.js" async></script>',
            ),
            headers=PASSED,
        ),
        ("Port : la criée cherche un repreneur",),
        sane(NEWS),
    ),
    Labelled(
        "Akamai's Access Denied with a reference 18",
        "french-web 2d: 18.xx is denied by WAF or bot rule",
        TRAIN,
        V.BLOCKED,
        _ak,
        ("Ligne D : la concertation",),
        looks(browser=_ak),
    ),
    Labelled(
        "Akamai's reference 11: the origin has no DNS",
        "french-web 2d: 11.xx origin DNS is origin down, not a block",
        TRAIN,
        V.SERVER_ERROR,
        _ak11,
        ("Ligne D : la concertation",),
        looks(browser=_ak11, second=_ak11),
        also(V.DNS),
    ),
    Labelled(
        "Akamai's reference 97: the origin does not answer in time",
        "french-web 2d: 97.xx connect timeout is origin down",
        STATS,
        V.SERVER_ERROR,
        _ak97,
        ("Rural broadband 2018",),
        looks(browser=_ak97, second=_ak97),
        also(V.TIMEOUT),
    ),
    Labelled(
        "Akamai's reference 6: the origin refuses",
        "french-web 2d: 6.xx connect refused is origin down",
        STATS,
        V.SERVER_ERROR,
        _ak6,
        ("Rural broadband 2018",),
        looks(browser=_ak6, second=_ak6),
        also(V.REFUSED),
    ),
    Labelled(
        "the concertation page behind Akamai, bot manager cookies and all",
        "french-web 2d: _abck, bmak. and AkamaiGHost are weak",
        TRAIN,
        V.OK,
        seen(
            TRAIN,
            build(
                NEXT,
                "Ligne D : la concertation préalable",
                prose("ligned"),
                site="Tram Ouest",
                end="<script>var "
                "bmak=bmak||{};bmak.js_post=1;</script>"
                '<script src="/akam/13/5b1" defer></script>',
            ),
            headers={**GHOST, "set-cookie": ABCK},
        ),
        ("Ligne D : la concertation",),
        sane(TRAIN),
    ),
    Labelled(
        "a 410 of a site that Akamai serves",
        "french-web 2d: weak signs do not hide a 410",
        STATS,
        V.GONE,
        seen(
            STATS,
            build(
                WEBFORMS,
                "This report has been withdrawn",
                english("gone", 1, 2),
                lang="en",
                site="Rural Observatory",
                kb=6,
            ),
            410,
            headers={**GHOST, "set-cookie": ABCK},
        ),
        ("Rural broadband 2018",),
        sane(STATS),
    ),
    Labelled(
        "an English essay called access denied",
        "french-web 2d: Access Denied counts with its reference and errors.edgesuite.net only",
        "https://www.fencepost-magazine.org/2019/access-denied",
        V.OK,
        seen(
            "https://www.fencepost-magazine.org/2019/access-denied",
            build(
                WORDPRESS,
                "Access Denied",
                english("denied", 9),
                site="Fencepost",
                lang="en",
                full="Access Denied | Fencepost",
            ),
            headers={"server": "AkamaiNetStorage"},
        ),
        ("Access denied: rural exclusion online",),
        sane("https://www.fencepost-magazine.org/2019/access-denied"),
    ),
    Labelled(
        "press and hold before a bookshop",
        "french-web 2d: 403, title of HUMAN and px-captcha",
        SHOP,
        V.BLOCKED,
        _px,
        ("Design public",),
        looks(browser=_px),
    ),
    Labelled(
        "the bookshop's page with HUMAN's cookies and sensor",
        "french-web 2d: _px3 and _pxhd cookies are weak",
        SHOP,
        V.OK,
        seen(
            SHOP,
            build(
                NEXT,
                "Design public : méthodes et terrains",
                (
                    "Broché, 212 pages, paru en mars 2018. Disponible sous cinq jours.",
                    *prose("ebook", 3),
                ),
                site="Librairie du Passage",
                head="<script>window._pxAppId='PXq2w3e4r5';</script>"
                '<script src="https://client.px-cloud.net/PXq2w3e4r5/main.min.js" async></script>',
            ),
            headers={"set-cookie": "_px3=aa; path=/\n_pxvid=b; path=/"},
        ),
        ("Design public",),
        sane(SHOP),
    ),
)
