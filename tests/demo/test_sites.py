"""The simulated sites behave like those that they stand for."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from perenne.demo.expected import EXPECTED
from perenne.demo.sites.prose import SENTENCES
from perenne.demo.sites.video import LIVING_VIDEO

if TYPE_CHECKING:
    from tests.demo.demo_reader import Reader

_FUN = "https://www.fun-mooc.fr/courses/course-v1:"


def _search(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found, pattern
    return found[1]


def _about(fragment: str) -> str:
    (found,) = [e.url for e in EXPECTED if fragment in e.url]
    return found


def test_pages_have_the_size_and_the_surroundings_of_real_ones(reader: Reader) -> None:
    """Between 5 and 40 kB, with a menu, a footer and a cookie banner."""
    for fragment in ("97639", "la27eregion.fr/mutualiser", "569137", "CNFPT+87016", "urbanisme"):
        _, reply = reader.follow(_about(fragment))
        assert 5_000 < len(reply.body) < 40_000
        for part in ("<nav", "<footer", "cookie-banner", 'lang="fr"'):
            assert part in reply.text


def test_a_free_article_of_the_gazette_begins_with_the_login_pop_in(reader: Reader) -> None:
    """The pop-in is on both; `.notYet`, beside the heading, on the subscribers' alone."""
    free = reader.follow(_about("569137"))[1].text
    closed = reader.follow(_about("591769"))[1].text
    assert "Déjà inscrit(e) ?" in free
    assert "Déjà inscrit(e) ?" in closed
    assert "notYet" not in free
    assert re.search(r'</h1>\s*<div class="notYet">', closed)


def test_the_gazette_knows_its_article_by_the_very_bytes_of_the_path(reader: Reader) -> None:
    """Escapes written otherwise lead to another address, which does not exist."""
    url = _about("517883")
    route, reply = reader.follow(url)
    assert reply.status == 200
    assert urlsplit(route[-1]).path == urlsplit(url).path
    assert reader.follow(url.replace("%e2%80%89", "%E2%80%89"))[1].status == 404
    assert reader.follow(url.replace("%e2", "%25e2"))[1].status == 404


def test_two_kinds_of_refusal_are_met(reader: Reader) -> None:
    """Cloudflare signs its challenge, the Gazette's 403 is bare."""
    signed = reader.ask(_about("france-burgy"))
    bare = reader.ask(_about("537562"))
    assert (signed.status, signed.headers["cf-mitigated"]) == (403, "challenge")
    assert bare.status == 403
    assert len(bare.body) < 200


def test_an_open_course_says_its_code_and_its_sessions_without_a_script(reader: Reader) -> None:
    """RDFa and data-props as the public code of the site writes them."""
    route, reply = reader.follow(f"{_FUN}CNFPT+87016+session02/about")
    assert route[-1] == "https://www.fun-mooc.fr/fr/cours/innovation-publique-territoriale/"
    assert '<body vocab="https://schema.org/" typeof="Course">' in reply.text
    assert 'property="courseCode" content="87016"' in reply.text
    props = json.loads(unescape(_search(r'data-props="([^"]+)"', reply.text)))
    assert props["course"] == {"code": "87016"}
    assert props["courseRuns"][0]["end"].startswith("2099")


def test_a_former_session_is_sent_to_course_organisation_or_catalogue(reader: Reader) -> None:
    """Session and organisation are ignored where the code is known, in either letter case."""
    assert reader.follow(f"{_FUN}cnfpt+87016+session99/about/")[0][-1].endswith("-territoriale/")
    gone, _ = reader.follow(_about("USPC"))
    assert gone[1:] == ["https://www.fun-mooc.fr/fr/etablissements/universite-sorbonne-paris-cite/"]
    assert reader.follow(_about("08011"))[0][-1] == "https://www.fun-mooc.fr/fr/cours/"


