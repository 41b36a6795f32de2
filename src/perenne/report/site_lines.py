"""A site that is down as a whole, in words: one line, which names the references it concerns."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from perenne.domain.urls import host_of
from perenne.report.lines import Address, Line, Source, line
from perenne.texts import _, plural

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from perenne.report.entries import Entry
    from perenne.settings import Report

_TITLES = 3
_UNKNOWN = datetime.max.replace(tzinfo=UTC)


def site_line(entries: Sequence[Entry], zone: tzinfo, conduct: Report) -> Line:
    """Put several entries of one host that fail in one way into words.

    The dates are those of the link that has failed longest.
    """
    oldest = min(entries, key=lambda entry: (entry.link.since or _UNKNOWN, entry.link.url))
    one = line(oldest, zone, conduct)
    told = (line(entry, zone, conduct) for entry in entries)
    titles = dict.fromkeys(source.title for each in told for source in each.sources)
    named = " · ".join([*list(titles)[:_TITLES], *(["…"] if len(titles) > _TITLES else [])])
    whole = Source(
        _("The whole site {host}", host=host_of(oldest.link.url)),
        plural(
            "{n} link of this dossier: {titles}",
            "{n} links of this dossier: {titles}",
            len(entries),
            titles=named,
        ),
    )
    parts = urlsplit(one.link.url)
    home = f"{parts.scheme}://{parts.netloc}/"
    return Line(
        label=one.label,
        tone=one.tone,
        sources=(whole,),
        link=Address(home, home if one.link.href else ""),
        reason=one.reason,
        dates=one.dates,
        offers=(),
    )
