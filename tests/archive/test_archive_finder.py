"""Broken links are offered what others saved of them."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.archive.exchanges import Canned, excluded

from perenne.archive.finder import Find, find_captures
from perenne.domain.links import LinkStatus
from perenne.domain.states import State
from perenne.net.service import ServiceClient

if TYPE_CHECKING:
    from collections import Counter

    from tests.archive.desk import Desk

    from perenne.domain.links import Capture

PAGE = "https://www.cnfpt.fr/page"
pytestmark = pytest.mark.parametrize("backend", ["sqlite"])


def find(desk: Desk, *urls: str, captures: tuple[Capture, ...] = ()) -> Counter[Find]:
    """Look for the captures of links that were last seen alive ten days ago."""
    desk.check(*urls)
    alive = desk.clock.now() - timedelta(days=10)
    lost = [
        LinkStatus(url, State.BROKEN, None, desk.links[url], last_alive=alive, captures=captures)
        for url in urls
    ]

    async def go() -> Counter[Find]:
        async with ServiceClient(desk.settings, retry_wait=0) as client:
            return await find_captures(
                desk.database, desk.settings, desk.clock, client, lost, sleep=desk.sleep
            )

    return asyncio.run(go())


def test_the_latest_capture_of_the_living_page_is_stored(desk: Desk) -> None:
    """What was saved after it was last seen alive may show the failure."""
    desk.archive.captures = [
        ("20190301120000", PAGE),
        ("20261101120000", PAGE),
        ("20261120120000", PAGE),
    ]
    assert find(desk, PAGE) == {Find.FOUND: 1}
    capture = desk.capture(PAGE)
    assert capture is not None
    assert capture.url == f"{desk.archive.base}/web/20261101120000/{PAGE}"


def test_none_excluded_and_failed_are_told_apart(desk: Desk) -> None:
    """Only a failed look-up is worth repeating."""
    desk.archive.look_ups = [Canned(), excluded(), Canned(504, "slow")]
    finds = find(desk, PAGE, f"{PAGE}/1", f"{PAGE}/2")
    assert finds == {Find.NONE: 1, Find.EXCLUDED: 1, Find.FAILED: 1}
    assert desk.capture(PAGE) is None


def test_the_rest_is_left_alone_after_a_refusal(desk: Desk) -> None:
    """One 429 ends the asking; nothing is taken for "none found"."""
    desk.archive.look_ups = [Canned(429, "Too Many Requests")]
    assert find(desk, PAGE, f"{PAGE}/1", f"{PAGE}/2") == {Find.FAILED: 3}
    assert len(desk.archive.log) == 1


def test_a_link_whose_capture_is_known_is_not_looked_up(desk: Desk) -> None:
    """The report has it already."""
    desk.check(PAGE)
    desk.work()
    known = desk.capture(PAGE)
    assert known is not None
    desk.archive.log.clear()
    assert find(desk, PAGE, captures=(known,)) == {}
    assert not desk.archive.log
