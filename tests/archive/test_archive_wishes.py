"""What is remembered of a link decides whether its page is asked for; a plan only tells it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from tests.store.store_stories import MONDAY, add, check, reference

from perenne.archive.policy import Decision, Reason
from perenne.archive.wishes import enqueue
from perenne.clock import SetClock
from perenne.domain.captures import Verification
from perenne.domain.links import Capture, Link, Result
from perenne.domain.urls import host_of
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind
from perenne.runs.planning import plan
from perenne.runs.service import Service
from perenne.settings import Settings, Wayback
from perenne.sites import load_sites
from perenne.store import archives, captures, links
from perenne.store.captures import Waiting
from perenne.store.database import Database, Session
from perenne.store.statuses import RequestStatus

PAGE = "https://www.cnfpt.fr/page"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
SETTINGS = Settings(wayback=Wayback(access_key="a", secret_key="b"))


@pytest.fixture
def service(database: Database) -> Service:
    """Return a service whose clock stands at Monday morning."""
    return Service(SETTINGS, SetClock(MONDAY), load_sites().site_of, database)


def wanted(
    database: Database, at: datetime, verdict: VerdictKind | Verdict = VerdictKind.OK
) -> Reason:
    """Check the page, and return the reason for which it is queued or not."""
    told = verdict if isinstance(verdict, Verdict) else Verdict(verdict)
    with database.transaction() as session:
        id_ = links.ensure(session, [PAGE], at)[PAGE]
        result = Result(Link(PAGE, PAGE, host_of(PAGE), id_), told, at)
        [reason] = enqueue(session, [result], SETTINGS, at)
    return reason


def fulfil(database: Database, at: datetime, verification: Verification) -> None:
    """Have the request of the page captured, and the capture seen to be that."""
    with database.transaction() as session:
        id_ = links.find(session, PAGE)
        assert id_ is not None
        request = archives.latest_request(session, id_)
        assert request is not None
        archives.outcome(
            session,
            request.id,
            RequestStatus.CAPTURED,
            code=None,
            answer=None,
            next_try_at=None,
            at=at,
        )
        captures.add(session, id_, Capture(f"https://x/web/{at}/", at), "spn2", at, at)
        settle(session, at, verification)


def settle(session: Session, at: datetime, verification: Verification) -> None:
    """Look at what waits."""
    waiting = captures.next_waiting(session, at)
    assert isinstance(waiting, Waiting)
    check_at = at if verification is Verification.PENDING else None
    captures.settle(
        session, waiting.id, verification, code="", nearest="", check_at=check_at, at=at
    )


@pytest.mark.parametrize(
    ("verification", "reason"),
    [
        (Verification.VERIFIED, Reason.FRESH),
        (Verification.PENDING, Reason.FRESH),
        (Verification.BAD, Reason.AGAIN),
        (Verification.LOST, Reason.AGAIN),
    ],
)
def test_only_a_capture_that_is_good_or_may_be_counts(
    database: Database, verification: Verification, reason: Reason
) -> None:
    """What shows something else, or is not there, is no copy."""
    assert wanted(database, MONDAY) is Reason.FIRST
    fulfil(database, MONDAY, verification)
    assert wanted(database, MONDAY + 8 * DAY) is reason


def test_an_old_good_capture_does_not_outweigh_a_bad_new_one(database: Database) -> None:
    """The last verified capture counts, whatever was tried since."""
    wanted(database, MONDAY)
    fulfil(database, MONDAY, Verification.VERIFIED)
    later = MONDAY + 190 * DAY
    assert wanted(database, later) is Reason.AGED
    fulfil(database, later, Verification.BAD)
    assert wanted(database, later + 6 * DAY) is Reason.ASKED_RECENTLY
    assert wanted(database, later + 7 * DAY) is Reason.AGED


def test_a_link_that_begins_to_come_and_go_is_asked_for_at_once(database: Database) -> None:
    """By what the nights have recorded of it: once, and before its copy is old."""
    wanted(database, MONDAY)
    fulfil(database, MONDAY, Verification.VERIFIED)
    for n in range(1, 9):
        check(database, {PAGE: VerdictKind.TIMEOUT}, MONDAY + 2 * n * DAY)
        check(database, {PAGE: VerdictKind.OK}, MONDAY + (2 * n + 1) * DAY)
    now = MONDAY + 18 * DAY
    assert wanted(database, now) is Reason.UNSTABLE
    fulfil(database, now, Verification.VERIFIED)
    assert wanted(database, now + DAY) is Reason.ASKED_RECENTLY
    assert wanted(database, now + 8 * DAY) is Reason.FRESH


@pytest.mark.parametrize(
    "told",
    [
        Verdict(VerdictKind.RESTRICTED, (Evidence("subscriber", "subscriber_login"),)),
        Verdict(VerdictKind.RESTRICTED, notes=(Evidence("subscriber", "login_expired"),)),
    ],
)
def test_what_a_login_was_tried_on_is_never_asked_for(database: Database, told: Verdict) -> None:
    """Its verdict says so."""
    assert wanted(database, MONDAY, told) is Reason.SUBSCRIBED


def test_a_plan_decides_on_every_cited_link_by_its_last_check(service: Service) -> None:
    """With the reasons of the night, in the order of the dossier; unseen ones are told too."""
    kinds = {
        "live": VerdictKind.OK,
        "dead": VerdictKind.GONE,
        "paid": VerdictKind.RESTRICTED,
        "shy": VerdictKind.OK,
        "course": VerdictKind.OK,
    }
    urls = {name: f"https://www.cnfpt.fr/{name}" for name in (*kinds, "unseen")}
    database = service.database
    with database.transaction() as session:
        add(session, "eau", *(reference(url, url) for url in urls.values()))
    for n, (name, kind) in enumerate(kinds.items()):
        course = {"closes_at": MONDAY + 9 * DAY} if name == "course" else {}
        check(
            database,
            {urls[name]: kind},
            MONDAY + n * HOUR,
            noarchive=name == "shy",
            **course,
        )
    assert [(each.link.url, each.decision) for each in plan(service)] == [
        (urls["live"], Decision(True, Reason.FIRST)),
        (urls["dead"], Decision(False, Reason.NOT_LIVE)),
        (urls["paid"], Decision(False, Reason.RESTRICTED)),
        (urls["shy"], Decision(False, Reason.NOARCHIVE)),
        (urls["course"], Decision(True, Reason.CLOSING)),
        (urls["unseen"], Decision(False, Reason.UNSEEN)),
    ]
    with database.reading() as session:
        assert sum(archives.counts(session).values()) == 0


def test_a_plan_can_be_of_one_dossier(service: Service) -> None:
    """Its links alone."""
    with service.database.transaction() as session:
        add(session, "eau", reference("Eau", PAGE))
        add(session, "feu", reference("Feu", "https://feu.example/"))
    assert [each.link.url for each in plan(service, ["feu"])] == ["https://feu.example/"]
