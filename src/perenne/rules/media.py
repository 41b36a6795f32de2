"""Players that answer 200 for anything: their public data address knows better.

Dailymotion, legacy API without authentication: 404 for a removed video, its identifier begins
with k where it is private; 401 and 403 say nothing certain (developer documentation). Videos
that nobody has watched for 16 months are taken offline (faq.dailymotion.com, September 2024).
"""

from __future__ import annotations

import json
from http import HTTPStatus
from urllib.parse import quote

from perenne.domain.cases import Ask, AskKind, Case, Look
from perenne.domain.exchanges import Variant
from perenne.domain.verdicts import VerdictKind
from perenne.rules.addresses import address
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import served_look

_REFUSED = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
_PRIVATE = "k"


def media(case: Case) -> Answer:
    """Ask a player's data address whether the video or the sound is still there."""
    identifier = _identifier(case.url)
    if not case.site.media_probe or not identifier or served_look(case) is None:
        return None
    if case.may_ask(AskKind.MEDIA):
        return Ask(AskKind.MEDIA, url=_probe(case, identifier))
    look = case.look(Variant.MEDIA)
    kind, code = _told(look, identifier) if look else (VerdictKind.DOUBTFUL, "media_unknown")
    return conclude(kind, "media", code, identifier)


def _told(look: Look, identifier: str) -> tuple[VerdictKind, str]:
    status, data = look.exchange.status, _json(look.exchange.body)
    if look.exchange.failure is None and data is not None:
        if status == HTTPStatus.NOT_FOUND:
            return VerdictKind.MEDIA_REMOVED, "media_removed"
        if status == HTTPStatus.OK and data.get("private") is not True:
            return VerdictKind.OK, "http_ok"
        if status == HTTPStatus.OK or (status in _REFUSED and identifier.startswith(_PRIVATE)):
            return VerdictKind.RESTRICTED, "media_private"
    return VerdictKind.DOUBTFUL, "media_unknown"


def _json(body: bytes) -> dict[str, object] | None:
    """Return the answer's object; a wall's HTML page with a 404 is no answer."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _identifier(url: str) -> str:
    """Return the identifier: the last segment, whose words after _ only speak to readers."""
    segments = address(url).segments
    return segments[-1].partition("_")[0] if segments else ""


def _probe(case: Case, identifier: str) -> str:
    return case.site.media_probe.format(id=quote(identifier, safe=""), url=quote(case.url, safe=""))
