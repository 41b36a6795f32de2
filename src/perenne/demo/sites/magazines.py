"""Magazines that everybody may read."""

from __future__ import annotations

from perenne.demo.answers import Answer, Site, Visit, html
from perenne.demo.sites.layout import Look, Page, render

_CONVERSATION = Look(
    name="The Conversation",
    host="theconversation.com",
    motto="L’expertise universitaire, l’exigence journalistique",
    sections=("Culture", "Économie", "Éducation", "Environnement", "Politique", "Santé"),
    colour="#c7322b",
)
_FREE_FOR_ALL = """<script type="application/ld+json">
{"@context":"https://schema.org","@type":"NewsArticle","isAccessibleForFree":true}</script>"""


def _conversation(visit: Visit) -> Answer:
    if not visit.route.endswith("-97639"):  # the number alone finds the article
        return html(render(_CONVERSATION, Page("Page non trouvée")), 404)
    title = (
        "Les plateformes d’innovation comme outils de politique publique : "
        "repenser le rôle des collectivités locales"
    )
    byline = "Valérie Mérindol, David W. Versailles"
    page = Page(title, visit.route, length=22, byline=byline, head=_FREE_FOR_ALL)
    return html(render(_CONVERSATION, page))


_FRENCHWEB = Look(
    name="FrenchWeb.fr",
    host="www.frenchweb.fr",
    motto="Le magazine de l’innovation",
    sections=("Tech", "Startups", "Investissements", "Emploi", "Decode", "Podcasts"),
    colour="#1a1a1a",
)
_NANTES = "/laboratoire-urbain-nantes-accueille-les-labs-dinnovation-de-grands-groupes/356740"


def _frenchweb(visit: Visit) -> Answer:
    if visit.route != _NANTES:
        return html(render(_FRENCHWEB, Page("Oups, cette page n’existe pas")), 404)
    if visit.turn == 1:  # overloaded when woken up, well a moment later
        return html(b"<h1>503 Service Temporarily Unavailable</h1>", 503)
    title = "À Nantes, un laboratoire urbain accueille les labs d’innovation de grands groupes"
    return html(render(_FRENCHWEB, Page(title, _NANTES, length=30)))


MAGAZINES = (
    Site("theconversation.com", _conversation),
    Site("www.frenchweb.fr", _frenchweb),
)
