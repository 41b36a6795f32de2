"""Redirects to other domains, renamed bodies, shorteners, and error addresses."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.pages import STATE, article, page
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import K, led, swept
from tests.labelled.second.templates_abroad import landing
from tests.labelled.second.templates_engines import (
    WP_HEADERS,
    drupal,
    joomla,
    spip,
    typo3,
    wordpress,
)
from tests.labelled.second.templates_filler import english, headlines
from tests.labelled.wire import beside, seen

_AGENCY_HOME = landing(
    "Altivéa conseil | Performance et transformation",
    ("Altivéa accompagne les dirigeants dans leurs projets de croissance.", *prose("altivea", 1)),
    ("Nos expertises", "Nos clients", "Carrières", "Prendre rendez-vous"),
    lang="fr",
    kb=30,
)
_LOST = joomla("Pays de Sylve", "Page non trouvée", ("La page demandée n'existe plus.",))

CASES: tuple[Labelled, ...] = (
    led(
        "health ministry renamed, same path on the new host",
        "french-web 2b: solidarites-sante.gouv.fr renamed sante.gouv.fr",
        [("https://solidarites-sante.gouv.fr/actualites/presse/article/cap-sur-le-soin", 301)],
        "https://sante.gouv.fr/actualites/presse/article/cap-sur-le-soin",
        spip("Ministère de la Santé", "Cap sur le soin", prose("soin", 4), entries=120),
        "Cap sur le soin",
        expected=K.MOVED,
    ),
    led(
        "strategy body renamed, item kept under the same path",
        "french-web 2b: strategie.gouv.fr is now strategie-plan.gouv.fr",
        [("https://www.strategie.gouv.fr/actualites/le-travail-a-distance", 301)],
        "https://www.strategie-plan.gouv.fr/actualites/le-travail-a-distance",
        drupal("Haut-commissariat", "Le travail à distance", prose("distance", 5), entries=90),
        "Le travail à distance, un an après",
        expected=K.MOVED,
    ),
    led(
        "employment lab's front page after the body changed its name",
        "issue: home page to the new home page is moved; french-web 2b Pôle emploi",
        [("http://www.lelab.pole-emploi.fr/", 301)],
        "https://www.francetravail.fr/accueil/",
        page("Accueil France Travail", paragraphs=prose("emploi", 3), kb=70),
        "Pôle emploi",
        expected=K.MOVED,
        accepted=(K.DOUBTFUL,),
    ),
    led(
        "article of a dissolved agency sent to the firm that took its domain",
        "french-web 2f: redirect to another registrable domain, root, nothing kept",
        [("https://www.mobilites-simples.org/retours/2018/le-bus-a-pedales", 301)],
        "https://www.altivea-conseil.com/",
        _AGENCY_HOME,
        "Le bus à pédales",
        expected=K.SOFT_404,
        accepted=(K.PARKED, K.DOUBTFUL),
    ),
    led(
        "article of an unknown agency kept by an unknown successor, slug and title",
        "issue: a redirect that keeps the slug is moved, hosts unknown",
        [("https://www.mobilites-simples.org/retours/2018/le-train-lent", 301)],
        "https://ressources.mobilite-pour-tous.eu/archives/le-train-lent",
        wordpress("Mobilité pour tous", "Le train lent", prose("train", 6), kb=30),
        "Le train lent",
        expected=K.MOVED,
        headers=WP_HEADERS,
    ),
    led(
        "newspaper article taken over by another title with the same heading only",
        "french-web 2g: the reference's title confirms site renames",
        [("http://www.le-courrier-du-gue.com/a/77-le-lavoir-chantant", 301)],
        "https://www.echo-cantons.info/patrimoine/un-lavoir-qui-chante-encore-4410",
        wordpress("L'Écho des cantons", "Le lavoir chantant", prose("lavoir", 6), kb=60),
        "Le lavoir chantant",
        expected=K.MOVED,
    ),
    led(
        "shortener to a living article",
        "issue: a shortener to the same document is moved",
        [("https://bit.ly/2XlAvoir", 301)],
        "https://www.depeche-mairies.fr/culture/90311/trois-lavoirs-en-fete/",
        article("Trois lavoirs en fête", og=True, kb=60),
        "Trois lavoirs en fête",
        expected=K.MOVED,
        sibling=seen("https://bit.ly/kqzvwtjxhbnplrgdmcysfaeui", b"<h1>Not Found</h1>", 404),
    ),
    led(
        "shortener whose target is by right a home page",
        "false friend: a shortener's path is no deep page; the title is the site's",
        [("https://tinyurl.com/labo-communes", 301)],
        "https://lelabodescommunes.fr/",
        spip("Le Labo des communes", "Le Labo des communes", prose("labo", 3), crumb="Accueil"),
        "Le Labo des communes (site)",
        expected=K.MOVED,
    ),
    led(
        "shortener whose target says page non trouvée",
        "french-web 2f: phrases at the end of a shortener",
        [("http://goo.gl/a1B2c3", 302), ("http://pays-sylve.fr/agenda/veillee", 301)],
        "https://www.pays-sylve.fr/agenda/veillee",
        _LOST,
        "Veillée au pays de Sylve",
        expected=K.SOFT_404,
        sibling=seen("https://www.pays-sylve.fr/agenda/x", _LOST),
    ),
    led(
        "missing page sent to an address that says 404.html with status 200",
        "checkers 2.5: final URL contains /404.htm",
        [("https://www.pays-sylve.fr/dossiers/charte-forestiere", 302)],
        "https://www.pays-sylve.fr/404.html",
        _LOST,
        "La charte forestière",
        expected=K.SOFT_404,
        sibling=swept(
            "https://www.pays-sylve.fr/dossiers/charte-forestiere",
            "https://www.pays-sylve.fr/404.html",
            _LOST,
        ),
    ),
    led(
        "film page whose new address holds the word notfound",
        "checkers 2.5 and Cyberbot lesson: a word in the address is a false friend",
        [("https://www.cine-hameaux.fr/films/not-found-1977", 301)],
        "https://www.cine-hameaux.fr/catalogue/notfound-1977",
        wordpress("Ciné-hameaux", "Not Found", ("Court métrage de 1977.", *prose("film", 2))),
        "Not Found (court métrage, 1977)",
        expected=K.MOVED,
    ),
    led(
        "withdrawn page sent to a farewell page of the service",
        "french-web 2f: depth drop, no slug kept, title absent",
        [("https://wiki.outils-libres.net/fiches/animer/marche-sensible", 301)],
        "https://wiki.outils-libres.net/fermeture",
        page(
            "Le wiki ferme ses portes",
            paragraphs=("Après dix ans, le service s'arrête. Merci à tous.",),
            kb=6,
        ),
        "La marche sensible (fiche)",
        expected=K.SOFT_404,
        accepted=(K.DOUBTFUL,),
        sibling=swept(
            "https://wiki.outils-libres.net/fiches/animer/marche-sensible",
            "https://wiki.outils-libres.net/fermeture",
            page("Le wiki ferme ses portes", paragraphs=("Merci à tous.",), kb=6),
            301,
        ),
    ),
    led(
        "English article moved between universities with its number",
        "issue: a redirect that keeps the id is moved",
        [("http://eprints.oldcollege.ac.uk/14207/", 301)],
        "https://research.newcollege.ac.uk/id/eprint/14207",
        typo3("New College Research", "Queueing and dignity", english("queue", 5), lang="en"),
        "Queueing and dignity",
        expected=K.MOVED,
    ),
    led(
        "regional page swallowed when regions merged",
        "french-web 2f: another domain's list, nothing kept",
        [("http://www.region-hauteplaine.fr/territoires/contrats/contrat-de-vallee", 301)],
        "https://www.grande-region.fr/mes-services",
        drupal("Grande Région", "Tous les services", (f"<ul>{headlines('region', 10)}</ul>",)),
        "Le contrat de vallée",
        expected=K.SOFT_404,
        accepted=(K.DOUBTFUL,),
        sibling=swept(
            "http://www.region-hauteplaine.fr/territoires/contrats/contrat-de-vallee",
            "https://www.grande-region.fr/mes-services",
            drupal("Grande Région", "Tous les services", (f"<ul>{headlines('region', 10)}</ul>",)),
            301,
        ),
    ),
    led(
        "old region's own home page sent to the merged region",
        "issue: home page to the new home page is moved",
        [("http://www.region-hauteplaine.fr/", 301)],
        "https://www.grande-region.fr/",
        drupal("Grande Région", "La Grande Région", prose("region", 2), entries=90),
        "Région Haute-Plaine",
        expected=K.MOVED,
        sibling=seen(
            "https://www.grande-region.fr/mes-services",
            page("Services", dress=STATE),
            via=[(beside("http://www.region-hauteplaine.fr/"), 301)],
        ),
    ),
)
