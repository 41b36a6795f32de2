"""What looks odd in a dossier, and how it is said."""

import pytest

from perenne.domain.references import Notice
from perenne.dossiers import UnreadableError, as_json, error_sentence, notice_sentence, read_bytes
from perenne.texts import use

ENTRY = "Titre {n} / PETIT Anne\n\n{source}, 03/2019, p. 3\n\n{url}\n\n"


def told(*urls: str, source: str = "Revue") -> list[tuple[str, str]]:
    """Return code and fact of the notices on a dossier that cites these addresses."""
    text = "".join(ENTRY.format(n=n, url=url, source=source) for n, url in enumerate(urls))
    return [(n.code, n.fact) for n in read_bytes(text.encode(), "x").notices]


def test_references_without_address_are_counted_once() -> None:
    """Printed works have none: one line says how many, not one line each."""
    assert told("", "", "https://a.example/1") == [("references_without_url", "2")]


def test_a_dossier_without_any_address_says_so() -> None:
    """There is nothing to check."""
    assert told("", "") == [("no_url", "")]


def test_a_text_without_any_reference_says_so() -> None:
    """It may be the wrong file."""
    found = read_bytes("Bonjour à tous.".encode(), "lettre.txt")
    assert [n.code for n in found.notices] == ["no_reference"]
    assert found.title == "lettre"


def test_the_same_page_cited_twice_is_named_at_the_second() -> None:
    """Tracking parameters make no other page."""
    assert told("https://a.example/x", "https://a.example/x?utm_source=lettre") == [
        ("url_repeated", "https://a.example/x?utm_source=lettre")
    ]


@pytest.mark.parametrize(
    "url", ["https://a.example/un-", "https://a.example/x?a=", "https://a.example/lo…"]
)
def test_an_address_that_looks_cut_is_named(url: str) -> None:
    """Addresses hardly ever end so."""
    assert told(url) == [("url_looks_cut", url.rstrip("…"))]


@pytest.mark.parametrize("url", ["htp://a.example/x", "<http://exa mple/x>"])
def test_an_address_no_request_can_be_made_from_is_named(url: str) -> None:
    """At once, rather than after the night's check."""
    assert told(url) == [("url_malformed", url.strip("<>"))]


def test_a_host_one_letter_away_from_a_more_cited_one_is_a_slip() -> None:
    """The rarer is the slip; subdomains and figures differ for good reasons."""
    right = ["https://www.revueterritoires.fr/1", "https://archives.revueterritoires.fr/2"]
    assert told(*right, "https://www.revueteritoires.fr/3") == [
        ("host_looks_mistyped", "www.revueteritoires.fr → www.revueterritoires.fr")
    ]
    assert (
        told(*right, "https://revueterritoires.com/3", "https://inra.fr", "https://inrae.fr") == []
    )
    assert told("https://laboratoire1.fr/", "https://laboratoire2.fr/") == []


def test_of_two_hosts_the_one_a_source_is_named_after_is_right() -> None:
    """« Cités libres » publishes at citeslibres.fr."""
    urls = ("https://www.citeslibre.fr/longue/adresse", "https://www.citeslibres.fr/1")
    assert told(*urls, source="Cites libres") == [
        ("host_looks_mistyped", "www.citeslibre.fr → www.citeslibres.fr")
    ]


def test_a_heading_with_nothing_under_it_is_named_but_not_a_chapter() -> None:
    """A heading right above a lower one is its chapter."""
    text = (
        "# Eau\n\n## I – Lire\n\n### Livres\n\nT / PETIT A\n\nR, 03/2019\n\nhttps://a.example\n\n"
    )
    text += "## II – Voir\n\n## III – Aller\n\nSite\n\nhttps://b.example\n"
    found = read_bytes(text.encode(), "x")
    assert [(n.code, n.fact, n.place and n.place.number) for n in found.notices] == [
        ("section_empty", "II – Voir", 13)
    ]
    assert [r.section for r in found.references] == ["I – Lire", "III – Aller"]


def test_every_sentence_is_a_sentence() -> None:
    """No code, no brace reaches a reader; an unknown code is said as it is."""
    use("en")
    codes = ["no_reference", "no_url", "section_empty", "url_repeated", "url_looks_cut",
             "url_malformed", "host_looks_mistyped", "address_not_web"]  # fmt: skip
    sentences = [notice_sentence(Notice(None, code, "a → b")) for code in codes]
    sentences += [notice_sentence(Notice(None, "references_without_url", n)) for n in "12"]
    sentences += [error_sentence(UnreadableError(code, "cause")) for code in (
        "file_missing", "file_is_directory", "file_permission", "file_unreadable", "file_empty",
        "file_too_large", "file_binary", "file_encoding")]  # fmt: skip
    for sentence in sentences:
        assert sentence[0].isupper() or sentence[0] in "12a"
        assert not set("{}_") & set(sentence)
    assert notice_sentence(Notice(None, "later", "x")) == "later x"
    assert error_sentence(UnreadableError("later")) == "later"


def test_the_json_form_says_null_for_what_is_missing() -> None:
    """Lists are empty, never null; places say how they count."""
    use("en")
    found = as_json(read_bytes(b"- [Un](https://a.example/-)\n- [Deux](https://b.example)\n", "x"))
    assert found["schema"] == 1
    assert found["references"][0] == {
        "section": None,
        "title": "Un",
        "authors": [],
        "source": None,
        "date": None,
        "date_iso": None,
        "pages": None,
        "locations": [],
        "place": {"line": 1},
        "citations": [
            {
                "as_written": "https://a.example/-",
                "url": "https://a.example/-",
                "place": {"line": 1},
            }
        ],
    }
    assert found["notices"] == [
        {
            "place": {"line": 1},
            "code": "url_looks_cut",
            "message": "This address looks cut: https://a.example/-",
        }
    ]
