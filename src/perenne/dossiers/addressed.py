"""Fields that are made for addresses: what stands in one is an address, however it was typed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from perenne.dossiers.citations import Found, address, extract, is_web
from perenne.dossiers.identifiers import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN = re.compile(r"[\s;,|]+(?=<?(?:https?://|www\.))", re.IGNORECASE)
"""What cataloguing programs put between the addresses of one field (Koha: `` | ``)."""
_AROUND = " \t\r\n\u00a0;,|"
_NAME_OF_FILE = re.compile(
    r"\S+(?: \S+){1,9}\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|html?|php|aspx?|jsp|mp[34]|zip|epub)",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?:[/?#:]\S*)?", re.IGNORECASE
)


def addresses(value: str) -> Iterator[Found]:
    """Yield the addresses in the value of a field for addresses or identifiers."""
    for part in _BETWEEN.split(value):
        yield from _addresses(part.strip(_AROUND))


def _addresses(text: str) -> Iterator[Found]:
    bare = text[1:-1] if text.startswith("<") and text.endswith(">") else text
    if url := resolved(bare):
        yield Found(text, url, 0)
    elif is_web(bare) and _is_whole(bare):
        yield address(bare)
    elif _DOMAIN.fullmatch(bare):
        yield replace(address(f"http://{bare}"), as_written=bare)
    else:
        yield from extract(text).found


def _is_whole(text: str) -> bool:
    """Tell one address, in whose name of a file blanks may stand, from a sentence after one."""
    spaced = any(map(str.isspace, text))
    return not spaced or _NAME_OF_FILE.fullmatch(text) is not None
