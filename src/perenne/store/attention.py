"""Links that want more attention than one look a night, or less."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from perenne.domain.runs import RunStatus
from perenne.domain.states import State
from perenne.store.links import cited_ids
from perenne.store.tables.dossiers import CitationRow
from perenne.store.tables.due import DueRow
from perenne.store.tables.links import LinkRow
from perenne.store.tables.observations import ObservationRow
from perenne.store.tables.runs import RunRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Exists, Select
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Rest:
    """Which links a night leaves alone: failing since `since` or longer, checked after `checked`.

    `but_by` is the rule whose verdicts rest on all the links of a night: these do not rest.
    """

    since: datetime
    checked: datetime
    but_by: str


def resting(rest: Rest) -> Select[int]:
    """Return the query of the links that are believed broken, and rest."""
    return (
        select(LinkRow.id)
        .where(LinkRow.state == State.BROKEN, LinkRow.since <= rest.since)
        .where(LinkRow.last_checked > rest.checked, ~_judged_by(rest.but_by))
    )


def suspects(
    session: Session, *, checked_before: datetime, at_work_since: datetime, but_by: str
) -> list[int]:
    """Return the ids of cited suspects that nobody has tried since `checked_before`.

    Left out: what a run under way will look at (its holder gave a sign of life since
    `at_work_since`), and what was judged by a rule that needs all the links of a night.
    """
    tried = exists().where(DueRow.link_id == LinkRow.id, DueRow.done_at > checked_before)
    cited = cited_ids().with_only_columns(CitationRow.link_id).order_by(None)
    query = (
        select(LinkRow.id)
        .where(LinkRow.state == State.SUSPECT, LinkRow.last_checked <= checked_before)
        .where(LinkRow.id.in_(cited), ~tried, ~_awaited(at_work_since), ~_judged_by(but_by))
        .order_by(LinkRow.id)
    )
    return list(session.scalars(query))


def _awaited(at_work_since: datetime) -> Exists:
    return exists().where(
        DueRow.link_id == LinkRow.id,
        DueRow.done_at.is_(None),
        DueRow.run_id == RunRow.id,
        RunRow.status == RunStatus.RUNNING,
        RunRow.heartbeat_at >= at_work_since,
    )


def _judged_by(rule: str) -> Exists:
    """Tell that the last verdict on a link is of that rule."""
    return exists().where(
        ObservationRow.link_id == LinkRow.id,
        ObservationRow.is_open,
        ObservationRow.evidence[0]["rule"].as_string() == rule,
    )
