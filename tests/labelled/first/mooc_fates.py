"""Where an old course address leads, and Open edX as it was."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.moocs import (
    ALL,
    CATALOGUE,
    CLOSED,
    CODE,
    DESIGN,
    EDX,
    HOUSE,
    NEW,
    NOPE,
    OLD,
    OPEN,
    ORG,
    PAST,
    TITLE,
    edx,
    fell,
    richie,
)
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import page
from tests.labelled.wire import seen

CASES = (
    Labelled(
        "an open course at its own address",
        "french-web 2c: Richie page, open",
        NEW,
        V.OK,
        seen(NEW, richie(TITLE, CODE, OPEN)),
        (TITLE,),
    ),
    Labelled(
        "an archived course at its own address",
        "french-web 2c: Richie page, archived",
        NEW,
        V.COURSE_CLOSED,
        seen(NEW, richie(TITLE, CODE, PAST)),
        (TITLE,),
    ),
    Labelled(
        "a course whose code begins with 0",
        "french-web 1.2 n 36: code is a text",
        "https://www.fun-mooc.fr/courses/course-v1:umontpellier+08011+session01/about",
        V.COURSE_CLOSED,
        seen(
            "https://www.fun-mooc.fr/fr/cours/financement-de-linnovation/",
            richie("Financement de l'innovation", "08011", PAST),
            via=[
                (
                    "https://www.fun-mooc.fr/courses/course-v1:umontpellier+08011+session01/about",
                    301,
                )
            ],
        ),
        ("Financement de l'innovation",),
    ),
    Labelled(
        "a course renamed under the same code",
        "french-web 2c: same courseCode = same MOOC, certain",
        OLD,
        V.OK,
        seen(
            "https://www.fun-mooc.fr/fr/cours/transformer-laction-locale/",
            richie("Transformer l'action locale", CODE, OPEN),
            via=[(OLD, 301)],
        ),
        (TITLE,),
        accepted=also(V.MOVED),
    ),
    fell(
        "a removed course that falls back to its organisation",
        "fate (2): organisation page",
        V.SOFT_404,
        ORG,
        HOUSE,
    ),
    fell(
        "a removed course that falls back to the catalogue",
        "fate (3): course search page",
        V.SOFT_404,
        ALL,
        CATALOGUE,
    ),
    fell(
        "a removed course that falls through",
        "else 404",
        V.NOT_FOUND,
        "https://www.fun-mooc.fr/fr/courses/",
        NOPE,
        status=404,
    ),
    fell(
        "a removed course that leads to another one",
        "another courseCode and title",
        V.DOUBTFUL,
        "https://www.fun-mooc.fr/fr/cours/les-bases-de-la-comptabilite/",
        richie("Les bases de la comptabilité", "31007", OPEN),
        V.SOFT_404,
    ),
    Labelled(
        "a course page that does not exist",
        "french-web 2c: Richie's real 404",
        NEW,
        V.NOT_FOUND,
        seen(NEW, NOPE, 404),
        (TITLE,),
    ),
    Labelled(
        "the catalogue cited as such",
        "french-web 2c, the other side",
        ALL,
        V.OK,
        seen(ALL, CATALOGUE),
        ("Catalogue des cours de FUN",),
    ),
    Labelled(
        "an organisation cited as such",
        "french-web 2c, the other side",
        ORG,
        V.OK,
        seen(ORG, HOUSE),
        ("Le CNFPT sur FUN",),
    ),
    Labelled(
        "an old about page with closed enrolment",
        "french-web 2c: registration-closed, inscriptions closes",
        OLD,
        V.COURSE_CLOSED,
        seen(OLD, edx(TITLE, CLOSED)),
        (TITLE,),
    ),
    Labelled(
        "an old about page that says so in other words",
        "french-web 2c: Inscription close",
        EDX,
        V.COURSE_CLOSED,
        seen(
            EDX,
            edx(
                DESIGN,
                (
                    '<strong class="register-course-button registration-closed">Inscription '
                    "close</strong>"
                ),
            ),
        ),
        (DESIGN,),
    ),
    Labelled(
        "an old about page that takes enrolments",
        "french-web 2c, the other side",
        EDX,
        V.OK,
        seen(
            EDX,
            edx(
                DESIGN,
                (
                    '<a class="register">S’inscrire au cours</a> Fin des inscriptions : 30 '
                    "novembre 2031"
                ),
            ),
        ),
        (DESIGN,),
    ),
    Labelled(
        "an old about page that is gone",
        "french-web 2h.5",
        EDX,
        V.NOT_FOUND,
        seen(
            EDX,
            page(
                "Page not found", paragraphs=("The page that you were looking for was not found.",)
            ),
            404,
        ),
        (DESIGN,),
    ),
)
