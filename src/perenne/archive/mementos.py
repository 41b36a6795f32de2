"""Addresses and dates of captures, as the Wayback Machine writes them.

A capture's address is ``<archive>/web/<14 digits, UTC>/<address of the page>``.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from perenne.domain.links import Capture

_ADDRESS = re.compile(r"/web/(\d{14})(?:[a-z]{2}_)?/(https?://.+)$")


def read_timestamp(digits: str) -> datetime | None:
    """Read 14 digits as an instant, None where they are none (``20000800241623`` occurs)."""
    if not re.fullmatch(r"\d{14}", digits, re.ASCII):
        return None
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def write_timestamp(instant: datetime) -> str:
    """Write an instant as 14 digits in UTC."""
    return instant.astimezone(UTC).strftime("%Y%m%d%H%M%S")


def capture_of(archive: str, timestamp: datetime, original: str) -> Capture:
    """Return the capture of `original` in the archive at that base address."""
    address = f"{archive.rstrip('/')}/web/{write_timestamp(timestamp)}/{original}"
    return Capture(address, timestamp)


def read_address(address: str) -> tuple[datetime, str] | None:
    """Take date and page from a capture's address, None where it is no such address."""
    found = _ADDRESS.search(address)
    timestamp = read_timestamp(found.group(1)) if found else None
    return (timestamp, found.group(2)) if found and timestamp else None
