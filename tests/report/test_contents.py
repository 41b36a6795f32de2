"""Who is told what, in which dossier."""

from dataclasses import replace
from datetime import timedelta

from tests.report.samples import (
    ALIVE,
    BROKEN,
    NOW,
    SUSPECT,
    broke,
    cited,
    flips,
    link,
    report,
    verdict,
)

from perenne.domain.states import State
from perenne.domain.verdicts import VerdictKind as Kind
from perenne.report.contents import Checked, Look, overview, quiet
from perenne.report.flips import News

IN_D2 = {"dossier": "Laïcité", "slug": "d2"}


def test_nothing_new_is_no_report() -> None:
    """A link that is broken since long is no reason to write."""
    contents = report(standing=(link(),))
    assert not contents.is_news


def test_still_broken_links_are_told_beside_news_and_the_oldest_first() -> None:
    """Once there is a reason to write, what was known is counted again."""
    old = link("https://a.fr/old", since=NOW - timedelta(days=90))
    older = link("https://a.fr/older", since=NOW - timedelta(days=900))
    new = link("https://a.fr/new")
    contents = report(broke(new), standing=(old, older, new))
    told = contents.dossiers[0].entries(News.STILL_BROKEN)
    assert [entry.link.url for entry in told] == ["https://a.fr/older", "https://a.fr/old"]
    assert contents.count(News.BROKEN) == 1


def test_a_dossier_without_news_is_left_out() -> None:
    """Its known breakage does not come with the news of another."""
    known = link("https://a.fr/old", citations=(cited(**IN_D2),))
    contents = report(broke(link()), standing=(known,))
    assert [dossier.slug for dossier in contents.dossiers] == ["d1"]


def test_a_link_of_several_dossiers_is_told_in_each_and_counted_once() -> None:
    """Each dossier has to be mended; it is still one link."""
    shared = link(citations=(cited("One"), cited("Two", **IN_D2), cited("Three")))
    contents = report(broke(shared))
    first, second = contents.dossiers
    assert [c.title for c in first.entries(News.BROKEN)[0].citations] == ["One", "Three"]
    assert [c.title for c in second.entries(News.BROKEN)[0].citations] == ["Two"]
    assert contents.count(News.BROKEN) == 1


def test_sections_come_in_their_order_and_entries_in_that_of_the_dossier() -> None:
    """Newly broken first; within a section, as the documentalist reads her file."""
    late = link("https://a.fr/1", citations=(cited(place="line:300"),))
    early = link("https://a.fr/2", citations=(cited(place="line:4"),))
    moved = link("https://a.fr/3", ALIVE, Kind.MOVED)
    contents = report(
        flips(moved, (ALIVE, Kind.OK), (ALIVE, Kind.MOVED)), broke(late), broke(early)
    )
    sections = contents.dossiers[0].sections
    assert [section.news for section in sections] == [News.BROKEN, News.MOVED]
    assert [e.link.url for e in sections[0].entries] == ["https://a.fr/2", "https://a.fr/1"]


def test_dossiers_with_broken_links_come_first() -> None:
    """Then by title."""
    recovered = link("https://a.fr/1", ALIVE, Kind.OK, citations=(cited(dossier="A", slug="a"),))
    contents = report(
        flips(recovered, (BROKEN, Kind.DNS), (ALIVE, Kind.OK)),
        broke(link("https://a.fr/2", citations=(cited(dossier="Z", slug="z"),))),
        broke(link("https://a.fr/3", citations=(cited(dossier="É", slug="e"),))),
    )
    assert [dossier.title for dossier in contents.dossiers] == ["Z", "É", "A"]


def test_told_flips_are_crossed_off_and_those_of_suspects_are_not() -> None:
    """A flip that says nothing is crossed off too: it needs no second look."""
    told = broke(link("https://a.fr/1"))
    undone = flips(link("https://a.fr/2"), (ALIVE, Kind.OK), (ALIVE, Kind.MOVED), (ALIVE, Kind.OK))
    suspect = flips(link("https://a.fr/3", SUSPECT), (ALIVE, Kind.OK), (SUSPECT, Kind.NOT_FOUND))
    contents = report(told, undone, suspect)
    assert set(contents.told) == {change.flip_id for change in (*told, *undone)}


def test_a_first_look_tells_all_that_stands_and_calls_nothing_new() -> None:
    """One mail for a new dossier, whatever the flips that led to it."""
    dead = link("https://a.fr/1")
    unsure = link("https://a.fr/2", State.UNDECIDED, Kind.BLOCKED)
    paid = link("https://a.fr/3", ALIVE, Kind.RESTRICTED)
    well = link("https://a.fr/4", ALIVE, Kind.OK)
    doubted = link("https://a.fr/5", SUSPECT)
    contents = report(
        broke(dead), standing=(dead, unsure, paid, well, doubted), first_looks={"d1": "Innovation"}
    )
    (dossier,) = contents.dossiers
    assert dossier.look is Look.FIRST
    assert [section.news for section in dossier.sections] == [
        News.BROKEN,
        News.RESTRICTED,
        News.TO_CHECK,
    ]
    assert len(contents.entries) == 3


