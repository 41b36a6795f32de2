"""How long it takes to read dossiers and pages."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from perenne.demo.play import SAMPLE
from perenne.domain.cases import Case, Look
from perenne.domain.exchanges import Exchange, Hop
from perenne.dossiers import read_bytes
from perenne.pages import read_page
from perenne.rules.judge import judge
from tests.benchmarks.pages import living_page
from tests.benchmarks.timing import Figure, median_seconds
from tests.dossiers.exports import RIS
from tests.dossiers.pdfs import PdfPage, pdf

COMPACT = Path(__file__).parents[1] / "dossiers" / "family" / "first" / "eau.txt"

T = TypeVar("T")


def figures(rounds: int) -> Iterator[Figure]:
    """Yield the figures of the pure rooms."""
    sample = SAMPLE.read_bytes()
    megabyte = sample * (1_000_000 // len(sample) + 1)
    yield Figure(
        "read: one megabyte of dossiers",
        median_seconds(lambda: read_bytes(megabyte, "m.md"), rounds),
        "s",
    )
    compact = COMPACT.read_bytes() + b"\n\n"
    compact *= 1_000_000 // len(compact) + 1
    yield Figure(
        "read: one megabyte of entries of one paragraph",
        median_seconds(lambda: read_bytes(compact, "m.md"), rounds),
        "s",
    )
    for form, records in (("RIS", _ris()), ("CSV", _csv())):
        yield Figure(
            f"read: one megabyte of {form}",
            median_seconds(lambda data=records: read_bytes(data, "m"), rounds),
            "s",
        )
    pages = _pdf()
    yield Figure(
        "read: a PDF of 100 pages",
        median_seconds(lambda: read_bytes(pages, "p.pdf"), rounds),
        "s",
    )
    exchanges = [_exchange(living_page(20_000, str(n))) for n in range(20 * rounds + 1)]
    yield Figure("pages: facts of a 20 kB page", _each(read_page, exchanges), "ms")
    cases = [_case(exchange) for exchange in exchanges]
    yield Figure("rules: judging it", _each(judge, cases), "ms")


def _ris() -> bytes:
    """Return a megabyte of records, each with an address of its own."""
    one = RIS.partition("\nTY  - ELEC")[0].replace("Un résumé", "Un résumé de revue. " * 20)
    many = range(1_000_000 // len(one.encode()) + 1)
    return "\n".join(one.replace("/a?x", f"/{n}?x") for n in many).encode()


def _csv() -> bytes:
    """Return a megabyte of rows, each with an address of its own."""
    row = 'Articles;Un titre de référence, {n};"Pétré, Zoé ; Bois, Ève";Revue;15/03/2019;'
    row += "https://eau.exemple.fr/{n};" + "Un résumé de revue. " * 8
    rows = (row.format(n=n) for n in range(1_000_000 // len(row.encode()) + 1))
    return "\n".join(["Rubrique;Titre;Auteur(s);Revue;Date;Lien;Résumé", *rows]).encode()


def _pdf() -> bytes:
    """Return a hundred pages full of references, each with a link of its own."""
    return pdf(*map(_page, range(100)))


def _page(number: int) -> PdfPage:
    page = PdfPage()
    for n in range(12):
        url = f"https://eau.exemple.fr/{number}/{n}"
        page.write(f"Un titre de référence, {number}.{n} / PÉTRÉ Zoé", gap=10)
        page.write("Revue de l’eau, 15/03/2019, p. 3-15").write(url, url=url)
    return page


def _each(work: Callable[[T], object], things: Sequence[T]) -> float:
    """Return the milliseconds that one of different things takes: nothing can be remembered."""
    remaining = iter(things)
    return 1000 * median_seconds(lambda: work(next(remaining)), len(things) - 1)


def _case(exchange: Exchange) -> Case:
    return Case(exchange.final_url, (Look(exchange, read_page(exchange)),), ("Une page",))


def _exchange(body: bytes) -> Exchange:
    headers = {"content-type": "text/html; charset=utf-8"}
    return Exchange((Hop("https://exemple.fr/page", 200, headers),), body=body)
