"""Redirects to hubs, searches and roots, and those that keep the document."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.a_templates import drupal, spip, typo3, wordpress
from tests.labelled.third.a_templates_apps import koha
from tests.labelled.third.a_templates_filler import paras, sane, sent_home, teasers
from tests.labelled.wire import beside, looks, seen

_HUB = (
    "https://www.modernisation.gouv.fr/etudes-et-referentiels/etudes/"
    "les-laboratoires-dinnovation-publique-bilan-et-referentiel-devaluation"
)
_HUB_HOME = drupal("modernisation.gouv.fr", "Ressources", teasers("hub", 10), entries=80)
_SEARCH = "https://mediatheque.saint-aubin.fr/opac/notice/88123-la-ville-autrement"
_SEARCH_PAGE = koha(
    "Médiathèque",
    "Catalogue › Résultats de recherche",
    "<h1>Résultats</h1><p>Aucun résultat pour « 88123 ».</p>",
)
_27 = "http://www.la27eregion.fr/mutualiser-linnovation-publique-a-lechelle-territoriale-le-prochain-grand-defi/"
_27_TITLE = "Mutualiser l’innovation publique à l’échelle territoriale : le prochain grand défi"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a study of modernisation.gouv.fr ends at a hub of resources",
        "french-web 2b: redirect to a hub; 2f: depth drop, no token of the slug kept",
        _HUB,
        VerdictKind.SOFT_404,
        seen("https://www.modernisation.gouv.fr/ressources", _HUB_HOME, via=((_HUB, 301),)),
        ("Les laboratoires d'innovation publique : bilan et référentiel d'évaluation",),
        sent_home(_HUB, "https://www.modernisation.gouv.fr/ressources", _HUB_HOME),
        also(VerdictKind.DOUBTFUL),
    ),
    Labelled(
        "the same study lives at a shorter address",
        "issue 3: a redirect that keeps the slug is moved, however much depth it drops",
        _HUB,
        VerdictKind.MOVED,
        seen(
            "https://www.modernisation.gouv.fr/publications/laboratoires-innovation-publique-bilan",
            drupal(
                "modernisation.gouv.fr",
                "Laboratoires d’innovation publique : bilan et référentiel d’évaluation",
                paras(_HUB, 2),
                entries=80,
            ),
            via=((_HUB, 301),),
        ),
        ("Les laboratoires d'innovation publique : bilan et référentiel d'évaluation",),
        sane(_HUB),
    ),
    Labelled(
        "a record sends to a search without results",
        "issue 3: a redirect to a search is soft_404",
        _SEARCH,
        VerdictKind.SOFT_404,
        seen(
            "https://mediatheque.saint-aubin.fr/opac/search?q=88123",
            _SEARCH_PAGE,
            via=((_SEARCH, 302),),
        ),
        ("La ville autrement",),
        looks(
            sibling=seen(
                "https://mediatheque.saint-aubin.fr/opac/search?q=kqz",
                _SEARCH_PAGE,
                via=((beside(_SEARCH), 302),),
            )
        ),
    ),
    Labelled(
        "a session identifier is added to the same record",
        "issue 3: a temporary redirect to the same page is ok",
        _SEARCH,
        VerdictKind.OK,
        seen(
            _SEARCH + ";jsessionid=9F3A77C0D1",
            koha(
                "Médiathèque", "La ville autrement", f"<h1>La ville autrement</h1>{paras('v', 1)}"
            ),
            via=((_SEARCH, 302),),
            headers={"set-cookie": "JSESSIONID=9F3A77C0D1; Path=/; HttpOnly"},
        ),
        ("La ville autrement",),
        sane(_SEARCH),
    ),
    Labelled(
        "la27eregion goes over to https and keeps the path",
        "french-web 2b: same path over https, 301 http to https = ok",
        _27,
        VerdictKind.OK,
        seen(
            _27.replace("http:", "https:"),
            wordpress("La 27e Région", _27_TITLE, paras(_27)),
            via=((_27, 301),),
        ),
        ("Mutualiser l'innovation publique à l'échelle territoriale. Le prochain grand défi",),
        sane(_27),
    ),
    Labelled(
        "a French root takes in every lost path of a TYPO3 site",
        "issue 3: a redirect to a language root is soft_404",
        "http://www.syndicat-mixte-des-iles.fr/fileadmin/actes/journee-2014.html",
        VerdictKind.SOFT_404,
        seen(
            "https://www.syndicat-mixte-des-iles.fr/fr/",
            typo3("Syndicat mixte des îles", "Accueil", teasers("iles", 6)),
            via=(("http://www.syndicat-mixte-des-iles.fr/fileadmin/actes/journee-2014.html", 307),),
        ),
        ("Actes de la journée 2014",),
        sent_home(
            "http://www.syndicat-mixte-des-iles.fr/fileadmin/actes/journee-2014.html",
            "https://www.syndicat-mixte-des-iles.fr/fr/",
            typo3("Syndicat mixte des îles", "Accueil", teasers("iles", 6)),
            307,
        ),
    ),
    Labelled(
        "a number becomes a slug on a SPIP site",
        "french-web 2f: an id-less redirect confirmed by the reference's title is moved",
        "http://www.reseau-lecture-44.fr/spip.php?article318",
        VerdictKind.MOVED,
        seen(
            "https://www.reseau-lecture-44.fr/Lire-a-l-hopital-l-experience-de-Saint-Nazaire",
            spip(
                "Réseau lecture 44",
                "Lire à l’hôpital : l’expérience de Saint-Nazaire",
                paras("hop", 5),
            ),
            via=(("http://www.reseau-lecture-44.fr/spip.php?article318", 301),),
        ),
        ("Lire à l'hôpital. L'expérience de Saint-Nazaire",),
        sane("http://www.reseau-lecture-44.fr/spip.php?article318"),
    ),
)
