"""Course pages of Richie whose sessions are open, upcoming, over or to be scheduled."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.prose import prose
from tests.labelled.second.templates_other_media import richie, run
from tests.labelled.wire import absent, looks, seen

_FUN = "https://www.fun-mooc.fr"


_RIVE = "https://mooc.rivesud-campus.fr/fr/cours/conduire-un-projet-de-quartier/"


_OPEN = ("2036-01-12", "2036-03-30", "2020-01-05", "2036-03-20")


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="an upcoming session on a platform of Richie that nobody knows",
        fact="issue conventions: an upcoming or open course is ok",
        url=_RIVE,
        expected=V.OK,
        plain=seen(
            _RIVE,
            richie(
                "Conduire un projet de quartier",
                "RS-0412",
                (run("course-v1:rs+0412+s1", "2037-02-01", "2037-04-01", "2036-12-01"),),
                site="Campus Rive Sud",
            ),
        ),
        titles=("Conduire un projet de quartier",),
        answers=looks(sibling=absent(_RIVE)),
    ),
    Labelled(
        name="an archived course on a platform of Richie that nobody knows",
        fact="french-web 2c: RDFa and data-props are the same wherever Richie runs",
        url="https://cours.inst-loire.fr/fr/cours/eau-et-territoires/",
        expected=V.COURSE_CLOSED,
        plain=seen(
            "https://cours.inst-loire.fr/fr/cours/eau-et-territoires/",
            richie(
                "Eau et territoires",
                "EAU1",
                (run("course-v1:il+EAU1+2019", "2019-09-02", "2019-11-03", None, "2019-10-01"),),
                site="Institut de Loire",
            ),
        ),
        titles=("Eau et territoires",),
        answers=looks(sibling=absent("https://cours.inst-loire.fr/fr/cours/eau-et-territoires/")),
    ),
    Labelled(
        name="a course to be scheduled, without any date",
        fact="french-web 2c: to_be_scheduled ('à programmer') is neither closed nor archived",
        url=f"{_FUN}/fr/cours/accueillir-au-guichet/",
        expected=V.OK,
        plain=seen(
            f"{_FUN}/fr/cours/accueillir-au-guichet/",
            richie("Accueillir au guichet", "87044", (run("course-v1:CNFPT+87044+s1"),)),
        ),
        titles=("Accueillir au guichet",),
        answers=looks(sibling=absent(f"{_FUN}/fr/cours/accueillir-au-guichet/")),
    ),
    Labelled(
        name="sessions that are over, and one that is to be scheduled",
        fact="french-web 2c: to_be_scheduled stands beside archived runs; more is to come",
        url=f"{_FUN}/fr/cours/cooperer-entre-communes/",
        expected=V.OK,
        plain=seen(
            f"{_FUN}/fr/cours/cooperer-entre-communes/",
            richie(
                "Coopérer entre communes",
                "87051",
                (
                    run("course-v1:CNFPT+87051+session01", "2019-03-04", "2019-05-05"),
                    run("course-v1:CNFPT+87051+session02"),
                ),
            ),
        ),
        titles=("Coopérer entre communes",),
        answers=looks(sibling=absent(f"{_FUN}/fr/cours/cooperer-entre-communes/")),
        accepted=also(V.COURSE_CLOSED),
    ),
    Labelled(
        name="a session under way whose enrolment closed long ago",
        fact="french-web 2c: ongoing_closed, 'inscription fermée'; issue: closed is course_closed",
        url=f"{_FUN}/fr/cours/piloter-la-transition/",
        expected=V.COURSE_CLOSED,
        plain=seen(
            f"{_FUN}/fr/cours/piloter-la-transition/",
            richie(
                "Piloter la transition",
                "63002",
                (
                    run(
                        "course-v1:UG+63002+s3",
                        "2022-01-10",
                        "2039-06-30",
                        "2021-11-01",
                        "2022-02-01",
                    ),
                ),
            ),
        ),
        titles=("Piloter la transition",),
        answers=looks(sibling=absent(f"{_FUN}/fr/cours/piloter-la-transition/")),
        accepted=also(V.OK),
    ),
    Labelled(
        name="a session without an end is open for ever",
        fact="french-web 2c: 'toujours ouvert', a run with a start and no end",
        url=f"{_FUN}/fr/cours/bases-du-droit-public/",
        expected=V.OK,
        plain=seen(
            f"{_FUN}/fr/cours/bases-du-droit-public/",
            richie("Bases du droit public", "11009", (run("course-v1:A+11009+s1", "2019-06-01"),)),
        ),
        titles=("Les bases du droit public",),
        answers=looks(sibling=absent(f"{_FUN}/fr/cours/bases-du-droit-public/")),
    ),
    Labelled(
        name="an open course whose syllabus speaks of archived sessions and missing pages",
        fact="french-web 2c: the run is open; words of the description decide nothing",
        url=f"{_FUN}/fr/cours/archiver-le-web/",
        expected=V.OK,
        plain=seen(
            f"{_FUN}/fr/cours/archiver-le-web/",
            richie(
                "Archiver le web",
                "29005",
                (run("course-v1:INA+29005+s4", *_OPEN),),
                extra="<h2>Semaine 3 : page introuvable, erreur 404</h2><p>Les sessions archivées "
                "restent consultables ; une inscription fermée n’empêche pas de relire.</p>"
                + "".join(f"<p>{p}</p>" for p in prose("semaines", 3)),
            ),
        ),
        titles=("Archiver le Web",),
        answers=looks(sibling=absent(f"{_FUN}/fr/cours/archiver-le-web/")),
    ),
)
