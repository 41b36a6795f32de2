"""Addresses in text: what is one, where it ends, and how it should be requested."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.dossiers.addresses.citations import extract


def urls(text: str) -> list[str]:
    """Return the addresses found, as they should be requested."""
    return [found.url for found in extract(text).found]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("<https://a.example/x>", "https://a.example/x"),
        ("voir https://a.example/x.", "https://a.example/x"),
        ("(https://a.example/x)", "https://a.example/x"),
        ("« https://a.example/x »,", "https://a.example/x"),
        ("https://a.example/Lac_(Alpes)", "https://a.example/Lac_(Alpes)"),
        ("(https://a.example/Lac_(Alpes))", "https://a.example/Lac_(Alpes)"),
        ("**https://a.example/x**", "https://a.example/x"),
        ("https://a.example/0,14-0,1.html, p. 3", "https://a.example/0,14-0,1.html"),
        ("https://a.example/x?u=1&amp;v=2", "https://a.example/x?u=1&v=2"),
        ("https://a.example/a\\_b", "https://a.example/a_b"),
        ("https://a.example/%e2%80%89caf%C3%A9", "https://a.example/%e2%80%89caf%C3%A9"),
        ("https://a.example/course-v1:X+01+s02/é", "https://a.example/course-v1:X+01+s02/é"),
        ("https://a.example/lo\u00adng\u200b/x", "https://a.example/long/x"),
        ("https://a.example/x\u00a0; suite", "https://a.example/x"),
        ("http\u00a0://a.example/x", "http://a.example/x"),
        ("HTTP://A.example/X", "HTTP://A.example/X"),
        ("www.a.example/x, et", "http://www.a.example/x"),
        ("<www.a.example>", "http://www.a.example"),
        ("[le site](https://a.example/x_(y) 'titre')", "https://a.example/x_(y)"),
        ("[[Dossier] eau](<https://a.example/x>)", "https://a.example/x"),
        ("![plan](https://a.example/plan.png)", "https://a.example/plan.png"),
        ("https://a.example/r?u=http://b.example", "https://a.example/r?u=http://b.example"),
        ("https://a.example/r?u%3Dhttp://b.example", "https://a.example/r?u%3Dhttp://b.example"),
        ("<https://a.example/lon\ngue>", "https://a.example/longue"),
    ],
)
def test_an_address_is_taken_whole_and_alone(text: str, url: str) -> None:
    """Brackets, closing punctuation and layout stay outside; all the rest stays."""
    assert urls(text) == [url]


@pytest.mark.parametrize(
    "text",
    ["http//www.a.example", "htp://a.example", "http:\\\\a.example", "http:/a.example/x",
     "hhttps://a.example", "ttp://a.example", "http:www.a.example", "http;//a.example"],
)  # fmt: skip
def test_a_mistyped_address_is_kept_as_it_is(text: str) -> None:
    """It is for the check to say that no request can be made from it."""
    assert urls(f"Voir {text}.") == [text]


def test_an_address_with_a_space_is_kept_whole_in_its_brackets() -> None:
    """The author's brackets tell where it ends."""
    assert urls("<http://exa mple>") == ["http://exa mple"]


@pytest.mark.parametrize(
    "text",
    ["anne@a.example", "la27eregion.fr, 21/05/2019", "et/ou", "HTTP/2", "12/03/2019", "p. 3/4",
     "[note](page.html)", "a < b", "http", "//", "temps : /"],
)  # fmt: skip
def test_what_is_no_address_is_left_in_the_text(text: str) -> None:
    """E-mail addresses and bare domains are names, not addresses of pages."""
    got = extract(text)
    assert got.found == []
    assert text.startswith(got.text) or got.text == "note"


def test_addresses_that_are_not_of_the_web_are_named_apart() -> None:
    """They are not checked, and the author is told."""
    got = extract("<mailto:a@b.example>, [écrire](mailto:c@d.example), ftp://e.example/f.")
    assert got.found == []
    assert got.foreign == ["mailto:a@b.example", "mailto:c@d.example", "ftp://e.example/f"]


def test_addresses_stuck_together_are_parted() -> None:
    """A missing space makes no third address."""
    assert urls("https://a.example/1;https://b.example/2http://c.example") == [
        "https://a.example/1",
        "https://b.example/2",
        "http://c.example",
    ]


def test_the_text_of_a_link_stays_where_the_link_was() -> None:
    """A label that only repeats an address says nothing."""
    assert extract("Le [guide](https://a.example) de l’eau").text == "Le guide de l’eau"
    assert extract("[https://a.example](https://a.example)").text == ""


def test_an_ellipsis_shows_that_the_address_was_cut() -> None:
    """What is left of it can hardly be right."""
    assert [found.cut for found in extract("https://a.example/tres… https://b.example/").found] == [
        True,
        False,
    ]


@given(st.text())
def test_no_text_makes_it_fail(text: str) -> None:
    """Whatever is found was really written."""
    for found in extract(text).found:
        assert found.as_written.replace("\u2060", "") in text.replace("\u2060", "")


PATHS = st.from_regex(
    r"(/[a-z0-9_~+:%C3éè-]{1,12}){1,4}(\?[a-z]=[0-9]{1,4}(&[a-z]=[a-z]){0,2})?", fullmatch=True
)
HOSTS = st.sampled_from(["http://a.example", "https://www.b-c.fr", "HTTPS://D.fr:8080"])
PLANTED = st.builds(lambda host, path: f"{host}{path}".rstrip(":"), HOSTS, PATHS)
PROSE = st.from_regex(re.compile(r"[a-zéà ,;:.!?«»'’-]{0,30} ", re.ASCII), fullmatch=True)


@given(
    st.lists(st.tuples(PROSE, PLANTED, st.sampled_from(["{}", "<{}>", "({})", "« {} »", "{},"])))
)
def test_every_planted_address_is_found_exactly(plants: list[tuple[str, str, str]]) -> None:
    """In any prose, in any brackets, in their order."""
    text = " ".join(prose + frame.format(url) for prose, url, frame in plants)
    assert urls(text) == [url for _, url, _ in plants]
