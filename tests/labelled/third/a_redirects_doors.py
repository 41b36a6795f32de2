"""Shorteners, DOI, logins, cookies and new homes."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.a_templates import drupal, joomla, wordpress
from tests.labelled.third.a_templates_filler import english, paras, sane, teasers
from tests.labelled.wire import absent, looks, seen

_SHORT = "https://bit.ly/2LabsPub"
_DOI = "https://doi.org/10.55555/rfap.2019.0412"
_ECOM = "https://e-communaut.es.cnfpt.fr/innovation-publique/discussions/labs"
_LOOP = "https://www.courrier-picard-archives.fr/id4512/article/2019-02-11/un-lab-dans-la-gare"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a shortener leads to the article it stood for",
        "issue 3: a shortener to the document is moved",
        _SHORT,
        VerdictKind.MOVED,
        seen(
            "https://www.horizonspublics.fr/territoires/quand-les-labs-publics-se-racontent",
            drupal("Horizons publics", "Quand les labs publics se racontent", paras(_SHORT)),
            via=((_SHORT, 301),),
        ),
        ("Quand les labs publics se racontent",),
        looks(sibling=absent(_SHORT)),
    ),
    Labelled(
        "a DOI leads by a 302 to the publisher's page of the article",
        "issue 3: a temporary redirect; the DOI is the lasting address, the title is right",
        _DOI,
        VerdictKind.OK,
        seen(
            "https://www.journal-of-public-innovation.org/articles/10.55555/rfap.2019.0412",
            wordpress(
                "Journal of Public Innovation",
                "Laboratories of public innovation: a field survey",
                "<p>Résumé : les laboratoires d'innovation publique.</p>" + english("doi", 3),
                lang="en",
            ),
            via=((_DOI, 302),),
        ),
        ("Laboratories of public innovation: a field survey",),
        looks(sibling=absent(_DOI)),
        also(VerdictKind.MOVED),
    ),
    Labelled(
        "an e-community of the CNFPT asks who we are",
        "french-web 2b and 2e: login wall, path kept in the query",
        _ECOM,
        VerdictKind.RESTRICTED,
        seen(
            "https://auth.cnfpt.fr/cas/login?service=https%3A%2F%2Fe-communaut.es.cnfpt.fr"
            "%2Finnovation-publique%2Fdiscussions%2Flabs",
            b"<!DOCTYPE html><html lang='fr'><head><title>CAS - Central Authentication Service"
            b"</title></head><body><h1>Identification</h1><form method='post'><input "
            b"name='username'><input type='password' name='password'><button>OK</button></form>"
            b"<a href='/oubli'>Mot de passe oubli&eacute; ?</a></body></html>",
            via=((_ECOM, 302),),
        ),
        ("E-communautés conçues par le CNFPT",),
    ),
    Labelled(
        "a town's Joomla site keeps a login module beside a free page",
        "french-web 2a: a login form in the side column is no login wall",
        "https://www.mairie-de-saint-loup.fr/index.php/vie-locale/42-un-tiers-lieu-a-la-poste",
        VerdictKind.OK,
        seen(
            "https://www.mairie-de-saint-loup.fr/index.php/vie-locale/42-un-tiers-lieu-a-la-poste",
            joomla("Mairie de Saint-Loup", "Un tiers-lieu à la Poste", paras("poste", 1)),
        ),
        ("Un tiers-lieu à la Poste",),
        sane(
            "https://www.mairie-de-saint-loup.fr/index.php/vie-locale/42-un-tiers-lieu-a-la-poste"
        ),
    ),
    Labelled(
        "a newspaper asks for a cookie by a detour and gives the article",
        "issue 3: cookie-gated loops that end when cookies are kept",
        _LOOP,
        VerdictKind.OK,
        seen(
            _LOOP,
            wordpress("Le Courrier archives", "Un lab dans la gare", paras(_LOOP), kb=40),
            via=(
                (_LOOP, 302),
                ("https://www.courrier-picard-archives.fr/cookie-check?back=%2Fid4512", 302),
            ),
        ),
        ("Un lab dans la gare",),
        sane(_LOOP),
    ),
    Labelled(
        "an institute's old home page leads to its new domain's home page",
        "issue 3: home page to the new home page is moved",
        "http://www.institut-des-rivages.asso.fr/",
        VerdictKind.MOVED,
        seen(
            "https://institut-rivages.org/",
            wordpress("Institut des Rivages", "Accueil", teasers("riv", 8)),
            via=(("http://www.institut-des-rivages.asso.fr/", 301),),
        ),
        ("Institut des rivages",),
    ),
)
