"""Dismisses links one by one, and has them told again.

Exception
└── DismissalError    with one of the codes of `sentence`; `fact` fills it
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from perenne.domain.people import Overlay, OverlayKind
from perenne.report.overlays import said
from perenne.runs.service import Service
from perenne.store import dossiers, links, overlays
from perenne.store.database import Session
from perenne.texts import _
from perenne.texts.plain import address, one_line
from perenne.texts.told import Sentences, ToldError

_FORMS = ("%Y-%m-%d", "%d/%m/%Y")


class DismissalError(ToldError):
    """A link cannot be dismissed, or told again, as it was asked."""

    def _sentences(self) -> Sentences:
        return _SENTENCES


def dismiss(
    service: Service,
    url: str,
    *,
    author: str,
    reason: str,
    until: datetime | None = None,
    centre: str | None = None,
) -> Overlay:
    """Leave a link out of the mails, for one centre or for all; return what was recorded.

    Raises `DismissalError`: unknown URL or centre, or dismissed already.
    """
    now = service.clock.now()
    with service.database.transaction() as session:
        link_id, named = held(session, url, centre, now)
        for other in _dismissals(session, link_id, now):
            if other.centre in (None, named):
                raise DismissalError("dismissed", said(other, service.settings.schedule.zone))
        overlay_id = overlays.dismiss(
            session, link_id, author=author, reason=reason, at=now, until=until, centre=named
        )
        recorded = overlays.all_of(session, link_id)
    return next(each for each in recorded if each.id == overlay_id)


def undismiss(service: Service, url: str, *, author: str, centre: str | None = None) -> None:
    """Have a link told again; raises `DismissalError` where it is not dismissed in that way."""
    now = service.clock.now()
    with service.database.transaction() as session:
        link_id, named = held(session, url, centre, now)
        running = _dismissals(session, link_id, now)
        own = [each for each in running if each.centre == named]
        if not own:
            raise _not_dismissed(url, running)
        for each in own:
            overlays.end(session, each.id, now, author)


def end_of(text: str, service: Service) -> datetime:
    """Return the end of a day, which is still to come; raises `DismissalError`."""
    zone, now = service.settings.schedule.zone, service.clock.now()
    day = _day(text)
    if day < now.astimezone(zone).date():
        raise DismissalError("past_date", text)
    try:
        next_day = day + timedelta(days=1)
        return datetime(next_day.year, next_day.month, next_day.day, tzinfo=zone).astimezone(UTC)
    except OverflowError as error:
        raise DismissalError("bad_date", text) from error


def _day(text: str) -> date:
    for form in _FORMS:
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise DismissalError("bad_date", text)


def held(session: Session, url: str, centre: str | None, now: datetime) -> tuple[int, str | None]:
    """Return the link's id, held until the end, and the centre's name as it is known.

    Raises `DismissalError`: unknown URL or centre, or not cited by it.
    """
    link_id = links.find(session, url)
    if link_id is None:
        raise DismissalError("unknown_url", address(url))
    overlays.hold(session, [link_id])
    named = known_centre(session, centre)
    if named is not None:
        [status] = links.statuses(session, [link_id], now=now)
        centres = {record.slug: record.centre for record in dossiers.records(session)}
        if named not in {centres[citation.slug] for citation in status.citations}:
            raise DismissalError("not_cited", one_line(named))
    return link_id, named


def known_centre(session: Session, centre: str | None) -> str | None:
    """Return a centre's name as it is known, None for all; raises `DismissalError`."""
    named = " ".join((centre or "").split()) or None
    if named and named not in {record.centre for record in dossiers.records(session)}:
        raise DismissalError("unknown_centre", one_line(named))
    return named


def _dismissals(session: Session, link_id: int, now: datetime) -> list[Overlay]:
    running = overlays.active(session, [link_id], now).get(link_id, [])
    return [each for each in running if each.kind is OverlayKind.DISMISSED]


def _not_dismissed(url: str, running: list[Overlay]) -> DismissalError:
    if not running:
        return DismissalError("not_dismissed", address(url))
    centres = [one_line(each.centre) for each in running if each.centre]
    if centres:
        return DismissalError("for_centres", ", ".join(centres))
    return DismissalError("for_all")


_SENTENCES: dict[str, Callable[[str], str]] = {
    "unknown_url": lambda url: _("{url} was never checked: `perenne check` checks it.", url=url),
    "unknown_centre": lambda centre: _(
        "There is no centre named {centre}: `perenne dossier list` shows them.", centre=centre
    ),
    "not_cited": lambda centre: _(
        "No dossier of the centre {centre} cites this link.", centre=centre
    ),
    "bad_date": lambda text: _(
        "{text} is not a date: write it as 2026-12-31 or 31/12/2026.", text=text
    ),
    "past_date": lambda text: _("{text} is over: give a day to come.", text=text),
    "dismissed": lambda how: _("Already dismissed. {how}.", how=how),
    "not_dismissed": lambda url: _("{url} is not dismissed.", url=url),
    "for_centres": lambda centres: _(
        "It is dismissed for some centres only ({centres}): add --centre.", centres=centres
    ),
    "for_all": lambda _fact: _("It is dismissed for all centres: leave --centre out."),
}
