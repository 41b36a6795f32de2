"""Acteurs publics: moved to another host, where articles are for subscribers.

Fact: dated addresses became ``/articles/{slug}/``, with elisions joined (`l-etat`: `letat`).
"""

from __future__ import annotations

from perenne.demo.answers import Answer, Site, Visit, html, redirect
from perenne.demo.sites.layout import Look, Page, render

_ACTEURS = Look(
    name="Acteurs publics",
    host="acteurspublics.fr",
    motto="Le média de la transformation publique",
    sections=("À la une", "Le fil", "Débats", "Web TV", "Emploi", "Espace abonnés"),
    colour="#0b5d6b",
)
_QIOTA = """<div id="qiota-paywall" class="paywall"><p>Cet article est réservé aux abonnés.</p>
<a href="/abonnement/">Je m’abonne</a></div><script src="https://static.qiota.com/qiota.js"></script>"""
_MOVED_ARTICLES = {
    "/2018/06/22/paul-duan-l-innovation-publique-doit-aussi-venir-des-citoyens": (
        "/articles/paul-duan-linnovation-publique-doit-aussi-venir-des-citoyens/"
    ),
    "/2017/11/21/romain-pasquier-pour-etre-pris-au-serieux-par-l-etat-les-elus-locaux-doivent-"
    "demontrer-leur-capacite-a-etre-innovants": (
        "/articles/romain-pasquier-pour-etre-pris-au-serieux-par-letat-les-elus-locaux-doivent-"
        "demontrer-leur-capacite-a-etre-innovants/"
    ),
}
_SUBSCRIBERS = {
    "paul": "Paul Duan : « L’innovation publique doit aussi venir des citoyens »",
    "romain": (
        "Romain Pasquier : « Pour être pris au sérieux par l’État, les élus locaux doivent "
        "démontrer leur capacité à être innovants »"
    ),
}


def _acteurs_before(visit: Visit) -> Answer:
    known = _MOVED_ARTICLES.get(visit.route, "/404/")
    return redirect(f"https://{_ACTEURS.host}{known}")


def _acteurs(visit: Visit) -> Answer:
    if visit.route not in _MOVED_ARTICLES.values():
        return html(render(_ACTEURS, Page("Page introuvable")), 404)
    title = _SUBSCRIBERS[visit.route.removeprefix("/articles/").partition("-")[0]]
    return html(render(_ACTEURS, Page(title, visit.route, length=1, after=_QIOTA)))


ACTEURS = (
    Site("www.acteurspublics.com", _acteurs_before),
    Site("acteurspublics.fr", _acteurs),
)
