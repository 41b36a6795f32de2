"""The pages on which a reader can act on what a report tells: they open, and do nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from perenne.texts.plain import address, one_line

if TYPE_CHECKING:
    from perenne.domain.links import CitedIn, LinkStatus


def edit_page(template: str, citation: CitedIn, url: str) -> str:
    """Return where a reference is edited, by the template of the settings; "" without one.

    `url` is the link's, for a citation that does not say how it was written.
    """
    facts = {
        "dossier": citation.slug,
        "title": one_line(citation.title),
        "url": address(citation.as_written or url),
        "place": citation.place.rpartition(":")[2],
    }
    return template.format(**{name: quote(fact, safe="") for name, fact in facts.items()})


def link_page(base_url: str, link: LinkStatus) -> str:
    """Return the page of a link below the configured address; "" where there is none."""
    return f"{base_url.rstrip('/')}/links/{link.id}" if base_url and link.id else ""
