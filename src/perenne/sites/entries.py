"""What a table of a file of sites may say."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from perenne.sites.logins import LoginEntry

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


class Entry(BaseModel):
    """One table of the file. `fact` says what the entry rests on; the rest is as in `Site`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fact: str = Field(min_length=1)
    blocks_robots: bool = False
    restricted: bool = False
    browser_like: bool = False
    paywall_classes: tuple[ClassName, ...] = ()
    paywall_near_title: tuple[ClassName, ...] = ()
    renamed_to: Host | Annotated[str, StringConstraints(max_length=0)] = ""
    home_paths: tuple[UrlPath, ...] = ()
    list_paths: tuple[UrlPath, ...] = ()
    media_probe: str = Field("", pattern=r"^(https?://\S*\{(id|url)\}\S*)?$")
    media_item: Pattern = ""
    media_removed: tuple[Status, ...] = (404,)
    media_private: tuple[Status, ...] = ()
    media_private_prefix: str = ""
    body_kb: int = Field(0, ge=0, le=4096)
    login: LoginEntry = LoginEntry()
