"""One exchange: from a URL to the answer at the end of its redirects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

from perenne.domain.exchanges import Exchange, Failure, Hop, Validators, Variant
from perenne.domain.sites import Login, Site
from perenne.domain.urls import MalformedUrlError, requested, without_credentials
from perenne.net.body import Bounds
from perenne.net.gates import Gates
from perenne.net.headers import conditions, request_headers
from perenne.net.logins import log_in
from perenne.net.redirects import Trail
from perenne.net.times import Budget
from perenne.net.visits import Plan, Visitor
from perenne.net.ways import Ways
from perenne.net.whole import Whole, WholeVisitor, close

if TYPE_CHECKING:
    from pathlib import Path

    from perenne.clock import Clock
    from perenne.net.turns import Leases
    from perenne.settings import Settings

_NOTHING_KNOWN = Site()


class Engine:
    """Fetches pages; one for a whole run, opened with ``async with``.

    `gates`: shared with others who send requests; its own where none are given, which other
    processes respect by `leases`. `folder`: where long answers lie that are fetched whole, until
    they are let go of. Opening raises
    `SettingsError` where proxy, CA file or `network.resolve` cannot be used.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Clock,
        gates: Gates | None = None,
        leases: Leases | None = None,
        folder: Path | None = None,
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._folder = folder
        if gates is None:
            gates = Gates(settings.politeness, clock, leases=leases)
        self.gates = gates

    @staticmethod
    def check_settings(settings: Settings) -> None:
        """Raise `SettingsError` where the way out cannot be used as configured."""
        Ways.check_settings(settings.network)

    async def __aenter__(self) -> Self:
        """Open the way out."""
        self._ways = Ways(self._settings.network, self._folder)
        self._visitor = Visitor(self._ways, self.gates, self._settings.limits)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close all connections."""
        await self._ways.aclose()
        await self.gates.close()

    def uses_proxy(self, url: str) -> bool:
        """Tell whether a request for `url` would go through a proxy."""
        return self._ways.proxy_for(url) is not None

    async def fetch(
        self,
        url: str,
        *,
        variant: Variant = Variant.PLAIN,
        site: Site = _NOTHING_KNOWN,
        seconds_left: float | None = None,
        validators: Validators | None = None,
    ) -> Exchange:
        """Ask for `url` and follow its redirects; every outcome is an exchange.

        `validators`: asked for at their address only, which may then answer 304 alone.
        `seconds_left`: of the link's time (default `limits.link`), which waiting at gates costs
        too. Nothing that a site, a name server, a proxy or a URL does raises.
        """
        return await self._exchange(
            url,
            variant,
            site,
            Budget(self._settings.limits, seconds_left),
            self._visitor,
            validators,
        )

    async def fetch_whole(
        self,
        url: str,
        *,
        most: int,
        variant: Variant = Variant.PLAIN,
        site: Site = _NOTHING_KNOWN,
        seconds_left: float | None = None,
    ) -> Whole:
        """Do the same, to the end of every body, and keep what was said; never with a login.

        `most`: bytes on the wire of one answer; beyond, it is left. The caller closes the result.
        """
        limits = self._settings.limits
        visitor = WholeVisitor(self._ways, self.gates, limits, most, self._clock)
        budget = Budget(limits, seconds_left)
        try:
            anonymous = replace(site, login=Login())
            exchange = await self._exchange(url, variant, anonymous, budget, visitor)
        except BaseException:
            close(visitor.recordings)
            raise
        return Whole(exchange, visitor.recordings or (None,))

    async def _exchange(
        self,
        url: str,
        variant: Variant,
        site: Site,
        budget: Budget,
        visitor: Visitor,
        validators: Validators | None = None,
    ) -> Exchange:
        try:
            address = without_credentials(requested(url))
        except MalformedUrlError as error:
            shown = without_credentials(url)
            refused = Hop(shown, failure=Failure.ADDRESS_FORBIDDEN, detail=str(error))
            return Exchange((refused,), variant)
        bounds = Bounds.of(self._settings.limits, site)
        browser_like = site.browser_like or variant is Variant.BROWSER_LIKE
        plan = Plan(variant, bounds, browser_like)
        return await self._follow(address, plan, site.login, budget, validators, visitor)

    async def _follow(
        self,
        address: str,
        plan: Plan,
        login: Login,
        budget: Budget,
        validators: Validators | None,
        visitor: Visitor,
    ) -> Exchange:
        trail = Trail(self._settings.limits.hops)
        headers = request_headers(self._settings.network.contact, browser_like=plan.browser_like)
        hops: list[Hop] = []
        target: str | None = address
        while target is not None:
            request = trail.request(target, headers)
            logged_in = log_in(request, login, plan.variant)
            if validators and validators.url == target:
                request.headers.update(conditions(validators))
            visit = await visitor.visit(target, request, plan, budget)
            target, hop = visit.target, replace(visit.hop, logged_in=logged_in)
            if visit.answer is not None:
                trail.keep_cookies(visit.answer)
            if target is not None:
                hop = trail.judged(hop, target)
                target = None if hop.failure else target
            hops.append(hop)
        body = visit.body
        return Exchange(tuple(hops), plan.variant, body.data, body.truncated, body.incomplete)
