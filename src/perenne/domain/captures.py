"""What is known of a copy in a web archive, and what one was seen to show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, unique

from perenne.domain.verdicts import Verdict


@unique
class Verification(StrEnum):
    """Whether a capture was seen to show the page. Only a verified one is offered to readers."""

    PENDING = "pending"
    """Not looked at yet, or not to be seen yet: new captures are hidden for up to a day."""
    VERIFIED = "verified"
    BAD = "bad"
    """It is there, and shows an error, a wall or another page."""
    LOST = "lost"
    """Days after it was made the archive does not show it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a copy shows, by the rules that judge live pages.

    `sure`: no question was left that only the live site could have answered.
    """

    verdict: Verdict
    fingerprint: str = ""
    sure: bool = True
