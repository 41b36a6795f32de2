"""What is known of sites: `config/sites.toml`, then the user's own file, as data.

SitesError: one of the two files cannot be used (unreadable, not TOML, an unknown or wrong key).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)

from perenne.domain.cases import Site
from perenne.resources import shipped

_HOST = r"^[a-z0-9_-]+(\.[a-z0-9_-]+)+$"

Host = Annotated[str, StringConstraints(pattern=_HOST)]
UrlPath = Annotated[str, StringConstraints(pattern=r"^/\S*$")]
ClassName = Annotated[str, StringConstraints(pattern=r"^\S+$", to_lower=True)]


def _pattern(text: str) -> str:
    """Return a regular expression that has one group or more, or ""; ValueError for another."""
    try:
        groups = re.compile(text).groups
    except re.error as error:
        message = f"a regular expression ({error})"
        raise ValueError(message) from error
    if text and not groups:
        message = "a regular expression with a group around the identifier"
        raise ValueError(message)
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]
Status = Annotated[int, Field(ge=100, le=599)]


class SitesError(Exception):
    """A file of sites cannot be used. `faults` lists (key, what was expected)."""

    def __init__(self, file: Path, faults: list[tuple[str, str]]) -> None:
        listed = "; ".join(f"{key}: {expected}" for key, expected in faults)
        super().__init__(f"{file}: {listed}")
        self.file = str(file)
        self.faults = faults


class Entry(BaseModel):
    """One table of the file. `fact` says what the entry rests on; the rest is as in `Site`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fact: str = Field(min_length=1)
    blocks_robots: bool = False
    restricted: bool = False
    paywall_classes: tuple[ClassName, ...] = ()
    paywall_near_title: tuple[ClassName, ...] = ()
    renamed_to: Host | Annotated[str, StringConstraints(max_length=0)] = ""
    course_platform: str = ""
    home_paths: tuple[UrlPath, ...] = ()
    list_paths: tuple[UrlPath, ...] = ()
    media_probe: str = Field("", pattern=r"^(https?://\S*\{(id|url)\}\S*)?$")
    media_item: Pattern = ""
    media_removed: tuple[Status, ...] = (404,)
    media_private: tuple[Status, ...] = ()
    media_private_prefix: str = ""
    body_kb: int = Field(0, ge=0, le=4096)


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
    """Read the shipped file, then the user's own (`sites_file`), whose entries replace ours.

    Raises `SitesError` with every fault of the first file that has one.
    """
    files = [shipped("config/sites.toml"), *([own] if own else [])]
    known = {host: site for file in files for host, site in _read(file).items()}
    return Sites(known)


def _read(file: Path) -> dict[str, Site]:
    try:
        entries = _FILE.validate_python(tomllib.loads(file.read_text(encoding="utf-8")))
    except ValidationError as error:
        faults = [(".".join(map(str, fault["loc"])), fault["msg"]) for fault in error.errors()]
        raise SitesError(file, faults) from error
    except (tomllib.TOMLDecodeError, OSError, UnicodeError) as error:
        raise SitesError(file, [("", str(error))]) from error
    return {host: Site(host=host, **entry.model_dump()) for host, entry in entries.items()}
