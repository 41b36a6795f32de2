"""What the JSON of Save Page Now 2 says of a page and of a job."""

from __future__ import annotations

import json
from typing import Any

from perenne.archive.answers import (
    AlreadyRecent,
    Captured,
    Failed,
    JobAnswer,
    Pending,
    SubmitAnswer,
    Submitted,
    Unavailable,
)
from perenne.archive.codes import FailureClass, class_of
from perenne.archive.mementos import read_timestamp

_KEPT = (
    "url",
    "job_id",
    "status",
    "status_ext",
    "message",
    "timestamp",
    "original_url",
    "http_status",
    "duration_sec",
)
_LONGEST_KEPT = 500
_ERROR_STATUS = 400


def submission(data: dict[str, Any]) -> SubmitAnswer:
    """Read the answer to a request for a capture."""
    if data.get("status_ext") or data.get("status") == "error":
        return _failed(data)
    if isinstance(data.get("job_id"), str) and data["job_id"]:
        return Submitted(data["job_id"], kept(data))
    message = str(data.get("message", ""))
    # "The same snapshot had been made 3 minutes ago. You can make new capture of this URL …"
    if "same snapshot" in message:
        return AlreadyRecent(kept(data))
    if "logged in" in message:
        return Unavailable("keys_refused")
    return Failed("unexpected-answer", FailureClass.UNKNOWN, kept(data))


def job(data: dict[str, Any]) -> JobAnswer:
    """Read the status of a job; an empty answer is that of a job no longer kept."""
    if not data:
        return Failed("job-expired", FailureClass.UNKNOWN)
    if data.get("status") == "pending":
        return Pending()
    if data.get("status") == "success":
        return _captured(data)
    return _failed(data)


def kept(data: dict[str, Any]) -> str:
    """Return what is worth storing of an answer, without its long lists of resources."""
    short = {name: data[name] for name in _KEPT if name in data}
    cut = {
        name: value[:_LONGEST_KEPT] if isinstance(value, str) else value
        for name, value in short.items()
    }
    return json.dumps(cut, ensure_ascii=False)


def _captured(data: dict[str, Any]) -> Captured | Failed:
    timestamp = read_timestamp(str(data.get("timestamp", "")))
    original = str(data.get("original_url", ""))
    if timestamp is None or not original.startswith(("http://", "https://")):
        return Failed("unexpected-answer", FailureClass.UNKNOWN, kept(data))
    status = data.get("http_status")
    if isinstance(status, int) and status >= _ERROR_STATUS:
        return Failed("archived-error", FailureClass.PERMANENT, kept(data))
    return Captured(timestamp, original, kept(data))


def _failed(data: dict[str, Any]) -> Failed:
    code = str(data.get("status_ext") or "unexpected-answer").removeprefix("error:")
    return Failed(code[:64], class_of(code), kept(data))
