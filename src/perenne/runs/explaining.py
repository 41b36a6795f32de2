"""One link checked in the open: all that was seen, and what each rule makes of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from perenne.checking import Checker, Postponed
from perenne.domain.cases import Ask, Case
from perenne.domain.links import Link
from perenne.domain.urls import host_of, link_key
from perenne.domain.verdicts import Verdict
from perenne.net.engine import Engine
from perenne.rules import judge
from perenne.runs.canaries import Canaries
from perenne.runs.outage import OutageWatch
from perenne.runs.service import Outside


@dataclass(frozen=True)
class Explained:
    """A case, what each rule says of it by itself, and the verdict: that of the first to speak."""

    case: Case
    answers: list[tuple[str, Verdict | Ask | None]]
    verdict: Verdict


async def explain(outside: Outside, url: str, titles: tuple[str, ...] = ()) -> Explained:
    """Check `url` now, leaving no trace; `titles` are those of the references that cite it.

    Raises `OwnOutageError` where nothing else answers either: the link is not to blame then.
    """
    settled: list[tuple[Case, Verdict]] = []
    async with Engine(outside.settings, clock=outside.clock) as engine:
        checker = Checker(
            engine,
            outside.settings,
            outside.clock,
            outside.site_of,
            settled=lambda case, verdict: settled.append((case, verdict)),
        )
        outcome = await checker.check(Link(link_key(url), url, host_of(url), titles=titles))
        while isinstance(outcome, Postponed):
            await asyncio.sleep(outcome.seconds)
            outcome = await checker.resume(outcome)
        if not (outcome.answered or outcome.stands_alone):
            canaries = Canaries(engine, outside.settings.network.canaries)
            await OutageWatch(canaries.trouble).world_answers()
    if not settled:  # an excluded address is not judged
        return Explained(Case(url, ()), [], outcome.verdict)
    case, verdict = settled[-1]
    return Explained(case, judge.explain(case), verdict)
