"""Why an issuer is unknown: the server forgot an intermediate, or nobody knows its authority."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ssl

    from perenne.net.overrides import Address

_CA_ISSUERS = bytes.fromhex("06082b06010505073002")
"""The DER form of id-ad-caIssuers (RFC 5280 §4.2.2.1): where the issuer's own certificate is."""


async def lacks_intermediate(
    address: Address, host: str, context: ssl.SSLContext, seconds: float
) -> bool:
    """Tell whether a server sends its own certificate alone, though it says who issued it.

    Public authorities never sign with their root and always name the address of the issuer's
    certificate, with which browsers mend the chain; a private authority hardly ever does. So a
    lone certificate that names that address lacks its intermediate; anything else has an
    authority that is unknown here. False too where the server cannot be asked again.
    """
    try:
        async with asyncio.timeout(seconds):
            _, writer = await asyncio.open_connection(
                address.host, address.port, ssl=context, server_hostname=host
            )
    except OSError:  # of which TLS errors and timeouts are
        return False
    sent = _certificates(writer.get_extra_info("ssl_object"))
    writer.transport.abort()
    return len(sent) == 1 and _CA_ISSUERS in sent[0]


def _certificates(tls: Any) -> list[bytes]:  # noqa: ANN401 - see below, no public type has it
    """Return what the server sent, in DER.

    The method is public from Python 3.13 on; before, it is one layer down, as truststore
    (which pip uses) knows.
    """
    if hasattr(tls, "get_unverified_chain"):
        return [bytes(one) for one in tls.get_unverified_chain()]
    chain = tls._sslobj.get_unverified_chain() or ()  # noqa: SLF001 - see the docstring
    return [one.public_bytes(_DER) for one in chain]


_DER = 2
"""`_ssl.ENCODING_DER`."""
