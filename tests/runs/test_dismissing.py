"""Dismissing links one by one, on both databases: until when, for whom, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.store.news_stories import FIRE, LATER, LAW, NEWS, two_dossiers

from perenne.clock import SetClock
from perenne.domain.sites import Site
from perenne.runs.dismissing import DismissalError, dismiss, end_of, undismiss
from perenne.runs.service import Service
from perenne.settings import Settings
from perenne.store import links, overlays

if TYPE_CHECKING:
    from perenne.store.database import Database

NOON = datetime(2026, 3, 20, 11, tzinfo=UTC)


@pytest.fixture
def service(database: Database, database_url: str) -> Service:
    """Two dossiers, of Pantin and Angers."""
    two_dossiers(database)
    settings = Settings(database_url=database_url)
    return Service(settings, SetClock(NOON), lambda _host: Site(), database)


def refusal(service: Service, url: str, **facts: str) -> DismissalError:
    """Return why a link cannot be dismissed."""
    with pytest.raises(DismissalError) as caught:
        dismiss(service, url, author="Léa", reason="x", **facts)
    return caught.value


def in_force(service: Service, url: str) -> list[tuple[str, str | None]]:
    """Return who has dismissed a link, and for which centre."""
    with service.database.reading() as session:
        found = links.find(session, url) or 0
        running = overlays.active(session, [found], service.clock.now()).get(found, [])
        return [(said.author, said.centre) for said in running]


@pytest.mark.parametrize("text", ["2026-03-28", "28/03/2026", " 28/3/2026 "])
def test_a_day_is_over_at_midnight_in_the_zone_of_the_service(service: Service, text: str) -> None:
    """The day given counts, and the clock changes in the night after it."""
    assert end_of(text, service) == datetime(2026, 3, 28, 23, tzinfo=UTC)


def test_today_is_still_to_come(service: Service) -> None:
    """Yesterday is over."""
    assert end_of("20/03/2026", service) == datetime(2026, 3, 20, 23, tzinfo=UTC)
    with pytest.raises(DismissalError, match="past_date"):
        end_of("19/03/2026", service)


@pytest.mark.parametrize(
    "text", ["", "demain", "2026-02-30", "03/20/2026", "20260328", "9999-12-31", "2026-03"]
)
def test_what_is_no_date_is_refused(service: Service, text: str) -> None:
    """With how to write one."""
    with pytest.raises(DismissalError) as caught:
        end_of(text, service)
    assert caught.value.code == "bad_date"
    assert "31/12/2026" in caught.value.sentence


def test_a_link_is_found_however_it_is_written(service: Service) -> None:
    """As by `history`."""
    dismiss(service, f"{LAW}?utm_source=mail#page", author="Léa", reason="x")
    assert in_force(service, LAW) == [("Léa", None)]
    undismiss(service, LAW.replace("law", "LAW"), author="Zoé")
    assert in_force(service, LAW) == []


def test_what_cannot_be_dismissed_is_told(service: Service) -> None:
    """Unknown links and centres; nothing is recorded, not even a centre by mistake."""
    assert refusal(service, "https://nowhere.example/").code == "unknown_url"
    assert refusal(service, LAW, centre="Pantn").code == "unknown_centre"
    assert refusal(service, NEWS, centre="Angers").code == "not_cited"
    assert in_force(service, LAW) == in_force(service, NEWS) == []
    assert refusal(service, LAW, centre="Pantn").code == "unknown_centre"


def test_a_link_is_dismissed_once(service: Service) -> None:
    """For a centre, and then for all; one that holds for all leaves nothing to a centre."""
    dismiss(service, LAW, author="Léa", reason="connu", centre=" Pantin ")
    again = refusal(service, LAW, centre="Pantin")
    assert again.code == "dismissed"
    assert "Léa" in again.sentence
    assert "connu" in again.sentence
    dismiss(service, LAW, author="Zoé", reason="x", centre="Angers")
    dismiss(service, LAW, author="Tom", reason="x")
    assert refusal(service, LAW, centre="Angers").code == "dismissed"
    assert in_force(service, LAW) == [("Léa", "Pantin"), ("Zoé", "Angers"), ("Tom", None)]


def test_a_dismissal_that_has_ended_leaves_room_for_another(service: Service) -> None:
    """Its day is over."""
    dismiss(service, LAW, author="Léa", reason="x", until=end_of("2026-03-28", service))
    assert refusal(service, LAW).code == "dismissed"
    assert isinstance(service.clock, SetClock)
    service.clock.instant = max(LATER, datetime(2026, 3, 28, 23, tzinfo=UTC))
    dismiss(service, LAW, author="Zoé", reason="x")
    assert in_force(service, LAW) == [("Zoé", None)]


def test_only_what_holds_can_be_taken_back(service: Service) -> None:
    """And the sentence says what does hold."""
    dismiss(service, LAW, author="Léa", reason="x", centre="Pantin")
    dismiss(service, FIRE, author="Léa", reason="x")
    for url, centre, code in (
        (NEWS, None, "not_dismissed"),
        (LAW, None, "for_centres"),
        (FIRE, "Angers", "for_all"),
        ("https://nowhere.example/", None, "unknown_url"),
    ):
        with pytest.raises(DismissalError) as caught:
            undismiss(service, url, author="Zoé", centre=centre)
        assert caught.value.code == code
        assert caught.value.sentence
    undismiss(service, LAW, author="Zoé", centre="Pantin")
    assert in_force(service, LAW) == []
    assert in_force(service, FIRE) == [("Léa", None)]
