"""Putting one question to the archive, by the product's own client."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from tests.archive.exchanges import ACCESS, SECRET
from tests.archive.fake_archive import FakeArchive

from perenne.archive.spn2 import SavePageNow
from perenne.net.service import ServiceClient
from perenne.settings import Settings

Answer = TypeVar("Answer")


def ask(
    archive: FakeArchive,
    question: Callable[[SavePageNow], Awaitable[Answer]],
    keys: tuple[str, str] = (ACCESS, SECRET),
) -> Answer:
    """Put one question to the archive, by the product's own client."""

    async def go() -> Answer:
        async with ServiceClient(Settings(), retry_wait=0) as service:
            return await question(SavePageNow(service, archive.base, keys))

    return asyncio.run(go())
