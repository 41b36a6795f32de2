"""What is copied, once the night has seen it, and what never is."""

from __future__ import annotations

import gzip
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from tests.copies.home import HTML, Home, Pages, article

from perenne.copies.queue import due
from perenne.demo.answers import Answer, redirect
from perenne.demo.world import World
from perenne.domain.sites import Login, Site
from perenne.runs.service import Service
from perenne.settings import Settings
from perenne.store import copies, hosts, links
from perenne.store.database import Database

PAGE = "https://a.exemple.fr/page"


def answers(home: Home, path: str, *bodies: bytes) -> None:
    """Let a path answer another body each night, the last one for ever."""
    home.pages.answers[f"a.exemple.fr{path}"] = lambda visit: Answer(
        body=bodies[min(visit.night, len(bodies)) - 1], headers=HTML
    )


def test_what_is_cited_and_alive_is_copied_whole(home: Home) -> None:
    """A page far longer than what a check reads, and a document; each with its request."""
    long, document = article("Longue") * 60, b"%PDF-1.4\n" + b"\xff\x00 %%EOF" * 40_000
    home.pages.answers["a.exemple.fr/page"] = Answer(body=long, headers=HTML)
    home.pages.answers["a.exemple.fr/doc.pdf"] = Answer(
        body=document, headers={"Content-Type": "application/pdf"}
    )
    home.cite(PAGE, "https://a.exemple.fr/doc.pdf")
    assert home.copied(1) == Counter(new=2)
    found = {record.url: record for record in home.records("response")}
    assert found[PAGE].body == long
    assert found["https://a.exemple.fr/doc.pdf"].body == document
    requests = {record.url: record.block for record in home.records("request")}
    assert requests[PAGE].startswith(b"GET /page HTTP/1.1\r\nHost: a.exemple.fr\r\nUser-Agent: ")
    assert found[PAGE].told["WARC-IP-Address"] == "127.0.0.1"
    assert found[PAGE].told["WARC-Date"] == "2026-03-02T03:05:00Z"
    concurrent = {record.told["WARC-Concurrent-To"] for record in home.records("request")}
    assert concurrent == {record.told["WARC-Record-ID"] for record in found.values()}


def test_codings_and_chunks_are_kept_as_they_came(home: Home) -> None:
    """What the server wrote, not what a library made of it."""
    packed = gzip.compress(article("Comprimée"), mtime=0)
    home.pages.answers["a.exemple.fr/page"] = Answer(
        body=packed, headers={**HTML, "Content-Encoding": "gzip", "X-Robe": "d’été"}, chunked=True
    )
    home.cite(PAGE)
    assert home.copied(1) == Counter(new=1)
    [record] = home.records("response")
    assert b"\r\nTransfer-Encoding: chunked\r\n" in record.block
    assert b"\r\nContent-Encoding: gzip\r\n" in record.block
    assert "\r\nX-Robe: d’été\r\n".encode() in record.block
    assert record.body == b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)


def test_each_hop_of_a_redirect_is_a_record(home: Home) -> None:
    """So that a reader of the copy goes the same way."""
    home.pages.answers["a.exemple.fr/page"] = redirect("http://b.exemple.fr/x", 302)
    home.pages.answers["b.exemple.fr/x"] = redirect("https://b.exemple.fr/y?z=1", 307)
    home.cite(PAGE + "#partie")
    home.copied(1)
    assert [(record.type, record.url) for record in home.records("response", "request")] == [
        (kind, url)
        for url in (PAGE, "http://b.exemple.fr/x", "https://b.exemple.fr/y?z=1")
        for kind in ("response", "request")
    ]
    first, *_ = home.records("response")
    assert first.block.startswith(b"HTTP/1.1 302 Found\r\n")
    assert first.body == b"<html><body>Redirection</body></html>"