def test_a_first_look_is_news_even_where_all_is_well() -> None:
    """Who adds a dossier hears of it."""
    contents = report(first_looks={"d1": "Innovation"})
    assert contents.is_news
    assert contents.dossiers[0].title == "Innovation"


def test_a_link_in_two_first_looks_is_told_in_both() -> None:
    """The store hands the link over once for each dossier, with its citations there."""
    here, there = link(citations=(cited(),)), link(citations=(cited(**IN_D2),))
    contents = report(standing=(here, there), first_looks={"d1": "Innovation", "d2": "Laïcité"})
    assert [len(dossier.entries(News.BROKEN)) for dossier in contents.dossiers] == [1, 1]


def test_a_dossier_that_waits_for_its_first_look_is_not_mentioned() -> None:
    """Its flips are kept; those that another dossier tells are not."""
    own = broke(link("https://a.fr/1", citations=(cited(**IN_D2),)))
    shared = broke(link("https://a.fr/2", citations=(cited(), cited(**IN_D2))))
    contents = report(own, shared, waiting={"d2"})
    assert [dossier.slug for dossier in contents.dossiers] == ["d1"]
    assert set(contents.told) == {change.flip_id for change in shared}


def test_a_postponed_dossier_keeps_its_flips_even_where_they_are_shared() -> None:
    """A first look in between must not eat the news of the next report."""
    shared = link(citations=(cited(), cited(**IN_D2)))
    contents = report(broke(shared), first_looks={"d1": "Innovation"}, postponed={"d2"})
    assert [dossier.slug for dossier in contents.dossiers] == ["d1"]
    assert contents.told == ()


def test_a_first_look_beside_news_keeps_to_its_own_dossier() -> None:
    """The same link may be news in one dossier and part of a first look in another."""
    shared = link(citations=(cited(), cited(**IN_D2)))
    contents = report(broke(shared), standing=(shared,), first_looks={"d2": "Laïcité"})
    assert [(d.slug, d.look) for d in contents.dossiers] == [("d1", Look.NEWS), ("d2", Look.FIRST)]


def test_the_verdict_behind_the_news_is_told_and_not_a_later_one() -> None:
    """The last check of a broken link may have met a bot wall: that is not why it is broken."""
    walled = link(kind=Kind.BLOCKED)
    flipped = [replace(change, new_kind=Kind.GONE) for change in broke(walled)]
    told = report(flipped).entries[0].verdict
    assert told is not None
    assert told.kind is Kind.GONE
    known = link("https://a.fr/known", kind=Kind.BLOCKED)
    (still,) = report(broke(link()), standing=(known,)).dossiers[0].entries(News.STILL_BROKEN)
    assert still.verdict is None


def test_the_latest_evidence_of_the_same_kind_is_told() -> None:
    """It carries the new address."""
    moved = link(kind=verdict(Kind.MOVED, moved_to="https://b.fr/"), state=ALIVE)
    contents = report(flips(moved, (ALIVE, Kind.OK), (ALIVE, Kind.MOVED)))
    told = contents.entries[0]
    assert told.verdict is moved.verdict
    assert told.at == NOW


def test_an_overview_tells_how_the_links_stand() -> None:
    """Asked for by somebody, about the dossiers she named."""
    contents = overview(
        [link(), link("https://a.fr/2", citations=(cited(**IN_D2),))],
        Checked(2),
        {"d1": "Innovation"},
    )
    assert [(d.slug, d.look) for d in contents.dossiers] == [("d1", Look.OVERVIEW)]
    assert contents.told == ()


def test_what_she_corrected_is_told_beside_news_and_is_no_reason_to_write() -> None:
    """She knows it; her coordinator may not."""
    mended = link("https://a.fr/mended", citations=(cited(**IN_D2),))
    alone = report(corrections=[mended])
    beside = report(broke(link()), corrections=[mended])
    assert not alone.is_news
    assert [dossier.slug for dossier in beside.dossiers] == ["d1", "d2"]
    assert beside.count(News.CORRECTED) == 1
    assert beside.count(News.RECOVERED) == 0


def test_after_a_month_without_news_what_still_stands_is_told() -> None:
    """And where nothing does, that all is well."""
    unsure = link("https://a.fr/unsure", State.UNDECIDED, Kind.BLOCKED)
    contents = quiet([link(), unsure], Checked(41, 1))
    assert contents.quiet
    assert not contents.is_news
    assert contents.dossiers[0].look is Look.UNCHANGED
    assert [section.news for section in contents.dossiers[0].sections] == [
        News.STILL_BROKEN,
        News.TO_CHECK,
    ]
    assert quiet([], Checked(41)).dossiers == ()
