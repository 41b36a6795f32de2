"""Eight nights in which everything happens, and what a careful librarian would have written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.acceptance.nights import Mail, Nights

from perenne.demo.answers import Answer, Misconduct, Site, Visit, html, redirect
from perenne.demo.world import World, simulated_world
from perenne.domain.references import Citation, Dossier, Place, PlaceKind, Reference
from perenne.domain.runs import RunStatus

ANNE, ADMIN = "anne@centre.example", "admin@centre.example"
DONE, VOID = RunStatus.COMPLETED, RunStatus.VOID
NO_NETWORK = {"resolve": ["*:*:nxdomain"], "canaries": ["https://www.service-public.fr/"]}
NO_ARCHIVE = {"url": "http://127.0.0.1:9"}

PAGES = "https://pages.exemple.fr"
DEAD, DIES, LIVES = f"{PAGES}/morte", f"{PAGES}/meurt", f"{PAGES}/vit"
FAILS = "https://serveur.exemple.fr/en-panne"
FLAPS = "https://vacille.exemple.fr/page"
OLD, NEW = "https://ancien.exemple.fr/rapport", "https://nouveau.exemple.fr/rapport"
PAID = "https://journal.exemple.fr/article"
AWAY = [f"https://absent.exemple.fr/{n}" for n in range(4)]
URLS = [DEAD, DIES, LIVES, FAILS, FLAPS, OLD, PAID, *AWAY]


def title(url: str) -> str:
    """Return the title of the reference that cites a URL, which its page bears too."""
    return f"Étude sur {url.removeprefix('https://').replace('/', ' ').replace('.', ' ')}"


def page(visit: Visit, more: str = "") -> Answer:
    """Return the living page of an address."""
    named = title(
        OLD if visit.host == "nouveau.exemple.fr" else f"https://{visit.host}{visit.path}"
    )
    text = "Un texte qui se lit bien, et qui parle de son sujet. " * 40
    body = f"<title>{named}</title><h1>{named}</h1><p>{text}</p>{more}"
    return html(body.encode())


def pages(visit: Visit) -> Answer:
    """One page is dead until the seventh night, another dies on the third."""
    dead = {"/morte": range(1, 7), "/meurt": range(3, 9)}.get(visit.path, range(0))
    return html(b"<h1>Page introuvable</h1>", 404) if visit.night in dead else page(visit)


def server(visit: Visit) -> Answer:
    """The program behind the site fails from the third night on."""
    return Answer(500) if visit.night >= 3 else page(visit)


def flaps(visit: Visit) -> Answer:
    """One bad night."""
    return Answer(500) if visit.night == 3 else page(visit)


def moves(visit: Visit) -> Answer:
    """The report goes to another host on the third night."""
    return redirect(NEW) if visit.night >= 3 else page(visit)


def journal(visit: Visit) -> Answer:
    """From the sixth night on the article is for subscribers."""
    declared = (
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        '"isAccessibleForFree": false}</script>'
    )
    return page(visit, declared if visit.night >= 6 else "")


def absent(visit: Visit) -> Answer | Misconduct:
    """The whole host is down on the fifth night."""
    return Misconduct.RESET if visit.night == 5 else page(visit)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Run the sites, the archive and the mail server."""
    sites = {
        "pages.exemple.fr": pages,
        "serveur.exemple.fr": server,
        "vacille.exemple.fr": flaps,
        "ancien.exemple.fr": moves,
        "nouveau.exemple.fr": page,
        "journal.exemple.fr": journal,
        "absent.exemple.fr": absent,
    }
    served = [Site(host, answer) for host, answer in sites.items()]
    with simulated_world(tmp_path, sites=served, recipients=[ANNE]) as running:
        yield running


def dossier() -> Dossier:
    """Return the dossier that cites them all."""
    return Dossier(
        "Eau",
        tuple(
            Reference(
                title(url),
                Place(PlaceKind.LINE, line),
                citations=(Citation(url, url, Place(PlaceKind.LINE, line)),),
            )
            for line, url in enumerate(URLS, 1)
        ),
    )


def test_each_night_tells_what_a_careful_librarian_would(
    world: World, new_database_url: str
) -> None:
    """None more, none less."""
    nights = Nights(world, new_database_url)
    nights.add(dossier())
    admin = {"administrator": ADMIN}

    assert nights.play(1) == (DONE, [])  # one page is suspect: the first look waits
    assert nights.play(2) == (
        DONE,
        [Mail(ANNE, "1 lien cassé – premier examen de « Eau »", {"1 lien cassé": [DEAD]})],
    )
    # A death begins, a server fails, another has a bad night; only the move is sure.
    assert nights.play(3) == (
        DONE,
        [
            Mail(
                ANNE,
                "1 page déplacée – Eau",
                {"1 lien toujours cassé": [DEAD], "1 page déplacée": [OLD, NEW]},
            )
        ],
    )
    # Our own network: the administrator hears of it once, the reader not at all.
    status, told = nights.play(4, network=NO_NETWORK, report=admin)
    assert (status, [(mail.to, mail.sections) for mail in told]) == (VOID, [(ADMIN, {})])
    assert nights.play_again(network=NO_NETWORK, report=admin) == (VOID, [])
    # The death is confirmed by a second night that counts; the flap is over; a host is away.
    copy_ = f"{world.wayback.url}/web/"
    status, [told_5] = nights.play(5)
    assert (status, told_5.subject) == (DONE, "1 lien cassé – Eau")
    assert list(told_5.sections) == ["1 lien nouvellement cassé", "1 lien toujours cassé"]
    [dies, capture] = told_5.sections["1 lien nouvellement cassé"]
    assert dies == DIES
    assert capture.startswith(copy_)
    assert capture.endswith(DIES)
    # The third bad night of the server, and the article is closed; but the mail cannot leave.
    assert nights.play(6, smtp={"port": 9}) == (DONE, [])
    # It leaves with the next night, in which the archive is down and the dead page lives again.
    status, [late, told_7] = nights.play(7, wayback=NO_ARCHIVE)
    assert status is DONE
    assert late.subject == "1 lien cassé – Eau"
    assert {heading: urls[0] for heading, urls in late.sections.items()} == {
        "1 lien nouvellement cassé": FAILS,
        "2 liens toujours cassés": DEAD,
        "1 page désormais réservée aux abonnés": PAID,
    }
    assert told_7.subject == "1 lien rétabli – Eau"
    assert {heading: urls[0] for heading, urls in told_7.sections.items()} == {
        "2 liens toujours cassés": DIES,
        "1 lien rétabli": DEAD,
    }
    assert nights.play(8) == (DONE, [])
    # What lived was saved once, that which came back while the archive was down included.
    saved = [memento.url for memento in world.wayback.captures]
    assert sorted(saved) == sorted(URLS)
