"""Subscriptions of the French press: marks, hooks and declarations."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third.b_templates import drupal, paras, sane, spip, wordpress
from tests.labelled.third.b_templates_press import GAZETTE_LOGIN, OFFER, daily, ld
from tests.labelled.wire import seen

_GAZ = "https://www.lagazettedescommunes.com/616093/la-bretagne-cree-un-incubateur/?abo=1"
_ARCHIVE = (
    "http://archives.lagazettedescommunes.com/35185195/"
    "comment-mesurer-l-impact-du-design-des-politiques-publiques-r"
)
_ACT = "https://www.acteurspublics.com/2017/11/21/romain-pasquier-pour-etre-pris-au-serieux"
_ACT_NEW = "https://acteurspublics.fr/articles/romain-pasquier-pour-etre-pris-au-serieux/"
_CADRE = "https://www.lettreducadre.fr/article/la-transfo-saison-2.42291"
_DAILY = "https://www.lecourrierdesmarais.fr/edition-nord/2021-05-14/la-halle-change-de-main-88123"
_WEEK = "https://hebdo-du-haut-pays.com/economie/une-scierie-mise-sur-le-chene"
_CUT = "<p>La coopérative a signé lundi. Reste à financer la toiture, et surtout […]</p>"

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a subscriber-only article of the Gazette bears its mark beside the heading",
        fact="french-web 2a: .notYet among the siblings of h1",
        url=_GAZ,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _GAZ,
            wordpress(
                "La Bretagne crée un incubateur pour service public",
                paras(_GAZ, 1, 3),
                site="La Gazette des communes",
                top=GAZETTE_LOGIN,
                beside_h1='<span class="notYet" title="abonnés"></span>',
                kb=80,
            ),
        ),
        titles=("La Bretagne crée un incubateur pour service public",),
        answers=sane(_GAZ),
    ),
    Labelled(
        name="the print archive of the Gazette shows a teaser and the number of the review",
        fact="french-web 2a: Vous lisez un article de la revue … n° and PAS ENCORE ABONNÉ",
        url=_ARCHIVE,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _ARCHIVE,
            drupal(
                "Comment mesurer l’impact du design des politiques publiques ?",
                paras(_ARCHIVE, 1, 2)
                + "<p>…</p><div class='achat'>Vous lisez un article de la revue La Gazette "
                "n° 2396 du 08/01/2018<br>PAS ENCORE ABONNÉ</div>",
                site="La Gazette, archives",
            ),
        ),
        titles=("Comment mesurer l'impact du design des politiques publiques ?",),
        answers=sane(_ARCHIVE),
    ),
    Labelled(
        name="Acteurs publics moved its interview to its new site behind Qiota",
        fact="french-web 2b: acteurspublics.fr/articles/, #qiota-paywall",
        url=_ACT,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _ACT_NEW,
            daily(
                "Romain Pasquier : “Pour être pris au sérieux par l’État…”",
                paras(_ACT, 1, 3) + '<div id="qiota-paywall"></div>',
                site="Acteurs publics",
                head='<script src="https://static.qiota.com/v2/qiota.js" async></script>',
            ),
            via=((_ACT, 301),),
        ),
        titles=("Romain Pasquier : « Pour être pris au sérieux par l'État »",),
        answers=sane(_ACT_NEW),
    ),
    Labelled(
        name="the Lettre du cadre cuts its teaser and asks for a subscription",
        fact="french-web 2b: Pour lire l'intégralité de cet article, abonnez-vous",
        url=_CADRE,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _CADRE,
            daily(
                "La Transfo, saison 2",
                _CUT + "<div class='bloc'><strong>Pour lire l’intégralité de cet article, "
                "abonnez-vous à La Lettre du Cadre - édition Abonné</strong><p>testez gratuitement "
                "La Lettre du Cadre</p><p>Déjà abonné ?</p></div>",
                site="La Lettre du cadre territorial",
            ),
        ),
        titles=("La Transfo, saison 2",),
        answers=sane(_CADRE),
    ),
    Labelled(
        name="a marsh daily declares a locked article in schema.org with a capital",
        fact="french-web 2e: isAccessibleForFree, compared case-insensitively",
        url=_DAILY,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _DAILY,
            daily(
                "La halle change de main",
                f'{_CUT}<div class="paywall" hidden></div>{OFFER}',
                site="Le Courrier des marais",
                head=ld("NewsArticle", "La halle change de main", '"False"'),
            ),
        ),
        titles=("La halle change de mains",),
        answers=sane(_DAILY),
    ),
    Labelled(
        name="a highland weekly says in microdata that its page is not free",
        fact="french-web 2e: microdata, http://schema.org/False",
        url=_WEEK,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _WEEK,
            spip(
                "Une scierie mise sur le chêne",
                '<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="'
                'isAccessibleForFree" content="http://schema.org/False"><div itemprop="'
                f'articleBody">{_CUT}</div></div>{OFFER}',
                site="Hebdo du haut pays",
            ),
        ),
        titles=("Une scierie mise sur le chêne",),
        answers=sane(_WEEK),
    ),
)
