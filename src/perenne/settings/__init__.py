"""The configuration: every key, its default and its limits.

Read from, the first that says wins: what a caller passes, the environment
(``PERENNE_SECTION__KEY``), the file named by ``PERENNE_CONFIG`` or else the first of
``./config/perenne.toml`` and ``<user's configuration directory>/perenne/perenne.toml``.
A secret can also be given as a file: ``password_file`` beside ``password``.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any, Literal, Self

import platformdirs
from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)
from pydantic_settings import SettingsError as SourceError

from perenne.settings.conduct import Limits, Politeness, Report, Schedule, States
from perenne.settings.faults import expected
from perenne.settings.services import Archives, Copies, Network, Smtp, Wayback
from perenne.settings.types import OptionalPath, read_secret
from perenne.texts import _

__all__ = [
    "Archives",
    "Copies",
    "Limits",
    "Network",
    "Politeness",
    "Report",
    "Schedule",
    "Settings",
    "SettingsError",
    "Smtp",
    "States",
    "Wayback",
    "config_file",
    "default_log",
    "from_file",
    "load",
]


class SettingsError(Exception):
    """The configuration cannot be used. `faults` lists (key, what was expected)."""

    def __init__(self, file: str, faults: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{key}: {expected}" for key, expected in faults))
        self.file = file
        self.faults = faults


def _default_database() -> str:
    directory = platformdirs.user_data_path("perenne", appauthor=False)
    return f"sqlite:///{directory / 'perenne.sqlite'}"


def default_log() -> Path:
    """Return where the log goes unless the settings say otherwise."""
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
    database_url_file: OptionalPath = None
    language: Literal["fr", "en"] = "fr"
    sites_file: OptionalPath = None
    log_file: OptionalPath = Field(default_factory=default_log)
    politeness: Politeness = Politeness()
    limits: Limits = Limits()
    network: Network = Network()
    wayback: Wayback = Wayback()
    archives: Archives = Archives()
    copies: Copies = Copies()
    smtp: Smtp = Smtp()
    schedule: Schedule = Schedule()
    states: States = States()
    report: Report = Report()

    @model_validator(mode="after")
    def _secrets(self) -> Self:
        if self.database_url_file is not None:
            address = read_secret(SecretStr(""), self.database_url_file)
            object.__setattr__(self, "database_url", address.get_secret_value())
        return self

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
        (variable, _("there is no such key."))
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
        raise SettingsError(name, [("PERENNE_CONFIG", _("an existing file is expected."))])
    if unknown := _unknown_variables():
        raise SettingsError(name, unknown)
    try:
        return Settings(**values)
    except ValidationError as error:
        faults = [(".".join(map(str, fault["loc"])), expected(fault)) for fault in error.errors()]
        raise SettingsError(name, faults) from error
    except (tomllib.TOMLDecodeError, SourceError, OSError, UnicodeError) as error:
        raise SettingsError(name, [("", str(error))]) from error
