"""Hooks of the French press: class names and ids beside the text, or on other articles' cards."""

from __future__ import annotations

from typing import Any

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.press_filler import blob
from tests.labelled.second.restricted_declared import _declared
from tests.labelled.second.restricted_declared_living import _free
from tests.labelled.second.templates_press import DRUPAL7, NEXT, WORDPRESS, build
from tests.labelled.second.templates_press_site import MAGAZINE, POPIN, sane
from tests.labelled.wire import seen

GAZETTE = "https://www.lagazettedescommunes.com/"
ACTEURS = "https://acteurspublics.fr/articles/letat-reinvente-ses-guichets/"
COURRIER = "https://www.courrierdesmaires.fr/article/les-conseils-de-quartier-en-sommeil.52310"
LMD = "https://www.revue-des-mondes.fr/2018/09/VALLON/58990"
STUB = ("Depuis dix ans, les guichets se ressemblent tous. Une équipe a voulu savoir pourquoi…",)


def _hook(name: str, url: str, title: str, layout: str = MAGAZINE, **slots: Any) -> Labelled:
    return _declared(
        name,
        "french-web 2e: CSS and vendor hooks of the press",
        url,
        title,
        layout,
        texts=STUB,
        **slots,
    )


CASES: tuple[Labelled, ...] = (
    _declared(
        "a Gazette article with notYet beside its heading",
        "french-web 2a: .notYet among the siblings of h1",
        GAZETTE + "616093/la-bretagne-cree-un-incubateur-pour-service-public/?abo=1",
        "La Bretagne crée un incubateur pour service public",
        texts=(POPIN, *STUB),
        near='<div class="notYet picto">Réservé</div>',
        entries=150,
        kb=30,
    ),
    _free(
        "a free Gazette article with notYet on other articles only",
        "french-web 2a: only beside h1 does .notYet count",
        GAZETTE + "537562/le-pas-de-calais-valorise-ses-agents-intrapreneurs/",
        "Le Pas-de-Calais valorise ses agents « intrapreneurs »",
        MAGAZINE,
        entries=150,
        badge='<span class="notYet picto"></span>',
        after=POPIN,
    ),
    _hook(
        "qiota's wall at Acteurs publics",
        ACTEURS,
        "L'État réinvente ses guichets",
        NEXT,
        after='<div id="qiota-paywall"></div><script src="https://static.qiota.com/x.js"></script>',
    ),
    _free(
        "qiota's script on a free article",
        "french-web 2e: a script host alone is weak",
        "https://acteurspublics.fr/articles/agenda-de-mai/",
        "L'agenda de la semaine",
        NEXT,
        end='<script src="https://static.qiota.com/x.js" async></script>',
    ),
    _hook(
        "poool's wall on a daily",
        "https://www.la-voix-du-bassin.fr/a/mine-musee-88213",
        "La mine devient musée",
        after='<div id="poool-paywall" data-poool="99"></div>'
        '<script src="https://assets.poool.fr/access.min.js"></script>',
    ),
    _hook(
        "an advanced paywall of p3 in a frame",
        "https://www.hebdo-des-pays.fr/node/9921",
        "Les pays ont vingt ans",
        DRUPAL7,
        after='<iframe id="p3-paywall" class="p3-advanced-paywall" src="https://p3.x/"></iframe>',
    ),
    _hook(
        "the Courrier des maires' trial box",
        COURRIER,
        "Les conseils de quartier en sommeil",
        after='<div class="encartEssai"><span class="etiquetteArt">Abonnés</span></div>',
    ),
    _free(
        "the Courrier des maires without a box",
        "french-web 2a: .encartEssai marks paid ones",
        COURRIER.replace("52310", "52312"),
        "Les conseils de quartier en sommeil",
        MAGAZINE,
        badge='<span class="etiquetteArt">Vie publique</span>',
    ),
    _hook(
        "a label of Infopro's trade papers",
        "https://www.usine-atelier.fr/editorial/N812",
        "La fonderie recrute des couturières",
        near='<span class="c-paywall-label">Article abonné</span>',
    ),
    _hook(
        "an aside reserved to subscribers",
        LMD,
        "Vallon, une saison au guichet",
        layout=WORDPRESS,
        after='<aside id="article-reserve-aux-abonnes"><a class="'
        'lmd-paywall__cta" href="/boutique/abo">Abonnement</a></aside>',
    ),
    _hook(
        "a membership plugin of WooCommerce",
        "https://www.revue-lieux-communs.fr/habiter-la-marge/",
        "Habiter la marge",
        WORDPRESS,
        after='<div class="wc-memberships-content-restricted-message">Pour accéder à cet '
        "article, "
        "vous devez souscrire une formule.</div>",
    ),
    _hook(
        "a protected box of an association's review",
        "https://www.bulletin-des-archivistes.org/spip.php?article2218",
        "Trier, disent-elles",
        WORDPRESS,
        after='<div class="box_protegee_abonne">Version intégrale : boutique.</div>',
    ),
    _hook(
        "Restrict Content Pro's message",
        "https://www.urbanites-revue.org/friches-habitees/",
        "Friches habitées",
        WORDPRESS,
        body="rcp-restricted",
        after='<div class="rcp_paid_only">Adhérents seulement</div>',
    ),
    Labelled(
        "a free article with premium marks on every other card and in the menu",
        "french-web 2e: marks on cards are those of other articles",
        "https://www.la-voix-du-bassin.fr/a/lavoir-88214",
        V.OK,
        seen(
            "https://www.la-voix-du-bassin.fr/a/lavoir-88214",
            build(
                MAGAZINE,
                "Le lavoir retrouve son toit",
                prose("lavoir", 7),
                entries=170,
                kb=40,
                badge='<span class="article__premium--icon tag-premium"></span>',
                side='<div class="teaser article__media--premium"><span class="paywall-abo">+</span>'
                "Réservé aux abonnés</div>",
            ),
        ),
        ("Le lavoir retrouve son toit",),
        sane("https://www.la-voix-du-bassin.fr/a/lavoir-88214"),
    ),
    Labelled(
        "an old page whose inline image spells odd words in base64",
        "issue: facts of the page are read from its elements",
        "https://www.patois-et-parlers.org/lexique",
        V.OK,
        seen(
            "https://www.patois-et-parlers.org/lexique",
            build(
                WORDPRESS,
                "Petit lexique du patois",
                prose("patois", 4),
                kb=5,
                after=f'<img alt="carte" src="data:image/png;base64,{blob("patois", 60)}">',
            ),
        ),
        ("Petit lexique du patois",),
        sane("https://www.patois-et-parlers.org/lexique"),
    ),
)
