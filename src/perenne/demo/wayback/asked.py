"""The access log of a simulated archive, by its own clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from perenne.demo.answers import Answer, Misconduct


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: when by the archive's clock, and what it was told; status 0 for no answer.

    `page`: the page that was submitted, "" for any other request.
    """

    at: datetime
    method: str
    path: str
    page: str
    status: int


def status_of(answer: Answer | Misconduct) -> int:
    """Return the status of an answer, 0 where there was none."""
    return answer.status if isinstance(answer, Answer) else 0
