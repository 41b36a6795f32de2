"""« Introuvable », served as 200, in many words."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, SPIP, STATE, page
from tests.labelled.wire import beside, looks, seen

TITLE = "Guide pratique de la participation des habitants"
URL = "https://www.agglo-des-trois-rives.fr/ressources/guide-pratique-participation-habitants"
CHATTY = ("Vous pouvez utiliser la recherche, consulter le plan du site ou revenir en arrière.",)
FACT = "french-web 2f"


def gone(
    name: str,
    phrase: str,
    body: bytes,
    *,
    sibling: bytes | None = None,
    more: tuple[V, ...] = (),
    headers: dict[str, str] | None = None,
) -> Labelled:
    """A page that says in words what its status does not; a sibling gets the same."""
    again: Exchange = seen(beside(URL), body if sibling is None else sibling, headers=headers)
    return Labelled(
        name,
        f"{FACT}: {phrase}",
        URL,
        V.SOFT_404,
        seen(URL, body, headers=headers),
        (TITLE,),
        looks(sibling=again),
        also(*more),
    )


CASES = (
    gone(
        "the title says page introuvable",
        "page introuvable",
        page("Page introuvable", paragraphs=CHATTY),
    ),
    gone(
        "a WordPress title",
        "page non trouvée",
        page(
            "Page non trouvée",
            h1="Aïe !",
            paragraphs=CHATTY,
            dress=PRESS,
            suffix=" – La Dépêche des mairies",
            kb=16,
        ),
    ),
    gone(
        "capitals and a typographic apostrophe",
        "cette page n'existe plus; ’ and case",
        page("Agglo des Trois Rives", h1="CETTE PAGE N’EXISTE PLUS", suffix="", paragraphs=CHATTY),
    ),
    gone(
        "no-break spaces around the exclamation mark",
        "oups + page; NBSP",
        page("Oups\u00a0! Page inexistante", paragraphs=CHATTY),
    ),
    gone(
        "the page that you look for",
        "la page que vous recherchez n'existe pas",
        page(
            "Trois Rives",
            suffix="",
            h1="",
            paragraphs=(
                "Nous sommes désolés.",
                "La page que vous recherchez n’existe pas ou n’est plus disponible.",
            ),
        ),
    ),
    gone(
        "moved or removed",
        "n'existe plus ou a été déplacée",
        page(
            "Information",
            paragraphs=("La page demandée n'existe plus ou a été déplacée.",),
            dress=STATE,
            kb=12,
        ),
    ),
    gone(
        "the page asked for was removed",
        "la page demandée a été supprimée",
        page("Agglo", h1="La page demandée a été supprimée"),
    ),
    gone(
        "a SPIP site without the article",
        "article introuvable",
        page("Article introuvable", dress=SPIP, paragraphs=("Aucun article à cette adresse.",)),
    ),
    gone(
        "a document that cannot be found",
        "document introuvable",
        page("Document introuvable", paragraphs=("Vérifiez la référence.",)),
    ),
    gone(
        "the content that was asked for does not exist",
        "le contenu demandé n'existe pas",
        page("Erreur", paragraphs=("Le contenu demandé n'existe pas.",)),
    ),
    gone(
        "content no longer online",
        "ce contenu n'est plus en ligne",
        page("Trois Rives", suffix="", h1="", paragraphs=("Ce contenu n'est plus en ligne.",)),
    ),
    gone(
        "an offer no longer available",
        "cette offre n'est plus disponible",
        page(
            "Offre d'emploi",
            h1="Cette offre n’est plus disponible",
            paragraphs=("Consultez nos autres annonces.",),
        ),
    ),
    gone("error 404 in French", "erreur 404", page("Erreur 404", paragraphs=CHATTY)),
    gone(
        "404 at the beginning of the title",
        "404 at the start of the title",
        page("404", h1="Perdu ?", paragraphs=CHATTY),
    ),
)
