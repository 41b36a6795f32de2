"""What was said on the wire, made up: material for files."""

from __future__ import annotations

from datetime import UTC, datetime

from perenne.copies.records import Step
from perenne.net.recording import Recording

AT = datetime(2026, 3, 2, 3, 5, 7, 250_000, tzinfo=UTC)


def step(
    body: bytes, url: str = "https://a.fr/p", *, head: bytes = b"HTTP/1.1 200 OK\r\n\r\n"
) -> Step:
    """Return a hop that a server answered with a body."""
    recording = Recording(None, "192.0.2.1")
    recording.at = AT
    recording.send(b"GET /p HTTP/1.1\r\nHost: a.fr\r\n\r\n")
    recording.receive(head + body)
    recording.count(body)
    recording.whole = True
    recording.finish(chunked=False)
    return Step(url, recording)


def close(*steps: Step) -> None:
    """Let go of what was said."""
    for each in steps:
        each.recording.close()
