"""Proposals are listed, accepted and turned down with a shell, and the nights heed it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.acceptance.conftest import Shell
from tests.acceptance.nights import Mail, Nights

from perenne.demo.answers import Answer, Site, Visit, html, redirect
from perenne.demo.world import World, simulated_world
from perenne.dossiers import read_bytes

REVIEW = "www.revue-exemple.fr"
OLD = f"http://{REVIEW}/le-design-de-service-public"
HTTPS = OLD.replace("http:", "https:")
DOI = "https://doi.org/10.1000/design-de-service-public"
OTHER = f"http://{REVIEW}/un-laboratoire-dans-la-ville"
LIST = f"http://{REVIEW}/une-bibliographie-du-design"
WIDE = f"http://{REVIEW}/une-page-de-ce-site"
BESIDE = f"http://{REVIEW}/une-these-sur-les-tiers-lieux"
THESIS = "https://doi.org/10.1000/une-these-sur-les-tiers-lieux"
LATE = f"http://{REVIEW}/un-billet-qui-meurt-plus-tard"
HEADS = {
    "/le-design-de-service-public": f'<meta name="citation_doi" content="{DOI}">',
    "/une-bibliographie-du-design": '<link rel="canonical" href="/une-bibliographie-du-design">',
    "/une-page-de-ce-site": f'<link rel="canonical" href="https://{REVIEW}/">',
}


def words(path: str) -> str:
    """Return the title of a page, which its address tells."""
    return path.rpartition("/")[2].replace("-", " ").capitalize()


def page(title: str, head: str = "") -> Answer:
    """Return a living page."""
    text = "Un texte qui se lit bien, et qui parle de son sujet. " * 40
    head += '<meta name="robots" content="noarchive">'  # no copies: the addresses are the subject
    body = f"<p>{text}</p><p>Lire aussi <a href='{DOI}'>doi:10.1000/autre</a>.</p>"
    return html(f"<title>{title}</title>{head}<h1>{title}</h1>{body}".encode())


def review(visit: Visit) -> Answer:
    """Serve the review: pages die over http, and the first of them lives over https."""
    dies = 3 if visit.path == "/un-billet-qui-meurt-plus-tard" else 2
    https = visit.scheme == "https" and visit.path in (
        "/le-design-de-service-public",
        "/un-laboratoire-dans-la-ville",
    )
    if visit.path == "/":
        return page("Une page de ce site, et toutes les autres")
    if visit.night >= dies and not https:
        return html(b"<h1>Page introuvable</h1>", 404)
    return page(words(visit.path), HEADS.get(visit.path, ""))


def resolver(visit: Visit) -> Answer:
    """Lead to where the works are now."""
    return redirect(f"https://archives.exemple.fr/{visit.path.rpartition('/')[2]}", 302)


on_one = pytest.mark.parametrize("backend", ["sqlite"])
"""The whole way is gone on both databases, and the queries are tried on both in tests/runs."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Serve the review, the resolver, and the place to which it leads."""
    sites = [
        Site(REVIEW, review),
        Site("doi.org", resolver),
        Site("archives.exemple.fr", lambda visit: page(words(visit.path))),
    ]
    with simulated_world(tmp_path, sites=sites) as running:
        yield running


class Story:
    """A registered dossier, its nights, and the shell beside them."""

    def __init__(self, perenne: Shell, world: World, database_url: str, file: str) -> None:
        perenne.env["PERENNE_DATABASE_URL"] = database_url
        self.perenne, self.file = perenne, file
        self.nights = Nights(world, database_url)
        self._names = {"resolve": [*world.web.resolve, "*:*:nxdomain"]}
        self.nights.add(read_bytes(Path(file).read_bytes(), "petit.md"))

    def night(self, number: int) -> list[Mail]:
        """Let a night go by, and return its mails."""
        _status, mails = self.nights.play(number, network=self._names)
        return mails

    def told(self, *arguments: str) -> str:
        """Return what a command of ours prints, which ends well."""
        said = self.perenne("replacements", *arguments)
        assert said.code == 0, said.err
        return said.out.replace("\u00a0", " ")


