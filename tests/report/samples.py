"""Links, flips and reports to test with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count, pairwise

from perenne.domain.links import Change, CitedIn, LinkStatus
from perenne.domain.people import Overlay, OverlayKind
from perenne.domain.states import State
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind
from perenne.report.contents import Checked, Contents, compose
from perenne.settings import Report

NOW = datetime(2026, 11, 22, 4, 5, tzinfo=UTC)
BAD_TITLE = '<script>alert("x")</script>\r\nBcc: all@example.org\u202eevil\u2066 \x07=1+1'
ALIVE, BROKEN, SUSPECT, NEW = State.ALIVE, State.BROKEN, State.SUSPECT, State.NEW
NO_DOORS = Report()
"""Settings that name no page on which a reader could act."""
_flip_ids = count(1)


def cited(title: str = "Les laboratoires", **facts: object) -> CitedIn:
    """Return a citation in the dossier `d1`."""
    usual = {"as_written": "", "dossier": "Innovation", "slug": "d1", "section": "I – Bilan"}
    return CitedIn(title=title, **{**usual, **facts})


def said(kind: OverlayKind = OverlayKind.DISMISSED, **facts: object) -> Overlay:
    """Return what Léa said of a link tonight, for all centres and without an end."""
    usual = {"id": 1, "link_id": 1, "author": "Léa", "reason": "", "created_at": NOW}
    unsaid = dict.fromkeys(("centre", "until", "replacement"))
    return Overlay(kind=kind, **{**usual, **unsaid, **facts})


def verdict(kind: VerdictKind, code: str = "", fact: str = "", **facts: object) -> Verdict:
    """Return a verdict with its evidence, if a code is given."""
    evidence = (Evidence("rule", code, fact),) if code else ()
    return Verdict(kind, evidence, **facts)


def link(
    url: str = "https://example.org/a",
    state: State = State.BROKEN,
    kind: VerdictKind | Verdict = VerdictKind.NOT_FOUND,
    **facts: object,
) -> LinkStatus:
    """Return a link cited once in the dossier `d1`."""
    concluded = kind if isinstance(kind, Verdict) else Verdict(kind)
    usual = {"citations": (cited(),), "since": NOW - timedelta(days=2)}
    return LinkStatus(url, state, concluded, **{**usual, **facts})


def flips(shown: LinkStatus, *beliefs: tuple[State, VerdictKind | None]) -> list[Change]:
    """Return the flips of a link through these beliefs, one a night, the last one tonight."""
    steps = list(pairwise(beliefs))
    return [
        Change(
            flip_id=next(_flip_ids),
            at=NOW - timedelta(days=len(steps) - number),
            old_state=old[0],
            old_kind=old[1],
            new_state=new[0],
            new_kind=new[1],
            link=shown,
        )
        for number, (old, new) in enumerate(steps, 1)
    ]


def broke(shown: LinkStatus) -> list[Change]:
    """Return the flips of a link that was alive and is now confirmed broken."""
    kind = shown.verdict.kind if shown.verdict else None
    return flips(shown, (ALIVE, VerdictKind.OK), (SUSPECT, kind), (BROKEN, kind))


def report(
    *changes: list[Change], standing: tuple[LinkStatus, ...] = (), **facts: object
) -> Contents:
    """Compose the report of these flips."""
    flat = [change for some in changes for change in some]
    return compose(flat, standing, facts.pop("checked", Checked(41, 2)), **facts)
