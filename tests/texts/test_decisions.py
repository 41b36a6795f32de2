"""The words of decisions: offered, understood, refused."""

import pytest

from perenne import texts
from perenne.domain.decisions import Decision, Fate, Refusal
from perenne.texts.decisions import decision_of, fate_name, refusal_sentence, word


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_what_is_offered_is_understood(language: str) -> None:
    """In the language of the sheet, whatever that of the shell which takes it in."""
    texts.use(language)
    offered = {word(decision): decision for decision in Decision}
    texts.use("en" if language == "fr" else "fr")
    assert {text: decision_of(text) for text in offered} == offered
    assert {text: decision_of(f" {text.upper()} ") for text in offered} == offered


def test_the_french_words_are_those_of_the_sheet() -> None:
    """They are chosen from its list."""
    assert [word(decision) for decision in Decision] == [
        "écarter",
        "corriger",
        "accepter",
        "annuler",
    ]


@pytest.mark.parametrize(
    "text", ["", "oui", "ok", "non", "écart", "=écarter", "dismiss it", "x" * 999]
)
def test_what_is_no_decision_is_not_guessed(text: str) -> None:
    """A wrong guess would hide a dead link."""
    assert decision_of(text) is None


def test_every_fate_and_every_refusal_has_its_words() -> None:
    """Different ones, with nothing left to fill in."""
    fates = {fate_name(fate) for fate in Fate}
    refusals = {refusal_sentence(why, "<fait>") for why in Refusal}
    assert (len(fates), len(refusals)) == (len(Fate), len(Refusal))
    assert not [said for said in (*fates, *refusals) if "{" in said or "}" in said]


def test_braces_in_what_she_wrote_stay_braces() -> None:
    """They fill in nothing."""
    assert "{fact.__class__}" in refusal_sentence(Refusal.UNKNOWN_WORD, "{fact.__class__}")
