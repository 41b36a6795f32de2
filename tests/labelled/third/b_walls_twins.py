"""Living, dead and merely odd pages that carry the weak signs of bot walls."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.pages import page
from tests.labelled.prose import prose
from tests.labelled.third import b_templates_walls as walls
from tests.labelled.third.b_templates import clutter, drupal, paras, sane, spip, teasers, wordpress
from tests.labelled.wire import looks, seen

_BLOG = "https://blog.urba-collectif.org/2021/07/carnet-de-bord-des-ateliers/"
_REGION = "https://www.journaldesvallees.fr/vallee/2022/11/09/la-piscine-rouvre-lundi"
_TECH = "https://www.veille-web-publique.fr/securite/just-a-moment-quand-le-site-nous-arrete/"
_OPEN = "https://opendata.agglo-rives.fr/pages/la-demarche/"
_DOC = "https://documentation.ateliers-libres.org/serveur/anubis.html"
_GONE = "https://blog.urba-collectif.org/2016/02/programme-des-rencontres/"
_BUCKET = "https://cdn.observatoire-mobilites.eu/rapports/2017/covoiturage.html"
_ORIGIN = "https://www.pays-des-trois-forets.fr/plan-climat/diagnostic.html"
_BANK = "https://www.caisse-des-communes.fr/territoires/prets-verts"

_CF = {
    "server": "cloudflare",
    "cf-ray": "8f1c2a7d9e0b6d3a-CDG",
    "set-cookie": "__cf_bm=Zk3.sL0; path=/; HttpOnly; Secure",
}
_JSD = (
    "<script>(function(){window['__CF$cv$params']={r:'8f1c2a7d9e0b6d3a',t:'MTc3MjUwMw=='};"
    "var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/scripts/jsd/"
    "main.js';document.getElementsByTagName('head')[0].appendChild(a);})();</script>"
)
_DOME = (
    "<script>window.ddjskey='B7A7F0';window.ddoptions={ajaxListenerPath:true};</script>"
    '<script src="https://js.datadome.co/tags.js" async></script>'
)
_QUOTES = """<p>Vous cliquez sur un lien, et l’écran blanc répond « Just a moment... ». Parfois le
ton monte : « Sorry, you have been blocked », « Access Denied », ou encore « Access to this page
has been denied ». Nous avons demandé à trois webmestres pourquoi.</p><pre>Reference #18.7c2d1002
Request unsuccessful. Incapsula incident ID: 1325000690114</pre><h2>Un réglage, pas une panne</h2>
"""
_INCAPSULA = (
    '<script type="text/javascript" src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e&ns=1" async>'
    "</script>"
)
_S3 = b"""<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>rapports/2017/
covoiturage.html</Key><RequestId>7XW2</RequestId><HostId>q1</HostId></Error>"""
_MISSING = wordpress(
    "Page non trouvée",
    "<p>Rien n’a été trouvé à cet emplacement. Essayez la recherche ?</p>",
    site="Urba collectif",
    end=_JSD,
)
_PLAIN_DNS = seen(
    _ORIGIN, walls.akamai_origin("11"), 503, headers={"server": "AkamaiGHost", "expires": "0"}
)

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a blog behind Cloudflare is read while its detection script runs",
        fact="french-web 2d: /cdn-cgi/challenge-platform/, cf-ray and __cf_bm are weak signs",
        url=_BLOG,
        expected=VerdictKind.OK,
        plain=seen(
            _BLOG,
            wordpress("Carnet de bord des ateliers", paras(_BLOG), site="Urba collectif", end=_JSD),
            headers=_CF,
        ),
        titles=("Carnet de bord des ateliers mobiles",),
        answers=sane(_BLOG),
    ),
    Labelled(
        name="a mountain daily carries the tags of DataDome on a page that is there",
        fact="french-web 2d: datadome cookie and x-datadome: protected are weak signs",
        url=_REGION,
        expected=VerdictKind.OK,
        plain=seen(
            _REGION,
            wordpress(
                "La piscine rouvre lundi",
                paras(_REGION, 5),
                site="Le Journal des vallées",
                head=_DOME,
                sidebar=teasers("Un robot trie les courriers", "Accès refusé au col"),
                kb=60,
            ),
            headers={"x-datadome": "protected", "set-cookie": "datadome=q0~Lk; Max-Age=31536000"},
        ),
        titles=("La piscine rouvre lundi",),
        answers=sane(_REGION),
    ),
    Labelled(
        name="an article about bot walls quotes every sentence they show",
        fact="issue: strong signs only; an article about refusals is a living page",
        url=_TECH,
        expected=VerdictKind.OK,
        plain=seen(
            _TECH,
            wordpress(
                "« Just a moment… » : quand le site nous arrête",
                _QUOTES + paras(_TECH),
                site="Veille web publique",
            ),
            headers={"server": "cloudflare", "cf-ray": "8f1"},
        ),
        titles=("« Just a moment » : quand le site nous arrête",),
        answers=sane(_TECH),
    ),
    Labelled(
        name="a full page of an open data portal ends with the Imperva resource",
        fact="french-web 2d: _Incapsula_Resource at the end of a normal page is weak",
        url=_OPEN,
        expected=VerdictKind.OK,
        plain=seen(
            _OPEN,
            drupal("La démarche", paras(_OPEN, 4) + _INCAPSULA, site="Données des Rives"),
            headers={"x-cdn": "Imperva", "x-iinfo": "9-1", "set-cookie": "visid_incap_1=a"},
        ),
        titles=("Données ouvertes de l'agglomération : la démarche",),
        answers=sane(_OPEN),
    ),
    Labelled(
        name="the documentation of Anubis explains its proof of work",
        fact="french-web 2d: the sign is the challenge element, not the word",
        url=_DOC,
        expected=VerdictKind.OK,
        plain=seen(
            _DOC,
            page(
                "Installer Anubis devant un serveur",
                paragraphs=(
                    "Le visiteur voit « Nous vérifions que vous n'êtes pas un robot ! ».",
                    "<pre>location /.within.website/x/cmd/anubis/ { proxy_pass ... }</pre>",
                    *(f"Étape {n} : relire le journal avant de durcir la règle." for n in "1234"),
                    *prose(_DOC, 3),
                ),
                kb=12,
            ),
        ),
        titles=("Installer Anubis",),
        answers=sane(_DOC),
    ),
    Labelled(
        name="a real 404 behind Cloudflare is a 404 in spite of the detection script",
        fact="french-web 2d and 2h: weak signs do not excuse a 404",
        url=_GONE,
        expected=VerdictKind.NOT_FOUND,
        plain=seen(_GONE, _MISSING, 404, headers=_CF),
        titles=("Programme des rencontres",),
    ),
    Labelled(
        name="a missing object of a bucket behind CloudFront is not found",
        fact="french-web 2d: x-cache Error from cloudfront means a block only with 403",
        url=_BUCKET,
        expected=VerdictKind.NOT_FOUND,
        plain=seen(
            _BUCKET,
            _S3,
            404,
            headers={
                "server": "AmazonS3",
                "x-cache": "Error from cloudfront",
                "content-type": "application/xml",
            },
        ),
    ),
    Labelled(
        name="Akamai cannot find the origin of a country's climate plan",
        fact="french-web 2d: 11.xx is origin DNS, origin down, not a block",
        url=_ORIGIN,
        expected=VerdictKind.SERVER_ERROR,
        plain=_PLAIN_DNS,
        titles=("Plan climat : diagnostic",),
        answers=looks(second=_PLAIN_DNS, browser=_PLAIN_DNS),
    ),
    Labelled(
        name="a bank's page carries the sensor script and cookies of Akamai",
        fact="french-web 2d: _abck, bmak and AkamaiGHost are weak",
        url=_BANK,
        expected=VerdictKind.OK,
        plain=seen(
            _BANK,
            spip(
                "Prêts verts pour les territoires",
                "<script>var bmak={ver:'2.1',sensor:1};</script>" + paras(_BANK) + clutter(40),
                site="Caisse des communes",
            ),
            headers={"server": "AkamaiGHost", "set-cookie": "_abck=9F2~-1~YAAQ; bm_sz=1"},
        ),
        titles=("Les prêts verts",),
        answers=sane(_BANK),
    ),
)
