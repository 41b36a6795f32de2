"""The lasting identifier of the work that a page shows, and never that of another work."""

from __future__ import annotations

import json

import pytest
from tests.pages.test_page_facts import read

DOI = "https://doi.org/10.3917/rfap.161.0009"
META = '<meta name="{}" content="{}">'


def page(head: str, body: str = "") -> str:
    """Return a page with a head."""
    return f"<html><head><title>Un article</title>{head}</head><body>{body}</body></html>"


def ld(*data: object) -> str:
    """Return JSON-LD as it stands in a page."""
    return "".join(f'<script type="application/ld+json">{json.dumps(d)}</script>' for d in data)


ARTICLE = {"@type": "ScholarlyArticle", "name": "Un article"}


@pytest.mark.parametrize(
    ("head", "permalink"),
    [
        (META.format("citation_doi", "10.3917/rfap.161.0009"), DOI),
        (META.format("Citation_DOI", "doi:10.3917/rfap.161.0009"), DOI),
        (META.format("DC.identifier", "https://dx.doi.org/10.3917/rfap.161.0009"), DOI),
        (META.format("DC.Identifier", "hal-01234567"), "https://hal.science/hal-01234567"),
        (
            META.format("DC.identifier", "https://gallica.bnf.fr/ark:/12148/bpt6k5401"),
            "https://gallica.bnf.fr/ark:/12148/bpt6k5401",
        ),
        (
            META.format("DC.identifier", "ISSN 0152-7401")
            + META.format("DC.identifier", "https://hdl.handle.net/2441/abc"),
            "https://hdl.handle.net/2441/abc",
        ),
        ('<link rel="canonical" href="https://doi.org/10.3917/rfap.161.0009">', DOI),
        (ld({**ARTICLE, "@id": DOI}), DOI),
        (ld({**ARTICLE, "sameAs": ["https://www.wikidata.org/wiki/Q1", DOI]}), DOI),
        (ld({**ARTICLE, "identifier": {"@type": "PropertyValue", "value": DOI}}), DOI),
        (ld({"@graph": [{"@type": "WebPage", "@id": "/#p"}, {**ARTICLE, "@id": DOI}]}), DOI),
        (ld({"@type": "ItemPage", "mainEntity": {**ARTICLE, "identifier": DOI}}), DOI),
        (META.format("citation_doi", "10.1000/A") + META.format("DC.identifier", "10.1000/a"),
         "https://doi.org/10.1000/A"),
        (META.format("DC.identifier", "hal-01234567") + META.format("citation_doi", "10.1000/a"),
         "https://doi.org/10.1000/a"),
    ],
)  # fmt: skip
def test_what_a_page_gives_for_itself_is_read(head: str, permalink: str) -> None:
    """As publishers give it, in whichever form; a DOI before all others."""
    assert read(page(head)).permalink == permalink


@pytest.mark.parametrize(
    "html",
    [
        page("", f'<p>Voir <a href="{DOI}">cet article</a>, doi:10.3917/rfap.161.0009.</p>'),
        page(META.format("citation_reference", "citation_doi=10.3917/rfap.161.0009")),
        page(META.format("DC.relation", "10.3917/rfap.161.0009")),
        page(ld({**ARTICLE, "citation": [{**ARTICLE, "@id": DOI}]})),
        page(ld({**ARTICLE, "isPartOf": {"@type": "Periodical", "@id": DOI}})),
        page(ld({**ARTICLE, "mentions": {**ARTICLE, "sameAs": DOI}})),
        page(ld({"@type": "Person", "@id": DOI})),
        page(ld({**ARTICLE, "@id": DOI}, {**ARTICLE, "@id": "https://doi.org/10.1000/autre"})),
        page(
            META.format("citation_doi", "10.1000/un")
            + META.format("citation_doi", "10.1000/deux")
            + META.format("DC.identifier", "hal-01234567")
        ),
        page('<link rel="canonical" href="https://www.exemple.fr/">'),
        page('<script type="application/ld+json">{"@id": "10.1000/a", </script>'),
        page(ld(f"{DOI}", 7, None, [])),
    ],
    ids=[
        "a link in the text",
        "a bibliography in metas",
        "a related work",
        "a citation in JSON-LD",
        "the journal",
        "a mention",
        "a person",
        "two works",
        "two DOI beside a HAL",
        "a canonical that is no identifier",
        "broken JSON",
        "JSON that is no object",
    ],
)
def test_what_names_another_work_is_not_read(html: str) -> None:
    """Each is the twin of a page above that gives its own."""
    assert read(html).permalink == ""


def test_what_is_nested_without_end_is_read_no_further() -> None:
    """Whatever a site put into its JSON."""
    deep: object = {**ARTICLE, "@id": DOI}
    for _ in range(100):
        deep = {"@graph": [deep]}
    assert read(page(ld(deep))).permalink == ""
