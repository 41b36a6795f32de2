"""Behind an address that only counts the click, what was meant is where it leads."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.dossiers import read_bytes
from perenne.dossiers.addresses.redirectors import target

PAGE = "https://www.exemple.fr/eau?page=2&lang=fr"
ESCAPED = quote(PAGE, safe="")
BEHIND = f"https://l.facebook.com/l.php?u={ESCAPED}&h=AT0"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.google.com/url?sa=t&source=web&url={ESCAPED}&usg=AOvVaw0",
        f"https://www.google.fr/url?q={ESCAPED}&sa=D",
        f"https://eur01.safelinks.protection.outlook.com/?url={ESCAPED}&data=05%7C01&reserved=0",
        BEHIND,
        f"https://www.youtube.com/redirect?event=video_description&q={ESCAPED}",
        f"https://www.linkedin.com/safety/go?url={ESCAPED}&trk=flagship",
        f"https://deref-gmx.fr/mail/client/AbC/dereferrer/?redirectUrl={ESCAPED}",
        f"https://urldefense.com/v3/__{PAGE}__;!!AbC!xyz$",
        f"https://www.google.com/url?q={quote(BEHIND, safe='')}",
    ],
)
def test_the_target_is_the_address(address: str) -> None:
    """It is cited as it was written, and requested where it leads."""
    dossier = read_bytes(f"Un titre\n\nRevue, 2019\n\n<{address}>\n".encode(), "x")
    [citation] = dossier.citations
    assert (citation.as_written, citation.url) == (address, PAGE)


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.google.com/search?q={ESCAPED}",
        f"https://www.exemple.fr/url?q={ESCAPED}",
        f"https://notgoogle.com/url?q={ESCAPED}",
        "https://www.google.com/url?q=eau",
        "https://www.youtube.com/watch?v=abc",
        "https://urldefense.com/v3/__https://www.exemple.fr/*eau__;w6k!!AbC$",
        "https://web.archive.org/web/2019/https://www.exemple.fr/eau",
    ],
)
def test_what_leads_nowhere_else_is_left(address: str) -> None:
    """A search, another site, a code that hides letters, an archive."""
    assert target(address) == address


@given(st.text(max_size=80))
def test_no_text_fails(text: str) -> None:
    """Whatever stands behind the sign for a target."""
    for address in (text, f"https://{text}", f"https://www.google.com/url?q={text}"):
        assert isinstance(target(address), str)
