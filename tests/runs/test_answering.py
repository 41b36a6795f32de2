"""What becomes of one row of a sheet that came back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.report.samples import ALIVE, NOW, cited, link, said, verdict

from perenne.domain.decisions import Answer, Fate, Refusal, RefusedError
from perenne.domain.links import LinkStatus, Replacement
from perenne.domain.people import OverlayKind
from perenne.domain.verdicts import VerdictKind as Kind
from perenne.runs.answering import Target, judge, marked

if TYPE_CHECKING:
    from perenne.domain.decisions import Outcome

URL, NEW, OTHER = "https://a.fr/1", "https://b.fr/1", "https://c.fr/1"
DEAD = link(URL, id=7)
MOVED = link(URL, ALIVE, verdict(Kind.MOVED, moved_to=NEW), id=7)
CHOSEN = said(OverlayKind.REPLACEMENT_ACCEPTED, id=3, replacement=NEW)


def decided(
    shown: LinkStatus = DEAD, centre: str | None = None, **facts: str | tuple[str, ...]
) -> Outcome | None:
    """Judge a row about `shown`; `facts` is what it says."""
    usual = {"row": 2, "mark": "d1#7", "address": URL}
    return judge(Answer(**{**usual, **facts}), Target(shown, centre))


def refused(shown: LinkStatus = DEAD, **facts: str | tuple[str, ...]) -> Refusal:
    """Return why such a row is refused."""
    with pytest.raises(RefusedError) as caught:
        decided(shown, **facts)
    return caught.value.why


def with_said(*overlays: object, shown: LinkStatus = DEAD) -> LinkStatus:
    """Return the link with what is said of it already."""
    return replace(shown, citations=(cited(said=overlays),))


def test_a_row_that_was_left_alone_decides_nothing() -> None:
    """That is most of them."""
    assert decided() is None


@pytest.mark.parametrize(
    "word", ["écarter", "ECARTER", " Écarté ", "écartée", "dismiss", "Dismissed"]
)
def test_dismissing_keeps_the_comment_as_the_reason(word: str) -> None:
    """Whatever the case, the accents and the language of the word."""
    outcome = decided(decision=word, comment="Site en\ntravaux", centre="Pantin")
    assert outcome
    assert (outcome.fate, outcome.comment) == (Fate.DISMISSED, "Site en travaux")
    assert (outcome.link_id, outcome.centre) == (7, "Pantin")


@pytest.mark.parametrize("centre", [None, "Pantin"])
def test_what_is_dismissed_already_stays_so(centre: str | None) -> None:
    """For all, or by the centre itself."""
    outcome = decided(with_said(said(centre=centre)), decision="écarter", centre="Pantin")
    assert outcome
    assert outcome.fate is Fate.UNCHANGED


def test_what_is_dismissed_until_a_day_can_be_dismissed_for_good() -> None:
    """That is what the word says; the day goes by in silence."""
    outcome = decided(with_said(said(until=NOW)), decision="écarter")
    assert outcome
    assert outcome.fate is Fate.DISMISSED


@pytest.mark.parametrize("word", ["corriger", "correct", "Corrigé", ""])
def test_a_corrected_address_is_noted(word: str) -> None:
    """It speaks for itself, where she has left the decision out."""
    outcome = decided(decision=word, corrected=f" {NEW} ")
    assert outcome
    assert (outcome.fate, outcome.replacement) == (Fate.CORRECTED, NEW)


def test_an_address_is_kept_readable_and_without_a_password() -> None:
    """As the mail will show it."""
    outcome = decided(corrected="https://moi:s3same@bibliothèque.fr/été à la mer")
    assert outcome
    assert "s3same" not in outcome.replacement
    assert " " not in outcome.replacement


@pytest.mark.parametrize(
    "text",
    [
        "bientôt",
        "www.b.fr/1",
        "ftp://b.fr/1",
        "javascript:alert(1)",
        "http://b..fr/",
        "=1+1",
        "http://",
    ],
)
def test_what_is_no_web_address_is_refused(text: str) -> None:
    """Readers of the dossier could not open it."""
    assert refused(decision="corriger", corrected=text) is Refusal.NOT_AN_ADDRESS


def test_a_correction_needs_another_address() -> None:
    """Neither none, nor the one that is cited."""
    written = replace(DEAD, citations=(cited(as_written="http://a.fr/1?utm_source=x"),))
    assert refused(decision="corriger") is Refusal.NO_ADDRESS
    assert refused(decision="corriger", corrected=URL) is Refusal.SAME_ADDRESS
    assert refused(written, corrected="http://a.fr/1?utm_source=x") is Refusal.SAME_ADDRESS


def test_the_address_that_is_proposed_can_be_accepted() -> None:
    """Where the site itself leads, or what was found elsewhere."""
    found = replace(DEAD, replacements=(Replacement(OTHER, "k", "w", 0.5),))
    for shown, url in ((MOVED, NEW), (found, OTHER)):
        outcome = decided(shown, decision="accepter", offered=(url,))
        assert outcome
        assert (outcome.fate, outcome.replacement) == (Fate.ACCEPTED, url)


def test_of_several_proposals_one_must_be_named() -> None:
    """And no other address than these."""
    several = replace(MOVED, replacements=(Replacement(OTHER, "k", "w", 0.5),))
    offered = (NEW, OTHER)
    assert refused(several, decision="accept", offered=offered) is Refusal.SEVERAL_PROPOSALS
    outcome = decided(several, decision="accept", offered=offered, corrected=OTHER)
    assert outcome
    assert (outcome.fate, outcome.replacement) == (Fate.ACCEPTED, OTHER)
    elsewhere = refused(several, decision="accept", offered=offered, corrected="https://d.fr/")
    assert elsewhere is Refusal.NOT_PROPOSED


def test_nobody_accepts_what_she_has_not_seen() -> None:
    """What is proposed has changed since the sheet left, or nothing was proposed in it."""
    assert refused(decision="accepter") is Refusal.NOTHING_PROPOSED
    assert refused(MOVED, decision="accepter") is Refusal.NOTHING_PROPOSED
    assert refused(MOVED, decision="accepter", offered=(OTHER,)) is Refusal.PROPOSAL_CHANGED


def test_what_was_chosen_already_stays_so() -> None:
    """Accepted or typed: it is the same address."""
    shown = with_said(CHOSEN, shown=MOVED)
    for facts in ({"decision": "accepter", "offered": (NEW,)}, {"corrected": NEW}):
        outcome = decided(shown, **facts)
        assert outcome
        assert (outcome.fate, outcome.ends) == (Fate.UNCHANGED, ())


def test_another_address_takes_the_place_of_the_one_chosen_before() -> None:
    """Within the centre that chose it: one for all stays for the others."""
    own = said(OverlayKind.REPLACEMENT_ACCEPTED, id=4, replacement=NEW, centre="Pantin")
    outcome = decided(with_said(CHOSEN, own), corrected=OTHER, centre="Pantin")
    assert outcome
    assert (outcome.fate, outcome.ends) == (Fate.CORRECTED, (4,))


@pytest.mark.parametrize("word", ["annuler", "undo", "rouvrir", "undismiss"])
def test_undoing_ends_what_was_decided(word: str) -> None:
    """All of it; where nothing was, nothing happens."""
    outcome = decided(with_said(said(id=2), CHOSEN), decision=word)
    assert outcome
    assert (outcome.fate, outcome.ends) == (Fate.UNDONE, (2, 3))
    again = decided(decision=word)
    assert again
    assert again.fate is Fate.UNCHANGED


def test_a_centre_cannot_undo_what_holds_for_all() -> None:
    """Others count on it."""
    with pytest.raises(RefusedError) as caught:
        decided(with_said(said()), decision="annuler", centre="Pantin")
    assert caught.value.why is Refusal.DECIDED_FOR_ALL


def test_a_word_that_is_no_decision_is_refused() -> None:
    """As she wrote it, and short enough to be told."""
    with pytest.raises(RefusedError) as caught:
        decided(decision="peut-être " * 100)
    assert caught.value.why is Refusal.UNKNOWN_WORD
    assert caught.value.fact.startswith("peut-être")
    assert len(caught.value.fact) <= 40


def test_what_goes_with_no_decision_is_refused() -> None:
    """She may have meant something else: it is not lost in silence."""
    assert refused(comment="à voir") is Refusal.COMMENT_ALONE
    for word in ("écarter", "annuler"):
        why = refused(decision=word, corrected=NEW)
        assert why is Refusal.ADDRESS_WITHOUT_CORRECTION


def test_an_address_changed_in_its_own_column_is_told() -> None:
    """Even where nothing else was filled in: that is where one would correct it."""
    assert refused(address=NEW) is Refusal.ADDRESS_CHANGED
    assert refused(address="", decision="écarter") is Refusal.ADDRESS_CHANGED


def test_an_address_that_excel_could_not_save_is_the_same() -> None:
    """Its CSV is in Windows-1252: what that does not have becomes a question mark."""
    shown = link("https://a.fr/été/ж", id=7)
    assert decided(shown, address="https://a.fr/été/?") is None
    assert refused(shown, address="https://a.fr/hiver/?") is Refusal.ADDRESS_CHANGED


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ("mars-2019#12", ("mars-2019", 12)),
        ("a#b#3", ("a#b", 3)),
        ("", None),
        ("#3", None),
        ("mars-19", None),
        ("d1#-3", None),
        ("d1#12345678901", None),
    ],
)
def test_a_mark_names_a_dossier_and_a_link(mark: str, told: tuple[str, int] | None) -> None:
    """Or nothing that a database could hold."""
    assert marked(mark) == told
