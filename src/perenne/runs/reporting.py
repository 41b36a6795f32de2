"""Reports to look at: how the links stand, and what the next mails would say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from perenne.domain.links import LinkStatus
from perenne.domain.states import State
from perenne.report.contents import Checked, Contents, overview
from perenne.report.html import html
from perenne.report.json import document
from perenne.report.letter import letter
from perenne.report.sheet import Cited, cited, csv_sheet, told
from perenne.report.text import text
from perenne.report.xlsx import xlsx_sheet
from perenne.runs.letters import contents_for, newcomers, post
from perenne.runs.readers import readers
from perenne.runs.service import Service
from perenne.store import dossiers, links
from perenne.store.database import Session
from perenne.store.dossiers import DossierStatus
from perenne.store.recipients import UnknownDossierError

_SHEETS = {"csv": csv_sheet, "xlsx": xlsx_sheet}


def standing_report(service: Service, slug: str, form: str) -> bytes:
    """Return how the links of one dossier stand, or of all (`slug` ""), in one of the forms.

    `form` is ``text``, ``html``, ``csv``, ``xlsx`` or ``json``. Raises `UnknownDossierError`.
    """
    with service.database.reading() as session:
        contents, statuses = _standing(session, slug, service.clock.now())
    slugs = {dossier.slug for dossier in contents.dossiers}
    rows = cited(status.within(slugs) for status in statuses)
    return _document(service, contents, statuses, rows, form)


def post_standing(service: Service, slug: str) -> int:
    """Put in the outbox, for each reader of a dossier, how its links stand now.

    Returns how many mails. Raises `UnknownDossierError`.
    """
    now = service.clock.now()
    with service.database.transaction() as session:
        contents, _statuses = _standing(session, slug, now)
        record = dossiers.find(session, slug)
        assert record is not None  # `_standing` has found it
        following = [r for r in readers(session, service.settings.report) if r.follows(record)]
        period = f"{slug} {now.isoformat()}"
        return sum(
            post(service, session, reader, contents, "standing", period, now)
            for reader in following
        )


def _standing(session: Session, slug: str, now: datetime) -> tuple[Contents, list[LinkStatus]]:
    titles = _wanted(session, slug)
    statuses = links.statuses(session, links.cited(session, list(titles)), now=now)
    states = Counter(status.state for status in statuses)
    looked = [status.last_checked for status in statuses if status.last_checked]
    checked = Checked(
        len(statuses),
        states[State.UNDECIDED],
        states[State.SUSPECT],
        unseen=len(statuses) - len(looked),
        latest=max(looked, default=None),
    )
    return overview(statuses, checked, titles), statuses


def previews(service: Service, slug: str, form: str) -> Iterator[tuple[str, bytes]]:
    """Yield each reader's address and what she would be told now; nothing is kept."""
    now = service.clock.now()
    with service.database.transaction() as session:
        looks = _wanted(session, slug)
        fresh = newcomers(session, now)
        for reader in readers(session, service.settings.report):
            whole = contents_for(session, reader, fresh, now)
            asked = tuple(each for each in whole.dossiers if each.slug in looks)
            contents = replace(whole, dossiers=asked)
            if contents.is_news:
                news = list({entry.link.url: entry.link for entry in contents.entries}.values())
                yield reader.address, _document(service, contents, news, told(contents), form)


def _wanted(session: Session, slug: str) -> dict[str, str]:
    """Return the titles by slug of the dossiers asked for: one, or every active one."""
    found = {
        record.slug: record.title
        for record in dossiers.records(session)
        if record.slug == slug or (not slug and record.status is DossierStatus.ACTIVE)
    }
    if slug and not found:
        raise UnknownDossierError(slug)
    return found


def _document(
    service: Service,
    contents: Contents,
    statuses: Sequence[LinkStatus],
    rows: Sequence[Cited],
    form: str,
) -> bytes:
    settings, zone = service.settings, service.settings.schedule.zone
    if form in _SHEETS:
        return _SHEETS[form](rows, zone)
    if form == "json":
        return document(None, statuses).encode()
    laid_out = letter(contents, service.clock.now(), zone, settings.report)
    return (html(laid_out) if form == "html" else text(laid_out)).encode()
