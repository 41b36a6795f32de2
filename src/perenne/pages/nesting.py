"""Pages nested so deep that parsing them would take seconds: the parser's work is quadratic."""

from __future__ import annotations

import re

_DEEPEST = 2_000
"""Blocks left open at once. Browsers stop at 512 (Blink's HTMLConstructionSite); no author goes
there."""

_MANY_TAGS = 4_000
"""A quarter of a megabyte of ordinary markup has fewer, and is not counted."""

_BLOCK = re.compile(
    r"<(/?)(?:div|ul|ol|dl|section|article|blockquote|center|main|aside|nav|header|footer|"
    r"fieldset|figure|details|address|menu|li|dd|dt|table)\b",
    re.IGNORECASE,
)


def not_too_deep(html: str) -> str:
    """Return the page as far as its blocks are not nested beyond all reason."""
    if html.count("<") < _MANY_TAGS:
        return html
    depth = 0
    for tag in _BLOCK.finditer(html):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEEPEST:
            return html[: tag.start()]
    return html
