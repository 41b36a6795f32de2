"""Checks against hostile servers, from the request to the verdict."""

from __future__ import annotations

import pytest
from tests.net.hostile.judging import Judge, Judged, judged
from tests.net.servers import Behaviour, Serve


@pytest.fixture
def judge(serve: Serve) -> Judge:
    """Give what checks a link of a server that behaves so."""

    async def ask(behaviour: Behaviour) -> Judged:
        return await judged(await serve(behaviour))

    return ask
