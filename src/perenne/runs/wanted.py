"""What a check on demand is asked to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from perenne.domain.links import CitedIn, Link
from perenne.domain.references import Dossier, Place
from perenne.domain.urls import host_of, link_key, without_credentials


@dataclass
class Wanted:
    """URLs with where they are cited, and the slugs of registered dossiers (None: all of them)."""

    slugs: Sequence[str] | None = ()
    urls: dict[str, str] = field(default_factory=dict)
    cited: dict[str, list[CitedIn]] = field(default_factory=dict)

    @property
    def registered(self) -> bool:
        """Tell whether registered dossiers are asked for."""
        return self.slugs is None or bool(self.slugs)

    def add(self, url: str, citation: CitedIn) -> None:
        """Note one citation of a URL; several forms of one link are one."""
        key = link_key(url)
        self.urls.setdefault(key, without_credentials(url))
        self.cited.setdefault(key, []).append(citation)

    def add_dossier(self, dossier: Dossier) -> None:
        """Note every citation of a dossier that was read from a file."""
        for reference in dossier.references:
            for citation in reference.citations:
                told = CitedIn(
                    as_written=citation.as_written,
                    dossier=dossier.title,
                    section=reference.section,
                    title=reference.title,
                    authors=reference.authors,
                    place=_text(citation.place),
                )
                self.add(citation.url, told)

    def titles(self, key: str) -> tuple[str, ...]:
        """Return the titles of the references that cite a link."""
        return tuple({each.title: None for each in self.cited.get(key, ()) if each.title})

    def links(self) -> list[Link]:
        """Return the links of the URLs, host by host."""
        links = [
            Link(key, url, host_of(url), titles=self.titles(key)) for key, url in self.urls.items()
        ]
        return sorted(links, key=lambda link: link.host)


def _text(place: Place) -> str:
    return f"{place.kind.value}:{place.number}"
