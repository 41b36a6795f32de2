"""Certificates that are wrong in each of the ways that they are wrong on the web."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

if TYPE_CHECKING:
    from pathlib import Path

HOST = "a.fr"
NOW = datetime.now(UTC)
AUTHORITY = trustme.CA()
"""The one that the settings trust."""
INTERMEDIATE = AUTHORITY.create_child_ca()
STRANGER = trustme.CA()


def context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    """Return a server's context that shows a certificate and its chain."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(made)
    return made


def sound() -> ssl.SSLContext:
    """Nothing is wrong."""
    return context(AUTHORITY.issue_cert(HOST))


def whole_chain() -> ssl.SSLContext:
    """Issued by an intermediate that is sent along."""
    return context(INTERMEDIATE.issue_cert(HOST))


def rsa() -> trustme.LeafCert:
    """Nothing is wrong, and the key is of the old kind."""
    return AUTHORITY.issue_cert(HOST, key_type=trustme.KeyType.RSA)


def elliptic() -> trustme.LeafCert:
    """Nothing is wrong, and the key is of the new kind."""
    return AUTHORITY.issue_cert(HOST, key_type=trustme.KeyType.ECDSA)


def expired() -> ssl.SSLContext:
    """Out of date since yesterday."""
    then, yesterday = NOW - timedelta(days=90), NOW - timedelta(days=1)
    return context(AUTHORITY.issue_cert(HOST, not_before=then, not_after=yesterday))


def wrong_name() -> ssl.SSLContext:
    """Made for another host."""
    return context(AUTHORITY.issue_cert("ailleurs.fr"))


def unknown_authority() -> ssl.SSLContext:
    """Issued by an authority that nobody knows, and that is not sent along."""
    return context(STRANGER.issue_cert(HOST))


def unknown_authority_sent(folder: Path) -> ssl.SSLContext:
    """Issued by an authority that nobody knows, whose own certificate is sent along."""
    leaf = STRANGER.issue_cert(HOST)
    chain = leaf.cert_chain_pems[0].bytes() + STRANGER.cert_pem.bytes()
    return _context(folder, chain, leaf.private_key_pem.bytes())


def self_signed(folder: Path) -> ssl.SSLContext:
    """Signed with its own key."""
    key, builder = _builder(issuer=_name(HOST))
    return _context(folder, _pem(builder.sign(key, hashes.SHA256())), _key_pem(key))


def without_intermediate(folder: Path) -> ssl.SSLContext:
    """Issued by a known intermediate that is not sent along, as public authorities do it."""
    issuer = x509.load_pem_x509_certificate(INTERMEDIATE.cert_pem.bytes())
    issuer_key = serialization.load_pem_private_key(INTERMEDIATE.private_key_pem.bytes(), None)
    assert isinstance(issuer_key, ec.EllipticCurvePrivateKey)
    key, builder = _builder(issuer=issuer.subject)
    place = x509.AccessDescription(
        AuthorityInformationAccessOID.CA_ISSUERS,
        x509.UniformResourceIdentifier("http://authority.fr/intermediate.der"),
    )
    builder = builder.add_extension(x509.AuthorityInformationAccess([place]), critical=False)
    return _context(folder, _pem(builder.sign(issuer_key, hashes.SHA256())), _key_pem(key))


def _builder(issuer: x509.Name) -> tuple[ec.EllipticCurvePrivateKey, x509.CertificateBuilder]:
    key = ec.generate_private_key(ec.SECP256R1())
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(HOST))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
    )
    return key, builder


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _context(folder: Path, chain: bytes, key: bytes) -> ssl.SSLContext:
    file = folder / "server.pem"
    file.write_bytes(key + chain)
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(file)
    return made
