"""How long a host asks us to wait (RFC 9110 §10.2.3)."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from perenne.rules.looks import answered_look

if TYPE_CHECKING:
    from datetime import datetime

    from perenne.domain.cases import Case

LONGEST_WAIT = 60.0
"""Seconds that a night's run waits for one link; beyond, another night."""

_SHORTEST_WAIT = 1.0


def waited_for(case: Case) -> float | None:
    """Return the seconds to wait, None where nothing was asked or it is too long.

    A date is counted from the host's own clock (``Date``) where it gives it: clocks differ.
    """
    look = answered_look(case)
    text = look.exchange.header("retry-after").strip() if look else ""
    if text.isascii() and text.isdigit():
        return _bounded(float(text[:9]))
    until = _date(text)
    now = (_date(look.exchange.header("date")) if look else None) or case.now
    return _bounded((until - now).total_seconds()) if until and now else None


def _bounded(seconds: float) -> float | None:
    return max(_SHORTEST_WAIT, seconds) if seconds <= LONGEST_WAIT else None


def _date(text: str) -> datetime | None:
    """Return an instant with its zone; HTTP dates are always in GMT."""
    try:
        instant = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    return instant if instant.tzinfo else None
