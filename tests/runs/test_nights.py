"""When the night begins: once each civil day, over both changes of clock, at any hour."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.runs.jobs import NightTrigger
from perenne.runs.nights import next_night, night_of_day, previous_night
from perenne.settings import Schedule

PARIS = Schedule()
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)

hours = st.times().map(lambda time: f"{time:%H:%M}") | st.sampled_from(["02:00", "02:30", "02:59"])
zones = ["Europe/Paris", "UTC", "America/Sao_Paulo", "Pacific/Apia", "Asia/Beirut"]
schedules = st.builds(Schedule, night=hours, timezone=st.sampled_from(zones))
instants = st.integers(1_262_304_000, 2_208_988_800).map(lambda s: datetime.fromtimestamp(s, UTC))
"""From 2010 to 2039; Apia left out the 30th of December 2011."""
days_of_change = st.sampled_from([SPRING, AUTUMN, date(2027, 3, 28), date(2027, 10, 31)])


def at(text: str) -> datetime:
    """Return an instant."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("night", "day", "utc"),
    [
        ("03:05", "2026-03-28", "2026-03-28T02:05Z"),
        ("03:05", "2026-03-29", "2026-03-29T01:05Z"),
        ("03:05", "2026-10-24", "2026-10-24T01:05Z"),
        ("03:05", "2026-10-25", "2026-10-25T02:05Z"),
        ("02:30", "2026-03-28", "2026-03-28T01:30Z"),
        ("02:30", "2026-03-29", "2026-03-29T01:30Z"),
        ("02:30", "2026-10-25", "2026-10-25T00:30Z"),
        ("02:30", "2026-10-26", "2026-10-26T01:30Z"),
    ],
)
def test_each_day_has_one_night_at_the_same_local_time(night: str, day: str, utc: str) -> None:
    """02:30 does not exist on the last Sunday of March, and comes twice in October."""
    schedule = Schedule(night=night)
    assert night_of_day(schedule, date.fromisoformat(day)) == at(utc)
    assert previous_night(schedule, at(f"{day}T12:00Z")) == at(utc)


@given(night=hours, first=st.dates(date(2010, 1, 1), date(2040, 1, 1)), days=st.integers(1, 40))
def test_any_range_of_days_has_as_many_nights(night: str, first: date, days: int) -> None:
    """Each in its own civil day of Paris, whatever the hour of the night."""
    schedule = Schedule(night=night)
    before = night_of_day(schedule, first) - timedelta(microseconds=1)
    nights = []
    for _day in range(days):
        before = next_night(schedule, before)
        nights.append(before)
    local = [instant.astimezone(schedule.zone).date() for instant in nights]
    assert local == [first + timedelta(days=n) for n in range(days)]


@given(night=hours, change=days_of_change, minutes=st.integers(0, 3 * 24 * 60))
def test_around_a_change_of_clock_a_day_has_one_night(
    night: str, change: date, minutes: int
) -> None:
    """Whatever the minute at which one looks, it is that of the day, or of the day before."""
    schedule = Schedule(night=night)
    midnight = datetime(change.year, change.month, change.day, tzinfo=UTC) - timedelta(days=1)
    now = midnight + timedelta(minutes=minutes)
    today = now.astimezone(schedule.zone).date()
    tonight = night_of_day(schedule, today)
    expected = tonight if tonight <= now else night_of_day(schedule, today - timedelta(days=1))
    assert previous_night(schedule, now) == expected


@given(schedule=schedules, now=instants)
def test_the_previous_night_is_the_one_before_the_next(schedule: Schedule, now: datetime) -> None:
    """In any zone, one that leaves out a whole day included: nothing lies between the two."""
    previous, following = previous_night(schedule, now), next_night(schedule, now)
    assert previous <= now < following
    assert next_night(schedule, previous) == following
    assert previous_night(schedule, following) == following
    assert following - previous < timedelta(hours=26)


@given(schedule=schedules, now=instants)
def test_the_trigger_fires_once_for_each_night(schedule: Schedule, now: datetime) -> None:
    """First after now; then after what has fired, even where that was late."""
    trigger = NightTrigger(schedule)
    fired = [trigger.get_next_fire_time(None, now)]
    for _time in range(5):
        fired.append(trigger.get_next_fire_time(fired[-1], now))
    assert fired[0] == next_night(schedule, now)
    assert all(next_night(schedule, one) == other for one, other in pairwise(fired))


def test_a_night_that_was_begun_late_does_not_move_the_next() -> None:
    """Caught up at noon: the next is at its hour."""
    noon = at("2026-03-02T12:00+00:00")
    assert NightTrigger(PARIS).get_next_fire_time(noon, noon) == at("2026-03-03T02:05Z")
