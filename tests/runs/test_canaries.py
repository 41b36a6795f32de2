"""What keeps us from all sites, told apart."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from perenne.clock import SystemClock
from perenne.demo.answers import Answer, Site
from perenne.demo.web import SimulatedWeb
from perenne.domain.exchanges import Failure
from perenne.net.engine import Engine
from perenne.runs.canaries import Canaries
from perenne.settings import Network, Politeness, Settings

GOOD, GONE = "https://a.exemple.fr/", "https://mort.exemple.fr/"


def trouble(directory: Path, known_good: Sequence[str], **network: object) -> Failure | None:
    """Ask the canaries of a web with one living host."""

    async def run() -> Failure | None:
        async with SimulatedWeb(directory, [Site("a.exemple.fr", lambda _: Answer())]) as web:
            names = (*web.resolve, "*:*:nxdomain")
            way = Network(**{"resolve": names, "ca_file": web.ca_file, "canaries": (), **network})
            settings = Settings(network=way, politeness=Politeness(interval=0))
            async with Engine(settings, clock=SystemClock()) as engine:
                return await Canaries(engine, way.canaries, known_good).trouble()

    return asyncio.run(run())


@pytest.mark.parametrize("known_good", [[GOOD], [GONE, GOOD]])
def test_one_that_answers_is_enough(tmp_path: Path, known_good: list[str]) -> None:
    """One of the others may have died since."""
    assert trouble(tmp_path, known_good) is None


def test_the_configured_ones_are_asked_last(tmp_path: Path) -> None:
    """They are there for when all others are silent."""
    assert trouble(tmp_path, [GONE], canaries=(GOOD,)) is None


def test_names_that_are_not_found_are_told_as_such(tmp_path: Path) -> None:
    """The name servers of this machine, most likely."""
    assert trouble(tmp_path, [GONE]) is Failure.DNS_NXDOMAIN


def test_a_proxy_that_refuses_us_is_told_as_such(tmp_path: Path) -> None:
    """Whatever the sites would say."""
    refusing = {"proxy": "http://127.0.0.1:9", "resolve": ()}
    assert trouble(tmp_path, [GONE], **refusing) is Failure.PROXY_FAILED


def test_authorities_that_we_do_not_know_are_told_as_such(tmp_path: Path) -> None:
    """A proxy that opens the lines, and whose authority is missing here."""
    cause = trouble(tmp_path, [GOOD], ca_file=None)
    assert cause is not None
    assert cause.value.startswith("tls_")
