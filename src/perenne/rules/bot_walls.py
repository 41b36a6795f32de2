"""Walls against programs, by their sure signs only.

What good pages carry too (``server: cloudflare``, ``_abck``, ``datadome=`` cookies,
``/cdn-cgi/challenge-platform/``, ``_Incapsula_Resource`` at a page's end) is no sign. Facts:
developers.cloudflare.com (cf-mitigated), microlinkhq/is-antibot `providers.json` (2026-08),
gist chrisvanpatten dc02f0d5 (Akamai's reference numbers), datagouv/hydra #460 (F5).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from http import HTTPStatus

from perenne.domain.cases import Case, Look
from perenne.domain.exchanges import Exchange
from perenne.domain.urls import host_of
from perenne.domain.verdicts import VerdictKind
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import answered_look
from perenne.rules.words import plain

_LARGEST_WALL = 100_000
"""Bytes. Challenge pages have 2 to 30 kB: beyond, a 200 is a real page whatever it embeds."""

_LONGEST_WALL = 1_000
"""Characters of main text: an article that quotes a wall says more."""

_TINY_TEXT = 300
_TINY_BODY = 5_000
"""Characters and bytes: an Imperva stub is one script, an Anubis page a few words."""

_REFUSED = {401, 403, 405, 429, 503}
_DENIED_BY_AKAMAI = re.compile(r"reference #18\.")
"""18 is a denial; 6, 11 and 97 are failures of the site behind."""

Sign = Callable[[Look], bool]


def _cloudflare(look: Look) -> bool:
    exchange, title = look.exchange, plain(look.page.title)
    if exchange.header("cf-mitigated").lower() == "challenge":
        return True
    if exchange.status not in _REFUSED:
        return False
    known = title.startswith(("just a moment", "attention required! | cloudflare"))
    marks = (b"_cf_chl_opt", b"cf-browser-verification", b"cf-error-details")
    blocked = "sorry, you have been blocked" in plain(look.page.text)
    return known or blocked or _holds(exchange, *marks)


def _datadome(look: Look) -> bool:
    exchange = look.exchange
    protected = exchange.header("x-datadome").lower() in ("", "protected")
    signed = exchange.header("x-dd-b") in ("1", "2") or exchange.header("x-datadome-cid")
    refused = exchange.status in _REFUSED
    return refused and bool(signed or not protected or _holds(exchange, b"captcha-delivery.com"))


def _akamai(look: Look) -> bool:
    if look.exchange.status not in _REFUSED:
        return False
    text = plain(f"{look.page.title} {look.page.text}")
    return "access denied" in text and bool(_DENIED_BY_AKAMAI.search(text))


def _imperva(look: Look) -> bool:
    stub = _tiny(look) and _holds(look.exchange, b"_Incapsula_Resource?")
    told = "Request unsuccessful. Incapsula incident ID" in look.page.text
    return stub or (told and _short(look))


def _perimeterx(look: Look) -> bool:
    denied = "access to this page has been denied" in plain(look.page.title)
    return denied and _holds(look.exchange, b"px-captcha", b"_pxAppId")


def _aws(look: Look) -> bool:
    exchange = look.exchange
    if exchange.header("x-amzn-waf-action").lower() in ("challenge", "captcha"):
        return True
    if (
        exchange.status == HTTPStatus.FORBIDDEN
        and "error from cloudfront" in exchange.header("x-cache").lower()
    ):
        return "request could not be satisfied" in plain(look.page.text)
    return exchange.status in _REFUSED and _holds(exchange, b"awswaf.com")


def _vercel(look: Look) -> bool:
    return look.exchange.header("x-vercel-mitigated").lower() in ("challenge", "deny")


def _anubis(look: Look) -> bool:
    known = "anubis_challenge" in look.page.classes
    return known or (_tiny(look) and _holds(look.exchange, b"/.within.website/x/cmd/anubis/"))


def _sucuri(look: Look) -> bool:
    heading = plain(f"{look.page.title} {look.page.h1}")
    return look.exchange.status in _REFUSED and "sucuri website firewall" in heading


def _kasada(look: Look) -> bool:
    names = look.exchange.last.headers
    return look.exchange.status in _REFUSED and any(name.startswith("x-kpsdk") for name in names)


def _f5(look: Look) -> bool:
    titled = "request rejected" in plain(look.page.title)
    return titled and _short(look) and "support id" in plain(look.page.text)


def _reblaze(look: Look) -> bool:
    return look.exchange.status in _REFUSED and _holds(look.exchange, b"Protected by Reblaze")


_WALLS: tuple[tuple[str, Sign], ...] = (
    ("Cloudflare", _cloudflare),
    ("DataDome", _datadome),
    ("Akamai", _akamai),
    ("Imperva", _imperva),
    ("PerimeterX", _perimeterx),
    ("AWS WAF", _aws),
    ("Vercel", _vercel),
    ("Anubis", _anubis),
    ("Sucuri", _sucuri),
    ("Kasada", _kasada),
    ("F5", _f5),
    ("Reblaze", _reblaze),
)
_WALL_HOSTS = {"geo.captcha-delivery.com": "DataDome", "validate.perfdrive.com": "Radware"}
"""Where a wall sends a program by a redirect."""


def bot_wall(case: Case) -> Answer:
    """A wall against programs, signed by its vendor."""
    look = answered_look(case)
    vendor = _vendor(look) if look else ""
    return conclude(VerdictKind.BLOCKED, "bot_wall", "bot_wall", vendor) if vendor else None


def _vendor(look: Look) -> str:
    if look.exchange.status == HTTPStatus.OK and len(look.exchange.body) > _LARGEST_WALL:
        return ""
    by_host = _WALL_HOSTS.get(host_of(look.exchange.final_url), "")
    return by_host or next((vendor for vendor, sign in _WALLS if sign(look)), "")


def _holds(exchange: Exchange, *marks: bytes) -> bool:
    start = exchange.body[:_LARGEST_WALL]
    return any(mark in start for mark in marks)


def _short(look: Look) -> bool:
    return len(look.page.main_text) < _LONGEST_WALL


def _tiny(look: Look) -> bool:
    return len(look.page.text) < _TINY_TEXT and len(look.exchange.body) < _TINY_BODY
