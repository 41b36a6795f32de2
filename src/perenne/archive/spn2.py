"""Save Page Now 2: captures asked for with an account's keys.

Its errors come with HTTP 200, when a page is submitted and when its job is asked for; what has
another status is about the service or the keys, not about the page.
"""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from perenne.archive import spn2_answers
from perenne.archive.answers import (
    Account,
    JobAnswer,
    SubmitAnswer,
    Unavailable,
    unavailable,
)
from perenne.net.service import ServiceError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from perenne.net.service import ServiceClient

SUBMIT_TIMEOUT = 60.0
"""Seconds: the archive may take half a minute to say that it will begin."""
STATUS_TIMEOUT = 30.0


class SavePageNow:
    """The archive at `base`, asked with the pair of `keys`, which it never tells."""

    name = "spn2"

    def __init__(self, client: ServiceClient, base: str, keys: tuple[str, str]) -> None:
        self._client = client
        self._save = f"{base.rstrip('/')}/save"
        self._headers = {
            "Accept": "application/json",
            "Authorization": f"LOW {keys[0]}:{keys[1]}",
        }

    async def submit(self, url: str) -> SubmitAnswer:
        """Ask for a capture. Error pages are not to be captured (`capture_all` is left off)."""
        data = await self._ask("POST", "", form={"url": url}, timeout=SUBMIT_TIMEOUT)
        return data if isinstance(data, Unavailable) else spn2_answers.submission(data)

    async def poll(self, job_id: str) -> JobAnswer:
        """Ask how a job is getting on; jobs are kept for about an hour."""
        path = f"/status/{quote(job_id, safe='')}"
        data = await self._ask("GET", path, timeout=STATUS_TIMEOUT)
        return data if isinstance(data, Unavailable) else spn2_answers.job(data)

    async def account(self) -> Account | Unavailable:
        """Ask what the keys are good for; it costs no capture."""
        data = await self._ask("GET", "/status/user", timeout=STATUS_TIMEOUT)
        if isinstance(data, Unavailable):
            return data
        try:
            return Account(
                int(data["available"]),
                int(data["daily_captures"]),
                int(data["daily_captures_limit"]),
            )
        except (KeyError, TypeError, ValueError):
            return Unavailable("unexpected_answer")

    async def _ask(
        self,
        method: str,
        path: str,
        *,
        timeout: float,  # noqa: ASYNC109 - the client's own bound, which reports by itself
        form: Mapping[str, str] | None = None,
    ) -> dict[str, Any] | Unavailable:
        try:
            reply = await self._client.request(
                method, self._save + path, headers=self._headers, form=form, timeout=timeout
            )
        except ServiceError as error:
            return Unavailable(error.code)
        return unavailable(reply.status, reply.headers) or _object(reply.status, reply.text)


def _object(status: int, text: str) -> dict[str, Any] | Unavailable:
    try:
        data = json.loads(text)
    except ValueError:
        data = None
    if isinstance(data, dict):
        return data
    # Observed for a job that is no longer kept; the archive's other answers are objects.
    return {} if status == HTTPStatus.NOT_FOUND else Unavailable("not_json")
