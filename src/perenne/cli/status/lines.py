"""How the service is, in plain words: first what needs a human, then the facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from perenne.cli.status.figures import figures
from perenne.cli.status.problems import job_name, sentence
from perenne.domain.runs import Run, RunKind, RunStatus
from perenne.report.dates import minute
from perenne.runs.status import Problem, Status
from perenne.store.backlog import StuckMail
from perenne.store.statuses import RequestStatus
from perenne.store.workers import WorkerRecord
from perenne.texts import _, plural
from perenne.texts.failures import mail_sentence
from perenne.texts.plain import one_line


def lines(status: Status, zone: tzinfo, *, technical: bool = False) -> Iterator[str]:
    """Yield the lines; `technical` adds the causes."""
    if status.problems:
        yield _("Somebody is needed:")
        yield from (f"- {sentence(problem, status)}" for problem in status.problems)
    else:
        yield _("All is well.")
    yield ""
    yield from _passes(status, zone)
    for worker in status.workers:
        yield from _worker(worker, status, zone, technical=technical)
    if not status.workers:
        yield _no_worker(status)
    yield _("Links: {what}", what=_links(status))
    yield _("Archive: {what}", what=_archive(status))
    yield from _mails(status, zone, technical=technical)


def _passes(status: Status, zone: tzinfo) -> Iterator[str]:
    night, last = status.last_night, status.last_run
    yield _("Last night: {what}", what=_night(night, status, zone) if night else _("not yet"))
    if last is not None and (night is None or last.id != night.id):
        what = f"{_kind(last.kind)}, {_run(last, zone)}"
        yield _("Last pass: {what}", what=what)
    if status.next_night:
        yield _("Next night: {when}", when=minute(status.next_night, zone))


def _night(night: Run, status: Status, zone: tzinfo) -> str:
    if night.status is RunStatus.RUNNING and Problem.NIGHT_INTERRUPTED in status.problems:
        return _("{begun}, left unfinished", begun=minute(night.started_at, zone))
    return _run(night, zone)


def _run(run: Run, zone: tzinfo) -> str:
    """Tell when a run began, how it ended, and what it saw."""
    begun, ended = minute(run.started_at, zone), minute(run.finished_at, zone)
    if begun[:10] == ended[:10]:  # the day is told once
        ended = ended[11:]
    if run.status is RunStatus.RUNNING:
        return _("{begun}, under way", begun=begun)
    if run.status is RunStatus.VOID:
        return _("{begun}, void: our own network was down", begun=begun)
    if run.status is RunStatus.INTERRUPTED:
        return _("{begun}, interrupted at {ended}", begun=begun, ended=ended)
    told = _("{begun}, ended at {ended}", begun=begun, ended=ended)
    return f"{told} ({_figures(run)})"


def _figures(run: Run) -> str:
    n = figures(run)
    by_hand = n["undecided"] - n["unchecked"]
    told = [
        plural("{n} link", "{n} links", n["links"]),
        plural("{n} broken", "{n} broken", n["broken"]),
        plural("{n} to check by hand", "{n} to check by hand", by_hand),
        plural("{n} alive", "{n} alive", n["alive"]),
    ]
    if n["unchecked"]:
        told.append(plural("{n} not checked", "{n} not checked", n["unchecked"]))
    return " · ".join(told)


def _kind(kind: RunKind) -> str:
    return {
        RunKind.NIGHTLY: _("night"),
        RunKind.CHECK: _("on demand"),
        RunKind.RECHECK: _("second look at links in doubt"),
    }[kind]


def _worker(
    worker: WorkerRecord, status: Status, zone: tzinfo, *, technical: bool
) -> Iterator[str]:
    since, seen = minute(worker.started_at, zone), minute(worker.heartbeat_at, zone)
    name = worker.holder.rpartition(":")[0]
    if worker in status.alive:
        yield _("Worker: running since {since} ({name})", since=since, name=name)
    elif worker.stopped_at:
        yield _("Worker: stopped at {at} ({name})", at=minute(worker.stopped_at, zone), name=name)
    else:
        yield _("Worker: vanished, last seen at {seen} ({name})", seen=seen, name=name)
    for trouble in worker.troubles:
        failed = _("{job} failed at {at}", job=job_name(trouble.job), at=minute(trouble.at, zone))
        yield f"  {failed}" + (f"\n    {one_line(trouble.cause)}" if technical else "")


def _no_worker(status: Status) -> str:
    if Problem.NO_WORKER in status.problems:
        return _("Worker: never started")
    return _("Worker: none, the nights are begun by something else")


def _links(status: Status) -> str:
    return ", ".join(
        (
            plural("{n} still to be checked", "{n} still to be checked", status.due),
            plural("{n} in doubt", "{n} in doubt", status.suspects),
        )
    )


def _archive(status: Status) -> str:
    queued, sent = (status.archive[s] for s in (RequestStatus.QUEUED, RequestStatus.SUBMITTED))
    waiting = plural("{n} copy to be asked for", "{n} copies to be asked for", queued)
    under_way = plural("{n} being made", "{n} being made", sent)
    return f"{waiting}, {under_way}"


def _mails(status: Status, zone: tzinfo, *, technical: bool) -> Iterator[str]:
    yield _("Mails: {what}", what=plural("{n} waiting", "{n} waiting", status.mails.waiting))
    for mail in status.mails.put_off:
        yield _("  {to} ({when}), put off: {why}", **_stuck(mail, zone))
        yield from _cause(mail, technical=technical)
    for mail in status.mails.parked:
        yield _("  {to} ({when}), refused: {why}", **_stuck(mail, zone))
        yield from _cause(mail, technical=technical)


def _stuck(mail: StuckMail, zone: tzinfo) -> dict[str, str]:
    return {
        "to": mail.recipient,
        "when": minute(mail.since, zone),
        "why": mail_sentence(mail.code),
    }


def _cause(mail: StuckMail, *, technical: bool) -> Iterator[str]:
    if technical:
        yield f"    {one_line(mail.error)}"
