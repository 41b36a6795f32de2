"""The main path: one pass over the links that are due.

due links → executor → checking → observations → close the run: states, flips
        ↘ live: archive queue                          ↘ what to tell → outbox
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from perenne.domain.links import Link, RunKind, RunStatus
from perenne.runs.claims import claim
from perenne.runs.closing import close
from perenne.runs.letters import write_letters
from perenne.runs.looking import look
from perenne.runs.orders import Following, Order
from perenne.runs.recorder import Recorder
from perenne.runs.service import Service
from perenne.runs.storing import due_links, enqueue_due, put_off_hosts, storing
from perenne.store import links


@dataclass(frozen=True)
class Pass:
    """How a pass went; `run_id` is None where another process already has it."""

    run_id: int | None
    status: RunStatus


async def night(service: Service, scheduled_for: datetime, following: Following) -> Pass:
    """Check every cited link, believe what is confirmed, and write what is to be told."""
    with service.database.reading() as session:
        cited = links.cited(session)
    done = await one_pass(service, Order(RunKind.NIGHTLY, cited, scheduled_for), following)
    if done.status is RunStatus.COMPLETED:
        write_letters(service)
    return done


async def one_pass(service: Service, order: Order, following: Following) -> Pass:
    """Check links, store what is seen as it comes, and settle states when the run closes."""
    claimed = claim(service, order)
    if claimed is None:
        return Pass(None, RunStatus.RUNNING)
    if not claimed.resumed:
        enqueue_due(service, claimed.run_id, order.link_ids)
    following.begin(len(order.link_ids))
    with Recorder(storing(service, claimed.run_id, archive=following.archive)) as recorder:
        due = _told(due_links(service, claimed.run_id, order), following.taken)
        careful = replace(following, put_off=put_off_hosts(service))
        status = await look(service, due, recorder.put, careful)
    close(service, claimed.run_id, order.kind, status)
    return Pass(claimed.run_id, status)


def _told(due: Iterator[Link], taken: Callable[[Link], None]) -> Iterator[Link]:
    for link in due:
        taken(link)
        yield link
