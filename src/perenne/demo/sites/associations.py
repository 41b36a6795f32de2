"""Associations, and a members' area."""

from __future__ import annotations

from perenne.demo.answers import Answer, Site, Visit, html, redirect, to_https
from perenne.demo.sites.layout import Look, Page, render

_REGION = Look(
    name="La 27e Région",
    host="www.la27eregion.fr",
    motto="Laboratoire de transformation publique",
    sections=("Qui sommes-nous", "Programmes", "Ressources", "Blog", "Contact"),
    colour="#e4007c",
)
_MUTUALISER = "/mutualiser-linnovation-publique-a-lechelle-territoriale-le-prochain-grand-defi/"
_MENDED_IN_NIGHT = 4


def _region(visit: Visit) -> Answer:
    secure = to_https(visit)
    if secure:
        return secure
    if visit.route == _MUTUALISER:
        title = (
            "Mutualiser l’innovation publique à l’échelle territoriale : le prochain grand défi ?"
        )
        return html(render(_REGION, Page(title, visit.route, length=11)))
    if visit.route == "/la-27-quoi/" and visit.night >= _MENDED_IN_NIGHT:
        return html(render(_REGION, Page("La 27e quoi ?", visit.route, length=8)))
    said = ("Cette page est introuvable. Essayez depuis le menu.",)
    return html(render(_REGION, Page("Page introuvable", said=said)), 404)


_CLIC = Look(
    name="Club Innovation & Culture",
    host="www.club-innovation-culture.fr",
    motto="Le numérique dans les musées et les lieux de culture",
    sections=("Actualités", "Évènements", "Guides", "Adhérer"),
    colour="#d11f3a",
)


def _clic(visit: Visit) -> Answer:
    secure = to_https(visit)
    if secure:
        return secure
    if visit.route == "/":
        return html(render(_CLIC, Page(_CLIC.name, "/", length=10, type="website")))
    return html(render(_CLIC, Page("Page introuvable")), 404)


_ECOMMUNAUTES = Look(
    name="Les e-communautés du CNFPT",
    host="e-communaut.es.cnfpt.fr",
    motto="Le réseau des agents territoriaux",
    sections=("Communautés", "Aide"),
    colour="#00778b",
)
_LOGIN = """<form action="/user/login" method="post" id="user-login"><label>Adresse électronique
<input name="name"></label><label>Mot de passe <input type="password" name="pass"></label>
<button>Se connecter</button></form>"""


def _ecommunautes(visit: Visit) -> Answer:
    if visit.route != "/user/login":
        return redirect(f"/user/login?destination={visit.route}", 302)
    said = ("Cet espace est ouvert aux membres.",)
    return html(render(_ECOMMUNAUTES, Page("Connexion", said=said, before=_LOGIN)))


ASSOCIATIONS = (
    Site("www.la27eregion.fr", _region),
    Site("www.club-innovation-culture.fr", _clic),
    Site("e-communaut.es.cnfpt.fr", _ecommunautes),
)
