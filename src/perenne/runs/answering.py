"""One row of a sheet that came back → what becomes of it. Pure: the store is asked before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from perenne.domain import offers
from perenne.domain.choices import ended_by_accepting
from perenne.domain.decisions import Answer, Decision, Fate, Outcome, Refusal, RefusedError
from perenne.domain.links import LinkStatus
from perenne.domain.people import Overlay, OverlayKind
from perenne.domain.urls import MalformedUrlError, requested, without_credentials
from perenne.report.columns import CORRECTED
from perenne.report.sheet import cell_text
from perenne.texts.decisions import decision_of
from perenne.texts.plain import address, one_line

LONGEST_COMMENT = 1_000
_MARK = re.compile(r"(?P<slug>.+)#(?P<link>\d{1,9})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Target:
    """The link that a row is about, as the row's dossier tells it, and the dossier's centre."""

    link: LinkStatus
    centre: str | None

    @property
    def said(self) -> tuple[Overlay, ...]:
        """Return what is said of the link where this dossier is concerned."""
        return self.link.citations[0].said

    @property
    def accepted(self) -> Overlay | None:
        """Return the replacement that holds."""
        return self.link.citations[0].accepted

    @property
    def proposed(self) -> list[str]:
        """Return the addresses proposed, each once: first the one that the site leads to."""
        here = self.link.citations
        found = [offers.new_address(self.link, here)]
        found += [each.url for each in offers.replacements(self.link, here)]
        return list(dict.fromkeys(filter(None, found)))


def marked(mark: str) -> tuple[str, int] | None:
    """Return the slug and the link id that a mark tells, None where it tells none."""
    found = _MARK.fullmatch(mark)
    return (found["slug"], int(found["link"])) if found else None


def judge(answer: Answer, target: Target) -> Outcome | None:
    """Return what becomes of a row; None for a row that decides nothing.

    Raises `RefusedError`.
    """
    if not _shows(answer.address, target.link.url):
        raise RefusedError(Refusal.ADDRESS_CHANGED, CORRECTED.title)
    if answer.is_blank:
        return None
    return _JUDGES[_decision(answer)](answer, target)


def _decision(answer: Answer) -> Decision:
    """Return what the row decides; a corrected address alone is a correction."""
    if not answer.decision:
        if not answer.corrected:
            raise RefusedError(Refusal.COMMENT_ALONE)
        return Decision.CORRECT
    decision = decision_of(answer.decision)
    if decision is None:
        raise RefusedError(Refusal.UNKNOWN_WORD, one_line(answer.decision, 40))
    if answer.corrected and decision in (Decision.DISMISS, Decision.UNDO):
        raise RefusedError(Refusal.ADDRESS_WITHOUT_CORRECTION)
    return decision


def _dismiss(answer: Answer, target: Target) -> Outcome:
    """Return the outcome of leaving the link out for good: until a day only is not that."""
    dismissals = (each for each in target.said if each.kind is OverlayKind.DISMISSED)
    known = any(each.until is None for each in dismissals)
    fate = Fate.UNCHANGED if known else Fate.DISMISSED
    return _outcome(answer, target, Decision.DISMISS, fate)


def _correct(answer: Answer, target: Target) -> Outcome:
    if not answer.corrected:
        raise RefusedError(Refusal.NO_ADDRESS)
    chosen = _web_address(answer.corrected)
    if chosen in (address(target.link.url), *_written(target.link)):
        raise RefusedError(Refusal.SAME_ADDRESS)
    return _chosen(answer, target, Decision.CORRECT, chosen)


def _accept(answer: Answer, target: Target) -> Outcome:
    offered = [url for url in target.proposed if any(_shows(o, url) for o in answer.offered)]
    if not offered:
        proposed = target.proposed and answer.offered
        raise RefusedError(Refusal.PROPOSAL_CHANGED if proposed else Refusal.NOTHING_PROPOSED)
    if answer.corrected:
        offered = [url for url in offered if _shows(answer.corrected, url)]
        if not offered:
            raise RefusedError(Refusal.NOT_PROPOSED, one_line(answer.corrected, 200))
    if len(offered) > 1:
        raise RefusedError(Refusal.SEVERAL_PROPOSALS)
    return _chosen(answer, target, Decision.ACCEPT, _web_address(offered[0]))


def _undo(answer: Answer, target: Target) -> Outcome:
    own = tuple(each.id for each in target.said if each.centre == target.centre)
    if target.said and not own:
        raise RefusedError(Refusal.DECIDED_FOR_ALL)
    fate = Fate.UNDONE if own else Fate.UNCHANGED
    return _outcome(answer, target, Decision.UNDO, fate, ends=own)


_JUDGES = {
    Decision.DISMISS: _dismiss,
    Decision.CORRECT: _correct,
    Decision.ACCEPT: _accept,
    Decision.UNDO: _undo,
}


def _chosen(answer: Answer, target: Target, decision: Decision, url: str) -> Outcome:
    """Return the outcome of choosing an address; one chosen before gives way."""
    if target.accepted and target.accepted.replacement == url:
        return _outcome(answer, target, decision, Fate.UNCHANGED, replacement=url)
    before = ended_by_accepting(target.said, url, target.centre)
    fate = Fate.ACCEPTED if decision is Decision.ACCEPT else Fate.CORRECTED
    return _outcome(answer, target, decision, fate, replacement=url, ends=before)


def _outcome(
    answer: Answer,
    target: Target,
    decision: Decision,
    fate: Fate,
    *,
    replacement: str = "",
    ends: tuple[int, ...] = (),
) -> Outcome:
    return Outcome(
        row=answer.row,
        fate=fate,
        decision=decision,
        url=target.link.url,
        link_id=target.link.id or 0,
        centre=target.centre,
        comment=one_line(answer.comment, LONGEST_COMMENT),
        replacement=replacement,
        ends=ends,
    )


def _web_address(text: str) -> str:
    """Return an address as it is kept: readable, on one line, without credentials."""
    try:
        requested(text)
    except MalformedUrlError as error:
        raise RefusedError(Refusal.NOT_AN_ADDRESS, one_line(text, 200)) from error
    return address(without_credentials(text))


def _shows(cell: str, url: str) -> bool:
    """Tell whether a cell shows a URL; Excel's own CSV has lost what Windows-1252 has not."""
    return _as_excel(cell) == _as_excel(cell_text(address(url)))


def _as_excel(text: str) -> bytes:
    return text.encode("cp1252", "replace")


def _written(link: LinkStatus) -> list[str]:
    return [address(citation.as_written) for citation in link.citations]
