"""Why, in one short sentence that a librarian understands.

The sentence comes from the code of the deciding evidence, or else from the kind of verdict, so
that a code nobody wrote a sentence for is still told truly.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from perenne.domain.urls import host_of
from perenne.domain.verdicts import VerdictKind
from perenne.texts import _
from perenne.texts.plain import one_line
from perenne.texts.sentences import (
    ALIVE,
    BROKEN,
    DOUBTFUL,
    KINDS,
    NAMES,
    NOTES,
    OUR_SIDE,
    STATES,
    UNDECIDED,
)

if TYPE_CHECKING:
    from perenne.domain.states import State
    from perenne.domain.verdicts import Evidence, Verdict

_CODES: Mapping[str, str] = {**ALIVE, **UNDECIDED, **OUR_SIDE, **BROKEN, **NOTES}
_OF_KIND: Mapping[VerdictKind, Mapping[str, str]] = {
    VerdictKind.OK: ALIVE,
    VerdictKind.DOUBTFUL: {**_CODES, **DOUBTFUL},
    VerdictKind.UNCHECKED: OUR_SIDE,
}
"""Where a code must not be told as a fault of the site, or not as certain."""
_LONGEST_FACT = 120
"""Characters of a phrase seen on a page: what fits on two lines of a mail."""


def reason(verdict: Verdict) -> str:
    """Return why the verdict was given: one sentence, on one line."""
    known = _OF_KIND.get(verdict.kind, _CODES)
    said = _sentence(verdict.evidence[0], known) if verdict.evidence else ""
    return said or _(KINDS[verdict.kind])


def note(evidence: Evidence) -> str:
    """Return what a remark beside a verdict says: one sentence, or the bare fact or code."""
    return _sentence(evidence, _CODES) or one_line(evidence.fact or evidence.code, _LONGEST_FACT)


def verdict_name(kind: VerdictKind) -> str:
    """Return the few words that name a verdict, as on a label."""
    return _(NAMES[kind])


def state_name(state: State) -> str:
    """Return the few words that name a state, as on a label."""
    return _(STATES[state])


def _sentence(evidence: Evidence, known: Mapping[str, str]) -> str:
    """Return "" where the code is unknown, or where the fact its sentence needs is missing."""
    text = known.get(evidence.code, "")
    facts = {"fact": one_line(evidence.fact, _LONGEST_FACT), "host": host_of(evidence.fact)}
    missing = any(f"{{{name}}}" in text and not fact for name, fact in facts.items())
    return "" if missing or not text else _(text, **facts)
