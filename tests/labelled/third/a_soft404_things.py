"""Data sets, blogs, events and applications, withdrawn or there."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, article, page
from tests.labelled.third.a_templates import drupal, wordpress
from tests.labelled.third.a_templates_apps import nextjs, shell
from tests.labelled.third.a_templates_filler import anything, paras, sane, sent_home
from tests.labelled.wire import beside, looks, seen

_DATA = "https://donnees.metropole-ouest.fr/datasets/frequentation-des-guichets"
_DATA_LOST = nextjs(
    "Données Métropole Ouest",
    "Données Métropole Ouest",
    "<h1>Ce jeu de données a été supprimé</h1><p>Son producteur l’a retiré du catalogue.</p>",
    route="/datasets/[slug]",
)
_BLOG = "http://agents-dici.over-blog-libre.com/2016/05/le-guichet-vu-de-derriere.html"
_BLOG_LOST = page(
    "Ce blog n'existe plus",
    paragraphs=("Le blog que vous cherchez a été fermé par son auteur.", "Créez le vôtre !"),
    kb=18,
)
_GONE = "https://www.reseau-rural-armorique.fr/agenda/forum-des-services-2018"
_GONE_PAGE = drupal(
    "Réseau rural Armorique", "Erreur 404", "<p>Cette page est introuvable.</p>", entries=90
)
_APP = "https://app.cartographie-des-labs.org/fiche/412"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a data set was withdrawn from its catalogue",
        "french-web 2f: a été supprimé in the h1, title equal to the site's name",
        _DATA,
        VerdictKind.SOFT_404,
        seen(_DATA, _DATA_LOST),
        ("Fréquentation des guichets, 2015-2019",),
        sane(_DATA),
    ),
    Labelled(
        "one file of a data set is no longer available",
        "checkers 3: a phrase about a part does not condemn the page",
        _DATA,
        VerdictKind.OK,
        seen(
            _DATA,
            nextjs(
                "Données Métropole Ouest",
                "Fréquentation des guichets - Données Métropole Ouest",
                "<h1>Fréquentation des guichets</h1><p>Comptages horaires.</p><ul><li>2018.csv "
                "(41 ko)</li><li>2015.csv : ce fichier n’est plus disponible</li></ul>"
                + paras(_DATA, 4),
                route="/datasets/[slug]",
            ),
        ),
        ("Fréquentation des guichets, 2015-2019",),
        sane(_DATA),
    ),
    Labelled(
        "a blog was closed by its author",
        "french-web 2f: n'existe plus in title and h1",
        _BLOG,
        VerdictKind.SOFT_404,
        seen(_BLOG, _BLOG_LOST),
        ("Le guichet vu de derrière",),
        anything(_BLOG, _BLOG_LOST),
    ),
    Labelled(
        "a blogger says farewell and leaves the posts online",
        "issue 3: the right title, a living text; ce blog est fermé only says no more posts",
        _BLOG,
        VerdictKind.OK,
        seen(
            _BLOG,
            page(
                "Le guichet vu de derrière",
                before='<div class="avis"><b>Ce blog est fermé, merci à tous !</b></div>',
                paragraphs=("Il est neuf heures, le rideau se lève sur la salle d'attente.",),
                kb=18,
            ),
        ),
        ("Le guichet vu de derrière",),
        anything(_BLOG, _BLOG_LOST),
    ),
    Labelled(
        "a temporary redirect leads to 404.html which says 200",
        "french-web 2f: final address 404.html; cette page est introuvable",
        _GONE,
        VerdictKind.SOFT_404,
        seen("https://www.reseau-rural-armorique.fr/404.html", _GONE_PAGE, via=((_GONE, 302),)),
        ("Forum des services 2018",),
        looks(
            sibling=seen(
                "https://www.reseau-rural-armorique.fr/404.html",
                _GONE_PAGE,
                via=((beside(_GONE), 302),),
            )
        ),
    ),
    Labelled(
        "the forum of services keeps a page, past and over",
        "design 2: the page answered and looks like itself; a past event is no defect",
        _GONE,
        VerdictKind.OK,
        seen(
            _GONE,
            drupal(
                "Réseau rural Armorique",
                "Forum des services 2018",
                "<p><strong>Cet événement est terminé.</strong></p><p>Les inscriptions sont "
                "closes.</p><p>Saint-Brieuc, 4 octobre 2018.</p>",
                entries=90,
            ),
        ),
        ("Forum des services 2018",),
        sane(_GONE),
    ),
    Labelled(
        "a press page explains in its title why pages are not found",
        "issue 3: a living article about 404s",
        "https://www.depeche-des-mairies.fr/numerique/page-introuvable-liens-morts-des-sites.html",
        VerdictKind.OK,
        seen(
            "https://www.depeche-des-mairies.fr/numerique/page-introuvable-liens-morts-des-sites.html",
            article("« Page introuvable » : un lien sur trois est mort", dress=PRESS, kb=60),
        ),
        ("Page introuvable : un lien sur trois est mort sur les sites publics",),
        sane(
            "https://www.depeche-des-mairies.fr/numerique/page-introuvable-liens-morts-des-sites.html"
        ),
    ),
    Labelled(
        "an application without text names the cited record in its head",
        "issue 3: the title of the page is the reference's",
        _APP,
        VerdictKind.OK,
        seen(
            _APP,
            shell(
                "Le Lab'O, laboratoire d'innovation publique",
                head='<meta property="og:title" content="Le Lab\'O"><meta property="og:type" '
                'content="article">',
            ),
        ),
        ("Lab'O (le), laboratoire d'innovation publique",),
        anything(_APP, shell("Cartographie des labs")),
    ),
    Labelled(
        "an application without text answers the same shell to all",
        "design 2: it answers, but may not be the cited page",
        _APP,
        VerdictKind.DOUBTFUL,
        seen(_APP, shell("Cartographie des labs")),
        ("Le 110 bis, lab de l'Éducation nationale",),
        anything(_APP, shell("Cartographie des labs")),
        also(VerdictKind.OK),
    ),
    Labelled(
        "an old address of urbanisme.fr falls back on the magazine's home page",
        "french-web 2b: probable home; 2f: a redirect to the root from a deep path",
        "https://www.urbanisme.fr/de-l-audace-pour-nos-territoires-design-innovation/sommaire-67",
        VerdictKind.SOFT_404,
        seen(
            "https://www.urbanisme.fr/",
            wordpress("Urbanisme", "La revue Urbanisme", paras("urba", 2), side=14),
            via=(
                (
                    "https://www.urbanisme.fr/de-l-audace-pour-nos-territoires-design-innovation/"
                    "sommaire-67",
                    302,
                ),
            ),
        ),
        ("De l'audace pour nos territoires, #design #innovation",),
        sent_home(
            "https://www.urbanisme.fr/de-l-audace-pour-nos-territoires-design-innovation/sommaire-67",
            "https://www.urbanisme.fr/",
            wordpress("Urbanisme", "La revue Urbanisme", paras("urba", 2), side=14),
            302,
        ),
    ),
)