@pytest.fixture
def story(
    perenne: Shell, world: World, dossier: Callable[..., str], new_database_url: str
) -> Story:
    """Register the dossier on each database, and let the pages die."""
    file = dossier(OLD, OTHER, LIST, WIDE, LATE)
    with Path(file).open("a", encoding="utf-8") as text:
        text.write(f"\nUne these sur les tiers lieux\n\nRevue, 2019\n\n<{BESIDE}> <{THESIS}>\n")
    told = Story(perenne, world, new_database_url, file)
    for number in (1, 2, 3):
        told.night(number)
    return told


def test_from_the_night_that_finds_to_the_file_that_is_mended(story: Story, tmp_path: Path) -> None:
    """Proposed, turned down, the next one told, accepted by site, written; all of it remembered."""
    shown = story.told("list")
    assert f"1. {HTTPS}" in shown
    assert f"2. {DOI}" in shown
    assert f"1. {THESIS}" in shown
    assert "même adresse, écrite autrement (avec https) · très probable · proposée" in shown
    assert "adresse permanente (DOI du même document) · très probable · proposée" in shown
    assert LIST not in shown
    assert WIDE not in shown
    assert shown.splitlines()[-1] == "4 adresses proposées"

    assert f"refusée · {OLD} → {HTTPS}" in story.told("reject", OLD, "--author", "Zoé")
    [mail] = story.night(4)
    known = mail.sections["5 liens toujours cassés"]
    assert known[known.index(OLD) + 1] == DOI
    assert HTTPS not in [url for urls in mail.sections.values() for url in urls]
    assert HTTPS not in story.perenne("check", OLD, "--no-record", "--format", "json").out

    said = story.told("accept", "--host", REVIEW, "--author", "Anne", "--reason", "vu")
    assert f"acceptée · {OLD} → {DOI}" in said
    assert said.splitlines()[-1] == "3 adresses proposées acceptées"
    assert "3 décisions déjà connues" in story.told("accept", "--host", REVIEW)

    assert story.perenne("mend", story.file, "-o", "corrige.md").code == 0
    mended = (tmp_path / "corrige.md").read_text(encoding="utf-8")
    assert f"<{DOI}>" in mended
    assert f"<{OLD}>" not in mended
    assert f"<{LIST}>" in mended

    told = story.perenne("history", OLD).out.replace("\u00a0", " ")
    assert "Adresse proposée refusée par Zoé le" in told
    assert f"→ {HTTPS}" in told
    assert "Adresse retenue par Anne le" in told
    assert f": vu → {DOI}" in told
    assert "Remplacement proposé" not in told


@on_one
def test_a_line_whose_address_is_chosen_nags_no_more(story: Story) -> None:
    """It is told beside other news, under a heading of its own, with who chose it."""
    story.told("accept", OLD, "--author", "Anne")
    [mail] = story.night(4)
    assert mail.subject.startswith("1 lien cassé")
    assert mail.sections["1 lien dont la nouvelle adresse est retenue"] == [OLD, HTTPS]
    assert OLD not in mail.sections["4 liens toujours cassés"]
    assert story.night(5) == []


@on_one
def test_what_is_turned_down_is_not_looked_at_again(story: Story, world: World) -> None:
    """The resolver was asked for the work while it was a candidate, and is no more."""
    asked = ("doi.org", "/10.1000/design-de-service-public")
    assert asked in [(seen.host, seen.path) for seen in world.web.log]
    story.told("reject", OLD, "--author", "Zoé")
    story.told("reject", OLD, "--with", DOI, "--author", "Zoé")
    assert f"déjà refusée · {OLD}" in story.told("reject", OLD, "--author", "Paul")
    world.web.log.clear()
    story.night(4)
    seen = [(seen.host, seen.path) for seen in world.web.log]
    assert ("doi.org", "/10.1000/une-these-sur-les-tiers-lieux") in seen
    assert asked not in seen
    shown = story.told("list", "--host", REVIEW)
    assert OLD not in shown
    assert OTHER in shown
    turned = story.told("list", "--state", "rejected")
    assert f"1. {HTTPS}" in turned
    assert f"2. {DOI}" in turned
    assert "Adresse proposée refusée par Zoé le" in turned
    assert turned.splitlines()[-1] == "2 adresses refusées"


