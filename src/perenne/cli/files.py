"""Dossiers' files as arguments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from perenne.domain.references import Dossier


def read_dossier(file: Path) -> Dossier:
    """Read a dossier; an `UnreadableError` bears the name of the file as its note."""
    from perenne.dossiers import UnreadableError, read

    try:
        return read(file)
    except UnreadableError as error:
        error.add_note(str(file))
        raise
