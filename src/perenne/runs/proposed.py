"""The proposals for the links of registered dossiers: gathered, and narrowed down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from perenne.domain.decisions import Standing
from perenne.domain.links import LinkStatus
from perenne.domain.proposals import Proposal, proposals
from perenne.domain.urls import host_of
from perenne.runs.service import Service
from perenne.store import dossiers, links
from perenne.store.database import Session
from perenne.store.dossiers import DossierStatus
from perenne.store.recipients import UnknownDossierError


@dataclass(frozen=True)
class Narrowing:
    """Which proposals are meant; what is "" or None narrows nothing.

    `dossier` is a slug, `centre` that of the dossiers, `host` that of the old address (with or
    without www), `kind` one of `domain.links.KINDS`.
    """

    dossier: str = ""
    centre: str | None = None
    host: str = ""
    kind: str = ""


def listed(service: Service, asked: Narrowing, standing: Standing) -> list[Proposal]:
    """Return the proposals of one standing, in the order of the dossiers.

    Raises `UnknownDossierError`.
    """
    with service.database.reading() as session:
        found = narrowed(service, session, asked)
    told = (proposal for link in found for proposal in _of(link))
    meant = [p for p in told if p.standing is standing and asked.kind in ("", p.replacement.kind)]
    return sorted(meant, key=lambda each: (each.citation.dossier.casefold(), each.citation.slug))


def narrowed(service: Service, session: Session, asked: Narrowing) -> list[LinkStatus]:
    """Return the links that are meant, as the dossiers that are meant tell them.

    Raises `UnknownDossierError`.
    """
    slugs = [
        record.slug
        for record in dossiers.records(session)
        if record.status is not DossierStatus.RETIRED
        and asked.dossier in ("", record.slug)
        and asked.centre in (None, record.centre)
    ]
    if asked.dossier and not dossiers.find(session, asked.dossier):
        raise UnknownDossierError(asked.dossier)
    ids = links.cited(session, slugs)
    told = links.statuses(session, ids, now=service.clock.now())
    wanted = _bare(asked.host)
    return [link.within(slugs) for link in told if wanted in ("", _bare(host_of(link.url)))]


def _of(link: LinkStatus) -> Iterator[Proposal]:
    for citation in link.citations:
        yield from proposals(link, citation)


def _bare(host: str) -> str:
    """Return a host as it is compared; what was typed may be a whole address."""
    typed = host.strip()
    return (host_of(typed) or host_of(f"http://{typed}") or typed).removeprefix("www.")
