"""Where a page sends its readers by itself: a meta refresh, or a script that does nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_REFRESH = re.compile(
    r"\s*(\d{1,6})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?+[\"']?([^\"']*)", re.IGNORECASE
)
_LONGEST_DELAY = 10
"""Seconds. What waits longer reloads a news page or logs an idle reader out."""

_LONGEST_SCRIPT = 600
"""Characters. A script that only sends readers on is a line or two."""

_GIVEN = r"[\"']([^\"'\s<>]+)[\"']"
_SCRIPT = re.compile(
    r"\s*(?:(?://\s*)?<!--.*|//\s*<!\[CDATA\[.*|/\*.*?\*/|[\"']use strict[\"'];?)?\s*"
    r"(?:setTimeout\s*\(\s*(?:function\s*\(\s*\)\s*\{|\(\s*\)\s*=>\s*\{?|[\"'])\s*|"
    r"(?:window\.)?onload\s*=\s*(?:function\s*\(\s*\)\s*\{|\(\s*\)\s*=>\s*\{?)\s*|"
    r"\(\s*function\s*\(\s*\)\s*\{\s*)?"
    r"(?:(?:window|document|self|top|parent)\.)*location"
    rf"(?:(?:\.href)?\s*=\s*{_GIVEN}|\.(?:replace|assign)\s*\(\s*{_GIVEN}\s*\))"
)
"""A script whose first statement leaves the page; what stands under a condition is no such."""


def refresh_of(tree: LexborHTMLParser) -> str:
    """Return the address of a meta refresh that acts at once, as written."""
    node = tree.css_first('meta[http-equiv="refresh" i]')
    return redirect_of(node.attributes.get("content") or "") if node else ""


def redirect_of(content: str) -> str:
    """Return the address in a refresh such as ``0; url=/new``, "" for a reload or a late one."""
    match = _REFRESH.match(content)
    if match is None or int(match[1]) > _LONGEST_DELAY:
        return ""
    return match[2].strip()


def script_redirect(tree: LexborHTMLParser) -> str:
    """Return where the first inline script that leaves the page leads, as written."""
    for node in tree.css("script:not([src])"):
        text = node.text() or ""
        found = _SCRIPT.match(text) if len(text) < _LONGEST_SCRIPT else None
        if found:
            return (found[1] or found[2]).replace("\\/", "/")
    return ""
