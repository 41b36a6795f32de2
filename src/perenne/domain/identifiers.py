"""Identifiers of documents → the address at which their resolver answers.

DOI (ISO 26324, doi.org), identifiers of HAL (hal.science), ARK (RFC draft kunze-ark, n2t.net).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOT_IN_ONE = r"\s<>\"«»“”`"
_DOI = rf"10\.\d{{4,9}}(?:\.\d+)*/[^{_NOT_IN_ONE}]+"
_PORTALS = (
    r"hal(?:-[a-z]{2,12}|shs)?|tel|cel|dumas|medihal|memsic|inria|inserm|pastel|insu|lirmm|ird|"
    r"cirad|anses|ineris|emse|ijn|edutice|hprints|artxibo|in2p3|sic|mem"
)
"""What identifiers of HAL begin with; eight figures follow (doc.hal.science)."""
_HAL = rf"(?:{_PORTALS})[-_]\d{{8}}(?:v\d{{1,2}})?(?![\w@])"
_ARK = rf"ark:/?\d{{5,9}}/[^{_NOT_IN_ONE}]+"

IN_PROSE = (
    rf"(?:\bdoi(?:\s?:\s?|\s)(?:(?:dx\.)?doi\.org/)?|\b(?:dx\.)?doi\.org/){_DOI}"
    rf"|(?<![\w.@-])(?:hal\.science/|\w{{3,9}}\.archives-ouvertes\.fr/)?{_HAL}"
    rf"|(?<![\w.@-])(?:[a-z]{{3,10}}\.bnf\.fr/)?{_ARK}"
)
"""Matches one in a text (no group in it, case ignored): a DOI counts only when it is called so."""

_BARE = re.compile(
    rf"(?P<doi>10\.\d{{4,9}}(?:\.\d+)*/\S+|10/[a-z0-9]+)|(?P<hal>{_HAL})|(?P<ark>{_ARK})",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\s*(?:(?!ark:/?\d)(?:doi|hal(?:\s?id)?|ark)(?:\s*[:=]\s*|\s+))?(?P<site>[a-z][\w.-]*\.[a-z]{2,}/)?",
    re.IGNORECASE,
)
_OF_RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/(10\.\S+/\S+)", re.IGNORECASE)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_HANDLE = re.compile(
    r"(?:hdl:\s?|(?:https?://)?(?:www\.)?hdl\.handle\.net/)(?P<handle>\d[\d.]*/[\w.:;()/-]+)",
    re.IGNORECASE,
)
_RESOLVERS = {"doi.org": "DOI", "hal.science": "HAL", "hdl.handle.net": "Handle"}
_KEPT_IN_DOI = "/:;().,-_~!$&'*+=@[]"
"""What need not be escaped in the path of a URL, brackets as browsers leave them."""


def resolved(text: str) -> str:
    """Return the address of an identifier; "" where the text is something else.

    The text is a field made for identifiers, or what `IN_PROSE` matched: a DOI may stand alone.
    """
    called = _CALLED.match(text)
    start = called.end() if called else 0
    found = _BARE.fullmatch(text.rstrip(), start)
    if found is None:
        return ""
    if found["doi"]:
        return f"https://doi.org/{quote(found['doi'], safe=_KEPT_IN_DOI)}"
    if found["hal"]:
        return f"https://hal.science/{found['hal']}"
    site = called["site"] if called else None
    return f"https://{site or 'n2t.net/'}{found['ark']}"


def for_fields(changes: Mapping[str, str]) -> dict[str, str]:
    """Return the changes that may be made in fields of their own kind.

    A bare identifier stands in a field for identifiers, where an ordinary address has no place:
    such a change is left out. Another DOI is written as bare as the old one was.
    """
    made = {old: bare_doi(new) if is_bare(old) else new for old, new in changes.items()}
    return {old: new for old, new in made.items() if new}


def is_bare(text: str) -> bool:
    """Tell an identifier that is written without the address of its resolver."""
    return "://" not in text and not text.lower().startswith("www.") and bool(resolved(text))


def bare_doi(url: str) -> str:
    """Return the DOI to which an address of its resolver leads, "" for another address."""
    found = _OF_RESOLVER.fullmatch(url)
    return unquote(found[1]) if found else ""


def permanent(text: str) -> str:
    """Return the resolver's address of an identifier given bare or as an address; "" for others.

    Handles (RFC 3650) count only when they are called so, or under their resolver's name.
    """
    bare = _SCHEME.sub("", text.strip())
    handle = _HANDLE.fullmatch(bare)
    if handle:
        return f"https://hdl.handle.net/{handle['handle']}"
    return resolved(unquote(bare) if "%" in bare else bare)


def name_of(url: str) -> str:
    """Return the name of the identifier that an address resolves; "" for other addresses."""
    if not permanent(url):
        return ""
    host = urlsplit(url).hostname or ""
    return _RESOLVERS.get(host.removeprefix("dx."), "ARK")
