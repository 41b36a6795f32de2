"""Links, what one check of them gave, and what the service tells of them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field, replace
from datetime import datetime

from perenne.domain import choices
from perenne.domain.captures import Verification
from perenne.domain.exchanges import HopSummary, Validators
from perenne.domain.people import Overlay, OverlayKind
from perenne.domain.states import State
from perenne.domain.verdicts import Verdict, VerdictKind


@dataclass(frozen=True, slots=True)
class Link:
    """One canonical URL, shared by all citations of it.

    `url` is what is requested: the oldest citation's form. `id` is None for a link that is
    checked without being recorded. `titles` are those of all citing references. `browser_like`:
    its host was last seen to answer only requests with a browser's headers.
    """

    key: str
    url: str
    host: str
    id: int | None = None
    titles: tuple[str, ...] = ()
    known: Known | None = None
    browser_like: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What is kept of a page that was read, so that the same need not be read again.

    `digest` stands for its bytes, `basis` for all else that its verdict rests on.
    """

    validators: Validators
    digest: str
    basis: str
    at: datetime
    noarchive: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What the last reading of a link's page gave, and the way that led to it.

    The last hop of `trail` has no status: a page and a 304 are the same answer.
    """

    reading: Reading
    verdict: Verdict
    trail: tuple[HopSummary, ...]
    page_title: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What one check of a link gave."""

    link: Link
    verdict: Verdict
    at: datetime
    hops: tuple[HopSummary, ...] = ()
    http_status: int | None = None
    final_url: str = ""
    page_title: str = ""
    fingerprint: str = ""
    noarchive: bool = False
    seconds: float = 0.0
    put_off: datetime | None = None
    """When the host asked us to come back, where it did."""
    answered: bool = False
    """Whether the outside world has shown that it is there."""
    needs_browser_like: bool = False
    """Whether the host refused a plain request and answered one with a browser's headers."""
    reading: Reading | None = None
    """What to keep of the page, where it was read and may be kept."""
    stands_alone: bool = False
    """Whether the result holds without the outside world: nothing was asked of it, or the host
    was configured by hand."""
    permalink: str | None = None
    """The lasting address that a living page gives for itself, "" for none; None where no page
    was read."""
    closes_at: datetime | None = None
    """When the last open session of a course closes; None where none does, or it is no course."""


@dataclass(frozen=True, slots=True)
class Observation:
    """An interval in which a link gave the same verdict on the same evidence."""

    verdict: Verdict
    first_at: datetime
    last_at: datetime
    count: int
    http_status: int | None = None
    final_url: str = ""
    hops: tuple[HopSummary, ...] = ()


@dataclass(frozen=True, slots=True)
class CitedIn:
    """Where a link is cited: enough to find the place and to mend it.

    `dossier` is the title, `slug` the identity of the dossier; both "" for a bare URL.
    """

    as_written: str
    dossier: str = ""
    slug: str = ""
    section: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    place: str = ""
    """As `kind:number`, e.g. ``line:34``."""
    said: tuple[Overlay, ...] = ()
    """What is said of the link where this dossier is concerned, the oldest first."""
    lapsed: Overlay | None = None
    """The dismissal that has ended since the reader was told anything."""

    @property
    def dismissal(self) -> Overlay | None:
        """Return what says that the link needs no telling here, None where nothing does."""
        return next((each for each in self.said if each.kind is OverlayKind.DISMISSED), None)

    @property
    def accepted(self) -> Overlay | None:
        """Return the replacement chosen last; a centre's own goes before one for all."""
        return choices.accepted(self.said)

    @property
    def awaits_writing(self) -> bool:
        """Tell whether an address was chosen that this dossier does not hold yet."""
        return self.accepted is not None and self.accepted.replacement != self.as_written


CAPTURE = "capture"
"""The kind of a replacement that is a copy in a web archive."""
REDIRECT = "redirect"
"""The kind of a replacement that is the end of a permanent redirect."""
BY_HAND = "by_hand"
"""The kind of an address that nobody proposed, and that somebody gave all the same."""
KINDS = (REDIRECT, "host", "variant", "renamed", "permalink", CAPTURE)
"""How replacements are thought of, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A proposed better address, which a human accepts or not. `confidence` is 0 to 1.

    `found_at`: when it was looked at; None for one that is not recorded.
    """

    url: str
    kind: str
    why: str
    confidence: float
    found_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Capture:
    """A copy in a web archive (a memento). `code` says why it is no good, or not seen yet."""

    url: str
    timestamp: datetime
    verification: Verification = Verification.PENDING
    code: str = ""

    @property
    def is_good(self) -> bool:
        """Tell whether it was seen to show the page, or may still be."""
        return self.verification in (Verification.PENDING, Verification.VERIFIED)


@dataclass(frozen=True, slots=True)
class LinkStatus:
    """All that is told of a link, in tables, reports and JSON.

    `verdict` is None before the first check. `since` dates the state, `last_alive` the last
    check that found it alive. `captures` are the verified ones. `replacements` are all that are
    recorded, the likeliest kinds first: `domain.offers` tells those that nobody turned down.
    `said`: what holds for all, wherever the link is cited. `permalink`: the lasting address that
    its page gave for itself when it was last seen alive.
    """

    url: str
    state: State
    verdict: Verdict | None
    id: int | None = None
    since: datetime | None = None
    last_alive: datetime | None = None
    last_checked: datetime | None = None
    http_status: int | None = None
    final_url: str = ""
    hops: tuple[HopSummary, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    captures: tuple[Capture, ...] = ()
    citations: tuple[CitedIn, ...] = ()
    said: tuple[Overlay, ...] = ()
    permalink: str = ""

    @property
    def dismissed(self) -> bool:
        """Tell whether the link needs no telling wherever it is cited."""
        return bool(self.citations) and all(each.dismissal for each in self.citations)

    def within(self, slugs: Container[str]) -> LinkStatus:
        """Return the link as these dossiers alone tell it."""
        return replace(self, citations=tuple(c for c in self.citations if c.slug in slugs))


@dataclass(frozen=True, slots=True)
class Change:
    """A flip as told to a reader: what the service believed before, and the link now.

    `baseline`: it happened while the dossier was being read for the first time. `was_unstable`,
    `unstable`: whether the link came and went too often, before the flip and with it.
    """

    flip_id: int
    at: datetime
    old_state: State
    old_kind: VerdictKind | None
    new_state: State
    new_kind: VerdictKind | None
    link: LinkStatus
    baseline: bool = False
    was_unstable: bool = False
    unstable: bool = False
