"""Fields that are made for addresses: what stands in one is an address, however it was typed."""

from __future__ import annotations

import re
from dataclasses import replace

from perenne.domain.identifiers import resolved
from perenne.dossiers.addresses.citations import Found, address, extract, is_web

_BETWEEN = re.compile(r"[\s;,|]+(?=<?(?:https?://|www\.))", re.IGNORECASE)
"""What cataloguing programs put between the addresses of one field (Koha: `` | ``)."""
_AROUND = " \t\r\n\u00a0;,|"
_CLOSING = ".,;:!?…)]"
_NAME_OF_FILE = re.compile(
    r"\S+(?: \S+){1,9}\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|html?|php|aspx?|jsp|mp[34]|zip|epub)",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?:[/?#:]\S*)?", re.IGNORECASE
)


def addresses(value: str) -> list[Found]:
    """Return the addresses in the value of a field for addresses or identifiers."""
    parts = [part.strip(_AROUND) for part in _BETWEEN.split(value)]
    whole = [_whole(part) for part in parts if part]
    return [each for each in whole if each] if all(whole) else extract(value).found


def _whole(text: str) -> Found | None:
    """Return the address that a text is, None where it is something else or says more."""
    bare = text[1:-1] if text.startswith("<") and text.endswith(">") else text
    if url := resolved(bare):
        return Found(text, url, 0)
    if _NAME_OF_FILE.fullmatch(bare) and is_web(bare):
        return address(bare)
    if any(map(str.isspace, bare)):
        return None
    if _DOMAIN.fullmatch(bare) and not is_web(bare):
        return replace(address(f"http://{bare}"), as_written=bare)
    got = extract(bare)
    return got.found[0] if len(got.found) == 1 and not got.text.strip(_CLOSING) else None
