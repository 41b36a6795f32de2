"""What is exported: the references of a dossier, and what is known of each of their links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import Enum, auto
from typing import TYPE_CHECKING

from perenne.domain import offers
from perenne.domain.states import State

if TYPE_CHECKING:
    from perenne.domain.links import Capture, LinkStatus, Replacement
    from perenne.domain.people import Overlay
    from perenne.domain.references import Citation, Reference

_ARTICLE = "p."


class Kind(Enum):
    """What sort of document a reference is, as far as it says."""

    ARTICLE = auto()
    """It stands on some pages of a source."""
    BOOK = auto()
    """It has so many pages."""
    PAGE = auto()
    """It is on the web."""
    DOCUMENT = auto()


@dataclass(frozen=True, slots=True)
class ItemLink:
    """One address of a reference; `status` is None where Pérenne never saw it."""

    citation: Citation
    status: LinkStatus | None = None
    accepted: Overlay | None = None

    @property
    def address(self) -> str:
        """Return where a reader is to be led: the accepted replacement, or what is cited."""
        return (self.accepted and self.accepted.replacement) or self.citation.url

    @property
    def state(self) -> State:
        """Return what is believed of it."""
        return self.status.state if self.status else State.NEW

    @property
    def offered(self) -> tuple[Replacement, ...]:
        """Return what is proposed in its place, without what was turned down."""
        return offers.replacements(self.status) if self.status else ()

    @property
    def capture(self) -> Capture | None:
        """Return its newest copy that was seen to show the page."""
        captures = self.status.captures if self.status else ()
        return max(captures, key=lambda each: each.timestamp, default=None)


@dataclass(frozen=True, slots=True)
class Item:
    """One reference with its links."""

    reference: Reference
    links: tuple[ItemLink, ...] = ()

    @property
    def kind(self) -> Kind:
        """Return what sort of document it is."""
        pages = self.reference.pages.strip()
        if pages.startswith(_ARTICLE) and self.reference.source:
            return Kind.ARTICLE
        if pages.endswith(_ARTICLE):
            return Kind.BOOK
        return Kind.PAGE if self.links else Kind.DOCUMENT

    @property
    def span(self) -> str:
        """Return ``3-5`` of ``p. 3-5``."""
        return self.reference.pages.strip().removeprefix(_ARTICLE).strip()

    @property
    def count(self) -> str:
        """Return ``103`` of ``103 p.``."""
        return self.reference.pages.strip().removesuffix(_ARTICLE).strip()


@dataclass(frozen=True, slots=True)
class Exported:
    """A dossier as it is exported, when, and in whose time zone."""

    title: str
    items: tuple[Item, ...]
    at: datetime
    zone: tzinfo
