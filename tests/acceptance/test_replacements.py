"""A broken line of a mail comes with a way to mend it, once that was looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.acceptance.nights import Nights

from perenne.demo.answers import Answer, Site, Visit, html, redirect
from perenne.demo.world import World, simulated_world
from perenne.domain.references import Citation, Dossier, Place, PlaceKind, Reference
from perenne.store import links
from perenne.store.database import open_database

GOOD = "https://www.gazette-exemple.fr/article-vivant"
SLIP = "https://www.gazete-exemple.fr/faire-du-design-de-service-public"
MEANT = "https://www.gazette-exemple.fr/faire-du-design-de-service-public"
LOST = "https://www.gazete-exemple.fr/un-article-perdu"
MOVED = "https://www.gazette-exemple.fr/ancien-rapport-annuel"
NEW = "https://www.gazette-exemple.fr/rapports/rapport-annuel"


def gazette(visit: Visit) -> Answer:
    """Serve the articles that are there, under their titles."""
    if visit.path == "/ancien-rapport-annuel":
        return redirect(NEW)
    if visit.path == "/un-article-perdu":
        return html(b"<h1>Page introuvable</h1>", 404)
    name = title(visit.path)
    text = "Un texte qui se lit bien, et qui parle de son sujet. " * 40
    return html(f"<title>{name}</title><h1>{name}</h1><p>{text}</p>".encode())


def title(url: str) -> str:
    """Return the title of a page, which its address tells."""
    return url.rpartition("/")[2].replace("-", " ").replace("ancien ", "").capitalize()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Run the gazette; the misspelt host does not exist."""
    with simulated_world(tmp_path, sites=[Site("www.gazette-exemple.fr", gazette)]) as running:
        yield running


def test_a_slip_of_the_pen_is_told_with_what_was_meant(world: World, new_database_url: str) -> None:
    """The page that is nowhere has no proposal; the one that has moved has its new address."""
    cited = [GOOD, SLIP, LOST, MOVED]
    place = Place(PlaceKind.LINE, 1)
    dossier = Dossier(
        "Design",
        tuple(Reference(title(u), place, citations=(Citation(u, u, place),)) for u in cited),
    )
    nights = Nights(world, new_database_url)
    nights.add(dossier)
    names = {"resolve": [*world.web.resolve, "*:*:nxdomain"]}
    nights.play(1, network=names)
    _status, [mail] = nights.play(2, network=names)
    assert mail.sections["2 liens cassés"] == [SLIP, MEANT, LOST]
    assert mail.sections["1 page déplacée"] == [MOVED, NEW]
    with open_database(new_database_url) as database, database.reading() as session:
        found = {s.url: s.replacements for s in links.statuses(session, links.cited(session))}
    assert {url: [(r.url, r.kind) for r in told] for url, told in found.items()} == {
        GOOD: [],
        SLIP: [(MEANT, "host")],
        LOST: [],
        MOVED: [(NEW, "redirect")],
    }
