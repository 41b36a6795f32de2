"""Identifiers of documents lead to their resolver; what only looks like one leads nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.domain.identifiers import name_of, permanent, resolved
from perenne.domain.urls import requested
from perenne.dossiers import read_bytes
from perenne.dossiers.addresses.citations import extract


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("10.3917/rfap.161.0009", "https://doi.org/10.3917/rfap.161.0009"),
        ("doi:10.3917/rfap.161.0009", "https://doi.org/10.3917/rfap.161.0009"),
        ("DOI : 10.3917/rfap.161.0009", "https://doi.org/10.3917/rfap.161.0009"),
        ("dx.doi.org/10.3917/rfap", "https://doi.org/10.3917/rfap"),
        ("10/ggkn", "https://doi.org/10/ggkn"),
        ("10.1002/(SICI)1097(1998)49:8<693::AID>3.0.CO;2-O",
         "https://doi.org/10.1002/(SICI)1097(1998)49:8%3C693::AID%3E3.0.CO;2-O"),
        ("10.1000/a#b?c%d", "https://doi.org/10.1000/a%23b%3Fc%25d"),
        ("hal-01234567", "https://hal.science/hal-01234567"),
        ("HAL Id: halshs-01234567v2", "https://hal.science/halshs-01234567v2"),
        ("sic_00000123", "https://hal.science/sic_00000123"),
        ("ark:/12148/bpt6k5401", "https://n2t.net/ark:/12148/bpt6k5401"),
        ("ark:12148/cb11", "https://n2t.net/ark:12148/cb11"),
        ("gallica.bnf.fr/ark:/12148/bpt6k5401", "https://gallica.bnf.fr/ark:/12148/bpt6k5401"),
    ],
)  # fmt: skip
def test_a_field_of_identifiers_leads_to_the_resolver(text: str, url: str) -> None:
    """With or without its label; what a path cannot hold is escaped."""
    assert resolved(text) == url
    assert requested(url) == url


@pytest.mark.parametrize(
    ("text", "url", "name"),
    [
        ("https://dx.doi.org/10.3917/rfap", "https://doi.org/10.3917/rfap", "DOI"),
        ("https://doi.org/10.1000%2Fabc", "https://doi.org/10.1000/abc", "DOI"),
        ("https://hal.science/hal-01234567", "https://hal.science/hal-01234567", "HAL"),
        ("https://gallica.bnf.fr/ark:/12148/x1", "https://gallica.bnf.fr/ark:/12148/x1", "ARK"),
        ("https://hdl.handle.net/2027/mdp.3", "https://hdl.handle.net/2027/mdp.3", "Handle"),
        ("hdl:2027/mdp.3", "https://hdl.handle.net/2027/mdp.3", "Handle"),
        ("https://www.cairn.info/doi/10.3917/rfap", "", ""),
        ("https://hal.science/", "", ""),
        ("2027/mdp.3", "", ""),
    ],
)
def test_an_identifier_is_known_by_its_resolver_too(text: str, url: str, name: str) -> None:
    """A number with a slash is no handle, and a publisher's page about a DOI no resolver."""
    assert permanent(text) == url
    assert name_of(url) == name


@pytest.mark.parametrize("text", ["", "doi", "10.5", "10.12/a", "hal-123", "Actes, doi:10.1000/a"])
def test_what_is_no_identifier_leads_nowhere(text: str) -> None:
    """Prices, figures, words, sentences."""
    assert not resolved(text)


@pytest.mark.parametrize(
    ("prose", "written", "left"),
    [
        ("Lire (doi:10.1000/a-b).", "doi:10.1000/a-b", "Lire ()."),
        ("Revue, 2019. DOI 10.1000/a(b)c, p. 3", "DOI 10.1000/a(b)c", "Revue, 2019. , p. 3"),
        ("Thèse tel-01234567, 2012", "tel-01234567", "Thèse , 2012"),
        ("Voir ark:/12148/bpt6k1.", "ark:/12148/bpt6k1", "Voir ."),
        ("[Titre](doi:10.1000/a)", "doi:10.1000/a", "Titre"),
    ],
)
def test_identifiers_in_prose_are_citations(prose: str, written: str, left: str) -> None:
    """As written, without the punctuation that closes the sentence."""
    got = extract(prose)
    assert [(found.as_written, found.url) for found in got.found] == [(written, resolved(written))]
    assert got.text == left


@pytest.mark.parametrize(
    "prose",
    [
        "La note vaut 10.1000/20.", "Le 10.2019/2020 revient.", "doi:10.1000/).",
        "L’hôtel-12345678 est plein.", "Écrire à hal-01234567@exemple.fr", "Le doi de 2019",
        "fichier.hal-012345678.txt", "ark:/1/2",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_stays_in_the_text(prose: str) -> None:
    """A bare DOI counts only when it is called so; a false link would alarm every night."""
    got = extract(prose)
    assert (got.found, got.text) == ([], prose)


def test_an_identifier_within_an_address_is_not_counted_twice() -> None:
    """The address is the author's choice of a resolver."""
    urls = ("https://hal.science/hal-01234567", "https://gallica.bnf.fr/ark:/12148/bpt6k1")
    text = f"Eau / PETIT Anne\n\nRevue, 2019\n\ndoi: {urls[0]}\n\n<{urls[1]}>\n"
    (reference,) = read_bytes(text.encode(), "x.md").references
    assert [citation.url for citation in reference.citations] == list(urls)


@given(st.text(alphabet="doi:10.4/ahlrk-_()<>é 2"))
def test_every_identifier_found_has_an_address(text: str) -> None:
    """Never an empty one, whatever the text."""
    assert all(found.url for found in extract(text).found)
