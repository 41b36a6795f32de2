"""One hop: through the guard and the gate to the host, and back with its answer."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import tenacity

from perenne.domain.exchanges import Failure, Hop, Variant
from perenne.domain.urls import host_of
from perenne.net import chain, proxies
from perenne.net.body import Body, BodyReader, Bounds
from perenne.net.failures import WireError
from perenne.net.gates import GateError, HostPutOffError
from perenne.net.headers import kept
from perenne.net.redirects import PERMANENT, redirect_of

if TYPE_CHECKING:
    from perenne.net.gates import Gates
    from perenne.net.library import httpx
    from perenne.net.recording import Recording
    from perenne.net.times import Budget
    from perenne.net.ways import Ways
    from perenne.settings import Limits

_PASSING = frozenset({Failure.RESET, Failure.CLOSED})
"""Worth the same request again at once: nothing came, and nothing was said against it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How an exchange asks."""

    variant: Variant
    bounds: Bounds
    browser_like: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of one hop; `target`: where it leads, None at the end of the chain.

    `recording`: all that was said, where it was to be kept.
    """

    hop: Hop
    body: Body = field(default_factory=Body)
    target: str | None = None
    answer: httpx.Response | None = None
    issuer_missing: bool = False
    recording: Recording | None = None


class Visitor:
    """Makes the requests of exchanges, one hop at a time. Nothing that a site does raises."""

    def __init__(self, ways: Ways, gates: Gates, limits: Limits) -> None:
        self._ways = ways
        self._gates = gates
        self._limits = limits

    async def visit(self, url: str, request: httpx.Request, plan: Plan, budget: Budget) -> Visit:
        """Ask for `url`, again where the connection broke before any answer."""
        try:
            self._ways.check(url)
        except WireError as error:
            return _failed(url, error)
        visit = await self._at_gate(url, request, plan, budget)
        if _is_passing(visit) and self._limits.tries > 1:
            again = tenacity.AsyncRetrying(
                stop=tenacity.stop_after_attempt(self._limits.tries - 1),
                retry=tenacity.retry_if_result(_is_passing),
                retry_error_callback=_last,
            )
            visit = await again(self._at_gate, url, request, plan, budget)
        return await self._explained(visit, budget) if visit.issuer_missing else visit

    async def _at_gate(self, url: str, request: httpx.Request, plan: Plan, budget: Budget) -> Visit:
        try:
            async with self._gates.enter(host_of(url), patience=budget.link_left):
                return await self._ask(url, request, plan, budget)
        except HostPutOffError as error:
            return Visit(Hop(url, failure=Failure.HOST_PUT_OFF, detail=str(error)))
        except GateError as error:
            return Visit(Hop(url, failure=Failure.BUDGET_SPENT, detail=str(error)))

    async def _ask(self, url: str, request: httpx.Request, plan: Plan, budget: Budget) -> Visit:
        proxy = self._ways.proxy_for(url)
        request.extensions = self._extensions(url, plan, proxy)
        transport = self._transport(plan, proxied=proxy is not None)
        started = time.monotonic()
        try:
            async with budget.running():
                answer = await transport.handle_async_request(request)
        except WireError as error:
            return _failed(url, error, time.monotonic() - started, proxied=proxy is not None)
        except TimeoutError:
            return _failed(url, WireError(*budget.overrun()), time.monotonic() - started)
        seconds = time.monotonic() - started
        try:
            return await self._read(url, answer, plan, budget, seconds, proxied=proxy is not None)
        finally:
            await answer.aclose()

    def _transport(self, plan: Plan, *, proxied: bool) -> httpx.AsyncBaseTransport:
        return self._ways.transport(plan.variant, proxied=proxied)

    def _reader(self, answer: httpx.Response, plan: Plan) -> BodyReader:  # noqa: ARG002 - others look
        return BodyReader(plan.bounds)

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
        headers = kept(answer.headers.raw)
        hop = Hop(url, answer.status_code, headers, seconds=seconds)
        failed = proxies.failure_of(answer.status_code, headers) if proxied else None
        if failed is not None:
            return Visit(replace(hop, status=None, failure=failed[0], detail=failed[1]))
        redirect = redirect_of(url, answer)
        if redirect is None:
            body = await read_body(answer, self._reader(answer, plan), budget)
            return Visit(hop, body, answer=answer)
        if redirect.target is None:
            invalid = replace(hop, failure=Failure.REDIRECT_INVALID, detail=redirect.detail)
            return Visit(invalid, answer=answer)
        permanent = replace(hop, permanent=answer.status_code in PERMANENT)
        return Visit(permanent, target=redirect.target, answer=answer)

    def _extensions(self, url: str, plan: Plan, proxy: str | None) -> dict[str, object]:
        limits = self._limits
        times = {"connect": limits.connect, "read": limits.first_byte, "write": limits.first_byte}
        extensions = {
            "target": _target(url),
            "timeout": {**times, "pool": None},
            "verified": plan.variant is not Variant.UNVERIFIED,
        }
        return {**extensions, "proxy": proxy} if proxy else extensions

    async def _explained(self, visit: Visit, budget: Budget) -> Visit:
        """Look at the chain itself, which takes one more connection, by the gate as well."""
        url = visit.hop.url
        try:
            async with self._gates.enter(host_of(url), patience=budget.link_left):
                first, *_ = await self._ways.addresses(url)
                context = self._ways.environment.unverified
                incomplete = await chain.lacks_intermediate(
                    first, host_of(url), context, min(self._limits.connect, budget.link_left)
                )
        except (GateError, WireError, OSError):
            return visit
        failure = Failure.TLS_INCOMPLETE_CHAIN if incomplete else visit.hop.failure
        return replace(visit, hop=replace(visit.hop, failure=failure))


async def read_body(answer: httpx.Response, reader: BodyReader, budget: Budget) -> Body:
    """Return the body of an answer, as far as its reader and the time go."""
    try:
        async with budget.running():
            await reader.read(answer)
    except TimeoutError:
        pass  # what came is kept, and is incomplete
    return reader.body(answer.headers.get("Content-Encoding", ""))


def _failed(url: str, error: WireError, seconds: float = 0.0, *, proxied: bool = False) -> Visit:
    hop = Hop(url, failure=error.failure, detail=error.detail, seconds=seconds)
    return Visit(hop, issuer_missing=error.issuer_missing and not proxied)


def _target(url: str) -> bytes:
    """Return path and query as they stand in the URL; httpx would write some of them anew."""
    _, _, rest = url.partition("#")[0].partition("://")
    return f"/{rest.partition('/')[2]}".encode("ascii")


def _is_passing(visit: Visit) -> bool:
    return visit.hop.failure in _PASSING


async def _last(state: tenacity.RetryCallState) -> Visit:
    assert state.outcome is not None
    visit: Visit = state.outcome.result()
    return visit
