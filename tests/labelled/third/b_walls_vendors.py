"""Bot walls that sign what they send, whatever the status."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third import b_templates_walls as walls
from tests.labelled.wire import looks, seen

_WHERE = "https://www.lemoniteur.fr/article/la-commande-publique-face-au-reemploi.2054511"
_BLOG = "https://blog.urba-collectif.org/2021/06/ateliers-mobiles-en-milieu-rural/"
_REGION = "https://www.journaldesvallees.fr/vallee/2022/11/04/le-tri-des-biodechets-avance"
_SHOP = "https://editions-du-canton.com/livres/manuel-de-la-concertation"
_STUDY = "https://observatoire-mobilites.eu/etudes/covoiturage-domicile-travail"
_WIKI = "https://git.ateliers-libres.org/outils/carnet/src/branch/main/LISEZMOI.md"
_OPEN = "https://opendata.agglo-rives.fr/explore/dataset/arbres-remarquables/information/"

_CF = {"server": "cloudflare", "cf-ray": "8f1c2a7d9e0b6d3a-CDG"}
_CHALLENGE = seen(
    _WHERE,
    walls.cloudflare_challenge("www.lemoniteur.fr"),
    403,
    headers={**_CF, "cf-mitigated": "challenge"},
)
_FRENCH = seen(
    _BLOG, walls.cloudflare_challenge("blog.urba-collectif.org", "Un instant…"), 503, headers=_CF
)
_FIREWALL = seen(_SHOP, walls.cloudflare_block("editions-du-canton.com"), 403, headers=_CF)
_DOME = seen(
    _REGION,
    walls.datadome("journaldesvallees.fr"),
    403,
    headers={"server": "DataDome", "x-datadome": "1", "x-dd-b": "1"},
)
_DENIED = seen(_STUDY, walls.akamai(_STUDY), 403, headers={"server": "AkamaiGHost"})
_PX = seen(_SHOP, walls.perimeterx(), 403)
_AWS = {"server": "CloudFront", "x-amz-cf-pop": "CDG52-P3"}
_TOKEN = seen(_OPEN, walls.aws_waf(), 202, headers={**_AWS, "x-amzn-waf-action": "challenge"})
_CAPTCHA = seen(
    _STUDY, walls.aws_waf(captcha=True), 405, headers={**_AWS, "x-amzn-waf-action": "captcha"}
)
_FRONT = seen(
    _REGION, walls.cloudfront(), 403, headers={**_AWS, "x-cache": "Error from cloudfront"}
)
_SUCURI = seen(_BLOG, walls.sucuri(_BLOG), 403, headers={"server": "Sucuri/Cloudproxy"})

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="Le Moniteur hides behind the managed challenge of Cloudflare",
        fact="french-web 2d: cf-mitigated: challenge is set on all challenge pages",
        url=_WHERE,
        expected=VerdictKind.BLOCKED,
        plain=_CHALLENGE,
        titles=("La commande publique face au réemploi",),
        answers=looks(browser=_CHALLENGE, second=_CHALLENGE),
    ),
    Labelled(
        name="an association's blog answers 503 with a challenge whose title is in French",
        fact="french-web 2d: _cf_chl_opt is a sure sign; 503 with a challenge is no server error",
        url=_BLOG,
        expected=VerdictKind.BLOCKED,
        plain=_FRENCH,
        titles=("Ateliers mobiles en milieu rural",),
        answers=looks(browser=_FRENCH, second=_FRENCH),
    ),
    Labelled(
        name="a publisher's firewall rule at Cloudflare says that we have been blocked",
        fact="french-web 2d: Attention Required! and cf-error-details",
        url=_SHOP,
        expected=VerdictKind.BLOCKED,
        plain=_FIREWALL,
        titles=("Manuel de la concertation",),
        answers=looks(browser=_FIREWALL),
    ),
    Labelled(
        name="a mountain daily sends the interstitial of DataDome",
        fact="french-web 2d: 403 and captcha-delivery.com",
        url=_REGION,
        expected=VerdictKind.BLOCKED,
        plain=_DOME,
        titles=("Le tri des biodéchets avance",),
        answers=looks(browser=_DOME),
    ),
    Labelled(
        name="an observatory denies us through Akamai with a reference 18",
        fact="french-web 2d: Reference #18 is a denial by a rule",
        url=_STUDY,
        expected=VerdictKind.BLOCKED,
        plain=_DENIED,
        answers=looks(browser=_DENIED),
    ),
    Labelled(
        name="an open data portal answers 200 with nothing but the Imperva script",
        fact="french-web 2d: tiny body holding only /_Incapsula_Resource, status may be 200",
        url=_OPEN,
        expected=VerdictKind.BLOCKED,
        plain=seen(_OPEN, walls.imperva_stub(), headers={"x-iinfo": "9-41201-41202", "server": ""}),
        titles=("Arbres remarquables de l'agglomération",),
        answers=looks(
            browser=seen(_OPEN, walls.imperva_stub()), sibling=seen(_OPEN, walls.imperva_stub())
        ),
    ),
    Labelled(
        name="an Imperva incident frame is served as 200 for a study",
        fact="french-web 2d: Request unsuccessful. Incapsula incident ID",
        url=_STUDY,
        expected=VerdictKind.BLOCKED,
        plain=seen(_STUDY, walls.imperva_frame(), headers={"x-cdn": "Imperva"}),
        titles=("Le covoiturage domicile-travail : étude",),
        answers=looks(sibling=seen(_STUDY, walls.imperva_frame())),
    ),
    Labelled(
        name="a bookshop asks whether we are human with the captcha of PerimeterX",
        fact="french-web 2d: Access to this page has been denied. and px-captcha",
        url=_SHOP,
        expected=VerdictKind.BLOCKED,
        plain=_PX,
        titles=("Manuel de la concertation, 3e édition",),
        answers=looks(browser=_PX),
    ),
    Labelled(
        name="an open data portal answers 202 with a token challenge of AWS",
        fact="french-web 2d: x-amzn-waf-action: challenge, awswaf.com",
        url=_OPEN,
        expected=VerdictKind.BLOCKED,
        plain=_TOKEN,
        titles=("Arbres remarquables",),
        answers=looks(browser=_TOKEN, second=_TOKEN),
    ),
    Labelled(
        name="a captcha of AWS comes with status 405",
        fact="french-web 2d: x-amzn-waf-action: captcha",
        url=_STUDY,
        expected=VerdictKind.BLOCKED,
        plain=_CAPTCHA,
        answers=looks(browser=_CAPTCHA),
    ),
    Labelled(
        name="CloudFront could not satisfy the request for a local news item",
        fact="french-web 2d: The request could not be satisfied, Error from cloudfront, 403",
        url=_REGION,
        expected=VerdictKind.BLOCKED,
        plain=_FRONT,
        titles=("Le tri des biodéchets avance dans la vallée",),
        answers=looks(browser=_FRONT),
    ),
    Labelled(
        name="a code forge makes every visitor work for Anubis and answers 200",
        fact="french-web 2d: anubis_challenge and /.within.website/ with 200",
        url=_WIKI,
        expected=VerdictKind.BLOCKED,
        plain=seen(_WIKI, walls.anubis("git.ateliers-libres.org")),
        titles=("Carnet, un outil d'écriture",),
        answers=looks(sibling=seen(_WIKI, walls.anubis("git.ateliers-libres.org"))),
    ),
    Labelled(
        name="the firewall of Sucuri refuses a blog's reader",
        fact="french-web 2d: Sucuri Website Firewall",
        url=_BLOG,
        expected=VerdictKind.BLOCKED,
        plain=_SUCURI,
        answers=looks(browser=_SUCURI),
    ),
    Labelled(
        name="an F5 rejection is served as 200 for a data set",
        fact="checkers 3.19 and issue: F5 Request Rejected, 247 bytes, HTTP 200",
        url=_OPEN,
        expected=VerdictKind.BLOCKED,
        plain=seen(_OPEN, walls.f5(), headers={"server": "", "content-length": "247"}),
        titles=("Arbres remarquables de l'agglomération des Rives",),
        answers=looks(browser=seen(_OPEN, walls.f5()), sibling=seen(_OPEN, walls.f5())),
    ),
)
