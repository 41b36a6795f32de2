"""What the columns of a table hold, told by their headings in French and in English."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto, unique
from functools import lru_cache

_LONGEST_HEADING = 60
"""Characters; a longer cell is a remark, or an entry."""


@unique
class Role(Enum):
    """What a column is for."""

    TITLE = auto()
    NAME = auto()
    """A title where there is no column of titles."""
    SUBTITLE = auto()
    AUTHORS = auto()
    SOURCE = auto()
    DATE = auto()
    PAGES = auto()
    PAGE_COUNT = auto()
    ADDRESS = auto()
    WRITTEN = auto()
    """An address as its author wrote it, beside the same as it is checked: our own tables."""
    SECTION = auto()
    DOSSIER = auto()
    LOCATIONS = auto()
    IGNORED = auto()
    """Addresses there are no citations."""


_HEADINGS: dict[Role, str] = {
    Role.TITLE: (
        "titre, title, titre de la référence, titre de l’article, titre du document, intitulé, "
        "titre de l’ouvrage, titre propre, titre de la ressource, titre du site, titre principal, "
        "article title, document title, title of the reference"
    ),
    Role.NAME: (
        "nom, name, nom du site, nom de la ressource, nom du document, ressource, resource, "
        "document, référence, reference, article, ouvrage, libellé, désignation, objet, label, site"
    ),
    Role.SUBTITLE: "sous-titre, subtitle, complément du titre, complément de titre",
    Role.AUTHORS: (
        "auteur, author, auteur(s), auteur·e·s, auteur/autrice, auteur principal, auteurs "
        "secondaires, co-auteurs, nom de l’auteur, créateur, creator, mention de responsabilité, "
        "responsabilité, auteur(s) secondaire(s), first author"
    ),
    Role.SOURCE: (
        "source, revue, périodique, journal, titre de la revue, nom de la revue, titre du "
        "périodique, publication title, titre du journal, titre de la publication, container "
        "title, in, éditeur, maison d’édition, publication, publisher, édition, organisme, média, "
        "éditeur commercial, collectivité éditrice, organisme éditeur, éditeur scientifique"
    ),
    Role.DATE: (
        "date, date de publication, date de parution, date d’édition, date de sortie, date de mise "
        "en ligne, publication date, date du document, paru le, publié le, année, year, "
        "publication year, année de publication, année de parution, année d’édition, millésime"
    ),
    Role.PAGES: "pages, pagination, collation, p.",
    Role.PAGE_COUNT: "nombre de pages, nb de pages, nb pages, num pages, number of pages",
    Role.ADDRESS: (
        "url, uri, lien, link, liens, lien internet, lien web, lien url, lien hypertexte, "
        "hyperlien, hyperlink, adresse, address, adresse url, adresse web, adresse internet, "
        "adresse du site, adresse électronique, adresse de la page, url du document, accès, "
        "access, accès en ligne, en ligne, site web, site internet, website, web, page web, "
        "permalien, permalink, texte intégral, full text, lien vers l’article, lien vers le "
        "document, lien vers la ressource, lien vers le site, lien d’accès, doi, identifiant, "
        "ark, hal, link attachments, consultable à l’adresse, disponible à l’adresse"
    ),
    Role.WRITTEN: "adresse telle qu’écrite, address as written",
    Role.SECTION: (
        "rubrique, section, partie, chapitre, chapter, thème, theme, thématique, topic, "
        "sous-thème, sous-rubrique, axe, catégorie, category, classement, collection name"
    ),
    Role.DOSSIER: "dossier",
    Role.LOCATIONS: "localisation, location, lieu de conservation, centre, bibliothèque, library",
    Role.IGNORED: (
        "nouvelle adresse, new address, remplacement proposé, proposed replacement, archived copy, "
        "remplacement accepté, accepted replacement, "
        "copie archivée, adresse d’arrivée, final address, file attachments, library catalog, "
        "catalogue, archive, éditeur web, site de l’éditeur, site de l’auteur, vignette, image"
    ),
}
"""In each role, what says it best comes first (`Columns.each`)."""

_LAST = 1_000
"""The rank of what no list names."""
_LINK = re.compile(r"(?:lien|url)\b")
"""``Lien vers l’article complet``: whatever follows."""
_BETWEEN = re.compile(r"\s*[/|,:&+]\s*|\s(?:ou|et|or|and)\s", re.IGNORECASE)


def _folded(text: str) -> str:
    """Return the words of a heading without accents, plurals, marks and what is in brackets."""
    text = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    text = re.sub(r"[\u0300-\u036f]|[(\[].*?[)\]]|·\w*", "", text)
    return " ".join(word.rstrip("s") or word for word in re.findall(r"[^\W_]+", text))


_ROLES: dict[str, tuple[Role, int]] = {
    _folded(heading): (role, rank)
    for role, headings in reversed(_HEADINGS.items())
    for rank, heading in reversed(list(enumerate(headings.split(","))))
}


@lru_cache(maxsize=1024)
def role_of(heading: str) -> tuple[Role, int] | None:
    """Return what a heading says, and how well; None for one that is not known.

    Of ``Revue / éditeur`` or ``Date et lieu`` the first word that is known counts.
    """
    if len(heading) > _LONGEST_HEADING:
        return None
    folded = _folded(heading)
    if _LINK.match(folded):
        return _ROLES.get(folded, (Role.ADDRESS, _LAST))
    parts = (_folded(part) for part in _BETWEEN.split(heading))
    return _ROLES.get(folded) or next((_ROLES[part] for part in parts if part in _ROLES), None)
