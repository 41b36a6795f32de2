"""Which of the proposed addresses is meant, when somebody accepts or turns down. Pure.

Exception
└── ChoiceError    with one of the codes of `sentence`; `fact` fills it
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from perenne.domain import offers
from perenne.domain.choices import accepted, rejected
from perenne.domain.links import LinkStatus, Replacement
from perenne.domain.people import Overlay
from perenne.domain.urls import link_key
from perenne.texts import _
from perenne.texts.plain import address
from perenne.texts.told import Sentences, ToldError

Said = tuple[Overlay, ...]


class Meant(NamedTuple):
    """An address, and who has chosen it already, where somebody has."""

    url: str
    known: Overlay | None = None


class ChoiceError(ToldError):
    """Nothing can be accepted or turned down as it was asked."""

    def _sentences(self) -> Sentences:
        return _SENTENCES


def one(link: LinkStatus, said: Said, which: str, *, accepts: bool) -> str:
    """Return the address that is meant; raises `ChoiceError`."""
    chosen, refused = accepted(said), rejected(said)
    found = [each.url for each in offers.recorded(link)]
    given = [each.replacement for each in (chosen, *refused.values()) if each]
    if which:
        keys = {link_key(url): url for url in (*(each or "" for each in given), *found)}
        if link_key(which) not in keys:
            told = ("not_proposed", which) if keys else ("no_proposal", link.url)
            raise ChoiceError(told[0], address(told[1]))
        return keys[link_key(which)]
    if chosen and chosen.replacement:
        return chosen.replacement
    left = [url for url in found if link_key(url) not in refused]
    if found and not left and not accepts:
        return found[0]  # already turned down
    if not left:
        raise ChoiceError("all_rejected" if found else "no_proposal", address(link.url))
    return left[0]


def many(link: LinkStatus, said: Said, kind: str, *, accepts: bool) -> Iterator[Meant]:
    """Yield the addresses that are meant of one link: what was seen to live, and still stands.

    Accepting, the best alone; one that is chosen already, for all or by each centre that cites
    the link, is told as known.
    """
    own = [citation.accepted for citation in link.citations]
    chosen = accepted(said) or (own[0] if all(own) else None)
    if chosen and chosen.replacement:
        if accepts and kind in ("", *kinds(link, chosen.replacement)):
            yield Meant(chosen.replacement, chosen)
        return
    if not offers.is_wanted(link):
        return
    refused = {*offers.refused(link), *rejected(said)}
    left = [
        Meant(each.url)
        for each in offers.recorded(link)
        if link_key(each.url) not in refused and _is_meant(link, each, kind)
    ]
    yield from left[:1] if accepts else left


def _is_meant(link: LinkStatus, replacement: Replacement, kind: str) -> bool:
    return kind in ("", replacement.kind) and offers.is_fresh(link, replacement)


def kinds(link: LinkStatus, url: str) -> list[str]:
    """Return the kinds under which an address was found for a link; none for one given by hand."""
    found = offers.recorded(link)
    return [each.kind for each in found if link_key(each.url) == link_key(url)]


_SENTENCES: dict[str, Callable[[str], str]] = {
    "no_proposal": lambda url: _("No address is proposed for {url}.", url=url),
    "all_rejected": lambda url: _(
        "All that was proposed for {url} was turned down: name the address with --with.", url=url
    ),
    "not_proposed": lambda url: _(
        "{url} is not among the proposed addresses: `perenne replacements list` shows them.",
        url=url,
    ),
    "nothing_meant": lambda _fact: _(
        "No proposal that still stands fits: `perenne replacements list` shows them."
    ),
    "nothing_named": lambda _fact: _(
        "Name a link, or say which are meant with --host, --kind or --dossier."
    ),
    "named_and_meant": lambda option: _(
        "{option} means many links: leave it out to decide about one, or name no link.",
        option=option,
    ),
    "with_alone": lambda _fact: _("--with chooses among the addresses of one link: name it."),
}
