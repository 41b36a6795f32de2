"""Proposed addresses accepted and turned down, one by one or many at once.

What is decided is stored as sheets that come back store it: an overlay, which ends what it
contradicts. Nothing is rewritten, and nothing of what was said before is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from perenne.domain.choices import accepted, ended_by_accepting, ended_by_rejecting, rejected
from perenne.domain.links import CAPTURE, LinkStatus
from perenne.domain.people import Overlay, OverlayKind
from perenne.domain.urls import link_key, without_credentials
from perenne.runs import meant
from perenne.runs.dismissing import held, known_centre
from perenne.runs.proposed import Narrowing, narrowed
from perenne.runs.service import Service
from perenne.store import links, look_ups, overlays
from perenne.store.database import Session
from perenne.texts.plain import address

_ACCEPTED, _REJECTED = OverlayKind.REPLACEMENT_ACCEPTED, OverlayKind.REPLACEMENT_REJECTED


@dataclass(frozen=True)
class Word:
    """What somebody says of proposals: that they are accepted, or turned down.

    `centre`: for whose dossiers; None for all.
    """

    accepts: bool
    author: str
    reason: str = ""
    centre: str | None = None
    dry_run: bool = False


@dataclass(frozen=True)
class Choice:
    """What became of one link: the address that is decided about, and what it ended.

    `known`: what said so before, and still holds; nothing is recorded then.
    """

    link: LinkStatus
    url: str
    ends: tuple[int, ...] = ()
    known: Overlay | None = None
    takes_back: bool = False


def choose_one(service: Service, url: str, which: str, word: Word) -> Choice:
    """Decide about one proposal for a link: `which` it is, "" for the best one.

    Raises `ChoiceError` and `DismissalError`.
    """
    now = service.clock.now()
    with service.database.transaction() as session:
        link_id, centre = held(session, url, word.centre, now)
        [link] = links.statuses(session, [link_id], now=now)
        said = _said(session, link_id, centre, now)
        chosen = _choice(
            link, said, meant.one(link, said, which, accepts=word.accepts), word, centre
        )
        _record(session, chosen, word, centre, now)
    return chosen


def choose_many(service: Service, asked: Narrowing, word: Word) -> list[Choice]:
    """Decide about all proposals that are meant and still stand; accepting, the best of each link.

    Raises `ChoiceError` where there is none, `DismissalError` and `UnknownDossierError`.
    """
    now = service.clock.now()
    with service.database.transaction() as session:
        centre = known_centre(session, word.centre)
        narrowing = Narrowing(asked.dossier, centre, asked.host, asked.kind)
        overlays.hold(
            session, [link.id for link in narrowed(service, session, narrowing) if link.id]
        )
        made: list[Choice] = []
        for link in narrowed(service, session, narrowing):
            said = _said(session, link.id or 0, centre, now)
            for url, known in meant.many(link, said, asked.kind, accepts=word.accepts):
                choice = _choice(link, said, url, word, centre)
                made.append(replace(choice, known=choice.known or known))
                _record(session, made[-1], word, centre, now)
    if not made:
        raise meant.ChoiceError("nothing_meant")
    return made


def _said(session: Session, link_id: int, centre: str | None, now: datetime) -> meant.Said:
    """Return what holds of a link for a centre, or for all."""
    running = overlays.active(session, [link_id], now).get(link_id, [])
    return tuple(each for each in running if each.centre in (None, centre))


def _choice(link: LinkStatus, said: meant.Said, url: str, word: Word, centre: str | None) -> Choice:
    """Return what becomes of a link once an address is accepted, or turned down."""
    shown = address(without_credentials(url))
    chosen, refused = accepted(said), rejected(said).get(link_key(url))
    same = chosen if chosen and link_key(chosen.replacement or "") == link_key(url) else None
    known = same if word.accepts else refused
    if known:
        return Choice(link, shown, known=known)
    ended_by = ended_by_accepting if word.accepts else ended_by_rejecting
    ends = ended_by(said, url, centre)
    contradicted = refused if word.accepts else same
    takes_back = contradicted is not None and contradicted.id in ends
    return Choice(link, shown, ends, takes_back=takes_back)


def _record(
    session: Session, choice: Choice, word: Word, centre: str | None, now: datetime
) -> None:
    if word.dry_run or choice.known:
        return
    for overlay_id in choice.ends:
        overlays.end(session, overlay_id, now, word.author)
    assert choice.link.id is not None
    if not word.accepts and CAPTURE in meant.kinds(choice.link, choice.url):
        look_ups.reopen(session, choice.link.id, now)
    overlays.say(
        session,
        choice.link.id,
        _ACCEPTED if word.accepts else _REJECTED,
        author=word.author,
        reason=word.reason,
        at=now,
        centre=centre,
        replacement=choice.url,
    )
