"""What Save Page Now says where it begins no capture."""

from __future__ import annotations

from perenne.demo.answers import Answer, Misconduct, data, html
from perenne.demo.wayback.scripts import Reply, Script, Trouble

_THROTTLED = b"<h1>Too Many Requests</h1><p>We are limiting the number of URLs you can submit.</p>"
_NEED_LOGIN = {"message": "You need to be logged in to use Save Page Now."}
OVERLOADED = (
    "The capture will start in ~1 hour, 34 minutes because our service is currently overloaded. "
    "You may close your browser window and the page will still be saved."
)
RECENT = (
    "The same snapshot had been made 3 minutes ago. You can make new capture of this URL after "
    "2 hours."
)


def need_login() -> Answer:
    """Return the refusal of those who have no keys."""
    return data(_NEED_LOGIN, 401)


def error(code: str, message: str) -> dict[str, object]:
    """Return an error as it is told with HTTP 200; `code` without its ``error:``."""
    return {"status": "error", "status_ext": f"error:{code}", "message": message}


def refusal(script: Script, url: str) -> Answer | Misconduct | None:
    """Return what is said instead of a job, None where there will be one."""
    later = {} if script.retry_after is None else {"retry_after": str(script.retry_after)}
    spent = "This URL has been already captured 5 times today, which is the daily maximum."
    refusals: dict[Reply, Answer | Misconduct] = {
        Reply.RECENT: data({"url": url, "job_id": None, "message": RECENT}),
        Reply.NO_HOST: data(error("invalid-host-resolution", "Cannot resolve host.")),
        Reply.SPENT: data(error("too-many-daily-captures", spent)),
        Reply.LOGIN: need_login(),
        Reply.THROTTLED: html(_THROTTLED, 429, **later),
        Reply.BROKEN: broken(),
        Reply.HTML: html(b"<html><body><h1>Save Page Now</h1></body></html>"),
        Reply.SILENCE: Misconduct.HANG,
        Reply.CLOSED: Misconduct.CLOSE,
    }
    return refusals.get(script.reply)


def poll_trouble(script: Script) -> Answer | Misconduct | None:
    """Return what is said instead of how a job stands, None where that is told."""
    troubles: dict[Trouble, Answer | Misconduct] = {
        Trouble.THROTTLED: html(_THROTTLED, 429),
        Trouble.DOWN: html(b"<h1>502 Bad Gateway</h1>", 502),
        Trouble.MALFORMED: html(b"<html><body><h1>Save Page Now</h1></body></html>"),
        Trouble.LOGIN: need_login(),
        Trouble.FORGOTTEN: html(b"<h1>404 Not Found</h1>", 404),
        Trouble.SILENCE: Misconduct.HANG,
        Trouble.CLOSED: Misconduct.CLOSE,
    }
    return troubles.get(script.poll)


def broken() -> Answer:
    """Return what the archive's own proxy says when it fails."""
    return html(b"<h1>520 Web server is returning an unknown error</h1>", 520)
