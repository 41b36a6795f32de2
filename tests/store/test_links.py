"""Links are made sure of, found again, and told with all that surrounds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import event
from tests.store.store_stories import DAY, MONDAY, add, check, reference, verdict

from perenne.domain.exchanges import Failure, HopSummary
from perenne.domain.links import CAPTURE, Capture, Replacement
from perenne.domain.states import State
from perenne.domain.verdicts import VerdictKind
from perenne.store import captures, dossiers, links, replacements
from perenne.store.dossiers import DossierStatus

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from perenne.store.database import Database

PAGE = "https://example.org/page"


def test_a_link_is_one_however_it_is_written(database: Database) -> None:
    """Fragments and tracking do not count; the first form seen is the one that is kept."""
    forms = [f"{PAGE}?utm_source=x#top", PAGE, "HTTPS://EXAMPLE.ORG/page"]
    with database.transaction() as session:
        ids = links.ensure(session, forms, MONDAY)
        again = links.ensure(session, [PAGE], MONDAY + DAY)
        [link] = links.links(session, ids.values())
        assert links.find(session, f"{PAGE}#elsewhere") == link.id
        assert links.find(session, "https://example.org/other") is None
    assert ids == again
    assert (link.key, link.url, link.host) == (PAGE, forms[0], "example.org")


def test_a_link_is_requested_as_it_is_cited(database: Database) -> None:
    """Without the tracking that was corrected away, but while another dossier has it still."""
    tracked = f"{PAGE}?utm_source=mail"
    requested = []
    with database.transaction() as session:
        for slug, url in (("eau", tracked), ("feu", tracked), ("eau", PAGE), ("feu", f"{PAGE}#a")):
            add(session, slug, reference("Loi", url))
            [link] = links.links(session, [links.find(session, PAGE) or 0])
            requested.append(link.url)
        add(session, "eau", reference("Presse", "https://example.org/other"))
        add(session, "feu", reference("Presse", "https://example.org/other"))
        [link] = links.links(session, [links.find(session, PAGE) or 0])
    assert requested == [tracked, tracked, tracked, PAGE]
    assert link.url == PAGE


def test_the_longest_url_has_its_link(database: Database) -> None:
    """PostgreSQL could not index it: its digest is."""
    long = [f"{PAGE}?{'x' * 8_100}{n}" for n in range(2)]
    with database.transaction() as session:
        assert len(set(links.ensure(session, long, MONDAY).values())) == 2
        assert len(set(links.ensure(session, long, MONDAY).values())) == 2


def test_what_is_no_url_is_a_link_too(database: Database) -> None:
    """It will be judged malformed; it has no host."""
    odd = ["http//oups", "h\0ttp", f"https://{'a' * 300}.fr/"]
    with database.transaction() as session:
        ids = links.ensure(session, odd, MONDAY)
        hosts = [link.host for link in links.links(session, ids.values())]
    assert set(ids) == set(odd)
    assert hosts == ["", "", ""]


def test_no_urls_are_no_links(database: Database) -> None:
    """A dossier may have none."""
    with database.transaction() as session:
        assert links.ensure(session, [], MONDAY) == {}
        assert list(links.links(session, [])) == []
        assert links.statuses(session, []) == []


def test_a_link_knows_the_titles_of_all_that_cite_it(database: Database) -> None:
    """Each title once; those of withdrawn references are forgotten."""
    with database.transaction() as session:
        add(session, "eau", reference("Loi", PAGE), reference("", PAGE), reference("Ancien", PAGE))
        add(session, "eau", reference("Loi", PAGE), reference("", PAGE))
        add(session, "feu", reference("Loi", PAGE), reference("Décret", PAGE))
        [link] = links.links(session, links.cited(session))
    assert link.titles == ("Décret", "Loi")


def test_cited_links_can_be_those_of_some_dossiers(database: Database) -> None:
    """And those of paused dossiers are not checked."""
    with database.transaction() as session:
        add(session, "eau", reference("Loi", PAGE))
        add(session, "feu", reference("Loi", "https://feu.example/"))
        assert len(links.cited(session)) == 2
        assert links.cited(session, ["eau"]) == [links.find(session, PAGE)]
        assert links.cited(session, []) == []
        dossiers.set_status(session, "eau", DossierStatus.PAUSED)
        assert links.cited(session) == [links.find(session, "https://feu.example/")]


def test_a_status_tells_all_there_is(database: Database) -> None:
    """State, last verdict with its facts, copies, better addresses, and where it is cited."""
    hops = (HopSummary(PAGE, 301, None), HopSummary(f"{PAGE}/", None, Failure.REFUSED))
    with database.transaction() as session:
        link_id = links.ensure(session, [PAGE], MONDAY)[PAGE]
        add(session, "eau", reference("Loi", PAGE, line=12))
        mementos = [Capture(f"https://archive.example/{n}", MONDAY + n * DAY) for n in (1, 2, 3)]
        captures.add(session, link_id, mementos[2], "spn2", MONDAY, MONDAY)  # nobody looked yet
        captures.add_verified(session, link_id, mementos[:2], "cdx", MONDAY)
        better = [Replacement("https://b.example/", "sibling", "same title", 0.5)]
        replacements.propose(session, link_id, better, MONDAY)
        best = [Replacement(b.url, b.kind, b.why, 0.9) for b in better]
        replacements.propose(session, link_id, best, MONDAY)
    check(database, {PAGE: VerdictKind.OK}, MONDAY, http_status=200, final_url=f"{PAGE}/")
    check(database, {PAGE: VerdictKind.REFUSED}, MONDAY + DAY, hops=hops, final_url=f"{PAGE}/")
    with database.reading() as session:
        [status] = links.statuses(session, [link_id])
    assert (status.id, status.url, status.state) == (link_id, PAGE, State.SUSPECT)
    assert (status.since, status.last_alive) == (MONDAY + DAY, MONDAY)
    assert status.last_checked == MONDAY + DAY
    assert status.verdict == verdict(VerdictKind.REFUSED)
    assert (status.http_status, status.final_url, status.hops) == (None, f"{PAGE}/", hops)
    assert [c.url[-1] for c in status.captures] == ["2", "1"]
    assert status.replacements == tuple(best)
    [citation] = status.citations
    assert (citation.dossier, citation.slug, citation.section) == ("Eau", "eau", "ARTICLES")
    assert (citation.title, citation.authors, citation.place) == ("Loi", ("MARTIN Léa",), "line:12")


def test_statuses_keep_the_order_asked_for(database: Database) -> None:
    """An id that is nobody's is left out."""
    with database.transaction() as session:
        one, two = links.ensure(session, ["https://a.example/", PAGE], MONDAY).values()
        told = links.statuses(session, [two, 999_999, one])
    assert [status.id for status in told] == [two, one]
    assert {(status.state, status.verdict) for status in told} == {(State.NEW, None)}


