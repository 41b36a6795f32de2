"""Bytes: what they are, in which characters, and that none of them is too much."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perenne.domain.exchanges import Exchange, Hop
from perenne.domain.pages import Page, PageKind
from perenne.pages import read_page

FRENCH = "<html><head><title>Été à Nîmes — l’œuvre</title></head><body>déjà vu</body></html>"
TITLE = "Été à Nîmes — l’œuvre"


def read(body: bytes, content_type: str = "", **headers: str) -> Page:
    """Return the facts of a body announced as `content_type`."""
    given = {"content-type": content_type, **headers} if content_type else dict(headers)
    return read_page(Exchange((Hop("https://exemple.fr/a", 200, given),), body=body))


@pytest.mark.parametrize(
    ("body", "content_type", "kind"),
    [
        (b"", "text/html", PageKind.EMPTY),
        (b" \r\n\x00\xef\xbb\xbf", "text/html", PageKind.EMPTY),
        (b" " * 5000 + b"x", "text/html", PageKind.BINARY),
        (b"%PDF-1.7\n", "text/html", PageKind.PDF),
        (b"\r\n\r\nGarbage\n%PDF-1.4", "application/pdf", PageKind.PDF),
        (b"<!DOCTYPE html><p>%PDF-1.4", "application/pdf", PageKind.HTML),
        (b"<html>", "application/pdf", PageKind.HTML),
        (b"\xef\xbb\xbf<HTML >", "", PageKind.HTML),
        (b"<?xml version='1.0'?><html xmlns='x'>", "application/xhtml+xml", PageKind.HTML),
        (b"<?xml version='1.0'?><rss><title>x</title></rss>", "application/rss+xml", PageKind.TEXT),
        (b'{"error": "<p >"}', "application/json", PageKind.TEXT),
        (b'{"error": 404}', "text/html", PageKind.TEXT),
        (b"Bonjour", "text/html; charset=utf-8", PageKind.HTML),
        (b"Bonjour", "text/plain", PageKind.TEXT),
        (b"Bonjour", "", PageKind.TEXT),
        (b"\x89PNG\r\n\x1a\n", "text/html", PageKind.BINARY),
        (b"PK\x03\x04", "application/pdf", PageKind.BINARY),
        (b"\x00\x00\x00\x18ftypmp42", "video/mp4", PageKind.BINARY),
        (b"GIF89a", "", PageKind.BINARY),
        (b"a\x00b\x00c", "text/html", PageKind.BINARY),
        ("<html>é".encode("utf-16"), "text/html", PageKind.HTML),
        ("<html>é".encode("utf-16-le"), "text/html; charset=utf-16le", PageKind.HTML),
    ],
)
def test_a_body_is_what_its_first_bytes_say(body: bytes, content_type: str, kind: PageKind) -> None:
    """Names and announced types lie too often."""
    assert read(body, content_type).kind is kind


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (FRENCH.encode(), "text/html; charset=utf-8"),
        (FRENCH.encode(), "text/html"),
        (FRENCH.encode(), 'text/html; charset="UTF8"'),
        (b"\xef\xbb\xbf" + FRENCH.encode(), "text/html; charset=iso-8859-1"),
        (FRENCH.encode(), "text/html; charset=iso-8859-1"),
        (FRENCH.encode("cp1252"), "text/html; charset=iso-8859-1"),
        (FRENCH.encode("cp1252"), "text/html; charset=windows-1252"),
        (FRENCH.encode("cp1252"), "text/html"),
        (FRENCH.encode("cp1252"), "text/html; charset=utf-8"),
        (FRENCH.encode("cp1252"), "text/html; charset=inconnu"),
        (FRENCH.encode("cp1252"), "text/html; charset=iso-8859-99"),
        (FRENCH.encode("cp1252"), "text/html; charset=unicode_escape"),
        (FRENCH.encode("mac-roman"), "text/html; charset=macintosh"),
        (FRENCH.encode("utf-16"), "text/html"),
        (b"<meta charset='macintosh'>" + FRENCH.encode("mac-roman"), "text/html"),
        (b"<meta charset=utf-16>" + FRENCH.encode(), "text/html"),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=macintosh">'
            + FRENCH.encode("mac-roman"),
            "",
        ),
        (b"<?xml version='1.0' encoding='macintosh'?>" + FRENCH.encode("mac-roman"), "text/html"),
    ],
)
def test_characters_are_read_whatever_was_announced(body: bytes, content_type: str) -> None:
    """Byte order mark, header, meta, then UTF-8 if it fits, else Windows-1252."""
    assert read(body, content_type).title == TITLE


def test_a_character_cut_by_our_own_bound_spoils_nothing() -> None:
    """A body longer than we read ends anywhere."""
    page = read(FRENCH.encode() + "é".encode()[:1], "text/html")
    assert page.title == TITLE


def test_of_a_page_without_end_the_beginning_is_read() -> None:
    """As long as any page that is read by people, and no longer."""
    last = b"<link rel=canonical href='https://a.example/'>"
    read_whole, read_in_part = (
        read(b"<title>Une page</title>" + b"<p>mot</p>" * times + last, "text/html")
        for times in (10_000, 500_000)
    )
    assert read_whole.title == read_in_part.title == "Une page"
    assert (read_whole.canonical, read_in_part.canonical) == ("https://a.example/", "")


def test_bytes_that_no_charset_has_are_replaced() -> None:
    """0x81 is not in Windows-1252, and alone is not UTF-8."""
    page = read(b"<title>\x81 et \xe9</title>", "text/html; charset=windows-1252")
    assert page.title.endswith("et é")


def test_a_plain_text_is_its_own_main_text() -> None:
    """White space folded."""
    page = read("Procès-verbal\n\n  de séance".encode("cp1252"), "text/plain")
    assert page.text == page.main_text == "Procès-verbal de séance"
    assert page.fingerprint


def test_a_file_is_told_from_another_by_its_first_bytes_and_length() -> None:
    """Only the beginning of a PDF is read."""
    headers = {"content-length": "10", "x-robots-tag": "noarchive"}
    first = read(b"%PDF-1.4", "application/pdf", **headers)
    assert first.robots == "noarchive"
    assert first.fingerprint != read(b"%PDF-1.4", **{"content-length": "11"}).fingerprint
    assert read(b"").fingerprint == ""


CHARSETS = st.sampled_from(["", "utf-8", "utf-16", "cp1252", "big5", "iso-2022-jp", "hex", "idna"])
SOUP = st.lists(
    st.sampled_from(
        [
            "<html>",
            "<frameset><frame src=//x>",
            "<h1 class>",
            "</p>",
            "<form><h1>",
            "<svg><title>",
            "<template>",
            '<script type="application/ld+json">{"isAccessibleForFree":',
            "<meta http-equiv=refresh content='0;url=",
            '<div typeof=Course data-props="courseRuns',
            "<a href='//[::1]'",
            "&#xD800;",
            "\x00",
            "texte",
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | SOUP.map(str.encode), CHARSETS, st.text(max_size=10))
def test_no_bytes_make_it_raise(body: bytes, charset: str, noise: str) -> None:
    """And what comes out can be stored: no lone surrogates."""
    page = read(body, f"text/html; charset={charset}{noise}", refresh=noise)
    assert (page.title + page.text + page.h1 + page.refresh).encode() is not None
    assert (page.kind is PageKind.EMPTY) <= (page.text == "")


def test_deep_nesting_is_read() -> None:
    """Ten thousand elements in each other, none closed."""
    assert read(b"<b><i>" * 5000 + b"fond", "text/html").text == "fond"
