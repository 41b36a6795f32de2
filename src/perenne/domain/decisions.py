"""What the rows of a sheet say when it comes back filled in, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, unique


@unique
class Decision(StrEnum):
    """What a reader can decide about a link."""

    DISMISS = "dismiss"
    """It needs no telling."""
    CORRECT = "correct"
    """She gives the address that takes its place."""
    ACCEPT = "accept"
    """The address that was proposed takes its place."""
    UNDO = "undo"
    """What was decided before holds no more."""


@unique
class Standing(StrEnum):
    """What was decided of a proposed address."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Answer:
    """One row as it came back. `mark` tells which link of which dossier it is about.

    `address` is the link's as the row shows it, `offered` are the addresses that it proposes.
    """

    row: int
    mark: str
    address: str
    decision: str = ""
    corrected: str = ""
    comment: str = ""
    offered: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing was filled in."""
        return not (self.decision or self.corrected or self.comment)


@unique
class Fate(StrEnum):
    """What became of a row."""

    DISMISSED = "dismissed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    UNDONE = "undone"
    UNCHANGED = "unchanged"
    """It says what is known already."""
    REFUSED = "refused"


@unique
class Refusal(StrEnum):
    """Why a row does not fit."""

    NO_MARK = "no_mark"
    UNKNOWN_LINK = "unknown_link"
    NO_LONGER_CITED = "no_longer_cited"
    ADDRESS_CHANGED = "address_changed"
    """The address of the row is not that of the link it is marked with."""
    UNKNOWN_WORD = "unknown_word"
    COMMENT_ALONE = "comment_alone"
    ADDRESS_WITHOUT_CORRECTION = "address_without_correction"
    NO_ADDRESS = "no_address"
    NOT_AN_ADDRESS = "not_an_address"
    SAME_ADDRESS = "same_address"
    NOTHING_PROPOSED = "nothing_proposed"
    PROPOSAL_CHANGED = "proposal_changed"
    SEVERAL_PROPOSALS = "several_proposals"
    NOT_PROPOSED = "not_proposed"
    DECIDED_FOR_ALL = "decided_for_all"
    CONTRADICTION = "contradiction"


class RefusedError(Exception):
    """A row does not fit; `fact` fills its sentence."""

    def __init__(self, why: Refusal, fact: str = "") -> None:
        super().__init__(f"{why}: {fact}")
        self.why = why
        self.fact = fact


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row, and what is to be recorded for it.

    `url` is the link's, "" where it is not known. `replacement` is the address chosen; `ends`
    are the ids of the overlays that hold no more.
    """

    row: int
    fate: Fate
    decision: Decision | None = None
    url: str = ""
    link_id: int = 0
    centre: str | None = None
    comment: str = ""
    replacement: str = ""
    ends: tuple[int, ...] = ()
    refusal: Refusal | None = None
    fact: str = ""

    @property
    def says(self) -> dict[str, str]:
        """Return what it says of the link: whether it is told, and which address replaces it."""
        if self.decision is Decision.DISMISS:
            return {"telling": "dismissed"}
        if self.decision is Decision.UNDO:
            return {"telling": "", "replacement": ""}
        return {"replacement": self.replacement}
