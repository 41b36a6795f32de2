"""What the judge is given, and what it may ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, unique

from perenne.domain.exchanges import Exchange, Variant
from perenne.domain.pages import Page
from perenne.domain.sites import Site


@unique
class AskKind(StrEnum):
    """The one more request that a rule may need."""

    FOLLOW = "follow"
    BROWSER_LIKE = "browser_like"
    SIBLING = "sibling"
    MEDIA = "media"
    UNVERIFIED = "unverified"
    SECOND_OPINION = "second_opinion"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question of the judge; `url` where it is not the link's own address.

    `after_seconds`: how long to wait at least before asking.
    """

    kind: AskKind
    url: str = ""
    after_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Look:
    """One exchange and the page that came of it."""

    exchange: Exchange
    page: Page


@dataclass(frozen=True, slots=True)
class Case:
    """Everything known of one link when it is judged.

    `unavailable`: questions that cannot be answered any more (the budget is spent), so that
    the judge must conclude with what it has.
    """

    url: str
    looks: tuple[Look, ...]
    titles: tuple[str, ...] = ()
    site: Site = Site()  # noqa: RUF009 - frozen
    now: datetime | None = None
    unavailable: frozenset[AskKind] = frozenset()
    second_opinion_after: float = 20.0
    """Seconds from the start of the request that failed to that of a second opinion, at least."""

    def look(self, *variants: Variant) -> Look | None:
        """Return the latest look of one of these variants."""
        found = [look for look in self.looks if look.exchange.variant in variants]
        return found[-1] if found else None

    def may_ask(self, kind: AskKind) -> bool:
        """Tell whether the question was not yet put, and still can be."""
        return kind not in self.unavailable and not any(
            look.exchange.variant == ANSWERED_BY[kind] for look in self.looks
        )


ANSWERED_BY = {
    AskKind.FOLLOW: Variant.FOLLOWED,
    AskKind.BROWSER_LIKE: Variant.BROWSER_LIKE,
    AskKind.SIBLING: Variant.SIBLING,
    AskKind.MEDIA: Variant.MEDIA,
    AskKind.UNVERIFIED: Variant.UNVERIFIED,
    AskKind.SECOND_OPINION: Variant.SECOND,
}
"""How each question is put."""
