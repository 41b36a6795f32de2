"""One module for each form in which a dossier is given with the states of its links.

A module has `ENDINGS`, those of file names by which its form is told, and `written(exported)`,
which returns the content of the file. To take a form out, remove its file and its name here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perenne.report.exporting.items import Exported

NAMES = ("csv", "xlsx", "html", "ris", "bibtex", "csl")


class Form(Protocol):
    """What a module of this room offers."""

    ENDINGS: Sequence[str]

    def written(self, exported: Exported) -> bytes:
        """Return the content of the file."""
        ...


def form_named(name: str) -> Form:
    """Return a form by its name."""
    return cast("Form", import_module(f"{__name__}.{name}"))


def form_of(file_name: str) -> str:
    """Return the name of the form that the ending of a file's name tells, "" for no known one."""
    lower = file_name.lower()
    return next((name for name in NAMES if lower.endswith(tuple(form_named(name).ENDINGS))), "")
