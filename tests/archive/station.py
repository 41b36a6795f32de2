"""A desk at the simulated archives, where what was saved is looked at as well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from tests.archive.desk import Desk, Sleeper

from perenne.archive.pace import Sleep
from perenne.archive.queue import Step
from perenne.demo.wayback import SimulatedWayback
from perenne.demo.wayback.arquivo import SimulatedArquivo
from perenne.domain.captures import Verification
from perenne.net.service import ServiceClient
from perenne.runs.captures import verifier
from perenne.runs.service import Service
from perenne.settings import Archives
from perenne.sites import Sites, load_sites
from perenne.store import captures
from perenne.store.database import Database


@cache
def _sites() -> Sites:
    return load_sites()


@dataclass(frozen=True)
class Archived:
    """What is remembered of one capture."""

    verification: Verification
    code: str


class Station(Desk):
    """Works as `perenne worker` does: it submits, follows, and looks at what was saved."""

    def __init__(
        self,
        database: Database,
        wayback: SimulatedWayback,
        arquivo: SimulatedArquivo,
        sleep: Sleeper,
    ) -> None:
        self.wayback = wayback
        self.arquivo = arquivo
        self.database = database
        self.clock = sleep.clock
        self.links = {}
        self.sleep = sleep
        self.configure()

    def usual(self) -> dict[str, object]:
        """Return the archive's address and keys."""
        access, secret = self.wayback.keys
        return {"url": self.wayback.url, "access_key": access, "secret_key": secret}

    def configure(self, **wayback: object) -> None:
        """Change the settings of the Wayback Machine; the other archive is known as well."""
        super().configure(**wayback)
        archives = Archives(timemaps=(self.arquivo.timemap,))
        self.settings = self.settings.model_copy(update={"archives": archives})

    @property
    def service(self) -> Service:
        """Return the service of this desk."""
        return Service(self.settings, self.clock, _sites().site_of, self.database)

    def steps(self, client: ServiceClient, sleep: Sleep | None = None) -> list[Step]:
        """Return what a worker works on."""
        sleep = sleep or self.sleep
        return [*super().steps(client, sleep), verifier(self.service, client, sleep)]

    def work_at(self, *ages: timedelta) -> None:
        """Let a worker begin when the first page that was submitted is as old as that."""
        begun = next(each.at for each in self.wayback.asked if each.page)
        for age in ages:
            self.clock.instant = max(self.clock.now(), begun + age)
            self.work()

    def known(self, url: str) -> list[Archived]:
        """Return what is remembered of the captures of a page, the oldest first."""
        with self.database.reading() as session:
            found = captures.of_links(session, [self.links[url]])[self.links[url]]
        return [Archived(capture.verification, capture.code) for capture in found]

    def verification(self, url: str) -> Verification:
        """Return what the last capture of a page was seen to be."""
        return self.known(url)[-1].verification
