"""A page that has not changed is not read again, and its verdict stands."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from perenne.checking import Checker, Postponed
from perenne.checking.readings import LONGEST_TRUST
from perenne.clock import SetClock
from perenne.demo.answers import Answer, Site, Visit
from perenne.demo.web import SimulatedWeb
from perenne.domain.exchanges import HopSummary
from perenne.domain.links import Known, Link, Result
from perenne.domain.sites import Site as About
from perenne.domain.urls import host_of
from perenne.domain.verdicts import VerdictKind
from perenne.net.engine import Engine
from perenne.settings import Limits, Network, Politeness, Settings

URL = "http://a.exemple.fr/page"
TITLE = "La page cherchée"
MONDAY = datetime(2026, 3, 2, 3, 5, tzinfo=UTC)
BODY = f"<title>{TITLE}</title><h1>{TITLE}</h1><p>{'Un vrai texte. ' * 90}</p>".encode()
VALIDATORS = {"ETag": '"v1"', "Last-Modified": "Sun, 01 Mar 2026 10:00:00 GMT"}


class Place:
    """A site whose page the test changes between two checks."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.page = Answer(body=BODY, headers=VALIDATORS)
        self.conditional = True
        self.conditions: list[str] = []

    def answer(self, visit: Visit) -> Answer:
        """Answer 304 to those who know the version that is there."""
        given = visit.headers.get("if-none-match", "")
        self.conditions.append(given)
        if self.conditional and given and given == self.page.headers.get("ETag"):
            return Answer(status=304, body=b"")
        return self.page

    def check(self, link: Link, at: datetime = MONDAY, about: About | None = None) -> Result:
        """Check the link to its end."""

        async def run() -> Result:
            async with SimulatedWeb(self.directory, [Site("a.exemple.fr", self.answer)]) as web:
                settings = Settings(
                    politeness=Politeness(interval=0),
                    limits=Limits(second_opinion_after=0),
                    network=Network(resolve=web.resolve, ca_file=web.ca_file),
                )
                clock = SetClock(at)
                async with Engine(settings, clock=clock) as engine:
                    checker = Checker(engine, settings, clock, lambda _host: about or About())
                    outcome = await checker.check(link)
                    while isinstance(outcome, Postponed):
                        outcome = await checker.resume(outcome)
                    return outcome

        return asyncio.run(run())


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Open the site."""
    return Place(tmp_path)


def link(*titles: str) -> Link:
    """Return the link, cited under these titles."""
    return Link(URL, URL, host_of(URL), titles=titles or (TITLE,))


def after(result: Result, link: Link) -> Link:
    """Return the link as the next night knows it."""
    assert result.reading is not None
    *redirects, last = result.hops
    trail = (*redirects, HopSummary(last.url, None, last.failure))
    known = Known(
        result.reading, result.verdict, trail, result.page_title, fingerprint=result.fingerprint
    )
    return replace(link, known=known)


def test_a_page_is_asked_for_with_its_validators_and_need_not_come(place: Place) -> None:
    """RFC 9110 §13: the server answers 304 alone."""
    first = place.check(link())
    second = place.check(after(first, link()))
    assert place.conditions == ["", '"v1"']
    assert second.hops[-1].status == 304
    assert second.reading is None  # what is kept stays as it is
    assert (second.verdict, second.page_title, second.fingerprint) == (
        first.verdict,
        first.page_title,
        first.fingerprint,
    )


def test_the_same_bytes_are_the_same_page_without_validators_too(place: Place) -> None:
    """Half of the web sends none."""
    place.page = Answer(body=BODY)
    first = place.check(link())
    assert place.check(after(first, link())).reading is None
    place.page = Answer(body=BODY.replace(b"Un vrai", b"Un autre"))
    assert place.check(after(first, link())).reading is not None


def test_a_changed_page_is_judged_anew(place: Place) -> None:
    """It lost its text, and says so with 200."""
    first = place.check(link())
    assert first.verdict.kind is VerdictKind.OK
    place.page = Answer(body=b"<title>Page introuvable</title><h1>Page introuvable</h1>")
    assert place.check(after(first, link())).verdict.kind is VerdictKind.SOFT_404


@pytest.mark.parametrize("what", ["titles", "site", "time"])
def test_what_else_the_verdict_rests_on_has_to_be_the_same(place: Place, what: str) -> None:
    """Another title, another knowledge of the site, or a week: the page is read again."""
    known = after(place.check(link()), link())
    titled = replace(known, titles=("Un tout autre titre, qui ne dit rien de la page",))
    later = MONDAY + LONGEST_TRUST if what == "time" else MONDAY
    about = About(paywall_classes=("x",)) if what == "site" else None
    place.check(titled if what == "titles" else known, later, about)
    assert place.conditions[:2] == ["", ""]


def test_a_server_that_says_304_of_another_page_is_asked_again(place: Place) -> None:
    """The way there is not the one we know."""
    first = place.check(link())
    known = after(first, link())
    assert known.known is not None
    elsewhere = (HopSummary("http://a.exemple.fr/ailleurs", 301, None), *known.known.trail)
    moved = replace(known, known=replace(known.known, trail=elsewhere))
    assert place.check(moved).reading is not None
    assert place.conditions == ["", '"v1"', ""]


def test_a_verdict_that_took_a_second_look_is_always_made_anew(place: Place) -> None:
    """So is that of a course, which time closes."""
    suspected = place.check(link("Un tout autre titre, qui ne dit rien de la page"))
    course = b'<div class="course-about"></div><div class="registration-closed"></div>'
    place.page = Answer(body=BODY + course)
    assert suspected.reading is None
    assert place.check(link()).reading is None


def test_trust_ends_after_a_week() -> None:
    """Some servers say 304 for ever."""
    assert timedelta(days=1) < LONGEST_TRUST <= timedelta(days=7)


def test_a_page_that_was_not_living_is_asked_for_outright(place: Place) -> None:
    """Restored with its old date, it would be « not modified » for ever."""
    place.page = replace(
        place.page, body=b"<title>Page introuvable</title><h1>Page introuvable</h1>"
    )
    first = place.check(link())
    assert first.verdict.kind is VerdictKind.SOFT_404
    place.page = replace(place.page, body=BODY)
    assert place.check(after(first, link())).verdict.kind is VerdictKind.OK
    assert place.conditions[:2] == ["", ""]
