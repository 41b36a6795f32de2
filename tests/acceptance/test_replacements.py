"""A broken line of a mail comes with a way to mend it, once that was looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.acceptance.nights import Nights

from perenne.demo.answers import Answer, Site, Visit, html, redirect
from perenne.demo.world import World, simulated_world
from perenne.domain.links import CAPTURE
from perenne.domain.references import Citation, Dossier, Place, PlaceKind, Reference
from perenne.store import links
from perenne.store.database import open_database

GOOD = "https://www.gazette-exemple.fr/article-vivant"
SLIP = "https://www.gazete-exemple.fr/faire-du-design-de-service-public"
MEANT = "https://www.gazette-exemple.fr/faire-du-design-de-service-public"
LOST = "https://www.gazete-exemple.fr/un-article-perdu"
MOVED = "https://www.gazette-exemple.fr/ancien-rapport-annuel"
NEW = "https://www.gazette-exemple.fr/rapports/rapport-annuel"
KEPT = "https://www.gazette-exemple.fr/ancien-guide-pratique"
GONE = "https://www.gazette-exemple.fr/ancien-guide-disparu"
STUDY = "https://www.gazette-exemple.fr/ancienne-etude-des-usages-numeriques"
STUDIES = "https://www.gazette-exemple.fr/etudes/etude-des-usages-numeriques"
DOI = "https://doi.org/10.1000/etude-des-usages-numeriques"
OTHER_DOI = "https://doi.org/10.1000/recettes-de-cuisine"
BLOG = "https://www.gazette-exemple.fr/ancien-billet-de-notre-blog-associe"


def gazette(visit: Visit) -> Answer:
    """Serve the articles that are there, under their titles."""
    if visit.path == "/ancien-rapport-annuel":
        return redirect(NEW)
    if visit.path.startswith("/ancien-guide") and visit.night < 3:
        return redirect(f"https://{visit.host}/guides{visit.path.replace('ancien-', '')}")
    dead = {"/un-article-perdu", "/ancien-guide-pratique", "/ancien-guide-disparu"}
    if visit.path in dead or (visit.path == "/guides/guide-disparu" and visit.night >= 3):
        return html(b"<h1>Page introuvable</h1>", 404)
    if visit.path == "/ancienne-etude-des-usages-numeriques" and visit.night > 3:
        return redirect(STUDIES)
    if visit.path == "/ancien-billet-de-notre-blog-associe" and visit.night > 3:
        return html(b"<h1>Page introuvable</h1>", 404)
    name = title(visit.path)
    given = {
        "/ancienne-etude-des-usages-numeriques": DOI,
        "/ancien-billet-de-notre-blog-associe": OTHER_DOI,
    }.get(visit.path)
    name_tag = f'<meta name="citation_doi" content="{given}">' if given else ""
    text = "Un texte qui se lit bien, et qui parle de son sujet. " * 40
    return html(f"<title>{name}</title>{name_tag}<h1>{name}</h1><p>{text}</p>".encode())


def resolver(visit: Visit) -> Answer:
    """Lead to where a work is now."""
    name = visit.path.rpartition("/")[2]
    return redirect(f"https://www.gazette-exemple.fr/travaux/{name}", 302)


def title(url: str) -> str:
    """Return the title of a page, which its address tells."""
    name = url.rpartition("/")[2].replace("-", " ")
    return name.replace("ancien ", "").replace("ancienne ", "").capitalize()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Run the gazette; the misspelt host does not exist."""
    sites = [Site("www.gazette-exemple.fr", gazette), Site("doi.org", resolver)]
    with simulated_world(tmp_path, sites=sites) as running:
        yield running


def test_a_slip_of_the_pen_is_told_with_what_was_meant(world: World, new_database_url: str) -> None:
    """The page that is nowhere has no proposal; the one that has moved has its new address."""
    nights = Nights(world, new_database_url)
    nights.add(dossier(GOOD, SLIP, LOST, MOVED))
    names = {"resolve": [*world.web.resolve, "*:*:nxdomain"]}
    nights.play(1, network=names)
    _status, [mail] = nights.play(2, network=names)
    assert mail.sections["2 liens cassés"] == [SLIP, MEANT, LOST]
    assert mail.sections["1 page déplacée"] == [MOVED, NEW]
    assert proposed(new_database_url) == {
        GOOD: [],
        SLIP: [(MEANT, "host")],
        LOST: [],
        MOVED: [(NEW, "redirect")],
    }


def test_what_was_proposed_while_it_lived_is_looked_at_again(
    world: World, new_database_url: str
) -> None:
    """A redirect is gone: the page behind it lives, or has died too."""
    nights = Nights(world, new_database_url)
    nights.add(dossier(GOOD, KEPT, GONE))
    nights.play(1)
    guides = {url: f"{url.replace('fr/ancien-', 'fr/guides/')}" for url in (KEPT, GONE)}
    assert proposed(new_database_url) == {
        GOOD: [],
        **{url: [(new, "redirect")] for url, new in guides.items()},
    }
    nights.play(3)
    assert proposed(new_database_url) == {GOOD: [], KEPT: [(guides[KEPT], "redirect")], GONE: []}


def test_what_a_page_gave_as_its_lasting_address_is_proposed_once_it_moves_or_dies(
    world: World, new_database_url: str
) -> None:
    """After days of a quiet life; the DOI of another work is not, whoever has put it there."""
    nights = Nights(world, new_database_url)
    nights.add(dossier(GOOD, STUDY, BLOG))
    for number in (1, 2, 3):
        nights.play(number)
    assert proposed(new_database_url) == {GOOD: [], STUDY: [], BLOG: []}
    nights.play(4)
    assert proposed(new_database_url) == {
        GOOD: [],
        STUDY: [(STUDIES, "redirect"), (DOI, "permalink")],
        BLOG: [],
    }
    asked = [seen.path for seen in world.web.log if seen.host == "doi.org"]
    assert "/10.1000/recettes-de-cuisine" in asked


def dossier(*urls: str) -> Dossier:
    """Return a dossier that cites them."""
    place = Place(PlaceKind.LINE, 1)
    return Dossier(
        "Design",
        tuple(Reference(title(u), place, citations=(Citation(u, u, place),)) for u in urls),
    )


def proposed(database_url: str) -> dict[str, list[tuple[str, str]]]:
    """Return the better addresses that are proposed for each link; copies are none."""
    with open_database(database_url) as database, database.reading() as session:
        found = links.statuses(session, links.cited(session))
        return {
            each.url: [(r.url, r.kind) for r in each.replacements if r.kind != CAPTURE]
            for each in found
        }
