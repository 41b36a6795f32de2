"""Fetch, judge, answer the judge's questions, within one budget per link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from http import HTTPStatus
from typing import Protocol

from perenne.checking.budget import Budget
from perenne.checking.questions import address, with_answer
from perenne.checking.readings import basis_of, conditions, reading_of, unchanged, usable
from perenne.checking.results import conclude, conclude_again, put_off
from perenne.clock import Clock
from perenne.domain.cases import ANSWERED_BY, Ask, AskKind, Case, Look
from perenne.domain.exchanges import Exchange, Validators, Variant
from perenne.domain.links import Known, Link, Result
from perenne.domain.sites import Site
from perenne.domain.urls import MalformedUrlError, host_of, requested
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind
from perenne.net.gates import Gates
from perenne.net.overrides import hosts_near, is_literal, is_near
from perenne.pages import read_page
from perenne.rules.judge import judge
from perenne.rules.looks import deciding_look
from perenne.settings import Settings

_EXCLUDED = Verdict(VerdictKind.UNCHECKED, (Evidence("settings", "excluded"),))


class Fetches(Protocol):
    """What a checker asks by: an `Engine`, or what stands before one."""

    @property
    def gates(self) -> Gates:
        """Return the gates that its requests pass."""
        ...

    async def fetch(
        self,
        url: str,
        *,
        variant: Variant = ...,
        site: Site = ...,
        seconds_left: float | None = ...,
        validators: Validators | None = ...,
    ) -> Exchange:
        """Ask for `url`: see `Engine.fetch`."""
        ...


@dataclass(slots=True)
class Postponed:
    """A check that waits for its second opinion; give it back to `Checker.resume`."""

    link: Link
    case: Case
    ask: Ask
    budget: Budget

    @property
    def seconds(self) -> float:
        """Return how long to wait at least."""
        return self.ask.after_seconds


def _nobody(_case: Case, _verdict: Verdict) -> None:
    """Watch nothing."""


def _unfollowed(_link: Link) -> None:
    """Tell nobody."""


class Checker:
    """Checks links, one at a time or many at once.

    `settled` is shown every case with its verdict: all that was seen, to explain it. `taken` is
    told each link whose check begins.
    """

    def __init__(
        self,
        engine: Fetches,
        settings: Settings,
        clock: Clock,
        site_of: Callable[[str], Site],
        settled: Callable[[Case, Verdict], None] = _nobody,
        taken: Callable[[Link], None] = _unfollowed,
    ) -> None:
        self._engine = engine
        self._limits = settings.limits
        self._excluded = settings.network.exclude
        self._known_hosts = hosts_near(settings.network.resolve)
        self._clock = clock
        self._site_of = site_of
        self._settled = settled
        self._taken = taken

    async def check(self, link: Link) -> Result | Postponed:
        """Check a link: its result, or what must wait for a second opinion."""
        self._taken(link)
        budget = Budget(self._limits.link)
        site = self._site_of(host_of(link.url))
        if link.browser_like:
            site = replace(site, browser_like=True)
        case = Case(
            link.url,
            (),
            link.titles,
            site,
            self._clock.now(),
            second_opinion_after=self._limits.second_opinion_after,
        )
        if any(fnmatchcase(link.url, pattern) for pattern in self._excluded):
            return conclude(link, case, _EXCLUDED, self._clock.now(), 0.0)
        try:
            url = requested(link.url)
        except MalformedUrlError:
            return await self._settle(link, case, budget)
        basis = basis_of(link, site)
        known = usable(link.known, basis, self._clock.now())
        exchange = await self._first(case, url, known, budget)
        if known and unchanged(known, exchange):
            return conclude_again(link, known, exchange, self._clock.now(), budget.spent)
        look = Look(exchange, read_page(exchange))
        return await self._settle(link, replace(case, looks=(look,)), budget)

    async def _first(self, case: Case, url: str, known: Known | None, budget: Budget) -> Exchange:
        """Ask for the link, and once more outright where a 304 came that means another page."""
        validators = conditions(known) if known else None
        exchange = await self._engine.fetch(
            url, site=case.site, seconds_left=budget.left, validators=validators
        )
        if known and exchange.status == HTTPStatus.NOT_MODIFIED and not unchanged(known, exchange):
            return await self._engine.fetch(url, site=case.site, seconds_left=budget.left)
        return exchange

    async def resume(self, postponed: Postponed) -> Result | Postponed:
        """Go on with a postponed check, its waiting done."""
        postponed.budget.resume()
        case = await self._answer(postponed.ask, postponed.case, postponed.budget)
        return await self._settle(postponed.link, case, postponed.budget)

    async def _settle(self, link: Link, case: Case, budget: Budget) -> Result | Postponed:
        while True:
            answer = judge(case)
            if not isinstance(answer, Ask):
                self._settled(case, answer)
                now, known_here = self._clock.now(), self._known_here(link.host)
                result = conclude(link, case, answer, now, budget.spent, known_here=known_here)
                self._heed(case)
                reading = reading_of(case, answer, basis_of(link, case.site), now)
                return replace(result, reading=reading)
            if answer.kind is AskKind.SECOND_OPINION:
                self._heed(case)
                budget.pause()
                return Postponed(link, case, answer, budget)
            case = await self._answer(answer, case, budget)

    def _heed(self, case: Case) -> None:
        """Leave a host alone that asks for it, at once: others are about to go there."""
        look = deciding_look(case)
        until = put_off(look.exchange, self._clock.now()) if look else None
        if look and until:
            self._engine.gates.put_off(host_of(look.exchange.final_url), until)

    def _known_here(self, host: str) -> bool:
        return host in self._known_hosts or (is_literal(host) and is_near(host))

    async def _answer(self, ask: Ask, case: Case, budget: Budget) -> Case:
        """Return the case with one more look, or without this question where time is up."""
        if budget.left <= 0:
            return replace(case, unavailable=case.unavailable | {ask.kind})
        url = requested(case.url)
        look = await self._look(case, address(ask, url), ANSWERED_BY[ask.kind], budget)
        return with_answer(case, ask, look)

    async def _look(self, case: Case, url: str, variant: Variant, budget: Budget) -> Look:
        exchange = await self._engine.fetch(
            url, variant=variant, site=case.site, seconds_left=budget.left
        )
        return Look(exchange, read_page(exchange))
