"""The simulated web, archive and mail server together, with a configuration that leads to them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.demo.configuration import write_configuration
from perenne.demo.mailbox import Mailbox
from perenne.demo.sites import SITES
from perenne.demo.wayback import SimulatedWayback, simulated_wayback
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
        simulated_wayback(clock) as wayback,
        Mailbox() as mailbox,
    ):
        config = write_configuration(
            directory, web, wayback=wayback, mailbox=mailbox, recipients=recipients
        )
        yield World(web, wayback, mailbox, config)
