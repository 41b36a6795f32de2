"""The JSON of `check` and `report`: codes beside sentences, schema 1, which only grows.

``{"schema": 1, "run": {…}, "counts": {…}, "links": [{…}]}``. Times are ISO 8601 in UTC; what is
unknown is null; `place` is ``{"line": 34}`` as in the JSON of `read`.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from perenne.domain import offers
from perenne.domain.links import Replacement
from perenne.domain.verdicts import Family, VerdictKind
from perenne.texts import _
from perenne.texts.reasons import note, reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from perenne.domain.links import CitedIn, LinkStatus
    from perenne.domain.people import Overlay
    from perenne.domain.runs import Run
    from perenne.domain.verdicts import Evidence


def document(run: Run | None, links: Sequence[LinkStatus]) -> str:
    """Return the whole document, indented, ending in a line break."""
    whole = {
        "schema": 1,
        "run": _run(run) if run else None,
        "counts": counts(links),
        "links": [link_json(link) for link in links],
    }
    text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "replace").decode()  # a page may hold half a surrogate pair


def counts(links: Sequence[LinkStatus]) -> dict[str, int]:
    """Count the links by family of verdict; `unchecked` is part of `undecided`.

    A link that has no verdict yet counts in `links` alone; `dismissed` ones count as all others.
    """
    families = Counter(link.verdict.family for link in links if link.verdict)
    kinds = Counter(link.verdict.kind for link in links if link.verdict)
    return {
        "links": len(links),
        **{family.value: families[family] for family in Family},
        "unchecked": kinds[VerdictKind.UNCHECKED],
        "dismissed": sum(link.dismissed for link in links),
    }


def link_json(link: LinkStatus) -> dict[str, Any]:
    """Return one link as JSON values."""
    verdict = link.verdict
    return {
        "url": link.url,
        "verdict": verdict.kind.value if verdict else None,
        "family": verdict.family.value if verdict else None,
        "state": link.state.value,
        "dismissed": link.dismissed,
        "since": _time(link.since),
        "last_alive": _time(link.last_alive),
        "last_checked": _time(link.last_checked),
        "http_status": link.http_status,
        "final_url": link.final_url or None,
        "moved_to": verdict.moved_to if verdict else None,
        "hops": [
            {"url": hop.url, "status": hop.status, "failure": hop.failure and hop.failure.value}
            for hop in link.hops
        ],
        "evidence": [_evidence(item) for item in verdict.evidence] if verdict else [],
        "notes": [_note(item) for item in verdict.notes] if verdict else [],
        "reason": reason(verdict) if verdict else None,
        "replacements": [*_followed(link), *map(_replacement, offers.replacements(link))],
        "captures": [{"url": c.url, "timestamp": _time(c.timestamp)} for c in link.captures],
        "citations": [_citation(citation) for citation in link.citations],
    }


def _followed(link: LinkStatus) -> Iterator[dict[str, Any]]:
    """The end of a permanent redirect is the first replacement: the site itself proposes it."""
    moved_to = offers.new_address(link)
    if moved_to:
        yield _replacement(Replacement(moved_to, "permanent_redirect", _("New address"), 0.9))


def _replacement(replacement: Replacement) -> dict[str, Any]:
    return {
        "url": replacement.url,
        "kind": replacement.kind,
        "why": replacement.why,
        "confidence": replacement.confidence,
    }


def _run(run: Run) -> dict[str, Any]:
    return {
        "id": run.id,
        "kind": run.kind.value,
        "started_at": _time(run.started_at),
        "finished_at": _time(run.finished_at),
        "status": run.status.value,
    }


def _evidence(item: Evidence) -> dict[str, str]:
    return {"rule": item.rule, "code": item.code, "fact": item.fact}


def _note(item: Evidence) -> dict[str, str]:
    return {**_evidence(item), "text": note(item)}


def _citation(citation: CitedIn) -> dict[str, Any]:
    return {
        "as_written": citation.as_written,
        "dossier": citation.dossier or None,
        "slug": citation.slug or None,
        "section": citation.section,
        "title": citation.title,
        "authors": list(citation.authors),
        "place": _place(citation.place),
        "decisions": [_decision(said) for said in citation.said],
    }


def _decision(said: Overlay) -> dict[str, Any]:
    return {
        "kind": said.kind.value,
        "author": said.author,
        "reason": said.reason,
        "centre": said.centre,
        "at": _time(said.created_at),
        "until": _time(said.until),
        "replacement": said.replacement,
    }


def _place(place: str) -> dict[str, int] | None:
    kind, _, number = place.partition(":")
    return {kind: int(number)} if number.isdecimal() else None


def _time(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
