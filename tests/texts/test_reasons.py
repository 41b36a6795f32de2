"""Every verdict has one sentence that a librarian understands."""

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne import texts
from perenne.domain.exchanges import Failure
from perenne.domain.states import State
from perenne.domain.verdicts import Evidence, Verdict, VerdictKind
from perenne.texts import sentences
from perenne.texts.reasons import note, reason, state_name, verdict_name

KINDS = sorted(VerdictKind)
TABLES: list[Mapping[str, str]] = [
    sentences.ALIVE,
    sentences.UNDECIDED,
    sentences.DOUBTFUL,
    sentences.OUR_SIDE,
    sentences.BROKEN,
    sentences.NOTES,
]
# fmt: off
RULE_CODES = [
    "http_ok", "http_status", "http_404", "http_410", "http_5xx", "http_401", "http_402",
    "http_403", "http_429", "http_451", "http_999", "redirect_permanent", "redirect_home",
    "redirect_list", "redirect_login", "paywall_declared", "paywall_sign", "paywall_phrase",
    "login_form", "bot_wall", "unsigned_refusal", "phrase_not_found", "empty_answer",
    "parked_host", "parked_phrase", "hosting_default_page", "course_open", "course_closed",
    "course_fallback", "media_removed", "media_private", "title_missing", "tls_alive_behind",
    "truncated_pdf", "incomplete_body", "site_slow", "excluded", "url_too_long", "url_invalid",
    "url_scheme", "url_host",
]
# fmt: on


@pytest.fixture
def in_english() -> Iterator[None]:
    """Speak English for one test."""
    texts.use("en")
    yield
    texts.use("fr")


def _verdict(kind: VerdictKind, code: str, fact: str = "") -> Verdict:
    return Verdict(kind, (Evidence("rule", code, fact),))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_name_and_a_sentence(in_english: None, kind: VerdictKind) -> None:
    """With no evidence at all there is still something to say."""
    assert verdict_name(kind)
    assert reason(Verdict(kind)).endswith(".")


@pytest.mark.parametrize("state", sorted(State))
def test_every_state_has_a_name(state: State) -> None:
    """No code is shown to a reader."""
    assert state_name(state)
    assert "_" not in state_name(state)


@pytest.mark.parametrize("code", [*RULE_CODES, *sorted(Failure)])
def test_every_code_has_a_sentence_of_its_own(code: str) -> None:
    """No rule concludes with something that nobody put into words."""
    assert any(code in table for table in TABLES)


def test_the_fact_stands_in_the_sentence(in_english: None) -> None:
    """The vendor of a bot wall, the phrase of a page, the status of an answer are told."""
    wall = reason(_verdict(VerdictKind.BLOCKED, "bot_wall", "Cloudflare"))
    phrase = reason(_verdict(VerdictKind.SOFT_404, "phrase_not_found", "Page introuvable"))
    status = reason(_verdict(VerdictKind.SERVER_ERROR, "http_5xx", "503"))
    assert "(Cloudflare)" in wall
    assert phrase == "The page says: “Page introuvable”."
    assert "(503)" in status


def test_a_new_address_is_told_by_its_site(in_english: None) -> None:
    """The whole new address has a line of its own elsewhere: the sentence stays short."""
    fact = "https://sante.gouv.fr/IMG/pdf/" + "x" * 300
    told = reason(_verdict(VerdictKind.MOVED, "redirect_permanent", fact))
    assert told == "The page has moved for good; its new address is on sante.gouv.fr."


@pytest.mark.parametrize(("code", "fact"), [("bot_wall", ""), ("redirect_permanent", "no url")])
def test_a_missing_fact_leaves_no_hole(in_english: None, code: str, fact: str) -> None:
    """Where the fact is missing, the sentence of the kind is told."""
    assert reason(_verdict(VerdictKind.BLOCKED, code, fact)) == reason(Verdict(VerdictKind.BLOCKED))


def test_an_unknown_code_is_told_by_its_kind(in_english: None) -> None:
    """A rule of tomorrow is still told truly."""
    told = reason(_verdict(VerdictKind.PARKED, "invented_tomorrow", "x"))
    assert told == reason(Verdict(VerdictKind.PARKED))


def test_what_we_could_not_check_is_no_fault_of_the_site(in_english: None) -> None:
    """An unknown authority behind our own proxy must not be told as the site's certificate."""
    told = reason(_verdict(VerdictKind.UNCHECKED, "tls_unknown_ca", "example.org"))
    assert told == "The link could not be checked this time."


def test_what_is_doubtful_is_not_told_as_certain(in_english: None) -> None:
    """A 404 with a whole article under it is no page that does not exist."""
    sure = reason(_verdict(VerdictKind.NOT_FOUND, "http_404"))
    unsure = reason(_verdict(VerdictKind.DOUBTFUL, "http_404"))
    assert "does not exist" in sure
    assert "does not exist" not in unsure


def test_an_unmodified_page_is_simply_well(in_english: None) -> None:
    """An odd status that means alive is not told as unexpected."""
    assert reason(_verdict(VerdictKind.OK, "http_status", "304")) == reason(Verdict(VerdictKind.OK))


def test_notes_have_sentences_too(in_english: None) -> None:
    """A note without a sentence is told by its fact, or by its code."""
    assert note(Evidence("r", "site_slow")) == "The site is very slow."
    assert note(Evidence("r", "unheard_of", "a fact")) == "a fact"
    assert note(Evidence("r", "unheard_of")) == "unheard_of"


@given(st.sampled_from(KINDS), st.sampled_from(RULE_CODES), st.text())
def test_no_fact_breaks_a_sentence(kind: VerdictKind, code: str, fact: str) -> None:
    """Braces, line breaks and lengths of a hostile page do no harm."""
    told = reason(_verdict(kind, code, fact))
    assert told
    assert len(told.splitlines()) == 1
    assert len(told) < 400


def test_every_sentence_is_translated() -> None:
    """A French reader meets no English."""
    texts.use("fr")
    messages = {m for table in TABLES for m in table.values()}
    messages |= {*sentences.NAMES.values(), *sentences.STATES.values(), *sentences.KINDS.values()}
    assert sorted(m for m in messages if texts._(m) == m) == []
