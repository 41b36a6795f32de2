"""What every sub-command shares: settings, database, where to write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne import texts
from perenne.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from zoneinfo import ZoneInfo

    from perenne.domain.sites import Site
    from perenne.runs.service import Outside, Service
    from perenne.settings import Settings
    from perenne.store.database import Database


@dataclass
class Context:
    """The options given before the sub-command."""

    verbose: bool = False
    language_given: bool = False
    """Whether the command line or the environment has chosen the language."""

    def settings(self) -> Settings:
        """Return the configuration, and start the log."""
        from perenne import settings
        from perenne.log import start_log

        loaded = settings.load()
        start_log(loaded, verbose=self.verbose)
        if not self.language_given:
            texts.use(loaded.language)
        return loaded

    @contextmanager
    def database(self, settings: Settings) -> Iterator[Database]:
        """Open the database, made and migrated where needed."""
        from perenne.store.database import open_database

        database = open_database(settings.database_url)
        try:
            yield database
        finally:
            database.close()

    @contextmanager
    def service(self) -> Iterator[Service]:
        """Open all that a pass over links needs."""
        from perenne.runs.service import Service

        settings = self.settings()
        site_of = self._sites(settings)
        with self.database(settings) as database:
            yield Service(settings, SystemClock(), site_of, database)

    def outside(self) -> Outside:
        """Return what looking at links needs, without a database."""
        from perenne.runs.service import Outside

        settings = self.settings()
        return Outside(settings, SystemClock(), self._sites(settings))

    def zone(self) -> ZoneInfo:
        """Return the service's time zone."""
        from perenne import settings

        return settings.load().schedule.zone

    def _sites(self, settings: Settings) -> Callable[[str], Site]:
        """Return what is known of sites, ours and the user's."""
        from perenne.sites import load_sites

        return load_sites(settings.sites_file).site_of
