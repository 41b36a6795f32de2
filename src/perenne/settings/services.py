"""The sections about what goes out: the network, the archive, the copies, the mail."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, SecretStr, model_validator

from perenne.settings.types import (
    MailAddress,
    OptionalPath,
    Seconds,
    Section,
    WebAddress,
    read_secret,
)


class Network(Section):
    """The way out."""

    allow_private: bool = False
    ports: tuple[int, ...] = (80, 443, 8000, 8008, 8080, 8081, 8443, 8888)
    resolve: tuple[str, ...] = ()
    proxy: str = ""
    ca_file: OptionalPath = None
    contact: str = ""
    exclude: tuple[str, ...] = ()
    canaries: tuple[WebAddress, ...] = (
        "https://www.service-public.fr/",
        "https://www.bnf.fr/",
        "https://www.wikipedia.org/",
    )


_ANONYMOUS_PER_MINUTE = 3
_ANONYMOUS_PER_DAY = 200
"""What Save Page Now allows those who have no keys, as its users report."""


class Wayback(Section):
    """The Wayback Machine; without keys nothing is submitted unless `anonymous`."""

    url: WebAddress = "https://web.archive.org"
    access_key: SecretStr = SecretStr("")
    access_key_file: OptionalPath = None
    secret_key: SecretStr = SecretStr("")
    secret_key_file: OptionalPath = None
    anonymous: bool = False
    captures_per_minute: int = Field(6, ge=1, le=60)
    captures_per_day: int = Field(2000, ge=0)
    recapture_days: int = Field(180, ge=1)
    include_restricted: bool = False
    include_noarchive: bool = False

    @model_validator(mode="after")
    def _secrets(self) -> Self:
        for name in ("access_key", "secret_key"):
            secret = read_secret(getattr(self, name), getattr(self, f"{name}_file"))
            object.__setattr__(self, name, secret)
        return self

    @property
    def keys(self) -> tuple[str, str] | None:
        """Return the pair of keys, None unless both are there."""
        access, secret = self.access_key.get_secret_value(), self.secret_key.get_secret_value()
        return (access, secret) if access and secret else None

    @property
    def per_minute(self) -> int:
        """Return how many pages may be sent in a minute; fewer without keys."""
        most = self.captures_per_minute
        return most if self.keys else min(most, _ANONYMOUS_PER_MINUTE)

    @property
    def per_day(self) -> int:
        """Return how many pages may be sent in a day; fewer without keys."""
        most = self.captures_per_day
        return most if self.keys else min(most, _ANONYMOUS_PER_DAY)

    @property
    def enabled(self) -> bool:
        """Tell whether anything may be submitted."""
        return self.keys is not None or self.anonymous


class Archives(Section):
    """Where else copies are looked for: addresses to which that of a page is appended."""

    timemaps: tuple[WebAddress, ...] = ("https://arquivo.pt/wayback/timemap/link/",)


class Copies(Section):
    """Copies of the cited pages on a disk of one's own; none are made without a `folder`.

    `rest_days`: between two copies of a page that changes. `seconds`: for all that one copy takes.
    `noarchive`: copy pages too that ask archives not to keep them.
    """

    folder: OptionalPath = None
    largest_mb: int = Field(50, ge=1, le=1000)
    rotate_mb: int = Field(500, ge=1, le=10_000)
    rest_days: int = Field(7, ge=1)
    seconds: Seconds = 300
    noarchive: bool = False


class Smtp(Section):
    """The mail server; no mail leaves while `host` is empty."""

    host: str = ""
    port: int = Field(587, ge=1, le=65535)
    security: Literal["none", "starttls", "tls"] = "starttls"
    user: str = ""
    password: SecretStr = SecretStr("")
    password_file: OptionalPath = None
    sender: MailAddress = "Pérenne <perenne@localhost>"
    reply_to: MailAddress | Literal[""] = ""

    @model_validator(mode="after")
    def _secrets(self) -> Self:
        object.__setattr__(self, "password", read_secret(self.password, self.password_file))
        return self
