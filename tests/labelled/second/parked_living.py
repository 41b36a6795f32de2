"""Living pages that sound parked: sales of land and names, casinos, manuals, look-alike hosts."""

from __future__ import annotations

from typing import Any

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.press_filler import english
from tests.labelled.second.restricted_declared import _declared
from tests.labelled.second.templates_press import (
    DRUPAL7,
    JOOMLA,
    NEXT,
    SPIP,
    TABLES,
    TYPO3,
    WEBFORMS,
    WORDPRESS,
)
from tests.labelled.second.templates_press_site import MAGAZINE

SUBJECT = "french-web 2f: the words are the page's subject, its text is long or whole"
ATTRIBUTE = "french-web 2f: match hosts in attributes, whole names (dan.com in jordan.com)"


def _free(
    name: str,
    url: str,
    title: str,
    layout: str = WORDPRESS,
    *,
    fact: str = SUBJECT,
    first: tuple[str, ...] = (),
    more: int = 5,
    lang: str = "fr",
    **slots: Any,
) -> Labelled:
    flesh = english(title, more) if lang == "en" else prose(title, more)
    return _declared(
        name, fact, url, title, layout, texts=(*first, *flesh), kind=V.OK, lang=lang, **slots
    )


CASES: tuple[Labelled, ...] = (
    _free(
        "an article on the sale of town names",
        "https://www.lesnomsdomaines.com/2019/communes-noms-de-domaine-a-vendre",
        "Nom de domaine à vendre : les communes rançonnées",
        MAGAZINE,
        more=8,
        first=(
            "« Ce nom de domaine est à vendre », lisait-on sur l'ancien site de la commune. "
            "« Achetez ce domaine », insistait le courtier.",
        ),
    ),
    _free(
        "what to do when a domain has expired, by a registry",
        "https://www.registre-des-noms.fr/aide/domaine-expire",
        "Ce domaine a expiré : que faire ?",
        DRUPAL7,
        more=3,
        first=("Votre nom de domaine a expiré ? Vous avez trente jours pour le restaurer.",),
    ),
    _free(
        "a vineyard that is for sale",
        "https://www.safer-vignes.org/annonces/domaine-48-ha",
        "Domaine viticole à vendre, 48 hectares",
        NEXT,
        more=1,
        first=("Ce domaine est à vendre en totalité : chai, maison de maître, 48 ha de vignes.",),
    ),
    _free(
        "a town hall that sells building land",
        "http://www.mairie-cernay.fr/terrains.htm",
        "Terrains communaux à vendre",
        TABLES,
        charset="iso-8859-1",
        talk=False,
        more=1,
        first=("Trois parcelles sont à vendre au lotissement des Prés. Prix : 45 € le m².",),
    ),
    _free(
        "a house agent's ordinary notice",
        "https://www.immo-du-perche.net/vente/88213",
        "Maison de bourg à vendre – 4 pièces",
        WEBFORMS,
        more=0,
        first=("À vendre : maison de bourg, 92 m², jardin clos. Faire une offre en agence.",),
    ),
    _free(
        "a shoemaker whose host ends like a market",
        "https://www.jordan.com/heritage/workshops",
        "Our workshops",
        NEXT,
        fact=ATTRIBUTE,
        lang="en",
        site="Jordan",
        end='<script src="https://static.jordan.com/app.js"></script>'
        '<a href="https://shop.jordan.com/">Shop</a>',
    ),
    _free(
        "a page with hosts that contain others' names",
        "https://www.transport-des-landes.net/horaires",
        "Horaires de la ligne 7",
        TYPO3,
        fact=ATTRIBUTE,
        end='<script src="https://cdn.landan.com/x.js"></script>'
        '<img src="https://img.thoughtabove.com/y.png"><iframe '
        'src="https://tabodis.com/"></iframe>',
    ),
    _free(
        "an article that links to Sedo and Afternic as its sources",
        "https://www.droit-du-net.fr/marche-secondaire",
        "Le marché secondaire des noms",
        JOOMLA,
        fact="french-web 2f: a link in the text is no parking script",
        first=(
            '<p>Voyez <a href="https://sedo.com/fr/">Sedo</a>, <a '
            'href="https://www.afternic.com/">'
            'Afternic</a>, <a href="https://hugedomains.com/">HugeDomains</a>.</p>',
        ),
        more=6,
    ),
    _free(
        "a bookshop built with GoDaddy's site builder",
        "https://www.lapageblanche.fr/ateliers",
        "Nos ateliers",
        NEXT,
        fact="french-web 2f: wsimg.com/parking is the sign, not wsimg.com",
        head='<link rel="icon" href="//img1.wsimg.com/isteam/ip/4f/favicon.png">'
        '<script src="//img1.wsimg.com/blobby/go/4f/gpub/script.js"></script>',
        more=2,
    ),
    _free(
        "a script that leads to Landerneau",
        "https://www.pays-de-landerneau.eu/agenda",
        "L'agenda du pays",
        SPIP,
        fact='french-web 2f: "/lander" whole, and alone on its page',
        end='<script>document.getElementById("l").onclick=function(){window.location.href='
        '"/landerneau/"}</script>',
    ),
    _free(
        "a casino that the town owns",
        "https://www.ville-stations.net/casino-municipal",
        "Le casino municipal, un siècle d'histoire",
        DRUPAL7,
        more=5,
        first=(
            "Machines à sous, roulette et blackjack rapportent à la commune un tiers de son "
            "budget ; le casino emploie quarante personnes.",
        ),
    ),
    _free(
        "a regulator's study on bets and slots",
        "https://www.autorite-des-jeux.fr/etudes/paris-sportifs-2018",
        "Casinos, paris sportifs et machines à sous : l'étude",
        TYPO3,
        more=6,
        first=(
            "Les jeux d'argent en ligne, casino compris, touchent un jeune sur trois : bonus, "
            "jackpot et tours gratuits les attirent.",
        ),
    ),
    _free(
        "the manual of Apache itself",
        "https://httpd.apache.org/docs/2.4/getting-started.html",
        "Getting Started - Apache HTTP Server Version 2.4",
        TABLES,
        lang="en",
        more=7,
        first=("When you open http://localhost/ you should see “It works!”, the default page.",),
        site="Apache HTTP Server Documentation",
        entries=12,
        talk=False,
    ),
    _free(
        "a tutorial that begins with Welcome to nginx",
        "https://www.adminsys-rural.eu/tuto/nginx",
        "Welcome to nginx! et après ?",
        more=5,
        first=(
            "<pre>&lt;title&gt;Welcome to nginx!&lt;/title&gt;</pre>",
            "La page « Apache2 Debian Default Page » ou « Index of / » reste ? Videz le cache.",
        ),
    ),
    _free(
        "an essay on parked cars",
        "https://www.streetsforpeople.fr/parked",
        "This street is parked",
        NEXT,
        lang="en",
        more=6,
        first=("Half of this domain of asphalt is parked upon. Related searches for space fail.",),
    ),
    _free(
        "an account suspended, in the news",
        "https://www.lhebdo-du-vexin.fr/12930/compte-suspendu",
        "Compte suspendu : le maire privé de réseau social",
        MAGAZINE,
        more=5,
    ),
    _free(
        "a blog that quotes data-adblockkey in its code",
        "https://www.pistage-web.fr/domaines-parques",
        "Reconnaître un domaine parqué",
        SPIP,
        more=6,
        first=(
            '<pre>&lt;html data-adblockkey="MFww"&gt; … src="//www.parkingcrew.net/x"</pre>',
            "« This domain may be for sale », « related searches », « sponsored listings ».",
        ),
    ),
)
