"""Online courses and players, by the facts of fun-mooc.fr and dailymotion.com."""

import json
from dataclasses import replace
from html import escape

import pytest
from tests.rules.made_pages import NOW, answer, bare, case, failed, page, redirected, settle

from perenne.domain.cases import Ask, AskKind
from perenne.domain.exchanges import Exchange, Failure
from perenne.domain.verdicts import VerdictKind
from perenne.pages import read_page
from perenne.rules.courses import closes_at
from perenne.rules.judge import judge

FUN = "https://www.fun-mooc.fr"
OLD = f"{FUN}/courses/course-v1:CNFPT+87016+session02/about"
NEW = f"{FUN}/fr/cours/innovation-publique-territoriale/"
TITLE = "Innovation publique territoriale"
Dates = tuple[str, str, str]
PAST: Dates = ("2019-01-10T08:00:00Z", "2019-03-01T08:00:00Z", "2019-02-01T08:00:00Z")
RUNNING: Dates = ("2026-10-01T08:00:00Z", "2026-12-20T08:00:00Z", "2026-12-01T08:00:00Z")
ENROLLED: Dates = ("2026-10-01T08:00:00Z", "2026-12-20T08:00:00Z", "2026-10-20T08:00:00Z")
COMING: Dates = ("2027-01-10T08:00:00Z", "2027-03-01T08:00:00Z", "2027-02-01T08:00:00Z")
FOREVER: Dates = ("2020-01-10T08:00:00Z", "", "")


def _richie(*runs: Dates, code: str = "87016", extra: str = "", title: str = TITLE) -> bytes:
    listed = [
        {
            "resource_link": "https://lms.fun-mooc.fr/courses/course-v1:CNFPT+87016+s/info",
            "start": start,
            "end": end or None,
            "enrollment_end": enrolled or None,
        }
        for start, end, enrolled in runs
    ]
    props = escape(json.dumps({"course": {"code": code}, "courseRuns": listed}))
    body = f"""<div vocab="https://schema.org/" typeof="Course">
<div class="subheader__code" property="courseCode" content="{code}">Réf. {code}</div>
<div class="richie-react--syllabus-course-runs-list" data-props="{props}"></div>{extra}</div>"""
    return page(f"{title} - Cours", h1=title, body=body, sentences=8)


@pytest.mark.parametrize("dates", [RUNNING, COMING, FOREVER])
def test_a_course_that_one_can_join_is_alive(dates: Dates) -> None:
    """Running, to come, or always open; an earlier session may be over."""
    verdict = settle(case(NEW, answer(NEW, _richie(PAST, dates)), TITLE))
    assert (verdict.kind, verdict.code) == (VerdictKind.OK, "course_open")


@pytest.mark.parametrize("dates", [PAST, ENROLLED])
def test_a_course_that_one_cannot_join_is_closed(dates: Dates) -> None:
    """Over, or running without newcomers: it is there, and that is said."""
    verdict = settle(case(NEW, answer(NEW, _richie(dates)), TITLE))
    assert (verdict.kind, verdict.code) == (VerdictKind.COURSE_CLOSED, "course_closed")


@pytest.mark.parametrize(
    ("runs", "closes"),
    [
        ([RUNNING], "2026-12-01T08:00:00+00:00"),
        ([PAST, RUNNING, COMING], "2027-02-01T08:00:00+00:00"),
        ([RUNNING, FOREVER], None),
        ([PAST], None),
        ([], None),
    ],
)
def test_a_course_closes_with_the_last_session_that_one_can_join(
    runs: list[Dates], closes: str | None
) -> None:
    """A session without an end keeps it open; one that is over says nothing any more."""
    read = read_page(answer(NEW, _richie(*runs)))
    closing = closes_at(read.course, NOW)
    assert (closing.isoformat() if closing else None) == closes
    assert closes_at(None, NOW) is None


def test_an_old_address_that_leads_to_the_open_course_is_a_move() -> None:
    """The code of the course is in both: it is the same, whatever its name."""
    exchange = redirected(OLD, NEW, _richie(RUNNING, title="Un tout nouveau nom de cours"))
    verdict = settle(case(OLD, exchange, TITLE))
    assert (verdict.kind, verdict.moved_to) == (VerdictKind.MOVED, NEW)


def test_an_old_address_that_leads_to_the_closed_course_is_closed() -> None:
    """With its new address as a note."""
    verdict = settle(case(OLD, redirected(OLD, NEW, _richie(PAST)), TITLE))
    assert verdict.kind is VerdictKind.COURSE_CLOSED
    assert [note.fact for note in verdict.notes] == [NEW]


@pytest.mark.parametrize(
    "end",
    [
        f"{FUN}/fr/cours/",
        f"{FUN}/fr/etablissements/cnfpt/",
        f"{FUN}/en/courses/",
        f"{FUN}/en/organizations/cnfpt/",
    ],
)
def test_an_old_address_that_leads_to_a_list_is_lost(end: str) -> None:
    """Richie sends a removed course to its organisation, or to the catalogue."""
    verdict = settle(case(OLD, redirected(OLD, end, page("CNFPT", sentences=9)), TITLE))
    assert (verdict.kind, verdict.code) == (VerdictKind.SOFT_404, "course_fallback")


@pytest.mark.parametrize("spelling", [OLD, f"{OLD}/", f"{FUN}/courses/CNFPT/87016/session02/about"])
def test_old_addresses_are_known_in_every_spelling(spelling: str) -> None:
    """With and without course-v1, with and without a slash."""
    verdict = settle(case(spelling, redirected(spelling, f"{FUN}/fr/cours/", page("Cours"))))
    assert verdict.code == "course_fallback"


