"""What one check concludes about a link."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum, unique


@unique
class Family(StrEnum):
    """The three kinds of conclusion a reader must tell apart."""

    ALIVE = "alive"
    UNDECIDED = "undecided"
    BROKEN = "broken"


@unique
class VerdictKind(StrEnum):
    """Every conclusion there is."""

    OK = "ok"
    """The page answered and looks like itself."""
    MOVED = "moved"
    """Permanently redirected to the same document elsewhere."""
    RESTRICTED = "restricted"
    """It exists, behind a subscription or a login."""
    COURSE_CLOSED = "course_closed"
    """A course page that is there, its session over or archived."""

    BLOCKED = "blocked"
    """A bot wall, a rate limit or another refusal of us, not of readers."""
    DOUBTFUL = "doubtful"
    """It answers, but may not be the cited page."""
    UNCHECKED = "unchecked"
    """We could not or may not try."""

    NOT_FOUND = "not_found"
    """404."""
    GONE = "gone"
    """410."""
    SOFT_404 = "soft_404"
    """"Not found" served as 200, or a redirect to a home, list or search page."""
    MEDIA_REMOVED = "media_removed"
    """The player page is there, the video or sound is not."""
    PARKED = "parked"
    """The domain is for sale, parked, squatted, or a hosting default page."""
    DNS = "dns"
    """The host name leads nowhere."""
    REFUSED = "refused"
    """Nobody listens, or the connection is closed without an answer."""
    TLS = "tls"
    """The secure connection cannot be made."""
    TIMEOUT = "timeout"
    """No answer in time."""
    SERVER_ERROR = "server_error"
    """5xx that lasts."""
    REDIRECT_LOOP = "redirect_loop"
    """Redirects that never end."""
    MALFORMED = "malformed"
    """No request can be made from it."""

    @property
    def family(self) -> Family:
        """Tell which of the three families the verdict belongs to."""
        if self in _ALIVE:
            return Family.ALIVE
        return Family.UNDECIDED if self in _UNDECIDED else Family.BROKEN


_ALIVE = {
    VerdictKind.OK,
    VerdictKind.MOVED,
    VerdictKind.RESTRICTED,
    VerdictKind.COURSE_CLOSED,
}
_UNDECIDED = {VerdictKind.BLOCKED, VerdictKind.DOUBTFUL, VerdictKind.UNCHECKED}
_DEFINITE = {
    VerdictKind.NOT_FOUND,
    VerdictKind.GONE,
    VerdictKind.SOFT_404,
    VerdictKind.PARKED,
    VerdictKind.MEDIA_REMOVED,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a rule decided: the rule, a stable code, and the fact that was seen.

    `fact` holds what fills the sentence of that code (a status, a host, a phrase), as text.
    """

    rule: str
    code: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A conclusion with its reasons; `moved_to` is the new address of a `moved` link."""

    kind: VerdictKind
    evidence: tuple[Evidence, ...] = field(default=())
    notes: tuple[Evidence, ...] = field(default=())
    moved_to: str | None = None

    @property
    def family(self) -> Family:
        """Tell which of the three families the verdict belongs to."""
        return self.kind.family

    def same_as(self, other: Verdict) -> bool:
        """Tell whether both conclude the same on the same evidence; notes may differ."""
        mine = self.kind, self.evidence, self.moved_to
        return mine == (other.kind, other.evidence, other.moved_to)

    @property
    def code(self) -> str:
        """Return the code of the deciding evidence, or the kind where none was given."""
        return self.evidence[0].code if self.evidence else self.kind.value

    @property
    def definite(self) -> bool:
        """Tell whether two nights are enough to confirm it (a broken verdict only)."""
        return self.kind in _DEFINITE or (
            self.kind is VerdictKind.DNS and self.code == "dns_nxdomain"
        )
