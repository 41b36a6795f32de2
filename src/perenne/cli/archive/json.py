"""The JSON of ``perenne archive status`` and ``plan``: schema 1, which only grows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from perenne.texts.archiving import failure_name, plan_reason

if TYPE_CHECKING:
    from datetime import datetime

    from perenne.archive.standing import Standing
    from perenne.runs.planning import Planned
    from perenne.settings import Wayback


def standing_document(standing: Standing, wayback: Wayback) -> str:
    """Return the figures of the queue, the day's budget, the copies and the searches."""
    return _document(
        enabled=wayback.enabled,
        requests={status.value: n for status, n in standing.requests.items()},
        sent_today=standing.sent_today,
        captures_per_day=wayback.per_day,
        oldest_waiting=_time(standing.oldest_waiting),
        held_until=_time(standing.held_until),
        failures=[
            {"class": group, "message": failure_name(group), "codes": dict(codes.most_common())}
            for group, codes in sorted(standing.failures.items())
        ],
        captures={status.value: n for status, n in standing.captures.items()},
        look_ups={status.value: n for status, n in standing.look_ups.items()},
    )


def plan_document(planned: Sequence[Planned], *, enabled: bool) -> str:
    """Return every link with the decision and its reason, in the order of the dossiers."""
    return _document(
        enabled=enabled,
        links=[
            {
                "url": each.link.url,
                "save": each.decision.save,
                "reason": each.decision.reason.value,
                "message": plan_reason(each.decision.reason.value),
            }
            for each in planned
        ],
    )


def _document(**members: Any) -> str:  # noqa: ANN401 - JSON may be anything
    return json.dumps({"schema": 1, **members}, ensure_ascii=False, indent=2)


def _time(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
