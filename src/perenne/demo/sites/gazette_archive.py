"""The archive of the Gazette's paper edition, over http alone.

Teasers in the manner of its publisher's other titles: cut by "…", then an invitation.
"""

from __future__ import annotations

from perenne.demo.answers import Answer, Site, Visit, html
from perenne.demo.sites.layout import Look, Page, render

_LOOK = Look(
    name="Les archives de La Gazette",
    host="archives.lagazettedescommunes.com",
    motto="Tous les numéros depuis 1990",
    sections=("Par numéro", "Par thème", "Par auteur"),
    colour="#7a0d1d",
    separator="-",
)
_PRINTED = {
    "/35537511/-l-administration-sait-autant-innover-que-les-entreprises": (
        "« L’administration sait autant innover que les entreprises »",
        "n° 2416 du 21/05/2018",
    ),
    "/35745315/-ew-labo-ew-cluster-qu-importe-le-nom-pourvu-que-les-idees-naissent": (
        "Labo, cluster... qu’importe le nom pourvu que les idées naissent",
        "n° 2429 du 03/09/2018",
    ),
    "/35185195/comment-mesurer-l-impact-du-design-des-politiques-publiques-r": (
        "Comment mesurer l’impact du design des politiques publiques ?",
        "n° 2397 du 08/01/2018",
    ),
    "/35081798/design-des-politiques-publiques-queles-nouvelles-competences-pour-les-agents-r": (
        "Design des politiques publiques : quelles nouvelles compétences pour les agents",
        "n° 2391 du 27/11/2017",
    ),
    "/35826178/afigese-1-6-les-fabriques-ces-ateliers-ou-les-agents-ameliorent-les-politiques-"
    "publiques": (
        "Les « fabriques », ces ateliers où les agents améliorent les politiques publiques",
        "n° 2434 du 08/10/2018",
    ),
}
_SUBSCRIBE = """<section class="restriction">
<p>Vous lisez un article de la revue La Gazette {issue}</p>
<p>Pour lire l’intégralité de cet article, abonnez-vous.</p>
<p><strong>PAS ENCORE ABONNÉ</strong>
<a href="/abonnement/">Découvrir les offres</a></p></section>"""


def _archive(visit: Visit) -> Answer:
    found = _PRINTED.get(visit.route)
    if found is None:
        return html(render(_LOOK, Page("Article introuvable")), 404)
    title, issue = found
    page = Page(title, length=1, after=f"<p>…</p>{_SUBSCRIBE.format(issue=issue)}")
    return html(render(_LOOK, page))


GAZETTE_ARCHIVE = (Site("archives.lagazettedescommunes.com", _archive, secure=False),)
