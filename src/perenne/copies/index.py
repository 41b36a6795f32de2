"""What lies in a piece of a WARC file: its records, verified, and their lines of an index."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.timeutils import iso_date_to_timestamp

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEP = 64 * 1024


class DamagedError(Exception):
    """The piece does not hold what it should."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A response, or a revisit: what an index tells of it; `offset` is within its piece."""

    url: str
    date: str
    mime: str
    status: str
    digest: str
    offset: int
    length: int

    def line(self, file_name: str, offset: int) -> str:
        """Return the line of a CDXJ index for it, `offset` being that of its piece in the file."""
        told = {
            "url": self.url,
            "mime": self.mime,
            "status": self.status,
            "digest": self.digest,
            "length": str(self.length),
            "offset": str(offset + self.offset),
            "filename": file_name,
        }
        instant = iso_date_to_timestamp(self.date)
        return f"{url_key(self.url)} {instant} {json.dumps(told)}\n"


class Piece:
    """`length` bytes of a file from where it stands on, as a file of its own."""

    def __init__(self, file: IO[bytes], length: int) -> None:
        self._file = file
        self._left = self._length = length

    def read(self, size: int = -1) -> bytes:
        """Read at most `size` bytes; all that is left, where it is negative."""
        data = self._file.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(data)
        return data

    def tell(self) -> int:
        """Return how much was read."""
        return self._length - self._left


def entries(piece: Piece) -> Iterator[Entry]:
    """Yield the responses of a piece, each verified by its own sums; raises `DamagedError`."""
    records = ArchiveIterator(piece, check_digests=True)
    try:
        for record in records:
            while record.raw_stream.read(_STEP):
                pass
            offset, length = records.get_record_offset(), records.get_record_length()
            if record.digest_checker.passed is False:
                raise DamagedError(str(record.digest_checker.problems))
            if record.rec_type in ("response", "revisit"):
                yield _entry(record, offset, length)
    except (ArchiveLoadFailed, zlib.error, EOFError) as error:
        raise DamagedError(str(error)) from error
    if piece.read(1):
        raise DamagedError("bytes that are no record")


def _entry(record: Any, offset: int, length: int) -> Entry:  # noqa: ANN401 - warcio has no types
    told, said = record.rec_headers, record.http_headers
    kind = (said.get_header("Content-Type") or "").partition(";")[0].strip() if said else ""
    return Entry(
        url=told.get_header("WARC-Target-URI"),
        date=told.get_header("WARC-Date"),
        mime="warc/revisit" if record.rec_type == "revisit" else kind,
        status=said.get_statuscode() if said else "",
        digest=told.get_header("WARC-Payload-Digest") or "",
        offset=offset,
        length=length,
    )


def url_key(url: str) -> str:
    """Return a URL as indexes sort it: its host from the top down, no scheme, lower case.

    As the Wayback Machine does, so that its successors find it: ``fr,exemple)/page?a=1&b=2``.
    (The library that does it, surt, is under the AGPL.)
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port else ""
    query = "&".join(sorted(parts.query.lower().split("&"))) if parts.query else ""
    path = parts.path.lower().rstrip("/") or "/"
    turned = ",".join(reversed(host.split("."))) if "[" not in parts.netloc else host
    return f"{turned}{port}){path}" + (f"?{query}" if query else "")
