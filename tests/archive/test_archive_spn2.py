"""Save Page Now 2: every answer of the archive, and keys that stay secret."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from tests.archive.asking import ask
from tests.archive.exchanges import ACCESS, SECRET, Canned, error, recent
from tests.archive.fake_archive import FakeArchive

from perenne.archive.answers import (
    AlreadyRecent,
    Captured,
    Failed,
    JobAnswer,
    Pending,
    SubmitAnswer,
    Submitted,
    Unavailable,
)
from perenne.archive.codes import FailureClass

LOG_IN = "You need to be logged in to use Save Page Now."
PAGE = "https://www.cnfpt.fr/étude?a=1&b=2"


def submit(archive: FakeArchive, *scripted: Canned) -> SubmitAnswer:
    """Submit the page; the archive answers as scripted."""
    archive.submissions["*"] = list(scripted)
    return ask(archive, lambda archiver: archiver.submit(PAGE))


def poll(archive: FakeArchive, *scripted: Canned) -> JobAnswer:
    """Ask for a job; the archive answers as scripted."""
    archive.statuses = list(scripted)
    return ask(archive, lambda archiver: archiver.poll("spn2-1"))


def test_a_submission_gives_a_job(archive: FakeArchive) -> None:
    """The page is sent as a form, with the keys, and JSON is asked for."""
    answer = submit(archive)
    assert isinstance(answer, Submitted)
    assert answer.job_id.startswith("spn2-")
    asked = archive.submitted[0]
    assert asked.url == PAGE
    assert asked.headers["accept"] == "application/json"
    assert asked.headers["authorization"] == f"LOW {ACCESS}:{SECRET}"


def test_error_pages_are_not_to_be_captured(archive: FakeArchive) -> None:
    """Nothing but the address is sent: `capture_all` would archive error pages."""
    submit(archive)
    assert archive.submitted[0].form == {"url": PAGE}


def test_a_page_saved_a_moment_ago_has_no_job(archive: FakeArchive) -> None:
    """The archive says so with a job that is null."""
    assert isinstance(submit(archive, recent()), AlreadyRecent)


@pytest.mark.parametrize(
    ("code", "failure_class"),
    [
        ("browsing-timeout", FailureClass.TRANSIENT),
        ("no-captures", FailureClass.TRANSIENT),
        ("too-many-requests", FailureClass.TRANSIENT),
        ("user-session-limit", FailureClass.QUOTA),
        ("too-many-daily-captures", FailureClass.QUOTA),
        ("no-access", FailureClass.PERMANENT),
        ("invalid-host-resolution", FailureClass.PERMANENT),
        ("never-heard-of", FailureClass.UNKNOWN),
    ],
)
def test_an_error_with_http_200_is_understood(
    archive: FakeArchive, code: str, failure_class: FailureClass
) -> None:
    """At submission and at status alike."""
    for answer in (submit(archive, error(code)), poll(archive, error(code))):
        assert isinstance(answer, Failed)
        assert (answer.code, answer.failure_class) == (code, failure_class)


@pytest.mark.parametrize(
    ("canned", "code"),
    [
        (
            Canned(401, {"message": "You need to be logged in to use Save Page Now."}),
            "keys_refused",
        ),
        (
            Canned(200, {"message": "You need to be logged in to use Save Page Now."}),
            "keys_refused",
        ),
        (Canned(403, "<h1>Forbidden</h1>"), "keys_refused"),
        (Canned(429, "<h1>Too Many Requests</h1>"), "rate_limited"),
        (Canned(503, "<h1>Service Unavailable</h1>"), "http_503"),
        (Canned(520, ""), "http_520"),
        (Canned(200, "<html>The archive is offline</html>"), "not_json"),
        (Canned(200, "[]"), "not_json"),
        (Canned(302, "", {"Location": "https://archive.org/offline"}), "not_json"),
    ],
)
def test_an_answer_about_the_service_says_nothing_of_the_page(
    archive: FakeArchive, canned: Canned, code: str
) -> None:
    """Refused keys, a limit, a breakdown, a page in place of JSON."""
    answer = submit(archive, canned)
    assert isinstance(answer, Unavailable)
    assert answer.code == code


@pytest.mark.parametrize(("given", "seconds"), [("120", 120.0), ("soon", None), ("", None)])
def test_the_wait_of_a_limit_is_told(
    archive: FakeArchive, given: str, seconds: float | None
) -> None:
    """Where it is given in seconds."""
    answer = submit(archive, Canned(429, "no", {"Retry-After": given}))
    assert answer == Unavailable("rate_limited", retry_after=seconds)


def test_an_answer_that_makes_no_sense_is_a_failure_of_that_page(archive: FakeArchive) -> None:
    """Neither job nor error nor message."""
    answer = submit(archive, Canned(200, {"hello": "world"}))
    assert isinstance(answer, Failed)
    assert answer.failure_class is FailureClass.UNKNOWN


def test_a_submission_is_never_repeated_by_the_client(archive: FakeArchive) -> None:
    """The archive may have taken the first."""
    submit(archive, Canned(503), Canned(503), Canned(503))
    assert len(archive.log) == 1


def test_a_job_is_pending_then_captured(archive: FakeArchive) -> None:
    """With the exact date and the address after redirects."""
    submitted = submit(archive)
    assert isinstance(submitted, Submitted)
    job = submitted.job_id
    assert ask(archive, lambda archiver: archiver.poll(job)) == Pending()
    answer = ask(archive, lambda archiver: archiver.poll(job))
    assert isinstance(answer, Captured)
    assert answer.timestamp == datetime(2026, 11, 22, 3, 5, tzinfo=UTC)
    assert answer.original_url == PAGE


def test_the_long_lists_of_an_answer_are_not_kept(archive: FakeArchive) -> None:
    """A capture names hundreds of resources."""
    done = {"status": "success", "timestamp": "20261122030500", "original_url": PAGE}
    answer = poll(archive, Canned(body={**done, "resources": ["x"] * 999, "message": "m" * 9999}))
    assert isinstance(answer, Captured)
    kept = json.loads(answer.raw)
    assert kept["original_url"] == PAGE
    assert "resources" not in kept
    assert len(answer.raw) < 1000


@pytest.mark.parametrize(
    "odd",
    [
        {"status": "success", "timestamp": "20261322030500", "original_url": PAGE},
        {"status": "success", "timestamp": "20261122030500"},
        {"status": "success", "timestamp": "20261122030500", "original_url": "ftp://a.fr/"},
        {"status": "gone fishing"},
    ],
)
def test_a_success_that_names_no_capture_is_none(archive: FakeArchive, odd: dict[str, str]) -> None:
    """Without a date or an address of a page, nothing can be offered to a reader."""
    answer = poll(archive, Canned(body=dict(odd)))
    assert isinstance(answer, Failed)
    assert answer.code == "unexpected-answer"


def test_a_captured_error_page_is_a_failure(archive: FakeArchive) -> None:
    """The archive tells the status that it saw."""
    done = {"status": "success", "timestamp": "20261122030500", "original_url": PAGE}
    answer = poll(archive, Canned(body={**done, "http_status": 404}))
    assert isinstance(answer, Failed)
    assert answer.code == "archived-error"


def test_a_job_that_is_no_longer_kept_is_not_a_breakdown(archive: FakeArchive) -> None:
    """Jobs are forgotten after about an hour, with 404 and a page."""
    answer = poll(archive)
    assert isinstance(answer, Failed)
    assert answer.code == "job-expired"


def test_an_archive_that_is_not_there_is_unavailable(archive: FakeArchive) -> None:
    """And surely has not taken the page."""
    archive.base = "http://127.0.0.1:9"
    answer = submit(archive)
    assert answer == Unavailable("refused")
    assert not answer.may_have_taken_it