def test_where_a_page_sends_its_readers_is_copied_with_it(home: Home) -> None:
    """A refresh is a redirect to a browser; both pages are kept."""
    leads = b'<html><head><meta http-equiv="refresh" content="0; url=/suite"></head></html>'
    home.pages.answers["a.exemple.fr/page"] = Answer(body=leads, headers=HTML)
    home.cite(PAGE)
    assert home.copied(1) == Counter(new=1)
    urls = [record.url for record in home.records("response")]
    assert urls == [PAGE, "https://a.exemple.fr/suite"]


def test_nothing_is_copied_twice_while_nothing_changes(home: Home) -> None:
    """Nor asked for."""
    home.cite(PAGE)
    assert home.copied(1) == Counter(new=1)
    for number in (2, 9, 40):
        home.night(number)
        home.asked()
        assert home.copy().counts == Counter()
        assert home.asked() == []


def test_a_page_that_changes_is_copied_again_a_week_later_at_most(home: Home) -> None:
    """By its main text: what surrounds it changes all the time."""
    answers(home, "/page", article("Une"), article("Deux"), article("Trois"))
    home.cite(PAGE)
    assert home.copied(1) == Counter(new=1)
    assert [home.copied(number) for number in (2, 3, 7)] == [Counter()] * 3
    assert home.copied(8) == Counter(new=1)
    bodies = [record.body for record in home.records("response")]
    assert bodies == [article("Une"), article("Trois")]


def test_a_page_that_is_as_it_was_takes_no_room(home: Home) -> None:
    """It comes back to what is held: a revisit record refers to it."""
    answers(home, "/page", *[article("Une")] * 7, *[article("Deux")] * 7, article("Une"))
    home.cite(PAGE)
    assert [home.copied(number) for number in (1, 8)] == [Counter(new=1)] * 2
    assert home.copied(15) == Counter(same=1)
    first, _second = home.records("response")
    [again] = home.records("revisit")
    assert again.told["WARC-Refers-To-Target-URI"] == PAGE
    assert again.told["WARC-Refers-To-Date"] == first.told["WARC-Date"]
    assert again.told["WARC-Payload-Digest"] == first.told["WARC-Payload-Digest"]
    assert again.told["WARC-Profile"].endswith("/1.1/revisit/identical-payload-digest")
    assert again.block.startswith(b"HTTP/1.1 200 OK\r\n")
    assert again.body == b""


def test_one_document_at_two_addresses_is_held_once(home: Home) -> None:
    """However each server cuts it into chunks."""
    body = article("La même") * 20
    for path, chunked in (("a.exemple.fr/1", False), ("b.exemple.fr/2", True)):
        home.pages.answers[path] = Answer(body=body, headers=HTML, chunked=chunked)
    home.cite("https://a.exemple.fr/1", "https://b.exemple.fr/2")
    assert home.copied(1) == Counter(new=1, same=1)
    [held], [other] = home.records("response"), home.records("revisit")
    assert other.told["WARC-Refers-To-Target-URI"] == held.url


