"""What readers decided in a sheet that came back: read, judged row by row, recorded.

Either all rows that fit are recorded, in one transaction, or none. The same sheet taken in
twice changes nothing the second time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from perenne.domain.decisions import Answer, Fate, Outcome, Refusal, RefusedError
from perenne.domain.people import OverlayKind
from perenne.dossiers.encodings import text_of
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.opening import opened
from perenne.report.returned import SheetError, answers, csv_rows
from perenne.report.workbooks import SIGNATURE, xlsx_rows
from perenne.runs.answering import Target, judge, marked
from perenne.runs.service import Service
from perenne.store import dossiers, links, overlays
from perenne.store.database import Session
from perenne.texts.plain import one_line

LARGEST_SHEET = 20_000_000
"""Bytes: what mail servers let through."""
Targets = dict[tuple[str, int], Target | None]
"""By slug and link id; None where the dossier no longer cites the link."""
Settled = dict[tuple[int, str | None, str], tuple[int, str]]
"""By link, centre and subject: the first row that says something of it, and what."""


def read_sheet(path: Path) -> list[Answer]:
    """Return the rows of a sheet, CSV or XLSX; raises `UnreadableError` or `SheetError`."""
    data = opened(path, LARGEST_SHEET)
    if len(data) > LARGEST_SHEET:
        raise SheetError("too_large")
    return answers(xlsx_rows(data) if data.startswith(SIGNATURE) else csv_rows(_text(data)))


def take_in(
    service: Service, sheet: Sequence[Answer], *, author: str, dry_run: bool = False
) -> list[Outcome]:
    """Record what the rows decide, and return what became of each that was filled in.

    With `dry_run` nothing is recorded, and the same is returned.
    """
    if dry_run:
        with service.database.reading() as session:
            return list(_outcomes(sheet, _targets(service, session, sheet)))
    with service.database.transaction() as session:
        decided = [answer for answer in sheet if not answer.is_blank]
        overlays.hold(session, [link_id for _slug, link_id in _marks(decided)])
        outcomes = list(_outcomes(sheet, _targets(service, session, sheet)))
        for outcome in outcomes:
            _record(service, session, outcome, author)
    return outcomes


def _text(data: bytes) -> str:
    try:
        return text_of(data)
    except UnreadableError as error:
        if error.code == "file_binary":
            raise SheetError("not_a_workbook") from error
        raise


def _marks(sheet: Sequence[Answer]) -> list[tuple[str, int]]:
    found = (marked(answer.mark) for answer in sheet)
    return list(dict.fromkeys(each for each in found if each))


def _targets(service: Service, session: Session, sheet: Sequence[Answer]) -> Targets:
    """Return what the marks stand for; a mark that stands for nothing here is left out."""
    centres = {record.slug: record.centre for record in dossiers.records(session)}
    marks = _marks(sheet)
    ids = dict.fromkeys(link_id for _slug, link_id in marks)
    known = {link.id: link for link in links.statuses(session, ids, now=service.clock.now())}
    found: Targets = {}
    for slug, link_id in marks:
        if slug in centres and link_id in known:
            told = known[link_id].within({slug})
            found[slug, link_id] = Target(told, centres[slug]) if told.citations else None
    return found


def _outcomes(sheet: Sequence[Answer], targets: Targets) -> Iterator[Outcome]:
    """Yield what becomes of each row that was filled in; a later one cannot contradict."""
    settled: Settled = {}
    for answer in sheet:
        try:
            outcome = _outcome(answer, targets)
            if outcome is not None:
                yield _beside(outcome, settled)
        except RefusedError as refused:
            yield _refused(answer, refused, targets)


def _outcome(answer: Answer, targets: Targets) -> Outcome | None:
    mark = marked(answer.mark)
    target = targets.get(mark) if mark else None
    if target is None and answer.is_blank:
        return None
    if mark is None:
        raise RefusedError(Refusal.NO_MARK)
    if mark not in targets:
        raise RefusedError(Refusal.UNKNOWN_LINK, one_line(answer.mark, 80))
    if target is None:
        raise RefusedError(Refusal.NO_LONGER_CITED)
    return judge(answer, target)


def _beside(outcome: Outcome, settled: Settled) -> Outcome:
    """Return the outcome as it is after those of the rows above."""
    link, centre = outcome.link_id, outcome.centre
    keys = {(link, centre, subject): what for subject, what in outcome.says.items()}
    above = [(settled[key], what) for key, what in keys.items() if key in settled]
    for (row, said), what in above:
        if said != what:
            raise RefusedError(Refusal.CONTRADICTION, str(row))
    settled.update({key: (outcome.row, what) for key, what in keys.items() if key not in settled})
    return replace(outcome, fate=Fate.UNCHANGED) if above else outcome


def _refused(answer: Answer, refused: RefusedError, targets: Targets) -> Outcome:
    mark = marked(answer.mark)
    target = targets.get(mark) if mark else None
    url = target.link.url if target else answer.address
    return Outcome(answer.row, Fate.REFUSED, url=url, refusal=refused.why, fact=refused.fact)


def _record(service: Service, session: Session, outcome: Outcome, author: str) -> None:
    now = service.clock.now()
    if outcome.fate not in _KINDS and outcome.fate is not Fate.UNDONE:
        return
    for overlay_id in outcome.ends:
        overlays.end(session, overlay_id, now, author)
    if outcome.fate in _KINDS:
        overlays.say(
            session,
            outcome.link_id,
            _KINDS[outcome.fate],
            author=author,
            reason=outcome.comment,
            at=now,
            centre=outcome.centre,
            replacement=outcome.replacement or None,
        )


_KINDS = {
    Fate.DISMISSED: OverlayKind.DISMISSED,
    Fate.ACCEPTED: OverlayKind.REPLACEMENT_ACCEPTED,
    Fate.CORRECTED: OverlayKind.REPLACEMENT_ACCEPTED,
}
