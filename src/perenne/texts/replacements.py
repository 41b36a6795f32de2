"""How a proposed replacement was found, in words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from perenne.domain.links import CAPTURE, REDIRECT
from perenne.texts import N_, _
from perenne.texts.plain import one_line

if TYPE_CHECKING:
    from perenne.domain.links import Replacement


KIND_NAMES: Final = MappingProxyType(
    {
        "redirect": N_("redirect of the site"),
        "host": N_("slip in the name of the site"),
        "variant": N_("the same address, written otherwise"),
        "renamed": N_("new name of the site"),
        "permalink": N_("lasting address"),
        "capture": N_("archived copy"),
        "by_hand": N_("address given by hand"),
    }
)
_VARIANTS: Final = MappingProxyType(
    {
        "https": N_("with https"),
        "www": N_("with or without www"),
        "accents": N_("without the accents"),
        "closing": N_("without the punctuation at its end"),
        "tracking": N_("without what follows its readers"),
        "query": N_("without what follows the question mark"),
        "case": N_("in small letters"),
        "escaped_twice": N_("with its special characters put right"),
    }
)
_LIKELY, _RATHER = 0.85, 0.7
"""Confidences from which a proposal is told as very likely, and as likely."""


def replacement_name(replacement: Replacement) -> str:
    """Return what to call a proposal: by its kind, or by the words that came with it."""
    why = one_line(replacement.why)
    known = {
        "redirect": _("Proposed replacement: where the site sends its readers"),
        "host": _("Proposed replacement: {host} lives, and is written nearly the same", host=why),
        "renamed": _("Proposed replacement: the site is now {host}", host=why),
        "variant": _("Proposed replacement: the same address, written otherwise"),
        "permalink": _("Proposed replacement: the lasting address of the document"),
    }.get(replacement.kind)
    if known:
        return known
    return _("Proposed replacement ({why})", why=why) if why else _("Proposed replacement")


def kind_name(kind: str) -> str:
    """Return a kind of replacement in words."""
    return _(KIND_NAMES[kind]) if kind in KIND_NAMES else kind


def why_proposed(replacement: Replacement) -> str:
    """Return why an address is proposed, in a few words; "" for one that somebody gave."""
    why = one_line(replacement.why)
    if replacement.kind == REDIRECT:
        return _("the site sends its readers there")
    if replacement.kind == CAPTURE:
        return why
    if replacement.kind == "host":
        return _("{host} lives, and is written nearly the same", host=why)
    if replacement.kind == "renamed":
        return _("the site is now {host}", host=why)
    if replacement.kind == "permalink":
        return _("{name} of the same document", name=why) if why else _("given by the page itself")
    return _(_VARIANTS[why]) if why in _VARIANTS else why


def confidence_name(confidence: float) -> str:
    """Return in words how likely a replacement is to be the page."""
    if confidence >= _LIKELY:
        return _("very likely")
    return _("likely") if confidence >= _RATHER else _("possible")