def test_what_is_held_in_a_file_that_is_gone_is_written_anew(home: Home) -> None:
    """A copy that refers to nothing would be none."""
    for path in ("a.exemple.fr/1", "b.exemple.fr/2", "a.exemple.fr/3"):
        home.pages.answers[path] = Answer(body=article("La même"), headers=HTML)
    home.cite("https://a.exemple.fr/1")
    home.copied(1)
    home.cite("https://a.exemple.fr/other", name="other")
    home.copied(2)
    home.files[0].unlink()
    home.cite("https://b.exemple.fr/2", name="two")
    assert home.copied(3) == Counter(new=1)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer(404), "not_found"),
        (Answer(403, article("Non")), "blocked"),
        (
            Answer(body=article("x", '<meta name="robots" content="noarchive">'), headers=HTML),
            "noarchive",
        ),
        (Answer(body=article("x"), headers={**HTML, "X-Robots-Tag": "noarchive"}), "noarchive"),
        (
            Answer(
                body=b"<html><head><title>Just a moment...</title></head><body>"
                b'<script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script></body>',
                headers={**HTML, "Server": "cloudflare", "cf-mitigated": "challenge"},
            ),
            "blocked",
        ),
        (
            Answer(
                body=article("Début").replace(
                    b"</main>",
                    b'</main><script type="application/ld+json">{"@context":"https://schema.org",'
                    b'"@type":"NewsArticle","isAccessibleForFree":false}</script>',
                ),
                headers=HTML,
            ),
            "restricted",
        ),
    ],
    ids=["gone", "refused", "noarchive", "noarchive-header", "wall", "subscription"],
)
def test_what_came_between_the_night_and_the_copy_is_not_kept(
    home: Home, answer: Answer, code: str
) -> None:
    """What is fetched is judged anew; the living page beside it is kept."""
    home.cite(PAGE, "https://a.exemple.fr/beside")
    home.night(1)
    home.pages.answers["a.exemple.fr/page"] = answer
    assert home.copy().counts == Counter({"new": 1, code: 1})
    assert [record.url for record in home.records("response")] == ["https://a.exemple.fr/beside"]
    home.asked()
    home.night(2)
    home.asked()
    home.copy()
    assert PAGE.removeprefix("https://") not in home.asked(), "the night has seen it too"


@pytest.mark.parametrize(
    "answer",
    [
        Answer(404),
        Answer(403, article("Non")),
        Answer(body=article("x", '<meta name="robots" content="noarchive">'), headers=HTML),
    ],
    ids=["gone", "refused", "noarchive"],
)
def test_what_the_night_did_not_see_alive_is_not_even_asked_for(home: Home, answer: Answer) -> None:
    """The night knows best, and costs the site nothing more."""
    home.pages.answers["a.exemple.fr/page"] = answer
    home.cite(PAGE)
    home.night(1)
    home.asked()
    assert home.copy().counts == Counter()
    assert home.asked() == []
    assert home.files == []


def test_pages_that_ask_not_to_be_kept_are_kept_where_one_says_so(home: Home) -> None:
    """A setting, with its reasons."""
    unwanted = article("x", '<meta name="robots" content="noarchive">')
    home.pages.answers["a.exemple.fr/page"] = Answer(body=unwanted, headers=HTML)
    home.configure(noarchive=True)
    home.cite(PAGE)
    assert home.copied(1) == Counter(new=1)


class Subscribed(Home):
    """A centre with subscriptions to some hosts."""

    subscribed: tuple[str, ...] = ()

    @property
    def service(self) -> Service:
        """Return the service, with what it knows of these hosts."""
        usual = super().service

        def site_of(host: str) -> Site:
            login = Login(host, (("Cookie", "abo=secret"),))
            return Site(host, login=login) if host in self.subscribed else Site()

        return Service(usual.settings, usual.clock, site_of, usual.database)


def test_what_a_login_opens_is_never_copied(
    world: World, pages: Pages, database: Database, tmp_path: Path
) -> None:
    """The night sees it with the login, and no copy is made; nor does a copy log in."""
    home = Subscribed(world, pages, database, tmp_path / "copies")
    home.cite(PAGE, "https://b.exemple.fr/free")
    home.subscribed = ("a.exemple.fr",)
    home.night(1)
    told = {seen.host for seen in world.web.log if "secret" in seen.headers.get("cookie", "")}
    assert told == {"a.exemple.fr"}
    world.web.log.clear()
    home.subscribed = ("a.exemple.fr", "b.exemple.fr")
    assert home.copy().counts == Counter(new=1)
    assert [(seen.host, "cookie" in seen.headers) for seen in world.web.log] == [
        ("b.exemple.fr", False)
    ]


def test_excluded_and_forbidden_addresses_are_not_asked_for(home: Home) -> None:
    """Though a night saw them before they were."""
    home.cite(PAGE, "https://b.exemple.fr/never")
    home.night(1)
    home.pages.answers["a.exemple.fr/page"] = redirect("http://127.0.0.1:80/secret", 302)
    home.change("network", exclude=("https://b.exemple.fr/*",))
    home.asked()
    assert home.copy().counts == Counter(unchecked=2)
    assert home.asked() == ["a.exemple.fr/page"]
    assert home.files == []