def test_the_citations_of_retired_dossiers_are_not_told(database: Database) -> None:
    """Nobody would mend them."""
    with database.transaction() as session:
        add(session, "eau", reference("Loi", PAGE))
        dossiers.set_status(session, "eau", DossierStatus.RETIRED)
        link_id = links.find(session, PAGE)
        assert link_id is not None
        [status] = links.statuses(session, [link_id])
    assert status.citations == ()


def queries_of(session: Session, link_ids: list[int]) -> int:
    """Return how many statements it takes to tell the statuses of links."""
    seen: list[str] = []
    engine = session.get_bind().engine

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    links.statuses(session, link_ids)
    event.remove(engine, "before_cursor_execute", note)
    return len(seen)


def test_a_hundred_statuses_take_no_more_queries_than_one(database: Database) -> None:
    """The cost does not grow with every link."""
    urls = [f"{PAGE}/{n}" for n in range(100)]
    with database.transaction() as session:
        add(session, "eau", *(reference(url, url) for url in urls))
        ids = links.cited(session)
        assert queries_of(session, ids) == queries_of(session, ids[:1]) <= 5


def test_what_fails_and_is_cited_is_lost(database: Database) -> None:
    """What began to fail last comes first; what nobody cites, or was never a page, is left out."""
    old, new, nobodys, alive = (f"https://{name}.example/" for name in ("old", "new", "x", "ok"))
    odd = "http://a..b/"
    with database.transaction() as session:
        add(session, "eau", *(reference(url, url) for url in (old, new, alive, odd)))
    check(database, {old: VerdictKind.GONE, odd: VerdictKind.MALFORMED}, MONDAY)
    night = {new: VerdictKind.GONE, nobodys: VerdictKind.GONE, alive: VerdictKind.OK}
    check(database, night, MONDAY + DAY)
    with database.reading() as session:
        assert links.lost(session) == [links.find(session, new), links.find(session, old)]


def test_a_copy_is_proposed_in_the_place_of_a_page_that_fails_only(database: Database) -> None:
    """A page that lives again stands for itself; a better address stays."""
    better = Replacement("https://b.example/", "sibling", "same title", 0.5)
    copy_ = Replacement("https://archive.example/1", CAPTURE, "", 0.9)
    with database.transaction() as session:
        link_id = links.ensure(session, [PAGE], MONDAY)[PAGE]
        replacements.propose(session, link_id, [better, copy_], MONDAY)
    told = []
    for n, kind in enumerate([VerdictKind.GONE, VerdictKind.OK]):
        check(database, {PAGE: kind}, MONDAY + n * DAY)
        with database.reading() as session:
            told.append(links.statuses(session, [link_id])[0].replacements)
    assert told == [(copy_, better), (better,)]
