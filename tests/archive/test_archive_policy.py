"""What is saved, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.archive.policy import CLOSING, Decision, Facts, Reason, decide
from perenne.domain.verdicts import Family, VerdictKind

NOW = datetime(2026, 11, 22, 3, 5, tzinfo=UTC)
PAGE = Facts(address="https://www.cnfpt.fr/page", kind=VerdictKind.OK, now=NOW)


def ago(days: float) -> datetime:
    """Return the instant so many days before now."""
    return NOW - timedelta(days=days)


@pytest.mark.parametrize("kind", [VerdictKind.OK, VerdictKind.MOVED, VerdictKind.COURSE_CLOSED])
def test_a_live_page_without_a_capture_is_saved(kind: VerdictKind) -> None:
    """Every live verdict but the restricted one asks for a first capture."""
    decision = decide(replace(PAGE, kind=kind))
    assert (decision.save, decision.reason) == (True, Reason.FIRST)


@pytest.mark.parametrize("kind", [k for k in VerdictKind if k.family is not Family.ALIVE])
def test_a_page_that_is_not_live_is_never_saved(kind: VerdictKind) -> None:
    """An error page must not become the archived copy."""
    decision = decide(replace(PAGE, kind=kind))
    assert (decision.save, decision.reason) == (False, Reason.NOT_LIVE)


def test_a_restricted_page_is_never_saved() -> None:
    """Its capture would show the subscriber wall."""
    decision = decide(replace(PAGE, kind=VerdictKind.RESTRICTED))
    assert (decision.save, decision.reason) == (False, Reason.RESTRICTED)


def test_a_restricted_page_is_saved_where_that_is_wanted() -> None:
    """But never what a subscriber's login has shown: that is nobody else's business."""
    walled = replace(PAGE, kind=VerdictKind.RESTRICTED, include_restricted=True)
    assert decide(walled).save
    assert decide(replace(walled, logged_in=True)).reason is Reason.SUBSCRIBED
    assert decide(replace(PAGE, logged_in=True)).reason is Reason.SUBSCRIBED


def test_a_page_that_refuses_archives_is_not_saved_unless_that_is_wanted() -> None:
    """`noarchive` is respected by default."""
    assert decide(replace(PAGE, noarchive=True)).reason is Reason.NOARCHIVE
    assert decide(replace(PAGE, noarchive=True, include_noarchive=True)).save


def test_a_link_that_was_never_checked_is_not_saved() -> None:
    """It may be dead."""
    assert decide(replace(PAGE, kind=None)) == Decision(False, Reason.UNSEEN)


@pytest.mark.parametrize(
    "address",
    [
        "https://web.archive.org/web/20200101000000/https://www.cnfpt.fr/",
        "https://archive.org/details/x",
        "https://arquivo.pt/wayback/2020/https://www.cnfpt.fr/",
        "https://archive.today/abc",
        "https://archive.ph./abc",
        "https://perma.cc/ABCD-1234",
        "http://webcache.googleusercontent.com/search?q=cache:x",
    ],
)
def test_a_copy_in_an_archive_is_not_archived_again(address: str) -> None:
    """Archives' own addresses are left alone."""
    assert decide(replace(PAGE, address=address)).reason is Reason.ARCHIVE_ADDRESS


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost/",
        "http://127.0.0.1/",
        "http://192.168.1.4/",
        "http://[::1]/",
        "http://intranet/doc",
        "http://portail.centre.local/doc",
        "http://nas.home.arpa/",
    ],
)
def test_a_private_address_is_not_told_to_an_archive(address: str) -> None:
    """No archive can reach it, and its name is nobody's business."""
    assert decide(replace(PAGE, address=address)).reason is Reason.PRIVATE_ADDRESS


@pytest.mark.parametrize(
    "address", ["https://notarchive.org/", "https://8.8.8.8/", "https://a.fr/"]
)
def test_an_ordinary_address_is_neither_private_nor_an_archive(address: str) -> None:
    """Names that merely look alike, and public addresses, are saved."""
    assert decide(replace(PAGE, address=address)).save


@pytest.mark.parametrize(
    ("age", "reason"), [(10, Reason.FRESH), (180, Reason.FRESH), (180.5, Reason.AGED)]
)
def test_a_capture_is_renewed_when_it_is_older_than_the_setting(age: float, reason: Reason) -> None:
    """180 days by default, the very day not included."""
    assert decide(replace(PAGE, last_capture=ago(age))).reason is reason


@pytest.mark.parametrize(("age", "reason"), [(6.9, Reason.FRESH), (7, Reason.CHANGED)])
def test_a_changed_text_is_saved_at_most_once_a_week(age: float, reason: Reason) -> None:
    """A page that changes daily is not saved daily."""
    changed = replace(PAGE, fingerprint="new", captured_fingerprint="old", last_capture=ago(age))
    assert decide(changed).reason is reason


