"""What is to be told, to whom: one mail for each reader and period, put in the outbox.

A new dossier is told once, as a first look, when the first suspicions are settled; until then
nothing is said of it. A first look that comes after the mail of the period has left goes in a
mail of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from perenne.domain.links import LinkStatus
from perenne.domain.people import Pace
from perenne.domain.states import State
from perenne.report.contents import Checked, Contents, compose, quiet
from perenne.report.mail import compose as compose_mail
from perenne.runs.readers import Reader, readers
from perenne.runs.service import Service
from perenne.store import changes, dossiers, links, outbox
from perenne.store.corrections import corrected
from perenne.store.database import Session
from perenne.store.dossiers import DossierRecord, DossierStatus

NEWS = "news"
"""The kind of the mails that tell what changed, and how links stand, since the one before."""
LONGEST_WAIT = timedelta(days=5)
"""A first look leaves after this, even while some link is still in doubt."""

LONGEST_SILENCE = timedelta(days=30)
"""A reader who hears nothing for longer wonders whether anybody is there."""


@dataclass(frozen=True)
class Newcomers:
    """The dossiers that had no mail yet: those ready for it, and those still waiting."""

    ready: dict[str, DossierRecord]
    waiting: frozenset[str]


def write_letters(service: Service) -> int:
    """Put in the outbox what every reader is to be told now; return how many mails."""
    now = service.clock.now()
    with service.database.transaction() as session:
        fresh = newcomers(session, now)
        written = sum(
            _write(service, session, reader, fresh, now)
            for reader in readers(session, service.settings.report)
        )
        for record in fresh.ready.values():
            dossiers.mark_baseline(session, record.id, now)
    return written


def newcomers(session: Session, now: datetime) -> Newcomers:
    """Sort the active dossiers whose first look has not left yet."""
    new = [
        record
        for record in dossiers.records(session)
        if record.baseline_at is None and record.status is DossierStatus.ACTIVE
    ]
    ready = {
        record.slug: record
        for record in new
        if now - record.added_at > LONGEST_WAIT or not changes.unsettled(session, record.id)
    }
    return Newcomers(ready, frozenset(record.slug for record in new) - ready.keys())


def contents_for(
    session: Session, reader: Reader, fresh: Newcomers, now: datetime, *, only_first: bool = False
) -> Contents:
    """Return what a reader would be told now."""
    looks = {slug: record for slug, record in fresh.ready.items() if reader.follows(record)}
    others = {record.slug for record in dossiers.records(session)} - looks.keys()
    told_at = outbox.latest(session, reader.address, [NEWS])
    return compose(
        changes.unreported(session, reader.address, now=now),
        [
            *changes.standing(session, reader.address, now=now, told_at=told_at),
            *_all_links(session, looks.values(), now),
        ],
        _checked(session, reader, now),
        corrections=_corrections(session, reader, told_at, only_first=only_first),
        first_looks={slug: record.title for slug, record in looks.items()},
        waiting=fresh.waiting,
        postponed=others - fresh.waiting if only_first else (),
    )


def _write(
    service: Service, session: Session, reader: Reader, fresh: Newcomers, now: datetime
) -> int:
    """Write the mail of the period; and where it has left already, first looks on their own."""
    today = now.astimezone(service.settings.schedule.zone).date()
    contents = contents_for(session, reader, fresh, now)
    if not contents.is_news:
        return _reassure(service, session, reader, now)
    if post(service, session, reader, contents, NEWS, _period(reader.pace, today), now):
        return 1
    if not any(reader.follows(record) for record in fresh.ready.values()):
        return 0
    first = contents_for(session, reader, fresh, now, only_first=True)
    night = service.night(now).isoformat()
    return int(post(service, session, reader, first, "first_look", night, now))


def _reassure(service: Service, session: Session, reader: Reader, now: datetime) -> int:
    """Write to a reader for whom there was nothing new for a month, that we are still there."""
    last = outbox.latest(session, reader.address)
    told = [record for record in dossiers.records(session) if _was_told(reader, record)]
    if not told or (last and now - last < LONGEST_SILENCE):
        return 0
    standing = changes.standing(session, reader.address, now=now)
    contents = quiet(standing, _checked(session, reader, now))
    night = service.night(now).isoformat()
    return int(post(service, session, reader, contents, "quiet", night, now))


def _was_told(reader: Reader, record: DossierRecord) -> bool:
    active = record.status is DossierStatus.ACTIVE and record.baseline_at is not None
    return active and reader.follows(record)


def _corrections(
    session: Session, reader: Reader, told_at: datetime | None, *, only_first: bool
) -> list[LinkStatus]:
    """Return what she corrected since the last mail of news, which alone tells it."""
    return corrected(session, reader.address, told_at) if told_at and not only_first else []


def _checked(session: Session, reader: Reader, now: datetime) -> Checked:
    counts = changes.checked_counts(session, reader.address, now=now)
    return Checked(sum(counts.values()), counts[State.UNDECIDED])


def post(
    service: Service,
    session: Session,
    reader: Reader,
    contents: Contents,
    kind: str,
    period: str,
    now: datetime,
) -> bool:
    """Put a mail in the outbox; False where the reader had one of this kind and period."""
    key = f"{reader.address}|{kind}|{period}"
    message = compose_mail(
        contents, key=key, recipient=reader.address, at=now, settings=service.settings
    )
    return outbox.put(
        session,
        key=key,
        recipient=reader.address,
        kind=kind,
        period=period,
        subject=str(message["Subject"]),
        message=message.as_bytes(),
        message_id=str(message["Message-ID"]),
        flip_ids=contents.told,
        at=now,
    )


def _all_links(
    session: Session, records: Iterable[DossierRecord], now: datetime
) -> list[LinkStatus]:
    """Return the links of these dossiers as each tells them, dismissed ones left out."""
    told: list[LinkStatus] = []
    for record in records:
        ids = links.cited(session, [record.slug])
        shown = {(link_id, record.id) for link_id in ids}
        statuses = links.statuses(session, ids, shown=shown, now=now)
        told += (status for status in statuses if not status.dismissed)
    return told


def _period(pace: Pace, day: date) -> str:
    if pace is Pace.NIGHTLY:
        return day.isoformat()
    if pace is Pace.WEEKLY:
        year, week, _weekday = day.isocalendar()
        return f"{year}-W{week:02}"
    return f"{day:%Y-%m}"
