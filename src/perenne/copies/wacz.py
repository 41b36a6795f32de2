"""One portable archive of a dossier, in a WACZ file (version 1.1.1 of its specification).

https://specs.webrecorder.net/wacz/1.1.1/: a ZIP with the records, an index, a list of pages, and
a description with the sums of all these. ReplayWeb.page shows it, without any server.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from perenne import __version__
from perenne.copies.errors import CopiesError
from perenne.copies.index import DamagedError, Entry, Piece, entries
from perenne.copies.records import write_about
from perenne.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from perenne.copies.folder import Folder
    from perenne.store.copies import Held

VERSION = "1.1.1"
_DATA = "data.warc.gz"
_STEP = 64 * 1024
_OWNER_ALONE = 0o600 << 16


@dataclass(frozen=True, slots=True)
class Portable:
    """What is made into one archive: `copies` are its pages, `others` hold payloads of theirs."""

    title: str
    copies: Sequence[Held]
    others: Sequence[Held]


def write_wacz(portable: Portable, folder: Folder, target: Path, at: datetime) -> None:
    """Write the archive; `target` is whole, or as it was. For its owner alone.

    Raises `CopiesError` where a copy is damaged, `OSError` where `target` cannot be written.
    """
    with _replacing(target) as file, ZipFile(file, "w") as zip_:
        package = _Package(zip_, at)
        lines, pages = package.records(portable, folder)
        package.text("indexes/index.cdxj", "".join(sorted(lines)))
        package.text("pages/pages.jsonl", "".join(map(_json_line, pages)))
        package.description(portable.title)


class _Package:
    """The ZIP that is being written, and the sums of what is in it."""

    def __init__(self, zip_: ZipFile, at: datetime) -> None:
        self._zip = zip_
        self._at = at
        self._resources: list[dict[str, object]] = []

    def records(self, portable: Portable, folder: Folder) -> tuple[list[str], list[Any]]:
        """Write the records; return the lines of their index, and the pages among them."""
        lines: list[str] = []
        pages: list[Any] = [{"format": "json-pages-1.0", "id": "pages", "title": portable.title}]
        with self._member(f"archive/{_DATA}", ZIP_STORED) as out:
            write_about(out, _DATA, self._at, {"software": _software()})
            for copy in portable.others:
                lines += _copied(folder, copy, out)[1]
            for copy in portable.copies:
                first, more = _copied(folder, copy, out)
                lines += more
                pages.append(_page(copy, first))
        return lines, pages

    def text(self, path: str, text: str) -> None:
        """Write a text."""
        with self._member(path, ZIP_DEFLATED) as out:
            out.write(text.encode())

    def description(self, title: str) -> None:
        """Write what the whole is, and the sum of that."""
        described = json.dumps(
            {
                "profile": "data-package",
                "wacz_version": VERSION,
                "title": title,
                "description": _("Private copies of what this dossier cites; not to be published."),
                "created": f"{self._at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
                "software": _software(),
                "resources": self._resources,
            },
            indent=2,
        )
        total = f"sha256:{sha256(described.encode()).hexdigest()}"
        self.text("datapackage.json", described)
        digest = {"path": "datapackage.json", "hash": total}
        self.text("datapackage-digest.json", json.dumps(digest))

    @contextmanager
    def _member(self, path: str, compression: int) -> Iterator[_Out]:
        info = ZipInfo(path, self._at.astimezone(UTC).timetuple()[:6])
        info.compress_type, info.external_attr = compression, _OWNER_ALONE
        with self._zip.open(info, "w", force_zip64=True) as file:
            out = _Out(file)
            yield out
        name, length = path.rpartition("/")[2], out.length
        self._resources.append({"name": name, "path": path, "hash": out.sum, "bytes": length})


class _Out:
    """A file, its length and its sum."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._digest = sha256()
        self.length = 0

    @property
    def sum(self) -> str:
        return f"sha256:{self._digest.hexdigest()}"

    def write(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self.length += len(data)

    def flush(self) -> None:
        """Do nothing: the ZIP is closed in time."""


def _copied(folder: Folder, copy: Held, out: _Out) -> tuple[Entry, list[str]]:
    """Write the bytes of a copy, verified first; return where its way begins, and its lines."""
    path = folder.find(copy.file)
    if path is None:
        raise CopiesError("copies_damaged", copy.file, "missing")
    with path.open("rb") as file:
        try:
            file.seek(copy.offset)
            found = list(entries(Piece(file, copy.length)))
        except DamagedError as error:
            raise CopiesError("copies_damaged", copy.file, str(error)) from error
        if not found:
            raise CopiesError("copies_damaged", copy.file, "no record")
        file.seek(copy.offset)
        piece, start = Piece(file, copy.length), out.length
        while data := piece.read(_STEP):
            out.write(data)
    return found[0], [entry.line(_DATA, start) for entry in found]


def _page(copy: Held, first: Entry) -> dict[str, object]:
    """Return a page of the list: where its way begins, as it is cited."""
    title = copy.title or first.url
    return {"id": str(copy.id), "url": first.url, "ts": first.date, "title": title}


def _json_line(value: object) -> str:
    return json.dumps(value) + "\n"


def _software() -> str:
    return f"Perenne/{__version__}"


@contextmanager
def _replacing(target: Path) -> Iterator[IO[bytes]]:
    """Write beside a file, and put the new one in its place at the end."""
    number, name = mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(number, "w+b") as file:
            yield file
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink()
        raise
