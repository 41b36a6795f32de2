"""What the page of a video or a sound, and its data address, say of it."""

from __future__ import annotations

import json
from enum import Enum, auto
from http import HTTPStatus

from perenne.domain.cases import Case, Look
from perenne.domain.pages import Page, Player
from perenne.domain.sites import Site
from perenne.rules.headings import heading_parts, share
from perenne.rules.media_phrases import (
    ELSEWHERE,
    GONE_HEADING,
    GONE_TEXT,
    PASSING,
    PLAYS,
    PRIVATE_HEADING,
    PRIVATE_REASON,
    PRIVATE_TEXT,
    REMOVED_FOR,
)
from perenne.rules.witness import confirmed_by_heading
from perenne.rules.words import plain


class State(Enum):
    """What is known of a video or a sound."""

    ALIVE = auto()
    PRIVATE = auto()
    REMOVED = auto()
    UNKNOWN = auto()


_SHOWN = (
    (State.PRIVATE, PRIVATE_HEADING, PRIVATE_TEXT),
    (State.REMOVED, GONE_HEADING, GONE_TEXT),
)
_HEADING_SHARE = 0.6
_SHORT_TEXT = 1_500
_BEGINNING = 600


def page_state(case: Case, page: Page) -> State:
    """Return what the item's own page says of it: its data first, then what it shows."""
    player = page.player or Player()
    if player.status:
        return _youtube(player)
    if player.expired and not player.declared:
        return State.REMOVED
    shown = _shown(case, page)
    if shown is State.UNKNOWN or not player.declared:
        return State.ALIVE if player.declared else shown
    return State.UNKNOWN  # it names its file and says that there is none


def data_state(site: Site, look: Look, identifier: str) -> State:
    """Return what the data address answers; a page in its place is a wall's."""
    status, body = look.exchange.status, look.exchange.body
    data = _json(body)
    wall = body.lstrip().startswith(b"<") or isinstance(data, list)
    if look.exchange.failure is not None or wall:
        return State.UNKNOWN
    if status in site.media_removed:
        return State.REMOVED
    if status in site.media_private and identifier.startswith(site.media_private_prefix):
        return State.PRIVATE
    if status == HTTPStatus.OK and isinstance(data, dict):
        return State.PRIVATE if data.get("private") is True else State.ALIVE
    return State.UNKNOWN


def _youtube(player: Player) -> State:
    """Read YouTube's status; countries, bots and passing errors say nothing of the video."""
    reason = plain(player.reason)
    if player.status in PLAYS:
        return State.ALIVE
    if PASSING.search(reason) or ELSEWHERE.search(reason):
        return State.UNKNOWN
    if PRIVATE_REASON.search(reason):
        return State.PRIVATE
    if player.status == "ERROR" or (player.status == "UNPLAYABLE" and REMOVED_FOR.search(reason)):
        return State.REMOVED
    return State.UNKNOWN


def _shown(case: Case, page: Page) -> State:
    """Read headings, unless they are the cited title, and the beginning of a short text."""
    headings = [] if confirmed_by_heading(case, page) else heading_parts(page)
    short = len(page.main_text) < _SHORT_TEXT
    text = plain(page.main_text[:_BEGINNING]) if short else ""
    for state, heading, sentence in _SHOWN:
        filled = any(share(heading, part) >= _HEADING_SHARE for part in headings)
        if filled or sentence.search(text):
            return state
    return State.UNKNOWN


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
