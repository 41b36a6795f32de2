"""What is asked of the archive and what it says, as tests write and read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

ACCESS, SECRET = "access-7Qz", "secret-9Xy"


@dataclass
class Canned:
    """An answer that a test wrote; `hold` keeps it back until the archive closes."""

    status: int = 200
    body: str | dict[str, Any] = ""
    headers: dict[str, str] = field(default_factory=dict)
    hold: bool = False


@dataclass
class Asked:
    """A request as the archive saw it."""

    method: str
    path: str
    url: str
    at: datetime
    headers: dict[str, str]
    form: dict[str, str]
    given: Canned = field(default_factory=Canned)


def error(code: str) -> Canned:
    """Return an error as the archive gives it: with HTTP 200."""
    body = {"status": "error", "status_ext": f"error:{code}", "message": f"About {code}."}
    return Canned(body=body)


def recent() -> Canned:
    """Return the answer to a page that was saved a moment ago."""
    message = "The same snapshot had been made 3 minutes ago. You can make new capture of this URL"
    return Canned(body={"url": "…", "job_id": None, "message": f"{message} after 2 hours."})


def excluded() -> Canned:
    """Return what the index says of a page that its owner had taken out."""
    text = "org.archive.wayback.exception.AdministrativeAccessControlException: Blocked Site Error"
    return Canned(403, f"org.archive.util.io.RuntimeIOException: {text}")


def row(stamp: str, url: str, status: str = "200") -> str:
    """Return a row of the index."""
    digest = "Q4YULN754FHV2U6Q5JUT6Q2P57WEWNNY"
    return f"fr,a)/ {stamp} {url} text/html {status} {digest} 1415"


def gaps(times: list[datetime]) -> list[timedelta]:
    """Return what lies between each instant and the next."""
    return [later - earlier for earlier, later in pairwise(times)]
