"""How a proposed replacement was found, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.texts import _
from perenne.texts.plain import one_line

if TYPE_CHECKING:
    from perenne.domain.links import Replacement


def replacement_name(replacement: Replacement) -> str:
    """Return what to call a proposal: by its kind, or by the words that came with it."""
    why = one_line(replacement.why)
    known = {
        "redirect": _("Proposed replacement: where the site sends its readers"),
        "host": _("Proposed replacement: {host} lives, and is written nearly the same", host=why),
        "renamed": _("Proposed replacement: the site is now {host}", host=why),
        "variant": _("Proposed replacement: the same address, written otherwise"),
    }.get(replacement.kind)
    if known:
        return known
    return _("Proposed replacement ({why})", why=why) if why else _("Proposed replacement")
