"""The configuration: every key, its default and its limits.

Read from, the first that says wins: what a caller passes, the environment
(``PERENNE_SECTION__KEY``), the file named by ``PERENNE_CONFIG`` or else the first of
``./config/perenne.toml`` and ``<user's configuration directory>/perenne/perenne.toml``.
A secret can also be given as a file: ``password_file`` beside ``password``.
"""

from __future__ import annotations

import os
import tomllib
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.utils import parseaddr
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo, available_timezones

import platformdirs
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

OptionalPath = Annotated[Path | None, BeforeValidator(lambda given: given or None)]
"""A path, or none: an empty text, as environments give it, is none."""

Seconds = Annotated[float, Field(gt=0, le=3600)]


class SettingsError(Exception):
    """The configuration cannot be used. `faults` lists (key, what was expected)."""

    def __init__(self, file: str, faults: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{key}: {expected}" for key, expected in faults))
        self.file = file
        self.faults = faults


class Section(BaseModel):
    """A section of the file; an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Politeness(Section):
    """How gently each host is treated."""

    interval: float = Field(0.5, ge=0, le=3600)
    connections_per_host: int = Field(2, ge=1, le=16)
    lanes: int = Field(128, ge=1, le=4096)


class Limits(Section):
    """How long and how much; seconds and kilobytes."""

    connect: Seconds = 10
    first_byte: Seconds = 20
    exchange: Seconds = 30
    link: Seconds = 60
    hops: int = Field(10, ge=1, le=50)
    tries: int = Field(2, ge=1, le=10)
    wire_kb: int = Field(64, ge=1)
    decoded_kb: int = Field(256, ge=1)
    second_opinion_after: float = Field(20, ge=0, le=3600)


class Network(Section):
    """The way out."""

    allow_private: bool = False
    ports: tuple[int, ...] = (80, 443, 8000, 8008, 8080, 8081, 8443, 8888)
    resolve: tuple[str, ...] = ()
    proxy: str = ""
    ca_file: OptionalPath = None
    contact: str = ""
    exclude: tuple[str, ...] = ()
    canaries: tuple[str, ...] = (
        "https://www.service-public.fr/",
        "https://www.bnf.fr/",
        "https://www.wikipedia.org/",
    )


def _read_secret(given: SecretStr, file: Path | None) -> SecretStr:
    if file is None or given.get_secret_value():
        return given
    try:
        return SecretStr(file.read_text(encoding="utf-8").strip())
    except (OSError, UnicodeError) as error:
        raise ValueError(f"secret file cannot be read: {file}") from error


class Wayback(Section):
    """The Wayback Machine; without keys nothing is submitted unless `anonymous`."""

    url: str = "https://web.archive.org"
    access_key: SecretStr = SecretStr("")
    access_key_file: OptionalPath = None
    secret_key: SecretStr = SecretStr("")
    secret_key_file: OptionalPath = None
    anonymous: bool = False
    captures_per_minute: int = Field(6, ge=1, le=60)
    captures_per_day: int = Field(2000, ge=0)
    recapture_days: int = Field(180, ge=1)

    @model_validator(mode="after")
    def _secrets(self) -> Self:
        for name in ("access_key", "secret_key"):
            secret = _read_secret(getattr(self, name), getattr(self, f"{name}_file"))
            object.__setattr__(self, name, secret)
        return self

    @property
    def keys(self) -> tuple[str, str] | None:
        """Return the pair of keys, None unless both are there."""
        access, secret = self.access_key.get_secret_value(), self.secret_key.get_secret_value()
        return (access, secret) if access and secret else None

    @property
    def enabled(self) -> bool:
        """Tell whether anything may be submitted."""
        return self.keys is not None or self.anonymous


def _mail_address(text: str) -> str:
    """Refuse what no mail can be sent to or from; ``Name <address>`` is fine."""
    try:
        bare = Address(addr_spec=parseaddr(text)[1])
    except (HeaderParseError, ValueError, IndexError) as error:
        raise ValueError("a mail address") from error
    if not bare.domain:
        raise ValueError("a mail address")
    return text


MailAddress = Annotated[str, AfterValidator(_mail_address)]


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
        object.__setattr__(self, "password", _read_secret(self.password, self.password_file))
        return self


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("a time zone such as Europe/Paris")
    return name


class Schedule(Section):
    """When the night begins, and where."""

    night: str = Field("03:05", pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    timezone: Annotated[str, AfterValidator(_known_zone)] = "Europe/Paris"

    @property
    def zone(self) -> ZoneInfo:
        """Return the service's time zone."""
        return ZoneInfo(self.timezone)


class States(Section):
    """How much it takes to believe that a link is broken."""

    definite_nights: int = Field(2, ge=1)
    other_nights: int = Field(3, ge=1)
    undecided_nights: int = Field(3, ge=1)
    span_hours: float = Field(20, ge=0)


class Report(Section):
    """Who is told, and how often."""

    recipients: tuple[MailAddress, ...] = ()
    pace: Literal["nightly", "weekly", "monthly"] = "weekly"
    base_url: str = ""


def _default_database() -> str:
    directory = platformdirs.user_data_path("perenne", appauthor=False)
    return f"sqlite:///{directory / 'perenne.sqlite'}"


def _default_log() -> Path:
    return platformdirs.user_log_path("perenne", appauthor=False) / "perenne.log"


class Settings(BaseSettings):
    """Every key of the configuration."""

    model_config = SettingsConfigDict(
        env_prefix="PERENNE_",
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
    )

    database_url: str = Field(default_factory=_default_database)
    language: Literal["fr", "en"] = "fr"
    sites_file: OptionalPath = None
    log_file: OptionalPath = Field(default_factory=_default_log)
    politeness: Politeness = Politeness()
    limits: Limits = Limits()
    network: Network = Network()
    wayback: Wayback = Wayback()
    smtp: Smtp = Smtp()
    schedule: Schedule = Schedule()
    states: States = States()
    report: Report = Report()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - same
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order the sources: arguments, environment, file."""
        file = config_file()
        toml = (TomlConfigSettingsSource(settings_cls, file),) if file else ()
        return (init_settings, env_settings, *toml)


def config_file() -> Path | None:
    """Return the configuration file in use, None for the defaults alone."""
    named = os.environ.get("PERENNE_CONFIG")
    if named:
        return Path(named)
    user = platformdirs.user_config_path("perenne", appauthor=False) / "perenne.toml"
    return next((file for file in (Path("config/perenne.toml"), user) if file.is_file()), None)


_OTHER_VARIABLES = {"PERENNE_CONFIG", "PERENNE_LANGUAGE"}


def _unknown_variables() -> list[tuple[str, str]]:
    """Return the ``PERENNE_…`` variables that name no key: pydantic passes over them."""
    known = {name.upper() for name in Settings.model_fields}
    return [
        (variable, "no such key")
        for variable in sorted(os.environ)
        if variable.startswith("PERENNE_")
        and variable not in _OTHER_VARIABLES
        and variable.removeprefix("PERENNE_").partition("__")[0] not in known
    ]


class _FileAlone(Settings):
    """The same keys, from nothing but what is passed."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic's signature
        init_settings: PydanticBaseSettingsSource,
        *_others: PydanticBaseSettingsSource,
        **_named: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Leave environment and files aside."""
        return (init_settings,)


def from_file(file: Path) -> Settings:
    """Read one file and nothing else: neither the environment nor the user's own file."""
    return _FileAlone(**tomllib.loads(file.read_text(encoding="utf-8")))


def load(**values: Any) -> Settings:  # noqa: ANN401 - the sections' own types check them
    """Read the configuration; raises `SettingsError` with every fault."""
    file = config_file()
    name = str(file or "")
    if file is not None and not file.is_file():
        raise SettingsError(name, [("PERENNE_CONFIG", "an existing file")])
    if unknown := _unknown_variables():
        raise SettingsError(name, unknown)
    try:
        return Settings(**values)
    except ValidationError as error:
        faults = [
            (".".join(str(part) for part in fault["loc"]), fault["msg"]) for fault in error.errors()
        ]
        raise SettingsError(name, faults) from error
    except (tomllib.TOMLDecodeError, OSError, UnicodeError) as error:
        raise SettingsError(name, [("", str(error))]) from error
