"""Online courses: FUN and Richie, older Open edX, and what became of them."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins_other
from tests.labelled.fourth.course_pages import Run, catalogue, edx, richie
from tests.labelled.fourth.filler import text
from tests.labelled.labelled import Labelled, also
from tests.labelled.wire import absent, beside, looks, seen

_FUN = "https://www.fun-mooc.fr"


def _old(org: str, code: str, session: str) -> str:
    return f"{_FUN}/courses/course-v1:{org}+{code}+{session}/about"


_OPEN: tuple[Run, ...] = (("session07", "2025-02-03", "2036-12-31"),)
_OVER: tuple[Run, ...] = (
    ("session01", "2017-03-06", "2017-05-01"),
    ("session02", "2018-09-10", "2018-11-12"),
)
_SOON: tuple[Run, ...] = (("session03", "2036-01-15", "2036-03-15"),)
_A = _old("CNFPT", "87031", "session02")
_B = _old("CNAM", "01044", "session03")
_C = _old("ubordeaux", "28019", "session01")
_D = _old("MinesTelecom", "04033", "session05")
_E = _old("lisieux", "99001", "session01")
_A2 = f"{_FUN}/fr/cours/amenager-sans-artificialiser/"
_B2 = f"{_FUN}/fr/cours/histoire-des-techniques-du-bois/"
_D2 = f"{_FUN}/fr/cours/programmer-un-objet/"
_AGRI = "https://mooc-agri.example/courses/course-v1:agri+SOL+2018"


CASES: tuple[Labelled, ...] = (
    Labelled(
        "an old FUN address leads to the same course, open now",
        "french-web 2c: the same courseCode; issue 3: an open course is ok",
        _A,
        K.OK,
        seen(_A2, richie("Aménager sans artificialiser", "87031", _OPEN), via=((_A, 301),)),
        ("Aménager sans artificialiser",),
        {},
        also(K.MOVED),
    ),
    Labelled(
        "an old FUN address leads to the same course, whose sessions are over",
        "french-web 2c: archived is alive, session closed",
        _B,
        K.COURSE_CLOSED,
        seen(_B2, richie("Histoire des techniques du bois", "01044", _OVER), via=((_B, 301),)),
        ("Histoire des techniques du bois",),
    ),
    Labelled(
        "an old FUN address falls back to the university's page",
        "french-web 2c: fallback to the organisation is gone",
        _C,
        K.SOFT_404,
        seen(
            f"{_FUN}/fr/etablissements/universite-de-bordeaux/",
            catalogue("Université de Bordeaux"),
            via=((_C, 301),),
        ),
        ("La créativité au bureau",),
        looks(sibling=seen(beside(_C), catalogue("Page introuvable"), 404)),
    ),
    Labelled(
        "the university's page on FUN is what was cited",
        "issue 3: a living page of the same site",
        f"{_FUN}/fr/etablissements/universite-de-bordeaux/",
        K.OK,
        seen(
            f"{_FUN}/fr/etablissements/universite-de-bordeaux/", catalogue("Université de Bordeaux")
        ),
        ("L'Université de Bordeaux sur FUN",),
    ),
    Labelled(
        "an old FUN address falls back to the search of courses",
        "french-web 2c: /fr/cours/ exactly is gone",
        _E,
        K.SOFT_404,
        seen(f"{_FUN}/fr/cours/", catalogue("Rechercher un cours"), via=((_E, 301),)),
        ("Le cadastre pour tous",),
    ),
    Labelled(
        "an old FUN address is not known any more",
        "french-web 2c: else 404",
        _old("lisieux", "99002", "session01"),
        K.NOT_FOUND,
        seen(
            f"{_FUN}/fr/courses/course-v1:lisieux+99002+session01/about/",
            catalogue("404 - Page introuvable"),
            404,
            via=((_old("lisieux", "99002", "session01"), 302),),
        ),
        ("Le cadastre, suite",),
    ),
    Labelled(
        "an old FUN address leads to a course that begins years from now",
        "issue 3: an upcoming course is ok",
        _D,
        K.OK,
        seen(_D2, richie("Programmer un objet", "04033", _SOON), via=((_D, 301),)),
        ("Programmer un objet connecté",),
        {},
        also(K.MOVED),
    ),
    Labelled(
        "a course cited at its new address has an old session and an open one",
        "issue 3: an open course is ok",
        f"{_FUN}/fr/cours/soigner-larbre-en-ville/",
        K.OK,
        seen(
            f"{_FUN}/fr/cours/soigner-larbre-en-ville/",
            richie("Soigner l'arbre en ville", "30007", (*_OVER, *_OPEN)),
        ),
        ("Soigner l'arbre en ville",),
        looks(
            sibling=seen(
                beside(f"{_FUN}/fr/cours/soigner-larbre-en-ville/"),
                catalogue("404 - Page introuvable"),
                404,
            )
        ),
    ),
    Labelled(
        "a course cited at its new address with past sessions only",
        "issue 3: archived or closed is course_closed",
        f"{_FUN}/fr/cours/lire-un-budget/",
        K.COURSE_CLOSED,
        seen(f"{_FUN}/fr/cours/lire-un-budget/", richie("Lire un budget communal", "87012", _OVER)),
        ("Lire un budget communal",),
    ),
    Labelled(
        "a snapshot of an archived course, with a link to its present version",
        "french-web 2c: course-detail__snapshot",
        f"{_FUN}/fr/cours/ville-durable/ville-durable-2018/",
        K.COURSE_CLOSED,
        seen(
            f"{_FUN}/fr/cours/ville-durable/ville-durable-2018/",
            richie(
                "Ville durable, être acteur du changement",
                "12044",
                _OVER,
                head='<meta name="robots" content="noindex">',
                extra='<div class="course-detail__snapshot"><p>Archived on 12/11/2018</p><a href="../">'
                "Accédez à la version actuelle</a></div>",
            ),
        ),
        ("Ville durable : être acteur du changement",),
        {},
        also(K.OK),
    ),
    Labelled(
        "another Richie catalogue, on a host nobody knows, with an open course",
        "french-web 2c: RDFa of Richie, whatever the host",
        "https://formations.universite-rurale.example/fr/cours/animer-un-bourg/",
        K.OK,
        seen(
            "https://formations.universite-rurale.example/fr/cours/animer-un-bourg/",
            richie("Animer un bourg", "ur004", _OPEN, site="Université rurale"),
        ),
        ("Animer un bourg",),
        looks(sibling=absent("https://formations.universite-rurale.example/fr/cours/x/")),
    ),
    Labelled(
        "the rural university's other course is over",
        "issue 3: archived or closed is course_closed",
        "https://formations.universite-rurale.example/fr/cours/le-cafe-du-village/",
        K.COURSE_CLOSED,
        seen(
            "https://formations.universite-rurale.example/fr/cours/le-cafe-du-village/",
            richie("Le café du village", "ur002", _OVER, site="Université rurale"),
        ),
        ("Le café du village",),
    ),
    Labelled(
        "an Open edX page of 2018 whose registration is closed",
        "french-web 2c: registration-closed, les inscriptions sont closes",
        f"{_AGRI}/about",
        K.COURSE_CLOSED,
        seen(
            f"{_AGRI}/about",
            edx(
                "Les sols vivants",
                '<span class="register-course-button '
                'registration-closed">Les inscriptions sont closes</span>',
            ),
        ),
        ("Les sols vivants",),
    ),
    Labelled(
        "an Open edX page whose registration stands open",
        "issue 3: an open course is ok",
        "https://mooc-agri.example/courses/course-v1:agri+EAU+2026/about",
        K.OK,
        seen(
            "https://mooc-agri.example/courses/course-v1:agri+EAU+2026/about",
            edx("L'eau à la ferme", '<a class="register" href="#">S\'inscrire maintenant</a>'),
        ),
        ("L'eau à la ferme",),
        looks(sibling=absent("https://mooc-agri.example/courses/x/about")),
    ),
    Labelled(
        "an association's article tells that enrolment in a course is closed",
        "issue 3: a living article about the subject is no course page",
        "https://www.formateurs-publics.example/2019/01/mooc-complet/",
        K.OK,
        seen(
            "https://www.formateurs-publics.example/2019/01/mooc-complet/",
            skins_other.english_site(
                "Le MOOC des achats affiche complet",
                "<p>Les inscriptions sont closes depuis lundi.</p>" + text("complet", 7),
                site="Formateurs publics",
            ),
        ),
        ("Le MOOC des achats affiche complet",),
        looks(sibling=absent("https://www.formateurs-publics.example/2019/01/x/")),
    ),
)
