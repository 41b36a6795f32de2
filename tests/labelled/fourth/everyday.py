"""Everyday pages on which a simple rule would err: odd heads, short notices, plain losses."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins
from tests.labelled.fourth.filler import cards, text
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, SPIP, STATE, article, page
from tests.labelled.wire import absent, beside, looks, seen

_T = "https://www.ville-de-marsanne-demo.example"
_B = "https://bibliotheque.universite-du-tarn.example"
_O = "https://www.observatoire-de-la-lecture.example"
_TOWN = "Ville de Marsanne"


def _lives(name: str, url: str, body: bytes, title: str, fact: str) -> Labelled:
    return Labelled(
        name,
        fact,
        url,
        K.OK,
        seen(url, body),
        (title,) if title else (),
        looks(sibling=absent(url)),
    )


def _lost(name: str, url: str, body: bytes, title: str, fact: str) -> Labelled:
    return Labelled(
        name,
        fact,
        url,
        K.SOFT_404,
        seen(url, body),
        (title,),
        looks(sibling=seen(beside(url), body)),
    )


_NOTHING = page(
    "Bibliothèque universitaire", h1="Désolé", suffix="", dress=SPIP, kb=18, paragraphs=(
    "La page à laquelle vous tentez d'accéder n'existe pas ou a été déplacée.",
    "Vous pouvez poursuivre votre visite à partir du menu."))  # fmt: skip
_RARE = page(
    "Nous n'avons pas trouvé ce que vous cherchez",
    dress=STATE,
    kb=30,
    og=True,
    paragraphs=("Code d'erreur : 404.", "Le contenu a peut-être été archivé."),
)
_ENGLISH = skins.wordpress(
    "Page not found",
    "<p>It looks like nothing was found here. Maybe try a search?</p>",
    site="Observatoire de la lecture",
    h1="Oops! That page can&rsquo;t be found.",
    body_class="error404 hfeed",
    comments=False,
)
_PERDU = page(
    "Page perdue",
    dress=PRESS,
    kb=60,
    after=cards(14, "perdue"),
    h1="Hum, cette page est aux abonnés absents",
    paragraphs=("Elle a été retirée ou n'a jamais existé.",),
)
_PROJECT = f"{_T}/projets/la-fabrique-du-quai"
_FAB = "https://www.fabrique-du-quai.example/"
_LIST = "https://www.reseau-des-ecomusees.example/publications.html"
_FB = "https://www.facebook.com/VilleDeMarsanne/posts/10156"

CASES: tuple[Labelled, ...] = (
    _lost(
        "a university library is sorry under the library's name",
        f"{_B}/guides/memoire-2017",
        _NOTHING,
        "Guide du mémoire",
        "french-web 2f: n'existe pas or a été déplacée",
    ),
    _lives(
        "the university library's guide to missing pages is three sentences long",
        f"{_B}/aide/page-introuvable",
        page(
            "Erreur 404, page introuvable : que faire ?",
            dress=SPIP,
            kb=18,
            paragraphs=(
                "Un lien d'un ancien cours ne répond plus ? Signalez-le au bureau 12.",
                "Nos bibliothécaires retrouvent neuf documents sur dix dans la semaine.",
                "Permanence le mardi de 14 h à 17 h, sans rendez-vous.",
            ),
        ),
        "Erreur 404, page introuvable : que faire ?",
        "issue 3: a living article about 404s; the title is the best witness",
    ),
    _lost(
        "an agency has not found what we are looking for",
        f"{_O}/rapports/lecture-2016",
        _RARE,
        "La lecture publique en 2016",
        "french-web 2f: a natural variant with its code 404",
    ),
    _lives(
        "the agency's living report",
        f"{_O}/rapports/lecture-2019",
        article("La lecture publique en 2019", dress=STATE, kb=30, og=True),
        "La lecture publique en 2019",
        "issue 3: the living twin",
    ),
    _lost(
        "a French observatory never translated its theme's error page",
        f"{_O}/carnet/2015/atelier",
        _ENGLISH,
        "L'atelier des lecteurs",
        "french-web 2f: page not found, oops",
    ),
    _lives(
        "the observatory's notebook about a reader who found nothing",
        f"{_O}/carnet/2016/rien",
        skins.wordpress(
            "« Je n'ai rien trouvé » : lire un catalogue",
            text("rien", 5),
            site="Observatoire de la lecture",
        ),
        "« Je n'ai rien trouvé » : lire un catalogue",
        "issue 3: the living twin",
    ),
    _lost(
        "a newspaper jests about its lost page",
        "https://www.le-petit-drapier.example/a/31122",
        _PERDU,
        "Le drap d'Elbeuf revit",
        "french-web 2f: sibling probe and short main text",
    ),
    _lives(
        "a short living brief of the same newspaper",
        "https://www.le-petit-drapier.example/a/31140",
        page(
            "Le musée du drap ferme le lundi",
            dress=PRESS,
            kb=60,
            after=cards(14, "drap"),
            paragraphs=("Faute d'agents, le musée n'ouvrira plus le lundi jusqu'en juin.",),
        ),
        "Le musée du drap ferme le lundi",
        "issue 3: a short page is alive",
    ),
    _lives(
        "a town tells that its Facebook page no longer exists",
        f"{_T}/mairie/reseaux",
        skins.drupal7(
            "Nos réseaux sociaux",
            "<p>La page Facebook de la commune n'existe plus "
            "depuis janvier. Suivez-nous sur PanneauPocket ou par la lettre "
            "hebdomadaire.</p>",
            site=_TOWN,
        ),
        "Les réseaux sociaux de Marsanne",
        "issue 3: a short but true page",
    ),
    _lives(
        "a town's page bears the town's name alone in its title",
        f"{_T}/vie/marche-couvert",
        skins.drupal7("Le marché couvert", text("marche", 3), tab=_TOWN, site=_TOWN),
        "Le marché couvert de Marsanne",
        "french-web 2f: a bonus sign never decides alone",
    ),
    _lives(
        "a town's page whose canonical address is the home page by mistake",
        f"{_T}/vie/compost",
        skins.drupal7(
            "Composter au jardin partagé",
            text("compost", 4),
            site=_TOWN,
            head=(f'<link rel="canonical" href="{_T}/" />'),
        ),
        "Composter au jardin partagé",
        "french-web 2f: a bonus sign never decides alone",
    ),
    _lives(
        "a town's page that search engines may not keep",
        f"{_T}/enquete/plu",
        skins.drupal7(
            "Enquête publique sur le PLU",
            text("plu", 2),
            site=_TOWN,
            head=('<meta name="robots" content="noindex, nofollow" />'),
        ),
        "",
        "french-web 2f: a bonus sign never decides alone",
    ),
    _lives(
        "archives that ask whether a document cannot be found",
        f"{_T}/archives/demande",
        article("Document introuvable ? Les archives le cherchent pour vous", dress=SPIP),
        "Document introuvable ? Les archives le cherchent pour vous",
        "issue 3: a living article whose title holds the phrase",
    ),
    Labelled(
        "a town's project now has a site of its own",
        "french-web 2g: title recall confirms a moved target, even at a root",
        _PROJECT,
        K.MOVED,
        seen(
            _FAB,
            skins.divi("La Fabrique du quai", text("fabrique"), site="Marsanne"),
            via=((_PROJECT, 301),),
        ),
        ("La Fabrique du quai",),
        looks(sibling=absent(_PROJECT)),
        also(K.DOUBTFUL),
    ),
    Labelled(
        "a network's list of publications lost its suffix and was cited as a list",
        "issue 3: the same page under its permanent new address",
        _LIST,
        K.MOVED,
        seen(
            _LIST[:-5],
            skins.spip("Publications", cards(18, "pub"), site="Réseau des écomusées"),
            via=((_LIST, 301),),
        ),
        ("Publications du réseau des écomusées",),
        looks(sibling=absent(_LIST)),
        also(K.OK),
    ),
    Labelled(
        "a Drupal site says under 200 that we may not enter",
        "french-web 2e: it exists, behind a login",
        f"{_T}/elus/compte-rendu-interne",
        K.RESTRICTED,
        seen(
            f"{_T}/elus/compte-rendu-interne",
            skins.drupal7(
                "Accès refusé",
                "<p>Vous n'êtes pas autorisé à accéder à cette page. <a href='/user/"
                "login?destination=elus/compte-rendu-interne'>Connectez-vous</a>.</p>",
                site=_TOWN,
            ),
        ),
        ("Compte rendu du bureau",),
        {},
        also(K.BLOCKED),
    ),
    Labelled(
        "a town's post on Facebook leads to Facebook's login",
        "french-web 2d: x.com and facebook login pages",
        _FB,
        K.BLOCKED,
        seen(
            "https://www.facebook.com/login/?next=https%3A%2F%2Fwww.facebook.com%2FVilleDe"
            "Marsanne%2Fposts%2F10156",
            page(
                "Se connecter à Facebook",
                suffix="",
                kb=40,
                paragraphs=("<input type='password' name='pass'>",),
            ),
            via=((_FB, 302),),
        ),
        ("Annonce de la ville",),
        {},
        also(K.RESTRICTED),
    ),
)
