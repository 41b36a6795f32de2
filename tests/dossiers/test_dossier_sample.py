"""The sample dossier: a real bibliography, its expected references written by hand."""

import json
from pathlib import Path

import perenne
from perenne.dossiers import as_json, read
from perenne.texts import use

SAMPLE = Path(perenne.__file__).parent / "demo" / "sample.md"
EXPECTED = json.loads(Path(__file__).with_name("sample.expected.json").read_text(encoding="utf-8"))


def test_every_field_of_every_reference_is_read() -> None:
    """Sections, titles, authors, sources, dates, pages, locations, addresses and places."""
    found = as_json(read(SAMPLE))
    for reference, expected in zip(found["references"], EXPECTED["references"], strict=True):
        assert reference == expected
    assert found["title"] == EXPECTED["title"]


def test_it_has_85_references_and_41_addresses() -> None:
    """The contact block's bare ``www.cnfpt.fr`` is a signature, and not among them."""
    dossier = read(SAMPLE)
    assert len(dossier.references) == 85
    assert len({citation.url for citation in dossier.citations}) == len(dossier.citations) == 41


def test_it_looks_odd_in_three_ways_only() -> None:
    """Printed works are counted once, and both mistyped hosts are named."""
    use("en")
    told = [(n.code, n.fact) for n in read(SAMPLE).notices]
    assert told == [
        ("references_without_url", "45"),
        ("host_looks_mistyped", "www.horizonpublics.fr → www.horizonspublics.fr"),
        ("host_looks_mistyped", "www.lgazettedescommunes.com → www.lagazettedescommunes.com"),
    ]