@on_one
def test_one_decision_takes_the_other_back(story: Story) -> None:
    """And says so; the same one twice changes nothing."""
    assert f"acceptée · {OLD} → {HTTPS}" in story.told("accept", OLD, "--author", "Anne")
    again = story.told("accept", OLD, "--author", "Paul")
    assert f"déjà acceptée · {OLD}" in again
    assert "Adresse retenue par Anne le" in again
    assert "refusée (l’acceptation est annulée)" in story.told("reject", OLD, "--author", "Zoé")
    back = story.told("accept", OLD, "--with", HTTPS, "--author", "Anne")
    assert "acceptée (le refus est annulé)" in back
    told = story.perenne("history", OLD).out
    assert "Adresse retenue abandonnée (par Zoé)" in told
    assert "Le refus de l’adresse est annulé (par Anne)" in told


@on_one
def test_programs_read_the_same(story: Story) -> None:
    """Codes beside sentences, in JSON; a table for a spreadsheet."""
    story.told("accept", OLD, "--author", "Anne", "--reason", "vu")
    said = story.perenne("replacements", "list", "--state", "accepted", "--format", "json")
    assert said.json["schema"] == 1
    [only] = said.json["proposals"]
    assert (only["url"], only["replacement"], only["number"]) == (OLD, HTTPS, 1)
    assert (only["kind"], only["why"], only["confidence"]) == ("variant", "https", 0.9)
    assert (only["state"], only["author"], only["reason"]) == ("accepted", "Anne", "vu")
    assert (only["slug"], only["centre"]) == ("petit-dossier", None)
    table = story.perenne("replacements", "list", "--kind", "permalink", "--format", "csv").out
    rows = list(csv.reader(io.StringIO(table.removeprefix("\ufeff")), delimiter=";"))
    assert rows[0][:2] == ["Dossier", "Rubrique"]
    assert [row[5] for row in rows[1:]] == [THESIS]


@on_one
def test_a_trial_decides_nothing(story: Story) -> None:
    """And tells what would be done."""
    said = story.told("accept", "--kind", "variant", "--dry-run")
    assert f"acceptée · {OTHER} → " in said
    assert "Simple essai : rien n’a été enregistré." in said
    assert story.told("list", "--state", "accepted").strip() == "0 adresse acceptée"


REFUSED = [
    (("accept", "https://nulle-part.example/"), "n’a jamais été vérifié"),
    (("accept", LIST), f"Aucune adresse n’est proposée pour {LIST}"),
    (("accept", LIST, "--with", DOI), f"Aucune adresse n’est proposée pour {LIST}"),
    (("accept", OLD, "--with", LIST), "n’est pas parmi les adresses proposées"),
    (("reject", OLD, "--centre", "Nulle Part"), "Aucun centre ne s’appelle"),
    (("accept",), "Indiquez un lien"),
    (("accept", OLD, "--host", REVIEW), "--host désigne plusieurs liens"),
    (("accept", "--host", REVIEW, "--with", DOI), "--with choisit parmi les adresses"),
    (("accept", "--host", "nulle-part.example"), "Aucune proposition en attente"),
    (("accept", "--dossier", "nulle-part"), "Aucun dossier ne s’appelle nulle-part"),
    (("list", "--dossier", "nulle-part"), "Aucun dossier ne s’appelle nulle-part"),
    (("accept", "--kind", "magie"), "magie n’est pas"),
    (("list", "--state", "perdu"), "perdu n’est pas"),
]


@on_one
def test_what_cannot_be_decided_is_told_in_a_sentence(story: Story) -> None:
    """With the exit code of what was asked wrongly, and nothing is recorded."""
    for arguments, sentence in REFUSED:
        said = story.perenne("replacements", *arguments)
        assert (said.code, said.out) == (2, ""), arguments
        assert sentence in said.err.replace("\u00a0", " ")
        assert "Traceback" not in said.err
    for state in ("accepted", "rejected"):
        assert story.told("list", "--state", state).startswith("0 adresse")
