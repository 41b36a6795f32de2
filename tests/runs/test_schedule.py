"""When the night begins: once a night, over both changes of clock."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from perenne.clock import SetClock
from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.sites import Site
from perenne.runs.schedule import night_is_missing, previous_night
from perenne.runs.service import Service
from perenne.settings import Schedule, Settings
from perenne.store import runs
from perenne.store.database import Database

PARIS = Schedule()


@pytest.fixture
def service(database: Database, database_url: str) -> Iterator[Service]:
    """Give a service whose clock stands at ten in the morning."""
    clock = SetClock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
    return Service(Settings(database_url=database_url), clock, lambda _host: Site(), database)


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        ("2026-03-28", "2026-03-28T02:05Z"),
        ("2026-03-29", "2026-03-29T01:05Z"),
        ("2026-10-24", "2026-10-24T01:05Z"),
        ("2026-10-25", "2026-10-25T02:05Z"),
    ],
)
def test_each_day_has_one_night_at_the_same_local_time(day: str, utc: str) -> None:
    """03:05 in Paris, in winter and in summer."""
    noon = datetime.fromisoformat(f"{day}T12:00Z")
    assert previous_night(PARIS, noon) == datetime.fromisoformat(utc)


def test_the_nights_of_a_year_are_a_day_apart() -> None:
    """365 of them, none twice, none left out, whatever the hour one looks at."""
    start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    found = {previous_night(PARIS, start + timedelta(hours=h)) for h in range(0, 365 * 24, 6)}
    assert len(found) == 366
    local = {night.astimezone(PARIS.zone).strftime("%H:%M") for night in found}
    assert local == {"03:05"}


def test_a_missed_night_is_caught_up(service: Service) -> None:
    """The machine was off at 03:05."""
    assert night_is_missing(service)


def test_a_night_that_was_done_is_not_missed(service: Service) -> None:
    """Once a night is enough; the next one is another matter."""
    due = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)
    with service.database.transaction() as session:
        run_id = runs.claim(
            session,
            RunKind.NIGHTLY,
            scheduled_for=due,
            night=service.night(due),
            holder="elsewhere:1",
            at=due + timedelta(seconds=2),
        )
        assert run_id is not None
        runs.finish(session, run_id, RunStatus.COMPLETED, {}, due + timedelta(minutes=3))
    assert not night_is_missing(service)
    service.clock.instant += timedelta(days=1)  # type: ignore[attr-defined] # a SetClock
    assert night_is_missing(service)


def test_two_workers_claim_one_night_once(service: Service) -> None:
    """Whoever comes second gets nothing."""
    due = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)
    claims = []
    for holder in ("a:1", "b:1"):
        with service.database.transaction() as session:
            claims.append(
                runs.claim(
                    session,
                    RunKind.NIGHTLY,
                    scheduled_for=due,
                    night=service.night(due),
                    holder=holder,
                    at=due,
                )
            )
    assert claims[0] is not None
    assert claims[1] is None
