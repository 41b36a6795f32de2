"""What people accepted and turned down, as mails, sheets and programs are told it."""

from __future__ import annotations

from datetime import UTC, timedelta

import pytest
from tests.report.samples import (
    ALIVE,
    BROKEN,
    NO_DOORS,
    NOW,
    broke,
    cited,
    flips,
    link,
    report,
    said,
    verdict,
)

from perenne.cli.replacements import Kind
from perenne.domain.links import BY_HAND, KINDS, Capture, CitedIn, LinkStatus, Replacement
from perenne.domain.people import OverlayKind
from perenne.domain.states import State
from perenne.domain.verdicts import VerdictKind
from perenne.report import columns, wording
from perenne.report.columns import Row
from perenne.report.contents import Contents, Look, overview, quiet
from perenne.report.flips import News
from perenne.report.json import link_json
from perenne.report.lines import line
from perenne.texts.replacements import confidence_name, kind_name, replacement_name, why_proposed

HTTPS, DOI, COPY = (f"https://new.example/{name}" for name in ("https", "doi", "copy"))
FOUND = (
    Replacement(HTTPS, "variant", "https", 0.9),
    Replacement(DOI, "permalink", "DOI", 0.9),
    Replacement(COPY, "capture", "copie", 0.8),
)


def accepted(url: str = HTTPS, **facts: object) -> CitedIn:
    """Return a citation for which an address was chosen."""
    return cited(said=(said(OverlayKind.REPLACEMENT_ACCEPTED, replacement=url),), **facts)


def refused(*urls: str, **facts: object) -> CitedIn:
    """Return a citation for which addresses were turned down."""
    words = (
        said(OverlayKind.REPLACEMENT_REJECTED, id=n, replacement=url) for n, url in enumerate(urls)
    )
    return cited(said=tuple(words), **facts)


def shown(*citations: CitedIn, **facts: object) -> LinkStatus:
    """Return a broken link with three proposals."""
    return link(**{"replacements": FOUND, "citations": citations, **facts})


def offers(contents: Contents) -> list[str]:
    """Return the addresses that the first line of a report offers."""
    return [each.url for each in line(contents.entries[0], UTC, NO_DOORS).offers]


def test_what_was_turned_down_is_not_told_to_those_who_did() -> None:
    """In the other dossier it is proposed still."""
    told = report(broke(shown(refused(HTTPS), cited(slug="d2", dossier="Laïcité"))))
    here, there = told.entries
    assert [each.url for each in line(here, UTC, NO_DOORS).offers] == [DOI, COPY]
    assert [each.url for each in line(there, UTC, NO_DOORS).offers] == [HTTPS, DOI, COPY]


def test_the_address_that_the_site_gives_can_be_turned_down_too() -> None:
    """Then nothing is said of it, in whichever form."""
    moved = verdict(VerdictKind.MOVED, "redirect_permanent", moved_to=HTTPS)
    turned = shown(refused(HTTPS), state=ALIVE, kind=moved, replacements=())
    as_before = shown(cited(), state=ALIVE, kind=moved, replacements=())
    for each, expected in ((turned, []), (as_before, [HTTPS])):
        news = flips(each, (ALIVE, VerdictKind.OK), (ALIVE, VerdictKind.MOVED))
        assert offers(report(news)) == expected
        assert columns.NEW_ADDRESS.cell(Row(each, each.citations[0], UTC)) == "".join(expected)
        told = link_json(each)
        assert [found["url"] for found in told["replacements"]] == expected
        assert told["moved_to"] == HTTPS


def test_a_copy_that_was_turned_down_is_not_offered_as_the_latest_one() -> None:
    """Another one is."""
    captures = tuple(Capture(f"{COPY}/{n}", NOW - timedelta(days=n)) for n in (1, 2))
    here = shown(refused(f"{COPY}/1"), replacements=(), captures=captures)
    assert offers(report(broke(here))) == [f"{COPY}/2"]


