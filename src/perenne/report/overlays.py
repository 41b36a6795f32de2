"""What humans said of a link, in words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from perenne.domain.people import OverlayKind
from perenne.report.dates import day
from perenne.texts import _
from perenne.texts.plain import address, one_line

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from perenne.domain.people import Overlay

_LONGEST_NAME = 80
_LONGEST_REASON = 300
"""Characters of what others wrote, in a sentence of ours."""


def said(overlay: Overlay, zone: tzinfo) -> str:
    """Return who said what, when, until when, for which centre and why, on one line."""
    sentence = _bare(overlay, day(overlay.created_at, zone), zone)
    if overlay.centre:
        sentence = _("{said} (centre {centre})", said=sentence, centre=one_line(overlay.centre))
    reason = one_line(overlay.reason, _LONGEST_REASON).rstrip(".")
    return _("{said}: {reason}", said=sentence, reason=reason) if reason else sentence


def said_with_address(overlay: Overlay, zone: tzinfo) -> str:
    """Return the same, with the address that was chosen, where one was."""
    told = said(overlay, zone)
    return f"{told} → {address(overlay.replacement)}" if overlay.replacement else told


def told_again(overlay: Overlay, zone: tzinfo) -> str:
    """Return why a link that was dismissed is told again."""
    if overlay.until and overlay.until == overlay.end:
        return _("You had dismissed it until {day}.", day=last_day(overlay.until, zone))
    return _("It is no longer dismissed.")


def ended(overlay: Overlay) -> str:
    """Return how what was said has ended: by its date, or because somebody took it back."""
    by_hand = overlay.end == overlay.ended_at
    author = one_line(overlay.ended_by or "", _LONGEST_NAME) if by_hand else ""
    if overlay.kind is OverlayKind.REPLACEMENT_ACCEPTED:
        done = _("Choice of address taken back")
    elif overlay.kind is OverlayKind.REPLACEMENT_REJECTED:
        done = _("The address is no longer turned down")
    elif overlay.kind is OverlayKind.REALLY_BROKEN:
        done = _("No longer said to be really broken")
    else:
        done = _("No longer dismissed")
    return _("{done} (by {author})", done=done, author=author) if author else done


def last_day(until: datetime, zone: tzinfo) -> str:
    """Return the last day on which something holds that ends at `until`."""
    return day(until - timedelta(microseconds=1), zone)


def _bare(overlay: Overlay, on: str, zone: tzinfo) -> str:
    author = one_line(overlay.author, _LONGEST_NAME)
    if overlay.kind is OverlayKind.REPLACEMENT_ACCEPTED:
        return _("Address chosen by {author} on {day}", author=author, day=on)
    if overlay.kind is OverlayKind.REPLACEMENT_REJECTED:
        return _("Proposed address turned down by {author} on {day}", author=author, day=on)
    if overlay.kind is OverlayKind.REALLY_BROKEN:
        return _("Said to be really broken by {author} on {day}", author=author, day=on)
    if overlay.until:
        until = last_day(overlay.until, zone)
        return _("Dismissed by {author} on {day} until {until}", author=author, day=on, until=until)
    return _("Dismissed by {author} on {day}", author=author, day=on)
