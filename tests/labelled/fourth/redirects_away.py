"""Redirects that lead away from the cited page, and those that only seem to."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import cards, english, text
from tests.labelled.labelled import Labelled, also
from tests.labelled.wire import absent, beside, looks, seen

_MIN = "https://www.affaires-rurales.gouv-demo.example"
_MIN_HOME = skins.drupal10(
    "Ministère des affaires rurales", cards(14, "min"), tab="Accueil | Affaires rurales"
)
_REG = "https://www.region-val-de-saone.example"
_REG_LIST = skins.drupal7("Toutes les actualités", cards(20, "reg"), site="Région Val de Saône")
_MAG = "http://www.revue-espaces-publics.example"
_LAB = "https://lab-innovation.univ-cevennes.example"
_MUSEE = "https://www.musee-des-arts-du-feu.example"


def _away(
    name: str, url: str, to: str, body: bytes, title: str, fact: str, code: int = 301
) -> Labelled:
    sibling = seen(to, body, via=((beside(url), code),))
    return Labelled(
        name,
        fact,
        url,
        K.SOFT_404,
        seen(to, body, via=((url, code),)),
        (title,),
        looks(sibling=sibling),
    )


CASES: tuple[Labelled, ...] = (
    _away(
        "a ministry sends an old press page to its root",
        f"{_MIN}/presse/communiques/2018/un-plan-pour-les-petites-gares",
        f"{_MIN}/",
        _MIN_HOME,
        "Un plan pour les petites gares",
        "issue 3: redirects to the root",
    ),
    _away(
        "the ministry sends another page to the root of its French pages for a while",
        f"{_MIN}/dossiers/ruralite/agenda-rural",
        f"{_MIN}/fr/",
        _MIN_HOME,
        "L'agenda rural",
        "issue 3: redirects to a language root",
        302,
    ),
    Labelled(
        "the ministry's home page leads to its French root",
        "french-web 2f: root URLs are never soft-404",
        f"{_MIN}/",
        K.OK,
        seen(f"{_MIN}/fr/", _MIN_HOME, via=((f"{_MIN}/", 302),)),
        ("Ministère des affaires rurales",),
        {},
        also(K.MOVED),
    ),
    _away(
        "a region sends an old news item to the list of all news",
        f"{_REG}/actualites/2017/le-train-des-metiers",
        f"{_REG}/actualites",
        _REG_LIST,
        "Le train des métiers",
        "issue 3: redirects to a list",
    ),
    Labelled(
        "the region's list of news is what was cited",
        "issue 3: an ordinary page of the same site",
        f"{_REG}/actualites",
        K.OK,
        seen(f"{_REG}/actualites", _REG_LIST),
        ("Les actualités de la région Val de Saône",),
    ),
    _away(
        "the region sends an old form to a search without results",
        f"{_REG}/aides/design-pme.html",
        f"{_REG}/recherche?mots=design+pme",
        skins.drupal7("Rechercher", "<p>Votre recherche n'a donné aucun résultat.</p>"),
        "Aide régionale au design dans les PME",
        "issue 3: redirects to a search",
        302,
    ),
    Labelled(
        "the region moved an aid to a new tree and kept its slug",
        "issue 3: a redirect that keeps the slug is moved",
        f"{_REG}/aides/cheque-numerique.html",
        K.MOVED,
        seen(
            f"{_REG}/guide-des-aides/economie/cheque-numerique",
            skins.drupal7("Chèque numérique", text("cheque", 3), site="Région Val de Saône"),
            via=((f"{_REG}/aides/cheque-numerique.html", 301),),
        ),
        ("Le chèque numérique",),
        looks(sibling=absent(f"{_REG}/aides/cheque-numerique.html")),
    ),
    _away(
        "a review sends an old number to the index of its new site on another host",
        f"{_MAG}/numeros/58/dossier.php",
        "https://espaces-publics-revue.example/index.php",
        skins.wordpress(
            "Espaces publics, la revue",
            cards(9, "esp"),
            site="Espaces publics",
            body_class="home blog",
            comments=False,
        ),
        "Dossier : l'école ouverte",
        "issue 3: redirects to a home page",
    ),
    Labelled(
        "the review's home page leads to its new home page",
        "issue 3, conventions: home page to the new home page is moved",
        f"{_MAG}/",
        K.MOVED,
        seen(
            "https://espaces-publics-revue.example/",
            skins.wordpress(
                "Espaces publics, la revue",
                cards(9, "esp"),
                site="Espaces publics",
                body_class="home blog",
                comments=False,
            ),
            via=((f"{_MAG}/", 301),),
        ),
        ("Espaces publics",),
    ),
    Labelled(
        "the review's article found again under its number on the new host",
        "issue 3: a redirect that keeps the id is moved",
        f"{_MAG}/article.php?id=5127",
        K.MOVED,
        seen(
            "https://espaces-publics-revue.example/articles/5127-la-place-et-l-arbre",
            skins.wordpress("La place et l'arbre", text("place"), site="Espaces publics"),
            via=((f"{_MAG}/article.php?id=5127", 301),),
        ),
        ("La place et l'arbre",),
    ),
    _away(
        "a laboratory sends a vanished project to the page of its team",
        f"{_LAB}/projets/cantine-2-0",
        f"{_LAB}/equipe",
        skins_other.english_site("People", english("people", 2), site="Lab Cévennes"),
        "Cantine 2.0, un projet de co-conception",
        "issue 3: redirects to an organisation page",
        302,
    ),
    Labelled(
        "the laboratory's project renamed, under a slug of other words",
        "french-web 2g: title recall confirms a moved target",
        f"{_LAB}/projets/p-17",
        K.MOVED,
        seen(
            f"{_LAB}/realisations/ecouter-les-usagers-du-port",
            skins_other.english_site(
                "Écouter les usagers du port", text("port"), site="Lab Cévennes"
            ),
            via=((f"{_LAB}/projets/p-17", 301),),
        ),
        ("Écouter les usagers du port",),
        looks(sibling=absent(f"{_LAB}/projets/p-17")),
    ),
    _away(
        "a museum sends every lost page to an error address that answers 200",
        f"{_MUSEE}/expositions/passees/le-gres-et-la-flamme",
        f"{_MUSEE}/404.html",
        skins.divi(
            "Musée des arts du feu",
            "<p>Cette adresse ne mène nulle part.</p>",
            site="Musée",
            h1="Perdu ?",
        ),
        "Le grès et la flamme",
        "checkers 2.5: final address contains /404.htm",
        302,
    ),
    Labelled(
        "the museum's room 404 has a page of its own",
        "checkers 2.5 and lessons of 2f: 404 in an address is a false friend",
        f"{_MUSEE}/salles/404",
        K.OK,
        seen(
            f"{_MUSEE}/salles/404",
            skins.divi(
                "Salle 404 : les émailleurs", text("email", 2), site="Musée des arts du feu"
            ),
        ),
        ("Les émailleurs (salle 404)",),
        looks(sibling=absent(f"{_MUSEE}/salles/404")),
    ),
    _away(
        "the museum sends a catalogue record to its site map",
        f"{_MUSEE}/collections/objets/inv-1874-12",
        f"{_MUSEE}/plan-du-site",
        skins.divi("Plan du site", cards(30, "plan"), site="Musée des arts du feu"),
        "Pichet à décor de pampres",
        "issue 3: redirects to a list",
    ),
    Labelled(
        "the museum's page led through its French root with its slug kept",
        "issue 3: a redirect that keeps the slug",
        f"{_MUSEE}/visiter/les-ateliers",
        K.OK,
        seen(
            f"{_MUSEE}/fr/visiter/les-ateliers",
            skins.divi(
                "Les ateliers du mercredi", text("ateliers", 2), site="Musée des arts du feu"
            ),
            via=((f"{_MUSEE}/visiter/les-ateliers", 302),),
        ),
        ("Les ateliers du mercredi",),
        looks(sibling=absent(f"{_MUSEE}/visiter/x")),
        also(K.MOVED),
    ),
)
