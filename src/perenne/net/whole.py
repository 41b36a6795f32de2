"""Whole answers, kept as they came: every hop of a chain, within a bound of bytes.

What a page is judged by is read as in any other exchange; what is kept goes to files.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from perenne.net.body import BodyReader, Bounds
from perenne.net.library import httpx
from perenne.net.recording import Recording
from perenne.net.visits import Plan, Visit, Visitor, read_body

if TYPE_CHECKING:
    from perenne.clock import Clock
    from perenne.domain.exchanges import Exchange
    from perenne.net.gates import Gates
    from perenne.net.times import Budget
    from perenne.net.ways import Ways
    from perenne.settings import Limits


@dataclass(frozen=True, slots=True)
class Whole:
    """An exchange, and what was kept of each of its hops: None where no answer came."""

    exchange: Exchange
    recordings: tuple[Recording | None, ...]

    def close(self) -> None:
        """Let go of all that was kept."""
        close(self.recordings)


def close(recordings: tuple[Recording | None, ...]) -> None:
    """Let go of recordings."""
    for recording in recordings:
        if recording is not None:
            recording.close()


class WholeVisitor(Visitor):
    """Makes the requests of one exchange; `most`: the bytes of an answer that are read at most."""

    def __init__(self, ways: Ways, gates: Gates, limits: Limits, most: int, clock: Clock) -> None:
        super().__init__(ways, gates, limits)
        self._most = most
        self._clock = clock
        self._recordings: list[Recording | None] = []

    @property
    def recordings(self) -> tuple[Recording | None, ...]:
        """Return what was kept of each hop so far."""
        return tuple(self._recordings)

    async def visit(self, url: str, request: httpx.Request, plan: Plan, budget: Budget) -> Visit:
        """Ask for `url`, and remember what was kept of it."""
        visit = await super().visit(url, request, plan, budget)
        self._recordings.append(visit.recording)
        return visit

    def _transport(self, plan: Plan, *, proxied: bool) -> httpx.AsyncBaseTransport:  # noqa: ARG002 - one for all
        return self._ways.recording

    def _reader(self, answer: httpx.Response, plan: Plan) -> BodyReader:
        return _WholeReader(plan.bounds, _recording(answer), self._most)

    async def _read(
        self,
        url: str,
        answer: httpx.Response,
        plan: Plan,
        budget: Budget,
        seconds: float,
        *,
        proxied: bool,
    ) -> Visit:
        recording = _recording(answer)
        recording.at = self._clock.now()
        try:
            visit = await super()._read(url, answer, plan, budget, seconds, proxied=proxied)
            if visit.target is not None:  # of redirects, others need no body
                await read_body(answer, self._reader(answer, plan), budget)
        except BaseException:
            recording.close()
            raise
        if visit.hop.failure is not None:
            recording.close()
            return visit
        recording.finish(chunked="transfer-encoding" in answer.headers)
        if proxied:  # what was connected to is our own proxy
            recording.peer = ""
        return replace(visit, recording=recording)


class _WholeReader(BodyReader):
    """Reads on beyond the bounds, to the end or to `most`; keeps no more in memory."""

    def __init__(self, bounds: Bounds, recording: Recording, most: int) -> None:
        super().__init__(bounds)
        self._recording = recording
        self._most = most

    async def read(self, answer: httpx.Response) -> None:
        """Read until the end, `most`, or a failure; none of these raises."""
        assert isinstance(answer.stream, httpx.AsyncByteStream)
        announced = answer.headers.get("Content-Length", "")
        hopeless = announced.isdecimal() and int(announced) > self._most
        try:
            async for chunk in answer.stream:
                self._recording.count(chunk)
                self._keep_first(chunk)
                self._recording.too_long = self._is_too_long(hopeless=hopeless)
                if self._recording.too_long or self._recording.trouble:
                    return
        except httpx.HTTPError:
            return
        self._whole = self._recording.whole = True

    def _keep_first(self, chunk: bytes) -> None:
        room = self._bounds.wire - len(self._wire)
        self._wire += chunk[:room]
        self._truncated |= len(chunk) > room

    def _is_too_long(self, *, hopeless: bool) -> bool:
        """Tell whether to stop: what is judged of an answer that is too long was read all the same.

        Counted on the wire: chunks of one byte each would multiply a document by six.
        """
        return self._recording.length > self._most or (hopeless and self._truncated)


def _recording(answer: httpx.Response) -> Recording:
    found = answer.extensions["network_stream"].get_extra_info("recording")
    assert isinstance(found, Recording)
    return found
