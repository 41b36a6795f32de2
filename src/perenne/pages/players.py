"""What the page of a video or a sound says of it in its own data.

YouTube's ``playabilityStatus`` (``previewPlayabilityStatus``, as text within a text, in its
embedded player); Radio France's ``isExpired`` (yt-dlp #9526); schema.org and Open Graph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perenne.domain.pages import Player

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_STATUS_KEY = "layabilityStatus"
_STATUS = re.compile(r'layabilityStatus\\?"\s*:\s*\{\s*\\?"status\\?"\s*:\s*\\?"([A-Z_]+)')
_REASON = re.compile(
    r'\\?"(?:reason|subreason|simpleText|text|messages)\\?"\s*:\s*\[?\s*\\?"((?:[^"\\]|\\[^"])*)'
)
_NEAR = 2_000
"""Characters: the reason and its screen follow the status at once."""

_LONGEST_REASON = 1_000
_ESCAPED = re.compile(r"\\+u([0-9a-fA-F]{4})")
_EXPIRED = re.compile(r'isExpired\\?"?\s*:\s*(true|false|!0|!1)')
_TRUE = {"true", "!0"}
_FILE = re.compile(r'"(?:contentUrl|embedUrl)"\s*:\s*"[^"]')
_DECLARED = (
    'meta[property="og:video" i], meta[property^="og:video:url" i], meta[property="og:audio" i], '
    'meta[property^="og:audio:url" i], audio[src], audio source[src], video[src], '
    'video source[src], [itemprop="contentUrl" i], [itemprop="embedUrl" i]'
)


def read_player(html: str, tree: LexborHTMLParser) -> Player | None:
    """Return what is said of a video or a sound, None where nothing is; scripts still in place."""
    status, reason = _playability(html)
    expired = set(_EXPIRED.findall(html)) if "isExpired" in html else set()
    player = Player(
        status=status,
        reason=reason,
        expired=bool(expired) and expired <= _TRUE,  # a page lists other episodes too
        declared=tree.css_first(_DECLARED) is not None or _has_file(tree),
    )
    return player if player != Player() else None


def _playability(html: str) -> tuple[str, str]:
    start = html.find(_STATUS_KEY)
    if start < 0:
        return "", ""
    near = html[start : start + _NEAR]
    status = _STATUS.match(near)
    if status is None:
        return "", ""
    reason = " ".join(_REASON.findall(near))[:_LONGEST_REASON]
    return status[1], _ESCAPED.sub(lambda match: chr(int(match[1], 16)), reason)


def _has_file(tree: LexborHTMLParser) -> bool:
    scripts = tree.css('script[type="application/ld+json" i]')
    return any(_FILE.search(node.text() or "") for node in scripts)
