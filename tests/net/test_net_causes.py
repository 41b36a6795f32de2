"""Exceptions of two libraries and the system are read for what they mean."""

from __future__ import annotations

import errno
import socket
import ssl

import aiohttp
import pytest

from perenne.domain.exchanges import Failure
from perenne.net.failures import WireError, translate
from perenne.net.library import httpx


def caused(error: Exception, *causes: Exception) -> Exception:
    """Return an error with a chain of causes."""
    outer = error
    for cause in causes:
        outer.__cause__, outer = cause, cause
    return error


@pytest.mark.parametrize(
    ("number", "failure"),
    [
        (errno.ECONNREFUSED, Failure.REFUSED),
        (errno.EHOSTUNREACH, Failure.UNREACHABLE),
        (errno.ECONNRESET, Failure.RESET),
        (errno.EPIPE, Failure.RESET),
        (errno.ETIMEDOUT, Failure.CONNECT_TIMEOUT),
        (errno.EMFILE, Failure.OWN_NETWORK),
        (errno.EADDRNOTAVAIL, Failure.OWN_NETWORK),
        (errno.EPERM, Failure.OWN_NETWORK),
    ],
)
def test_the_systems_number_decides(number: int, failure: Failure) -> None:
    """Whatever is wrapped around it."""
    system = OSError(number, "as the system says")
    assert translate(system).failure is failure
    assert (
        translate(caused(httpx.ConnectError("failed"), RuntimeError(), system)).failure is failure
    )


def test_of_several_addresses_the_most_telling_speaks() -> None:
    """A refusal over IPv4 counts more than a machine without IPv6."""
    words = (
        "Multiple exceptions: [Errno 101] Connect call failed ('2001:db8::1', 80, 0, 0), "
        "[Errno 111] Connect call failed ('192.0.2.1', 80)"
    )
    assert translate(OSError(words)).failure is Failure.REFUSED


def test_a_group_of_causes_counts_by_its_first() -> None:
    """As one library gives them."""
    group = ExceptionGroup("all failed", [ConnectionRefusedError(errno.ECONNREFUSED, "no")])
    assert translate(caused(httpx.ConnectError("failed"), group)).failure is Failure.REFUSED


def test_a_site_without_ipv4_is_not_dead_for_us_without_ipv6() -> None:
    """No route to an IPv6 address is our lack; to an IPv4 address it is the network's word."""
    ipv6 = OSError(errno.ENETUNREACH, "Connect call failed ('2001:db8::1', 80, 0, 0)")
    ipv4 = OSError(errno.ENETUNREACH, "Connect call failed ('192.0.2.1', 80)")
    assert translate(ipv6).failure is Failure.OWN_NETWORK
    assert translate(ipv4).failure is Failure.UNREACHABLE


@pytest.mark.parametrize(
    "error",
    [
        httpx.PoolTimeout("full"),
        httpx.LocalProtocolError("a header of ours"),
        httpx.InvalidURL("ours"),
        aiohttp.InvalidURL("ours"),
        ValueError("ours"),
        aiohttp.ClientConnectionError("Connector is closed"),
    ],
)
def test_our_own_mistakes_are_never_a_verdict(error: Exception) -> None:
    """They say nothing of a site."""
    known = translate(error)
    assert known.failure is Failure.OWN_NETWORK
    assert known.detail.startswith("our own fault")


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (aiohttp.ServerDisconnectedError(), Failure.CLOSED),
        (
            httpx.RemoteProtocolError("Server disconnected without sending a response."),
            Failure.CLOSED,
        ),
        (httpx.RemoteProtocolError("illegal status line"), Failure.NOT_HTTP),
        (httpx.ReadError(""), Failure.RESET),
        (ConnectionResetError(), Failure.RESET),
        (aiohttp.ConnectionTimeoutError("slow"), Failure.CONNECT_TIMEOUT),
        (aiohttp.SocketTimeoutError("slow"), Failure.ANSWER_TIMEOUT),
        (httpx.WriteTimeout("slow"), Failure.ANSWER_TIMEOUT),
        (ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER]"), Failure.TLS_FAILED),
        (ssl.SSLCertVerificationError("unheard of"), Failure.TLS_FAILED),
        (socket.gaierror(-99, "unheard of"), Failure.DNS_FAILED),
    ],
)
def test_kinds_of_errors_have_their_failures(error: Exception, failure: Failure) -> None:
    """Where no number says more."""
    if isinstance(error, ssl.SSLCertVerificationError):
        error.verify_code = 9
    assert translate(error).failure is failure


def test_what_was_read_once_is_not_read_again() -> None:
    """A refusal of the guard passes through the libraries as it is."""
    refused = WireError(Failure.ADDRESS_FORBIDDEN, "private")
    assert translate(caused(httpx.ConnectError("failed"), refused)) is refused


def test_a_chain_that_bites_its_tail_ends() -> None:
    """As do very long ones, and very long words."""
    error = OSError("word " * 500)
    error.__context__ = ValueError()
    error.__context__.__context__ = error
    assert len(translate(error).detail) < 400
