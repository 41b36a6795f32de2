"""What happened on the wire for one attempt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum, unique


@unique
class Failure(StrEnum):
    """Why a hop got no answer. The value is the code of its evidence."""

    DNS_NXDOMAIN = "dns_nxdomain"
    """The name does not exist."""
    DNS_NO_ADDRESS = "dns_no_address"
    """The name exists and has no address."""
    DNS_FAILED = "dns_failed"
    """The resolver failed or stayed mute: ours or theirs, we cannot tell."""
    REFUSED = "refused"
    """Nobody listens at that port."""
    UNREACHABLE = "unreachable"
    """No route to the address."""
    RESET = "reset"
    """The connection was reset."""
    CLOSED = "closed"
    """The connection was closed without an answer."""
    CONNECT_TIMEOUT = "connect_timeout"
    """The connection was not made in time."""
    ANSWER_TIMEOUT = "answer_timeout"
    """Connected, but the first byte did not come in time, or headers dripped past the limit."""
    TLS_EXPIRED = "tls_expired"
    TLS_SELF_SIGNED = "tls_self_signed"
    TLS_UNKNOWN_CA = "tls_unknown_ca"
    TLS_INCOMPLETE_CHAIN = "tls_incomplete_chain"
    TLS_WRONG_NAME = "tls_wrong_name"
    TLS_OLD_PROTOCOL = "tls_old_protocol"
    """The server speaks only TLS 1.0 or 1.1, which no browser takes any more (RFC 8996)."""
    TLS_FAILED = "tls_failed"
    """The handshake failed for another reason (alert, garbage)."""
    NOT_HTTP = "not_http"
    """Something answered that is not HTTP."""
    REDIRECT_INVALID = "redirect_invalid"
    """A redirect without a usable address."""
    REDIRECT_LOOP = "redirect_loop"
    """The same request came round again, or there were too many hops."""
    ADDRESS_FORBIDDEN = "address_forbidden"
    """Our guard refuses this address (private, loopback, metadata…)."""
    PORT_FORBIDDEN = "port_forbidden"
    """Our guard refuses this port."""
    HOST_PUT_OFF = "host_put_off"
    """The host asked us to come back later than we can wait."""
    PROXY_FAILED = "proxy_failed"
    """Our own proxy cannot be reached, refuses us or wants a password."""
    OWN_NETWORK = "own_network"
    """Our own network is down."""
    BUDGET_SPENT = "budget_spent"
    """The time allowed for one link was used up before this step."""


@unique
class Variant(StrEnum):
    """Which way of asking an exchange used."""

    PLAIN = "plain"
    FOLLOWED = "followed"
    """Where a meta refresh or a script leads; its hops begin with those that led to it."""
    BROWSER_LIKE = "browser_like"
    UNVERIFIED = "unverified"
    SIBLING = "sibling"
    MEDIA = "media"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Hop:
    """One request and its answer. `headers` has lower-case names; repeated ones are joined by LF.

    `seconds` is the time from the start of the request to the end of the headers.
    `detail` is the technical cause, for the log.
    """

    url: str
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    failure: Failure | None = None
    detail: str = ""
    seconds: float = 0.0
    permanent: bool = False
    """True for a redirect that says the new address is for good (301, 308)."""
    logged_in: bool = False
    """True where a subscriber's login went along."""


@dataclass(frozen=True, slots=True)
class HopSummary:
    """What is kept of a hop: its address, and its status or its failure."""

    url: str
    status: int | None
    failure: Failure | None


@dataclass(frozen=True, slots=True)
class Validators:
    """What tells one version of the answer at `url` from another (RFC 9110 §8.8); "" for none."""

    url: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Every hop of one attempt, and the first decoded bytes of the last answer.

    `truncated`: the body was longer than we read. `incomplete`: it ended before its announced
    length, or its encoding was broken.
    """

    hops: tuple[Hop, ...]
    variant: Variant = Variant.PLAIN
    body: bytes = b""
    truncated: bool = False
    incomplete: bool = False

    @property
    def last(self) -> Hop:
        """Return the hop that ended the attempt."""
        return self.hops[-1]

    @property
    def status(self) -> int | None:
        """Return the status of the last hop, None where it failed."""
        return self.last.status

    @property
    def failure(self) -> Failure | None:
        """Return why the attempt failed, None where an answer came."""
        return self.last.failure

    @property
    def final_url(self) -> str:
        """Return the address that gave the last answer."""
        return self.last.url

    def after(self, first: Exchange) -> Exchange:
        """Return the exchange as what follows `first`, whose page sends its readers on."""
        return replace(self, hops=(*first.hops, *self.hops))

    def header(self, name: str) -> str:
        """Return a header of the last answer, "" where it is missing."""
        return self.last.headers.get(name.lower(), "")
