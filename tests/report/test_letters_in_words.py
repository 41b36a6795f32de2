"""What a report says, in words, whatever the layout."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

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
    verdict,
)
from tests.report.samples import said as said_of

from perenne import texts
from perenne.domain.links import Capture, Change, LinkStatus, Replacement
from perenne.domain.people import OverlayKind
from perenne.domain.states import State
from perenne.domain.verdicts import Evidence
from perenne.domain.verdicts import VerdictKind as Kind
from perenne.report.contents import Checked, Contents, overview, quiet
from perenne.report.dates import day, minute
from perenne.report.letter import Letter, letter
from perenne.report.lines import Line
from perenne.report.wording import subject

PARIS = ZoneInfo("Europe/Paris")


def _said(contents: Contents, **facts: bool) -> Letter:
    return letter(contents, NOW, PARIS, NO_DOORS, **facts)


def _only_line(contents: Contents) -> Line:
    return _said(contents).dossiers[0].sections[0].lines[0]


def _links(n: int) -> list[list]:
    return [broke(link(f"https://a.fr/{i}")) for i in range(n)]


def test_the_subject_begins_with_the_count() -> None:
    """Then comes the dossier, or how many there are."""
    other = link("https://a.fr/x", citations=(cited(dossier="B", slug="d2"),))
    assert subject(report(*_links(3))) == "3 broken links – Innovation"
    assert subject(report(*_links(1))) == "1 broken link – Innovation"
    assert subject(report(*_links(2), broke(other))) == "3 broken links – 2 dossiers"


def test_without_breakage_the_first_other_news_is_counted() -> None:
    """A recovery comes before a move."""
    back = flips(link(state=ALIVE, kind=Kind.OK), (BROKEN, Kind.DNS), (ALIVE, Kind.OK))
    moved = flips(link("https://b.fr/", ALIVE, Kind.MOVED), (ALIVE, Kind.OK), (ALIVE, Kind.MOVED))
    said = _said(report(back, moved))
    assert said.subject == "1 recovered link – Innovation"
    assert said.glance == "Also: 1 moved page."


def test_a_first_look_says_so() -> None:
    """With the count of what is broken, or that all is well."""
    looks = {"d1": "Innovation"}
    found = report(standing=(link(),), first_looks=looks)
    well = report(first_looks=looks, checked=Checked(41))
    assert subject(found) == "1 broken link – first look at “Innovation”"
    assert subject(well) == "41 links examined, none broken – first look at “Innovation”"
    assert "here is all that we found" in _said(found).dossiers[0].note
    assert "every link that we could check works" in _said(well).dossiers[0].note
    assert _said(found).dossiers[0].sections[0].heading == "1 broken link"


def test_an_overview_speaks_of_no_first_look() -> None:
    """It was asked for, perhaps after years."""
    well = overview([], Checked(3), {"d1": "Innovation"})
    found = overview([link(last_checked=NOW)], Checked(3), {"d1": "Innovation"})
    unseen = overview([link()], Checked(1, unseen=1), {"d1": "Innovation"})
    assert _said(unseen).dossiers[0].note == "None of its links was checked yet."
    assert _said(well).dossiers[0].note == "Every link that we could check works."
    assert _said(found).dossiers[0].note == ""
    assert subject(found) == "1 broken link – Innovation"


def test_nothing_new_is_said_plainly() -> None:
    """For who asks to see a report that has nothing in it."""
    said = _said(report())
    assert (said.subject, said.dossiers) == ("Nothing new", ())


def test_what_gave_no_answer_is_counted_apart() -> None:
    """So that a checker that sees nothing cannot look well."""
    assert _said(report(checked=Checked(412, 7))).summary == (
        "412 links examined. 7 links gave no clear answer: they are not counted as broken."
    )
    assert _said(report(checked=Checked(1))).summary == "1 link examined."


def test_a_long_title_does_not_fill_the_subject() -> None:
    """The dossier's title is whole in the letter."""
    title = "T" * 300
    said = _said(report(broke(link(citations=(cited(dossier=title),)))))
    assert len(said.subject) < 100
    assert said.dossiers[0].title == title


