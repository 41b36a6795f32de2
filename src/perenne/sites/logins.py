"""Logins of subscribers, in the user's own file of sites."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, SecretStr, model_validator

from perenne.settings.types import read_secret
from perenne.texts import _

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_OURS = {"host", "user-agent", "content-length", "transfer-encoding", "connection"}


class LoginEntry(BaseModel):
    """A subscriber's login, each part given outright or in a file of its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    cookie: SecretStr = SecretStr("")
    cookie_file: Path | None = None
    header: SecretStr = SecretStr("")
    header_file: Path | None = None

    @model_validator(mode="after")
    def _read(self) -> Self:
        self.headers()
        return self

    def headers(self) -> tuple[tuple[str, str], ...]:
        """Return the headers to send; ValueError for what is none, or cannot be read."""
        cookie = read_secret(self.cookie, self.cookie_file).get_secret_value()
        header = read_secret(self.header, self.header_file).get_secret_value()
        name, colon, value = header.partition(":")
        if header and (not colon or not _TOKEN.fullmatch(name) or name.lower() in _OURS):
            raise ValueError(_("a header such as Authorization: Bearer … is expected."))
        pairs = (("Cookie", cookie.strip()), (name, value.strip()))
        if any(not (text.isascii() and text.isprintable()) for _name, text in pairs):
            raise ValueError(_("a header has one line of ASCII characters."))
        return tuple((name, text) for name, text in pairs if text)
