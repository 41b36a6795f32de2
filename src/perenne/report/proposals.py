"""Proposals for a reader, a spreadsheet or a program."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

from perenne.domain.decisions import Standing
from perenne.domain.links import BY_HAND
from perenne.report.overlays import said as in_words
from perenne.report.tables import csv_bytes
from perenne.texts import _
from perenne.texts.plain import address, one_line
from perenne.texts.replacements import confidence_name, kind_name, why_proposed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import tzinfo

    from perenne.domain.proposals import Proposal


def lines(proposals: Sequence[Proposal], zone: tzinfo) -> Iterator[str]:
    """Yield what a reader is shown: by dossier, by reference, each old address once."""
    for (title, slug), of_dossier in groupby(proposals, _dossier):
        yield f"{one_line(title)} ({slug})"
        for _key, of_citation in groupby(of_dossier, _citation):
            yield ""
            yield from _cited(list(of_citation), zone)
        yield ""


def csv_table(proposals: Sequence[Proposal], zone: tzinfo) -> bytes:
    """Return a row for each proposal of each citation."""
    headings = [
        *(_("Dossier"), _("Section"), _("Title of the reference"), _("Address"), _("Number")),
        *(_("New address"), _("Kind"), _("Reason"), _("Confidence"), _("State"), _("Decided")),
    ]
    return csv_bytes(headings, [_cells(each, zone) for each in proposals])


def document(proposals: Sequence[Proposal], zone: tzinfo) -> str:
    """Return the whole as JSON, indented, ending in a line break."""
    whole = {"schema": 1, "proposals": [_json(each, zone) for each in proposals]}
    text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "replace").decode()


def state_name(standing: Standing) -> str:
    """Return what was decided of a proposal, in a word."""
    return {
        Standing.PROPOSED: _("proposed"),
        Standing.ACCEPTED: _("accepted"),
        Standing.REJECTED: _("turned down"),
    }[standing]


def _dossier(proposal: Proposal) -> tuple[str, str]:
    return proposal.citation.dossier, proposal.citation.slug


def _citation(proposal: Proposal) -> tuple[str, str, str]:
    citation = proposal.citation
    return proposal.link.url, citation.place, citation.title


def _cited(proposals: Sequence[Proposal], zone: tzinfo) -> Iterator[str]:
    first = proposals[0]
    yield f"  {one_line(first.citation.title) or _('Reference without a title')}"
    yield "  " + address(first.link.url)
    for each in proposals:
        yield f"    {each.number}. {address(each.replacement.url)}"
        yield f"       {' · '.join(_facts(each))}"
        if each.said:
            yield f"       {in_words(each.said, zone)}"


def _facts(proposal: Proposal) -> Iterator[str]:
    found = proposal.replacement
    why = why_proposed(found)
    yield f"{kind_name(found.kind)} ({why})" if why else kind_name(found.kind)
    if found.kind != BY_HAND:
        yield confidence_name(found.confidence)
    yield state_name(proposal.standing)


def _cells(proposal: Proposal, zone: tzinfo) -> list[str]:
    citation, found = proposal.citation, proposal.replacement
    return [
        *(citation.dossier, citation.section, citation.title, address(proposal.link.url)),
        *(str(proposal.number), address(found.url), kind_name(found.kind), why_proposed(found)),
        confidence_name(found.confidence) if found.kind != BY_HAND else "",
        state_name(proposal.standing),
        in_words(proposal.said, zone) if proposal.said else "",
    ]


def _json(proposal: Proposal, zone: tzinfo) -> dict[str, Any]:
    citation, found, said = proposal.citation, proposal.replacement, proposal.said
    return {
        "dossier": citation.dossier,
        "slug": citation.slug,
        "section": citation.section,
        "title": citation.title,
        "as_written": citation.as_written,
        "url": proposal.link.url,
        "number": proposal.number,
        "replacement": found.url,
        "kind": found.kind,
        "kind_text": kind_name(found.kind),
        "why": found.why,
        "why_text": why_proposed(found),
        "confidence": found.confidence if found.kind != BY_HAND else None,
        "confidence_text": confidence_name(found.confidence) if found.kind != BY_HAND else None,
        "found_at": found.found_at.isoformat() if found.found_at else None,
        "state": proposal.standing.value,
        "state_text": state_name(proposal.standing),
        "author": said.author if said else None,
        "reason": said.reason if said else None,
        "centre": said.centre if said else None,
        "at": said.created_at.isoformat() if said else None,
        "decision_text": in_words(said, zone) if said else None,
    }
