"""Living pages that speak of sales, estates, casinos and building sites."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.parked import TITLE, URL, alive
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, STATE, article, bare
from tests.labelled.wire import absent, looks, seen

CASES = (
    Labelled(
        "the acts as they were",
        "both sides of the expired event domain",
        URL,
        V.OK,
        seen(URL, article(TITLE)),
        (TITLE,),
        looks(sibling=absent(URL)),
    ),
    alive(
        "an article about parked domains",
        "an article on the matter",
        "domaines-parques",
        "Que faire quand un nom de domaine est perdu ?",
        (
            "« Ce nom de domaine est à vendre », « this domain is for sale » : les mairies "
            "découvrent parfois un péage à la place de leur site. Sedo ou Dan.com revendent "
            "ces adresses."
        ),
        kb=12,
    ),
    alive(
        "houses for sale",
        "à vendre about real estate",
        "maisons-a-vendre",
        "Maisons à vendre : le retour des bourgs",
        "Trois cents maisons sont à vendre dans le canton ; la mairie aide les acheteurs.",
        dress=PRESS,
    ),
    alive(
        "a domain of vineyards for sale",
        "à vendre about an estate",
        "domaine-viticole",
        "Domaine à vendre : la commune préempte",
        (
            "Le domaine est à vendre depuis la mort du vigneron. Acheter ce domaine "
            "coûterait deux ans de budget."
        ),
        kb=10,
    ),
    alive(
        "casinos as taxpayers",
        "an article about casinos",
        "casinos",
        "Casinos : une manne pour les stations balnéaires",
        (
            "Les machines à sous et la roulette rapportent à la commune ; le casino paie "
            "son bonus au théâtre. Les paris sportifs, eux, échappent à l'impôt local."
        ),
        dress=STATE,
    ),
    alive(
        "a page that links to Jordan",
        "dan.com inside jordan.com",
        "cooperation-jordanie",
        "Coopération décentralisée avec la Jordanie",
        '<p>Voir <a href="https://www.visitjordan.com/fr">le site</a> et <a href="https://jordan.com/">jordan.com</a>.</p>',
    ),
    alive(
        "a suspended councillor's account",
        "compte suspendu in a long page",
        "compte-suspendu",
        "Le compte suspendu du maire relance le débat",
        "Son compte a été suspendu trois jours par le réseau social.",
    ),
    alive(
        "a building site's page",
        "en construction about a building",
        "en-construction",
        "Site en construction : visite du futur collège",
        "Le chantier se visite le samedi.",
    ),
    Labelled(
        "a directory cited for its files",
        "living; a listing with documents",
        "https://archives.agglo-des-trois-rives.fr/actes/2018/",
        V.OK,
        seen(
            "https://archives.agglo-des-trois-rives.fr/actes/2018/",
            bare(
                "Index of /actes/2018",
                "<h1>Index of /actes/2018</h1><pre>"
                + "".join(
                    f"<a href='acte-{n:03}.pdf'>acte-{n:03}.pdf</a> 2018-06-{n:02} 10:00 210K\n"
                    for n in range(1, 29)
                )
                + "</pre>",
            ),
        ),
        ("Actes de 2018",),
        accepted=also(V.DOUBTFUL),
    ),
)
