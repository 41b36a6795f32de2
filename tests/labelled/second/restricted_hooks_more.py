"""More hooks, plugins and formulas of paid pages; and the same names on free pages."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.restricted_declared import _declared
from tests.labelled.second.restricted_declared_living import _free
from tests.labelled.second.restricted_hooks import _hook
from tests.labelled.second.restricted_phrases import _says
from tests.labelled.second.templates_press import DRUPAL7, NEXT, SPIP, TYPO3, WORDPRESS
from tests.labelled.second.templates_press_site import json_ld

HOST = "https://www.gazette-des-estuaires.fr/"

CASES: tuple[Labelled, ...] = (
    _hook(
        "Zephr's empty paywall",
        HOST + "a/digue-1",
        "La digue attend ses pierres",
        NEXT,
        after='<div id="paywall" data-zephr="1"></div><script '
        'src="https://assets.zephr.com/zephr-'
        'browser/1.js"></script>',
    ),
    _hook(
        "a restrictblock of a professional weekly",
        HOST + "a/quai-2",
        "Le quai aux voiliers",
        DRUPAL7,
        after='<div class="restrictblock"><a href="/offres">Voir les offres</a></div>',
    ),
    _hook(
        "su-premium payant",
        HOST + "a/bac-3",
        "Le bac de nuit",
        WORDPRESS,
        after='<div class="su-premium payant">Suite dans le numéro 41.</div>',
    ),
    _hook(
        "leaky-paywall with its subscribe block",
        HOST + "a/phare-4",
        "Le phare et le préfet",
        WORDPRESS,
        head='<script src="https://cdn.leaky-paywall.com/lp.js"></script>',
        after='<div class="subscribe-block leaky_paywall_message_wrap">Formules dès 3 €</div>',
    ),
    _hook(
        "a paywall-message under the teaser",
        HOST + "a/vase-5",
        "Draguer la vase",
        TYPO3,
        after='<div class="paywall-message">Offre découverte</div>',
    ),
    _hook(
        "tlg-article-premium around the text",
        HOST + "a/sel-6",
        "Les sauniers se comptent",
        NEXT,
        near='<div class="tlg-article-premium"></div>',
    ),
    _says(
        "a subscription for one's own use only",
        HOST + "a/criee-7",
        "Qui a vendu la criée ?",
        "L'abonnement à La Gazette des Estuaires est à usage individuel. Abonnez-vous.",
    ),
    _says(
        "the whole of the article for a click",
        HOST + "a/cale-8",
        "La cale à sec",
        "Accédez à l'intégralité de l'article et à nos archives : 2 € par mois",
        SPIP,
    ),
    _says(
        "a premium article by its own words",
        HOST + "a/marais-9",
        "Le marais sous contrat",
        "Article premium. Pour lire la suite de cet article, identifiez-vous.",
        DRUPAL7,
    ),
    _free(
        "a free article whose newsletter box is called subscribe-block",
        "french-web 2e: the class is a hook on a cut text, not under a whole one",
        HOST + "a/oiseaux-10",
        "Compter les oiseaux",
        WORDPRESS,
        side='<div class="subscribe-block"><form action="/nl">Chaque mardi par courriel <input '
        'type="email"><button>OK</button></form></div>',
    ),
    _free(
        "a text in a div called paywall that says true of itself",
        "issue: true is respected; the class only marks the section",
        HOST + "a/sable-11",
        "Le sable voyage",
        NEXT,
        head=json_ld(
            '{"@type":"NewsArticle","isAccessibleForFree":true,"hasPart":{"@type":'
            '"WebPageElement","isAccessibleForFree":true,"cssSelector":".paywall"}}'
        ),
        after='<div class="paywall"><p>La suite est sous vos yeux.</p></div>',
    ),
    _declared(
        "a free page of help: why is this article reserved?",
        "french-web 2e: the page explains, nothing is cut",
        HOST + "aide/pourquoi-un-article-est-reserve",
        "Pourquoi un article est-il réservé ?",
        DRUPAL7,
        kind=V.OK,
        texts=(
            "Un article marqué d'une clé est réservé à celles et ceux qui nous soutiennent. "
            "Les autres restent libres.",
            *prose("aide-cle", 4),
        ),
    ),
)
