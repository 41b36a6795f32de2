"""Puts copies into files: whole or not at all, so that a kill leaves nothing to be mended."""

from __future__ import annotations

from itertools import count
from threading import Lock
from typing import TYPE_CHECKING

from perenne import __version__
from perenne.copies.errors import errors_told
from perenne.copies.folder import NewFile
from perenne.copies.records import Earlier, Step, write_about, write_way
from perenne.copies.remains import close_file, settle
from perenne.net.headers import user_agent
from perenne.store import copies, copy_files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from perenne.clock import Clock
    from perenne.copies.folder import Folder
    from perenne.net.recording import Recording
    from perenne.settings import Settings
    from perenne.store.copies import Original
    from perenne.store.database import Database

_MB = 1_000_000


class Shelf:
    """Copies are put on it by one process at a time, from any of its threads.

    `open` settles what a killed process has left; `close` closes the file that is written to.
    These and `put` raise `CopiesError` and `DatabaseError`.
    """

    def __init__(
        self, folder: Folder, database: Database, settings: Settings, clock: Clock
    ) -> None:
        self._folder = folder
        self._database = database
        self._settings = settings
        self._clock = clock
        self._lock = Lock()
        self._file: NewFile | None = None
        self._name, self._id, self._empty = "", 0, 0

    def open(self) -> None:
        """Make the folder ready."""
        with self._lock, errors_told(self._folder.path):
            with self._database.reading() as session:
                known = copy_files.files(session)
            self._folder.check([file.name for file in known if file.used])
            self._folder.make()
            settle(self._folder, self._database, self._clock)

    def close(self) -> None:
        """Close what was begun."""
        with self._lock, errors_told(self._folder.path):
            self._close()

    def put(self, link_id: int, way: Sequence[Step], version: str) -> bool:
        """Write the way to a page; False where its payload was there already."""
        with self._lock, errors_told(self._folder.path):
            file = self._file or self._begin()
            last = way[-1].recording
            earlier = self._earlier(last)
            with file.all_or_nothing():
                self._write(file, link_id, way, version, earlier)
            if file.length >= self._settings.copies.rotate_mb * _MB:
                self._close()
            return earlier is None

    def _write(
        self,
        file: NewFile,
        link_id: int,
        way: Sequence[Step],
        version: str,
        earlier: Original | None,
    ) -> None:
        start, last = file.length, way[-1]
        refers = Earlier(earlier.url, earlier.at, earlier.payload_digest) if earlier else None
        digest = write_way(file, way, refers)
        file.sync()
        copy = copies.Copy(
            link_id=link_id,
            file_id=self._id,
            offset=start,
            length=file.length - start,
            url=last.url,
            at=last.recording.at,
            size=last.recording.size,
            sha256=last.recording.digest,
            payload_digest=digest,
            version=version,
            same_as=earlier.id if earlier else None,
        )
        with self._database.transaction() as session:
            copies.add(session, copy)

    def _earlier(self, last: Recording) -> Original | None:
        """Return a copy that holds the same payload, if its file is still there."""
        if last.size == 0:
            return None
        with self._database.reading() as session:
            found = copies.original(session, last.digest)
        return found if found and self._folder.find(found.file) else None

    def _begin(self) -> NewFile:
        """Begin a file; its name is noted first, so that none of ours is ever unknown."""
        now = self._clock.now()
        self._id, self._name = self._reserve(now)
        path = self._folder.open(self._name)
        file = NewFile(path)
        try:
            write_about(file, self._name, now, self._about())
        except BaseException:
            file.close()
            path.unlink()
            raise
        self._file, self._empty = file, file.length
        return file

    def _reserve(self, now: datetime) -> tuple[int, str]:
        """Return the number and the name of a file; never that of one that lies there already."""
        with self._database.transaction() as session:
            for serial in count(len(copy_files.files(session)) + 1):
                name = f"perenne-{now:%Y%m%d%H%M%S}-{serial:05}.warc.gz"
                if self._folder.find(name) is None:
                    number = copy_files.begin(session, name, now)
                    if number is not None:
                        return number, name
        raise AssertionError  # `count` has no end

    def _about(self) -> dict[str, str]:
        return {
            "software": f"Perenne/{__version__} (warcio)",
            "http-header-user-agent": user_agent(self._settings.network.contact),
            "description": "Private copies of cited pages; not to be published",
        }

    def _close(self) -> None:
        """Close the file that is written to; one that holds no copy is not kept."""
        if self._file is None:
            return
        file, self._file = self._file, None
        try:
            file.sync()
        finally:
            file.close()
        if file.length == self._empty:
            self._folder.open(self._name).unlink()
            with self._database.transaction() as session:
                copy_files.forget(session, self._id)
        else:
            close_file(self._folder, self._database, self._clock, self._id, self._name)
