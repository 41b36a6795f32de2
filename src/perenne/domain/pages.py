"""Facts read from a body."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum, unique


@unique
class PageKind(StrEnum):
    """What the first bytes are, whatever name or type was announced."""

    HTML = "html"
    PDF = "pdf"
    TEXT = "text"
    BINARY = "binary"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Page:
    """What the rules need to know of one body. Texts have their white space folded."""

    kind: PageKind
    title: str = ""
    h1: str = ""
    og_title: str = ""
    canonical: str = ""
    permalink: str = ""
    """The resolver's address of the DOI, HAL, ARK or handle that the page gives for itself."""
    language: str = ""
    robots: str = ""
    refresh: str = ""
    """The address that a meta refresh or a lone script sends readers to, as written."""
    text: str = ""
    """The visible text, boilerplate included, bounded."""
    main_text: str = ""
    """The visible text without navigation, header, footer, asides and forms."""
    classes: frozenset[str] = frozenset()
    """Class names and ids of the elements, lower case."""
    anchors: frozenset[str] = frozenset()
    """Ids, and names of anchors, as written: what a fragment can point at."""
    heading_classes: frozenset[str] = frozenset()
    """Class names of the first h1's own elements and of its siblings, lower case."""
    script_hosts: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    """Hosts in src, href and action attributes."""
    accessible_for_free: bool | None = None
    """schema.org ``isAccessibleForFree``; None where the page does not say."""
    content_tier: str = ""
    password_field: bool = False
    password_aside: bool = False
    """Every password field stands in a pop-in, a dialog, a header or an aside."""
    scripts_told_404: bool = False
    """The data for the scripts that make the page say that there is none."""
    course: Course | None = None
    player: Player | None = None
    properties: dict[str, str] = field(default_factory=dict)
    """Open Graph and named meta elements, by lower-case name."""
    fingerprint: str = ""
    """A hash of the main text: same text, same fingerprint."""


@dataclass(frozen=True, slots=True)
class CourseRun:
    """One session of a course; dates are ISO texts, "" where unknown."""

    key: str
    start: str = ""
    end: str = ""
    enrollment_start: str = ""
    enrollment_end: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """What a course page says of itself (schema.org Course; Richie, Open edX)."""

    code: str = ""
    runs: tuple[CourseRun, ...] = ()
    archived: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Player:
    """What a page of a video or a sound says of it in its own data.

    `status` and `reason`: YouTube's own words for whether it plays, and why not. `expired`: the
    time is over for which Radio France may offer the sound. `declared`: a file or a player is
    named in the page (schema.org, Open Graph, audio and video elements).
    """

    status: str = ""
    reason: str = ""
    expired: bool = False
    declared: bool = False
