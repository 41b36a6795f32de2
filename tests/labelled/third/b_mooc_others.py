"""Courses elsewhere: Open edX, Richie in English, catalogues, logins, and talk of courses."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.b_templates import drupal, paras, sane, wordpress
from tests.labelled.third.b_templates_mooc import ARCHIVED, Run, about, richie, run
from tests.labelled.third.b_templates_press import lone_login
from tests.labelled.wire import seen

_EDX = "https://learn.open-campus-alps.eu/courses/course-v1:OCA+WATER101+2018_T1/about"
_EDX_OPEN = "https://learn.open-campus-alps.eu/courses/course-v1:OCA+SOIL201+2025/about"
_PT = "https://learning.nau-sul.pt/en/courses/public-design-for-towns/"
_SELF = "https://mooc.ecole-des-territoires.fr/fr/cours/budget-communal-pas-a-pas/"
_WARE = "https://lms.fun-mooc.fr/courses/course-v1:CNFPT+87027+session03/courseware/1/"
_CAT = "https://www.grands-cours-en-ligne.com/learn/innovation-publique"
_NEWS = "https://www.univ-des-plaines.fr/actualites/le-mooc-sur-les-haies-est-fini"
_PLAN = "https://mooc.ecole-des-territoires.fr/fr/cours/assainir-sans-se-ruiner/"

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a course of an Alpine campus closed its enrolment",
        fact="issue: archived or closed course",
        url=_EDX,
        expected=VerdictKind.COURSE_CLOSED,
        plain=seen(
            _EDX,
            about(
                "Water in the mountains",
                site="Open Campus Alps",
                button='<span class="register disabled">Enrollment is Closed</span>',
                lang="en",
                key="WATER101",
            ),
        ),
        titles=("Water in the mountains (Mooc)",),
        answers=sane(_EDX),
    ),
    Labelled(
        name="a course of the same campus takes names",
        fact="issue: an open course is ok",
        url=_EDX_OPEN,
        expected=VerdictKind.OK,
        plain=seen(
            _EDX_OPEN,
            about(
                "Living soils",
                site="Open Campus Alps",
                button='<a href="#" class="register">Enroll in SOIL201</a>',
                lang="en",
                key="SOIL201",
            ),
        ),
        titles=("Living soils",),
        answers=sane(_EDX_OPEN),
    ),
    Labelled(
        name="a southern Richie in English holds an archived course",
        fact="french-web 2c: dates in RDFa and props, any host",
        url=_PT,
        expected=VerdictKind.COURSE_CLOSED,
        plain=seen(
            _PT,
            richie(
                "Public design for towns",
                "PDT1",
                (run("course-v1:NAU+PDT1+2020", ARCHIVED),),
                site="NAU Sul",
                lms="lms.nau-sul.pt",
                lang="en",
            ),
        ),
        titles=("Public design for towns",),
        answers=sane(_PT),
    ),
    Labelled(
        name="a course at one's own pace has begun and never ends",
        fact="french-web 2c: no end date, enrolment open: ongoing_open",
        url=_SELF,
        expected=VerdictKind.OK,
        plain=seen(
            _SELF,
            richie(
                "Le budget communal pas à pas",
                "BUD01",
                (Run("course-v1:EDT+BUD01+libre", "2021-02-01", None, "2021-01-04", None),),
                site="École des territoires",
                lms="lms.ecole-des-territoires.fr",
            ),
        ),
        titles=("Le budget communal pas à pas",),
        answers=sane(_SELF),
    ),
    Labelled(
        name="a course whose dates are still to be set describes itself",
        fact="french-web 2c: to_be_scheduled is neither closed nor archived",
        url=_PLAN,
        expected=VerdictKind.OK,
        plain=seen(
            _PLAN,
            richie("Assainir sans se ruiner", "ASS02", (), site="École des territoires"),
        ),
        titles=("Assainir sans se ruiner",),
        answers=sane(_PLAN),
        accepted=also(VerdictKind.COURSE_CLOSED),
    ),
    Labelled(
        name="the lessons of a course of the CNFPT ask for an account",
        fact="french-web 2e: redirect to /login?next=",
        url=_WARE,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            "https://lms.fun-mooc.fr/login?next=/courses/course-v1%3ACNFPT%2B87027%2Bsession03/"
            "courseware/1/",
            lone_login("Connectez-vous ou créez un compte | FUN MOOC"),
            via=((_WARE, 302),),
        ),
        titles=("Créer des services publics numériques innovants",),
    ),
    Labelled(
        name="a commercial catalogue sends a withdrawn course to its search",
        fact="issue: fell back to the catalogue",
        url=_CAT,
        expected=VerdictKind.SOFT_404,
        plain=seen(
            "https://www.grands-cours-en-ligne.com/search?query=innovation+publique",
            drupal(
                "Résultats de recherche",
                "<p>2 814 cours trouvés</p><ul>"
                + "".join(f"<li><a href='/learn/{n}'>Cours {n}</a></li>" for n in range(30))
                + "</ul>",
                site="Grands cours en ligne",
            ),
            via=((_CAT, 302),),
        ),
        titles=("Innover dans le secteur public : les méthodes",),
        answers=sane("https://www.grands-cours-en-ligne.com/search?query=innovation+publique"),
    ),
    Labelled(
        name="a university's news tells that enrolment in its MOOC is closed",
        fact="issue: a news item is a living page, whatever course it tells of",
        url=_NEWS,
        expected=VerdictKind.OK,
        plain=seen(
            _NEWS,
            wordpress(
                "Le Mooc sur les haies est fini, et il a plu",
                "<p>Les inscriptions sont closes depuis mardi : 4 120 inscrits, un record. Le "
                "cours est archivé, nous racontons ici ses coulisses.</p>" + paras(_NEWS),
                site="Université des Plaines",
            ),
        ),
        titles=("Le Mooc sur les haies est fini",),
        answers=sane(_NEWS),
    ),
)
