"""Living pages with the weak signs of Imperva, AWS, Vercel, Anubis, Sucuri and F5."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.templates_press import (
    DRUPAL7,
    NEXT,
    SPIP,
    TABLES,
    WEBFORMS,
    WORDPRESS,
    build,
)
from tests.labelled.second.templates_press_site import sane
from tests.labelled.second.walls_others import AREA, BANK, FORGE, IMPERVA, PORTAL, TICKET, TOWN
from tests.labelled.wire import seen

INCAPSULA_END = (
    '<script type="text/javascript" src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e'
    '032f3&ns=1&cb=1403" async></script>'
)
_CASE = "https://doc.reseau-libre.eu/securite/anubis"
_SEC = "https://www.magazine-rssi.fr/dossiers/page-rejetee"

_DEMO = "https://www.accessibilite-web.org/etudes/captchas-et-handicap"
_FORM = "https://www.mairie-trevigny.net/contact/permanences"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a study of captchas, of 150 kB, that embeds three of them",
        "french-web 2d: a 200 above 100 kB is a real page whatever it embeds",
        _DEMO,
        V.OK,
        seen(
            _DEMO,
            build(
                WORDPRESS,
                "Captchas et handicap : l'étude",
                (
                    *prose("captcha", 9),
                    '<div id="px-captcha"></div><iframe src="https://geo.captcha-'
                    'delivery.com/captcha/?demo=1"></iframe><p>« Access to this page has been denied. »</p>'
                    '<script src="https://x.token.awswaf.com/x/challenge.js"></script>',
                ),
                site="Accessibilité du web",
                kb=120,
            ),
        ),
        ("Captchas et handicap",),
        sane(_DEMO),
    ),
    Labelled(
        "a town hall's few lines with a reCAPTCHA in the form",
        "french-web 2d: a captcha in a form is no wall",
        _FORM,
        V.OK,
        seen(
            _FORM,
            build(
                SPIP,
                "Les permanences des élus",
                (
                    "Le maire reçoit le samedi de 10 à 12 heures, sans rendez-vous.",
                    '<form>Je ne suis pas un robot <div class="g-recaptcha"></div></form>',
                    '<script src="https://www.google.com/recaptcha/api.js"></script>',
                ),
                site="Trévigny",
            ),
        ),
        (),
        sane(_FORM),
    ),
    Labelled(
        "the bank's study, with _Incapsula_Resource at its end",
        "french-web 2d: _Incapsula_Resource at the end of a normal page is weak",
        BANK,
        V.OK,
        seen(
            BANK,
            build(
                WEBFORMS,
                "Foncier solidaire : qui achète, qui prête ?",
                prose("foncier"),
                site="Dépôts locaux",
                end=INCAPSULA_END,
                kb=40,
            ),
            headers=IMPERVA,
        ),
        ("Le foncier solidaire : qui achète, qui prête ?",),
        sane(BANK),
    ),
    Labelled(
        "a short notice of the bank, with Imperva's script too",
        "french-web 2d: weak on good pages, however short",
        "https://www.caisse-des-depots-locaux.org/agenda/reunion-du-4-juin",
        V.OK,
        seen(
            "https://www.caisse-des-depots-locaux.org/agenda/reunion-du-4-juin",
            build(
                TABLES,
                "Réunion du 4 juin : les offices fonciers",
                ("La réunion se tiendra à 14 heures, salle Guitton. Entrée libre.",),
                entries=6,
                site="Dépôts locaux",
                charset="windows-1252",
                end=INCAPSULA_END,
                talk=False,
            ),
            headers={**IMPERVA, "content-type": "text/html"},
        ),
        ("Réunion : les offices fonciers",),
        sane("https://www.caisse-des-depots-locaux.org/agenda/reunion-du-4-juin"),
    ),
    Labelled(
        "the bank's 404 page, with Imperva's script at its end",
        "french-web 2d: weak signs do not turn a 404 into a wall",
        BANK,
        V.NOT_FOUND,
        seen(
            BANK,
            build(
                WEBFORMS,
                "Page introuvable",
                ("Cette page n'existe pas ou plus.",),
                site="Dépôts locaux",
                end=INCAPSULA_END,
            ),
            404,
            headers=IMPERVA,
        ),
        ("Le foncier solidaire",),
        sane(BANK),
    ),
    Labelled(
        "open data with AWS WAF's integration script in the head",
        "french-web 2d: a wall is a page that shows nothing else",
        AREA,
        V.OK,
        seen(
            AREA,
            build(
                NEXT,
                "Quartiers prioritaires",
                ("Jeu de données, 1 296 enregistrements.", *prose("qpv", 4)),
                site="Open data du Gironnais",
                head='<script src="https://1a2b.edge.sdk.awswaf.com/1a2b/challenge.compact.js" defer>'
                "</script>",
            ),
            headers={
                "server": "CloudFront",
                "x-cache": "Miss from cloudfront",
                "x-amzn-requestid": "c6af9ac6-7b61",
            },
        ),
        ("Quartiers prioritaires : jeu de données",),
        sane(AREA),
    ),
    Labelled(
        "a festival on Vercel that shows its programme",
        "french-web 2d: only x-vercel-mitigated is a sign, not the server",
        TICKET,
        V.OK,
        seen(
            TICKET,
            build(NEXT, "Conférence inaugurale", prose("fest", 3), site="Festival d'Arvor"),
            headers={"server": "Vercel", "x-vercel-cache": "HIT", "x-vercel-id": "cdg1::abc"},
        ),
        ("Conférence inaugurale du festival",),
        sane(TICKET),
    ),
    Labelled(
        "the readme of the forge, once Anubis was passed",
        "french-web 2d: the cookie is no sign",
        FORGE,
        V.OK,
        seen(
            FORGE,
            build(
                NEXT,
                "atelier/methode",
                ("README.md", *prose("readme", 4)),
                site="git.labo-libre.net",
                full="atelier/methode: la méthode de l'atelier",
            ),
            headers={"set-cookie": "techaro.lol-anubis-auth=eyJ; Path=/"},
        ),
        ("Méthode de l'atelier",),
        sane(FORGE),
    ),
    Labelled(
        "documentation that explains how to install Anubis",
        "french-web 2d: words of a wall in a long text are a subject",
        _CASE,
        V.OK,
        seen(
            _CASE,
            build(
                SPIP,
                "Installer Anubis devant une forge",
                (
                    "Le visiteur lit « Making sure you're not a bot! » pendant deux secondes.",
                    "<pre>location /.within.website/x/cmd/anubis/ { proxy_pass http://anubis; }\n"
                    '&lt;script id="anubis_challenge" type="application/json"&gt;</pre>',
                    *prose("anubis", 7),
                ),
                site="Réseau libre",
            ),
        ),
        ("Installer Anubis",),
        sane(_CASE),
    ),
    Labelled(
        "the town's minutes, served through Sucuri",
        "french-web 2d: the words of the firewall are the sign, not its headers",
        TOWN,
        V.OK,
        seen(
            TOWN,
            build(
                WORDPRESS,
                "Conseil municipal du 12 mars 2018",
                prose("cm"),
                entries=90,
                site="Ville de Vaubourg",
            ),
            headers={
                "server": "Sucuri/Cloudproxy",
                "x-sucuri-id": "18012",
                "x-sucuri-cache": "HIT",
            },
        ),
        ("Conseil municipal du 12 mars 2018",),
        sane(TOWN),
    ),
    Labelled(
        "the portal's proceedings, with F5's cookies",
        "checkers 3.19: Request Rejected is a page of 247 bytes, not a cookie",
        PORTAL,
        V.OK,
        seen(
            PORTAL,
            build(DRUPAL7, "Actes du colloque 2017", prose("actes"), site="Santé Loire Sud"),
            headers={"set-cookie": "TS01ab=0f; Path=/\nBIGipServerpool=12; path=/"},
        ),
        ("Actes du colloque 2017",),
        sane(PORTAL),
    ),
    Labelled(
        "an article that quotes F5, Sucuri and Incapsula word for word",
        "french-web 2d: strong signs only, never those that good pages carry too",
        _SEC,
        V.OK,
        seen(
            _SEC,
            build(
                WORDPRESS,
                "« Request Rejected » : quand le pare-feu se trompe",
                (
                    "« The requested URL was rejected. Please consult with your administrator. » Voilà ce "
                    "que lisaient les agents, et parfois « Sucuri Website Firewall ».",
                    "D'autres voyaient « Request unsuccessful. Incapsula incident ID: 12 », ou encore "
                    "« Protected by Reblaze » et « Access Denied… Reference #18.2d ».",
                    *prose("rssi", 6),
                ),
                site="Magazine RSSI",
            ),
        ),
        ("Quand le pare-feu se trompe",),
        sane(_SEC),
    ),
)