@pytest.mark.parametrize(("now", "then"), [("same", "same"), ("", "old"), ("new", "")])
def test_a_text_that_is_not_known_to_have_changed_is_not_saved_again(now: str, then: str) -> None:
    """A missing fingerprint is no change."""
    page = replace(PAGE, fingerprint=now, captured_fingerprint=then, last_capture=ago(30))
    assert decide(page).reason is Reason.FRESH


def test_a_link_with_a_request_on_its_way_is_not_asked_for_again() -> None:
    """However long ago the request was made."""
    assert decide(replace(PAGE, asked_at=ago(40), waiting=True)).reason is Reason.WAITING


@pytest.mark.parametrize(("age", "saved"), [(0, False), (6, False), (7, True)])
def test_a_refused_link_is_asked_for_again_after_a_week(age: float, saved: bool) -> None:
    """The archive's refusal does not mean that the page is dead: it is retried, slowly."""
    assert decide(replace(PAGE, asked_at=ago(age))).save is saved


@pytest.mark.parametrize(
    ("bad", "age", "saved"),
    [(1, 6, False), (1, 7, True), (2, 13, False), (2, 14, True), (3, 27, False), (3, 28, True)],
)
def test_after_bad_captures_it_is_asked_for_more_and_more_slowly(
    bad: int, age: float, saved: bool
) -> None:
    """The archive meets something there that we do not meet; twice as long each time."""
    page = replace(PAGE, asked_at=ago(age), bad_captures=bad)
    reason = Reason.AGAIN if saved else Reason.ASKED_RECENTLY
    assert decide(page) == Decision(saved, reason)


def test_the_rest_after_bad_captures_is_never_longer_than_that_after_good_ones() -> None:
    """However many there were."""
    assert decide(replace(PAGE, asked_at=ago(180), bad_captures=40)).save


@pytest.mark.parametrize(
    ("captured", "asked", "reason"),
    [
        (30, None, Reason.UNSTABLE),
        (3, 3, Reason.UNSTABLE),  # the rest after a request does not count
        (None, 30, Reason.UNSTABLE),
        (1, 1, Reason.ASKED_RECENTLY),  # saved since it began to come and go
        (30, 1, Reason.ASKED_RECENTLY),
    ],
)
def test_a_page_that_begins_to_come_and_go_is_saved_at_once_and_once(
    captured: float | None, asked: float | None, reason: Reason
) -> None:
    """Before it goes for good."""
    page = replace(
        PAGE,
        unstable_since=ago(2),
        last_capture=None if captured is None else ago(captured),
        asked_at=None if asked is None else ago(asked),
    )
    assert decide(page).reason is reason


@pytest.mark.parametrize(
    ("closes_in", "captured", "reason"),
    [
        (15, 20, Reason.FRESH),
        (13, 20, Reason.CLOSING),
        (13, 0.5, Reason.FRESH),
        (-1, 20, Reason.FRESH),
    ],
)
def test_a_course_is_saved_shortly_before_it_closes(
    closes_in: float, captured: float, reason: Reason
) -> None:
    """While its page still shows how to join; once."""
    page = replace(PAGE, closes_at=ago(-closes_in), last_capture=ago(captured))
    assert timedelta(days=14) == CLOSING
    assert decide(page).reason is reason


@given(
    kind=st.sampled_from(VerdictKind),
    recapture=st.integers(1, 400),
    hours=st.integers(0, 23),
    captured=st.none() | st.integers(0, 500),
    unstable=st.none() | st.floats(0, 100),
    closes_in=st.none() | st.floats(0, 100),
    bad=st.integers(0, 9),
)
def test_no_link_is_asked_for_twice_on_one_day(
    kind: VerdictKind,
    recapture: int,
    hours: int,
    captured: int | None,
    unstable: float | None,
    closes_in: float | None,
    bad: int,
) -> None:
    """Whatever else is known, a request made the same day stands alone."""
    asked = NOW.replace(hour=0, minute=0) + timedelta(hours=hours)
    page = replace(
        PAGE,
        kind=kind,
        now=NOW.replace(hour=23, minute=59),
        recapture_days=recapture,
        asked_at=asked,
        last_capture=None if captured is None else ago(captured),
        fingerprint="new",
        captured_fingerprint="old",
        unstable_since=None if unstable is None else ago(unstable),
        closes_at=None if closes_in is None else ago(-closes_in),
        bad_captures=bad,
        unmet=bad > 0,
    )
    assert not decide(page).save
