"""`network.resolve`: where the administrator says that a host is."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.settings import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENTRY = re.compile(
    r"(?P<host>\*|[^:*\[\]\s]+):(?P<port>\*|\d+):"
    r"(?:(?P<none>nxdomain)|(?P<address>[\d.]+|\[[0-9a-fA-F:.]+\])(?::(?P<to>\d+))?)"
)
_EXPECTED = "host:port:address[:port], host:*:address or host:*:nxdomain, IPv6 in brackets"
_HIGHEST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class Address:
    """Where to connect to, as a literal address."""

    host: str
    port: int


class Overrides:
    """The entries, found by host and port, ``*`` standing for any name and any port.

    Raises `SettingsError` for an entry that does not follow the grammar. Literal addresses in
    URLs need no resolving, so that no entry touches them.
    """

    def __init__(self, entries: Iterable[str]) -> None:
        self._entries: dict[tuple[str, str], list[tuple[str, int | None]]] = {}
        for entry in entries:
            host, port, target = _parsed(entry)
            found = self._entries.setdefault((host, port), [])
            found += [target] if target else []

    def find(self, host: str, port: int) -> list[Address] | None:
        """Return the configured addresses, [] where no such host shall exist, None: no entry."""
        if is_literal(host):
            return None
        for key in _keys(host.lower(), str(port)):
            found = self._entries.get(key)
            if found is not None:
                return [Address(address, to or port) for address, to in found]
        return None


def _keys(host: str, port: str) -> list[tuple[str, str]]:
    """Go from what is most exact to what is least."""
    return [(host, port), (host, "*"), ("*", port), ("*", "*")]


def hosts_near(entries: Iterable[str]) -> frozenset[str]:
    """Return the hosts that are said not to exist, or to be near, by their own name."""
    targets = [(host, target) for host, _port, target in map(_parsed, entries) if host != "*"]
    far = {host for host, target in targets if target and not is_near(target[0])}
    return frozenset(host for host, _target in targets) - far


def is_near(address: str) -> bool:
    """Tell a literal address that is reached without the outside world (RFC 6890)."""
    return not ipaddress.ip_address(address).is_global


def is_literal(host: str) -> bool:
    """Tell whether a host is an IP address, as it is written in URLs without its brackets."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _parsed(entry: str) -> tuple[str, str, tuple[str, int | None] | None]:
    found = _ENTRY.fullmatch(entry.strip())
    if found is None:
        raise _wrong(entry)
    address, to = (found["address"] or "").strip("[]"), found["to"]
    ports = [int(port) for port in (found["port"], to) if port and port != "*"]
    if any(not 1 <= port <= _HIGHEST_PORT for port in ports):
        raise _wrong(entry)
    if is_literal(found["host"]) or not (found["none"] or is_literal(address)):
        raise _wrong(entry)
    target = None if found["none"] else (address, int(to) if to else None)
    return found["host"].lower(), found["port"], target


def _wrong(entry: str) -> SettingsError:
    return SettingsError("", [("network.resolve", f"{_EXPECTED}; not {entry!r}")])
