"""The simulated web, archives and mail server together, with a configuration that leads there."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.demo.configuration import write_configuration
from perenne.demo.mailbox import Mailbox
from perenne.demo.sites import SITES
from perenne.demo.wayback import SimulatedWayback, simulated_wayback
from perenne.demo.wayback.arquivo import SimulatedArquivo, simulated_arquivo
from perenne.demo.web import SimulatedWeb, simulated_web

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from perenne.clock import Clock
    from perenne.demo.answers import Site


@dataclass(frozen=True, slots=True)
class World:
    """All that a run of Pérenne meets outside itself; `config` is for ``PERENNE_CONFIG``."""

    web: SimulatedWeb
    wayback: SimulatedWayback
    arquivo: SimulatedArquivo
    mailbox: Mailbox
    config: Path


@contextmanager
def simulated_world(
    directory: Path,
    *,
    clock: Clock | None = None,
    sites: Iterable[Site] = SITES,
    recipients: Sequence[str] = ("documentation@centre.example",),
) -> Iterator[World]:
    """Serve everything from threads while the block runs; captures are dated by `clock`."""
    with (
        simulated_web(directory, sites) as web,
        simulated_wayback(clock, look=web.look) as wayback,
        simulated_arquivo(clock) as arquivo,
        Mailbox() as mailbox,
    ):
        config = write_configuration(
            directory,
            web,
            wayback=wayback,
            arquivo=arquivo,
            mailbox=mailbox,
            recipients=recipients,
        )
        yield World(web, wayback, arquivo, mailbox, config)
