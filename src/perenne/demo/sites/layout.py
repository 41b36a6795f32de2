"""Pages with all that surrounds an article on a French site: menus, banner, footer."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment, PackageLoader

from perenne.demo.sites.prose import paragraphs

_TEMPLATES = Environment(
    loader=PackageLoader("perenne.demo.sites"), autoescape=True, trim_blocks=True
)
_SUBHEADS = ("Le terrain d’abord", "Ce qui a changé", "Compter autrement", "Et maintenant ?")
_RELATED = (
    "Le guichet vu de l’autre côté",
    "Six communes mettent leurs courriers en commun",
    "Quand les agents échangent leurs postes",
    "Petit budget cherche grande idée",
    "Ce que la cantine apprend aux cadres",
    "Un jury d’habitants au conseil",
)
_FOOTER = (
    "Mentions légales",
    "Données personnelles",
    "Accessibilité : partiellement conforme",
    "Plan du site",
    "Contact",
    "Lettre d’information",
)


@dataclass(frozen=True, slots=True)
class Look:
    """What all pages of one site share."""

    name: str
    host: str
    motto: str
    sections: tuple[str, ...]
    colour: str = "#1f4e79"
    language: str = "fr"
    separator: str = "|"
    related: tuple[str, ...] = _RELATED
    related_title: str = "À lire aussi"
    footer: tuple[str, ...] = _FOOTER


@dataclass(frozen=True, slots=True)
class Page:
    """What one page says: `said`, or else an article of `length` paragraphs.

    The fields from `head` on are HTML put in as it is.
    """

    title: str
    path: str = ""
    length: int = 0
    said: tuple[str, ...] = ()
    seed: str = ""
    """What the text of the article depends on, where it is not the title."""
    heading: str = ""
    kicker: str = ""
    byline: str = ""
    description: str = ""
    type: str = "article"
    head: str = ""
    body_attributes: str = ""
    heading_attributes: str = ""
    before: str = ""
    under_heading: str = ""
    after: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return the text of the page."""
        return self.said or paragraphs(self.length, self.seed or self.title)


def render(look: Look, page: Page) -> bytes:
    """Return the HTML of a page, in UTF-8."""
    template = _TEMPLATES.get_template("page.html")
    return template.render(look=look, page=page, subheads=_SUBHEADS).encode()


def entries(*titles: str) -> str:
    """Return the HTML of a list of other pages."""
    teasers = (f'<li class="teaser"><h2><a href="#">{title}</a></h2></li>' for title in titles)
    return f"<ul>{''.join(teasers)}</ul>"
