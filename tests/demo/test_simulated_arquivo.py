"""The second simulated archive lists and shows captures, and fails to, as pywb does."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import httpx
import pytest

from perenne.demo.wayback import Script, Trouble
from perenne.demo.wayback.arquivo import SimulatedArquivo, simulated_arquivo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perenne.clock import SetClock

PAGE = "https://www.exemple.fr/page"
DATES = [datetime(year, 6, 1, 12, tzinfo=UTC) for year in (2014, 2019)]


@pytest.fixture
def arquivo(clock: SetClock) -> Iterator[SimulatedArquivo]:
    """An archive that holds two captures of a page."""
    with simulated_arquivo(clock) as running:
        for date in DATES:
            running.holdings.add(PAGE, date, body=b"<p>%d</p>" % date.year)
        yield running


@pytest.fixture
def reader() -> Iterator[httpx.Client]:
    """A client that follows nothing."""
    with httpx.Client(timeout=5, trust_env=False) as client:
        yield client


def test_a_timemap_lists_every_capture(arquivo: SimulatedArquivo, reader: httpx.Client) -> None:
    """With the links that RFC 7089 asks for, and the form that pywb puts into its frame."""
    reply = reader.get(arquivo.timemap + PAGE)
    assert reply.headers["Content-Type"] == "application/link-format"
    lines = reply.text.split(",\n")
    assert [line.split('rel="')[1].split('"')[0] for line in lines] == [
        "original",
        "self",
        "timegate",
        "memento",
        "memento",
    ]
    assert f"{arquivo.url}/wayback/20140601120000mp_/{PAGE}" in lines[3]
    assert 'datetime="Sun, 01 Jun 2014 12:00:00 GMT"' in lines[3]


def test_what_it_does_not_hold_has_no_timemap(
    arquivo: SimulatedArquivo, reader: httpx.Client
) -> None:
    """404, as for any other address."""
    assert reader.get(f"{arquivo.timemap}https://exemple.fr/inconnue").status_code == 404
    assert reader.get(f"{arquivo.url}/ailleurs").status_code == 404


def test_a_capture_is_shown_or_the_nearest_named(
    arquivo: SimulatedArquivo, reader: httpx.Client
) -> None:
    """Under its own address."""
    shown = reader.get(f"{arquivo.url}/wayback/20190601120000id_/{PAGE}")
    assert (shown.status_code, shown.text) == (200, "<p>2019</p>")
    assert shown.headers["Memento-Datetime"] == "Sat, 01 Jun 2019 12:00:00 GMT"
    other = reader.get(f"{arquivo.url}/wayback/20180601120000id_/{PAGE}")
    assert (other.status_code, other.headers["Location"]) == (
        302,
        f"/wayback/20190601120000id_/{PAGE}",
    )


@pytest.mark.parametrize(
    ("trouble", "status"),
    [
        (Trouble.THROTTLED, 429),
        (Trouble.DOWN, 503),
        (Trouble.BLOCKED, 403),
        (Trouble.MALFORMED, 200),
    ],
)
def test_a_timemap_can_fail(
    arquivo: SimulatedArquivo, reader: httpx.Client, trouble: Trouble, status: int
) -> None:
    """And the next one succeeds, where that is laid down; the log tells both."""
    arquivo.script(PAGE, Script(index=trouble), Script())
    assert reader.get(arquivo.timemap + PAGE).status_code == status
    assert reader.get(arquivo.timemap + PAGE).status_code == 200
    assert [each.status for each in arquivo.asked] == [status, 200]


def test_an_archive_can_be_silent(arquivo: SimulatedArquivo, reader: httpx.Client) -> None:
    """Or close the connection; the log has no status then."""
    arquivo.script(PAGE, Script(index=Trouble.CLOSED), Script(index=Trouble.SILENCE))
    with pytest.raises(httpx.RemoteProtocolError):
        reader.get(arquivo.timemap + PAGE)
    with pytest.raises(httpx.ReadTimeout):
        reader.get(arquivo.timemap + PAGE, timeout=0.1)
    assert [each.status for each in arquivo.asked] == [0, 0]
