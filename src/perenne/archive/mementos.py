"""Addresses and dates of captures, as the Wayback Machine and its kin (pywb) write them.

A capture's address is ``<archive>/web/<14 digits, UTC>/<address of the page>``. Two letters and
``_`` after the digits choose a form: ``id_`` is the page as it came, without the archive's own
banner and links.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

from perenne.domain.links import Capture

_ADDRESS = re.compile(r"(.*?/)(\d{14})(?:[a-z]{2}_)?/(https?://.+)$")


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
    parts = _parts(address)
    return (parts[1], parts[2]) if parts else None


def address_for(address: str, page: str, form: str = "") -> str:
    """Return the address, in that archive, of the capture of `page` made at the same time."""
    parts = _parts(address)
    if parts is None:
        raise ValueError(address)
    return f"{parts[0]}{write_timestamp(parts[1])}{form}/{page}"


def same_archive(address: str, other: str) -> bool:
    """Tell whether two addresses are of one archive: of one host and port."""
    try:
        return urlsplit(address).netloc.lower() == urlsplit(other).netloc.lower()
    except ValueError:
        return False


def plain_address(address: str) -> str:
    """Return a capture's address in the form that readers are shown; others stay as they are."""
    parts = _parts(address)
    return address_for(address, parts[2]) if parts else address


def _parts(address: str) -> tuple[str, datetime, str] | None:
    found = _ADDRESS.match(address)
    timestamp = read_timestamp(found[2]) if found else None
    return (found[1], timestamp, found[3]) if found and timestamp else None
