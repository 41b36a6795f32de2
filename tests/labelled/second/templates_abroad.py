"""Imitations of pages in other languages: squatters' landing pages and foreign partners."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tests.labelled.second.templates_filler import blocks, css, script


def landing(
    title: str, texts: Iterable[str], words: Iterable[str], *, lang: str, kb: float = 20
) -> bytes:
    """Return a page whose every word is in its own language; `words` fill menu and footer."""
    words = tuple(words)
    links = "".join(f'<li><a href="/{n}">{w}</a></li>' for n, w in enumerate(words))
    return f"""<!DOCTYPE html><html lang="{lang}" itemscope itemtype="https://schema.org/WebPage"><head>
<meta charset="utf-8"><title>{escape(title, quote=False)}</title><style>{css(kb / 2)}</style></head>
<body class="landing"><header><ul>{links}</ul></header><section class="hero"><h1>{escape(title, quote=False)}</h1>
{blocks(texts)}</section><footer><ul>{links}</ul></footer>{script(kb / 2)}</body></html>""".encode()
