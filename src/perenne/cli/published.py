"""Published dossiers as arguments: what an address serves is read as a file is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from perenne.cli.context import Context
    from perenne.domain.references import Dossier


def is_address(target: str) -> bool:
    """Tell whether an argument is an address rather than a path."""
    return target.lower().startswith(("http://", "https://"))


def read_published(context: Context, url: str) -> tuple[Path, Dossier]:
    """Fetch and read a dossier; returns it with the name of its file.

    Raises `NotServedError`, and `UnreadableError` with the address as its note.
    """
    import asyncio

    from perenne.domain.urls import without_credentials
    from perenne.dossiers import UnreadableError, read_bytes
    from perenne.runs.published import fetch_published

    try:
        published = asyncio.run(fetch_published(context.outside(), url))
        dossier = read_bytes(published.data, published.name, base=published.url)
    except UnreadableError as error:
        error.add_note(without_credentials(url))
        raise
    return Path(published.name), dossier
