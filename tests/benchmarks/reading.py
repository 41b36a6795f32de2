"""How long it takes to read dossiers and pages."""

from collections.abc import Iterator

from perenne.demo.play import SAMPLE
from perenne.domain.cases import Case, Look
from perenne.domain.exchanges import Exchange, Hop
from perenne.dossiers import read_bytes
from perenne.pages import read_page
from perenne.rules.judge import judge
from tests.benchmarks.pages import living_page
from tests.benchmarks.timing import Figure, median_seconds


def figures(rounds: int) -> Iterator[Figure]:
    """Yield the figures of the pure rooms."""
    sample = SAMPLE.read_bytes()
    megabyte = sample * (1_000_000 // len(sample) + 1)
    yield Figure(
        "read: one megabyte of dossiers",
        median_seconds(lambda: read_bytes(megabyte, "m.md"), rounds),
        "s",
    )
    exchange = _exchange(living_page(20_000))
    yield Figure(
        "pages: facts of a 20 kB page",
        1000 * median_seconds(lambda: read_page(exchange), 20 * rounds),
        "ms",
    )
    case = Case(exchange.final_url, (Look(exchange, read_page(exchange)),), ("Une page",))
    yield Figure("rules: judging it", 1000 * median_seconds(lambda: judge(case), 20 * rounds), "ms")


def _exchange(body: bytes) -> Exchange:
    headers = {"content-type": "text/html; charset=utf-8"}
    return Exchange((Hop("https://exemple.fr/page", 200, headers),), body=body)
