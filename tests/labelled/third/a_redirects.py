"""Redirects of the press and of public hosts: to a home, or to the document."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.a_templates import drupal, wordpress
from tests.labelled.third.a_templates_filler import paras, sane, sent_home, teasers
from tests.labelled.wire import absent, looks, seen

_LETTER = "http://www.lettreducadre.fr/15225/la-transfo-saison-2/"
_LETTER_HOME = wordpress(
    "La Lettre du Cadre", "La Lettre du Cadre", teasers("ldc", 20), entries=200, side=0
)
_STRATEGY = (
    "https://www.strategie.gouv.fr/actualites/innovation-publique-france-strategie-lance-projet-lab"
)
_PLAN = _STRATEGY.replace("strategie.gouv", "strategie-plan.gouv")
_ACTORS = (
    "https://www.acteurspublics.com/2018/06/22/"
    "paul-duan-l-innovation-publique-doit-aussi-venir-des-citoyens"
)
_ACTORS_NEW = (
    "https://acteurspublics.fr/articles/"
    "paul-duan-linnovation-publique-doit-aussi-venir-des-citoyens/"
)
_DUAN = "Paul Duan : « L’innovation publique doit aussi venir des citoyens »"
_CLUB = "http://www.club-innovation-culture.fr/"
_LABO = (
    "https://labo.societenumerique.gouv.fr/2019/02/20/"
    "lab-o-laboratoire-dinnovation-publique-services-de-letat-occitanie/"
)
_LABO_LIST = drupal(
    "Labo Société Numérique", "Articles", teasers("labo", 18, "h2"), h1="Tous les articles"
)

CASES: tuple[Labelled, ...] = (
    Labelled(
        "an old address of La Lettre du cadre falls on the home page",
        "french-web 2b: old id URL to the home; 2f: redirect to root from a deep path",
        _LETTER,
        VerdictKind.SOFT_404,
        seen("https://www.lettreducadre.fr/", _LETTER_HOME, via=((_LETTER, 301),)),
        ("La Transfo, saison 2",),
        sent_home(_LETTER, "https://www.lettreducadre.fr/", _LETTER_HOME),
    ),
    Labelled(
        "an old address of La Lettre du cadre finds its article under the new scheme",
        "french-web 2b: /article/{slug}.{id}; 2f: the slug is kept",
        _LETTER,
        VerdictKind.MOVED,
        seen(
            "https://www.lettreducadre.fr/article/la-transfo-saison-2.45718",
            wordpress("La Lettre du Cadre", "La Transfo, saison 2", paras(_LETTER), entries=200),
            via=((_LETTER, 301), (_LETTER.replace("http:", "https:"), 301)),
        ),
        ("Transfo (La), saison 2",),
        sane(_LETTER),
    ),
    Labelled(
        "France Stratégie became another house and kept the path",
        "french-web 2b: 301 host change, same path; not drift",
        _STRATEGY,
        VerdictKind.MOVED,
        seen(
            _PLAN,
            drupal(
                "Haut-commissariat à la Stratégie et au Plan",
                "Innovation publique : France Stratégie lance le projet Lab",
                paras(_STRATEGY, 3),
            ),
            via=((_STRATEGY, 301),),
        ),
        ("France Stratégie",),
        sane(_STRATEGY),
    ),
    Labelled(
        "an interview of Acteurs publics moved to another domain with its slug joined",
        "french-web 2b: acteurspublics.fr/articles, l- joined; a rename, not a drift",
        _ACTORS,
        VerdictKind.MOVED,
        seen(_ACTORS_NEW, drupal("Acteurs Publics", _DUAN, paras(_DUAN, 5)), via=((_ACTORS, 301),)),
        ('Paul Duan : "L\'innovation publique doit aussi venir des citoyens"',),
        looks(sibling=absent(_ACTORS)),
        also(VerdictKind.RESTRICTED),
    ),
    Labelled(
        "the same interview falls on the new domain's list of articles",
        "french-web 2f: redirect to a list, no token of the slug kept",
        _ACTORS,
        VerdictKind.SOFT_404,
        seen(
            "https://acteurspublics.fr/articles/",
            drupal("Acteurs Publics", "Articles", teasers("ap", 15)),
            via=((_ACTORS, 301),),
        ),
        ('Paul Duan : "L\'innovation publique doit aussi venir des citoyens"',),
        sent_home(
            _ACTORS,
            "https://acteurspublics.fr/articles/",
            drupal("Acteurs Publics", "Articles", teasers("ap", 15)),
        ),
    ),
    Labelled(
        "a home page goes over to https",
        "issue 3: http to https is ok; 2f: home pages are never soft 404",
        _CLUB,
        VerdictKind.OK,
        seen(
            _CLUB.replace("http:", "https:"),
            wordpress("Club Innovation & Culture CLIC France", "Accueil", teasers("clic", 12)),
            via=((_CLUB, 301),),
        ),
        ("Club innovation et culture France",),
    ),
    Labelled(
        "the dated address of the Labo falls on its French list",
        "french-web 2b: check redirect to /fr/; 2f: list of articles",
        _LABO,
        VerdictKind.SOFT_404,
        seen("https://labo.societenumerique.gouv.fr/fr/articles/", _LABO_LIST, via=((_LABO, 302),)),
        ("En Occitanie",),
        sent_home(_LABO, "https://labo.societenumerique.gouv.fr/fr/articles/", _LABO_LIST, 302),
    ),
    Labelled(
        "the dated address of the Labo finds its article under /fr/articles",
        "french-web 2b: now /fr/articles/{slug}/; the slug is kept",
        _LABO,
        VerdictKind.MOVED,
        seen(
            "https://labo.societenumerique.gouv.fr/fr/articles/"
            "lab-o-laboratoire-dinnovation-publique-services-de-letat-occitanie/",
            drupal(
                "Labo Société Numérique",
                "Lab’O, laboratoire d’innovation publique des services de l’État en Occitanie",
                paras(_LABO),
            ),
            via=((_LABO, 301),),
        ),
        ("En Occitanie",),
        sent_home(_LABO, "https://labo.societenumerique.gouv.fr/fr/articles/", _LABO_LIST, 302),
    ),
)
