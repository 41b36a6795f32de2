"""The JSON of ``perenne status``: schema 1, which only grows."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from perenne.cli.status.figures import figures
from perenne.cli.status.problems import sentence
from perenne.domain.runs import Run
from perenne.runs.status import Status
from perenne.store.backlog import StuckMail
from perenne.store.statuses import RequestStatus
from perenne.store.workers import WorkerRecord


def document(status: Status) -> str:
    """Return the whole document, indented, ending in a line break."""
    whole = {
        "schema": 1,
        "healthy": not status.problems,
        "problems": [
            {"code": each.value, "message": sentence(each, status)} for each in status.problems
        ],
        "last_run": _run(status.last_run),
        "last_night": _run(status.last_night),
        "next_night": _time(status.next_night),
        "workers": [_worker(worker, status) for worker in status.workers],
        "backlog": {
            "due": status.due,
            "suspects": status.suspects,
            "archive": {name.value: status.archive[name] for name in RequestStatus},
        },
        "mails": {
            "waiting": status.mails.waiting,
            "put_off": [_mail(mail) for mail in status.mails.put_off],
            "parked": [_mail(mail) for mail in status.mails.parked],
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _run(run: Run | None) -> dict[str, Any] | None:
    if run is None:
        return None
    return {
        "id": run.id,
        "kind": run.kind.value,
        "started_at": _time(run.started_at),
        "finished_at": _time(run.finished_at),
        "status": run.status.value,
        "counts": figures(run),
    }


def _worker(worker: WorkerRecord, status: Status) -> dict[str, Any]:
    return {
        "holder": worker.holder,
        "alive": worker in status.alive,
        "started_at": _time(worker.started_at),
        "heartbeat_at": _time(worker.heartbeat_at),
        "stopped_at": _time(worker.stopped_at),
        "failures": [
            {"job": trouble.job, "at": _time(trouble.at), "cause": trouble.cause}
            for trouble in worker.troubles
        ],
    }


def _mail(mail: StuckMail) -> dict[str, Any]:
    return {
        "recipient": mail.recipient,
        "since": _time(mail.since),
        "code": mail.code,
        "error": mail.error,
    }


def _time(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
