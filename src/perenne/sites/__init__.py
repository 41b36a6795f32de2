"""What is known of sites: `config/sites.toml`, then the user's own file, as data.

SitesError: one of the two files cannot be used (unreadable, not TOML, an unknown or wrong key).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from perenne.domain.sites import Login, Site
from perenne.resources import shipped
from perenne.sites.entries import Entry, Host


class SitesError(Exception):
    """A file of sites cannot be used. `faults` lists (key, what was expected)."""

    def __init__(self, file: Path, faults: list[tuple[str, str]]) -> None:
        listed = "; ".join(f"{key}: {expected}" for key, expected in faults)
        super().__init__(f"{file}: {listed}")
        self.file = str(file)
        self.faults = faults


_FILE = TypeAdapter(dict[Host, Entry])


class Sites:
    """What is known of each host."""

    def __init__(self, known: Mapping[str, Site]) -> None:
        self._known = known

    def site_of(self, host: str) -> Site:
        """Return what is known of a host: its own entry, else that of the nearest parent domain."""
        labels = host.lower().rstrip(".").split(".")
        parents = (".".join(labels[start:]) for start in range(len(labels)))
        return next((self._known[name] for name in parents if name in self._known), Site())


def load_sites(own: Path | None = None) -> Sites:
    """Read the shipped file, then the user's own (`sites_file`), whose keys replace ours.

    Raises `SitesError` with every fault of the first file that has one.
    """
    files = [shipped("config/sites.toml"), *([own] if own else [])]
    known: dict[str, dict[str, Any]] = {}
    for file in files:
        for host, entry in _read(file).items():
            known[host] = known.get(host, {}) | _given(host, entry)
    return Sites({host: Site(host=host, **facts) for host, facts in known.items()})


def _given(host: str, entry: Entry) -> dict[str, Any]:
    facts = entry.model_dump(exclude_unset=True, exclude={"login"})
    headers = entry.login.headers()
    return {**facts, "login": Login(host, headers)} if headers else facts


def _read(file: Path) -> dict[str, Entry]:
    try:
        return _FILE.validate_python(tomllib.loads(file.read_text(encoding="utf-8")))
    except ValidationError as error:
        faults = [(".".join(map(str, fault["loc"])), fault["msg"]) for fault in error.errors()]
        raise SitesError(file, faults) from error
    except (tomllib.TOMLDecodeError, OSError, UnicodeError) as error:
        raise SitesError(file, [("", str(error))]) from error
