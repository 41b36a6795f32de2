"""The words of decisions: those that are offered, those that are understood, what is refused."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from perenne.domain.decisions import Decision, Fate, Refusal
from perenne.texts import _, in_every_language
from perenne.texts.plain import bare

N_ = str  # Babel collects what it marks; the translation happens where the text is used

WORDS: Final = MappingProxyType(
    {
        Decision.DISMISS: N_("dismiss"),
        Decision.CORRECT: N_("correct"),
        Decision.ACCEPT: N_("accept"),
        Decision.UNDO: N_("undo"),
    }
)
_ALSO: Final = MappingProxyType(
    {
        Decision.DISMISS: ("dismissed", "écarté", "écartée", "écartez"),
        Decision.CORRECT: ("corrected", "corrigé", "corrigée", "corrigez"),
        Decision.ACCEPT: ("accepted", "accepté", "acceptée", "acceptez"),
        Decision.UNDO: ("undone", "undismiss", "reopen", "annulé", "annulez", "rouvrir", "rouvert"),
    }
)
"""What people write when they do not choose from the list."""

_FATES: Final = MappingProxyType(
    {
        Fate.DISMISSED: N_("dismissed"),
        Fate.ACCEPTED: N_("proposed address accepted"),
        Fate.CORRECTED: N_("corrected address noted"),
        Fate.UNDONE: N_("decision undone"),
        Fate.UNCHANGED: N_("nothing new"),
        Fate.REFUSED: N_("refused"),
    }
)
_REFUSALS: Final = MappingProxyType(
    {
        Refusal.NO_MARK: N_(
            "the last column no longer says which link this is; copy it from the sheet you received"
        ),
        Refusal.UNKNOWN_LINK: N_("no such link is known here ({fact})"),
        Refusal.NO_LONGER_CITED: N_("this dossier no longer cites this link"),
        Refusal.ADDRESS_CHANGED: N_(
            "the address of this row is not that of the link any more; write the new address in"
            " the column “{fact}”"
        ),
        Refusal.UNKNOWN_WORD: N_("“{fact}” is no decision; write one of {words}"),
        Refusal.COMMENT_ALONE: N_("a comment without a decision: write one of {words}"),
        Refusal.ADDRESS_WITHOUT_CORRECTION: N_(
            "a corrected address goes with the decision “{correct}” only"
        ),
        Refusal.NO_ADDRESS: N_("the corrected address is missing"),
        Refusal.NOT_AN_ADDRESS: N_(
            "“{fact}” is not the address of a web page (http://… or https://…)"
        ),
        Refusal.SAME_ADDRESS: N_("the corrected address is the one that is cited already"),
        Refusal.NOTHING_PROPOSED: N_("this sheet proposes no address for this link"),
        Refusal.PROPOSAL_CHANGED: N_("what this sheet proposes is no longer proposed"),
        Refusal.SEVERAL_PROPOSALS: N_(
            "several addresses are proposed; copy the one you choose as the corrected address"
        ),
        Refusal.NOT_PROPOSED: N_(
            "“{fact}” is not among the proposed addresses; to give another, write “{correct}”"
        ),
        Refusal.DECIDED_FOR_ALL: N_(
            "this was decided for all centres, and cannot be undone by one of them"
        ),
        Refusal.CONTRADICTION: N_("row {fact} decides otherwise for the same link"),
    }
)


def word(decision: Decision) -> str:
    """Return the word that is offered for a decision."""
    return _(WORDS[decision])


def decision_of(text: str) -> Decision | None:
    """Return the decision that a cell tells, in whichever language, case and accents."""
    return _UNDERSTOOD.get(bare(text))


def fate_name(fate: Fate) -> str:
    """Return the few words that tell what became of a row."""
    return _(_FATES[fate])


def refusal_sentence(why: Refusal, fact: str) -> str:
    """Return why a row does not fit, and what would."""
    words = ", ".join(word(decision) for decision in Decision)
    return _(_REFUSALS[why], fact=fact, words=words, correct=word(Decision.CORRECT))


_UNDERSTOOD = {
    bare(form): decision
    for decision in Decision
    for form in (*in_every_language(WORDS[decision]), *_ALSO[decision])
}