def test_a_line_has_all_it_takes_to_mend_the_reference() -> None:
    """Title, authors, section, the whole URL, reason, dates, replacement and archived copy."""
    url = "https://www.example.org/" + "a/" * 200
    shown = link(
        url,
        kind=verdict(Kind.NOT_FOUND, "http_404"),
        since=datetime(2026, 11, 1, 3, tzinfo=UTC),
        last_alive=datetime(2026, 10, 31, 3, tzinfo=UTC),
        citations=(cited("Le design", authors=("LAIREZ Bruno", "FORAY F.")),),
        replacements=(Replacement("https://b.fr/1", "sibling", "same title", 0.9),),
        captures=(
            Capture("https://web.archive.org/1", datetime(2020, 1, 2, tzinfo=UTC)),
            Capture("https://web.archive.org/2", datetime(2024, 6, 5, tzinfo=UTC)),
        ),
    )
    said = _only_line(report(broke(shown)))
    assert said.sources[0].title == "Le design"
    assert said.sources[0].credit == "LAIREZ Bruno; FORAY F. · I – Bilan"
    assert said.link.url == said.link.href == url
    assert said.label == "not found (404)"
    assert said.reason == "The site answers that this page does not exist (404)."
    assert said.dates.replace("\u00a0", " ") == (
        "Broken since November 1, 2026. Last seen online on October 31, 2026."
    )
    assert [(o.label.replace("\u00a0", " "), o.url) for o in said.offers] == [
        ("Proposed replacement (same title)", "https://b.fr/1"),
        ("Archived copy of June 5, 2024", "https://web.archive.org/2"),
    ]


def test_a_moved_page_shows_its_new_address_whole() -> None:
    """And no archived copy: there is nothing to replace it by but itself."""
    new = "https://sante.gouv.fr/" + "x" * 400
    shown = link(
        state=ALIVE,
        kind=verdict(Kind.MOVED, "redirect_permanent", new[:300], moved_to=new),
        captures=(Capture("https://web.archive.org/1", NOW),),
    )
    said = _only_line(report(flips(shown, (ALIVE, Kind.OK), (ALIVE, Kind.MOVED))))
    assert [(offer.label, offer.url) for offer in said.offers] == [("New address", new)]
    assert said.dates.startswith("Noticed on")


@pytest.mark.parametrize(
    ("shown", "before", "label"),
    [
        (link(state=ALIVE, kind=Kind.OK), (BROKEN, Kind.DNS), "online again"),
        (link(state=ALIVE, kind=Kind.OK), (ALIVE, Kind.COURSE_CLOSED), "course open again"),
        (link(state=ALIVE, kind=Kind.RESTRICTED), (BROKEN, Kind.DNS), "for subscribers"),
    ],
)
def test_the_label_says_the_news_in_words(
    shown: LinkStatus, before: tuple[State, Kind], label: str
) -> None:
    """Never by colour alone."""
    assert shown.verdict is not None
    kind = shown.verdict.kind
    assert _only_line(report(flips(shown, before, (ALIVE, kind)))).label == label


def test_what_the_last_check_did_not_see_is_not_made_up() -> None:
    """A known broken link that met a bot wall tonight keeps its state, and we say no more."""
    known = link("https://a.fr/known", kind=Kind.BLOCKED)
    sections = _said(report(broke(link()), standing=(known,))).dossiers[0].sections
    line = sections[1].lines[0]
    assert (line.label, line.reason) == ("broken", "Our last check could not conclude.")


def test_notes_follow_the_reason() -> None:
    """A page that lives behind a bad certificate is mended otherwise than a dead one."""
    shown = link(kind=verdict(Kind.TLS, "tls_expired", notes=(Evidence("t", "tls_alive_behind"),)))
    assert _only_line(report(broke(shown))).reason.endswith(
        "browsers warn visitors. The page is there, behind the security warning."
    )


def test_never_seen_online_is_said() -> None:
    """A mistyped address has no last day."""
    shown = link(last_alive=None, since=None)
    assert _only_line(report(broke(shown))).dates == "We have never seen it online."


def test_an_undecided_link_says_since_when() -> None:
    """And that it was seen before."""
    shown = link(state=State.UNDECIDED, kind=Kind.BLOCKED, last_alive=NOW - timedelta(days=9))
    said = _only_line(report(flips(shown, (ALIVE, Kind.OK), (State.UNDECIDED, Kind.BLOCKED))))
    assert said.dates.startswith("No clear answer since")
    assert "Last seen online" in said.dates


