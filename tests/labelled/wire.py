"""Builders of exchanges: hops, chains of redirects, failures, and further looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from perenne.domain.cases import AskKind
from perenne.domain.exchanges import Exchange, Failure, Hop, Variant
from tests.labelled.pages import page

HTML = "text/html; charset=utf-8"
Step = tuple[str, int]
"""An address and the status of the redirect it answered with."""


def hop(
    url: str,
    status: int | None = 200,
    *,
    headers: Mapping[str, str] | None = None,
    failure: Failure | None = None,
) -> Hop:
    """Return one request and its answer."""
    return Hop(
        url,
        status,
        {"date": "Tue, 03 Mar 2026 02:14:07 GMT", **(headers or {})} if status else {},
        failure,
        seconds=0.31,
        permanent=status in {301, 308},
    )


def chain(steps: Iterable[Step], target: str) -> tuple[Hop, ...]:
    """Return the redirects that lead to `target`."""
    steps = tuple(steps)
    if not steps:
        return ()
    targets = [*(url for url, _ in steps[1:]), target]
    return tuple(
        hop(url, status, headers={"location": to, "content-type": HTML, "content-length": "0"})
        for (url, status), to in zip(steps, targets, strict=True)
    )


def seen(
    url: str,
    body: bytes = b"",
    status: int = 200,
    *,
    via: Iterable[Step] = (),
    headers: Mapping[str, str] | None = None,
    truncated: bool = False,
    incomplete: bool = False,
) -> Exchange:
    """Return an exchange that ended with an answer of `url`."""
    given = {"content-type": HTML, "server": "nginx", **(headers or {})}
    return Exchange(
        (*chain(via, url), hop(url, status, headers={k: v for k, v in given.items() if v})),
        body=body,
        truncated=truncated,
        incomplete=incomplete,
    )


def failed(url: str, failure: Failure, *, via: Iterable[Step] = ()) -> Exchange:
    """Return an exchange that ended without an answer."""
    return Exchange((*chain(via, url), hop(url, None, failure=failure)))


def looks(
    *,
    browser: Exchange | None = None,
    sibling: Exchange | None = None,
    media: Exchange | None = None,
    unverified: Exchange | None = None,
    second: Exchange | None = None,
) -> dict[AskKind, Exchange]:
    """Return what further looks would give, each marked as what it is."""
    given = (
        (AskKind.BROWSER_LIKE, Variant.BROWSER_LIKE, browser),
        (AskKind.SIBLING, Variant.SIBLING, sibling),
        (AskKind.MEDIA, Variant.MEDIA, media),
        (AskKind.UNVERIFIED, Variant.UNVERIFIED, unverified),
        (AskKind.SECOND_OPINION, Variant.SECOND, second),
    )
    return {
        kind: replace(exchange, variant=variant)
        for kind, variant, exchange in given
        if exchange is not None
    }


def beside(url: str) -> str:
    """Return the address of a sibling that cannot exist."""
    parts = urlsplit(url)
    parent = parts.path.rstrip("/").rpartition("/")[0]
    return f"{parts.scheme}://{parts.netloc}{parent}/kqzvwtjxhbnplrgdmcysfaeui"


def absent(url: str) -> Exchange:
    """Return what a well-kept server says of a sibling that does not exist: a real 404."""
    body = page(
        "Page non trouvée",
        paragraphs=("La page que vous cherchez n'existe pas ou n'existe plus.",),
        kb=2,
    )
    return seen(beside(url), body, 404)
