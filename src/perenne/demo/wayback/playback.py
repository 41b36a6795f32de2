"""Captures as they are shown: ``/web/<timestamp>id_/<url>`` and its shorter forms."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING

from perenne.demo.answers import Answer, Misconduct, html
from perenne.demo.wayback.scripts import Script, Scripts, Trouble

if TYPE_CHECKING:
    from perenne.demo.wayback.holdings import Holdings, Memento

PREFIX = "/web.archive.org"
"""Before every address given out: waybackpy knows a capture by this name in its address."""
_ASKED = re.compile(r"/web/(?:(?P<timestamp>\d{1,14})(?P<raw>id_)?/)?(?P<url>https?:/.*)")
_NO_COPY = b"<html><head><title>Wayback Machine</title></head><body><h1>%s</h1></body></html>"


def playback(
    holdings: Holdings, scripts: Scripts, path: str, root: str = f"{PREFIX}/web"
) -> Answer | Misconduct:
    """Answer ``/web/…``. Only a capture has ``Memento-Datetime``, be it of an error.

    `root`: where captures are, as redirects name it.
    """
    asked = _ASKED.fullmatch(path)
    if asked is None:
        return html(_NO_COPY % b"Bad request", 400)
    trouble = _trouble(scripts.take(asked["url"], "playback"))
    if trouble is not None:
        return trouble
    memento = holdings.nearest(asked["url"], asked["timestamp"] or "")
    if memento is None:
        return html(_NO_COPY % b"The Wayback Machine has not archived that URL.", 404)
    if memento.timestamp == asked["timestamp"]:
        return _show(memento, holdings.of(memento.url), root, raw=bool(asked["raw"]))
    return _send_to(memento, root, asked["raw"] or "")


def _trouble(script: Script) -> Answer | Misconduct | None:
    later = {} if script.retry_after is None else {"retry_after": str(script.retry_after)}
    troubles: dict[Trouble, Answer | Misconduct] = {
        Trouble.THROTTLED: html(_NO_COPY % b"429 Too Many Requests", 429, **later),
        Trouble.DOWN: html(_NO_COPY % b"503 Service Unavailable", 503, **later),
        # As seen: a page with 200 that says so, and is no capture.
        Trouble.BLOCKED: html(_NO_COPY % b"This URL has been excluded."),
        Trouble.MALFORMED: html(_NO_COPY % b"The archive is temporarily offline."),
        Trouble.FORGOTTEN: html(_NO_COPY % b"The Wayback Machine has not archived that URL.", 404),
        Trouble.SILENCE: Misconduct.HANG,
        Trouble.CLOSED: Misconduct.CLOSE,
    }
    return troubles.get(script.playback)


def _send_to(memento: Memento, root: str, raw: str) -> Answer:
    reason = f"found capture at {memento.timestamp}"
    location = f"{root}/{memento.timestamp}{raw}/{memento.url}"
    return Answer(302, headers={"Location": location, "X-Archive-Redirect-Reason": reason})


def _show(memento: Memento, known: list[Memento], root: str, *, raw: bool) -> Answer:
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Memento-Datetime": http_date(memento.at),
        "X-Archive-Orig-Date": http_date(memento.at),
        "X-Archive-Orig-Content-Type": "text/html; charset=utf-8",
        **{f"X-Archive-Orig-{name}": value for name, value in memento.headers.items()},
        "X-Archive-Src": f"spn2-{memento.timestamp}.warc.gz",
        "X-TS": str(memento.status),
        "Link": _links(memento, known),
    }
    if memento.location:
        headers["Location"] = f"{root}/{memento.timestamp}id_/{memento.location}"
    toolbar = b"" if raw else b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->"
    return Answer(memento.status, toolbar + memento.body, headers)


def _links(memento: Memento, known: list[Memento]) -> str:
    """Return the Link header as recorded: first, previous, this, next and last memento."""
    here = known.index(memento)
    names: dict[int, str] = {}
    for name, position in (
        ("first", 0),
        ("prev", here - 1),
        ("", here),
        ("next", here + 1),
        ("last", len(known) - 1),
    ):
        if 0 <= position < len(known):
            names[position] = f"{names.get(position, '')} {name}".strip()
    base = f"https:/{PREFIX}/web"
    return ", ".join(
        [
            f'<{memento.url}>; rel="original"',
            f'<{base}/timemap/link/{memento.url}>; rel="timemap"; type="application/link-format"',
            f'<{base}/{memento.url}>; rel="timegate"',
            *(
                f"<{base}/{known[position].timestamp}/{known[position].url}>; "
                f'rel="{f"{name} memento".strip()}"; datetime="{http_date(known[position].at)}"'
                for position, name in sorted(names.items())
            ),
        ]
    )


def http_date(moment: datetime) -> str:
    """Return an instant as HTTP writes it."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)
