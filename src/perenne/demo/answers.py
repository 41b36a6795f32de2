"""What a simulated site is asked, and what it may answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from perenne.demo.certificates import Fault


@dataclass(frozen=True, slots=True)
class Visit:
    """One request. `path` is as sent, query included: not one byte is changed.

    `turn` counts the requests for this address in this night, from 1.
    """

    scheme: str
    host: str
    path: str
    headers: Mapping[str, str]
    night: int = 1
    turn: int = 1

    @property
    def route(self) -> str:
        """Return the path without its query."""
        return self.path.partition("?")[0]


@dataclass(frozen=True, slots=True)
class Answer:
    """A well-formed HTTP answer; `chunked`: its length is not announced (RFC 9112, §7.1)."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    chunked: bool = False


class Misconduct(Enum):
    """What a server does instead of answering."""

    CLOSE = auto()
    """Close the connection without a word."""
    RESET = auto()
    """Reset the connection."""
    HANG = auto()
    """Say nothing until the client leaves."""
    GARBAGE = auto()
    """Say something that is not HTTP."""


Behaviour = Callable[[Visit], Answer | Misconduct]


@dataclass(frozen=True, slots=True)
class Site:
    """A host and how it behaves. `secure`: whether anybody listens at port 443."""

    host: str
    answer: Behaviour
    secure: bool = True
    fault: Fault = Fault.NONE


def html(body: bytes, status: int = 200, **headers: str) -> Answer:
    """Return an HTML answer; a header ``x_y`` is sent as ``x-y``."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, body, {"Content-Type": "text/html; charset=utf-8", **named})


def redirect(location: str, status: int = 301) -> Answer:
    """Return a redirect to `location`, sent as it is written."""
    body = b"<html><body>Redirection</body></html>"
    return Answer(status, body, {"Location": location, "Content-Type": "text/html"})


def data(content: object, status: int = 200) -> Answer:
    """Return a JSON answer."""
    return Answer(status, json.dumps(content).encode(), {"Content-Type": "application/json"})


def to_https(visit: Visit) -> Answer | None:
    """Return the redirect to the same address over https, None where it is asked so already."""
    return redirect(f"https://{visit.host}{visit.path}") if visit.scheme == "http" else None