def test_a_site_that_asks_for_patience_is_heeded_by_all(home: Home) -> None:
    """What a copy learns, the next night knows."""
    home.cite(PAGE)
    home.night(1)
    home.pages.answers["a.exemple.fr/page"] = Answer(429, headers={"Retry-After": "7200"})
    home.copy()
    with home.database.reading() as session:
        waiting = hosts.waiting(session, home.clock.now())
    assert waiting == {"a.exemple.fr": home.clock.now() + timedelta(hours=2)}


def test_a_host_that_wants_a_browsers_headers_gets_them(home: Home) -> None:
    """As the night has learnt; the refusal that comes first is not kept."""

    def answer(visit: object) -> Answer:
        like_browser = "sec-fetch-mode" in getattr(visit, "headers", {})
        return Answer(body=article("Oui"), headers=HTML) if like_browser else Answer(403)

    home.pages.answers["a.exemple.fr/page"] = answer
    home.cite(PAGE)
    home.night(1)
    home.asked()
    assert home.copy().counts == Counter(new=1)
    assert home.asked() == ["a.exemple.fr/page"]
    [record] = home.records("response")
    assert record.block.startswith(b"HTTP/1.1 200 OK")


def test_a_document_beyond_the_limit_is_left(home: Home) -> None:
    """Announced or not; it is tried again a month later, others meanwhile as ever."""
    body = b"%PDF-1.4\n" + bytes(range(256)) * 8_000
    pdf = {"Content-Type": "application/pdf"}
    home.pages.answers["a.exemple.fr/1.pdf"] = Answer(body=body, headers=pdf)
    home.pages.answers["a.exemple.fr/2.pdf"] = Answer(body=body + b"2", headers=pdf, chunked=True)
    home.configure(largest_mb=1)
    home.cite("https://a.exemple.fr/1.pdf", "https://a.exemple.fr/2.pdf", PAGE)
    assert home.copied(1) == Counter(too_large=2, new=1)
    home.configure(largest_mb=3)
    assert home.copied(2) == Counter()
    assert home.copied(31) == Counter(new=2)
    sizes = sorted(int(record.told["Content-Length"]) for record in home.records("response"))
    assert sizes[-1] > len(body)


def test_a_document_that_breaks_off_is_tried_again_tomorrow(home: Home) -> None:
    """Half a document is none."""
    whole = Answer(body=article("Entière") * 90, headers=HTML)

    def answer(visit: object) -> Answer:
        if getattr(visit, "night", 1) > 1:
            return whole
        return Answer(body=whole.body, headers={**HTML, "Content-Length": "999999"})

    home.pages.answers["a.exemple.fr/page"] = answer
    home.change("limits", first_byte=0.5)
    home.cite(PAGE)
    assert home.copied(1) == Counter(cut_short=1)
    assert home.copy().counts == Counter()
    assert home.copied(2) == Counter(new=1)


def test_nothing_is_copied_where_no_folder_is_configured(home: Home) -> None:
    """It is off by default."""
    assert Settings().copies.folder is None
    home.configure(folder=None)
    home.cite(PAGE)
    home.night(1)
    home.asked()
    assert home.copy().counts == Counter()
    assert home.asked() == []


def test_what_no_dossier_cites_any_more_is_not_copied(home: Home, pages: Pages) -> None:
    """Nor what is due of a paused one."""
    home.cite(PAGE)
    home.night(1)
    with home.database.transaction() as session:
        [link_id] = links.cited(session)
    assert due(home.database, home.service.settings.copies, home.clock.now()) == [link_id]
    home.cite("https://a.exemple.fr/other")
    assert due(home.database, home.service.settings.copies, home.clock.now()) == []
    with home.database.reading() as session:
        assert copies.of_link(session, link_id) == []
