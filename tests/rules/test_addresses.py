"""Two addresses compared."""

import pytest

from perenne.rules.addresses import address, is_home, same_address, same_document, slug_words
from perenne.rules.words import plain, words


@pytest.mark.parametrize(
    "url",
    [
        "https://exemple.fr",
        "https://exemple.fr/?utm_source=lettre",
        "https://exemple.fr/index.php",
        "https://exemple.fr/fr",
        "https://exemple.fr/en-GB/",
        "https://exemple.fr/fr/accueil",
        "https://exemple.fr/Home",
    ],
)
def test_a_home_page_is_one(url: str) -> None:
    """The root, a language's root, their usual names."""
    assert is_home(address(url))


@pytest.mark.parametrize(
    "url",
    [
        "https://exemple.fr/?p=12",
        "https://exemple.fr/ia",
        "https://exemple.fr/accueil/enfance",
        "https://exemple.fr/fr/actualites",
    ],
)
def test_another_page_is_no_home_page(url: str) -> None:
    """Two letters are not always a language."""
    assert not is_home(address(url))


def test_a_site_may_name_its_home_pages() -> None:
    """From sites.toml."""
    assert is_home(address("https://exemple.fr/portail/"), ("/portail/",))


def test_the_same_address_has_the_same_query_unless_its_path_speaks() -> None:
    """/article?id=3 is not /article; /un-long-titre?abo=1 is /un-long-titre."""
    bare, first = address("https://exemple.fr/article"), address("https://exemple.fr/article?id=3")
    assert not same_address(first, bare)
    assert not same_document(first, bare)
    slug = "https://exemple.fr/un-long-titre"
    assert same_address(address(f"{slug}?abo=1"), address(slug))


def test_an_address_that_cannot_be_read_resembles_nothing() -> None:
    """It has no host and no path."""
    assert address("htp:/[").host == ""
    assert not same_document(address("htp:/["), address("https://exemple.fr/"))


def test_the_words_of_an_address_are_those_of_its_last_speaking_segment() -> None:
    """Numbers and extensions say nothing."""
    assert slug_words("https://a.fr/2018/la-transfo-saison-2/12345") == {"transfo", "saison"}
    assert slug_words("https://a.fr/docs/Actes_ANAP_2017.pdf") == {"actes", "anap"}
    assert slug_words("https://a.fr/node/1") == frozenset()


def test_words_are_compared_without_typography() -> None:
    """Accents, ligatures, apostrophes and case are the writer's."""
    assert plain("L’Œuvre d’Été — « Naïve »…") == "l'oeuvre d'ete - \" naive \"..."
    assert words("L’Œuvre de l’été") == {"oeuvre", "ete"}
