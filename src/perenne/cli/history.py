"""``perenne history``: the story of a link."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.context import Context
from perenne.domain.captures import Verification
from perenne.texts import _, plural

if TYPE_CHECKING:
    from perenne.domain.links import Capture, LinkStatus, Observation
    from perenne.domain.people import Overlay
    from perenne.domain.states import Flip
    from perenne.store.histories import History
    from perenne.store.look_ups import LookedUp


def history(
    ctx: typer.Context,
    url: Annotated[str, typer.Argument(help=_("The URL, as cited."), metavar="URL")],
) -> None:
    """Tell what was seen and what was believed, with dates, the oldest first."""
    from perenne.cli.refusals import UnknownUrlError
    from perenne.store import copies, links, observations
    from perenne.texts.plain import address

    context: Context = ctx.obj
    with context.service() as service, service.database.reading() as session:
        link_id = links.find(session, url)
        if link_id is None:
            raise UnknownUrlError(url)
        now = service.clock.now()
        [status] = links.statuses(session, [link_id], now=now)
        story = observations.history(session, link_id)
        at_home = copies.of_link(session, link_id)
    typer.echo(address(status.url))
    story_lines = [*_story(story, now, context.zone()), *_not_yet(status)]
    for line in (*story_lines, *_proposed(status), *_copies(at_home, context.zone())):
        typer.echo(line)


def _not_yet(status: LinkStatus) -> Iterator[str]:
    if status.last_checked is None:
        yield _("Not checked yet.")


def _story(story: History, now: datetime, zone: tzinfo) -> Iterator[str]:
    from perenne.texts.plain import one_line

    for citation in story.citations:
        where = ", ".join(
            one_line(each)
            for each in (citation.cited_in.dossier, citation.cited_in.section)
            if each
        )
        title = one_line(citation.cited_in.title)
        if citation.withdrawn_at:
            yield _("Was cited in: {where} · {title}", where=where, title=title)
        else:
            yield _("Cited in: {where} · {title}", where=where, title=title)
    events = sorted(_events(story, now, zone), key=lambda event: event[0])
    yield from (text for _instant, text in events)
    for capture in story.captures:
        yield from _copy(capture, zone)
    for archive, ended in story.look_ups.items():
        yield _searched(archive, ended, zone)


def _copy(capture: Capture, zone: tzinfo) -> Iterator[str]:
    from perenne.report.dates import minute
    from perenne.texts.archiving import copy_trouble, verification_name
    from perenne.texts.plain import address

    made, says = minute(capture.timestamp, zone), verification_name(capture.verification.value)
    yield _("Archived copy of {at} – {says}", at=made, says=says)
    yield f"    {address(capture.url)}"
    if capture.code and capture.verification is not Verification.LOST:
        yield f"    {copy_trouble(capture.code)}"


def _searched(archive: str, ended: LookedUp, zone: tzinfo) -> str:
    from perenne.report.dates import minute
    from perenne.texts.archiving import look_up_name

    return _(
        "Copies searched on {archive}, {at}: {says}",
        archive=archive,
        at=minute(ended.looked_at, zone),
        says=look_up_name(ended.status.value),
    )


def _proposed(status: LinkStatus) -> Iterator[str]:
    """Yield the addresses that wait for a decision; what was decided stands in the story."""
    from perenne.domain import offers
    from perenne.domain.urls import link_key
    from perenne.texts.plain import address
    from perenne.texts.replacements import replacement_name

    chosen = status.citations and all(each.accepted for each in status.citations)
    if chosen or not offers.is_wanted(status):
        return
    refused = offers.refused(status)
    for found in offers.recorded(status):
        if link_key(found.url) not in refused:
            yield replacement_name(found)
            yield f"    {address(found.url)}"


def _copies(at_home: list[tuple[datetime, int]], zone: tzinfo) -> Iterator[str]:
    from perenne.report.dates import minute
    from perenne.texts.sizes import size

    for at, length in at_home:
        yield _("Copy at home: {date}, {size}", date=minute(at, zone), size=size(length))


def _events(story: History, now: datetime, zone: tzinfo) -> Iterator[tuple[datetime, str]]:
    for observation in story.observations:
        yield observation.first_at, _seen(observation, zone)
    for flip in story.flips:
        yield flip.at, _believed(flip, zone)
    for citation in story.citations:
        if citation.withdrawn_at:
            yield citation.withdrawn_at, _dated(citation.withdrawn_at, zone, _("no longer cited"))
    for overlay in story.overlays:
        yield from _decided(overlay, now, zone)


def _decided(overlay: Overlay, now: datetime, zone: tzinfo) -> Iterator[tuple[datetime, str]]:
    """Yield what a human said, and how it ended where it has."""
    from perenne.report.overlays import ended, said_with_address

    yield overlay.created_at, _dated(overlay.created_at, zone, said_with_address(overlay, zone))
    if overlay.end and overlay.end <= now:
        yield overlay.end, _dated(overlay.end, zone, ended(overlay))


def _seen(observation: Observation, zone: tzinfo) -> str:
    from perenne.report.dates import minute
    from perenne.texts.reasons import reason, verdict_name

    name, why = verdict_name(observation.verdict.kind), reason(observation.verdict)
    text = _dated(observation.first_at, zone, f"{name} – {why}")
    if observation.count > 1:
        until = minute(observation.last_at, zone)
        text += "\n    " + plural(
            "seen {n} time, until {until}",
            "seen {n} times, until {until}",
            observation.count,
            until=until,
        )
    return text


def _believed(flip: Flip, zone: tzinfo) -> str:
    from perenne.texts.reasons import state_name

    return _dated(flip.at, zone, f"→ {state_name(flip.new_state)}")


def _dated(instant: datetime, zone: tzinfo, text: str) -> str:
    from perenne.report.dates import minute

    return f"{minute(instant, zone)}  {text}"
