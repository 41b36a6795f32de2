"""Zips of XML parts (Office Open XML, OpenDocument), opened without trusting them."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from perenne.dossiers.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

SIGNATURE = b"PK\x03\x04"
LARGEST_CONTENT = 200_000_000
"""Bytes in all, unpacked. A book of a thousand pages with its styles has some 20 MB of XML."""

_STRICT = tuple(
    (b"http://purl.oclc.org/ooxml/" + strict, b"http://schemas.openxmlformats.org/" + usual)
    for strict, usual in (
        (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
        (b"spreadsheetml/main", b"spreadsheetml/2006/main"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    )
)
"""ISO/IEC 29500 Strict has names of its own for what all else is the same in."""

_MOST_PARTS = 10_000
_ENCRYPTED = 0x1
"""The first general purpose flag (APPNOTE 4.4.4)."""


class Package:
    """The parts of a zip; raises `UnreadableError` where it is damaged, encrypted or a bomb."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableError("file_damaged", str(error)) from error
        parts = self._zip.infolist()
        # What is declared bounds what is read: `ZipFile` stops there, and checks the sum.
        if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > LARGEST_CONTENT:
            raise UnreadableError("file_too_heavy")
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise UnreadableError("file_encrypted")

    def names(self) -> list[str]:
        """Return the names of the parts; of two of one name, readers see the last."""
        return list(dict.fromkeys(self._zip.namelist()))

    def read(self, name: str) -> bytes:
        """Return a part, b"" where there is none."""
        try:
            return self._zip.read(name)
        except KeyError:
            return b""
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise UnreadableError("file_damaged", f"{name}: {error}") from error

    def repacked(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the zip with some parts replaced; all others are copied, in their order."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as package:
            package.comment = self._zip.comment
            for name in self.names():
                content = parts.get(name)
                info = self._zip.getinfo(name)
                package.writestr(info, self.read(name) if content is None else content)
        return made.getvalue()

    def xml(self, name: str) -> Element | None:
        """Return the root of an XML part, None where there is no such part."""
        data = self.read(name)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        return xml(data) if data else None


def xml(data: bytes) -> Element:
    """Parse XML: no entity is resolved, no DTD is loaded, nothing is fetched.

    Raises `UnreadableError`.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("file_damaged", str(error)) from error
    if root is None:
        raise UnreadableError("file_damaged", "no element")
    return root
