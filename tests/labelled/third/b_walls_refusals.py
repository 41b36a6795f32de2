"""Refusals without a signature: 403, 418, 429, 999, 400, and what a second look finds."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third import b_templates_walls as walls
from tests.labelled.third.b_templates import drupal, e, paras, sane, spip, wordpress
from tests.labelled.wire import absent, looks, seen

_GAZETTE = (
    "https://www.lagazettedescommunes.com/537562/"
    "le-pas-de-calais-valorise-ses-agents-intrapreneurs/"
)
_ESSONNE = "https://www.essonne.fr/le-departement/les-competences/lecture-publique"
_LEGI = "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000038821510"
_LINKEDIN = "https://www.linkedin.com/pulse/innover-en-mairie-claire-d-aubigny/"
_TEAPOT = "https://www.syndicat-eaux-du-plateau.fr/rapport-annuel/synthese"
_HEADERS = "https://www.cdg-hautes-terres.fr/concours/calendrier-2024"
_OLD = "https://www.cdg-hautes-terres.fr/concours/calendrier-2014"
_API = "https://ressources.maisons-services.fr/fiches/accueil-de-proximite"
_FOLDER = "http://www.ecole-architecture-ouest.fr/publications/cahiers/"
_TOOMANY = "https://www.revue-des-archives-locales.org/numeros/12/classer-les-plans"
_BAD = "https://www.portail-habitat-sud.fr/dossier?ref=plan%20local&vue=a"
_TITLE = "Le Pas-de-Calais valorise ses agents « intrapreneurs »"

_FORBIDDEN = seen(_GAZETTE, walls.nginx("403 Forbidden"), 403)
_TEA = seen(_ESSONNE, b"", 418, headers={"content-length": "0"})
_TEA_TOO = seen(_TEAPOT, walls.nginx("418 I'm a teapot"), 418)
_LAW = seen(_LEGI, walls.nginx("403 Forbidden"), 403)
_NINES = seen(_LINKEDIN, b"<html><head><script>onload=function(){}</script></head></html>", 999)
_LISTING = seen(_FOLDER, walls.apache_forbidden("/publications/cahiers/"), 403)
_LIMIT = seen(_TOOMANY, walls.nginx("429 Too Many Requests"), 429, headers={"retry-after": "30"})
_WRONG = seen(_BAD, walls.nginx("400 Bad Request"), 400)
_QUIET = seen(_API, b"", 406, headers={"content-length": "0"})

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="the Gazette refuses robots without saying which wall does it",
        fact="french-web 2a: 403 of this publisher means blocked, even unsigned",
        url=_GAZETTE,
        expected=VerdictKind.BLOCKED,
        plain=_FORBIDDEN,
        titles=(_TITLE,),
        answers=looks(browser=_FORBIDDEN),
    ),
    Labelled(
        name="the Gazette lets us read another article with its intrapreneurs",
        fact="french-web 2a: the same host also answers; a free article is ok",
        url=_GAZETTE,
        expected=VerdictKind.OK,
        plain=seen(
            _GAZETTE, wordpress(_TITLE, paras(_GAZETTE), site="La Gazette des communes", kb=90)
        ),
        titles=("Le Pas-de-Calais valorise ses agents intrapreneurs",),
        answers=sane(_GAZETTE),
    ),
    Labelled(
        name="the Essonne department is a teapot for robots",
        fact="french-web 2a: essonne.fr answers 418",
        url=_ESSONNE,
        expected=VerdictKind.BLOCKED,
        plain=_TEA,
        titles=("La lecture publique en Essonne",),
        answers=looks(browser=_TEA),
    ),
    Labelled(
        name="a water board unknown to anyone answers 418 too",
        fact="design 2: unexplained 4xx is blocked",
        url=_TEAPOT,
        expected=VerdictKind.BLOCKED,
        plain=_TEA_TOO,
        answers=looks(browser=_TEA_TOO),
    ),
    Labelled(
        name="Légifrance refuses us a decree",
        fact="french-web 2a: 403 as a default of legifrance.gouv.fr",
        url=_LEGI,
        expected=VerdictKind.BLOCKED,
        plain=_LAW,
        titles=("Loi n° 2019-828 du 6 août 2019 de transformation de la fonction publique",),
        answers=looks(browser=_LAW),
    ),
    Labelled(
        name="LinkedIn answers 999 to a reader of a post",
        fact="french-web 2d: linkedin.com 999",
        url=_LINKEDIN,
        expected=VerdictKind.BLOCKED,
        plain=_NINES,
        titles=("Innover en mairie",),
        answers=looks(browser=_NINES),
    ),
    Labelled(
        name="a management centre refuses bare headers and welcomes those of a browser",
        fact="issue: one polite second try with browser-like headers",
        url=_HEADERS,
        expected=VerdictKind.OK,
        plain=seen(_HEADERS, walls.nginx("403 Forbidden"), 403),
        titles=("Calendrier des concours 2024",),
        answers=looks(
            browser=seen(
                _HEADERS,
                drupal("Calendrier des concours 2024", paras(_HEADERS, 3), site="CDG"),
            ),
            sibling=absent(_HEADERS),
        ),
    ),
    Labelled(
        name="a management centre refuses bare headers and has lost an older calendar",
        fact="issue: the second try tells what a reader gets, here a 404",
        url=_OLD,
        expected=VerdictKind.NOT_FOUND,
        plain=seen(_OLD, walls.nginx("403 Forbidden"), 403),
        titles=("Calendrier des concours 2014",),
        answers=looks(
            browser=seen(
                _OLD, drupal("Page non trouvée", "<p>Cette page n’existe pas.</p>", site="CDG"), 404
            )
        ),
    ),
    Labelled(
        name="a site answers 406 until it is told what a browser accepts",
        fact="issue: 406 without Accept",
        url=_API,
        expected=VerdictKind.OK,
        plain=_QUIET,
        titles=("Accueil de proximité : fiche pratique",),
        answers=looks(
            browser=seen(_API, spip("Accueil de proximité", paras(_API), site="Maisons services")),
            sibling=absent(_API),
        ),
    ),
    Labelled(
        name="a directory without index is forbidden at a school of architecture",
        fact="design 2: an unexplained 403 is blocked, to be looked at by hand",
        url=_FOLDER,
        expected=VerdictKind.BLOCKED,
        plain=_LISTING,
        titles=("Les Cahiers de l'école",),
        answers=looks(browser=_LISTING),
    ),
    Labelled(
        name="a review still limits our rate after its own wait",
        fact="issue: 429 after its wait is blocked",
        url=_TOOMANY,
        expected=VerdictKind.BLOCKED,
        plain=_LIMIT,
        titles=("Classer les plans",),
        answers=looks(second=_LIMIT, browser=_LIMIT),
    ),
    Labelled(
        name="a review that limited our rate answers half a minute later",
        fact="design 3: a Retry-After within a minute is waited for",
        url=_TOOMANY,
        expected=VerdictKind.OK,
        plain=_LIMIT,
        titles=("Classer les plans aux archives",),
        answers=looks(
            second=seen(
                _TOOMANY, spip("Classer les plans", paras(_TOOMANY), site="Archives locales")
            ),
            sibling=absent(_TOOMANY),
        ),
    ),
    Labelled(
        name="a housing portal calls our request bad",
        fact="design 2: other 4xx are refusals of us",
        url=_BAD,
        expected=VerdictKind.BLOCKED,
        plain=_WRONG,
        answers=looks(browser=_WRONG, second=_WRONG),
        accepted=also(VerdictKind.DOUBTFUL),
    ),
    Labelled(
        name="a forum thread about Request Rejected is a page like any other",
        fact="issue: signatures only where the wall itself speaks",
        url="https://forum-admins.net/t/request-rejected-que-faire/2217",
        expected=VerdictKind.OK,
        plain=seen(
            "https://forum-admins.net/t/request-rejected-que-faire/2217",
            wordpress(
                "Request Rejected : que faire ?",
                "<blockquote>The requested URL was rejected. Please consult with your "
                f"administrator. Your support ID is: 1492</blockquote>{e('Bonjour à tous,')}"
                + paras("forum", 4, 3),
                site="Forum des admins",
            ),
        ),
        titles=("Request Rejected : que faire ?",),
        answers=sane("https://forum-admins.net/t/request-rejected-que-faire/2217"),
    ),
)
