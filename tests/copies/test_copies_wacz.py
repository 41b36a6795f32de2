"""One portable archive of a dossier, as WACZ's own tools want it."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from surt import surt
from tests.copies.home import HTML, TITLE, Home, article, records_of, warcio_check

from perenne.copies.errors import CopiesError
from perenne.copies.folder import Folder
from perenne.copies.index import url_key
from perenne.copies.wacz import Portable, write_wacz
from perenne.demo.answers import Answer, redirect
from perenne.store import copies

AT = datetime(2026, 4, 1, 12, tzinfo=UTC)


def portable(home: Home, slug: str) -> Portable:
    """Return what an archive of a dossier is made of."""
    with home.database.reading() as session:
        own = copies.of_dossier(session, slug)
        needed = {copy.same_as for copy in own if copy.same_as} - {copy.id for copy in own}
        return Portable(f"Dossier {slug}", own, copies.held(session, needed))


def made(home: Home, slug: str = "dossier-petit") -> Path:
    """Make the archive of a dossier."""
    target = home.folder.parent / f"{slug}.wacz"
    write_wacz(portable(home, slug), Folder(home.folder), target, AT)
    return target


def unpacked(wacz: Path) -> Path:
    """Unpack an archive beside it."""
    folder = wacz.with_suffix("")
    with ZipFile(wacz) as zip_:
        zip_.extractall(folder)
    return folder


def validated(wacz: Path) -> bool:
    """Tell whether WACZ's own program finds it valid."""
    command = [str(Path(sys.executable).parent / "wacz"), "validate", "-f", str(wacz)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode == 0 and "Validation succeeded" in done.stdout


@pytest.fixture
def copied(home: Home) -> Home:
    """Copy pages of all kinds, over two weeks."""
    home.pages.answers["a.exemple.fr/2"] = redirect("https://b.exemple.fr/3?b=2&A=1", 302)
    home.pages.answers["b.exemple.fr/4"] = Answer(body=article("Même"), headers=HTML, chunked=True)
    home.pages.answers["a.exemple.fr/5"] = Answer(body=article("Même"), headers=HTML)
    home.pages.answers["a.exemple.fr/6"] = lambda visit: Answer(
        body=article("Avant" if visit.night == 1 else "Après"), headers=HTML
    )
    home.cite("https://a.exemple.fr/1", "https://a.exemple.fr/2", "https://a.exemple.fr/6")
    home.cite("https://b.exemple.fr/4", "https://a.exemple.fr/5", name="autre")
    home.copied(1)
    home.copied(9)
    return home


def test_it_validates(copied: Home) -> None:
    """By wacz's own check, and by warcio's."""
    wacz = made(copied)
    assert validated(wacz)
    assert warcio_check(unpacked(wacz) / "archive" / "data.warc.gz") == ""


def test_an_altered_one_does_not(copied: Home) -> None:
    """The dead twin: one byte of one text is enough."""
    wacz = made(copied)
    data = wacz.read_bytes()
    with ZipFile(wacz) as zip_:
        offset = zip_.getinfo("archive/data.warc.gz").header_offset + 200
    other = wacz.with_name("other.wacz")
    other.write_bytes(data[:offset] + bytes([data[offset] ^ 1]) + data[offset + 1 :])
    assert not validated(other)


def test_it_holds_every_copy_of_the_dossier_and_no_other(copied: Home) -> None:
    """A page that changed twice, in order; what another dossier cites is not in it."""
    records = list(records_of(unpacked(made(copied)) / "archive" / "data.warc.gz"))
    urls = [record.url for record in records if record.type == "response"]
    assert sorted(urls) == sorted(
        [
            "https://a.exemple.fr/1",
            "https://a.exemple.fr/2",
            "https://b.exemple.fr/3?b=2&A=1",
            "https://a.exemple.fr/6",
            "https://a.exemple.fr/6",
        ]
    )
    assert records[0].type == "warcinfo"


def test_what_a_revisit_refers_to_comes_along(copied: Home) -> None:
    """Though the dossier does not cite it: the archive stands alone."""
    copied.cite("https://a.exemple.fr/7", name="troisieme")
    copied.pages.answers["a.exemple.fr/7"] = Answer(body=article("Même"), headers=HTML)
    copied.copied(10)
    wacz = made(copied, "dossier-troisieme")
    assert validated(wacz)
    records = list(records_of(unpacked(wacz) / "archive" / "data.warc.gz"))
    [held] = [record for record in records if record.type == "response"]
    [again] = [record for record in records if record.type == "revisit"]
    assert again.told["WARC-Refers-To-Target-URI"] == held.url
    assert again.told["WARC-Refers-To-Date"] == held.told["WARC-Date"]
    pages = (wacz.with_suffix("") / "pages" / "pages.jsonl").read_text().splitlines()
    assert [json.loads(line)["url"] for line in pages[1:]] == ["https://a.exemple.fr/7"]


def test_its_index_is_that_of_webrecorders_own_indexer(copied: Home) -> None:
    """Line by line."""
    folder = unpacked(made(copied))
    indexer = Path(sys.executable).parent / "cdxj-indexer"
    command = [str(indexer), "--sort", str(folder / "archive" / "data.warc.gz")]
    theirs = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    ours = (folder / "indexes" / "index.cdxj").read_text()
    assert ours.splitlines() == theirs.splitlines()
    assert len(ours.splitlines()) == 5


def test_its_pages_are_the_cited_ones_in_their_order(copied: Home) -> None:
    """By the titles of the references, at the address that is cited."""
    folder = unpacked(made(copied))
    head, *pages = map(json.loads, (folder / "pages" / "pages.jsonl").read_text().splitlines())
    assert head == {"format": "json-pages-1.0", "id": "pages", "title": "Dossier dossier-petit"}
    assert [(page["url"], page["title"], page["ts"]) for page in pages] == [
        (f"https://a.exemple.fr/{path}", f"{TITLE}, numéro {number}", f"2026-03-{day}T03:05:00Z")
        for path, number, day in ((1, 1, "02"), (2, 2, "02"), (6, 3, "02"), (6, 3, "10"))
    ]


def test_it_says_what_it_is_and_is_for_its_owner_alone(copied: Home) -> None:
    """In the language of its readers; what is compressed already is stored."""
    wacz = made(copied)
    assert stat.S_IMODE(wacz.stat().st_mode) == 0o600
    with ZipFile(wacz) as zip_:
        described = json.loads(zip_.read("datapackage.json"))
        assert zip_.getinfo("archive/data.warc.gz").compress_type == ZIP_STORED
    assert (described["wacz_version"], described["profile"]) == ("1.1.1", "data-package")
    assert described["title"] == "Dossier dossier-petit"
    assert "à ne pas publier" in described["description"]
    assert described["created"] == "2026-04-01T12:00:00Z"


def test_a_damaged_copy_is_told_and_nothing_is_left(copied: Home) -> None:
    """Neither half an archive nor the loss of the one that was there."""
    target = made(copied)
    before = target.read_bytes()
    hurt = copied.files[0]
    data = bytearray(hurt.read_bytes())
    data[1_000] ^= 1
    hurt.write_bytes(data)
    with pytest.raises(CopiesError, match="copies_damaged") as caught:
        made(copied)
    assert hurt.name in caught.value.sentence
    hurt.unlink()
    with pytest.raises(CopiesError, match="copies_damaged"):
        made(copied)
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.glob(".*.wacz*")] == []


paths = st.lists(st.sampled_from(["a", "B", "page.html", "é", "x-1"]), max_size=4)
queries = st.lists(st.sampled_from(["b=2", "a=1", "C", "q=%C3%A9"]), max_size=3)


@given(
    scheme=st.sampled_from(["http", "https"]),
    host=st.sampled_from(["exemple.fr", "www.exemple.fr", "a.b.gouv.fr", "xn--co-9ia.fr"]),
    path=paths,
    query=queries,
    slash=st.booleans(),
)
def test_addresses_are_sorted_as_the_wayback_machine_sorts_them(
    scheme: str, host: str, path: list[str], query: list[str], slash: bool
) -> None:
    """By the library that does it, which is not under a licence that we could use."""
    from perenne.domain.urls import requested  # noqa: PLC0415 - beside its use

    written = f"{scheme}://{host}/{'/'.join(path)}" + ("/" if slash and path else "")
    url = requested(written + (f"?{'&'.join(query)}" if query else ""))
    assert url_key(url) == surt(url)
