"""Proposed addresses accepted and turned down, one by one or many at once.

What is decided is stored as sheets that come back store it: an overlay, which ends what it
contradicts. Nothing is rewritten, and nothing of what was said before is lost.

Exception
└── ChoiceError    with one of the codes of `sentence`; `fact` fills it
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from perenne.domain import offers
from perenne.domain.choices import accepted, ended_by_accepting, ended_by_rejecting, rejected
from perenne.domain.links import LinkStatus, Replacement
from perenne.domain.people import Overlay, OverlayKind
from perenne.domain.urls import link_key, without_credentials
from perenne.runs.dismissing import held, known_centre
from perenne.runs.proposed import Narrowing, narrowed
from perenne.runs.service import Service
from perenne.store import links, overlays
from perenne.store.database import Session
from perenne.texts import _
from perenne.texts.plain import address

Said = tuple[Overlay, ...]
_ACCEPTED, _REJECTED = OverlayKind.REPLACEMENT_ACCEPTED, OverlayKind.REPLACEMENT_REJECTED


class ChoiceError(Exception):
    """Nothing can be accepted or turned down as it was asked."""

    def __init__(self, code: str, fact: str = "") -> None:
        super().__init__(f"{code}: {fact}" if fact else code)
        self.code = code
        self.fact = fact

    @property
    def sentence(self) -> str:
        """Return what to tell the user, in the language in use."""
        return _SENTENCES[self.code](self.fact)


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
        chosen = _choice(link, said, _which(link, said, which, accepts=word.accepts), word, centre)
        _record(session, chosen, word, centre, now)
    return chosen


def choose_many(service: Service, asked: Narrowing, word: Word) -> list[Choice]:
    """Decide about all proposals that are meant and still stand; accepting, the best of each link.

    Raises `ChoiceError` where there is none, `DismissalError` and `UnknownDossierError`.
    """
    now = service.clock.now()
    with service.database.transaction() as session:
        centre = known_centre(session, word.centre)
        meant = Narrowing(asked.dossier, centre, asked.host, asked.kind)
        overlays.hold(session, [link.id for link in narrowed(service, session, meant) if link.id])
        made: list[Choice] = []
        for link in narrowed(service, session, meant):
            said = _said(session, link.id or 0, centre, now)
            for each in _many(link, said, asked.kind, accepts=word.accepts):
                made.append(_choice(link, said, each, word, centre))
                _record(session, made[-1], word, centre, now)
    if not made:
        raise ChoiceError("nothing_meant")
    return made


def _said(session: Session, link_id: int, centre: str | None, now: datetime) -> Said:
    """Return what holds of a link for a centre, or for all."""
    running = overlays.active(session, [link_id], now).get(link_id, [])
    return tuple(each for each in running if each.centre in (None, centre))


def _which(link: LinkStatus, said: Said, which: str, *, accepts: bool) -> str:
    """Return the address that is meant; raises `ChoiceError`."""
    chosen, refused = accepted(said), rejected(said)
    found = [each.url for each in offers.recorded(link)]
    given = [each.replacement for each in (chosen, *refused.values()) if each]
    if which:
        keys = {link_key(url): url for url in (*(each or "" for each in given), *found)}
        if link_key(which) not in keys:
            raise ChoiceError("not_proposed" if keys else "no_proposal", address(which))
        return keys[link_key(which)]
    if chosen and chosen.replacement:
        return chosen.replacement
    left = [url for url in found if link_key(url) not in refused]
    if not left:
        code = "no_proposal" if not found or not accepts else "all_rejected"
        raise ChoiceError(code, address(link.url))
    return left[0]


def _many(link: LinkStatus, said: Said, kind: str, *, accepts: bool) -> Iterator[str]:
    """Yield the addresses that are meant of one link: what was seen to live, and still stands."""
    chosen = accepted(said)
    if chosen and chosen.replacement:
        if accepts and kind in ("", *_kinds(link, chosen.replacement)):
            yield chosen.replacement
        return
    if not offers.is_wanted(link):
        return
    refused = {*offers.refused(link), *rejected(said)}
    left = [
        each.url
        for each in offers.recorded(link)
        if link_key(each.url) not in refused and _is_meant(link, each, kind)
    ]
    yield from left[:1] if accepts else left


def _is_meant(link: LinkStatus, replacement: Replacement, kind: str) -> bool:
    return kind in ("", replacement.kind) and offers.is_fresh(link, replacement)


def _kinds(link: LinkStatus, url: str) -> list[str]:
    found = offers.recorded(link)
    return [each.kind for each in found if link_key(each.url) == link_key(url)]


def _choice(link: LinkStatus, said: Said, url: str, word: Word, centre: str | None) -> Choice:
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


_SENTENCES: dict[str, Callable[[str], str]] = {
    "no_proposal": lambda url: _("No address is proposed for {url}.", url=url),
    "all_rejected": lambda url: _(
        "All that was proposed for {url} was turned down: name the address with --with.", url=url
    ),
    "not_proposed": lambda url: _(
        "{url} is not among the proposed addresses: `perenne replacements list` shows them.",
        url=url,
    ),
    "nothing_meant": lambda _fact: _(
        "No proposal that still stands fits: `perenne replacements list` shows them."
    ),
    "nothing_named": lambda _fact: _(
        "Name a link, or say which are meant with --host, --kind or --dossier."
    ),
    "named_and_meant": lambda option: _(
        "{option} means many links: leave it out to decide about one, or name no link.",
        option=option,
    ),
    "with_alone": lambda _fact: _("--with chooses among the addresses of one link: name it."),
}
