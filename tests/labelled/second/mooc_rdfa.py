"""Course pages of Richie with RDFa only, without sessions, or kept as snapshots."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.second.templates_other_media import richie, run
from tests.labelled.wire import absent, looks, seen

_FUN = "https://www.fun-mooc.fr"


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="RDFa alone tells that every session is over",
        fact="french-web 2c (i): startDate and endDate of each CourseInstance, no data-props",
        url=f"{_FUN}/fr/cours/fabriquer-linnovation/",
        expected=V.COURSE_CLOSED,
        plain=seen(
            f"{_FUN}/fr/cours/fabriquer-linnovation/",
            richie(
                "Fabriquer l'innovation",
                "01023",
                (
                    run("course-v1:CNAM+01023+session02", "2016-10-03", "2016-12-04"),
                    run("course-v1:CNAM+01023+session03", "2017-10-02", "2017-12-03"),
                ),
                props=False,
            ),
        ),
        titles=("Fabriquer l'innovation",),
        answers=looks(sibling=absent(f"{_FUN}/fr/cours/fabriquer-linnovation/")),
    ),
    Labelled(
        name="RDFa alone, one session of several goes on for years",
        fact="french-web 2c (i): one run still goes on, whatever the others",
        url=f"{_FUN}/fr/cours/donnees-ouvertes-mode-demploi/",
        expected=V.OK,
        plain=seen(
            f"{_FUN}/fr/cours/donnees-ouvertes-mode-demploi/",
            richie(
                "Données ouvertes, mode d'emploi",
                "33021",
                (
                    run("course-v1:UL+33021+session01", "2019-02-04", "2019-04-01"),
                    run("course-v1:UL+33021+session02", "2021-02-01", "2041-04-01"),
                ),
                props=False,
            ),
        ),
        titles=("Données ouvertes : mode d'emploi",),
        answers=looks(sibling=absent(f"{_FUN}/fr/cours/donnees-ouvertes-mode-demploi/")),
    ),
    Labelled(
        name="a course page without any session at all",
        fact="french-web 2c: the page describes the course; nothing in it says closed",
        url="https://formations.pole-littoral.fr/fr/cours/lire-le-paysage/",
        expected=V.OK,
        plain=seen(
            "https://formations.pole-littoral.fr/fr/cours/lire-le-paysage/",
            richie("Lire le paysage", "PL07", props=False, site="Pôle Littoral"),
        ),
        titles=("Lire le paysage",),
        answers=looks(
            sibling=absent("https://formations.pole-littoral.fr/fr/cours/lire-le-paysage/")
        ),
        accepted=also(V.COURSE_CLOSED),
    ),
    Labelled(
        name="a snapshot page of an archived version",
        fact="french-web 2c: div.course-detail__snapshot and robots noindex",
        url=f"{_FUN}/fr/cours/villes-et-numerique/archive-2/",
        expected=V.COURSE_CLOSED,
        plain=seen(
            f"{_FUN}/fr/cours/villes-et-numerique/archive-2/",
            richie(
                "Villes et numérique",
                "44010",
                (run("course-v1:SP+44010+s1", "2017-01-09", "2017-03-01"),),
                snapshot=True,
            ),
        ),
        titles=("Villes et numérique",),
        answers=looks(sibling=absent(f"{_FUN}/fr/cours/villes-et-numerique/archive-2/")),
    ),
)
