"""Online courses: whether it is the same one, and whether a session is still to come.

FUN's old addresses, /courses/course-v1:ORG+CODE+SESSION/about, are sent to the course with
that code (organisation and session are ignored), else to the organisation's page, else to the
catalogue (openfun/fun-richie-site-factory `base/views.py`). A removed course so answers 200.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from perenne.domain.cases import Case
from perenne.domain.pages import Course, CourseRun, Page
from perenne.domain.verdicts import VerdictKind
from perenne.rules.addresses import address, same_address
from perenne.rules.answers import Answer, conclude
from perenne.rules.hops import Journey, journey
from perenne.rules.looks import served_page
from perenne.rules.witness import confirmed_by_heading
from perenne.rules.words import plain

_OLD_COURSE = re.compile(
    r"courses/(?:course-v1:)?(?P<org>[^/+]+)[/+](?P<code>[^/+]+)[/+](?P<session>[^/+]+)"
    r"(?:/about)?$",
    re.IGNORECASE,
)

_FALLBACK = re.compile(
    r"(?:/[a-z]{2})?/(?:cours|courses|(?:etablissements|organi[sz]ations)(?:/[^/]+)?)"
)
"""Richie's own paths of the catalogue and of an organisation (`urls.py`), on whatever campus."""

_CLOSED = re.compile(
    r"enrollment is closed|registration is closed|(?:les )?inscriptions? (?:sont |est )?closes?\b|"
    r"inscriptions? (?:sont |est )?(?:fermee|terminee)s?\b"
)
"""What Open edX shows in place of its button (fun-apps `course_about.html`, django.po)."""

_TOP = 600
"""Characters of main text, where the button stands."""


def closes_at(found: Course | None, now: datetime) -> datetime | None:
    """Return when the last session that can still be joined will no longer be.

    None where there is none, or where one of them has no end.
    """
    runs = found.runs if found else ()
    ends = [min(_ends(run), default=None) for run in runs if _open(run, now)]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def course_fallback(case: Case) -> Answer:
    """An old course address that led to the catalogue or to the organisation: removed."""
    way, page = journey(case), served_page(case)
    if way is None or page is None or not _old(case):
        return None
    if page.course and page.course.code:
        return None
    if _in_lists(way, case.site.list_paths) and not confirmed_by_heading(case, page):
        return conclude(VerdictKind.SOFT_404, "course", "course_fallback", way.end.shown)
    return None


def course(case: Case) -> Answer:
    """A course page: open or to come is alive, over or closed is said."""
    page = served_page(case)
    found = page.course if page else None
    if page is None or found is None:
        return None
    old = _old(case)
    other = old and found.code and found.code.lower() != old["code"].lower()
    if other and not confirmed_by_heading(case, page):
        return conclude(VerdictKind.DOUBTFUL, "course", "course_fallback", found.code)
    kind = _state(found, case.now) or _told_closed(page)
    return _told(case, kind) if kind else None


def _old(case: Case) -> re.Match[str] | None:
    """Match the address in its present spelling: `+` and `:` stand for themselves."""
    return _OLD_COURSE.search(case.url.partition("?")[0].partition("#")[0].rstrip("/"))


def _in_lists(way: Journey, list_paths: tuple[str, ...]) -> bool:
    """Tell whether it ended in the catalogue itself, or anywhere below the organisations."""
    lists = [address(f"https://{way.end.host}{path}").path for path in list_paths]
    return way.end.path in lists or bool(_FALLBACK.fullmatch(way.end.path))


def _told(case: Case, kind: VerdictKind) -> Answer:
    """An open course at a new address for good is worth mending, like any moved page."""
    if kind is VerdictKind.COURSE_CLOSED:
        return conclude(kind, "course", "course_closed")
    way = journey(case)
    if way is None or same_address(way.start, way.lasting):
        return conclude(kind, "course", "course_open")
    new = way.lasting_url
    return conclude(VerdictKind.MOVED, "course", "redirect_permanent", new, moved_to=new)


def _told_closed(page: Page) -> VerdictKind | None:
    closed = _CLOSED.search(plain(page.main_text[:_TOP]))
    return VerdictKind.COURSE_CLOSED if closed else None


def _state(found: Course, now: datetime | None) -> VerdictKind | None:
    """Judge by the best session; without dates only what the page says outright counts."""
    if found.archived or found.closed:
        return VerdictKind.COURSE_CLOSED
    runs = [run for run in found.runs if run.start or run.end or run.enrollment_end]
    if not runs or now is None:
        return None
    joinable = any(_open(run, now) for run in runs)
    return VerdictKind.OK if joinable else VerdictKind.COURSE_CLOSED


def _open(run: CourseRun, now: datetime) -> bool:
    """Tell whether one can still join (richie `CourseRun.compute_state`)."""
    return all(end > now for end in _ends(run))


def _ends(run: CourseRun) -> list[datetime]:
    dates = (_date(run.end), _date(run.enrollment_end))
    return [date for date in dates if date is not None]


def _date(text: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
