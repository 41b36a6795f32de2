"""A PDF with its links led elsewhere. What is printed stays: it is drawn, and cannot flow anew."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf

from perenne.dossiers.addresses.replacing import in_ascii
from perenne.dossiers.errors import UnreadableError

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Mapping


def rewritten(data: bytes, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the document; `done` counts the links of each address.

    Raises `UnreadableError`.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            for action in _actions(document):
                old = bytes(action.URI).decode("utf-8", "replace").strip()
                if old in changes:
                    action.URI = pikepdf.String(in_ascii(changes[old]))
                    done[old] += 1
            if not done:
                return data
            made = io.BytesIO()
            document.save(made)
            return made.getvalue()
    except pikepdf.PasswordError as error:
        raise UnreadableError("file_encrypted") from error
    except pikepdf.PdfError as error:
        raise UnreadableError("file_damaged", str(error)) from error


def _actions(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield the actions of links to addresses outside the document."""
    for page in document.pages:
        for annotation in page.get("/Annots", []):
            action = annotation.get("/A")
            if action is not None and "/URI" in action:
                yield action
