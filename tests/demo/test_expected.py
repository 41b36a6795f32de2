"""The table of facts says what the simulated sites do, night after night."""

from __future__ import annotations

import re
import socket
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from perenne.demo.expected import EXPECTED, Expectation, expected
from perenne.domain.verdicts import VerdictKind as V

if TYPE_CHECKING:
    from tests.demo.demo_reader import Reader, Reply


def _about(fragment: str) -> str:
    (found,) = [e.url for e in EXPECTED if fragment in e.url]
    return found


def _facts(reader: Reader, url: str, night: int) -> V:
    """Read off the answers what a careful human would."""
    reader.web.night = night
    try:
        route, reply = reader.follow(url)
        if reply.status == 503:
            route, reply = reader.follow(url)
    except socket.gaierror:
        return V.DNS
    return _seen(url, route, reply)


def _seen(url: str, route: list[str], reply: Reply) -> V:
    if reply.status in (404, 403):
        return {404: V.NOT_FOUND, 403: V.BLOCKED}[reply.status]
    text = "" if reply.body.startswith(b"%PDF-") else reply.text
    if "à vendre" in text:
        return V.PARKED
    signs = ("Pour lire l’intégralité", "notYet", "qiota-paywall", 'action="/user/login"')
    if any(sign in text for sign in signs):
        return V.RESTRICTED
    if "dailymotion" in url:
        return V.MEDIA_REMOVED
    if "fun-mooc" in url:
        return _course(text)
    return _elsewhere(url, route)


def _course(text: str) -> V:
    if 'property="courseCode"' not in text:
        return V.SOFT_404
    ends = re.findall(r'property="endDate" content="(\d{4})', text)
    return V.COURSE_CLOSED if max(ends) < "2026" else V.MOVED


def _elsewhere(url: str, route: list[str]) -> V:
    before, after = urlsplit(url), urlsplit(route[-1])
    if unquote(before.path) != unquote(after.path):
        return V.SOFT_404
    return V.OK if before.hostname == after.hostname else V.MOVED


@pytest.mark.parametrize("night", [1, 2, 3, 4])
def test_the_table_agrees_with_what_the_sites_do(reader: Reader, night: int) -> None:
    """Every verdict expected follows from what a reader of the simulated web meets."""
    found = {e.url: _facts(reader, e.url, night) for e in EXPECTED}
    assert found == {e.url: e.verdict(night) for e in EXPECTED}


def test_the_table_holds_all_addresses_of_the_dossier_once() -> None:
    """There are 41 of them, and every family of verdicts is met."""
    urls = [e.url for e in EXPECTED]
    assert len(urls) == len(set(urls)) == 41
    assert {e.verdict(1).family.value for e in EXPECTED} == {"alive", "undecided", "broken"}


def test_something_dies_and_something_recovers_on_a_later_night() -> None:
    """The last verdict of the table holds on for all nights to come."""
    died, recovered = _about("CNAM+01023"), _about("la-27-quoi")
    assert [expected(died, night) for night in (2, 3, 9)] == [V.MOVED, V.SOFT_404, V.SOFT_404]
    assert [expected(recovered, night) for night in (1, 3, 4)] == [V.NOT_FOUND, V.NOT_FOUND, V.OK]
    assert Expectation("x", (V.OK, V.GONE), "").verdict(7) is V.GONE
