"""Links whose connection fails, and what is ours in it."""

from dataclasses import replace

import pytest
from tests.rules.made_pages import add, answer, case, failed, hop, page, settle

from perenne.domain.cases import Ask, AskKind, Case
from perenne.domain.exchanges import Exchange, Failure, Hop
from perenne.domain.verdicts import VerdictKind
from perenne.rules.judge import judge

URL = "https://www.exemple-ville.fr/dossiers/un-laboratoire-pour-la-ville"
KINDS = {
    Failure.DNS_NXDOMAIN: VerdictKind.DNS,
    Failure.DNS_NO_ADDRESS: VerdictKind.DNS,
    Failure.DNS_FAILED: VerdictKind.DNS,
    Failure.REFUSED: VerdictKind.REFUSED,
    Failure.UNREACHABLE: VerdictKind.REFUSED,
    Failure.RESET: VerdictKind.REFUSED,
    Failure.CLOSED: VerdictKind.REFUSED,
    Failure.CONNECT_TIMEOUT: VerdictKind.TIMEOUT,
    Failure.ANSWER_TIMEOUT: VerdictKind.TIMEOUT,
    Failure.TLS_EXPIRED: VerdictKind.TLS,
    Failure.TLS_SELF_SIGNED: VerdictKind.TLS,
    Failure.TLS_UNKNOWN_CA: VerdictKind.TLS,
    Failure.TLS_INCOMPLETE_CHAIN: VerdictKind.TLS,
    Failure.TLS_WRONG_NAME: VerdictKind.TLS,
    Failure.TLS_OLD_PROTOCOL: VerdictKind.TLS,
    Failure.TLS_FAILED: VerdictKind.TLS,
    Failure.NOT_HTTP: VerdictKind.SERVER_ERROR,
    Failure.REDIRECT_INVALID: VerdictKind.SERVER_ERROR,
    Failure.REDIRECT_LOOP: VerdictKind.REDIRECT_LOOP,
    Failure.ADDRESS_FORBIDDEN: VerdictKind.UNCHECKED,
    Failure.PORT_FORBIDDEN: VerdictKind.UNCHECKED,
    Failure.HOST_PUT_OFF: VerdictKind.UNCHECKED,
    Failure.PROXY_FAILED: VerdictKind.UNCHECKED,
    Failure.OWN_NETWORK: VerdictKind.UNCHECKED,
    Failure.BUDGET_SPENT: VerdictKind.UNCHECKED,
}


def test_every_failure_has_its_verdict_in_these_tests() -> None:
    """A failure added to the domain must be judged here too."""
    assert set(KINDS) == set(Failure)


@pytest.mark.parametrize(("failure", "kind"), KINDS.items())
def test_a_failure_that_lasts_gives_the_verdict_of_its_step(
    failure: Failure, kind: VerdictKind
) -> None:
    """The evidence carries the failure's own code and the host it happened at."""
    again = dict.fromkeys(AskKind, failed(URL, failure))
    verdict = settle(case(URL, failed(URL, failure)), again)
    assert (verdict.kind, verdict.code) == (kind, failure.value)
    assert verdict.evidence[0].fact == "www.exemple-ville.fr"


@pytest.mark.parametrize("failure", [f for f, k in KINDS.items() if k is not VerdictKind.UNCHECKED])
def test_a_failure_of_the_connection_is_looked_at_twice(failure: Failure) -> None:
    """Only a missing intermediate certificate needs no second opinion: it is looked behind."""
    asked = judge(replace(case(URL, failed(URL, failure)), second_opinion_after=7.0))
    if failure is Failure.TLS_INCOMPLETE_CHAIN:
        assert asked == Ask(AskKind.UNVERIFIED)
    else:
        assert asked == Ask(AskKind.SECOND_OPINION, after_seconds=7.0)


@pytest.mark.parametrize("failure", [Failure.RESET, Failure.ANSWER_TIMEOUT, Failure.DNS_FAILED])
def test_a_second_opinion_that_finds_the_page_clears_it(failure: Failure) -> None:
    """One hiccup of the network is no death."""
    second = {AskKind.SECOND_OPINION: answer(URL, page())}
    assert settle(case(URL, failed(URL, failure)), second).kind is VerdictKind.OK


def test_a_second_opinion_in_our_own_outage_decides_nothing() -> None:
    """What failed first may have failed for the same reason."""
    second = {AskKind.SECOND_OPINION: failed(URL, Failure.OWN_NETWORK)}
    verdict = settle(case(URL, failed(URL, Failure.CONNECT_TIMEOUT)), second)
    assert verdict.kind is VerdictKind.UNCHECKED


def test_a_second_opinion_without_time_left_leaves_the_first_standing() -> None:
    """Our budget says nothing of the site; its refusal does."""
    second = {AskKind.SECOND_OPINION: failed(URL, Failure.BUDGET_SPENT)}
    verdict = settle(case(URL, failed(URL, Failure.REFUSED)), second)
    assert verdict.kind is VerdictKind.REFUSED


