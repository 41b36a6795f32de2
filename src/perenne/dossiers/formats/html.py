"""HTML pages, and fragments of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.dossiers.addresses.citations import AUTOLINK
from perenne.dossiers.content import Content
from perenne.dossiers.editing import edited
from perenne.dossiers.file import File

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

    from perenne.dossiers.documents.page_rewriting import Version

ISOLATED = False

_START = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_END_TAG = re.compile(r"</(?:p|div|a|li|td|h[1-6])\s*>", re.IGNORECASE)


def matches(file: File) -> bool:
    """Tell a page by how it begins, a fragment by its end tags."""
    fragment = len(_END_TAG.findall(file.head)) > 1 and not AUTOLINK.search(file.text)
    return fragment or _START.match(file.head) is not None


def read(file: File) -> Content:
    """Return the paragraphs of a page."""
    from perenne.dossiers.documents.page import blocks  # noqa: PLC0415 - a parser of its own

    return Content(blocks=tuple(blocks(file.text, file.base)))


def rewrite(
    file: File,
    changes: Mapping[str, str],
    done: Counter[str],
    versions: Mapping[str, Version] | None = None,
) -> bytes:
    """Return the page with addresses replaced, where they lead and where they are shown.

    With `versions`, by address, links bear Robust Links attributes too.
    """
    from perenne.dossiers.documents import page_rewriting  # noqa: PLC0415 - rarely asked for

    return edited(
        file,
        changes,
        lambda text, bearable: page_rewriting.rewritten(text, bearable, done, versions),
    )
