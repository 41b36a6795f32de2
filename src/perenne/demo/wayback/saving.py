"""Save Page Now: requests for captures, with keys or without, and the jobs that come of them.

Errors are told with HTTP 200, when a page is submitted and when its job is asked for.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from perenne.demo.answers import Answer, Misconduct, data, html, redirect
from perenne.demo.wayback.refusals import (
    OVERLOADED,
    RECENT,
    broken,
    error,
    need_login,
    poll_trouble,
    refusal,
)
from perenne.demo.wayback.scripts import Reply, Script, Scripts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from perenne.clock import Clock
    from perenne.demo.wayback.holdings import Holdings, Memento

JOB_LIFE = timedelta(hours=1)
"""Jobs are forgotten after an hour; until then the same page gives the same job."""
DAILY_LIMIT = 30_000
AT_ONCE = 3


@dataclass(slots=True)
class Job:
    """One capture under way. `asked` counts the questions after it."""

    name: str
    url: str
    begun: datetime
    script: Script
    memento: Memento | None
    asked: int = 0


class Saving:
    """Takes captures into `holdings`, as `scripts` say, for those who have the `keys`.

    `look` shows it what is at an address. `daily_limit` and `at_once` are what an account may ask.
    """

    def __init__(
        self,
        clock: Clock,
        holdings: Holdings,
        scripts: Scripts,
        keys: tuple[str, str],
        look: Callable[[str], bytes],
    ) -> None:
        self.jobs: dict[str, Job] = {}
        self.daily_limit = DAILY_LIMIT
        self.at_once = AT_ONCE
        self._look = look
        self._clock = clock
        self._holdings = holdings
        self._scripts = scripts
        self._authorization = f"LOW {keys[0]}:{keys[1]}"

    def submit(self, url: str, headers: Mapping[str, str]) -> Answer | Misconduct:
        """Answer ``POST /save``."""
        if not self._knows(headers):
            return need_login()
        if not re.match("https?://", url):
            return data(error("invalid-url-syntax", f"Invalid URL {url}"))
        script = self._scripts.take(url, "save")
        if script.reply is Reply.CLOSED:
            self._job(url, script)
        refused = refusal(script, url)
        return refused if refused is not None else self._job(url, script)

    def anonymous(self, url: str) -> Answer | Misconduct:
        """Answer ``GET /save/<url>``: a redirect to the capture, where there is one."""
        script = self._scripts.take(url, "save")
        if script.reply is Reply.RECENT:
            memento = self._holdings.nearest(url, "")
        else:
            refused = refusal(script, url)
            if refused is not None:
                return refused
            memento = self._capture(url, script)
        if memento is None:
            return broken()
        return redirect(f"/web.archive.org/web/{memento.timestamp}/{memento.url}", 302)

    def status(self, name: str, headers: Mapping[str, str]) -> Answer | Misconduct:
        """Answer ``GET /save/status/<job>``."""
        if not self._knows(headers):
            return need_login()
        job = self.jobs.get(name)
        trouble = poll_trouble(self._scripts.take(job.url, "poll")) if job else None
        if trouble is not None:
            return trouble
        told = self._tell(name)
        return data(told) if told else html(b"<h1>404 Not Found</h1>", 404)

    def statuses(self, names: str, headers: Mapping[str, str]) -> Answer:
        """Answer ``POST /save/status``: several jobs at once, those that are known."""
        if not self._knows(headers):
            return need_login()
        return data([told for name in names.split(",") if (told := self._tell(name.strip()))])

    def user(self, headers: Mapping[str, str]) -> Answer:
        """Answer ``GET /save/status/user``."""
        if not self._knows(headers):
            return need_login()
        today = self._clock.now().date()
        count = sum(job.begun.date() == today for job in self.jobs.values())
        quota = {"daily_captures": count, "daily_captures_limit": self.daily_limit}
        return data({"processing": 0, "available": self.at_once, **quota})

    def system(self) -> Answer:
        """Answer ``GET /save/status/system``."""
        queues = {"spn2-captures": 0, "spn2-captures-misc": 0}
        return data({"status": "ok", "recent_captures": len(self.jobs), "queues": queues})

    def _knows(self, headers: Mapping[str, str]) -> bool:
        return headers.get("authorization") == self._authorization

    def _job(self, url: str, script: Script) -> Answer:
        now = self._clock.now()
        running = [
            job
            for job in self.jobs.values()
            if job.url == url and job.memento and now - job.begun < JOB_LIFE
        ]
        job = running[-1] if running else self._begin(url, script)
        told = {"url": url, "job_id": job.name}
        if running or script.reply is Reply.OVERLOADED:
            told["message"] = RECENT if running else OVERLOADED
        return data(told)

    def _begin(self, url: str, script: Script) -> Job:
        seed = f"{len(self.jobs)} {url}".encode()
        name = f"spn2-{hashlib.sha1(seed, usedforsecurity=False).hexdigest()}"
        memento = self._capture(url, script)
        self.jobs[name] = Job(name, url, self._clock.now(), script, memento)
        return self.jobs[name]

    def _capture(self, url: str, script: Script) -> Memento | None:
        if script.error:
            return None
        now, address = self._clock.now(), script.original_url or url
        return self._holdings.add(
            address,
            now,
            status=script.archived_status,
            body=script.archived or self._look(address),
            visible_from=now + script.index_lag,
        )

    def _tell(self, name: str) -> dict[str, object] | None:
        job = self.jobs.get(name)
        if job is None or self._clock.now() - job.begun >= JOB_LIFE:
            return None
        job.asked += 1
        if job.asked <= job.script.pending:
            return {"status": "pending", "job_id": name, "resources": []}
        return {"job_id": name, "resources": [job.url], **_outcome(job)}


def _outcome(job: Job) -> dict[str, object]:
    if job.memento is None:
        return error(job.script.error, f"Simulated failure for {job.url}")
    status = {"http_status": job.memento.status} if job.script.tells_status else {}
    return {
        "status": "success",
        "original_url": job.memento.url,
        "timestamp": job.memento.timestamp,
        "duration_sec": 16.04,
        **status,
        "outlinks": [],
        "counters": {"outlinks": 0, "embeds": 0},
    }
