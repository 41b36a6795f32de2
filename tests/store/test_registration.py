"""A dossier is registered and refreshed: nothing of its history is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.store.store_stories import DAY, MONDAY, add, check, reference

from perenne.domain.references import Place, PlaceKind
from perenne.domain.verdicts import VerdictKind
from perenne.store import dossiers, links, observations, references
from perenne.store.dossiers import DossierStatus

if TYPE_CHECKING:
    from perenne.store.database import Database

LAW = "https://law.example/text"
NEWS = "https://news.example/1"


def test_a_new_dossier_tells_what_was_found(database: Database) -> None:
    """References and links are counted, each link once."""
    with database.transaction() as session:
        found = add(session, "eau", reference("Loi", LAW, LAW), reference("Presse", NEWS, LAW))
        record = dossiers.find(session, "eau")
    assert (found.is_new, found.added, len(found.urls_added)) == (True, ("Loi", "Presse"), 2)
    assert found.urls_added == (LAW, NEWS)
    assert record is not None
    assert (record.title, record.file_name, record.centre) == ("Eau", "eau.md", None)


def test_the_same_file_again_changes_nothing(database: Database) -> None:
    """All is kept."""
    entries = reference("Loi", LAW), reference("Presse", NEWS), reference("Sans lien")
    with database.transaction() as session:
        add(session, "eau", *entries)
        again = add(session, "eau", *entries, at=MONDAY + DAY)
        record = dossiers.find(session, "eau")
    assert not again.is_new
    assert (again.added, again.withdrawn, again.changed, again.kept) == ((), (), (), 3)
    assert (again.urls_added, again.urls_withdrawn) == ((), ())
    assert record is not None
    assert (record.added_at, record.refreshed_at) == (MONDAY, MONDAY + DAY)


def test_a_withdrawn_reference_ends_the_checks_and_keeps_its_history(database: Database) -> None:
    """What it was, and when it went, stays readable."""
    with database.transaction() as session:
        add(session, "eau", reference("Loi", LAW), reference("Presse", NEWS))
    check(database, {NEWS: VerdictKind.OK}, MONDAY)
    with database.transaction() as session:
        change = add(session, "eau", reference("Loi", LAW), at=MONDAY + DAY)
        link_id = links.find(session, NEWS)
        assert link_id is not None
        assert links.cited(session) == [links.find(session, LAW)]
        past = observations.history(session, link_id)
    assert (change.withdrawn, change.kept, change.urls_withdrawn) == (("Presse",), 1, (NEWS,))
    assert [o.count for o in past.observations] == [1]
    assert [(c.cited_in.title, c.withdrawn_at) for c in past.citations] == [
        ("Presse", MONDAY + DAY)
    ]


def test_what_comes_back_is_restored(database: Database) -> None:
    """The same rows, as if it had never been away."""
    entries = reference("Loi", LAW), reference("Presse", NEWS)
    with database.transaction() as session:
        add(session, "eau", *entries)
        add(session, "eau", entries[0], at=MONDAY + DAY)
        back = add(session, "eau", *entries, at=MONDAY + 2 * DAY)
        link_id = links.find(session, NEWS)
        assert link_id is not None
        past = observations.history(session, link_id)
    assert (back.added, back.kept, back.urls_added) == (("Presse",), 1, (NEWS,))
    assert [(c.added_at, c.withdrawn_at) for c in past.citations] == [(MONDAY, None)]


def test_a_corrected_link_replaces_the_old_one_in_the_same_reference(database: Database) -> None:
    """The old link is checked no more; the reference is still the same."""
    with database.transaction() as session:
        add(session, "eau", reference("Loi sur l’eau", LAW))
        change = add(session, "eau", reference("Loi sur l’eau", NEWS), at=MONDAY + DAY)
        checked = links.cited(session)
        assert checked == [links.find(session, NEWS)]
    assert (change.added, change.withdrawn, change.kept) == ((), (), 0)
    assert change.changed == ("Loi sur l’eau",)
    assert (change.urls_added, change.urls_withdrawn) == ((NEWS,), (LAW,))


def test_a_link_moved_to_another_reference_is_still_cited(database: Database) -> None:
    """It was neither added nor withdrawn."""
    with database.transaction() as session:
        add(session, "eau", reference("Loi", LAW), reference("Presse", NEWS))
        change = add(session, "eau", reference("Loi"), reference("Presse", LAW, NEWS))
        assert len(links.cited(session)) == 2
    assert (change.urls_added, change.urls_withdrawn) == ((), ())
    assert change.changed == ("Loi", "Presse")


def test_what_a_reference_says_now_is_what_is_told(database: Database) -> None:
    """Title, section and place follow the file."""
    with database.transaction() as session:
        add(session, "eau", reference("Loi", LAW))
        add(session, "eau", reference("Loi du 3 janvier 1992", f"{LAW}#art-2", line=7))
        link_id = links.find(session, LAW)
        assert link_id is not None
        [status] = links.statuses(session, [link_id])
    [citation] = status.citations
    assert citation.title == "Loi du 3 janvier 1992"
    assert citation.place == "line:7"
    assert citation.as_written == f"{LAW}#art-2"
    assert status.url == LAW


def test_the_same_link_twice_in_a_reference_is_two_citations(database: Database) -> None:
    """Each at its place; when one goes, the other stays."""
    with database.transaction() as session:
        add(session, "eau", reference("Loi", LAW, f"{LAW}#art-2"))
        add(session, "eau", reference("Loi", f"{LAW}#art-2"), at=MONDAY + DAY)
        link_id = links.find(session, LAW)
        assert link_id is not None
        past = observations.history(session, link_id)
    assert [(c.cited_in.as_written, c.withdrawn_at) for c in past.citations] == [
        (LAW, MONDAY + DAY),
        (f"{LAW}#art-2", None),
    ]


def test_an_edition_says_which_references_changed(database: Database) -> None:
    """In what they say, not in their place."""
    law, news = reference("Loi sur l’eau", LAW), reference("Presse", NEWS)
    with database.transaction() as session:
        add(session, "eau", law, news)
        signed = replace(news, authors=("DURAND Ève",))
        change = add(
            session,
            "eau",
            reference("Décret"),
            replace(law, place=Place(PlaceKind.LINE, 9)),
            signed,
        )
    assert (change.added, change.changed, change.kept) == (("Décret",), ("Presse",), 1)


def test_a_centre_stays_until_another_is_named(database: Database) -> None:
    """A refresh need not repeat it."""
    centres = []
    for centre in ("  Pantin ", None, "Angers"):
        with database.transaction() as session:
            add(session, "eau", centre=centre)
            record = dossiers.find(session, "eau")
            assert record is not None
            centres.append(record.centre)
    assert centres == ["Pantin", "Pantin", "Angers"]


def test_a_retired_dossier_that_is_added_again_is_active(database: Database) -> None:
    """A paused one stays paused: that was said on purpose."""
    with database.transaction() as session:
        add(session, "eau", reference("Loi", LAW))
        for status in (DossierStatus.RETIRED, DossierStatus.PAUSED):
            assert dossiers.set_status(session, "eau", status)
            assert links.cited(session) == []
            add(session, "eau", reference("Loi", LAW))
        record = dossiers.find(session, "eau")
    assert record is not None
    assert record.status is DossierStatus.PAUSED


def test_a_dossier_can_be_renamed(database: Database) -> None:
    """Its slug, which is its identity, stays."""
    with database.transaction() as session:
        add(session, "eau")
        assert dossiers.rename(session, "eau", "L’eau en ville")
        assert not dossiers.rename(session, "feu", "Le feu")
        assert [(r.slug, r.title) for r in dossiers.records(session)] == [("eau", "L’eau en ville")]
        assert dossiers.find(session, "feu") is None


def test_a_baseline_is_marked_once(database: Database) -> None:
    """Later marks do not move it."""
    with database.transaction() as session:
        dossier_id = add(session, "eau").dossier_id
        assert dossiers.mark_baseline(session, dossier_id, MONDAY)
        assert not dossiers.mark_baseline(session, dossier_id, MONDAY + DAY)
        record = dossiers.find(session, "eau")
    assert record is not None
    assert record.baseline_at == MONDAY


def test_summaries_count_each_link_once(database: Database) -> None:
    """Broken, undecided and suspect links by dossier, and the last check of any."""
    with database.transaction() as session:
        add(session, "eau", reference("Loi", LAW, LAW), reference("Presse", NEWS, "nonsense"))
        add(session, "feu", reference("Loi", LAW), reference("Sans lien"), centre="Pantin")
    check(
        database,
        {LAW: VerdictKind.NOT_FOUND, NEWS: VerdictKind.BLOCKED, "nonsense": VerdictKind.MALFORMED},
        MONDAY,
    )
    with database.reading() as session:
        eau, feu = dossiers.summaries(session, MONDAY)
    assert (eau.slug, eau.references, eau.links, eau.last_check) == ("eau", 2, 3, MONDAY)
    assert (eau.broken, eau.undecided, eau.suspect) == (1, 1, 1)
    assert (feu.centre, feu.references, feu.links, feu.suspect) == ("Pantin", 2, 1, 1)


def test_a_dossier_never_checked_has_no_last_check(database: Database) -> None:
    """Nor any figure but that of its links."""
    with database.transaction() as session:
        add(session, "eau", reference("Loi", LAW))
        [eau] = dossiers.summaries(session, MONDAY)
    assert (eau.links, eau.last_check, eau.status) == (1, None, DossierStatus.ACTIVE)


def test_the_references_of_a_dossier_come_back_as_they_were_read(database: Database) -> None:
    """In their order, with their addresses, without those that are gone."""
    law, news = reference("Loi", LAW, NEWS), reference("Presse", NEWS)
    with database.transaction() as session:
        found = add(session, "eau", reference("Parti", LAW), law, news)
        add(session, "eau", news, law, at=MONDAY + DAY)
        assert references.of_dossier(session, found.dossier_id) == (news, law)
