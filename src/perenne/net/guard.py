"""Where no request may go: this machine, its network, and ports that are not the web's."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from perenne.domain.exchanges import Failure
from perenne.net.failures import WireError

if TYPE_CHECKING:
    from perenne.settings import Network

_IPV6_INTERNET = ipaddress.IPv6Network("2000::/3")
"""The only global unicast space that IANA has opened; mapped and site-local lie outside."""
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""RFC 6052: how an IPv6-only network reaches IPv4; judged by the address inside."""
_6TO4 = ipaddress.IPv6Network("2002::/16")
"""RFC 7526: deprecated; could carry any IPv4 address."""
_6TO4_RELAYS = ipaddress.IPv4Network("192.88.99.0/24")
"""RFC 7526: its way in, deprecated as well."""
_PROTOCOLS = ipaddress.IPv4Network("192.0.0.0/24")
"""RFC 6890: for the machinery of networks; Oracle's clouds have their metadata there."""
_AZURE_METADATA = ipaddress.IPv4Network("168.63.129.16/32")
"""A public address that answers inside Azure only, with the machine's secrets."""
_NO_SITE_4 = (_6TO4_RELAYS, _PROTOCOLS, _AZURE_METADATA)
_DOCUMENTATION = ipaddress.IPv6Network("3fff::/20")
"""RFC 9637, which older Pythons do not know."""
_NO_SITE_6 = (_6TO4, _DOCUMENTATION)


class Guard:
    """Refuses addresses and ports, unless the administrator allows them."""

    def __init__(self, network: Network) -> None:
        self._allow_private = network.allow_private
        self._ports = frozenset(network.ports)

    def check_port(self, port: int) -> None:
        """Raise `WireError` for a port that is not one of the web's."""
        if port not in self._ports:
            raise WireError(Failure.PORT_FORBIDDEN, f"port {port}")

    def check_host(self, host: str) -> None:
        """Raise `WireError` for a literal private address, or a name of this machine."""
        if self._allow_private:
            return
        if host == "localhost" or host.endswith(".localhost") or not self.allows(host):
            raise WireError(Failure.ADDRESS_FORBIDDEN, f"private address {host}")

    def allows(self, address: str) -> bool:
        """Tell whether an address may be connected to; a name, not being one, may."""
        try:
            parsed = ipaddress.ip_address(address)
        except ValueError:
            return True
        return self._allow_private or is_public(parsed)


def is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Tell whether an address belongs to the public Internet."""
    if isinstance(address, ipaddress.IPv4Address):
        served = not any(address in network for network in _NO_SITE_4)
        return address.is_global and not address.is_multicast and served
    if address in _NAT64:
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    served = address in _IPV6_INTERNET and not any(address in network for network in _NO_SITE_6)
    return address.is_global and served
