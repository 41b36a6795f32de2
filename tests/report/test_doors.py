"""The pages on which a reader can act: offered where they are configured, and deaf to texts."""

from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from tests.report.samples import BAD_TITLE, NO_DOORS, NOW, broke, cited, link, report

from perenne.domain.links import CitedIn, LinkStatus
from perenne.report.doors import edit_page, link_page
from perenne.report.letter import letter
from perenne.report.lines import Address
from perenne.settings import Report

PARIS = ZoneInfo("Europe/Paris")
KOHA = "https://koha.example/search.pl?q={title}&u={url}&d={dossier}&l={place}"


def offers(shown: LinkStatus, conduct: Report, *, mailed: bool = True) -> tuple[Address, ...]:
    """Return what the only line of a report offers."""
    said = letter(report(broke(shown)), NOW, PARIS, conduct, mailed=mailed)
    return said.dossiers[0].sections[0].lines[0].offers


def test_a_template_is_filled_with_what_is_known_of_the_reference() -> None:
    """Each fact percent-encoded, so that it stays one fact."""
    citation = cited("L'été & la mer", place="line:34", as_written="http://a.fr/?x=1&y=2")
    page = edit_page(KOHA, citation, "https://a.fr/")
    assert parse_qs(urlsplit(page).query) == {
        "q": ["L'été & la mer"],
        "u": ["http://a.fr/?x=1&y=2"],
        "d": ["d1"],
        "l": ["34"],
    }


def test_a_citation_that_does_not_say_how_it_was_written_has_the_address_of_its_link() -> None:
    """And what is unknown is empty."""
    page = edit_page("https://k.example/?u={url}&l={place}", CitedIn(""), "https://a.fr/é")
    assert page == "https://k.example/?u=https%3A%2F%2Fa.fr%2F%C3%A9&l="


def test_nothing_is_offered_unless_it_is_configured() -> None:
    """There may be neither catalogue nor dashboard."""
    assert offers(link(id=7), NO_DOORS) == ()
    assert edit_page("", cited(), "https://a.fr/") == ""
    assert link_page("", link(id=7)) == ""
    assert link_page("https://p.example", link(id=None)) == ""


def test_each_line_leads_to_the_pages_where_she_can_act() -> None:
    """In mails and in what is shown on demand."""
    conduct = Report(edit_link=KOHA, base_url="https://perenne.example/")
    for mailed in (True, False):
        edit, decide = offers(link(id=7), conduct, mailed=mailed)
        assert (edit.label, urlsplit(edit.href).hostname) == ("Edit the reference", "koha.example")
        assert (decide.label, decide.href) == (
            "Decide on this link",
            "https://perenne.example/links/7",
        )


def test_several_references_are_edited_each_on_its_own_page() -> None:
    """With its title, where there are several; the same page is offered once."""
    shown = link(citations=(cited("One"), cited("Two"), cited("Two")))
    conduct = Report(edit_link="https://k.example/?t={title}")
    assert [(each.label, each.href) for each in offers(shown, conduct)] == [
        ("Edit the reference “One”", "https://k.example/?t=One"),
        ("Edit the reference “Two”", "https://k.example/?t=Two"),
    ]


@given(st.text(), st.text(), st.text())
def test_no_text_of_a_reference_leads_elsewhere(title: str, slug: str, url: str) -> None:
    """Whatever it holds, the page stays on the site and the path that were configured."""
    citation = CitedIn(url, slug=slug, title=title + BAD_TITLE, place="line:1")
    parts = urlsplit(edit_page(KOHA, citation, url))
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "koha.example", "/search.pl")
    assert not set(parts.query) & set("<>\"' \r\n\u202e")
    assert list(parse_qs(parts.query, keep_blank_values=True)) == ["q", "u", "d", "l"]
