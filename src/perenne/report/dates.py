"""Instants in the reader's words and zone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel.dates import format_date

from perenne.texts import language

if TYPE_CHECKING:
    from datetime import datetime, tzinfo


def day(instant: datetime, zone: tzinfo) -> str:
    """Return the day in words: "12 novembre 2026", and "1er novembre 2026" as the French write.

    Its spaces do not break, so that a day stays on one line.
    """
    text = format_date(instant.astimezone(zone).date(), format="long", locale=language())
    return re.sub(r"^1 ", "1er ", text).replace(" ", "\u00a0")


def minute(instant: datetime | None, zone: tzinfo) -> str:
    """Return what spreadsheets read as a date and time: "2026-11-12 03:05"; "" for None."""
    return f"{instant.astimezone(zone):%Y-%m-%d %H:%M}" if instant else ""
