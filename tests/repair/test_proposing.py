"""Candidates are asked for before they are proposed, and judged by the title."""

from __future__ import annotations

import asyncio
from pathlib import Path

from perenne.checking import Checker
from perenne.clock import SystemClock
from perenne.demo.answers import Answer, Misconduct, Site, Visit, html, redirect
from perenne.demo.web import SimulatedWeb
from perenne.domain.links import Replacement
from perenne.domain.sites import Site as About
from perenne.net.engine import Engine
from perenne.repair import Candidate, Kind, proposals
from perenne.settings import Limits, Network, Politeness, Settings

TITLE = "Les laboratoires d’innovation publique"
TEXT = "<p>" + "Un texte qui se lit bien, et qui parle de son sujet. " * 40


def page(title: str) -> Answer:
    """Return a living page."""
    return html(f"<title>{title}</title><h1>{title}</h1>{TEXT}".encode())


def answer(visit: Visit) -> Answer | Misconduct:
    """Serve the page, another one, one that is gone, and one that fails."""
    return {
        "/page": page(TITLE),
        "/autre": page("Recettes de cuisine de nos grands-mères"),
        "/sans-titre": page("Accueil"),
        "/panne": Answer(500),
        "/ancienne": redirect("http://a.exemple.fr/page"),
        "/10.1000/a": redirect("http://a.exemple.fr/page"),
        "/10.1000/autre": redirect("http://a.exemple.fr/autre"),
    }.get(visit.path, html(b"<h1>Page introuvable</h1>", 404))


def proposed(directory: Path, *found: Candidate, title: str = TITLE) -> list[Replacement]:
    """Return what is proposed of candidates."""
    sites = [Site("a.exemple.fr", answer), Site("doi.org", answer)]

    async def run() -> list[Replacement]:
        async with SimulatedWeb(directory, sites) as web:
            settings = Settings(
                politeness=Politeness(interval=0),
                limits=Limits(second_opinion_after=0),
                network=Network(resolve=(*web.resolve, "*:*:nxdomain"), ca_file=web.ca_file),
            )
            async with Engine(settings, clock=SystemClock()) as engine:
                checker = Checker(engine, settings, SystemClock(), lambda _host: About())
                return [each async for each in proposals(checker, (title,), found)]

    return asyncio.run(run())


def candidate(path: str, kind: Kind = Kind.HOST, confidence: float = 0.8) -> Candidate:
    """Return a candidate on the living host."""
    return Candidate(f"http://a.exemple.fr{path}", kind, "a.exemple.fr", confidence)


def test_the_cited_page_is_proposed(tmp_path: Path) -> None:
    """With how it was thought of."""
    assert proposed(tmp_path, candidate("/page")) == [
        Replacement("http://a.exemple.fr/page", "host", "a.exemple.fr", 0.8)
    ]


def test_what_is_dead_too_or_another_page_is_not(tmp_path: Path) -> None:
    """A living page is not enough: it has to be the cited one."""
    dead = Candidate("http://mort.exemple.fr/page", Kind.HOST, "mort.exemple.fr", 0.8)
    found = [candidate("/partie"), candidate("/panne"), candidate("/autre"), dead]
    assert proposed(tmp_path, *found) == []


def test_an_identifier_is_proposed_itself_and_not_where_it_leads_today(tmp_path: Path) -> None:
    """It is to outlive the address behind it; a canonical address leads where it leads."""
    doi = Candidate("https://doi.org/10.1000/a", Kind.PERMALINK, "DOI", 0.9)
    canonical = candidate("/ancienne", Kind.PERMALINK)
    assert [each.url for each in proposed(tmp_path, doi, canonical)] == [
        "https://doi.org/10.1000/a",
        "http://a.exemple.fr/page",
    ]


def test_the_identifier_of_another_work_is_not_proposed(tmp_path: Path) -> None:
    """The title is the witness, without which no identifier is believed."""
    other = Candidate("https://doi.org/10.1000/autre", Kind.PERMALINK, "DOI", 0.9)
    own = Candidate("https://doi.org/10.1000/a", Kind.PERMALINK, "DOI", 0.9)
    assert proposed(tmp_path, other) == []
    assert proposed(tmp_path, own, title="Le lab") == []


def test_without_a_title_only_the_same_address_is_believed(tmp_path: Path) -> None:
    """https, www, closing punctuation: not another host, nor another page of the site."""
    found = [
        candidate("/sans-titre"),
        candidate("/sans-titre", Kind.VARIANT, 0.6),
        candidate("/sans-titre", Kind.VARIANT, 0.9),
    ]
    assert [each.confidence for each in proposed(tmp_path, *found, title="Le lab")] == [0.9]
