"""waybackpy itself, unmodified, works against the simulated Wayback Machine."""

from __future__ import annotations

import gc
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from waybackpy import (
    WaybackMachineAvailabilityAPI,
    WaybackMachineCDXServerAPI,
    WaybackMachineSaveAPI,
)
from waybackpy.exceptions import NoCDXRecordFound, TooManyRequestsError

from perenne.clock import SetClock
from perenne.demo.wayback import Reply, Script, SimulatedWayback, Trouble, simulated_wayback

if TYPE_CHECKING:
    from collections.abc import Iterator

# waybackpy never closes its sessions; what it leaves is swept up after each test.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")

PAGE = "https://exemple.fr/page"
NOW = datetime(2026, 11, 22, 3, 5, tzinfo=UTC)


@pytest.fixture
def wayback(monkeypatch: pytest.MonkeyPatch) -> Iterator[SimulatedWayback]:
    """The archive; no proxy of this machine stands before it."""
    monkeypatch.setenv("NO_PROXY", "*")
    with simulated_wayback(SetClock(NOW)) as running:
        yield running
    gc.collect()


def _saving(wayback: SimulatedWayback) -> WaybackMachineSaveAPI:
    save = WaybackMachineSaveAPI(PAGE, "Essai", max_tries=1)
    save.request_url = f"{wayback.url}/save/{PAGE}"
    return save


def _index(wayback: SimulatedWayback) -> WaybackMachineCDXServerAPI:
    cdx = WaybackMachineCDXServerAPI(PAGE, "Essai", filters=["statuscode:200"], limit="2")
    cdx.endpoint = f"{wayback.url}/cdx/search/cdx"
    return cdx


def test_its_save_returns_the_capture(wayback: SimulatedWayback) -> None:
    """It recognises the capture by the address at the end of the redirects."""
    assert _saving(wayback).save() == f"https://web.archive.org/web/20261122030500/{PAGE}"


def test_its_save_may_return_the_next_capture(wayback: SimulatedWayback) -> None:
    """Its known fault shows here as it does in the wild: it reads the link after ours."""
    for days in (-2, -1, 1, 2):
        wayback.holdings.add(PAGE, NOW + timedelta(days=days), visible_from=NOW)
    assert _saving(wayback).save() == f"https://web.archive.org/web/20261123030500/{PAGE}"


def test_its_save_meets_a_refusal(wayback: SimulatedWayback) -> None:
    """429 without Retry-After."""
    wayback.script(PAGE, Script(Reply.THROTTLED))
    with pytest.raises(TooManyRequestsError):
        _saving(wayback).save()


def test_its_index_reads_rows_and_goes_on_from_page_to_page(wayback: SimulatedWayback) -> None:
    """The key after the empty line leads it to the rest."""
    for year in (2019, 2020, 2021):
        wayback.holdings.add(PAGE, datetime(year, 1, 1, tzinfo=UTC))
    rows = list(_index(wayback).snapshots())
    assert [row.timestamp[:4] for row in rows] == ["2019", "2020", "2021"]
    near = _index(wayback).near(wayback_machine_timestamp="20200301000000")
    assert near.archive_url == f"https://web.archive.org/web/20200101000000/{PAGE}"


def test_its_index_takes_a_refusal_for_an_empty_archive(wayback: SimulatedWayback) -> None:
    """The fault for which the product looks at the status itself."""
    wayback.holdings.add(PAGE, datetime(2020, 1, 1, tzinfo=UTC))
    wayback.script(PAGE, Script(index=Trouble.THROTTLED))
    with pytest.raises(NoCDXRecordFound):
        _index(wayback).near(year=2020)


def test_its_availability_reads_the_closest(wayback: SimulatedWayback) -> None:
    """Its first call waits five seconds by design, so the answer alone is read here."""
    wayback.holdings.add(PAGE, datetime(2020, 1, 1, tzinfo=UTC))
    available = WaybackMachineAvailabilityAPI(PAGE, "Essai")
    available.endpoint = f"{wayback.url}/wayback/available"
    available.last_api_call_unix_time = 0
    assert available.newest().archive_url == f"https://web.archive.org/web/20200101000000/{PAGE}"
