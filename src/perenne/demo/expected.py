"""What is true of every address of the sample dossier in the simulated web, night after night.

Written from what the sites do, not from what the rules make of it (``expected.toml``): the demo
documents this table and the acceptance tests hold the verdicts against it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from perenne.domain.verdicts import VerdictKind


@dataclass(frozen=True, slots=True)
class Expectation:
    """The verdict of an address in each night (the last one holds on), and the fact behind it."""

    url: str
    nights: tuple[VerdictKind, ...]
    fact: str

    def verdict(self, night: int) -> VerdictKind:
        """Return the verdict that the facts of this night (from 1) call for."""
        return self.nights[min(night, len(self.nights)) - 1]


def _read() -> tuple[Expectation, ...]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return tuple(
        Expectation(link["url"], tuple(map(VerdictKind, link["nights"])), link["fact"])
        for link in table["link"]
    )


EXPECTED = _read()
"""In the order of the dossier, each address as it is written there."""


def expected(url: str, night: int = 1) -> VerdictKind:
    """Return the verdict that the facts call for; KeyError for an address not in the table."""
    return {expectation.url: expectation for expectation in EXPECTED}[url].verdict(night)
