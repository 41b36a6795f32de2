"""The sentences of error pages, most of them in French and English, as folded by `words.plain`.

Whole sentences only: « has been removed » alone once condemned a living page of the W3C
(SteveHedden/open-knowledge-graphs #48).
"""

from __future__ import annotations

import re

_THING = (
    r"(?:pages?|contenus?|documents?|articles?|fichiers?|ressources?|fiches?|annonces?|offres?|"
    r"actualites?|notices?|items?|jeux? de donnees|billets?|publications?|url|lien|adresse)"
)
_ASKED = (
    r"(?: (?:web|demandee?s?|recherchee?s?)| que vous (?:cherchez|recherchez|demandez|"
    r"avez demandee?|souhait\w+ (?:consulter|voir|afficher)|essayez de consulter|tentez d'\w+))*"
)
_IS_GONE = (
    r"(?:n'existe(?:nt)? (?:pas|plus)|n'est (?:pas|plus) (?:disponible|accessible|en ligne)|"
    r"(?:est |semble |reste )?(?:introuvables?|inexistante?s?)|"
    r"(?:n'a |n'ont )(?:pas |pu )(?:pu )?etre trouvee?s?|n'a pas ete trouvee?s?|"
    r"(?:est )?non trouvee?s?|a ete (?:supprimee?|deplacee?|retiree?)|"
    r"est (?:supprimee?|temporairement indisponible)|s'est (?:egaree?|perdue?|envolee?))"
)
_FRENCH = (
    rf"(?:(?:cette|cet|ce|la|le|l'|votre) ?)?{_THING}{_ASKED} {_IS_GONE}"
    r"(?: ou (?:n'existe plus|a ete (?:deplacee?|supprimee?|renommee?)|plus))*|"
    r"pas (?:d'|de )(?:article|rubrique|breve|page|auteur) a cette adresse|"
    r"impossible de trouver (?:la|cette) page|aucune page ne correspond|"
    r"(?:erreur|code) ?:? ?404|404 ?[:-]? ?erreur|"
    r"video (?:indisponible|introuvable|supprimee(?= ?(?:[.!|]|$)))"
)
_ENGLISH = (
    r"(?:the |this )?(?:page|content|file|document|article|item|url|resource)"
    r"(?: (?:that )?you(?:'re| are)? (?:requested|looking for|tried to reach|were looking for))?"
    r" (?:(?:was |could |can )?not (?:be )?found|cannot be found|(?:does|do)(?:n't| not) exist|"
    r"no longer exists?|is no longer available|isn't available|unavailable|has been removed|"
    r"(?:has been )?withdrawn)|"
    r"(?:http )?(?:error|status) ?:? ?404|404 ?[:-]? ?(?:error|not found|page not found)|"
    r"we (?:can't|couldn't|could not) find (?:the|that|this) page|nothing (?:was )?found"
)
_ELSEWHERE = (
    r"(?:seite|inhalt) (?:wurde )?nicht gefunden|seite existiert (?:leider )?nicht|"
    r"pagina (?:web )?(?:no encontrada|no existe|non trovata|inesistente|niet gevonden)|"
    r"pagina nao encontrada|contenido no encontrado"
)
"""German, Spanish, Italian, Dutch, Portuguese: what partners abroad say."""

NOT_FOUND = re.compile(rf"(?:{_FRENCH}|{_ENGLISH}|{_ELSEWHERE})")
"""Costs some 50 µs on the 2,000 characters of a title and a short text; never run on more."""

TITLE_ONLY = re.compile(r"(?:not found|introuvable|non trouvee?|404)")
"""Too vague for a text, but a whole title or heading."""

SIGH = re.compile(r"^(?:oups|oops|aie|desolee?|zut|mince|sorry|pardon|attention|erreur|error)\b")
