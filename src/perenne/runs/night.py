"""The main path: one pass over the links that are due.

due links → executor → checking → observations → close the run: states, flips
        ↘ live: archive queue                  ↘ replacements → what to tell → outbox
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from perenne.domain.exchanges import Failure
from perenne.domain.runs import RunKind, RunStatus
from perenne.runs.alarms import warn_administrator
from perenne.runs.claims import claim
from perenne.runs.closing import close
from perenne.runs.executors import executors
from perenne.runs.leases import HostLeases
from perenne.runs.letters import write_letters
from perenne.runs.looking import look
from perenne.runs.orders import Following, Order
from perenne.runs.recorder import Recorder
from perenne.runs.repairing import propose_replacements
from perenne.runs.service import Service
from perenne.runs.storing import count_due, enqueue_due, lately_alive, put_off_hosts, storing


@dataclass(frozen=True)
class Pass:
    """How a pass went; `run_id` is None where another process already has it.

    `cause`: what kept us from all sites, where our own outage made it void.
    """

    run_id: int | None
    status: RunStatus
    cause: Failure | None = None


async def night(service: Service, scheduled_for: datetime, following: Following) -> Pass:
    """Check every cited link, believe what is confirmed, and write what is to be told."""
    order = Order(RunKind.NIGHTLY, scheduled_for=scheduled_for)
    done = await one_pass(service, order, following)
    if done.status is RunStatus.COMPLETED:
        await propose_replacements(service)
        write_letters(service)
    elif done.cause is not None:
        warn_administrator(service, done.cause)
    return done


async def one_pass(service: Service, order: Order, following: Following) -> Pass:
    """Check links, store what is seen as it comes, and settle states when the run closes."""
    claimed = claim(service, order)
    if claimed is None:
        return Pass(None, RunStatus.RUNNING)
    if not claimed.resumed or order.link_ids is None:  # a killed process may not have come so far
        enqueue_due(service, claimed.run_id, order.link_ids)
    count = count_due(service, claimed.run_id)
    following.begin(count)
    with Recorder(storing(service, claimed.run_id, archive=following.archive)) as recorder:
        work = executors(service, claimed.run_id, order, count, following)
        careful = replace(following, put_off=put_off_hosts(service))
        leases = HostLeases(service)
        known_good = lately_alive(service) if order.kind is RunKind.NIGHTLY else []
        ended = await look(service, work, recorder.put, careful, leases, known_good)
    close(service, claimed.run_id, order.kind, ended.status)
    return Pass(claimed.run_id, ended.status, ended.cause)
