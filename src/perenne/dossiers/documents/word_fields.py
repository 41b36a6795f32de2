r"""The code of a field that is a link (ECMA-376): ``HYPERLINK "address" \l "anchor"``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

_LINK = re.compile(
    r"\s*HYPERLINK\s+(?:\\[a-z]\s+)*\"(?P<target>[^\"]*)\""
    r"(?P<between>(?:.*?)\\l\s+)?(?(between)\"(?P<anchor>[^\"]*)\")",
    re.IGNORECASE | re.DOTALL,
)


def href_of(code: str) -> str:
    """Return where a field leads, "" where it is no link."""
    link = _LINK.match(code)
    return _href(link) if link else ""


def led_elsewhere(code: str, changes: Mapping[str, str], done: Counter[str]) -> str:
    """Return the code of a field with another address, where that has an anchor apart."""
    link = _LINK.match(code)
    old = _href(link) if link else ""
    if link is None or not link["anchor"] or old not in changes:
        return code
    done[old] += 1
    target, _mark, anchor = changes[old].partition("#")
    apart = f'{link["between"]}"{anchor}"' if anchor else ""
    return f'{code[: link.start("target")]}{target}"{apart}{code[link.end() :]}'


def _href(link: re.Match[str]) -> str:
    target, anchor = link["target"], link["anchor"]
    return f"{target}#{anchor}" if target and anchor else target
