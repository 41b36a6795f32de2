"""Reviews: behind a bot wall, sent home, relaunched."""

from __future__ import annotations

from perenne.demo.answers import Answer, Site, Visit, html, redirect, to_https
from perenne.demo.sites.layout import Look, Page, entries, render

_HORIZONS = Look(
    name="Horizons publics",
    host="www.horizonspublics.fr",
    motto="La revue de la transformation publique",
    sections=("Numérique", "Territoires", "Management", "Europe", "La revue"),
    colour="#e0592a",
)
_DESIGN_FICTION = (
    "/numerique/design-fiction-du-design-des-politiques-publiques-au-design-des-"
    "polemiques-publiques"
)
_JUST_A_MOMENT = b"""<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title>
<meta name="robots" content="noindex,nofollow"></head><body><div class="main-content"><noscript>
Enable JavaScript and cookies to continue</noscript></div><script>(function(){window._cf_chl_opt=
{cvId:'3',cZone:"www.horizonspublics.fr",cType:'managed',cRay:'8f2b6f2f3a1c0d21'};})();</script>
</body></html>"""


def _horizons(visit: Visit) -> Answer:
    if visit.route == _DESIGN_FICTION:
        title = (
            "Design fiction : du design des politiques publiques au design des polémiques publiques"
        )
        return html(render(_HORIZONS, Page(title, visit.route, length=14)))
    return html(_JUST_A_MOMENT, 403, cf_mitigated="challenge", server="cloudflare")


_LETTRE = Look(
    name="La Lettre du cadre",
    host="www.lettreducadre.fr",
    motto="Le mensuel des cadres territoriaux",
    sections=("Management", "Finances", "Urbanisme", "Ressources humaines", "Kiosque"),
    colour="#15616d",
)


def _lettre(visit: Visit) -> Answer:
    secure = to_https(visit)
    if secure:
        return secure
    if visit.route != "/":  # the numbers of the former site lead home
        return redirect("/")
    news = entries("Le télétravail passé au crible", "Budget : dix idées reçues", "Nos offres")
    return html(render(_LETTRE, Page(_LETTRE.name, "/", type="website", length=3, after=news)))


_URBANISME = Look(
    name="Urbanisme",
    host="www.urbanisme.fr",
    motto="La revue des villes et des territoires",
    sections=("Numéros", "Dossiers", "Entretiens", "Agenda", "Boutique"),
    colour="#3c6e47",
)


def _urbanisme(visit: Visit) -> Answer:
    if visit.route == "/":
        return html(render(_URBANISME, Page(_URBANISME.name, "/", length=5, type="website")))
    said = ("Désolé, la page demandée n’existe plus depuis la refonte du site.",)
    return html(render(_URBANISME, Page("Page introuvable", said=said)), 404)


REVIEWS = (
    Site("www.horizonspublics.fr", _horizons),
    Site("www.lettreducadre.fr", _lettre),
    Site("www.urbanisme.fr", _urbanisme),
)
