"""Videos and sounds: their page and their public data address tell whether they are there.

Dailymotion's videos that nobody has watched for 16 months are taken offline
(faq.dailymotion.com, September 2024), and its page, as YouTube's, answers 200 all the same.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from perenne.domain.cases import Ask, AskKind, Case
from perenne.domain.exchanges import Variant
from perenne.domain.verdicts import VerdictKind
from perenne.rules.answers import Answer, conclude
from perenne.rules.headings import heading_parts
from perenne.rules.looks import served_look, served_page
from perenne.rules.media_phrases import GONE_TEXT, PRIVATE_HEADING
from perenne.rules.media_states import State, data_state, page_state
from perenne.rules.words import plain

_LAST_SEGMENT = r"^/(?:.*/)?([^/_]+)[^/]*/?$"
"""Where a site has no pattern; words after _ only speak to readers."""

_LITTLE_TEXT = 300
"""Characters of main text. Beside more of it, a video is but an illustration."""

_VERDICTS = {
    State.ALIVE: (VerdictKind.OK, "http_ok"),
    State.PRIVATE: (VerdictKind.RESTRICTED, "media_private"),
    State.REMOVED: (VerdictKind.MEDIA_REMOVED, "media_removed"),
    State.UNKNOWN: (VerdictKind.DOUBTFUL, "media_unknown"),
}


def media(case: Case) -> Answer:
    """Judge the address of a video or a sound; channels and articles are pages like others."""
    identifier = _identifier(case)
    if not identifier or served_look(case) is None:
        return None
    page = _page(case, identifier)
    if not case.site.media_probe:
        return _told_by_page(page, identifier)
    if _plays(case, identifier):
        return _conclude(State.ALIVE, identifier)
    if case.may_ask(AskKind.MEDIA):
        return Ask(AskKind.MEDIA, url=_probe(case, identifier))
    look = case.look(Variant.MEDIA)
    data = data_state(case.site, look, identifier) if look else State.UNKNOWN
    return _conclude(_agreed(page, data), identifier)


def lone_player(case: Case) -> Answer:
    """A page of whatever site that holds nothing but a video, private or removed."""
    page = served_page(case)
    if page is None or len(page.main_text) > _LITTLE_TEXT:
        return None
    if any(map(PRIVATE_HEADING.fullmatch, heading_parts(page))):
        return _conclude(State.PRIVATE, "")
    gone = GONE_TEXT.search(plain(page.main_text))
    return _conclude(State.REMOVED, "") if gone and "video" in gone[0] else None


def _told_by_page(page: State, identifier: str) -> Answer:
    """Believe bad news alone: the rules that follow know a living page, or a redirect."""
    return _conclude(page, identifier) if page in (State.PRIVATE, State.REMOVED) else None


def _agreed(page: State, data: State) -> State:
    """Join two witnesses: a private item exists, and life and death together are doubtful."""
    said = {page, data} - {State.UNKNOWN}
    if State.PRIVATE in said:
        return State.PRIVATE
    return said.pop() if len(said) == 1 else State.UNKNOWN


def _page(case: Case, identifier: str) -> State:
    page, look = served_page(case), served_look(case)
    if page is None or look is None:
        return State.UNKNOWN
    elsewhere = case.site.media_probe and identifier not in look.exchange.final_url
    return State.UNKNOWN if elsewhere else page_state(case, page)


def _plays(case: Case, identifier: str) -> bool:
    """Tell whether the player itself says that it plays: no need to ask."""
    page = served_page(case)
    status = page.player.status if page and page.player else ""
    return bool(status) and _page(case, identifier) is State.ALIVE


def _conclude(state: State, identifier: str) -> Answer:
    kind, code = _VERDICTS[state]
    return conclude(kind, "media", code, identifier)


def _identifier(case: Case) -> str:
    """Return the identifier in the cited address, "" where it is not that of an item."""
    site = case.site
    pattern = site.media_item or (_LAST_SEGMENT if site.media_probe else "")
    try:
        parts = urlsplit(case.url)
    except ValueError:
        return ""
    place = f"{parts.path}?{parts.query}" if site.media_item and parts.query else parts.path
    found = re.search(pattern, place) if pattern else None
    return (found[1] or "") if found else ""


def _probe(case: Case, identifier: str) -> str:
    return case.site.media_probe.format(id=quote(identifier, safe=""), url=quote(case.url, safe=""))
