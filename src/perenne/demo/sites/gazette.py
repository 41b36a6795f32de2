"""La Gazette des communes.

Facts: articles at ``/{id}/{slug}/``; `.notYet` beside the h1 marks a subscribers' article; free
articles too begin with the login pop-in; robots meet a 403 without signature.
"""

from __future__ import annotations

from perenne.demo.answers import Answer, Site, Visit, html, to_https
from perenne.demo.sites.layout import Look, Page, render

_LOOK = Look(
    name="La Gazette des communes",
    host="www.lagazettedescommunes.com",
    motto="L’information des cadres territoriaux",
    sections=("Actualités", "Juridique", "Finances", "Ressources humaines", "Emploi", "Dossiers"),
    colour="#b3122a",
    separator="-",
)
_POP_IN = """<div class="popin-login" id="popin-login"><p>Déjà inscrit(e) ?</p>
<form action="/connexion/" method="post"><label>Identifiant <input name="login"></label>
<label>Mot de passe <input type="password" name="motdepasse"></label><button>Se connecter</button>
<a href="/mot-de-passe/">Mot de passe oublié ?</a></form>
<p class="erreur" hidden>Identifiant et/ou mot de passe non valides</p>
<p>Pas encore inscrit(e) ? <a href="/inscription/">M'inscrire gratuitement</a></p></div>"""
_NOT_YET = '<div class="notYet"><p>Cet article est réservé à nos abonnés.</p></div>'
_FORBIDDEN = (
    b"<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1></body></html>"
)

_FREE = {
    "/569137/les-politiques-dinnovation-ont-surtout-un-impact-managerial-tres-peu-financier/": (
        "« Les politiques d’innovation ont surtout un impact managérial, très peu financier »"
    ),
    "/616093/la-bretagne-cree-un-incubateur-pour-service-public/": (
        "La Bretagne crée un incubateur pour service public"
    ),
    # Byte for byte as the dossier has it: thin spaces in small letters, the é in capitals.
    "/517883/%e2%80%89nous-avons-mis-en-place-une-e-communaut%C3%A9-des-acteurs-de-linnovation"
    "%e2%80%89-d-cristol-cnfpt/": (
        "« Nous avons mis en place une e-communauté des acteurs de l’innovation »"
    ),
    "/517311/faire-du-design-de-service-public-oui-mais-comment/": (
        "Faire du design de service public, oui, mais comment ?"
    ),
}
_SUBSCRIBERS = {
    "/591769/linnovation-au-sein-des-services-doit-rester-sincere-spontanee-et-utile-franck-perinet/"
    "": (
        "« L’innovation au sein des services doit rester sincère, spontanée et utile » – "
        "Franck Périnet"
    ),
}
_REFUSED = "/537562/"


def _gazette(visit: Visit) -> Answer:
    if visit.route.startswith(_REFUSED):
        return html(_FORBIDDEN, 403)
    return to_https(visit) or _page(visit.route)


def _page(route: str) -> Answer:
    if route in _FREE:
        return html(render(_LOOK, Page(_FREE[route], route, length=9, before=_POP_IN)))
    if route in _SUBSCRIBERS:
        teaser = Page(_SUBSCRIBERS[route], route, 1, before=_POP_IN, under_heading=_NOT_YET)
        return html(render(_LOOK, teaser))
    if route == "/":
        return html(render(_LOOK, Page(_LOOK.name, "/", length=6, type="website")))
    sorry = Page("Page non trouvée", said=("La page que vous cherchez n’existe pas.",))
    return html(render(_LOOK, sorry), 404)


GAZETTE = (Site("www.lagazettedescommunes.com", _gazette),)
