"""Captures without keys: waybackpy's save, bounded in time, its weak steps replaced.

It works on some networks and on some days only: a setting of its own asks for it.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING

from waybackpy import WaybackMachineSaveAPI
from waybackpy.exceptions import WaybackError

from perenne.archive.answers import (
    AlreadyRecent,
    Captured,
    Failed,
    JobAnswer,
    SubmitAnswer,
    Unavailable,
    unavailable,
)
from perenne.archive.codes import FailureClass
from perenne.archive.mementos import read_address, write_timestamp
from perenne.archive.session import Answer, ArchiveError, Way
from perenne.archive.threads import within
from perenne.domain.exchanges import Failure

if TYPE_CHECKING:
    from datetime import datetime

    from perenne.clock import Clock

SILENCE = 120.0
"""Seconds: the archive takes at most two minutes for one page."""
DEADLINE = 180.0
SKEW = timedelta(hours=1)
"""A capture dated longer ago than this was not made for us; clocks differ by less."""


class AnonymousSave:
    """Asks the archive that `way` leads to; a save is one call, without a job."""

    name = "anonymous"

    def __init__(self, way: Way, clock: Clock, *, deadline: float = DEADLINE) -> None:
        self._way = way
        self._clock = clock
        self._deadline = deadline

    async def account(self) -> None:
        """Answer that there is none."""

    async def submit(self, url: str) -> SubmitAnswer:
        """Ask for a capture and wait for it."""
        save = partial(_save, self._way, url, self._clock.now())
        try:
            return await within(self._deadline, save)
        except TimeoutError:
            return Unavailable(Failure.ANSWER_TIMEOUT.value)

    async def poll(self, job_id: str) -> JobAnswer:
        """Answer for the job of a time when there were keys: its end cannot be learnt."""
        return Failed("job-of-lost-keys", FailureClass.UNKNOWN, job_id)


class _Save(WaybackMachineSaveAPI):
    """waybackpy's save with our request, and the capture read off the final address.

    Its own reading of the ``Link`` header takes the capture after the right one.
    """

    answer: Answer
    capture: tuple[datetime, str]

    def __init__(self, way: Way, url: str) -> None:
        super().__init__(url, max_tries=1)
        self.request_url = f"{way.base}/save/{self.url}"
        self._way = way

    def get_save_request_headers(self) -> None:
        """Ask once."""
        self.answer = self._way.get(self.request_url, silence=SILENCE)

    def archive_url_parser(self) -> str | None:
        """Return the final address where it is one of a capture, as waybackpy expects it."""
        found = read_address(self.answer.url)
        if found is None:
            return None
        self.capture = found
        return f"https://web.archive.org/web/{write_timestamp(found[0])}/{found[1]}"


def _save(way: Way, url: str, begun: datetime) -> SubmitAnswer:
    request = _Save(way, url)
    try:
        request.save()
    except ArchiveError as error:
        return Unavailable(error.code)
    except WaybackError:
        return _no_capture(request.answer)
    return _captured(request, begun)


def _no_capture(answer: Answer) -> SubmitAnswer:
    refusal = unavailable(answer.status, answer.headers)
    return refusal or Failed("unexpected-answer", FailureClass.UNKNOWN, f"HTTP {answer.status}")


def _captured(request: _Save, begun: datetime) -> SubmitAnswer:
    answer, (timestamp, original) = request.answer, request.capture
    if answer.status >= HTTPStatus.BAD_REQUEST and "Memento-Datetime" in answer.headers:
        return Failed("archived-error", FailureClass.PERMANENT, answer.url)
    if answer.status >= HTTPStatus.BAD_REQUEST or timestamp < begun - SKEW:
        # Saved, and not yet to be seen: a new capture is hidden for minutes to a day.
        return AlreadyRecent(answer.url)
    return Captured(timestamp, original, answer.url)
