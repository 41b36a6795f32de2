"""Two ministries: one site rebuilt, one renamed."""

from __future__ import annotations

from perenne.demo.answers import Answer, Site, Visit, html, redirect
from perenne.demo.sites.layout import Look, Page, entries, render
from perenne.demo.sites.pdf import pdf

_MODERNISATION = Look(
    name="modernisation.gouv.fr",
    host="www.modernisation.gouv.fr",
    motto="Le portail de la transformation de l’action publique",
    sections=("Nos actions", "Actualités", "Campus de la transformation publique", "Ressources"),
    colour="#000091",
)
_SEMAINE = "/home/semaine-de-linnovation-publique-2019-retenez-les-dates"


def _modernisation(visit: Visit) -> Answer:
    if visit.route == _SEMAINE:  # a past event: sent to the list of news
        return redirect("/actualites")
    if visit.route == "/actualites":
        news = entries("Le baromètre des services", "Un campus pour les cadres", "Appel à projets")
        page = Page("Toutes les actualités", "/actualites", type="website", after=news)
        return html(render(_MODERNISATION, page))
    said = ("La page que vous recherchez n’existe pas ou n’existe plus sur le nouveau site.",)
    return html(render(_MODERNISATION, Page("Page non trouvée - 404", said=said)), 404)


_SANTE = Look(
    name="Ministère de la Santé",
    host="sante.gouv.fr",
    motto="Santé, prévention, accès aux soins",
    sections=("Grands dossiers", "Soins et maladies", "Métiers", "Presse", "Études"),
    colour="#000091",
    separator="-",
)
_REPORT = "/IMG/pdf/conseil_strategique_de_l_innovation_en_sante_du_24_janvier_2019.pdf"
_PRESS_RELEASE = "/article/cp-annonce-des-10-laureats-de-l-appel-a-projet-du-health-data-hub"
_OLD_PRESS = "/archives/archives-presse/archives-communiques-de-presse" + _PRESS_RELEASE


def _sante_before(visit: Visit) -> Answer:
    return redirect(f"https://{_SANTE.host}{visit.path}")


def _sante(visit: Visit) -> Answer:
    if visit.route == _REPORT:
        title = "Conseil stratégique d'innovation en santé"
        body = pdf(title, ["Réunion du 24 janvier 2019", "Rapport"])
        return Answer(body=body, headers={"Content-Type": "application/pdf"})
    if visit.route == _OLD_PRESS:
        title = "Annonce des 10 lauréats de l’appel à projet du Health Data Hub"
        return html(render(_SANTE, Page(title, visit.route, length=5)))
    return html(render(_SANTE, Page("Erreur 404 : page introuvable")), 404)


MINISTRIES = (
    Site("www.modernisation.gouv.fr", _modernisation),
    Site("solidarites-sante.gouv.fr", _sante_before),
    Site("sante.gouv.fr", _sante),
)