def test_of_still_broken_links_the_oldest_five_are_shown() -> None:
    """The count says the rest."""
    known = tuple(link(f"https://a.fr/old{i}") for i in range(8))
    section = _said(report(broke(link()), standing=known)).dossiers[0].sections[1]
    assert section.heading == "8 links still broken"
    assert len(section.lines) == 5
    assert section.more == "and 3 more."


def test_a_malformed_address_is_shown_and_is_no_link() -> None:
    """Nor is anything that a mail program might run."""
    for bad in ("htp:/example", "javascript:alert(1)", "www.example.org"):
        said = _only_line(report(broke(link(bad, kind=Kind.MALFORMED))))
        assert (said.link.url, said.link.href) == (bad, "")


def test_a_reference_without_a_title_and_a_link_without_a_dossier_are_named() -> None:
    """No line begins with nothing."""
    shown = link(citations=(cited("", dossier="", slug="", section=""),))
    dossier = _said(report(broke(shown))).dossiers[0]
    assert dossier.title == "Links without a dossier"
    assert dossier.sections[0].lines[0].sources[0].title == "Reference without a title"


def test_a_brief_letter_has_counts_and_no_lines() -> None:
    """And says where the lines are."""
    said = _said(report(*_links(3)), brief=True, mailed=True)
    assert said.dossiers[0].note == "3 newly broken links"
    assert said.dossiers[0].sections == ()
    assert "attached table" in said.closing[0]


def test_a_brief_letter_does_not_grow_without_end() -> None:
    """Beyond a hundred dossiers, their number is told."""
    many = [
        broke(link(f"https://a.fr/{i}", citations=(cited(dossier=f"D{i}", slug=f"d{i}"),)))
        for i in range(130)
    ]
    said = _said(report(*many), brief=True)
    assert len(said.dossiers) == 100
    assert said.closing[0] == "30 more dossiers have news."


def test_dates_are_written_as_the_french_write_them() -> None:
    """In the zone of the service: the first day of a month is the 1er."""
    texts.use("fr")
    last_hour = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)
    assert day(last_hour, PARIS).replace("\u00a0", " ") == "1er novembre 2026"
    assert day(NOW, PARIS).replace("\u00a0", " ") == "22 novembre 2026"
    assert minute(NOW, PARIS) == "2026-11-22 05:05"
    assert minute(None, PARIS) == ""


def _down(n: int, host: str = "a.fr", kind: Kind = Kind.DNS) -> list[list[Change]]:
    return [
        broke(link(f"https://{host}/{kind}/{i}", kind=kind, citations=(cited(f"Title {i}"),)))
        for i in range(n)
    ]


def test_a_site_that_is_down_is_one_line() -> None:
    """It counts for all its links, and names some of the references."""
    said = _said(report(*_down(40)))
    [line] = said.dossiers[0].sections[0].lines
    assert said.headline == "40 broken links"
    assert line.link.url == "https://a.fr/"
    [source] = line.sources
    assert source.title == "The whole site a.fr"
    assert source.credit == "40 links of this dossier: Title 0 · Title 1 · Title 10 · …"
    assert "domain" in line.reason or "name" in line.reason


@pytest.mark.parametrize(
    "links",
    [
        _down(2),
        [*_down(2), *_down(2, "b.fr")],
        [*_down(2), *_down(2, kind=Kind.TIMEOUT)],
        _down(5, kind=Kind.NOT_FOUND),
    ],
    ids=["two links", "two sites", "two troubles", "pages, not the site"],
)
def test_what_is_no_whole_site_is_told_link_by_link(links: list[list[Change]]) -> None:
    """Each with its own way to be mended."""
    assert len(_said(report(*links)).dossiers[0].sections[0].lines) == len(links)


def test_what_is_left_out_is_counted_by_links_and_not_by_lines() -> None:
    """Still broken are forty links of one site, and nine others."""
    long_ago = NOW - timedelta(days=90)
    site = tuple(link(f"https://a.fr/{i}", kind=Kind.DNS, since=long_ago) for i in range(40))
    others = tuple(link(f"https://{i}.fr/") for i in range(9))
    said = _said(report(broke(link("https://new.fr/")), standing=(*site, *others)))
    [_new, still] = said.dossiers[0].sections
    assert len(still.lines) == 5
    assert still.more == "and 5 more."


def test_a_month_without_news_is_told_as_such() -> None:
    """Subject and headline begin with the count; what still stands follows."""
    well = _said(quiet([], Checked(41, 2)))
    stale = _said(quiet([link()], Checked(41)))
    assert (well.subject, well.dossiers) == ("41 links examined, all is well", ())
    assert "2 links gave no clear answer" in well.summary
    assert stale.subject == "41 links examined, nothing new"
    assert stale.glance == "Also: 1 link still broken."
    assert stale.dossiers[0].note == "Nothing has changed here for a month."