def test_what_lies_behind_a_bad_certificate_is_noted() -> None:
    """An expired certificate is a defect, but the librarian learns that the page lives."""
    expired = failed(URL, Failure.TLS_EXPIRED)
    answers = {AskKind.SECOND_OPINION: expired, AskKind.UNVERIFIED: answer(URL, page())}
    verdict = settle(case(URL, expired), answers)
    assert verdict.kind is VerdictKind.TLS
    assert [note.code for note in verdict.notes] == ["tls_alive_behind"]


def test_nothing_is_noted_where_nothing_lives_behind_the_certificate() -> None:
    """A 404 behind a bad certificate is no consolation."""
    expired = failed(URL, Failure.TLS_EXPIRED)
    answers = {AskKind.SECOND_OPINION: expired, AskKind.UNVERIFIED: answer(URL, status=404)}
    assert settle(case(URL, expired), answers).notes == ()


def test_a_missing_intermediate_certificate_alone_is_no_defect() -> None:
    """Browsers fetch it themselves: the page lives, with a note."""
    chain = failed(URL, Failure.TLS_INCOMPLETE_CHAIN)
    verdict = settle(case(URL, chain), {AskKind.UNVERIFIED: answer(URL, page())})
    assert verdict.kind is VerdictKind.OK
    assert [note.code for note in verdict.notes] == ["tls_incomplete_chain"]


def test_a_dead_page_behind_a_missing_intermediate_certificate_is_dead() -> None:
    """What lies behind is judged like any page."""
    chain = failed(URL, Failure.TLS_INCOMPLETE_CHAIN)
    verdict = settle(case(URL, chain), {AskKind.UNVERIFIED: answer(URL, status=404)})
    assert verdict.kind is VerdictKind.NOT_FOUND


@pytest.mark.parametrize("failure", [Failure.RESET, Failure.CLOSED, Failure.ANSWER_TIMEOUT])
def test_a_site_known_to_refuse_programs_may_do_it_without_a_word(failure: Failure) -> None:
    """A reset from the Gazette is a refusal of us, not a death."""
    url = "https://www.lagazettedescommunes.com/616093/la-bretagne-cree-un-incubateur/"
    again = dict.fromkeys(AskKind, failed(url, failure))
    assert settle(case(url, failed(url, failure)), again).kind is VerdictKind.BLOCKED


def test_a_site_known_to_refuse_programs_still_dies_of_its_name() -> None:
    """A name that leads nowhere leads nowhere for readers too."""
    url = "http://archives.lagazettedescommunes.com/35185195/comment-mesurer-l-impact"
    gone = failed(url, Failure.DNS_NXDOMAIN)
    verdict = settle(case(url, gone), {AskKind.SECOND_OPINION: gone})
    assert (verdict.kind, verdict.definite) == (VerdictKind.DNS, True)


def test_the_host_that_failed_is_named_after_a_redirect() -> None:
    """The fact is about the last hop, wherever it led."""
    lost = failed("https://disparu.fr/", Failure.DNS_NXDOMAIN, (hop(URL),))
    verdict = settle(case(URL, lost), {AskKind.SECOND_OPINION: lost})
    assert verdict.evidence[0].fact == "disparu.fr"


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("htp://www.exemple.fr/page", "url_scheme"),
        ("http//www.exemple.fr/page", "url_invalid"),
        ("https://exem ple.fr/", "url_invalid"),
        ("https://www..fr/", "url_host"),
        ("https://exemple.fr/" + "a" * 9000, "url_too_long"),
    ],
)
def test_what_no_request_can_be_made_from_is_malformed(url: str, code: str) -> None:
    """No look was possible; the code says why."""
    verdict = settle(Case(url, ()))
    assert (verdict.kind, verdict.code) == (VerdictKind.MALFORMED, code)


def test_a_sound_address_never_looked_at_is_unchecked() -> None:
    """Nothing is concluded from nothing."""
    assert settle(Case(URL, ())).kind is VerdictKind.UNCHECKED


def test_a_407_is_our_own_proxy() -> None:
    """No site asks for a proxy's password."""
    assert settle(case(URL, answer(URL, status=407))).kind is VerdictKind.UNCHECKED


def test_a_later_look_does_not_forget_an_earlier_answer() -> None:
    """A page that answered stands, whatever a later question met."""
    given = add(case(URL, answer(URL, page())), AskKind.SECOND_OPINION, failed(URL, Failure.RESET))
    assert settle(given).kind is VerdictKind.OK


def test_what_hung_for_long_is_asked_again_without_more_waiting() -> None:
    """The twenty seconds count from the start of the request that failed."""
    quick = Hop(URL, failure=Failure.REFUSED, seconds=0.2)
    slow = Hop(URL, failure=Failure.ANSWER_TIMEOUT, seconds=20.5)
    waits = [judge(case(URL, Exchange((one,)))) for one in (quick, slow)]
    assert waits == [
        Ask(AskKind.SECOND_OPINION, after_seconds=19.8),
        Ask(AskKind.SECOND_OPINION, after_seconds=0.0),
    ]