def test_another_course_under_an_old_address_is_doubtful() -> None:
    """The code is not the cited one, neither is the title."""
    exchange = redirected(OLD, NEW, _richie(RUNNING, code="99999", title="Apiculture urbaine"))
    verdict = settle(case(OLD, exchange, TITLE))
    assert (verdict.kind, verdict.code) == (VerdictKind.DOUBTFUL, "course_fallback")


def test_a_new_code_under_the_cited_title_is_the_course() -> None:
    """Codes change; « Innovation publique territoriale » is what was cited."""
    exchange = redirected(OLD, NEW, _richie(PAST, code="87116"))
    assert settle(case(OLD, exchange, TITLE)).kind is VerdictKind.COURSE_CLOSED


def test_an_archived_version_of_a_course_is_closed() -> None:
    """A snapshot page says so itself, whatever the dates."""
    body = _richie(RUNNING, extra='<div class="course-detail__snapshot">Archivé</div>')
    assert settle(case(NEW, answer(NEW, body))).kind is VerdictKind.COURSE_CLOSED


def test_an_old_open_edx_page_says_that_it_is_closed() -> None:
    """What FUN served in 2019."""
    body = page(
        TITLE,
        body='<div class="course-about"><a class="registration-closed">x</a></div>',
    )
    assert settle(case(OLD, answer(OLD, body), TITLE)).kind is VerdictKind.COURSE_CLOSED


@pytest.mark.parametrize("runs", [(), (("", "", ""),), (("bientôt", "", ""),)])
def test_a_course_without_dates_is_alive(runs: tuple[Dates, ...]) -> None:
    """To be scheduled: the page is there."""
    assert settle(case(NEW, answer(NEW, _richie(*runs)), TITLE)).kind is VerdictKind.OK


def test_without_a_clock_no_course_is_called_closed() -> None:
    """The judge knows only the time it is given."""
    given = replace(case(NEW, answer(NEW, _richie(PAST))), now=None)
    assert settle(given).kind is VerdictKind.OK


def test_dates_in_rdfa_count_where_there_are_no_data_for_scripts() -> None:
    """Dates without a zone are read as UTC."""
    run = (
        '<span rel="hasCourseInstance" typeof="CourseInstance">'
        '<meta property="startDate" content="2019-01-10"><meta property="endDate" '
        'content="2019-03-01"></span>'
    )
    body = page(TITLE, body=f'<div typeof="Course"><i property="courseCode">87016</i>{run}</div>')
    assert settle(case(NEW, answer(NEW, body))).kind is VerdictKind.COURSE_CLOSED


VIDEO = "https://www.dailymotion.com/video/x79p6eu"
SHELL = bare("Dailymotion", '<div id="root"></div><script src="/app.js"></script>')
REMOVED = {"error": {"code": 404, "type": "not_found"}}


def _data(status: int, content: object) -> Exchange:
    body = json.dumps(content).encode()
    url = "https://api.dailymotion.com/video/x79p6eu"
    return answer(url, body, status, headers={"content-type": "application/json"})


@pytest.mark.parametrize(
    "url",
    [
        VIDEO,
        f"{VIDEO}_innovation-a-paris",
        f"{VIDEO}?playlist=x5",
        "https://dai.ly/x79p6eu",
    ],
)
def test_a_player_is_asked_for_its_data(url: str) -> None:
    """Its page is a script that answers 200 for anything."""
    asked = judge(case(url, answer(url, SHELL)))
    assert asked == Ask(AskKind.MEDIA, url="https://api.dailymotion.com/video/x79p6eu")


@pytest.mark.parametrize(
    ("url", "data", "kind", "code"),
    [
        (VIDEO, _data(404, REMOVED), VerdictKind.MEDIA_REMOVED, "media_removed"),
        (VIDEO, _data(200, {"id": "x79p6eu"}), VerdictKind.OK, "http_ok"),
        (VIDEO, _data(200, {"private": True}), VerdictKind.RESTRICTED, "media_private"),
        (VIDEO, _data(403, REMOVED), VerdictKind.DOUBTFUL, "media_unknown"),
        (VIDEO, _data(500, REMOVED), VerdictKind.DOUBTFUL, "media_unknown"),
        (VIDEO, _data(404, ["rien"]), VerdictKind.DOUBTFUL, "media_unknown"),
        (VIDEO, answer(VIDEO, bare("404", "x"), 404), VerdictKind.DOUBTFUL, "media_unknown"),
        (VIDEO, failed(VIDEO, Failure.DNS_FAILED), VerdictKind.DOUBTFUL, "media_unknown"),
        (VIDEO.replace("x79", "k79"), _data(403, REMOVED), VerdictKind.RESTRICTED, "media_private"),
    ],
)
def test_the_data_of_a_player_decide(
    url: str, data: Exchange, kind: VerdictKind, code: str
) -> None:
    """Only its own 404 is a death; a wall's page proves nothing."""
    verdict = settle(case(url, answer(url, SHELL)), {AskKind.MEDIA: data})
    assert (verdict.kind, verdict.code) == (kind, code)


def test_a_player_that_could_not_be_asked_is_doubtful() -> None:
    """A 200 of its page proves nothing."""
    assert settle(case(VIDEO, answer(VIDEO, SHELL))).code == "media_unknown"


def test_a_dead_player_page_needs_no_question() -> None:
    """404 says it all."""
    assert settle(case(VIDEO, answer(VIDEO, status=404))).kind is VerdictKind.NOT_FOUND


def test_the_home_page_of_a_player_is_no_video() -> None:
    """There is nothing to ask for."""
    home = "https://www.dailymotion.com/"
    assert settle(case(home, answer(home, SHELL))).kind is VerdictKind.OK
