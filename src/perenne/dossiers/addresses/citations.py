"""The web addresses in a stretch of text, exactly as their author wrote them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from perenne.domain.identifiers import IN_PROSE, resolved
from perenne.dossiers.addresses.redirectors import target

WRAP = "\N{WORD JOINER}"
"""Stands where a line break of the layout cut an address in two."""

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_NOT_IN_URL = r"\s<>\"«»“”`"
_ADDRESS = re.compile(
    # done with most of a text at once: what follows begins with one of these
    r"(?=[!\[<hmftw])(?:"
    # Markdown: [text](address "title"), one level of brackets inside either
    r"!?\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\]){0,500})\]"
    r"\(\s*(?:<(?P<framed>[^<>\n]*)>|(?P<target>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*))"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
    # what is an address, but not of the web
    rf"|<?(?P<foreign>\b(?:mailto:|ftps?://|file://)[^{_NOT_IN_URL}]+)>?"
    # <address>, cut by line breaks perhaps
    r"|<\s*(?P<angle>(?:https?|www\d?|h{0,2}t{1,3}p{1,2}s{0,2})\s?[:;./][^<>]{1,9000})>"
    # a bare address; French typography puts a space before the colon
    rf"|(?<![A-Za-z0-9])(?P<bare>https?\s?:\s?//[^{_NOT_IN_URL}]+)"
    rf"|(?<![\w@./:-])(?P<www>www\d?\.[\w-]+(?:\.[\w-]+)+(?:[:/?\#][^{_NOT_IN_URL}]*)?)"
    # what was meant as an address: htp://, http//, http:\\, http:www.
    r"|(?<![A-Za-z0-9])(?P<odd>(?:h{0,2}t{1,3}p{1,2}s{0,2}\s?[:;.]\s?(?:/{1,3}|\\{1,2})"
    rf"|h{{1,2}}t{{1,3}}p{{1,2}}s?(?://|:(?=www\.)))[^{_NOT_IN_URL}]+))"
    rf"|\b(?P<identifier>{IN_PROSE})",
    re.IGNORECASE,
)
AUTOLINK = re.compile(r"<(https?://[^<>]+)>", re.IGNORECASE)
"""``<address>``, which is no element of HTML."""
_HINTS = ("//", "](", "\\", "10.", "ark:", "www", "mailto:")
_BARE_HINTS = ("www", "mailto:")
_HINT = re.compile(r"tp{1,2}s{0,2}\s?[:;./]", re.IGNORECASE)
_HAL_HINT = re.compile(r"[a-z][-_]\d{8}", re.IGNORECASE)
"""Without one of these there is no address: most paragraphs are done with at once."""
_WEB_START = re.compile(
    r"\s*(?:https?\s?:\s?//|www\d?\.|h{0,2}t{1,3}p{1,2}s{0,2}[:;/])", re.IGNORECASE
)
_GLUED = re.compile(r"(?<=[\w;,|)])(?<!%[0-9A-Fa-f]{2})https?://", re.IGNORECASE)
_SPACED_SCHEME = re.compile(r"(https?)\s?:\s?//", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([_*&~#()\[\]+.!=|-])")
_CLOSERS = ".,;:!?'’\"*…|\\"
_OPENER = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Found:
    """One address: as written, as it should be requested, and where in the text it begins.

    `cut`: an ellipsis follows, so that the address is not whole.
    """

    as_written: str
    url: str
    start: int
    cut: bool = False


@dataclass(slots=True)
class Extract:
    """A text without its addresses, the addresses, and those that are not of the web."""

    text: str
    found: list[Found] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


def extract(text: str) -> Extract:
    """Take the addresses out of `text`. Never fails; linear in the length of the text."""
    if not _may_hold_one(text):
        return Extract(text)
    result = Extract("")
    kept: list[str] = []
    position = 0
    while match := _ADDRESS.search(text, position):
        kept.append(text[position : match.start()])
        label, end = _take(match, result)
        kept.append(label)
        position = max(end, match.start() + 1)
    kept.append(text[position:])
    result.text = "".join(kept)
    return result


def _may_hold_one(text: str) -> bool:
    lower, parted = text.lower(), "/" in text or "\\" in text
    hinted = any(hint in lower for hint in (_HINTS if parted else _BARE_HINTS))
    return hinted or (parted and bool(_HINT.search(text))) or bool(_HAL_HINT.search(text))


def visible(text: str) -> str:
    """Return `text` without soft hyphens, zero-width and direction marks."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def address(text: str) -> Found:
    """Read a text that is one address and nothing else (an attribute, a line of a list)."""
    return _found(text.strip(), 0)


def is_web(text: str) -> bool:
    """Tell whether a text begins as web addresses do, mistyped ones included."""
    return _WEB_START.match(text) is not None


def _take(match: re.Match[str], result: Extract) -> tuple[str, int]:
    """Note one address; return the text that stays in its place, and where to go on."""
    group = match.lastgroup or ""
    raw, start = match[group], match.start(group)
    if group == "foreign":
        result.foreign.append(raw.rstrip(_CLOSERS + ")]}"))
        return "", match.end()
    if group in ("framed", "target", "label"):
        return _take_link(match, raw, start, result)
    if group == "angle":
        result.found.append(_found(raw.strip(), start))
        return "", match.end()
    if group == "identifier":
        return _take_identifier(_without_closers(raw), start, result)
    glued = [m.start() for m in _GLUED.finditer(raw, 1)] if group == "bare" else []
    for begin, end in pairwise([0, *glued, len(raw)]):
        address = _without_closers(raw[begin:end])
        rest = raw[begin + len(address) : end]
        result.found.append(_found(address, start + begin, cut="…" in rest or "..." in rest))
    return "", match.end() - len(rest)


def _take_identifier(written: str, start: int, result: Extract) -> tuple[str, int]:
    url = resolved(visible(written))
    if url:
        result.found.append(Found(written.replace(WRAP, ""), url, start))
    return "" if url else written, start + len(written)


def _take_link(match: re.Match[str], raw: str, start: int, result: Extract) -> tuple[str, int]:
    label = match["label"]
    if raw.lower().startswith(("mailto:", "ftp:", "ftps:", "file:")):
        result.foreign.append(raw)
    elif is_web(raw):
        result.found.append(_found(raw, start))
        label = "" if is_web(label) else label
    elif url := resolved(raw):
        result.found.append(Found(raw, url, start))
    return label, match.end()


def _found(written: str, start: int, *, cut: bool = False) -> Found:
    url = _ESCAPED.sub(r"\1", visible(written)).replace("&amp;", "&")
    url = re.sub(r"\s*\n\s*", "", url).strip()
    url = _SPACED_SCHEME.sub(r"\1://", url, count=1)
    if url.lower().startswith("www"):
        url = f"http://{url}"  # as word processors do when they make a link of it
    return Found(written.replace(WRAP, ""), target(url), start, cut)


def _without_closers(raw: str) -> str:
    """Drop the punctuation that closes the sentence; keep brackets opened in the address."""
    unopened = {closer: raw.count(closer) - raw.count(o) for closer, o in _OPENER.items()}
    end = len(raw)
    while end:
        last = raw[end - 1]
        if unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif last not in _CLOSERS and last not in "\u200b\u2060\ufeff":
            break
        end -= 1
    return raw[:end]
