"""Two addresses compared: the same page, the same document elsewhere, or something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote_plus

import ada_url
import tldextract

from perenne.domain.urls import link_key
from perenne.rules.words import plain, recall, words

_SUFFIXES = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
"""The list that ships with the library: no request, no file written."""

_HOME_NAME = re.compile(r"(?:index|default|accueil|home|welcome)(?:\.(?:html?|php\d?|aspx?|jsp))?")
_LANGUAGE = re.compile(
    r"(?:fr|en|de|es|it|nl|pt|ca|eu|br|oc|co|pl|ro|ru|ar|zh|ja)(?:[-_][a-z]{2})?"
)
_INDEX = re.compile(r"(?:index|default)\.(?:html?|php\d?|aspx?|jsp)")
_EXTENSION = re.compile(r"\.[A-Za-z]{3,5}$")
_IDENTIFIER = re.compile(r"(?<!\d)\d{4,}(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_KEPT_SLUG = 0.6
_LONG_ENOUGH = 8


@dataclass(frozen=True, slots=True)
class Address:
    """The parts that are compared: host without www, path segments decoded, query pairs."""

    host: str
    segments: tuple[str, ...]
    query: tuple[str, ...]

    @property
    def domain(self) -> str:
        """Return the registrable domain, or the host where there is none."""
        return _SUFFIXES(self.host).top_domain_under_public_suffix or self.host

    @property
    def path(self) -> str:
        """Return the path, decoded, without a slash at its end; "/" for the root."""
        return "/" + "/".join(self.segments)

    @property
    def shown(self) -> str:
        """Return host and path: what is told of an address whose query may change nightly."""
        return self.host + self.path


@lru_cache(maxsize=256)  # every rule on redirects compares the same few addresses
def address(url: str) -> Address:
    """Take a URL apart; one that cannot be parsed has an empty host."""
    try:
        parsed = ada_url.URL(link_key(url))
    except ValueError:
        return Address("", (), ())
    segments = [unquote_plus(part) for part in parsed.pathname.split("/") if part]
    if segments and _INDEX.fullmatch(segments[-1].lower()):
        segments.pop()
    query = tuple(sorted(part for part in parsed.search[1:].split("&") if part))
    return Address(parsed.hostname.removeprefix("www."), tuple(segments), query)


def is_home(place: Address, home_paths: tuple[str, ...] = ()) -> bool:
    """Tell whether an address is a home page: the root, that of a language, /accueil and such."""
    if place.path in {path.rstrip("/") or "/" for path in home_paths}:
        return not place.query
    names = [part.lower() for part in place.segments]
    if names and _LANGUAGE.fullmatch(names[0]):
        names = names[1:]
    named_home = len(names) == 1 and _HOME_NAME.fullmatch(names[0])
    return not place.query and bool(not names or named_home)


def same_address(old: Address, new: Address) -> bool:
    """Tell whether only scheme, www, a trailing slash or index.html set them apart.

    A query may grow, and get lost where the path alone already names the document.
    """
    same_path = old.host == new.host and old.segments == new.segments
    return same_path and (_keeps_query(old, new) or _speaks(old))


def same_document(old: Address, new: Address) -> bool:
    """Tell whether the new address keeps what identifies the document: path, slug or number."""
    if not old.segments:
        return False
    if old.segments == new.segments and _keeps_query(old, new):
        return True
    return _keeps_slug(old, new) or _keeps_identifier(old, new) or _became_host(old, new)


def slug_words(url: str) -> frozenset[str]:
    """Return the words of the last speaking segment of an address."""
    for segment in reversed(address(url).segments):
        name = _EXTENSION.sub("", segment)
        found = frozenset(word for word in words(name) if not word.isdigit())
        if len(found) > 1:
            return found
    return frozenset()


def _keeps_query(old: Address, new: Address) -> bool:
    return set(old.query) <= set(new.query)


def _speaks(place: Address) -> bool:
    return bool(place.segments) and len(words(place.segments[-1])) > 1


def _keeps_slug(old: Address, new: Address) -> bool:
    """Compare last segments, by words or squeezed: `de-l-etat` may become `de-letat`."""
    slug, path = old.segments[-1], " ".join(new.segments)
    if len(_squeezed(slug)) < _LONG_ENOUGH:
        return False
    return _squeezed(slug) in _squeezed(path) or (
        len(words(slug)) > 1 and recall(words(slug), words(path)) >= _KEPT_SLUG
    )


def _squeezed(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", plain(text))


def _keeps_identifier(old: Address, new: Address) -> bool:
    return bool(_identifiers(old) & _identifiers(new))


def _identifiers(place: Address) -> set[str]:
    found = _IDENTIFIER.findall(" ".join((*place.segments, *place.query)))
    return {number for number in found if not _YEAR.fullmatch(number)}


def _became_host(old: Address, new: Address) -> bool:
    """Tell whether /lab became lab.example.fr."""
    return plain(old.segments[-1]) in new.host.split(".")[:-1]
