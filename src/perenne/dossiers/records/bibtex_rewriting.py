r"""BibTeX with addresses replaced, written in LaTeX's escapes where the old ones were.

In a field for addresses, and in ``\url{}`` and ``\href{}``, letters stand for themselves; in a
text ``%`` would begin a remark, ``&`` part columns. An ordinary address in the place of a DOI
becomes the `url` of an entry that has none.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from perenne.domain.identifiers import bare_doi, for_fields
from perenne.dossiers.addresses.escapes import Escapes, Seen
from perenne.dossiers.addresses.replacing import in_ascii, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TILDE = r"\{\\textasciitilde(?:\{\})?\}|\\textasciitilde(?:\{\})?|\\~(?:\{\})?|\$\\sim\$"
_ESCAPED = re.compile(rf"\{{\\[#$%&_]\}}|\\[#$%&_{{}}]|{_TILDE}")
_SPECIAL = re.compile(r"[#$%&_~]")
_NESTED = r"\{(?:[^{}]|\{[^{}]*\})*\}"
_PLACES = re.compile(
    rf"(?P<identifier>\b(?:doi|eprint|hal_id)\s*=\s*(?:{_NESTED}|\"[^\"]*\"))"
    rf"|\\(?:url|path|nolinkurl|href)\s*{_NESTED}"
    rf"|\b(?:url|link|pdf|bdsk-url-\d)\s*=\s*(?:{_NESTED}|\"[^\"]*\")",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\w+(?P<equals>\s*=\s*)(?P<opening>[{\"])(?P<value>.*)(?P<closing>[}\"])", re.DOTALL
)
_HAS_ADDRESS = re.compile(r"\b(?:url|link)\s*=", re.IGNORECASE)
_ENTRY = re.compile(r"@\w+\s*[{(]")


def rewritten(text: str, changes: Mapping[str, str], done: Counter[str]) -> str:
    """Return the entries; `done` counts where each address stood."""
    keys = {_meant(old): old for old in changes}
    news = {_meant(old): in_ascii(new) for old, new in changes.items()}
    others = for_fields(news)
    dois = {old: doi for old, new in news.items() if (doi := bare_doi(new))}
    counted: Counter[str] = Counter()
    pieces, at = list[str](), 0
    for place in _PLACES.finditer(text):
        pieces.append(replaced(text[at : place.start()], others, counted, _IN_TEXT))
        if place["identifier"]:
            pieces.append(_identifier(text, place, news, dois, counted))
        else:
            pieces.append(replaced(place[0], others, counted, _VERBATIM))
        at = place.end()
    pieces.append(replaced(text[at:], others, counted, _IN_TEXT))
    for meant, times in counted.items():
        done[keys[meant]] += times
    return "".join(pieces)


def _identifier(
    text: str,
    field: re.Match[str],
    changes: Mapping[str, str],
    dois: Mapping[str, str],
    done: Counter[str],
) -> str:
    """Return the field for a DOI and its like with another one, or a field for an address.

    Where the entry has an address already, an ordinary one is left to whoever mends by hand.
    """
    parts = _FIELD.fullmatch(field["identifier"])
    assert parts is not None  # it is what the pattern of places has found
    meant = _meant(parts["value"].strip())
    ordinary = meant in changes and meant not in dois
    if not ordinary or _HAS_ADDRESS.search(text, *_entry_around(text, field.start())):
        return replaced(field[0], dois, done, _VERBATIM)
    done[meant] += 1
    return f"url{parts['equals']}{parts['opening']}{changes[meant]}{parts['closing']}"


def _entry_around(text: str, position: int) -> tuple[int, int]:
    """Return where the entry begins and ends in which something stands."""
    start = text.rfind("@", 0, position)
    while start > 0 and not _ENTRY.match(text, start):
        start = text.rfind("@", 0, start)
    following = _ENTRY.search(text, position)
    return max(start, 0), following.start() if following else len(text)


def _meaning(written: str) -> str:
    if "~" in written or "tilde" in written or "sim" in written:
        return "~"
    return written[1 + written.startswith("{")]


def _meant(written: str) -> str:
    """Return an address, which may be known as it is written in the file, without escapes."""
    return Seen(written, _IN_TEXT).text


def _escaped(new: str) -> str:
    letters = {"~": r"\textasciitilde{}"}
    return _SPECIAL.sub(lambda found: letters.get(found[0], f"\\{found[0]}"), new)


def _as_before(otherwise: Callable[[str], str]) -> Callable[[str, str], str]:
    """Return how to write a new address: in the manner of the old one, where that had one."""

    def write(new: str, old: str) -> str:
        if "\\" in old:
            return _escaped(new)
        return new if _SPECIAL.search(old) else otherwise(new)

    return write


_IN_TEXT = Escapes(_ESCAPED, _meaning, _as_before(_escaped))
_VERBATIM = Escapes(_ESCAPED, _meaning, _as_before(str))
