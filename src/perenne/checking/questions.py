"""How each question of the judge is put to the web, and its answer joined to the case."""

from __future__ import annotations

import secrets
from dataclasses import replace
from urllib.parse import urlsplit, urlunsplit

from perenne.domain.cases import Ask, AskKind, Case, Look
from perenne.rules.looks import served_look


def address(ask: Ask, url: str) -> str:
    """Return the address to request for a question about `url`."""
    if ask.kind is AskKind.SIBLING:
        return _sibling(ask.url or url)
    return ask.url or url


def with_answer(case: Case, ask: Ask, look: Look) -> Case:
    """Return the case with one more look; where a page led is one chain with what led there."""
    first = served_look(case) if ask.kind is AskKind.FOLLOW else None
    if first is not None:
        look = replace(look, exchange=look.exchange.after(first.exchange))
    return replace(case, looks=(*case.looks, look))


def _sibling(url: str) -> str:
    """Return an address beside `url` that cannot exist.

    Same parent, 25 random letters (Bar-Yossef et al., *Sic transit gloria telae*, WWW 2004).
    """
    parts = urlsplit(url)
    parent = parts.path.rstrip("/").rpartition("/")[0]
    letters = "".join(secrets.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(25))
    return urlunsplit((parts.scheme, parts.netloc, f"{parent}/{letters}", "", ""))
