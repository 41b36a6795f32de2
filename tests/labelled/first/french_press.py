"""The press of the sample dossier: the Gazette and its archives, and their neighbours."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import Dress, article, page
from tests.labelled.prose import prose
from tests.labelled.wire import absent, looks, seen

GAZETTE = Dress(
    "La Gazette des Communes",
    ("Finances", "RH", "Santé social", "France", "Europe", "Clubs", "Emploi", "Formations"),
    ("Contacts", "CGU", "Mentions légales", "Publicité", "S'abonner à la Gazette"),
    account='<div class="loginBox"><a href="/connexion">Se connecter</a></div>',
)
POPIN = (
    '<div id="popin-connexion"><p>Déjà inscrit(e) ?</p><form method="post">'
    '<input type="text" name="login"><input type="password" name="mdp">'
    '<a href="/oubli">Mot de passe oublié ?</a></form>'
    "<p>Identifiant et/ou mot de passe non valides</p><p>Pas encore inscrit(e) ? Inscrivez-vous "
    "pour accéder aux services de LaGazette.fr</p><a>M'inscrire gratuitement</a></div>"
)
NOT_YET = '<div class="notYet"><span>Article réservé</span></div>'
FRANCK = (
    "« L'innovation au sein des services doit rester sincère, spontanée et utile » – Franck Périnet"
)
FRANCK_URL = "https://www.lagazettedescommunes.com/591769/linnovation-au-sein-des-services-doit-rester-sincere-spontanee-et-utile-franck-perinet/"
IMPACT = "« Les politiques d'innovation ont surtout un impact managérial, très peu financier »"
IMPACT_URL = "http://www.lagazettedescommunes.com/569137/les-politiques-dinnovation-ont-surtout-un-impact-managerial-tres-peu-financier/"
BREIZH = "La Bretagne crée un incubateur pour service public"
BREIZH_URL = "https://www.lagazettedescommunes.com/616093/la-bretagne-cree-un-incubateur-pour-service-public/?abo=1"
ECOM = "« Nous avons mis en place une e-communauté des acteurs de l'innovation »"
ECOM_URL = "http://www.lagazettedescommunes.com/517883/%e2%80%89nous-avons-mis-en-place-une-e-communaut%C3%A9-des-acteurs-de-linnovation%e2%80%89-d-cristol-cnfpt/"
DESIGN = "Comment mesurer l'impact du design des politiques publiques ?"
DESIGN_URL = "http://archives.lagazettedescommunes.com/35185195/comment-mesurer-l-impact-du-design-des-politiques-publiques-r"
TRANSFO = "La Transfo, saison 2"
TRANSFO_URL = "http://www.lettreducadre.fr/15225/la-transfo-saison-2/"
DUAN = 'Paul Duan : "L\'innovation publique doit aussi venir des citoyens"'
DUAN_URL = "https://www.acteurspublics.com/2018/06/22/paul-duan-l-innovation-publique-doit-aussi-venir-des-citoyens"
DUAN_NEW = "https://acteurspublics.fr/articles/paul-duan-linnovation-publique-doit-aussi-venir-des-citoyens/"
LETTRE = Dress(
    "La Lettre du cadre territorial", account="<a>Testez gratuitement La Lettre du Cadre</a>"
)
MAIRES = "https://www.courrierdesmaires.fr/article/les-communes-nouvelles-en-dix-questions.31842"
NOUVELLES = "Les communes nouvelles en dix questions"
USINE = "https://www.usinenouvelle.com/article/les-fablabs-publics-passent-a-l-echelle.N812345"
FABLABS = "Les fablabs publics passent à l'échelle"


def cut(
    title: str, dress: Dress, *more: str, near_h1: str = "", before: str = "", after: str = ""
) -> bytes:
    """Return a teaser: two paragraphs, then whatever follows."""
    return page(
        title,
        paragraphs=(*prose(title, 2, 3), *more),
        dress=dress,
        near_h1=near_h1,
        before=before,
        after=after,
        kb=22,
    )


def https(url: str) -> str:
    """Return the https form of an address."""
    return url.replace("http://", "https://")


CASES = (
    Labelled(
        "a Gazette article for subscribers",
        "french-web 2a: .notYet beside the h1",
        FRANCK_URL,
        V.RESTRICTED,
        seen(FRANCK_URL, cut(FRANCK, GAZETTE, before=POPIN, near_h1=NOT_YET)),
        (FRANCK,),
    ),
    Labelled(
        "a free Gazette article that begins with its login pop-in",
        "french-web 2a: false-positive trap",
        FRANCK_URL,
        V.OK,
        seen(FRANCK_URL, article(FRANCK, dress=GAZETTE, before=POPIN, kb=24)),
        (FRANCK,),
        looks(sibling=absent(FRANCK_URL)),
    ),
    Labelled(
        "a short free Gazette brief with the pop-in",
        "french-web 2a: the pop-in's words never mean paywall",
        IMPACT_URL,
        V.OK,
        seen(
            https(IMPACT_URL),
            page(IMPACT, paragraphs=prose("i", 1, 3), dress=GAZETTE, before=POPIN),
            via=[(IMPACT_URL, 301)],
        ),
        (IMPACT,),
    ),
    Labelled(
        "a free Gazette article beside locked ones",
        "french-web 2a: .notYet counts among the siblings of h1 only",
        IMPACT_URL,
        V.OK,
        seen(
            https(IMPACT_URL),
            article(
                IMPACT,
                dress=GAZETTE,
                before=POPIN,
                kb=20,
                after=(
                    '<ul class="memeTheme"><li class="notYet"><a href="/5/">Les régions '
                    'innovent</a></li><li><a href="/6/">Régie</a></li></ul>'
                ),
            ),
            via=[(IMPACT_URL, 301)],
        ),
        (IMPACT,),
    ),
    Labelled(
        "a Gazette address with abo=1",
        "french-web 2a: ?abo=1 is part of the address",
        BREIZH_URL,
        V.RESTRICTED,
        seen(BREIZH_URL, cut(BREIZH, GAZETTE, before=POPIN, near_h1=NOT_YET)),
        (BREIZH,),
    ),
    Labelled(
        "a Gazette address with thin spaces",
        "french-web 1.2 n 22: sent as written",
        ECOM_URL,
        V.OK,
        seen(https(ECOM_URL), article(ECOM, dress=GAZETTE, before=POPIN), via=[(ECOM_URL, 301)]),
        (ECOM,),
    ),
    Labelled(
        "a Gazette slug that was rewritten under the same number",
        "french-web 2a: same document = host + id; 2f: id kept = moved",
        BREIZH_URL,
        V.MOVED,
        seen(
            "https://www.lagazettedescommunes.com/616093/bretagne-un-incubateur-de-services-publics/",
            article(BREIZH, dress=GAZETTE, before=POPIN),
            via=[(BREIZH_URL, 301)],
        ),
        (BREIZH,),
        accepted=also(V.OK),
    ),
    Labelled(
        "a Gazette article that has gone",
        "french-web 2h.5",
        FRANCK_URL,
        V.NOT_FOUND,
        seen(
            FRANCK_URL,
            page(
                "Page non trouvée",
                paragraphs=("Le contenu demandé est introuvable.",),
                dress=GAZETTE,
                before=POPIN,
            ),
            404,
        ),
        (FRANCK,),
    ),
)
