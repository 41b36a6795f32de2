"""Addresses of this machine alone: each is a host of its own to whoever checks links."""

import resource
import socket
from collections.abc import Iterator, Sequence

_PER_BLOCK = 250
FIRST = "127.0.1.1"


def addresses(count: int) -> list[str]:
    """Return addresses of 127.0.0.0/16, from 127.0.1.1 on."""
    return [f"127.0.{1 + n // _PER_BLOCK}.{1 + n % _PER_BLOCK}" for n in range(count)]


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as held:
        held.bind((FIRST, 0))
        port: int = held.getsockname()[1]
        return port


def spread(count: int, hosts: Sequence[str], port: int, bodies: int) -> Iterator[str]:
    """Yield as many URLs, over the hosts and the bodies that are served."""
    for n in range(count):
        yield f"http://{hosts[n % len(hosts)]}:{port}/{n % bodies}/{n}"


def raise_open_files() -> None:
    """Allow this process and its children as many open files as the system lets us."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
