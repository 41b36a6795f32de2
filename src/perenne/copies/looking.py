"""One look at a link, all of it kept: the way to its page, if that page is to be copied."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from perenne.checking import Checker, Postponed
from perenne.copies.policy import CUT_SHORT, LIVE, NO_ANSWER, NOARCHIVE, TOO_LARGE
from perenne.copies.queue import version_of
from perenne.copies.records import Step
from perenne.domain.exchanges import Exchange, Validators, Variant
from perenne.domain.sites import Site
from perenne.rules.looks import deciding_look

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from perenne.clock import Clock
    from perenne.domain.cases import Case
    from perenne.domain.links import Link, Result
    from perenne.domain.verdicts import Verdict
    from perenne.net.engine import Engine
    from perenne.net.recording import Recording
    from perenne.net.whole import Whole
    from perenne.settings import Settings

_MB = 1_000_000
_OF_THE_PAGE = {Variant.PLAIN, Variant.FOLLOWED, Variant.BROWSER_LIKE, Variant.UNVERIFIED}
_NOTHING_KNOWN = Site()


class WholeLooks:
    """An engine for one link: it fetches its page whole, without login, and all else as usual."""

    def __init__(self, engine: Engine, most: int) -> None:
        self.gates = engine.gates
        self._engine = engine
        self._most = most
        self._wholes: list[Whole] = []

    async def fetch(
        self,
        url: str,
        *,
        variant: Variant = Variant.PLAIN,
        site: Site = _NOTHING_KNOWN,
        seconds_left: float | None = None,
        validators: Validators | None = None,
    ) -> Exchange:
        """Ask for `url` as `Engine.fetch` does."""
        if variant not in _OF_THE_PAGE:  # no login goes along with these anyway
            return await self._engine.fetch(
                url, variant=variant, site=site, seconds_left=seconds_left, validators=validators
            )
        whole = await self._engine.fetch_whole(
            url, most=self._most, variant=variant, site=site, seconds_left=seconds_left
        )
        self._wholes.append(whole)
        return whole.exchange

    def way(self, exchange: Exchange) -> list[tuple[str, Recording | None]]:
        """Return each hop of an exchange that was made here, and what was kept of it."""
        kept = {
            id(hop): recording
            for whole in self._wholes
            for hop, recording in zip(whole.exchange.hops, whole.recordings, strict=True)
        }
        return [(hop.url, kept.get(id(hop))) for hop in exchange.hops]

    def close(self) -> None:
        """Let go of all that was kept."""
        for whole in self._wholes:
            whole.close()


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look gave: the way to the page, or else why it is not to be copied.

    `put_off`: until when its host wants to be left alone.
    """

    way: tuple[Step, ...] = ()
    version: str = ""
    refusal: str = ""
    put_off: datetime | None = None
    final_url: str = ""


class Copier:
    """Looks at links as a check does, and judges anew: a wall may have come since the last one."""

    def __init__(
        self, engine: Engine, settings: Settings, clock: Clock, site_of: Callable[[str], Site]
    ) -> None:
        self._engine = engine
        self._settings = settings
        self._clock = clock
        self._site_of = site_of

    def looks(self) -> WholeLooks:
        """Return what one call of `look` needs, to be closed once its result was used."""
        return WholeLooks(self._engine, self._settings.copies.largest_mb * _MB)

    async def look(self, link: Link, looks: WholeLooks) -> Seen:
        """Look at a link; raises `OSError` where what came could not be kept."""
        cases: list[Case] = []

        def settled(case: Case, _verdict: Verdict) -> None:
            cases.append(case)

        checker = Checker(looks, self._settings, self._clock, self._site_of, settled=settled)
        result = await checker.check(replace(link, known=None))
        if isinstance(result, Postponed):
            return Seen(refusal=NO_ANSWER)
        refusal = self._refusal(result)
        found = deciding_look(cases[-1]) if cases and not refusal else None
        way = looks.way(found.exchange) if found else []
        seen = _seen(way, version_of(result)) if found else Seen(refusal=refusal)
        return replace(seen, put_off=result.put_off, final_url=result.final_url)

    def _refusal(self, result: Result) -> str:
        """Return why a page is not to be copied, "" where it is."""
        if result.verdict.kind not in LIVE:
            return result.verdict.kind.value
        unwanted = result.noarchive and not self._settings.copies.noarchive
        return NOARCHIVE if unwanted else ""


def _seen(way: list[tuple[str, Recording | None]], version: str) -> Seen:
    steps = tuple(Step(url.partition("#")[0], kept) for url, kept in way if kept)
    for step in steps:
        if step.recording.trouble:
            raise step.recording.trouble
    if len(steps) < len(way):
        return Seen(refusal=NO_ANSWER)
    page = steps[-1].recording  # what redirects say beside their address matters less
    if page.too_long:
        return Seen(refusal=TOO_LARGE)
    return Seen(steps, version) if page.whole else Seen(refusal=CUT_SHORT)
