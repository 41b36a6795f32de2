"""A complete configuration for the simulated world, in a directory of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from perenne.demo.sites import CANARIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from perenne.demo.mailbox import Mailbox
    from perenne.demo.wayback import SimulatedWayback
    from perenne.demo.wayback.arquivo import SimulatedArquivo
    from perenne.demo.web import SimulatedWeb

Section: TypeAlias = "Mapping[str, object]"


def write_configuration(
    directory: Path,
    web: SimulatedWeb,
    *,
    wayback: SimulatedWayback | None = None,
    arquivo: SimulatedArquivo | None = None,
    mailbox: Mailbox | None = None,
    recipients: Sequence[str] = (),
) -> Path:
    """Write ``perenne.toml`` into `directory` and return its path.

    The database lies in the same directory; nothing leads out of this machine.
    """
    file = directory / "perenne.toml"
    sections: dict[str, Section] = {
        "politeness": {"interval": 0.01, "connections_per_host": 2, "lanes": 32},
        "limits": {"connect": 2, "first_byte": 5, "exchange": 8, "second_opinion_after": 0.05},
        "network": _network(web),
        "wayback": _wayback(wayback) if wayback else {},
        "archives": {"timemaps": [arquivo.timemap] if arquivo else []},
        "smtp": _smtp(mailbox) if mailbox else {},
        "report": {"recipients": list(recipients), "pace": "nightly"},
    }
    top = {
        "database_url": f"sqlite:///{directory / 'perenne.sqlite'}",
        "log_file": str(directory / "perenne.log"),
    }
    file.write_text(_toml(top, sections), encoding="utf-8")
    return file


def _network(web: SimulatedWeb) -> Section:
    return {
        "resolve": list(web.resolve),
        "ca_file": str(web.ca_file),
        "contact": "documentation@centre.example",
        "canaries": list(CANARIES),
    }


def _wayback(wayback: SimulatedWayback) -> Section:
    access, secret = wayback.keys
    return {
        "url": wayback.url,
        "access_key": access,
        "secret_key": secret,
        "captures_per_minute": 60,
    }


def _smtp(mailbox: Mailbox) -> Section:
    user, password = mailbox.login or ("", "")
    return {
        "host": mailbox.host,
        "port": mailbox.port,
        "security": mailbox.security,
        "user": user,
        "password": password,
        "sender": "Pérenne <perenne@centre.example>",
    }


def _toml(top: Section, sections: Mapping[str, Section]) -> str:
    lines = _assignments(top)
    for name, section in sections.items():
        lines += ["", f"[{name}]", *_assignments(section)]
    return "\n".join(lines) + "\n"


def _assignments(values: Section) -> list[str]:
    # Texts, numbers and lists of texts are written in TOML as they are in JSON.
    return [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
