"""Living home pages, lists, searches, and pages with odd names."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.not_soft import EMPTY_SEARCH, FACT, B, alive
from tests.labelled.labelled import Labelled
from tests.labelled.pages import PRESS, STATE, article, page
from tests.labelled.prose import prose
from tests.labelled.wire import beside, looks, seen

CASES = (
    alive(
        "a W3C-like page that speaks of removal",
        "'has been removed' killed a W3C page",
        "https://www.w3.org/Provider/Style/URI-fr",
        "Les URL sympas ne changent pas",
        article(
            "Les URL sympas ne changent pas",
            ("This document has been removed, disent trop de serveurs.",),
            suffix="",
        ),
    ),
    alive(
        "an archived page with its banner",
        "n'est plus mise à jour is not n'existe plus",
        f"{B}/archives/plan-2015",
        "Plan d'action 2015",
        article(
            "Plan d'action 2015", ("Cette page n'est plus mise à jour depuis 2017.",), dress=STATE
        ),
    ),
    alive(
        "a notice that a form is no longer available",
        "half a phrase in a long page",
        f"{B}/aides/fonds-vert",
        "Le fonds vert, mode d'emploi",
        article(
            "Le fonds vert, mode d'emploi",
            ("Le formulaire n'est plus disponible depuis le 30 juin.",),
        ),
    ),
    alive(
        "a very short page",
        "a short page",
        f"{B}/contact/horaires",
        "Horaires de la médiathèque",
        page(
            "Horaires de la médiathèque", paragraphs=("Du mardi au samedi, de 10 h à 18 h.",), kb=2
        ),
    ),
    alive(
        "a short definition",
        "a short page",
        f"{B}/lexique/subsidiarite",
        "Subsidiarité",
        page(
            "Subsidiarité",
            paragraphs=(
                "Principe qui confie une compétence au plus proche échelon capable de l'exercer.",
            ),
            kb=3,
        ),
        probed=False,
    ),
    Labelled(
        "a good page of a site whose lost pages answer 200",
        f"{FACT}; sibling probe: the sibling differs",
        f"{B}/guides/budget-vert",
        V.OK,
        seen(f"{B}/guides/budget-vert", article("Un budget vert en dix étapes")),
        ("Un budget vert en dix étapes",),
        looks(
            sibling=seen(
                beside(f"{B}/guides/budget-vert"),
                page("Page introuvable", paragraphs=("Cette page est introuvable.",)),
            )
        ),
    ),
    alive(
        "a home page cited as such",
        "never test home pages",
        "http://www.club-innovation-culture.fr/",
        "Club innovation et culture France",
        article("CLIC France", dress=PRESS, kb=30),
    ),
    alive(
        "a home page with another title than the reference",
        "never call drift on a home page",
        "https://www.atelier-commun.fr/",
        "L'Atelier commun, laboratoire breton",
        page("Accueil", paragraphs=prose("home", 3), kb=20),
    ),
    alive(
        "a home page whose title is 404",
        "root URLs are never soft-404",
        "https://www.collectif404.fr/",
        "404, collectif de designers",
        article(
            "404", ("404 est un collectif de designers installé à Brest.",), suffix=" — collectif"
        ),
    ),
    alive(
        "a home page under its language",
        "a home page cited as such",
        "https://www.observatoire-rural.eu/fr/",
        "Observatoire rural",
        article("Observatoire rural européen"),
    ),
    alive(
        "a catalogue search cited on purpose",
        "a search cited as such",
        "https://catalogue.bibliotheques-du-val.fr/recherche?q=innovation+publique&tri=date",
        "Bibliographie : innovation publique",
        EMPTY_SEARCH,
    ),
    alive(
        "a list of news cited on purpose",
        "a list cited as such",
        f"{B}/actualites",
        "Actualités du Carnet",
        article("Actualités"),
    ),
    alive(
        "a page with error in its address",
        "`error` in a URL is a false friend",
        f"{B}/essais/erreur-et-decouverte",
        "Erreur et découverte",
        article("Erreur et découverte"),
    ),
    alive(
        "a page under a folder named 404",
        "a number in a path proves nothing",
        f"{B}/dossiers/404/la-voirie-rurale",
        "La voirie rurale",
        article("La voirie rurale"),
    ),
    alive(
        "a living page with noindex",
        "noindex is a bonus only",
        f"{B}/prive/compte-rendu",
        "Compte rendu de la journée d'étude",
        article(
            "Compte rendu de la journée d'étude",
            head='<meta name="robots" content="noindex,nofollow">',
        ),
    ),
    alive(
        "a search box that found nothing in its side column",
        "phrases outside title, h1 and main text",
        f"{B}/guides/marches",
        "Guide des marchés publics",
        article(
            "Guide des marchés publics", after="<aside>Aucun résultat. Contenu introuvable.</aside>"
        ),
    ),
    alive(
        "an exhibition with a question about 404",
        "an article about 404s",
        f"{B}/agenda/exposition-404",
        "Exposition « 404 : page perdue »",
        article("Exposition « 404 : page perdue »", ("Du 4 avril au 4 juin, entrée libre.",)),
        more=(),
    ),
    alive(
        "an article whose embedded video has gone",
        "the page lives",
        f"{B}/videos/retour-sur-le-forum",
        "Retour sur le forum des communes",
        article(
            "Retour sur le forum des communes",
            ('<div class="lecteur">Cette vidéo n\'est plus disponible.</div>',),
            kb=12,
        ),
    ),
)
