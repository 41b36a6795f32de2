"""Walls that stop robots, each beside a page that only carries the weak signs."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.pages import article, bare, page
from tests.labelled.wire import absent, looks, seen

CF = {"server": "cloudflare", "cf-ray": "8c1f0a2b3d4e5f60-CDG"}
JSD = (
    "<script>(function(){var a=document.createElement('script');"
    "a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';document.body.appendChild(a)})()</script>"
)
TITLE = "Le budget participatif de Trévignac, trois ans après"
URL = "https://www.carnet-des-territoires.fr/2019/03/budget-participatif-trevignac-trois-ans-apres"
FACT = "french-web 2d"


def wall(body: bytes, status: int, headers: dict[str, str] | None = None) -> Exchange:
    """Return an answer of the cited address."""
    return seen(URL, body, status, headers=headers)


def blocked(
    name: str, sign: str, body: bytes, status: int, headers: dict[str, str] | None = None
) -> Labelled:
    """A wall that stays the same when asked again with browser-like headers."""
    met = wall(body, status, headers)
    return Labelled(name, f"{FACT}: {sign}", URL, V.BLOCKED, met, (TITLE,), looks(browser=met))


def living(name: str, sign: str, body: bytes, headers: dict[str, str] | None = None) -> Labelled:
    """A page that a reader sees, with signs of a vendor in it."""
    return Labelled(
        name,
        f"{FACT}: {sign}",
        URL,
        V.OK,
        wall(body, 200, headers),
        (TITLE,),
        looks(sibling=absent(URL)),
    )


CHL = bare(
    "Just a moment...",
    '<div class="main-wrapper"><noscript>Enable JavaScript and cookies to continue</noscript></div>'
    "<script>(function(){window._cf_chl_opt={cvId:'3',cZone:'www.carnet-des-territoires.fr',cType:'managed'};})();</script>",
    lang="en-US",
)
SORRY = bare(
    "Attention Required! | Cloudflare",
    (
        '<div id="cf-error-details" class="cf-error-details-wrapper"><h1>Sorry, you '
        "have been blocked</h1>"
        "<h2>You are unable to access carnet-des-territoires.fr</h2><p>Cloudflare Ray "
        "ID: 8c1f0a</p></div>"
    ),
)
DATADOME = bare(
    "carnet-des-territoires.fr",
    (
        "<p id='cmsg'>Please enable JS and disable any ad blocker</p><script>var "
        "dd={'rt':'c','cid':'AHrl',"
        "'host':'geo.captcha-delivery.com'}</script><script "
        "src='https://ct.captcha-delivery.com/c.js'></script>"
    ),
)
AKAMAI = bare(
    "Access Denied",
    "<h1>Access Denied</h1>You don't have permission to access this on this server.<p>"
    "Reference&#32;&#35;18&#46;2d3e1402&#46;1772504047&#46;1a2b3c4d</p><p>https://errors.edgesuite.net/18.2d3e1402</p>",
)
INCAPSULA_STUB = (
    b'<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, '
    b'NOFOLLOW"></head><body style="margin:0px">'
    b"<script "
    b'src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3&ns=2&'
    b'cb=11"></script></body></html>'
)
INCIDENT = bare(
    "Request unsuccessful",
    '<iframe src="/_Incapsula_Resource?CWUDNSAI=22">Request unsuccessful. Incapsula incident ID: '
    "1234000540153-481256325</iframe>",
)
PX = bare(
    "Access to this page has been denied.",
    '<div id="px-captcha"></div><script>window._pxAppId="PXabc123";</script><p>Press and hold</p>',
)
CLOUDFRONT = bare(
    "ERROR: The request could not be satisfied",
    (
        "<h1>403 ERROR</h1><h2>The request could not be satisfied.</h2><pre>Generated "
        "by cloudfront (CloudFront)</pre>"
    ),
)

CASES = (
    blocked(
        "a Cloudflare challenge announced by its header",
        "cf-mitigated",
        CHL,
        403,
        {**CF, "cf-mitigated": "challenge"},
    ),
    blocked(
        "a Cloudflare interstitial with status 503",
        "_cf_chl_opt, Just a moment (503)",
        CHL,
        503,
        CF,
    ),
    blocked("a Cloudflare firewall block", "Attention Required, cf-error-details", SORRY, 403, CF),
    living(
        "a good article served by Cloudflare with detections",
        "cf-ray and challenge-platform are weak",
        article(TITLE, end=JSD, kb=14),
        CF,
    ),
    Labelled(
        "a true 404 served by Cloudflare with detections",
        "french-web 2d: weak signs of Cloudflare; 2h.5",
        URL,
        V.NOT_FOUND,
        wall(
            page("Page non trouvée", paragraphs=("Cette adresse ne mène nulle part.",), end=JSD),
            404,
            CF,
        ),
        (TITLE,),
    ),
    blocked(
        "a DataDome captcha",
        "captcha-delivery.com",
        DATADOME,
        403,
        {"server": "DataDome", "x-datadome-cid": "AHrlqAAA"},
    ),
    blocked(
        "a DataDome refusal with status 401",
        "DataDome answers 401 at times, x-dd-b",
        DATADOME,
        401,
        {"x-dd-b": "1"},
    ),
    living(
        "a good article that DataDome watches over",
        "datadome cookie and x-datadome: protected are weak",
        article(TITLE, kb=20),
        {"x-datadome": "protected", "set-cookie": "datadome=8hXq2; Path=/; Secure"},
    ),
    blocked(
        "an Akamai denial numbered 18",
        "Reference #18 = WAF rule",
        AKAMAI,
        403,
        {"server": "AkamaiGHost"},
    ),
    Labelled(
        "an Akamai page that says that the origin is down",
        "french-web 2d: Akamai 6.xx/97.xx = origin down, not a block",
        URL,
        V.SERVER_ERROR,
        wall(AKAMAI.replace(b"&#35;18", b"&#35;97"), 503, {"server": "AkamaiGHost"}),
        (TITLE,),
        looks(second=wall(AKAMAI.replace(b"&#35;18", b"&#35;97"), 503, {"server": "AkamaiGHost"})),
    ),
    blocked(
        "an Imperva stub served as 200",
        "Imperva stub, status 200",
        INCAPSULA_STUB,
        200,
        {"x-iinfo": "9-2441", "x-cdn": "Imperva"},
    ),
    blocked(
        "an Imperva incident page", "Incapsula incident ID", INCIDENT, 403, {"x-iinfo": "5-981"}
    ),
    living(
        "a good article that ends with an Imperva script",
        "_Incapsula_Resource at the END of a normal page",
        article(
            TITLE,
            kb=9,
            end='<script src="/_Incapsula_Resource?SWJIYLWA=5074a744&ns=1&cb=77" async></script>',
        ),
        {"x-cdn": "Incapsula", "set-cookie": "visid_incap_1=ab; incap_ses_2=cd"},
    ),
)
