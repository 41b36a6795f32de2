"""The keys: what they are good for, and that they are never told."""

from __future__ import annotations

import asyncio
import logging
import traceback

import pytest
from tests.archive.asking import ask
from tests.archive.exchanges import ACCESS, SECRET, Canned
from tests.archive.fake_archive import FakeArchive

from perenne.archive.answers import Account, SubmitAnswer, Unavailable
from perenne.archive.spn2 import SavePageNow
from perenne.net.service import ServiceClient
from perenne.settings import Settings

PAGE = "https://www.cnfpt.fr/page"


def submit(archive: FakeArchive) -> SubmitAnswer:
    """Submit the page."""
    return ask(archive, lambda archiver: archiver.submit(PAGE))


def test_the_account_tells_what_is_left(archive: FakeArchive) -> None:
    """It costs no capture."""
    assert ask(archive, lambda archiver: archiver.account()) == Account(3, 49, 30000)
    assert not archive.submitted


def test_wrong_keys_are_found_out_before_any_capture(archive: FakeArchive) -> None:
    """By the same question."""
    answer = ask(archive, lambda archiver: archiver.account(), keys=("no", "no"))
    assert answer == Unavailable("keys_refused")


def test_an_account_without_figures_is_unavailable(archive: FakeArchive) -> None:
    """Whatever the archive says instead."""
    archive.accounts = [Canned(body={"message": "maintenance"})]
    answer = ask(archive, lambda archiver: archiver.account())
    assert answer == Unavailable("unexpected_answer")


@pytest.mark.parametrize("status", [200, 401, 429, 503])
def test_keys_are_never_told(
    archive: FakeArchive,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    status: int,
) -> None:
    """Not in answers, representations or logs, whatever the level and the answer."""
    caplog.set_level(logging.DEBUG)
    archive.submissions["*"] = [Canned(status, "<p>no</p>")]
    told = [repr(submit(archive))]
    archive.base = "http://127.0.0.1:9"
    told.append(repr(submit(archive)))
    told.append(repr(SavePageNow(ServiceClient(Settings()), archive.base, (ACCESS, SECRET))))
    told += [caplog.text, *capfd.readouterr()]
    assert not [text for text in told if ACCESS in text or SECRET in text]


def test_keys_are_not_in_the_trace_of_a_fault(archive: FakeArchive) -> None:
    """A client that was never opened fails; what it prints is harmless."""
    archiver = SavePageNow(ServiceClient(Settings()), archive.base, (ACCESS, SECRET))
    with pytest.raises(AttributeError) as caught:
        asyncio.run(archiver.submit(PAGE))
    trace = "".join(traceback.format_exception(caught.value))
    assert SECRET not in trace
    assert ACCESS not in trace