def test_sheets_and_programs_leave_out_what_was_turned_down() -> None:
    """A sheet for its dossier; a program, what is turned down wherever the link is cited."""
    here, there = refused(HTTPS, COPY), refused(COPY, slug="d2")
    both = shown(here, there)
    assert columns.REPLACEMENT.cell(Row(both, here, UTC)) == DOI
    assert columns.REPLACEMENT.cell(Row(both, there, UTC)) == f"{HTTPS} {DOI}"
    assert [each["url"] for each in link_json(both)["replacements"]] == [HTTPS, DOI]
    for_all = said(OverlayKind.REPLACEMENT_REJECTED, replacement=DOI)
    uncited = shown(said=(for_all,))
    assert [each["url"] for each in link_json(uncited)["replacements"]] == [HTTPS, COPY]


def test_a_link_whose_address_is_chosen_is_no_new_breakage() -> None:
    """It is told beside other news, in its own section; its twin without a choice is news."""
    assert not report(broke(shown(accepted()))).is_news
    assert report(broke(shown(cited()))).is_news
    other = link("https://example.org/b")
    told = report(broke(other), standing=(shown(accepted()), other))
    assert told.count(News.BROKEN) == 1
    assert told.count(News.STILL_BROKEN) == 0
    [entry] = told.dossiers[0].entries(News.CHOSEN)
    assert entry.link.url == "https://example.org/a"
    assert wording.headline(told) == "1 broken link"
    assert wording.glance(told) == "Also: 1 link whose new address is chosen."


def test_a_choice_that_is_written_already_settles_nothing() -> None:
    """The dossier holds the chosen address, which is another form of the same link, and fails."""
    told = report(broke(shown(accepted(HTTPS, as_written=HTTPS))))
    assert told.count(News.BROKEN) == 1


def test_a_choice_of_another_dossier_settles_nothing_here() -> None:
    """Each has its own reader and its own file."""
    told = report(broke(shown(accepted(), cited(slug="d2", dossier="Laïcité"))))
    assert [dossier.slug for dossier in told.dossiers] == ["d2"]


@pytest.mark.parametrize("look", [Look.FIRST, Look.OVERVIEW, Look.UNCHANGED])
def test_nothing_is_said_to_be_well_that_waits_to_be_written(look: Look) -> None:
    """In a first look, on demand, and after a month of silence."""
    chosen, titles = shown(accepted()), {"d1": "Innovation"}
    checked = report().checked
    told = {
        Look.FIRST: lambda: report(standing=(chosen,), first_looks=titles),
        Look.OVERVIEW: lambda: overview([chosen], checked, titles),
        Look.UNCHANGED: lambda: quiet([chosen], checked),
    }[look]()
    assert told.count(News.CHOSEN) == 1
    if look is not Look.UNCHANGED:
        assert wording.headline(told) == "1 link whose new address is chosen"


def test_a_page_that_came_back_is_told_whatever_was_chosen() -> None:
    """The choice may be needless now."""
    back = shown(accepted(), state=State.ALIVE, kind=VerdictKind.OK)
    told = report(flips(back, (BROKEN, VerdictKind.GONE), (ALIVE, VerdictKind.OK)))
    assert told.count(News.RECOVERED) == 1


def test_every_kind_has_its_words() -> None:
    """And the command knows each; a confidence is told in words."""
    assert tuple(Kind) == (*KINDS, BY_HAND)
    names = [kind_name(kind) for kind in Kind]
    assert len(set(names)) == len(names)
    assert not set(names) & set(Kind)
    titles = [replacement_name(Replacement("u", kind, "x", 1.0)) for kind in KINDS]
    assert len(set(titles)) == len(titles)
    reasons = [why_proposed(Replacement("u", kind, "x", 1.0)) for kind in KINDS]
    assert len(set(reasons) - {"x"}) == len(reasons) - 2
    assert why_proposed(Replacement("u", "variant", "https", 1.0)) == "with https"
    assert why_proposed(Replacement("u", "permalink", "", 1.0)) == "given by the page itself"
    words = [confidence_name(each) for each in (1.0, 0.85, 0.84, 0.7, 0.69, 0.0)]
    assert words == [*2 * ["very likely"], *2 * ["likely"], *2 * ["possible"]]
