"""One link → one result: what was asked, how often, and within which time."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from perenne.checking import Checker, Postponed
from perenne.checking.budget import Budget
from perenne.clock import SystemClock
from perenne.demo.answers import Answer, Misconduct, Site, Visit
from perenne.demo.certificates import Fault
from perenne.demo.web import SimulatedWeb
from perenne.domain.links import Link, Result
from perenne.domain.sites import Site as Known
from perenne.domain.urls import host_of, link_key
from perenne.domain.verdicts import VerdictKind
from perenne.net.engine import Engine
from perenne.settings import Limits, Network, Politeness, Settings

PAGE = Answer(
    body=b"<title>La page cherch&eacute;e</title><h1>La page</h1><p>" + b"Un vrai texte. " * 90
)
Behaviour = Callable[[Visit], Answer | Misconduct]


def check(
    directory: Path,
    url: str,
    behaviour: Behaviour,
    *,
    titles: tuple[str, ...] = (),
    known: Known | None = None,
    limits: Limits | None = None,
    exclude: tuple[str, ...] = (),
    fault: Fault = Fault.NONE,
) -> tuple[Result, SimulatedWeb]:
    """Check one URL to its end, second opinions included."""

    async def run() -> tuple[Result, SimulatedWeb]:
        host = host_of(url)
        async with SimulatedWeb(directory, [Site(host, behaviour, fault=fault)]) as web:
            settings = Settings(
                politeness=Politeness(interval=0),
                limits=limits or Limits(first_byte=1.0, exchange=1.5, second_opinion_after=0.01),
                network=Network(resolve=web.resolve, ca_file=web.ca_file, exclude=exclude),
            )
            async with Engine(settings, clock=SystemClock()) as engine:
                site = known or Known()
                checker = Checker(engine, settings, SystemClock(), lambda _host: site)
                link = Link(link_key(url), url, host, titles=titles)
                outcome = await checker.check(link)
                while isinstance(outcome, Postponed):
                    outcome = await checker.resume(outcome)
                return outcome, web

    return asyncio.run(run())


def asked(web: SimulatedWeb) -> list[str]:
    """Return the paths that were requested, in order."""
    return [seen.path for seen in web.log]


def test_a_living_page_is_asked_for_once(tmp_path: Path) -> None:
    """And what is kept of it tells the whole way."""
    result, web = check(tmp_path, "https://a.exemple.fr/p", lambda _visit: PAGE)
    assert result.verdict.kind is VerdictKind.OK
    assert (result.http_status, result.final_url) == (200, "https://a.exemple.fr/p")
    assert result.page_title == "La page cherchée"
    assert result.fingerprint
    assert result.answered
    assert asked(web) == ["/p"]


def test_every_hop_is_kept(tmp_path: Path) -> None:
    """From the cited address to the last."""

    def moves(visit: Visit) -> Answer:
        if visit.path == "/vieux-nom-de-la-page":
            return Answer(301, headers={"Location": "/nouveau/vieux-nom-de-la-page"})
        return PAGE

    result, _web = check(tmp_path, "https://a.exemple.fr/vieux-nom-de-la-page", moves)
    assert [(hop.status, hop.url.rpartition(".fr")[2]) for hop in result.hops] == [
        (301, "/vieux-nom-de-la-page"),
        (200, "/nouveau/vieux-nom-de-la-page"),
    ]
    assert result.verdict.kind is VerdictKind.MOVED
    assert result.verdict.moved_to == "https://a.exemple.fr/nouveau/vieux-nom-de-la-page"


def test_a_refusal_is_asked_once_more_as_a_browser_would(tmp_path: Path) -> None:
    """Politely, and under the same name."""

    def wants_a_language(visit: Visit) -> Answer:
        return PAGE if "accept-language" in visit.headers else Answer(403)

    result, web = check(tmp_path, "https://a.exemple.fr/p", wants_a_language)
    assert result.verdict.kind is VerdictKind.OK
    assert len({seen.headers["user-agent"] for seen in web.log}) == 1
    result, web = check(tmp_path, "https://a.exemple.fr/p", lambda _visit: Answer(403))
    assert result.verdict.kind is VerdictKind.BLOCKED
    assert asked(web) == ["/p", "/p"]


def test_a_sibling_that_cannot_exist_unmasks_a_site(tmp_path: Path) -> None:
    """Same folder, random last segment, asked once."""
    nothing = Answer(
        body=b"<title>Erreur 404</title><p>Page introuvable, d&eacute;sol&eacute;.</p>"
    )
    result, web = check(tmp_path, "https://a.exemple.fr/dossier/page", lambda _visit: nothing)
    assert result.verdict.kind is VerdictKind.SOFT_404
    assert all(path.startswith("/dossier/") for path in asked(web))
    assert len(asked(web)) <= 2


def test_an_expired_certificate_is_looked_behind_once(tmp_path: Path) -> None:
    """Only to say whether the page still lives."""
    result, _web = check(
        tmp_path, "https://a.exemple.fr/p", lambda _visit: PAGE, fault=Fault.EXPIRED
    )
    assert result.verdict.kind is VerdictKind.TLS
    assert result.verdict.code == "tls_expired"
    assert [note.code for note in result.verdict.notes] == ["tls_alive_behind"]
    assert result.http_status is None


def test_a_malformed_address_is_never_requested(tmp_path: Path) -> None:
    """There is nothing to ask for."""
    result, web = check(tmp_path, "http://a..exemple.fr/p", lambda _visit: PAGE)
    assert result.verdict.kind is VerdictKind.MALFORMED
    assert result.stands_alone
    assert not web.log


def test_an_excluded_address_is_never_requested(tmp_path: Path) -> None:
    """The settings say so, with a star."""
    result, web = check(
        tmp_path, "https://a.exemple.fr/p", lambda _visit: PAGE, exclude=("*exemple.fr/*",)
    )
    assert (result.verdict.kind, result.verdict.code) == (VerdictKind.UNCHECKED, "excluded")
    assert not web.log


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("120", 120), ("999999999", 604_800), ("Sun, 06 Nov 2044 08:49:37 GMT", 604_800)],
)
def test_a_host_that_asks_us_to_wait_is_put_off(tmp_path: Path, header: str, seconds: int) -> None:
    """By seconds or by a date, for a week at most."""
    busy = Answer(429, headers={"Retry-After": header})
    result, _web = check(tmp_path, "https://a.exemple.fr/p", lambda _visit: busy)
    assert result.verdict.kind is VerdictKind.BLOCKED
    assert result.put_off is not None
    assert (result.put_off - result.at).total_seconds() == pytest.approx(seconds, abs=2)


@pytest.mark.parametrize("header", ["", "soon", "-5", "Sun, 06 Nov 1994 08:49:37 GMT"])
def test_a_wait_that_means_nothing_puts_nobody_off(tmp_path: Path, header: str) -> None:
    """Missing, not understood, or over already."""
    busy = Answer(429, headers={"Retry-After": header} if header else {})
    result, _web = check(tmp_path, "https://a.exemple.fr/p", lambda _visit: busy)
    assert result.put_off is None


def test_the_time_of_a_link_is_bounded_over_all_its_requests(tmp_path: Path) -> None:
    """What is left of it decides whether another question is put."""
    limits = Limits(link=0.5, first_byte=0.4, exchange=5, second_opinion_after=0.01)
    result, web = check(
        tmp_path, "https://a.exemple.fr/p", lambda _visit: Misconduct.HANG, limits=limits
    )
    assert result.verdict.kind is VerdictKind.TIMEOUT
    assert len(web.log) <= 2
    assert result.seconds < 2


def test_a_budget_does_not_count_while_it_pauses() -> None:
    """Waiting for a second opinion is not work."""
    now = 0.0
    budget = Budget(10, lambda: now)
    now = 4
    budget.pause()
    now = 100
    budget.resume()
    now = 103
    assert budget.spent == pytest.approx(7)
    assert budget.left == pytest.approx(3)
    now = 200
    assert budget.left == 0


def test_a_page_that_sends_its_readers_on_is_followed(tmp_path: Path) -> None:
    """One chain of hops, from the cited address to the page itself."""

    def behave(visit: Visit) -> Answer:
        sent = b'<meta http-equiv="refresh" content="0;url=/nouvelle"><p>Redirection</p>'
        return Answer(body=sent) if visit.path == "/page" else PAGE

    titles = ("La page cherchée",)
    result, _web = check(tmp_path, "https://a.exemple.fr/page", behave, titles=titles)
    assert result.verdict.kind is VerdictKind.MOVED
    assert result.verdict.moved_to == "https://a.exemple.fr/nouvelle"
    assert [hop.url.rpartition("/")[2] for hop in result.hops] == ["page", "nouvelle"]


def test_a_missing_anchor_is_a_note_and_no_fault(tmp_path: Path) -> None:
    """The page lives; the passage may have been moved."""
    url = "https://a.exemple.fr/page"
    body = PAGE.body + b'<h2 id="Synth&egrave;se">x</h2>'
    fragments = ("perdu", "Synth%C3%A8se", ":~:text=vrai", "/route", "top")
    notes = {
        fragment: check(tmp_path, f"{url}#{fragment}", lambda _visit: Answer(body=body))[0]
        for fragment in fragments
    }
    assert all(each.verdict.kind is VerdictKind.OK for each in notes.values())
    missing = [name for name, each in notes.items() if each.verdict.notes]
    assert missing == ["perdu"]