def test_a_removed_video_has_the_same_page_as_a_living_one(reader: Reader) -> None:
    """Only the platform's own interface tells them apart."""
    removed, living = "x79p6eu", LIVING_VIDEO
    pages = {reader.ask(f"https://www.dailymotion.com/video/{v}").body for v in (removed, living)}
    assert len(pages) == 1
    gone = reader.ask(f"https://api.dailymotion.com/video/{removed}")
    assert gone.status == 404
    assert json.loads(gone.body)["error"]["error_data"] == {"reason": "object_not_found"}
    assert reader.ask(f"https://api.dailymotion.com/video/{living}").status == 200
    oembed = "https://www.dailymotion.com/services/oembed?url=https://www.dailymotion.com/video/"
    assert reader.ask(oembed + living).status == 200
    assert reader.ask(oembed + removed).status == 404


def test_the_report_is_a_pdf_that_readers_accept(reader: Reader) -> None:
    """The table of the file leads to each of its objects."""
    _, reply = reader.follow(_about("conseil_strategique"))
    assert reply.headers["Content-Type"] == "application/pdf"
    document = reply.body
    start = int(_search(r"startxref\n(\d+)\n%%EOF", document.decode("latin-1")))
    offsets = [int(found) for found in re.findall(rb"(\d{10}) 00000 n", document[start:])]
    assert document[start:].startswith(b"xref\n0 7\n")
    for number, offset in enumerate(offsets, start=1):
        assert document[offset:].startswith(b"%d 0 obj\n" % number)


def test_the_prefecture_rewrites_its_page_under_the_same_title(reader: Reader) -> None:
    """Same title, another text, from the second night on."""
    url = _about("kesak-O")
    first = reader.ask(url).text
    reader.web.night = 2
    second = reader.ask(url).text
    title = "<title>(.*)</title>"
    assert _search(title, first) == _search(title, second)
    assert first != second


def test_a_busy_magazine_answers_when_asked_again(reader: Reader) -> None:
    """503 once a night."""
    url = _about("frenchweb")
    assert [reader.ask(url).status for _ in range(3)] == [503, 200, 200]


@pytest.mark.parametrize(
    "url",
    [
        "http://archives.lagazettedescommunes.com/1/rien",
        "https://acteurspublics.fr/articles/rien/",
        "https://sante.gouv.fr/rien",
        "https://theconversation.com/rien-1",
        "https://www.acteurspublics.com/rien",
        "https://www.club-innovation-culture.fr/rien/",
        "https://www.frenchweb.fr/rien/1",
        "https://www.fun-mooc.fr/fr/cours/rien/",
        "https://www.lagazettedescommunes.com/1/rien/",
        "https://www.prefectures-regions.gouv.fr/rien",
        "https://www.strategie-plan.gouv.fr/rien",
    ],
)
def test_an_invented_address_beside_a_living_page_is_not_found(reader: Reader, url: str) -> None:
    """Those sites answer a hard 404."""
    assert reader.follow(url)[1].status == 404


_DESIGN = "design-fiction-du-design-des-politiques-publiques-au-design-des-polemiques-publiques"
_FAIRE = "517311/faire-du-design-de-service-public-oui-mais-comment/?abo=1"
_LAUREATS = (
    "https://sante.gouv.fr/archives/archives-presse/archives-communiques-de-presse/article/"
    "cp-annonce-des-10-laureats-de-l-appel-a-projet-du-health-data-hub"
)


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.horizonspublics.fr/numerique/{_DESIGN}",
        f"https://www.lagazettedescommunes.com/{_FAIRE}",
        _LAUREATS,
        "https://www.bnf.fr/",
        "https://www.lagazettedescommunes.com/",
        "https://www.service-public.fr/",
        "https://www.urbanisme.fr/",
    ],
)
def test_what_a_mended_reference_would_cite_is_there(reader: Reader, url: str) -> None:
    """The rightly spelt neighbours of mistyped addresses live, and so do the canaries."""
    assert reader.follow(url)[1].status == 200


def test_no_sentence_is_told_twice() -> None:
    """The text of articles comes from distinct sentences."""
    assert len(SENTENCES) == len(set(SENTENCES)) > 30
