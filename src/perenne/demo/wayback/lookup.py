"""Finding captures: the CDX index and the availability interface."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote_plus, unquote_plus

from perenne.demo.answers import Answer, Misconduct, data, html
from perenne.demo.wayback.holdings import Holdings, Memento, instant
from perenne.demo.wayback.scripts import Script, Scripts, Trouble, surt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FIELDS = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")
_TEXT = {"Content-Type": "text/plain;charset=UTF-8"}
_BLOCKED = (
    "org.archive.util.io.RuntimeIOException: org.archive.wayback.exception."
    "AdministrativeAccessControlException: Blocked Site Error"
)
_BAD_ROWS = (
    "fr,exemple)/ 20000800241623 http://exemple.fr/ text/html 200 "
    "MGIGF4GRGGF5GKV6VNCBAXOE3OR5BTZC 1811\n"
    "fr,exemple)/ 20010101000000 http://exemple.fr/ text/html 200 "
    "MGIGF4GRGGF5GKV6VNCBAXOE3OR5BTZC 1811 8\n"
)


def index(
    holdings: Holdings, scripts: Scripts, asked: Mapping[str, Sequence[str]]
) -> Answer | Misconduct:
    """Answer ``/cdx/search/cdx``; `asked` holds the values of each parameter."""
    one = {name: values[-1] for name, values in asked.items()}
    trouble = _trouble(scripts.take(one.get("url", ""), "index"))
    if trouble is not None:
        return trouble
    rows = _chosen(holdings.of(one.get("url", "")), one, asked.get("filter", ()))
    page, resume = _page(rows, one)
    fields = one["fl"].split(",") if "fl" in one else list(_FIELDS)
    table = [[row[name] for name in fields] for row in page]
    if one.get("output") == "json":
        more = [[], [resume]] if resume else []
        return data([fields, *table, *more] if table else [])
    lines = [" ".join(row) for row in table] + (["", resume] if resume else [])
    return Answer(body="".join(f"{line}\n" for line in lines).encode(), headers=_TEXT)


def availability(
    holdings: Holdings, scripts: Scripts, one: Mapping[str, str]
) -> Answer | Misconduct:
    """Answer ``/wayback/available``."""
    url = one.get("url", "")
    trouble = _trouble(scripts.take(url, "index"))
    if trouble is not None:
        return trouble
    memento = holdings.nearest(url, one.get("timestamp", ""))
    closest = {"closest": _closest(memento)} if memento else {}
    return data({"url": url, "archived_snapshots": closest})


def _trouble(script: Script) -> Answer | Misconduct | None:
    later = {} if script.retry_after is None else {"retry_after": str(script.retry_after)}
    blocked = {**_TEXT, "X-Archive-Wayback-Runtime-Error": _BLOCKED}
    troubles: dict[Trouble, Answer | Misconduct] = {
        Trouble.THROTTLED: html(b"<h1>429 Too Many Requests</h1>", 429, **later),
        Trouble.DOWN: html(b"<h1>503 Service Unavailable</h1>", 503, **later),
        Trouble.BLOCKED: Answer(403, _BLOCKED.encode(), blocked),
        Trouble.MALFORMED: Answer(body=_BAD_ROWS.encode(), headers=_TEXT),
        Trouble.SILENCE: Misconduct.HANG,
        Trouble.CLOSED: Misconduct.CLOSE,
    }
    return troubles.get(script.index)


def _closest(memento: Memento) -> dict[str, object]:
    return {
        "status": str(memento.status),
        "available": True,
        "url": f"http://web.archive.org/web/{memento.timestamp}/{memento.url}",
        "timestamp": memento.timestamp,
    }


def _chosen(
    mementos: list[Memento], one: Mapping[str, str], filters: Sequence[str]
) -> list[dict[str, str]]:
    begin, end = one.get("from", ""), one.get("to", "")
    rows = [
        row
        for row in map(_row, mementos)
        if begin <= row["timestamp"] <= f"{end:9<14}" and all(_passes(row, f) for f in filters)
    ]
    if one.get("sort") == "closest":
        wanted = instant(one["closest"])
        rows.sort(key=lambda row: abs(instant(row["timestamp"]) - wanted))
    return rows


def _row(memento: Memento) -> dict[str, str]:
    code = str(memento.status)
    facts = (memento.timestamp, memento.url, "text/html", code, memento.digest)
    return dict(zip(_FIELDS, (surt(memento.url), *facts, str(len(memento.body))), strict=True))


def _passes(row: Mapping[str, str], condition: str) -> bool:
    name, _, pattern = condition.lstrip("!").partition(":")
    return bool(re.fullmatch(pattern, row[name])) is not condition.startswith("!")


def _page(rows: list[dict[str, str]], one: Mapping[str, str]) -> tuple[list[dict[str, str]], str]:
    """Return one page of rows, and the key that the next begins after ("" at the end)."""
    if "resumeKey" in one:
        last = unquote_plus(one["resumeKey"]).rpartition(" ")[2]
        rows = [row for row in rows if row["timestamp"] > last]
    limit = int(one.get("limit", len(rows)))
    page = rows[limit:] if limit < 0 else rows[:limit]
    if one.get("showResumeKey") != "true" or limit < 0 or len(page) == len(rows):
        return page, ""
    return page, quote_plus(f"{page[-1]['urlkey']} {page[-1]['timestamp']}")
