"""Courses: Open edX as it was, Richie as it is, in every state of a session."""

from __future__ import annotations

import html
import json

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import Dress, page
from tests.labelled.prose import prose
from tests.labelled.wire import looks, seen

FUN = Dress(
    "FUN MOOC", ("Cours", "Établissements", "Actualités", "Aide"), ("Mentions légales", "Licences")
)
CODE, TITLE = "87016", "Innovation publique territoriale"
OLD = f"https://www.fun-mooc.fr/courses/course-v1:CNFPT+{CODE}+session02/about"
NEW = "https://www.fun-mooc.fr/fr/cours/innovation-publique-territoriale/"
ORG = "https://www.fun-mooc.fr/fr/etablissements/cnfpt/"
ALL = "https://www.fun-mooc.fr/fr/cours/"
Run = tuple[str, str, str, str, str]
"""Session, start, end, start of enrolment, end of enrolment."""


def richie(
    title: str,
    code: str,
    *runs: Run,
    props: bool = True,
    rdfa: bool = True,
    label: str = "",
    head: str = "",
    extra: str = "",
) -> bytes:
    """Return a Richie course page: RDFa, and the runs in the state of its widget."""
    listed = [
        {
            "resource_link": f"https://lms.fun-mooc.fr/courses/course-v1:CNFPT+{code}+{key}/info",
            "start": start,
            "end": end or None,
            "enrollment_start": opens,
            "enrollment_end": closes or None,
            "languages": ["fr"],
        }
        for key, start, end, opens, closes in runs
    ]
    data = html.escape(json.dumps({"course": {"code": code}, "courseRuns": listed}))
    meta = "".join(
        (
            '<span rel="hasCourseInstance" typeof="CourseInstance"><meta '
            f'property="startDate" content="{r[1][:10]}"><meta property="endDate" '
            f'content="{r[2][:10]}"></span>'
        )
        for r in runs
    )
    return page(
        title,
        h1="",
        suffix=" - Cours - FUN MOOC",
        dress=FUN,
        body='vocab="https://schema.org/" typeof="Course"',
        head=head,
        kb=20,
        paragraphs=(
            (
                '<div class="subheader"><h1 class="subheader__title" '
                f'property="name">{title}</h1><div class="subheader__code" property="courseCode" '
                f'content="{code}">Réf. {code}</div>{extra}</div>'
            ),
            *prose(title, 4),
            f"<p>{label}</p>" if label else "<h2>Évaluation</h2>",
            meta if rdfa else "<hr>",
            (
                '<div class="richie-react richie-react--syllabus-course-runs-list" '
                f'data-props="{data}"></div>'
            )
            if props
            else "<hr>",
        ),
    )


def run(start: str, end: str, opens: str, closes: str, key: str = "session02") -> Run:
    """Return one session by its four dates."""
    return (key, *(f"{d}T10:00:00Z" if d else "" for d in (start, end, opens, closes)))


PAST = run("2019-03-12", "2019-04-30", "2019-01-15", "2019-04-20")
OPEN = run("2020-01-06", "2031-12-31", "2019-12-01", "2031-11-30")
ENDLESS = run("2020-01-06", "", "2019-12-01", "")
SOON = run("2031-03-01", "2031-05-01", "2020-01-01", "2031-02-20")
LATER = run("2031-03-01", "2031-05-01", "2031-01-01", "2031-02-20")
SHUT = run("2020-01-06", "2031-12-31", "2019-12-01", "2020-02-01")
KEPT = run("2019-03-12", "2019-04-30", "2019-01-15", "2031-12-31")


def state(
    name: str, which: str, expected: V, *more: V, runs: tuple[Run, ...], **shape: object
) -> Labelled:
    """An old address that leads to its course in some state."""
    return Labelled(
        name,
        f"french-web 2c: {which}; issue 3 conventions",
        OLD,
        expected,
        seen(NEW, richie(TITLE, CODE, *runs, **shape), via=[(OLD, 301)]),
        (TITLE,),
        accepted=also(*more),
    )  # type: ignore[arg-type]


def fell(
    name: str, fact: str, expected: V, target: str, body: bytes, *more: V, status: int = 200
) -> Labelled:
    """An old address that leads elsewhere."""
    return Labelled(
        name,
        f"french-web 2c: {fact}",
        OLD,
        expected,
        seen(target, body, status, via=[(OLD, 301)]),
        (TITLE,),
        looks(),
        also(*more),
    )


def edx(title: str, button: str) -> bytes:
    """Return an about page of the old Open edX."""
    return page(
        title,
        suffix=" | FUN",
        paragraphs=(*prose(title, 4), f"<p>{button}</p>"),
        body='class="view-about"',
        before='<div class="course-about">',
        after="</div>",
        head='<meta property="og:site_name" content="FUN-MOOC">',
        kb=14,
    )


EDX = "https://mooc.universite-des-rives.fr/courses/course-v1:UdR+DSP01+2019/about"
DESIGN = "Le design de service public"
CLOSED = (
    '<span class="register-course-button registration-closed">Les inscriptions sont closes</span>'
)
CATALOGUE = page(
    "Cours", suffix=" - FUN MOOC", paragraphs=("Recherche parmi 743 cours.",), dress=FUN, kb=30
)
HOUSE = page(
    "CNFPT",
    suffix=" - Établissements - FUN MOOC",
    paragraphs=(
        (
            "Le Centre national de la fonction publique territoriale propose 24 cours, dont "
            "Les fondamentaux du droit."
        ),
    ),
    dress=FUN,
)
NOPE = page(
    "404 - Page introuvable",
    suffix=" - FUN MOOC",
    paragraphs=("Le contenu demandé n'existe pas.",),
    dress=FUN,
)

CASES = (
    state("an open session", "ongoing_open", V.OK, V.MOVED, runs=(OPEN,)),
    state(
        "a session that never ends", "ongoing_open, toujours ouvert", V.OK, V.MOVED, runs=(ENDLESS,)
    ),
    state("an upcoming session that takes enrolments", "future_open", V.OK, V.MOVED, runs=(SOON,)),
    state("an upcoming session not yet open", "future_not_yet_open", V.OK, V.MOVED, runs=(LATER,)),
    state(
        "a running session closed to newcomers",
        "ongoing_closed",
        V.COURSE_CLOSED,
        V.OK,
        V.MOVED,
        runs=(SHUT,),
    ),
)
