"""A throw-away authority, and certificates good and bad for simulated hosts."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

import trustme

if TYPE_CHECKING:
    from pathlib import Path

_LONG_AGO = datetime(2019, 7, 1, tzinfo=UTC)


class Fault(Enum):
    """What is wrong with a certificate."""

    NONE = auto()
    EXPIRED = auto()
    WRONG_NAME = auto()
    UNKNOWN_CA = auto()
    INCOMPLETE_CHAIN = auto()
    """The intermediate certificate is not sent."""


class Certificates:
    """Issues certificates that are trusted by those who know `ca_file` (PEM), and nobody else."""

    def __init__(self, directory: Path) -> None:
        self._authority = trustme.CA(organization_name="Simulated web, of no value elsewhere")
        self.ca_file = directory / "ca.pem"
        self._authority.cert_pem.write_to_path(self.ca_file)

    def context(self, host: str, fault: Fault = Fault.NONE) -> ssl.SSLContext:
        """Return a server's context with a certificate for `host`."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        leaf = self._issue(host, fault)
        if fault is Fault.INCOMPLETE_CHAIN:
            _load_leaf_alone(context, leaf)
        else:
            leaf.configure_cert(context)
        return context

    def _issue(self, host: str, fault: Fault) -> trustme.LeafCert:
        if fault is Fault.EXPIRED:
            return self._authority.issue_cert(host, not_after=_LONG_AGO)
        if fault is Fault.WRONG_NAME:
            return self._authority.issue_cert("another-host.example")
        if fault is Fault.UNKNOWN_CA:
            return trustme.CA().issue_cert(host)
        if fault is Fault.INCOMPLETE_CHAIN:
            return self._authority.create_child_ca().issue_cert(host)
        return self._authority.issue_cert(host)


def _load_leaf_alone(context: ssl.SSLContext, leaf: trustme.LeafCert) -> None:
    with leaf.private_key_pem.tempfile() as key, leaf.cert_chain_pems[0].tempfile() as certificate:
        context.load_cert_chain(certificate, key)
