"""What the archive may answer when it is asked to save a page, or how that went.

`raw` is what is worth keeping of the answer, as text: never a key, never a page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Protocol

from perenne.archive.codes import FailureClass
from perenne.domain.exchanges import Failure

_NOT_TAKEN = {
    "keys_refused",
    "rate_limited",
    "http_503",
    "bad_url",
    # It was never reached: the codes of the net room.
    *(failure.value for failure in Failure if failure.value.startswith(("dns_", "tls_"))),
    Failure.REFUSED.value,
    Failure.UNREACHABLE.value,
    Failure.CONNECT_TIMEOUT.value,
    Failure.PROXY_FAILED.value,
}


@dataclass(frozen=True, slots=True)
class Submitted:
    """The page will be saved; ask for the job."""

    job_id: str
    raw: str = ""


@dataclass(frozen=True, slots=True)
class AlreadyRecent:
    """The page was saved a short while ago, by someone; where is not said."""

    raw: str = ""


@dataclass(frozen=True, slots=True)
class Pending:
    """The job is not finished."""


@dataclass(frozen=True, slots=True)
class Captured:
    """The page was saved; `original_url` is its address after redirects."""

    timestamp: datetime
    original_url: str
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """This page was not saved. That is no evidence that the link is dead."""

    code: str
    failure_class: FailureClass
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """The archive itself cannot serve us now; nothing is said of the page.

    `retry_after` is in seconds, where the archive gave them.
    """

    code: str
    retry_after: float | None = None

    @property
    def may_have_taken_it(self) -> bool:
        """Tell whether what we asked for may happen all the same."""
        return self.code not in _NOT_TAKEN


@dataclass(frozen=True, slots=True)
class Account:
    """How much the account may still ask for."""

    available: int
    daily_captures: int
    daily_limit: int


SubmitAnswer = Submitted | AlreadyRecent | Captured | Failed | Unavailable
JobAnswer = Pending | Captured | Failed | Unavailable


class Submitter(Protocol):
    """A way of asking for captures; `name` is noted with each of them."""

    name: str

    async def account(self) -> Account | Unavailable | None:
        """Ask how much may still be asked for; None where there is no account."""
        ...

    async def submit(self, url: str) -> SubmitAnswer:
        """Ask for a capture of this page."""
        ...

    async def poll(self, job_id: str) -> JobAnswer:
        """Ask how the job is getting on."""
        ...


def unavailable(status: int, headers: Mapping[str, str]) -> Unavailable | None:
    """Tell from the status whether the archive itself refuses or fails us.

    `headers` may have any case. The wait of a ``Retry-After`` is kept where it is in seconds.
    """
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Unavailable("rate_limited", retry_after=_retry_after(headers))
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return Unavailable("keys_refused")
    if status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        return Unavailable(Failure.PROXY_FAILED.value)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:  # 509, 520 and 523 of its front among them
        return Unavailable(f"http_{status}", retry_after=_retry_after(headers))
    return None


def _retry_after(headers: Mapping[str, str]) -> float | None:
    named = {name.lower(): value.strip() for name, value in headers.items()}
    value = named.get("retry-after", "")
    return float(value) if re.fullmatch(r"[0-9]{1,6}", value) else None
