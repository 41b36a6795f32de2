"""A centre that keeps copies: its nights, its sites, and what lies in its files."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from perenne import settings
from perenne.clock import SetClock
from perenne.demo.answers import Answer, Behaviour, Site, Visit
from perenne.demo.world import World
from perenne.domain.runs import RunKind
from perenne.dossiers import read
from perenne.runs.copying import Copied, copy_due
from perenne.runs.night import night
from perenne.runs.orders import Following
from perenne.runs.registering import register
from perenne.runs.service import Service
from perenne.sites import load_sites
from perenne.store import runs
from perenne.store.database import Database

FIRST = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)
TITLE = "Une page vivante qui dit quelque chose à ses lecteurs"
HOSTS = ("a.exemple.fr", "b.exemple.fr", "c.exemple.fr", "www.service-public.fr")
"""Three sites, and a canary."""
HTML = {"Content-Type": "text/html; charset=utf-8"}


def article(words: str, head: str = "") -> bytes:
    """Return a page that anybody would call alive."""
    text = f"{words}, et une page qui dit quelque chose à ceux qui la lisent. " * 40
    return (
        f"<html><head><title>{TITLE}</title>{head}</head>"
        f"<body><main><h1>{TITLE}</h1><p>{text}</p></main></body></html>"
    ).encode()


@dataclass
class Pages:
    """The sites of a test: what each path of a host answers may be changed at any time."""

    answers: dict[str, Answer | Behaviour] = field(default_factory=dict)

    def sites(self, *hosts: str) -> list[Site]:
        """Return the sites."""
        return [Site(host, self._answer) for host in hosts]

    def _answer(self, visit: Visit) -> Any:  # noqa: ANN401 - an answer or misconduct
        known = self.answers.get(f"{visit.host}{visit.path}")
        if callable(known):
            return known(visit)
        return known or Answer(body=article(f"{visit.host}{visit.path}"), headers=HTML)


@dataclass(frozen=True)
class Record:
    """A record of a file."""

    type: str
    url: str
    told: Mapping[str, str]
    block: bytes

    @property
    def body(self) -> bytes:
        """Return what follows the head."""
        return self.block.partition(b"\r\n\r\n")[2]


class Home:
    """The service of one database, with a folder for copies."""

    def __init__(self, world: World, pages: Pages, database: Database, folder: Path) -> None:
        self.world = world
        self.pages = pages
        self.database = database
        self.folder = folder
        self.clock = SetClock(FIRST - timedelta(hours=12))
        self._settings = settings.from_file(world.config)
        self.configure()

    def configure(self, **copies: object) -> None:
        """Change `[copies]`; the folder is ours unless told otherwise."""
        section = settings.Copies.model_validate({"folder": self.folder, **copies})
        self._settings = self._settings.model_copy(update={"copies": section})

    def change(self, section: str, **keys: object) -> None:
        """Change another section of the settings."""
        changed = getattr(self._settings, section).model_copy(update=keys)
        self._settings = self._settings.model_copy(update={section: changed})

    @property
    def service(self) -> Service:
        """Return the service."""
        return Service(self._settings, self.clock, load_sites().site_of, self.database)

    def cite(self, *urls: str, name: str = "petit") -> None:
        """Register a dossier that cites pages."""
        file = self.folder.parent / f"{name}.md"
        references = (
            f"{TITLE}, numéro {n}\n\nRevue, 2019\n\n<{url}>\n" for n, url in enumerate(urls, 1)
        )
        file.write_text(f"# Dossier {name}\n\n" + "\n".join(references), encoding="utf-8")
        register(self.service, read(file), file_name=file.name)

    def night(self, number: int) -> None:
        """Let a night go by, without a mail."""
        self.world.web.night = number
        self.clock.instant = FIRST + timedelta(days=number - 1)
        asyncio.run(night(self.service, self.clock.now(), Following()))
        self.clock.advance(timedelta(hours=1))

    def copy(self, **how: Any) -> Copied:  # noqa: ANN401 - as `copy_due`
        """Copy what is due."""
        return asyncio.run(copy_due(self.service, **how))

    def copied(self, number: int) -> Counter[str]:
        """Let a night go by, then copy; return what came of it."""
        self.night(number)
        return self.copy().counts

    def begin_elsewhere(self, kind: RunKind = RunKind.NIGHTLY) -> int:
        """Let another process begin a run; return its number."""
        now = self.clock.now()
        with self.database.transaction() as session:
            run_id = runs.claim(
                session,
                kind,
                scheduled_for=now,
                night=self.service.night(now),
                holder="elsewhere:1:x",
                at=now,
            )
        assert run_id is not None
        return run_id

    @property
    def files(self) -> list[Path]:
        """Return the files in the folder, by name."""
        return sorted(self.folder.iterdir()) if self.folder.exists() else []

    def records(self, *types: str) -> list[Record]:
        """Return the records of all files, or those of some types."""
        found = [record for file in self.files for record in records_of(file)]
        return [record for record in found if not types or record.type in types]

    def asked(self) -> list[str]:
        """Return what was asked of the sites since the last call."""
        paths = [f"{seen.host}{seen.path}" for seen in self.world.web.log]
        self.world.web.log.clear()
        return paths


def records_of(file: Path) -> Iterator[Record]:
    """Yield the records of a file as they are written."""
    with file.open("rb") as opened:
        for record in ArchiveIterator(opened, no_record_parse=True):
            told = dict(record.rec_headers.headers)
            url = told.get("WARC-Target-URI", "")
            yield Record(record.rec_type, url, told, record.raw_stream.read())


def warcio_check(*files: Path) -> str:
    """Return what warcio's own check has to say against files: nothing where all is well."""
    command = [sys.executable, "-m", "warcio.cli", "check", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr + ("" if done.returncode == 0 else "failed")
