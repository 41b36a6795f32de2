"""What a body is, by its first bytes: names and announced types lie too often."""

from __future__ import annotations

import re

from perenne.domain.pages import PageKind

_LOOKED_AT = 2048
_BLANK = b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PDF_WITHIN = 1024
"""Readers accept the header anywhere in the first 1024 bytes (ISO 32000-1, annex H.3.4.1)."""

_BINARY = (
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"RIFF",
    b"ID3",
    b"OggS",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"%!PS",
    b"II*\x00",
    b"MM\x00*",
    b"\x00\x00\x01\x00",
    b"\x1aE\xdf\xa3",
)
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|title|body|meta|link|script|frameset|h1|div|p|table|center|a)"
    rb"[\s>/]",
    re.IGNORECASE,
)


def kind_of(body: bytes, content_type: str) -> PageKind:
    """Return what the bytes are; the announced type only settles text without markup."""
    start = body[:_LOOKED_AT].lstrip(_BLANK)
    if not start:
        return PageKind.EMPTY if not body.strip(_BLANK) else PageKind.BINARY
    if start.startswith(_BINARY) or start[4:8] == b"ftyp":
        return PageKind.BINARY
    if b"%PDF-" in start[:_PDF_WITHIN] and not start.startswith(b"<"):
        return PageKind.PDF
    if b"\x00" in body[:_LOOKED_AT] and not _is_utf16(body, content_type):
        return PageKind.BINARY
    return _text_kind(start.replace(b"\x00", b""), content_type.lower())


def _is_utf16(body: bytes, content_type: str) -> bool:
    return body.startswith(_UTF16) or "utf-16" in content_type.lower()


def _text_kind(start: bytes, content_type: str) -> PageKind:
    if start.startswith((b"{", b"[")):  # JSON may well hold markup
        return PageKind.TEXT
    if start.startswith(b"<?xml"):  # so do feeds
        return PageKind.HTML if b"<html" in start.lower() else PageKind.TEXT
    announced = "html" in content_type or _MARKUP.search(start)
    return PageKind.HTML if announced else PageKind.TEXT
