"""Addresses and dates of captures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.archive.mementos import capture_of, read_address, read_timestamp, write_timestamp

INSTANT = datetime(2026, 11, 22, 10, 11, 12, tzinfo=UTC)


@given(st.datetimes(datetime(1996, 1, 1), datetime(2100, 1, 1)), st.integers(-12, 14))  # noqa: DTZ001 - Hypothesis wants naive bounds
def test_a_timestamp_is_read_as_it_was_written(moment: datetime, offset: int) -> None:
    """Whatever the zone, to the second."""
    instant = moment.replace(microsecond=0, tzinfo=timezone(timedelta(hours=offset)))
    assert read_timestamp(write_timestamp(instant)) == instant


@pytest.mark.parametrize("digits", ["", "2026", "20000800241623", "2026112210111a", "２０２６" * 3])
def test_what_is_no_timestamp_is_none(digits: str) -> None:
    """Months called 00 occur in the archive's index."""
    assert read_timestamp(digits) is None


def test_a_capture_has_the_address_of_its_archive() -> None:
    """A trailing slash of the setting makes no double one."""
    capture = capture_of("https://web.archive.org/", INSTANT, "https://a.fr/x?y=1")
    assert capture.url == "https://web.archive.org/web/20261122101112/https://a.fr/x?y=1"


@pytest.mark.parametrize("mode", ["", "id_"])
def test_date_and_page_are_read_off_a_captures_address(mode: str) -> None:
    """In the reading view and in the raw one."""
    address = f"http://127.0.0.1:9/web/20261122101112{mode}/https://a.fr/x?u=http://b.fr"
    assert read_address(address) == (INSTANT, "https://a.fr/x?u=http://b.fr")


@pytest.mark.parametrize(
    "address",
    [
        "https://web.archive.org/save/https://a.fr/",
        "https://web.archive.org/web/2026/https://a.fr/",
        "https://web.archive.org/web/20261122101112/ftp://a.fr/",
        "https://web.archive.org/web/20261322101112/https://a.fr/",
    ],
)
def test_an_address_without_date_or_page_is_no_captures(address: str) -> None:
    """A save page, a shortened date, another scheme, an impossible month."""
    assert read_address(address) is None
