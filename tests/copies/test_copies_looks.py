"""Looks at pages for their copies, at servers that behave oddly."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.copies.home import article
from tests.net import certificates
from tests.net.servers import Behaviour, RawServer, page, redirect, routes, settings_for

from perenne.clock import SetClock
from perenne.copies.looking import Copier
from perenne.domain.links import Link
from perenne.domain.sites import Site
from perenne.net.engine import Engine

pytestmark = pytest.mark.anyio

CLOCK = SetClock(datetime(2026, 3, 2, 3, 5, tzinfo=UTC))
LIVING = page(article("Vivante"), "Content-Type: text/html; charset=utf-8")


@pytest.fixture
def anyio_backend() -> str:
    """Run the asynchronous tests on asyncio."""
    return "asyncio"


async def looked(
    behaviour: Behaviour, tmp_path: Path, url: str = "http://a.fr/page", **how: object
) -> tuple[list[tuple[str, bytes]], str]:
    """Return the way that would be kept, and else the refusal."""
    (tmp_path / "authority.pem").write_bytes(certificates.AUTHORITY.cert_pem.bytes())
    server = RawServer(behaviour)
    await server.start(certificates.without_intermediate(tmp_path) if how.get("tls") else None)
    settings = settings_for(server, network={"ca_file": tmp_path / "authority.pem"})
    async with Engine(settings, clock=CLOCK) as engine:
        copier = Copier(engine, settings, CLOCK, lambda _host: Site())
        looks = copier.looks()
        seen = await copier.look(Link(url, url, "a.fr"), looks)
        way = [(step.url, bytes(step.recording.received.read())) for step in seen.way]
        looks.close()
    await server.stop()
    return way, seen.refusal


async def test_a_page_behind_an_incomplete_chain_is_kept(tmp_path: Path) -> None:
    """Its server forgets an intermediate certificate, which browsers find by themselves."""
    way, refusal = await looked(routes(page=LIVING), tmp_path, "https://a.fr/page", tls=True)
    assert (way, refusal) == ([("https://a.fr/page", LIVING)], "")


async def test_a_redirect_that_breaks_off_keeps_no_page_from_being_kept(tmp_path: Path) -> None:
    """What it says beside its address matters less."""
    cut = redirect("/living", "Content-Length: 900") + b"<html>"
    way, refusal = await looked(routes(page=cut, living=LIVING), tmp_path)
    assert way == [("http://a.fr/page", cut), ("http://a.fr/living", LIVING)]
    assert refusal == ""


@pytest.mark.parametrize(
    ("answers", "refusal"),
    [
        ({"page": redirect("http://nulle-part.fr/")}, "no_answer"),
        ({"page": redirect("/page")}, "no_answer"),
        ({"page": page(b"", status="500 Oops")}, "no_answer"),
        ({"page": page(b"", status="410 Gone")}, "gone"),
        ({"page": LIVING[:-1]}, "cut_short"),
    ],
)
async def test_what_shows_no_page_gives_no_way(
    tmp_path: Path, answers: dict[str, bytes], refusal: str
) -> None:
    """And says why; a second opinion is not waited for, tomorrow will do."""
    assert await looked(routes(**answers), tmp_path) == ([], refusal)


async def test_an_address_of_which_no_request_can_be_made_gives_no_way(tmp_path: Path) -> None:
    """Nobody is asked."""
    assert await looked(routes(), tmp_path, "http://a b/") == ([], "malformed")
