"""Walls that refuse robots, signed by their vendors, and living pages of the same vendors."""

from __future__ import annotations

from collections.abc import Mapping

from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import text
from tests.labelled.fourth.skins_other import bare
from tests.labelled.fourth.wall_pages import (
    AK,
    AK_DOWN,
    ANUBIS,
    CF_BLOCK,
    CF_WALL,
    CLOUDFRONT,
    DD,
    F5,
    IMPERVA,
    PX,
    SUCURI,
)
from tests.labelled.labelled import Labelled
from tests.labelled.wire import absent, beside, looks, seen

_CF = {"server": "cloudflare", "cf-ray": "88a1f0c3fd2b6f1c-CDG"}


def _wall(
    name: str,
    url: str,
    status: int,
    body: bytes,
    fact: str,
    *,
    headers: Mapping[str, str] | None = None,
    title: str = "",
) -> Labelled:
    refused = seen(url, body, status, headers=headers)
    beyond = seen(beside(url), body, status, headers=headers)
    return Labelled(
        name,
        f"french-web 2d: {fact}",
        url,
        K.BLOCKED,
        refused,
        (title,) if title else (),
        looks(browser=refused, sibling=beyond, second=refused),
    )


def _open(
    name: str,
    url: str,
    body: bytes,
    title: str,
    fact: str,
    headers: Mapping[str, str] | None = None,
) -> Labelled:
    return Labelled(
        name,
        f"french-web 2d: {fact}",
        url,
        K.OK,
        seen(url, body, headers=headers),
        (title,),
        looks(sibling=absent(url)),
    )


