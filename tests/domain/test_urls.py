"""Three forms of one address: as written, as requested, and as the key of a link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.domain.urls import (
    MalformedUrlError,
    host_of,
    join,
    link_key,
    requested,
    without_credentials,
)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.fun-mooc.fr/courses/course-v1:USPC+37013+session02/about",
        "http://www.lagazettedescommunes.com/517883/%e2%80%89nous-avons-mis%C3%A9/",
        "https://a.fr/x?q=a%20b+CID_1&at=a:b",
        "http://a.fr/b/?abo=1#note",
    ],
)
def test_what_the_author_escaped_is_requested_as_written(url: str) -> None:
    """Escapes, their case, plus signs, colons and fragments are the author's."""
    assert requested(url) == url


def test_accents_are_requested_as_utf8_escapes() -> None:
    """A path with an accent is what a browser would ask for."""
    assert requested("https://a.gouv.fr/communiqués") == "https://a.gouv.fr/communiqu%C3%A9s"


def test_an_international_host_is_put_into_its_ascii_form() -> None:
    """Name servers know the punycode form alone."""
    assert host_of(requested("http://www.musée.fr/")) == "www.xn--muse-dpa.fr"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("http//www.a.fr", "url_invalid"),
        ("www.a.fr/page", "url_invalid"),
        ("http://exa mple.fr/", "url_invalid"),
        ("http://", "url_invalid"),
        ("", "url_invalid"),
        ("mailto:x@a.fr", "url_scheme"),
        ("ftp://a.fr/x", "url_scheme"),
        ("htp://a.fr/x", "url_scheme"),
        ("http://a..fr/", "url_host"),
        ("http://-a.fr/", "url_host"),
        ("http://a.fr/" + "x" * 9000, "url_too_long"),
    ],
)
def test_a_text_that_no_request_can_be_made_from_says_why(text: str, code: str) -> None:
    """The code names the sentence that the documentalist will read."""
    with pytest.raises(MalformedUrlError, match=code):
        requested(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.fr/x?utm_source=l&utm_campaign=m", "https://a.fr/x"),
        ("https://a.fr/x?id=2&fbclid=z", "https://a.fr/x?id=2"),
        ("https://a.fr/x#partie", "https://a.fr/x"),
        ("https://A.FR:443/x", "https://a.fr/x"),
        ("https://a.fr/x?xtor=EPR-1", "https://a.fr/x"),
    ],
)
def test_one_page_has_one_key(one: str, other: str) -> None:
    """Fragments and tracking parameters do not make another link."""
    assert link_key(one) == link_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://a.fr/", "https://a.fr/"),
        ("https://www.a.fr/", "https://a.fr/"),
        ("https://a.fr/?abo=1", "https://a.fr/"),
        ("https://a.fr/X", "https://a.fr/x"),
        ("https://a.fr/x/", "https://a.fr/x"),
    ],
)
def test_two_pages_have_two_keys(one: str, other: str) -> None:
    """Scheme, www, other parameters, letter case and slashes may lead elsewhere."""
    assert link_key(one) != link_key(other)


def test_a_malformed_text_is_its_own_key() -> None:
    """It is remembered like any link, though no request can be made from it."""
    assert link_key(" http//www.a.fr ") == "http//www.a.fr"


def test_credentials_are_taken_out() -> None:
    """They are never sent nor logged."""
    assert without_credentials("https://me:secret@a.fr/x") == "https://a.fr/x"
    assert without_credentials("not a url") == "not a url"


def test_a_relative_location_is_resolved_against_its_page() -> None:
    """As RFC 3986 has it; what is not http is refused."""
    assert join("https://a.fr/b/c", "../d") == "https://a.fr/d"
    with pytest.raises(MalformedUrlError, match="url_scheme"):
        join("https://a.fr/", "mailto:x@a.fr")
    with pytest.raises(MalformedUrlError, match="url_invalid"):
        join("https://a.fr/", "http://exa mple/")


@given(st.text() | st.text().map("http://{}".format))
def test_any_text_gives_a_url_or_a_reason(text: str) -> None:
    """Nothing else is ever raised, and a key is stable."""
    assert link_key(link_key(text)) == link_key(text)
    try:
        url = requested(text)
    except MalformedUrlError:
        return
    assert requested(url) == url
    assert host_of(url)