def test_an_overview_lists_what_was_dismissed_by_itself() -> None:
    """With who said so and why; the rest is well, and nothing is called so that is not."""
    dismissed = link(citations=(cited(said=(said_of(reason="en travaux."),)),), last_checked=NOW)
    shown = overview([dismissed], Checked(3), {"d1": "Innovation"})
    dossier = _said(shown).dossiers[0]
    assert dossier.note == "Every other link that we could check works."
    [section] = dossier.sections
    assert (section.heading, len(section.lines)) == ("1 link dismissed by you", 1)
    assert (
        section.lines[0]
        .dates.replace("\u00a0", " ")
        .startswith("Dismissed by Léa on November 22, 2026: en travaux. Broken since")
    )
    assert "broken" not in _said(shown).headline.replace("none broken", "")


def test_a_mailed_overview_leaves_out_what_was_dismissed() -> None:
    """Its readers asked for that."""
    dismissed = link(citations=(cited(said=(said_of(),)),))
    shown = overview([dismissed, link("https://a.fr/2")], Checked(3), {"d1": "Innovation"})
    [section] = _said(shown, mailed=True).dossiers[0].sections
    assert [line.link.url for line in section.lines] == ["https://a.fr/2"]


def test_a_dossier_tells_what_another_one_has_dismissed() -> None:
    """It was said for the other's centre."""
    shown = link(citations=(cited(said=(said_of(),)), cited(slug="d2")))
    both = overview([shown], Checked(1), {"d1": "A", "d2": "B"})
    headings = {d.title: [s.heading for s in d.sections] for d in _said(both).dossiers}
    assert headings == {"B": ["1 broken link"], "A": ["1 link dismissed by you"]}


def test_what_is_told_again_comes_first_and_is_never_left_out() -> None:
    """It has been silent, perhaps for months, and it alone brings the mail."""
    known = [link(f"https://a.fr/old{i}") for i in range(8)]
    lapsed = said_of(until=NOW)
    again = [
        link(f"https://a.fr/again{i}", since=NOW, citations=(cited(lapsed=lapsed),))
        for i in range(6)
    ]
    said = _said(report(standing=(*known, *again)))
    assert said.subject == "14 links still broken – Innovation"
    [section] = said.dossiers[0].sections
    assert {line.link.url for line in section.lines} == {each.url for each in again}
    assert section.more == "and 8 more."
    assert "You had dismissed it until" in section.lines[0].dates


def test_what_still_stands_alone_brings_no_mail() -> None:
    """The living twin of the test above."""
    assert not report(standing=(link(), link("https://a.fr/2"))).is_news


def test_the_address_that_was_chosen_is_told_alone() -> None:
    """With who chose it: nothing is left to be decided, but for a page that came back."""
    chosen = said_of(OverlayKind.REPLACEMENT_ACCEPTED, replacement="https://b.fr/1")
    shown = link(
        kind=verdict(Kind.MOVED, "redirect_permanent", moved_to="https://b.fr/1"),
        replacements=(
            Replacement("https://c.fr/1", "sibling", "same title", 0.9),
            Replacement("https://b.fr/1", "sibling", "same title", 0.5),
        ),
        citations=(cited(said=(chosen,)),),
    )
    said = _only_line(report(standing=(shown,), first_looks={"d1": "Innovation"}))
    assert said.label == "address chosen"
    assert [(o.label.replace("\u00a0", " "), o.url) for o in said.offers] == [
        ("Address chosen by Léa on November 22, 2026", "https://b.fr/1"),
    ]
    back = replace(shown, state=State.ALIVE, verdict=verdict(Kind.OK))
    told = _only_line(report(flips(back, (State.BROKEN, Kind.GONE), (State.ALIVE, Kind.OK))))
    assert [each.url for each in told.offers] == ["https://b.fr/1", "https://c.fr/1"]


def test_a_mail_says_how_to_answer() -> None:
    """By the sheet that goes with it; what is shown on demand has none."""
    told = report(broke(link()))
    assert any("send it back" in sentence for sentence in _said(told, mailed=True).closing)
    assert not any("send it back" in sentence for sentence in _said(told).closing)