CASES: tuple[Labelled, ...] = (
    _wall(
        "a management centre behind a Cloudflare challenge",
        "https://www.cdg-charente.example/carrieres/fiche-mobilite",
        403,
        CF_WALL,
        "cf-mitigated: challenge",
        headers={**_CF, "cf-mitigated": "challenge"},
        title="Fiche mobilité",
    ),
    _open(
        "a management centre's living page behind Cloudflare with its own script in it",
        "https://www.cdg-vienne.example/carrieres/fiche-mobilite",
        skins.wordpress(
            "La fiche mobilité",
            text("mob", 3) + "<script src='/cdn-cgi/challenge-"
            "platform/scripts/jsd/main.js'></script>",
            site="CDG",
        ),
        "Fiche mobilité",
        "cf-ray and challenge-platform are weak signs",
        {**_CF, "set-cookie": "__cf_bm=Zq1; path=/; HttpOnly"},
    ),
    _wall(
        "the management centre that blocks us outright",
        "https://www.cdg-charente.example/documents/guide-accueil.pdf",
        403,
        CF_BLOCK,
        "Sorry, you have been blocked",
        headers=_CF,
    ),
    _wall(
        "a Cloudflare site that limits our rate",
        "https://www.forum-des-dgs.example/t/4410",
        429,
        bare("Error 1015", "<h1>Error 1015</h1><h2>You are being rate limited</h2>"),
        "rate limit 429",
        headers={**_CF, "retry-after": "3600"},
        title="Mutualiser les DSI, retours",
    ),
    _wall(
        "a daily for elected people behind DataDome",
        "https://www.rue-des-elus.example/2019/05/innovation",
        403,
        DD,
        "captcha-delivery.com",
        headers={"x-datadome": "protected", "x-dd-b": "1", "x-datadome-cid": "AHrlqAAAA"},
        title="L'innovation des élus",
    ),
    _open(
        "the daily's living article with DataDome's cookie",
        "https://www.rue-des-elus.example/2019/06/marches",
        skins_other.press("Marchés publics : la voie courte", text("voie", 8)),
        "Marchés publics : la voie courte",
        "datadome cookie and x-datadome: protected are weak",
        {"x-datadome": "protected", "set-cookie": "datadome=xK2~; Domain=.example; Path=/"},
    ),
    _wall(
        "a transport company's Akamai denies access",
        "https://www.transports-du-sillon.example/open-data/rapport",
        403,
        AK,
        "Akamai reference 18.xx",
        headers={"server": "AkamaiGHost"},
        title="Rapport sur les données ouvertes",
    ),
    Labelled(
        "the same company's Akamai cannot reach its origin",
        "french-web 2d: Akamai 11.xx is an origin that is down, not a block",
        "https://www.transports-du-sillon.example/open-data/charte",
        K.SERVER_ERROR,
        seen(
            "https://www.transports-du-sillon.example/open-data/charte",
            AK_DOWN,
            503,
            headers={"server": "AkamaiGHost"},
        ),
        ("Charte des données",),
        looks(
            second=seen(
                "https://www.transports-du-sillon.example/open-data/charte",
                AK_DOWN,
                503,
                headers={"server": "AkamaiGHost"},
            )
        ),
    ),
    _open(
        "the company's living page from Akamai, with its cookies",
        "https://www.transports-du-sillon.example/ecomobilite",
        skins.divi("Écomobilité", text("eco"), site="Transports du Sillon"),
        "L'écomobilité",
        "_abck and AkamaiGHost are weak signs",
        {"server": "AkamaiGHost", "set-cookie": "_abck=1F~-1~YAAQ; Path=/; Secure"},
    ),
    _wall(
        "an insurance fund answers 200 with the stub of Imperva",
        "https://www.caisse-des-agents.example/etudes/usure",
        200,
        IMPERVA,
        "a tiny body holding only _Incapsula_Resource",
        headers={
            "x-iinfo": "9-1182-0 0NNN RT",
            "x-cdn": "Imperva",
            "set-cookie": "visid_incap_1=a; path=/",
        },
        title="L'usure professionnelle",
    ),
    _open(
        "the fund's living study that ends with Imperva's script",
        "https://www.caisse-des-agents.example/etudes/mobilite",
        skins.drupal10(
            "La mobilité des agents",
            text("fund") + "<script src='/_Incapsula_"
            "Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3&amp;ns=1'></script>",
            site="Caisse des agents",
        ),
        "La mobilité des agents",
        "_Incapsula_Resource at the end of a normal page",
        {"x-iinfo": "9-1182-0 0NNN RT", "x-cdn": "Imperva"},
    ),
    _wall(
        "an estate portal behind HUMAN",
        "https://www.immobilier-public.example/guide",
        403,
        PX,
        "PerimeterX/HUMAN",
        headers={"set-cookie": "_pxhd=abc; path=/"},
    ),
    _wall(
        "an open laboratory's forge behind Anubis, under 200",
        "https://forge.labo-libre.example/design/kit",
        200,
        ANUBIS,
        "anubis_challenge under 200",
        title="Kit de design des services",
    ),
    _open(
        "the forge's living manual that tells how to set Anubis up",
        "https://forge.labo-libre.example/doc/anubis",
        skins_other.english_site(
            "Installer Anubis devant une forge", text("anubis", 6), site="Forge du labo libre"
        ),
        "Installer Anubis devant une forge",
        "an article about the wall is a living page",
    ),
    _wall(
        "a prefecture's filter rejects the request under 200",
        "http://www.prefecture-demo.example/plan-local?x=1",
        200,
        F5,
        "F5 Request Rejected under 200",
        title="Le plan local de l'État",
    ),
    _open(
        "a legal review comments upon a rejected request",
        "https://www.revue-contentieux.example/2018/request-rejected/",
        skins.wordpress("« Request rejected » : le juge et le pare-feu", text("juge", 8)),
        "« Request rejected » : le juge et le pare-feu",
        "a living page quoting the phrase",
    ),
    _wall(
        "a theatre network behind Sucuri",
        "https://www.scenes-rurales.example/charte/",
        403,
        SUCURI,
        "Sucuri Website Firewall",
        headers={"server": "Sucuri/Cloudproxy"},
    ),
    _wall(
        "a national agency's CloudFront blocks the request",
        "https://www.agence-des-mobilites.example/rapports/2019",
        403,
        CLOUDFRONT,
        "The request could not be satisfied",
        headers={"x-cache": "Error from cloudfront", "server": "CloudFront"},
        title="Rapport 2019",
    ),
    _open(
        "the agency's living report from CloudFront",
        "https://www.agence-des-mobilites.example/rapports/2018",
        skins.drupal10("Rapport 2018", text("r18"), site="Agence des mobilités"),
        "Rapport 2018",
        "CloudFront's headers are on good pages too",
        {"server": "CloudFront", "x-cache": "Hit from cloudfront", "x-amzn-requestid": "7f1"},
    ),
    _wall(
        "a start-up's site challenged by AWS",
        "https://www.mairie-en-poche.example/blog/12",
        202,
        b"",
        "x-amzn-waf-action: challenge",
        headers={"x-amzn-waf-action": "challenge"},
    ),
    _wall(
        "a start-up's site challenged by Vercel",
        "https://www.guichet-malin.example/methode",
        403,
        bare("Vercel Security Checkpoint", "<p>We're verifying your browser</p>"),
        "x-vercel-mitigated: challenge",
        headers={"x-vercel-mitigated": "challenge", "server": "Vercel"},
        title="La méthode",
    ),
    _wall(
        "a profile on LinkedIn",
        "https://www.linkedin.com/pulse/innover-en-mairie-anne-lermaud",
        999,
        bare("", "<script>window.onload=function(){}</script>"),
        "linkedin.com 999",
    ),
    _open(
        "a page with a captcha in its contact form",
        "https://www.maison-du-design.example/contact-et-acces",
        skins.wordpress(
            "Venir à la Maison du design",
            text("venir", 2) + "<form action='/envoi'><textarea name='m'></textarea><div class="
            "'g-recaptcha' data-sitekey='6Lc'></div><script src='https://www.google."
            "com/recaptcha/api.js'></script></form>",
        ),
        "La Maison du design : venir",
        "strong signs only",
    ),
)
