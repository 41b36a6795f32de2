"""Pages that say "not found" with a 200, each beside its living twin."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third.a_templates import drupal, wordpress
from tests.labelled.third.a_templates_apps import nextjs
from tests.labelled.third.a_templates_filler import anything, english, paras, sane, teasers
from tests.labelled.wire import seen

_WP = "https://www.mairies-et-territoires-mag.fr/2018/11/la-transfo-racontee-par-ses-agents/"
_WP_TITLE = "La Transfo racontée par ses agents"
_WP_LOST = wordpress(
    "Mairies & Territoires Mag",
    "Page non trouvée",
    '<p>Oups ! Cette page s’est égarée.</p><div class="search-form"><input name="s"></div>'
    "<h2>Nos derniers articles</h2>" + teasers("perdu", 12),
    h1="Oups… Erreur 404",
    body_class="error404 hfeed",
    entries=120,
)
_DRUPAL = (
    "https://www.agence-eau-des-deux-vallees.fr/publications/gerer-les-crues-avec-les-riverains"
)
_DRUPAL_LOST = drupal(
    "Agence de l'eau des deux vallées",
    "Page non trouvée",
    "<p>La page demandée n'a pas pu être trouvée.</p>",
)
_NEXT = "https://www.lab-mobilites.org/ressources/carnet-de-terrain-7"
_NEXT_LOST = nextjs(
    "Lab Mobilités",
    "Lab Mobilités",
    '<div class="err"><span class="err-code">404</span><h1>Cette page n’existe pas (ou plus)</h1>'
    "<p>Le lien que vous avez suivi est peut-être rompu.</p><a href='/'>Accueil</a></div>",
    route="/404",
)
_ENGLISH = "https://www.civicdesign-review.org/essays/what-the-front-desk-knows"
_ENGLISH_LOST = wordpress(
    "Civic Design Review",
    "Nothing found",
    "<p>Sorry, we couldn't find the page you were looking for. It may have been moved or deleted."
    "</p><p>Try one of these instead:</p>" + teasers("en", 4),
    h1="We can't seem to find that page",
    lang="en-GB",
)

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a WordPress theme's lost page is long with the latest articles",
        "french-web 2f: oups + page, erreur 404 in the h1; the site says it everywhere",
        _WP,
        VerdictKind.SOFT_404,
        seen(_WP, _WP_LOST),
        (_WP_TITLE,),
        anything(_WP, _WP_LOST),
    ),
    Labelled(
        "the article of that WordPress magazine is there",
        "french-web 2f: beside the lost page, an ordinary page of the same theme",
        _WP,
        VerdictKind.OK,
        seen(_WP, wordpress("Mairies & Territoires Mag", _WP_TITLE, paras(_WP), entries=120)),
        ("« La Transfo » racontée par ses agents",),
        anything(_WP, _WP_LOST),
    ),
    Labelled(
        "Drupal says page non trouvée with a 200",
        "french-web 2f: page non trouvée in title and h1",
        _DRUPAL,
        VerdictKind.SOFT_404,
        seen(_DRUPAL, _DRUPAL_LOST),
        ("Gérer les crues avec les riverains",),
        anything(_DRUPAL, _DRUPAL_LOST),
    ),
    Labelled(
        "the publication of that Drupal agency is a short notice with a file",
        "issue 3: a short page is alive",
        _DRUPAL,
        VerdictKind.OK,
        seen(
            _DRUPAL,
            drupal(
                "Agence de l'eau des deux vallées",
                "Gérer les crues avec les riverains",
                '<p>Guide, 48 p., 2017.</p><p><a href="/f/guide.pdf">Télécharger (3 Mo)</a></p>',
            ),
        ),
        ("Gérer les crues avec les riverains : guide à l'usage des élus",),
        anything(_DRUPAL, _DRUPAL_LOST),
    ),
    Labelled(
        "a Next application renders its own 404 with a 200",
        "french-web 2f: cette page n'existe plus in the h1, title equal to the site's name",
        _NEXT,
        VerdictKind.SOFT_404,
        seen(_NEXT, _NEXT_LOST, headers={"x-powered-by": "Next.js", "server": ""}),
        ("Carnet de terrain n° 7",),
        anything(_NEXT, _NEXT_LOST),
    ),
    Labelled(
        "a Next article carries page introuvable among its messages only",
        "french-web 2f: phrases count in title, h1 or short main text, never in scripts",
        _NEXT,
        VerdictKind.OK,
        seen(
            _NEXT,
            nextjs(
                "Lab Mobilités",
                "Carnet de terrain #7 | Lab Mobilités",
                f"<h1>Carnet de terrain #7</h1><div class='rich'>{paras(_NEXT, 2)}</div>",
                route="/ressources/[slug]",
            ),
            headers={"x-powered-by": "Next.js"},
        ),
        ("Carnet de terrain n° 7",),
        anything(_NEXT, _NEXT_LOST),
    ),
    Labelled(
        "an English magazine cannot find that page",
        "french-web 2f: page you are looking for, nothing found, in English",
        _ENGLISH,
        VerdictKind.SOFT_404,
        seen(_ENGLISH, _ENGLISH_LOST),
        ("What the front desk knows",),
        anything(_ENGLISH, _ENGLISH_LOST),
    ),
    Labelled(
        "an English essay mentions pages that could not be found",
        "checkers 2.7: whole sentences in a long text do not decide",
        _ENGLISH,
        VerdictKind.OK,
        seen(
            _ENGLISH,
            wordpress(
                "Civic Design Review",
                "What the front desk knows",
                english("desk", 3)
                + "<p>Half of the questions began with “page not found”: the letter gave an "
                "address that no longer existed.</p>" + english("desk2", 4),
                lang="en-GB",
            ),
        ),
        ("What the Front Desk Knows",),
        sane(_ENGLISH),
    ),
)
