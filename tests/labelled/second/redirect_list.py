"""Redirects to lists, searches, organisations and catalogues; redirects that keep slug or id."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import K, led, swept
from tests.labelled.second.templates_engines import (
    SPIP_HEADERS,
    WP_HEADERS,
    drupal,
    joomla,
    spip,
    wordpress,
)
from tests.labelled.second.templates_engines_old import richie
from tests.labelled.second.templates_filler import headlines

_ASSO = "Villes en chantier"
_HOST = "https://villes-en-chantier.org"
_CAMPUS = "Campus des métiers publics"
_CAMPUS_HOST = "https://campus.metiers-publics.fr"
_LIST = wordpress(
    _ASSO,
    "Actualités",
    (f"<ul>{headlines('actus', 10)}</ul>",),
    doc=f"Actualités - {_ASSO}",
    body_class="archive category",
)
_FUN = "https://www.fun-mooc.fr"
_OLD = f"{_CAMPUS_HOST}/courses/course-v1:CDGHP+51002+session01/about"

CASES: tuple[Labelled, ...] = (
    led(
        "article sent to the list of news",
        "french-web 2f: redirect to a category",
        [(f"{_HOST}/actualites/2017/le-kiosque-voyageur", 301)],
        f"{_HOST}/actualites/",
        _LIST,
        "Le kiosque voyageur",
        expected=K.SOFT_404,
        headers=WP_HEADERS,
        sibling=swept(f"{_HOST}/actualites/2017/x", f"{_HOST}/actualites/", _LIST),
    ),
    led(
        "cited list of news that moved to another section",
        "living twin: the list is what was cited",
        [(f"{_HOST}/news/", 301)],
        f"{_HOST}/actualites/",
        _LIST,
        "Actualités de Villes en chantier",
        expected=K.MOVED,
    ),
    led(
        "article sent to a search for the words of its slug",
        "french-web 2f: redirect to a search page, slug kept only as a query",
        [(f"{_HOST}/portraits/yvonne-batisseuse/", 302)],
        f"{_HOST}/?s=yvonne+batisseuse",
        wordpress(
            _ASSO,
            "Résultats de recherche pour : yvonne batisseuse",
            ("Aucun résultat. Essayez avec d'autres mots.",),
            body_class="search search-no-results",
        ),
        "Yvonne, bâtisseuse",
        expected=K.SOFT_404,
        headers=WP_HEADERS,
    ),
    led(
        "article sent to a search page that finds other articles",
        "french-web 2f: redirect to a search page",
        [("https://www.mediatheque-du-gue.fr/dossier/44-livres-et-paysages", 301)],
        "https://www.mediatheque-du-gue.fr/recherche?q=livres",
        joomla("Médiathèque du Gué", "Rechercher", (f"<ol>{headlines('livres', 8)}</ol>",)),
        "Livres et paysages (dossier)",
        expected=K.SOFT_404,
    ),
    led(
        "article whose permalink lost its date",
        "issue: a redirect that keeps the slug is moved",
        [(f"{_HOST}/2017/03/12/le-pont-des-enfants/", 301)],
        f"{_HOST}/le-pont-des-enfants/",
        wordpress(_ASSO, "Le pont des enfants", prose("pont", 6)),
        "Le pont des enfants",
        expected=K.MOVED,
        headers=WP_HEADERS,
    ),
    led(
        "deep page flattened to a node number, title kept",
        "french-web 2g: token recall of the title confirms a moved target",
        [("https://www.pays-des-gaves.fr/actions/eau/2016/zero-pesticide.html", 301)],
        "https://www.pays-des-gaves.fr/node/4471",
        drupal("Pays des Gaves", "Zéro pesticide : le bilan", prose("pesticide", 5)),
        "Zéro pesticide : le bilan du pays",
        expected=K.MOVED,
    ),
    led(
        "SPIP number completed by its slug, temporarily",
        "issue: temporary redirect to the same document is ok",
        [("http://www.reseau-bocage.org/spip.php?article318", 302)],
        "http://www.reseau-bocage.org/Tailler-un-tetard",
        spip("Réseau rural du Bocage", "Tailler un têtard", prose("têtard", 3)),
        "Tailler un têtard",
        expected=K.OK,
        accepted=(K.MOVED,),
        headers=SPIP_HEADERS,
    ),
    led(
        "article renamed while its number is kept",
        "issue: a redirect that keeps the id is moved",
        [("https://www.depeche-mairies.fr/rh/88120/les-agents-volants/", 301)],
        "https://www.depeche-mairies.fr/88120/mobilite-les-agents-volants-font-ecole/",
        wordpress(
            "La Dépêche des mairies",
            "Mobilité : les agents volants font école",
            prose("volants", 6),
            kb=60,
        ),
        "Les agents volants",
        expected=K.MOVED,
    ),
    led(
        "article sent to another article with another number and title",
        "french-web 2g: nothing of the reference's title in the target",
        [("https://www.depeche-mairies.fr/rh/88121/le-tutorat-inverse/", 301)],
        "https://www.depeche-mairies.fr/rh/120440/salaires-les-grilles-de-2026/",
        wordpress("La Dépêche des mairies", "Salaires : les grilles de 2026", prose("grilles", 6)),
        "Le tutorat inversé",
        expected=K.DOUBTFUL,
        accepted=(K.SOFT_404,),
    ),
    led(
        "old course sent to the page of its organisation on an unknown campus",
        "french-web 2c: fallback to the organization page is a soft 404 by design",
        [(_OLD, 301)],
        f"{_CAMPUS_HOST}/fr/etablissements/cdg-haut-pays/",
        richie(_CAMPUS, "Centre de gestion du Haut-Pays", "Établissements", prose("cdg", 3)),
        "Accueillir du public",
        expected=K.SOFT_404,
    ),
    led(
        "old course sent to the whole catalogue on an unknown campus",
        "french-web 2c: fallback to the course search page",
        [(_OLD.replace("51002", "51077"), 301)],
        f"{_CAMPUS_HOST}/fr/cours/",
        richie(_CAMPUS, "Tous les cours", "Catalogue", ("Filtrez par thème, langue, niveau.",)),
        "Tenir une régie",
        expected=K.SOFT_404,
    ),
    led(
        "old course sent to the same course, by its code, on an unknown campus",
        "french-web 2c: courseCode identity means the same MOOC",
        [(_OLD.replace("51002", "51003"), 301)],
        f"{_CAMPUS_HOST}/fr/cours/accueillir-autrement/",
        richie(_CAMPUS, "Accueillir autrement", "Cours", prose("accueillir", 4), code="51003"),
        "Accueillir autrement",
        expected=K.MOVED,
        accepted=(K.OK,),
    ),
    led(
        "FUN course of Nantes sent to its university",
        "french-web 2c: fallback to the organization page",
        [(f"{_FUN}/courses/course-v1:univnantes+31009+session01/about", 301)],
        f"{_FUN}/fr/etablissements/universite-de-nantes/",
        richie("FUN-MOOC", "Université de Nantes", "Établissements", prose("nantes", 3)),
        "Les villes et leurs fleuves",
        expected=K.SOFT_404,
    ),
    led(
        "cited organisation page that changed its address",
        "living twin: the organisation itself was cited",
        [(f"{_CAMPUS_HOST}/universities/cdg-haut-pays", 301)],
        f"{_CAMPUS_HOST}/fr/etablissements/cdg-haut-pays/",
        richie(_CAMPUS, "Centre de gestion du Haut-Pays", "Établissements", prose("cdg", 3)),
        "Centre de gestion du Haut-Pays",
        expected=K.MOVED,
    ),
    led(
        "publisher's book sent to the catalogue of its collection",
        "french-web 2f: redirect to a list, depth drop, no slug kept",
        [("https://www.editions-du-clocher.fr/catalogue/essais/9782900000123-la-place", 301)],
        "https://www.editions-du-clocher.fr/catalogue/",
        wordpress("Éditions du Clocher", "Catalogue", (f"<ul>{headlines('livres', 10)}</ul>",)),
        "La place (ouvrage)",
        expected=K.SOFT_404,
    ),
    led(
        "publisher's book sent to its new record, ISBN kept",
        "issue: a redirect that keeps the id is moved",
        [("https://www.editions-du-clocher.fr/catalogue/essais/9782900000130-le-banc", 308)],
        "https://www.editions-du-clocher.fr/livre/9782900000130",
        wordpress("Éditions du Clocher", "Le banc", ("Essai, 96 p., 12 €.", *prose("banc", 1))),
        "Le banc",
        expected=K.MOVED,
    ),
)
