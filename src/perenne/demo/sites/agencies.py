"""Other sites of the State: merged, rewritten, moved to a new tree; and two that never fail."""

from __future__ import annotations

from perenne.demo.answers import Answer, Site, Visit, html, redirect, to_https
from perenne.demo.sites.layout import Look, Page, entries, render

_STRATEGIE = Look(
    name="Haut-commissariat à la Stratégie et au Plan",
    host="www.strategie-plan.gouv.fr",
    motto="Éclairer l’action publique",
    sections=("Publications", "Actualités", "Débats", "Réseaux", "Espace presse"),
    colour="#2f2f7b",
)
_PROJECT_LAB = "/actualites/innovation-publique-france-strategie-lance-projet-lab"


def _strategie_before(visit: Visit) -> Answer:
    return redirect(f"https://{_STRATEGIE.host}{visit.path}")


def _strategie(visit: Visit) -> Answer:
    if visit.route != _PROJECT_LAB:
        return html(render(_STRATEGIE, Page("Page non trouvée")), 404)
    title = "Innovation publique : France Stratégie lance un projet de Lab"
    return html(render(_STRATEGIE, Page(title, visit.route, length=6, byline="France Stratégie")))


_PREFECTURES = Look(
    name="Les services de l’État en région",
    host="www.prefectures-regions.gouv.fr",
    motto="Préfecture de la région Occitanie",
    sections=("Région et institutions", "Documents et publications", "Grands dossiers", "Contact"),
    colour="#000091",
    separator="/",
)


def _prefectures(visit: Visit) -> Answer:
    if not visit.route.endswith("/Le-Lab-O-kesak-O/"):
        return html(render(_PREFECTURES, Page("Erreur 404")), 404)
    # Rewritten while its title stays, as the two copies of 2018 and 2020 show.
    edition = "15 février 2023" if visit.night == 1 else "4 mars 2024"
    update = f"Mise à jour : {edition}"
    page = Page("Le Lab’O, kesak’O ?", visit.route, length=7, seed=edition, byline=update)
    return html(render(_PREFECTURES, page))


_NUMERIQUE = Look(
    name="Labo Société numérique",
    host="labo.societenumerique.gouv.fr",
    motto="Comprendre les transformations numériques",
    sections=("Articles", "Études", "Agenda", "À propos"),
    colour="#000091",
)


def _numerique(visit: Visit) -> Answer:
    if visit.route != "/fr/":  # dated addresses belong to the former site
        return redirect("/fr/", 302)
    news = entries("L’équipement des foyers", "Vingt lieux de médiation", "Le baromètre annuel")
    return html(render(_NUMERIQUE, Page(_NUMERIQUE.name, "/fr/", type="website", after=news)))


def _home(visit: Visit) -> Answer:
    look = Look("Service-Public.fr", visit.host, "Vos droits", ("Particuliers", "Entreprises"))
    return to_https(visit) or html(render(look, Page(look.name, "/", length=4, type="website")))


AGENCIES = (
    Site("www.strategie.gouv.fr", _strategie_before),
    Site("www.strategie-plan.gouv.fr", _strategie),
    Site("www.prefectures-regions.gouv.fr", _prefectures),
    Site("labo.societenumerique.gouv.fr", _numerique),
    Site("www.service-public.fr", _home),
    Site("www.bnf.fr", _home),
)
