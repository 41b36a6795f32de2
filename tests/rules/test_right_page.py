"""Is it the cited page? The cited title as a witness; files; notes."""

import pytest
from tests.rules.made_pages import answer, bare, case, page, served, settle

from perenne.domain.verdicts import VerdictKind

URL = "https://www.exemple-ville.fr/dossiers/un-laboratoire"
TITLE = "Design fiction : du design des politiques publiques au design des polémiques publiques"
PDF = "https://www.exemple-ville.fr/IMG/pdf/actes_2017.pdf"
PLUMBER = page("Plomberie à toute heure : devis", h1="Vos fuites réparées en une heure")


def test_a_page_with_nothing_left_of_its_title_is_doubtful() -> None:
    """The domain changed hands and sells something else."""
    verdict = served(URL, PLUMBER, TITLE)
    assert (verdict.kind, verdict.code) == (VerdictKind.DOUBTFUL, "title_missing")


def test_one_matching_title_is_enough() -> None:
    """Two dossiers cite the page, one of them in words of its own."""
    assert (
        served(URL, page(TITLE), "Un tout autre intitulé, très long", TITLE).kind is VerdictKind.OK
    )


@pytest.mark.parametrize(
    "cited",
    [
        "DESIGN FICTION : du design des politiques publiques au design des polemiques publiques",
        "« Design fiction » – du design des politiques publiques…",
        "Design fiction: politiques publiques, polémiques publiques",
    ],
)
def test_a_title_is_known_whatever_its_typography(cited: str) -> None:
    """Case, accents, quotes and a shortened end are the documentalist's."""
    assert served(URL, page(TITLE), cited).kind is VerdictKind.OK


def test_a_title_found_in_the_text_alone_is_enough() -> None:
    """The title of the page is the name of its section."""
    assert served(URL, page("Numérique", body=f"<h2>{TITLE}</h2>"), TITLE).kind is VerdictKind.OK


@pytest.mark.parametrize(
    "cited",
    ["A Nantes", "En Occitanie", "Lire l’article complet", "https://autre.fr/une/page/lue", ""],
)
def test_a_vague_title_accuses_nobody(cited: str) -> None:
    """Too few words, or no title at all."""
    assert served(URL, PLUMBER, cited).kind is VerdictKind.OK


def test_a_home_page_may_change_as_it_likes() -> None:
    """It was cited for the site, not for a text."""
    url = "http://www.club-innovation-culture.fr/"
    cited = "Club innovation et culture France, le réseau des musées et monuments"
    assert served(url, page("CLIC France", sentences=40), cited).kind is VerdictKind.OK


def test_a_pdf_is_alive_whatever_it_says() -> None:
    """Its text is not read."""
    verdict = served(PDF, b"%PDF-1.4\n1 0 obj", TITLE)
    assert (verdict.kind, verdict.code, verdict.notes) == (VerdictKind.OK, "http_ok", ())


def test_a_pdf_longer_than_what_is_read_is_whole() -> None:
    """Reading stopped because we stopped."""
    exchange = answer(PDF, b"%PDF-1.4\n1 0 obj", truncated=True)
    assert settle(case(PDF, exchange)).notes == ()


@pytest.mark.parametrize(
    ("body", "code"), [(b"%PDF-1.4\n1 0 obj", "truncated_pdf"), (page(), "incomplete_body")]
)
def test_a_body_that_broke_off_is_noted(body: bytes, code: str) -> None:
    """The page lives; its end did not come."""
    verdict = settle(case(URL, answer(URL, body, incomplete=True)))
    assert verdict.kind is VerdictKind.OK
    assert [note.code for note in verdict.notes] == [code]


def test_an_error_page_under_a_pdf_name_is_judged_as_a_page() -> None:
    """200 and the name of a PDF, but « page introuvable »."""
    assert served(PDF, page("Page introuvable", sentences=2)).kind is VerdictKind.SOFT_404


def test_a_page_where_a_pdf_was_cited_must_name_it() -> None:
    """A notice with the title is fine; a page about anything else is doubtful."""
    cited = "Actes de l’université d’été"
    assert served(PDF, page(cited), cited).kind is VerdictKind.OK
    verdict = served(PDF, page("Nos offres", h1="Découvrir"), cited)
    assert (verdict.kind, verdict.code) == (VerdictKind.DOUBTFUL, "page_for_file")


def test_other_files_are_alive() -> None:
    """An image, a text, JSON: they answered."""
    for body in (b"\x89PNG\r\n\x1a\n0000", "Procès-verbal de séance".encode(), b'{"data": []}'):
        exchange = answer(URL, body, headers={"content-type": "application/octet-stream"})
        assert settle(case(URL, exchange), {}).kind is VerdictKind.OK


def test_a_short_page_of_an_old_site_is_alive() -> None:
    """Latin-1, no heading, three lines."""
    body = bare("Comité des fêtes", "Réunion le 3 mai à la salle communale.").decode()
    assert served(URL, body.encode("latin-1"), TITLE).kind is VerdictKind.OK
