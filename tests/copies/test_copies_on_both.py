"""Copies on both databases: what comes of them, and whose turn it is."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest
from tests.copies.home import HTML, Home, article, warcio_check

from perenne.demo.answers import Answer, Misconduct, redirect
from perenne.domain.runs import RunStatus
from perenne.runs.copying import TURN, End
from perenne.runs.leases import HostLeases
from perenne.store import runs

PAGE = "https://a.exemple.fr/page"


pytestmark = pytest.mark.parametrize("backend", ["sqlite", "postgresql"])


def test_a_dossier_is_copied_as_the_night_saw_it(home: Home) -> None:
    """On both databases: new, held already, changed, refused, and nothing where nothing is due."""
    same, document = article("Même"), {"Content-Type": "application/pdf"}
    home.pages.answers["a.exemple.fr/1"] = Answer(body=same, headers=HTML, chunked=True)
    home.pages.answers["b.exemple.fr/1"] = Answer(body=same, headers=HTML)
    home.pages.answers["b.exemple.fr/2"] = redirect("/page")
    home.pages.answers["b.exemple.fr/3.pdf"] = Answer(body=b"%PDF-1.4" * 200_000, headers=document)
    home.configure(largest_mb=1)
    home.cite(*(f"https://{path}" for path in home.pages.answers))
    assert home.copied(1) == Counter(new=2, same=1, too_large=1)
    assert home.copy().counts == Counter()
    home.pages.answers["a.exemple.fr/1"] = Answer(body=article("Autre"), headers=HTML)
    assert home.copied(8) == Counter(new=1)
    assert warcio_check(*home.files) == ""
    assert len(home.files) == 2


def test_while_a_night_is_being_done_nothing_is_asked_for(home: Home) -> None:
    """Wherever it is done; what is due waits for its end."""
    home.cite(PAGE)
    home.night(1)
    run_id = home.begin_elsewhere()
    home.asked()
    assert home.copy().end is End.NIGHT
    assert home.asked() == []
    with home.database.transaction() as session:
        runs.finish(session, run_id, RunStatus.COMPLETED, {}, home.clock.now())
    assert home.copy().counts == Counter(new=1)


def test_one_process_copies_at_a_time(home: Home) -> None:
    """The other says so, and asks for nothing; a dead one keeps nobody waiting."""
    home.cite(PAGE)
    home.night(1)
    other = HostLeases(home.service)
    assert other.take(TURN)
    home.asked()
    assert home.copy().end is End.BUSY
    assert home.asked() == []
    other.close([])  # as one that was killed: its lease stays
    assert home.copy().counts == Counter(new=1)


def test_who_loses_the_turn_stops(home: Home) -> None:
    """It has slept for longer than its lease."""
    home.cite(PAGE)
    home.night(1)
    home.pages.answers["a.exemple.fr/page"] = lambda _visit: Misconduct.HANG

    async def stolen(_seconds: float) -> None:
        await asyncio.sleep(0.05)
        with home.database.transaction() as session:
            thief = HostLeases(home.service)
            session.connection().exec_driver_sql(
                f"UPDATE leases SET holder = 'elsewhere:1:x' WHERE host = '{TURN}'"
            )
            thief.close([])

    assert home.copy(sleep=stolen).end is End.BUSY
