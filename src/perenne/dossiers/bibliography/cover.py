"""The formal lines of a cover: when, by whom, what kind of document. Never its subject."""

from __future__ import annotations

import re

from perenne.dossiers.bibliography import dates

_KIND_OF_DOCUMENT = re.compile(
    r"(?:dossiers?|bibliographie|sélection|produit|revue|veille|note)s?"
    r"(?:\s(?:documentaires?|bibliographique|thématique|de presse|sélective))*",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"(?:centres?|réseau|service|délégation|direction|pôle|bibliothèque|médiathèque|institut)\b",
    re.IGNORECASE,
)


def is_formal(line: str) -> bool:
    """Tell whether a line is only a date, an issuer or a kind of document."""
    date = re.fullmatch(dates.DATE, line, re.IGNORECASE)
    return bool(date or _KIND_OF_DOCUMENT.fullmatch(line) or _ISSUER.match(line))
