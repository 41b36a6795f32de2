"""Who wrote it: ``Title / SURNAME Given, SURNAME Given``, as cataloguers write."""

from __future__ import annotations

import re
from collections import deque

_UPPER = "A-ZÀ-ÖØ-ÞŒŠŽ"
_CAPS = rf"[{_UPPER}][{_UPPER}'’.-]+"
_GIVEN = rf"[{_UPPER}][\w’'.-]*"
_SURNAME = rf"(?:(?:d'|d’|de\s|du\s|van\s|von\s)?{_CAPS}|[{_UPPER}]{{2,}}\w+)"
_PERSON = re.compile(
    rf"(?P<name>{_SURNAME}(?:\s{_SURNAME})*\s{_GIVEN}(?:\s[{_UPPER}]\.?(?!\w))*)(?:\s+(?P<rest>.+))?"
)
_PARTICLE = re.compile(r"(?:d['’]|(?:de|du|des|van|von|di|el)\s)(?:la\s|der\s)?")
_GIVEN_ONLY = re.compile(rf"{_GIVEN}(?:\s{_GIVEN}){{0,2}}")
_CAPS_ONLY = re.compile(rf"{_CAPS}(?:\s{_CAPS})*")
_GIVEN_AND_NEXT = re.compile(rf"{_GIVEN}\s*[,;]\s*{_SURNAME}\b")
_ROLE = re.compile(
    r"\s*[(\[](?:s?dir|coord|éd|ed|trad|ill|préf|collab|rédac|aut)\w*\.?[^)\]]*[)\]]", re.IGNORECASE
)
_ET_AL = re.compile(r"[\s,;]*[(\[]?\bet\s+al(?:ii|\.|\b)[)\]]?\.?$")
_BETWEEN = re.compile(rf"\s*[;,]\s*|\s+(?:et|&)\s+(?=[{_UPPER}]{{2}})")
_SLASH = re.compile(rf"\s/\s*|(?<=\S)/\s+(?=[{_UPPER}]{{2}})|^/\s*")
_NO_NAME = re.compile(r"[?!:«»“”\"\d]|\.\s")
_MOST_WORDS = 12
"""The longest corporate authors seen (ministries, with their directions) have ten words."""


def split(head: str) -> tuple[str, tuple[str, ...]]:
    """Split the head of an entry into its title and its authors (none: the title is all)."""
    slash = _last_slash(head)
    if slash is None:
        return head, ()
    found = names(head[slash.end() :])
    return (head[: slash.start()].rstrip(), found) if found else (head, ())


def names(text: str) -> tuple[str, ...]:
    """Return the authors that `text` lists, () where it is not a list of names."""
    text = _ET_AL.sub("", _ROLE.sub("", text)).strip(" ,;")
    parts = _with_given_names([part for part in _BETWEEN.split(text) if part])
    return tuple(parts) if parts and all(map(_is_name, parts)) else ()


def split_inline(text: str) -> tuple[str, tuple[str, ...], str] | None:
    """Split ``Title / SURNAME Given ; SURNAME Given Publisher`` into its three parts.

    A given name is one word (hyphenated perhaps) with initials; what follows it is the
    publisher's. None where no authors are recognised.
    """
    slash = _last_slash(text)
    if slash is None:
        return None
    authors: list[str] = []
    rest = text[slash.end() :]
    while person := _PERSON.match(rest):
        following = _BETWEEN.search(rest, person.end("name"))
        authors.append(person["name"])
        border = following.start() if following else len(rest)
        source = rest[person.end("name") : border].strip(" ,;")
        rest = rest[following.end() :] if following else ""
        if source:
            rest = f"{source}, {rest}" if rest else source
            break
    return (text[: slash.start()].rstrip(), tuple(authors), rest.strip()) if authors else None


def opens_with_authors(text: str) -> bool:
    """Tell whether `text` is the end of a head: ``/ NAMES`` or ``[Dossier] / NAMES``."""
    return bool(re.match(r"(?:\[[^\]]{1,30}\]\s*)?/\s", text))


def breaks_off(head: str, following: str) -> bool:
    """Tell whether `head` stops amid its authors, and `following` goes on with them."""
    if head.endswith((" /", "\u00a0/")):
        return bool(names(following))
    slash = _last_slash(head)
    if slash is None:
        return False
    listed = head[slash.end() :].rstrip()
    last = _BETWEEN.split(listed)[-1]
    bare = listed.endswith((",", ";")) or _CAPS_ONLY.fullmatch(last)
    return bool(bare and names(f"{listed} {following}"))


def resumes(head: str, following: str) -> bool:
    """Tell whether a line stops within its authors, whom the next line goes on to name."""
    slash = _last_slash(head)
    if slash is None:
        return False
    listed = head[slash.end() :].rstrip()
    if not (listed.endswith((",", ";")) or _CAPS_ONLY.fullmatch(_BETWEEN.split(listed)[-1])):
        return False
    return bool(_PERSON.match(following) or _GIVEN_AND_NEXT.match(following))


def _last_slash(text: str) -> re.Match[str] | None:
    if "/" not in text:  # most texts: nothing is searched in them
        return None
    return next(iter(deque(_SLASH.finditer(text), maxlen=1)), None)


def _with_given_names(parts: list[str]) -> list[str]:
    """Join ``SURNAME, Given``: a given name alone belongs to the surname before it."""
    joined: list[str] = []
    for part in parts:
        alone = _GIVEN_ONLY.fullmatch(part) and not part[:2].isupper()
        if alone and joined and _CAPS_ONLY.fullmatch(joined[-1]):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined


def _is_name(text: str) -> bool:
    words = _PARTICLE.sub("", text).split()
    if not 0 < len(words) <= _MOST_WORDS or _NO_NAME.search(text) or not words[0][0].isupper():
        return False
    capitals = sum(letter.isupper() for letter in words[0])
    return capitals > 1 or sum(word[0].isupper() for word in words) > 1
