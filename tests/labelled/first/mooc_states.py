"""Archived, mixed and missing sessions."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.moocs import KEPT, PAST, run, state
from tests.labelled.labelled import Labelled
from tests.labelled.pages import article
from tests.labelled.wire import seen

CASES = (
    state("an archived session", "archived_closed", V.COURSE_CLOSED, runs=(PAST,)),
    state(
        "an archived session whose content stays open",
        "archived_open: archived → course_closed",
        V.COURSE_CLOSED,
        V.OK,
        runs=(KEPT,),
    ),
    state(
        "an archived session known by RDFa alone",
        "startDate and endDate metas",
        V.COURSE_CLOSED,
        runs=(PAST,),
        props=False,
    ),
    state(
        "an archived session known by the widget alone",
        "data-props",
        V.COURSE_CLOSED,
        runs=(PAST,),
        rdfa=False,
    ),
    state(
        "several archived sessions",
        "archived_closed",
        V.COURSE_CLOSED,
        runs=(PAST, run("2018-02-01", "2018-03-01", "2018-01-01", "2018-02-20", "session01")),
    ),
    state(
        "an archived session beside an open one",
        "the run of the old address is over, the course is open",
        V.OK,
        V.MOVED,
        V.COURSE_CLOSED,
        runs=(PAST, run("2025-01-06", "2031-12-31", "2025-01-01", "2031-11-30", "session07")),
    ),
    state("a course without sessions", "to_be_scheduled", V.OK, V.MOVED, V.COURSE_CLOSED, runs=()),
    state(
        "a snapshot of a course",
        "div.course-detail__snapshot",
        V.COURSE_CLOSED,
        V.OK,
        V.MOVED,
        runs=(PAST,),
        extra=(
            '<div class="course-detail__snapshot">Archived on 3 May 2020. <a '
            'href="#">Accédez à la version actuelle</a></div>'
        ),
        head='<meta name="robots" content="noindex">',
    ),
    Labelled(
        "an article about a course",
        "french-web 2c: labels outside a course page",
        "https://www.carnet-des-territoires.fr/mooc-design",
        V.OK,
        seen(
            "https://www.carnet-des-territoires.fr/mooc-design",
            article(
                "Un MOOC pour apprendre le design de service",
                ("Les inscriptions sont closes depuis mardi ; la session archivée reste lisible.",),
            ),
        ),
        ("Un MOOC pour apprendre le design de service",),
    ),
)
