"""Dossiers that are read where they are published: the address is given in place of a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.acceptance.conftest import Shell
from tests.dossiers.pdfs import PdfPage, pdf

from perenne.demo.answers import Answer, Misconduct, Site, Visit, html, redirect
from perenne.demo.world import World, simulated_world

CENTRE = "https://www.centre-exemple.fr"
CITED = ["https://www.revue-exemple.fr/eau-et-sol", f"{CENTRE}/publications/la-riviere"]
_TEXT = "Ce qui se dit de l’eau, du sol et des rivières, raconté par ceux qui en vivent. "
PAGE = f"""<!DOCTYPE html><html lang="fr"><head><title>L’eau en ville</title></head><body>
<header><a href="/">Accueil</a> <a href="/contact">Contact</a></header>
<nav><ul><li><a href="/plan">Plan du site</a></li></ul></nav>
<div class="menu"><a href="/lettre">Lettre</a></div>
<main><h1>L’eau en ville</h1><p><a href="#articles">Aller aux articles</a></p>
<h2 id="articles">Articles</h2>
<p>Eau et sol</p><p>Revue de l’eau, 03/2020</p><p>{_TEXT * 3}</p>
<p><a href="{CITED[0]}">Lire</a></p>
<p>La rivière</p><p>Revue de l’eau, 04/2020</p><p>{_TEXT * 3}</p>
<p><a href="../publications/la-riviere">Lire</a></p></main>
<aside><a href="https://www.autre-exemple.fr/pub">À lire aussi</a></aside>
<footer><a href="https://www.reseau-exemple.fr/">Nous suivre</a></footer></body></html>"""
PRINTED = pdf(
    PdfPage()
    .write("L'eau en ville", size=20)
    .write("Articles", gap=30, size=16)
    .write("Eau et sol", gap=20)
    .write("Revue de l'eau, 03/2020")
    .write(CITED[0], url=CITED[0])
)


def centre(visit: Visit) -> Answer | Misconduct:
    """Serve a dossier as a page and as a PDF, and the ways in which none is served."""
    article = html(f"<title>Eau</title><h1>Eau et sol</h1><p>{_TEXT * 9}</p>".encode())
    pages: dict[str, Answer | Misconduct] = {
        "/dossiers/eau": html(PAGE.encode()),
        "/dossiers/eau.pdf": Answer(200, PRINTED, {"Content-Type": "application/pdf"}),
        "/telecharger?id=7": redirect("/dossiers/eau.pdf", 302),
        "/dossiers/bois": html(b"<title>404</title><h1>Page introuvable</h1>", 404),
        "/dossiers/vide": html(f"<title>Vide</title><h1>Vide</h1><p>{_TEXT * 9}</p>".encode()),
        "/dossiers/lourd": Answer(200, b"x" * 21_000_000, {"Content-Type": "text/plain"}),
        "/dossiers/coupe": Answer(
            200, b"x" * 50, {"Content-Type": "text/plain", "Content-Length": "90"}
        ),
        "/dossiers/mur": html(
            b"<title>Connexion</title><h1>Connexion</h1><form><input type='password'></form>", 401
        ),
        "/dossiers/muet": Misconduct.CLOSE,
        "/publications/la-riviere": article,
    }
    return pages.get(visit.path, article)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Run the centre's site, and the review that it cites."""
    sites = [Site("www.centre-exemple.fr", centre), Site("www.revue-exemple.fr", centre)]
    with simulated_world(tmp_path, sites=sites) as running:
        yield running


def test_a_published_page_is_read_without_what_surrounds_it(perenne: Shell) -> None:
    """Relative addresses start from its own; the menus, the foot and its anchors are no links."""
    read = perenne("read", f"{CENTRE}/dossiers/eau", "--format", "json").json
    assert read["title"] == "L’eau en ville"
    assert [
        (each["section"], each["title"], [one["url"] for one in each["citations"]])
        for each in read["references"]
    ] == [("Articles", "Eau et sol", CITED[:1]), ("Articles", "La rivière", CITED[1:])]


def test_a_published_pdf_is_registered_and_refreshed(perenne: Shell, world: World) -> None:
    """Whatever the address is, what it serves tells its format; given again, it is refreshed."""
    said = perenne("add", f"{CENTRE}/telecharger?id=7")
    assert (said.code, said.err) == (0, "")
    assert "1 référence, 1 URL" in said.out
    again = perenne("add", f"{CENTRE}/dossiers/eau.pdf")
    assert "1 référence inchangée" in again.out
    assert perenne("dossier", "list").out.count("eau-en-ville") == 1
    assert sum(asked.path == "/dossiers/eau.pdf" for asked in world.web.log) == 2


def test_its_links_are_checked_where_that_is_asked(perenne: Shell) -> None:
    """An address alone is a link to be checked itself."""
    alone = perenne("check", f"{CENTRE}/dossiers/eau", "--format", "json").json
    assert [link["url"] for link in alone["links"]] == [f"{CENTRE}/dossiers/eau"]
    checked = perenne("check", "--dossier", f"{CENTRE}/dossiers/eau", "--format", "json")
    assert (checked.code, sorted(link["url"] for link in checked.json["links"])) == (
        0,
        sorted(CITED),
    )


@pytest.mark.parametrize(
    ("path", "code", "told"),
    [
        ("bois", 3, "n’existe pas"),
        ("mur", 3, "identifiant"),
        ("muet", 3, "aucun dossier"),
        ("coupe", 3, "en entier"),
        ("lourd", 2, "20 Mo"),
        ("vide", 2, "aucun lien"),
    ],
)
def test_what_serves_no_dossier_is_told_and_nothing_is_registered(
    perenne: Shell, path: str, code: int, told: str
) -> None:
    """A dead page, a wall, a silence, half a file, too much of one, one without links."""
    said = perenne("add", f"{CENTRE}/dossiers/{path}")
    assert (said.code, said.out) == (code, "")
    assert told.lower() in said.err.lower()
    assert path in said.err
    assert "Traceback" not in said.err
    assert "Pas encore de dossier" in perenne("dossier", "list").out


def test_a_password_in_its_address_is_never_shown(perenne: Shell) -> None:
    """Nor in what is told of a failure."""
    said = perenne("read", "https://moi:secret@www.centre-exemple.fr/dossiers/bois")
    assert said.code == 3
    assert "secret" not in said.err + said.out
