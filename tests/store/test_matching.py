"""Which reference is which, when a dossier comes back corrected."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from perenne.store.dossiers import slug_for
from perenne.store.matching import Entry, match
from perenne.store.titles import normalised


def entry(title: str, *links: int) -> Entry:
    """Return what tells a reference."""
    return Entry(frozenset(links), title)


def test_the_same_links_and_title_are_the_surest() -> None:
    """Two references cite the same page: each finds itself again, in any order."""
    old = [entry("Loi", 1), entry("Décret", 1)]
    assert match([entry("Décret", 1), entry("Loi", 1)], old) == {0: 1, 1: 0}


def test_the_same_links_are_enough() -> None:
    """The title was rewritten."""
    assert match([entry("Tout autre chose", 1, 2)], [entry("Loi", 2, 1)]) == {0: 0}


def test_the_same_title_is_enough() -> None:
    """The link was corrected; case, accents and punctuation do not count."""
    assert match([entry("L’État, c’est…", 9)], [entry("l'etat c'est", 1)]) == {0: 0}


def test_a_likely_title_is_enough() -> None:
    """A slip of the pen was mended."""
    old = [entry("La laïcité dans la fonction publique territoriale", 1)]
    new = [entry("La laicité dans la fonction publique territorale", 9)]
    assert match(new, old) == {0: 0}


def test_another_title_and_other_links_are_another_reference() -> None:
    """Nothing speaks for it being the same."""
    assert match([entry("La laïcité", 9)], [entry("Le budget participatif", 1)]) == {}


def test_entries_without_title_nor_link_are_never_the_same() -> None:
    """Nothing tells them apart, nor together."""
    assert match([entry("")], [entry("")]) == {}


def test_accents_and_case_do_not_tell_titles_apart() -> None:
    """Nor do spaces and punctuation."""
    assert normalised("  L’Été :  à Œuvrer ! ") == "l ete a œuvrer"


def test_a_slug_is_short_and_plain() -> None:
    """It is typed on a command line."""
    assert slug_for("La laïcité : état des lieux (2026)") == "la-laicite-etat-des-lieux-2026"
    assert slug_for("…") == "dossier"
    assert slug_for("日本") == "dossier"


entries = st.lists(
    st.builds(
        Entry,
        st.frozensets(st.integers(1, 4), max_size=2),
        st.sampled_from(["", "Loi", "loi !", "La loi sur l’eau", "La loi sur l’eau.", "Décret"]),
    ),
    max_size=8,
)


@given(entries, entries)
def test_no_entry_is_matched_twice(new: list[Entry], old: list[Entry]) -> None:
    """Each row of the database has at most one successor."""
    found = match(new, old)
    assert len(set(found.values())) == len(found)
    assert set(found) <= set(range(len(new)))
    assert set(found.values()) <= set(range(len(old)))


@given(entries)
def test_what_did_not_change_is_itself(same: list[Entry]) -> None:
    """Registering a file again changes nothing: duplicates keep their order."""
    told = [e for e in same if e.links or e.title]
    assert match(told, told) == {position: position for position in range(len(told))}


@given(st.text())
def test_a_slug_is_always_typeable(title: str) -> None:
    """Lower-case ASCII letters, digits and hyphens, whatever the title."""
    slug = slug_for(title)
    assert 0 < len(slug) <= 60
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
