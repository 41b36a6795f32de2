"""Sheets that come back, on both databases: recorded row by row, or not at all."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.store.news_stories import FIRE, LAW, NEWS, die, two_dossiers
from tests.store.store_stories import MONDAY, add, reference

from perenne.clock import SetClock
from perenne.domain.decisions import Answer, Fate, Refusal
from perenne.domain.people import OverlayKind
from perenne.domain.sites import Site
from perenne.runs.deciding import take_in
from perenne.runs.service import Service
from perenne.settings import Settings
from perenne.store import dossiers, links, overlays
from perenne.store.statuses import DossierStatus

if TYPE_CHECKING:
    from perenne.domain.decisions import Outcome
    from perenne.domain.people import Overlay
    from perenne.store.database import Database

NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)
NEW = "https://law.example/new"


@pytest.fixture
def service(database: Database, database_url: str) -> Service:
    """Two dossiers of two centres share a dead link."""
    two_dossiers(database)
    die(database, LAW, FIRE)
    settings = Settings(database_url=database_url)
    return Service(settings, SetClock(NOW), lambda _host: Site(), database)


def row(service: Service, slug: str, url: str, number: int = 2, **facts: str) -> Answer:
    """Return a row about a link of a dossier."""
    with service.database.reading() as session:
        found = links.find(session, url)
    return Answer(number, f"{slug}#{found}", url, **facts)


def taken_in(service: Service, *rows: Answer, **facts: bool) -> list[Outcome]:
    """Take a sheet in that Anne has filled in."""
    return take_in(service, rows, author="Anne", **facts)


def holds(service: Service, url: str) -> list[Overlay]:
    """Return what is said of a link now."""
    with service.database.reading() as session:
        found = links.find(session, url) or 0
        return overlays.active(session, [found], NOW).get(found, [])


def everything(service: Service, *urls: str) -> list[tuple[Overlay, ...]]:
    """Return all that was ever said of links."""
    with service.database.reading() as session:
        return [overlays.all_of(session, links.find(session, url) or 0) for url in urls]


def test_a_decision_holds_for_the_centre_of_its_dossier(service: Service) -> None:
    """With author, instant and comment; the other centre is told as before."""
    [outcome] = taken_in(service, row(service, "eau", LAW, decision="écarter", comment="connu"))
    assert outcome.fate is Fate.DISMISSED
    [said] = holds(service, LAW)
    assert (said.kind, said.centre, said.author) == (OverlayKind.DISMISSED, "Pantin", "Anne")
    assert (said.reason, said.created_at, said.until) == ("connu", NOW, None)


def test_a_correction_is_a_replacement_that_was_accepted(service: Service) -> None:
    """Nothing is rewritten by itself."""
    taken_in(service, row(service, "eau", LAW, corrected=NEW))
    [said] = holds(service, LAW)
    assert (said.kind, said.replacement) == (OverlayKind.REPLACEMENT_ACCEPTED, NEW)
    with service.database.reading() as session:
        [status] = links.statuses(session, [said.link_id])
    assert status.url == LAW


def test_the_same_sheet_taken_in_twice_changes_nothing(service: Service) -> None:
    """Whatever it decides."""
    sheet = [
        row(service, "eau", LAW, 2, decision="écarter"),
        row(service, "eau", NEWS, 3, corrected=NEW),
        row(service, "feu", FIRE, 4, decision="annuler"),
        row(service, "feu", LAW, 5),
    ]
    first = taken_in(service, *sheet)
    before = everything(service, LAW, NEWS, FIRE)
    second = taken_in(service, *sheet)
    assert [each.fate for each in first] == [Fate.DISMISSED, Fate.CORRECTED, Fate.UNCHANGED]
    assert {each.fate for each in second} == {Fate.UNCHANGED}
    assert everything(service, LAW, NEWS, FIRE) == before


def test_a_trial_records_nothing_and_tells_the_same(service: Service) -> None:
    """It can be looked at before anything is done."""
    sheet = [
        row(service, "eau", LAW, 2, decision="écarter"),
        row(service, "eau", NEWS, 3, decision="?"),
    ]
    tried = taken_in(service, *sheet, dry_run=True)
    assert everything(service, LAW, NEWS) == [(), ()]
    assert taken_in(service, *sheet) == tried


def test_rows_that_fit_are_recorded_beside_those_that_do_not(service: Service) -> None:
    """And each refused row is told with its number."""
    outcomes = taken_in(
        service,
        row(service, "eau", LAW, 2, decision="écarter"),
        row(service, "eau", NEWS, 3, decision="accepter"),
        row(service, "feu", NEWS, 4, decision="écarter"),
        row(service, "air", NEWS, 5, decision="écarter"),
        Answer(6, "eau#999999999", NEWS, "écarter"),
        Answer(7, "n'importe quoi", NEWS, "écarter"),
        Answer(8, "eau#999999999", NEWS),
        Answer(9, "", ""),
    )
    assert [(each.row, each.refusal) for each in outcomes] == [
        (2, None),
        (3, Refusal.NOTHING_PROPOSED),
        (4, Refusal.NO_LONGER_CITED),
        (5, Refusal.UNKNOWN_LINK),
        (6, Refusal.UNKNOWN_LINK),
        (7, Refusal.NO_MARK),
    ]
    assert len(holds(service, LAW)) == 1


def test_a_link_that_its_dossier_cites_no_more_is_refused(service: Service) -> None:
    """She has corrected the dossier already; and what is retired is at rest."""
    asked = row(service, "eau", LAW, decision="écarter")
    with service.database.transaction() as session:
        add(session, "eau", reference("Presse", NEWS), centre="Pantin", at=MONDAY)
    assert taken_in(service, asked)[0].refusal is Refusal.NO_LONGER_CITED
    assert taken_in(service, row(service, "feu", LAW, decision="écarter"))[0].refusal is None
    with service.database.transaction() as session:
        dossiers.set_status(session, "feu", DossierStatus.RETIRED)
    asked = row(service, "feu", FIRE, decision="écarter")
    assert taken_in(service, asked)[0].refusal is Refusal.NO_LONGER_CITED


def test_a_later_row_cannot_contradict_an_earlier_one(service: Service) -> None:
    """A link may be cited twice in a dossier; another centre decides for itself."""
    outcomes = taken_in(
        service,
        row(service, "eau", LAW, 2, decision="écarter"),
        row(service, "eau", LAW, 3, decision="annuler"),
        row(service, "eau", LAW, 4, decision="écarter"),
        row(service, "eau", LAW, 5, corrected=NEW),
        row(service, "eau", LAW, 6, corrected=f"{NEW}er"),
        row(service, "feu", LAW, 7, corrected=f"{NEW}er"),
    )
    assert [(each.row, each.fate, each.fact) for each in outcomes] == [
        (2, Fate.DISMISSED, ""),
        (3, Fate.REFUSED, "2"),
        (4, Fate.UNCHANGED, ""),
        (5, Fate.CORRECTED, ""),
        (6, Fate.REFUSED, "5"),
        (7, Fate.CORRECTED, ""),
    ]
    assert [(said.kind, said.centre) for said in holds(service, LAW)] == [
        (OverlayKind.DISMISSED, "Pantin"),
        (OverlayKind.REPLACEMENT_ACCEPTED, "Pantin"),
        (OverlayKind.REPLACEMENT_ACCEPTED, "Angers"),
    ]


def test_changing_her_mind_ends_what_she_said_before(service: Service) -> None:
    """Both are remembered, with who did what."""
    taken_in(service, row(service, "eau", LAW, decision="écarter"))
    taken_in(service, row(service, "eau", LAW, corrected=NEW))
    take_in(service, [row(service, "eau", LAW, decision="annuler")], author="Zoé")
    assert holds(service, LAW) == []
    [told] = everything(service, LAW)
    assert [(said.author, said.ended_by, said.ended_at) for said in told] == [
        ("Anne", "Zoé", NOW)
    ] * 2
