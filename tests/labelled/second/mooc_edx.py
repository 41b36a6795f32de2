"""Course pages of Open edX, open and closed."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.templates_other import shell, wordpress
from tests.labelled.second.templates_other_media import edx_about
from tests.labelled.wire import absent, looks, seen

_EDX = "https://mooc.ecole-des-ponts-neufs.fr/courses/course-v1:EPN+{}/about"


_CLOSED = '<span class="registration-closed">Les inscriptions sont closes</span>'


def _cited(number: str) -> str:
    return _EDX.format(number)


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="an old about page of Open edX whose registration is closed",
        fact="french-web 2c: .registration-closed, 'Les inscriptions sont closes'",
        url=_cited("0101+S02"),
        expected=V.COURSE_CLOSED,
        plain=seen(
            _cited("0101+S02"),
            edx_about("Ouvrages d'art et riverains", "0101", site="EPN", button=_CLOSED),
        ),
        titles=("Ouvrages d'art et riverains",),
        answers=looks(sibling=absent(_cited("0101+S02"))),
    ),
    Labelled(
        name="an old about page of Open edX that still enrols",
        fact="issue conventions: an open course is ok",
        url=_cited("0102+S01"),
        expected=V.OK,
        plain=seen(_cited("0102+S01"), edx_about("Lire un plan de voirie", "0102", site="EPN")),
        titles=("Lire un plan de voirie",),
        answers=looks(sibling=absent(_cited("0102+S01"))),
    ),
    Labelled(
        name="an about page that only announces the date at which enrolment will close",
        fact="french-web 2c: 'Fin des inscriptions:' is a date, not a state; the button is open",
        url=_cited("0103+S01"),
        expected=V.OK,
        plain=seen(
            _cited("0103+S01"),
            edx_about(
                "Gérer les eaux de pluie",
                "0103",
                site="EPN",
                dates='<li><p>Fin des inscriptions:</p><span class="date">2 juin 2039</span></li>',
            ),
        ),
        titles=("Gérer les eaux de pluie",),
        answers=looks(sibling=absent(_cited("0103+S01"))),
    ),
    Labelled(
        name="an English Open edX that says Enrollment is Closed",
        fact="issue: closed sessions are course_closed; Open edX says it in English too",
        url="https://courses.opennorth.org/courses/course-v1:ON+CITY1+2018/about",
        expected=V.COURSE_CLOSED,
        plain=seen(
            "https://courses.opennorth.org/courses/course-v1:ON+CITY1+2018/about",
            edx_about(
                "Open Cities and Public Data",
                "CITY1",
                site="Open North Courses",
                button='<span class="register disabled">Enrollment is Closed</span>',
            ),
        ),
        titles=("Open cities and public data (MOOC)",),
        answers=looks(
            sibling=absent("https://courses.opennorth.org/courses/course-v1:ON+CITY1+2018/about")
        ),
    ),
    Labelled(
        name="an Open edX shows its catalogue instead of the course",
        fact="issue: soft_404 when it fell back to the catalogue",
        url=_cited("0044+S01"),
        expected=V.SOFT_404,
        plain=seen(
            "https://mooc.ecole-des-ponts-neufs.fr/courses",
            wordpress(
                "Tous nos cours",
                [f'<div class="course"><h3>{t[:60]}</h3></div>' for t in prose("cours", 9, 1)],
                site="EPN",
            ),
            via=((_cited("0044+S01"), 302),),
        ),
        titles=("Sols pollués : diagnostiquer et décider",),
        answers=looks(sibling=absent("https://mooc.ecole-des-ponts-neufs.fr/courses")),
    ),
    Labelled(
        name="the lessons themselves of FUN ask for a login",
        fact="french-web 2e: redirect to /login with next= the original path",
        url="https://lms.fun-mooc.fr/courses/course-v1:CNFPT+87016+session06/courseware",
        expected=V.RESTRICTED,
        plain=seen(
            "https://lms.fun-mooc.fr/login?next=/courses/course-v1%3ACNFPT%2B87016%2Bsession06/"
            "courseware",
            shell(
                "Connectez-vous ou créez un compte | FUN-MOOC",
                root='<div id="login-and-registration-container"></div>',
                kb=30,
            ),
            via=(
                ("https://lms.fun-mooc.fr/courses/course-v1:CNFPT+87016+session06/courseware", 302),
            ),
        ),
        titles=("Innovation publique territoriale, semaine 3",),
    ),
)
