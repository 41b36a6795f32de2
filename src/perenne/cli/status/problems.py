"""What needs a human, in a sentence that says what to do."""

from __future__ import annotations

from perenne.runs.status import Problem, Status
from perenne.texts import _, plural


def sentence(problem: Problem, status: Status) -> str:
    """Return what is wrong, and what to do."""
    if problem is Problem.MAILS_PARKED:
        return plural(
            "{n} mail was refused for good: correct or remove its address.",
            "{n} mails were refused for good: correct or remove their addresses.",
            len(status.mails.parked),
        )
    if problem is Problem.JOB_FAILED:
        failing = sorted({job for worker in status.workers for job in worker.failing})
        return _("A task of the worker fails: {jobs}.", jobs=", ".join(map(job_name, failing)))
    return {
        Problem.NO_WORKER: _("No worker is running: start `perenne worker`, or its service."),
        Problem.NIGHT_MISSED: _("The last night did not take place."),
        Problem.NIGHT_VOID: _(
            "The last night counts for nothing, since our own network was down:"
            " `perenne doctor` examines it."
        ),
        Problem.NIGHT_INTERRUPTED: _("The last night did not come to its end."),
        Problem.MAILS_PUT_OFF: _(
            "Mails have not left for more than a day: `perenne doctor` examines the mail server."
        ),
    }[problem]


def job_name(job: str) -> str:
    """Return a job of the worker in words."""
    return {
        "night": _("the night"),
        "archive": _("the archive"),
        "mail": _("the mails"),
        "recheck": _("the second look at links in doubt"),
        "prune": _("the tidying up"),
    }.get(job, _("the watch over itself"))
