"""Subscriptions of the French press, said in words or by a status."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.b_templates import drupal, paras, sane, wordpress
from tests.labelled.third.b_templates_press import daily
from tests.labelled.wire import seen

_DAILY = "https://www.lecourrierdesmarais.fr/edition-nord/2021-05-14/la-halle-change-de-main-88123"
_REVUE = "https://shs.revues-ouvertes-payantes.info/revue-gestion-locale-2020-3-page-45.htm"
_MONTH = "https://www.idees-publiques-mensuel.fr/numero-48/le-temps-long-des-reformes"
_FREE = "https://lettre-elus.info/2024/02/tribune-rendre-le-budget-lisible"

_CUT = "<p>La coopérative a signé lundi. Reste à financer la toiture, et surtout […]</p>"

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a daily says how much of the article remains to be read",
        fact="french-web 2e: Il vous reste N % de cet article à lire",
        url=_DAILY,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _DAILY,
            daily(
                "La halle change de main",
                paras(_DAILY, 2, 3),
                site="Le Courrier des marais",
                after="<div class='mur'><p>Il vous reste 78&nbsp;% de cet article à lire.</p>"
                "<p>La suite est réservée aux abonné·es.</p></div>",
            ),
        ),
        titles=("La halle change de main",),
        answers=sane(_DAILY),
    ),
    Labelled(
        name="a review of management sells an article of which it gives the abstract",
        fact="french-web 2e: Cet article est payant; restricted is expected for reviews",
        url=_REVUE,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _REVUE,
            drupal(
                "Piloter une petite commune : trois études de cas",
                f"<h2>Résumé</h2>{paras(_REVUE, 1, 4)}<div class='achat'><h3>Accès réservé</h3>"
                "<p>Cet article est payant. Acheter cet article : 5,00 €</p><p>Vous avez un accès "
                "par votre établissement ? Connectez-vous pour lire la suite.</p></div>",
                site="Revues en ligne",
            ),
        ),
        titles=("Piloter une petite commune, trois études de cas",),
        answers=sane(_REVUE),
    ),
    Labelled(
        name="a monthly of ideas locks its article with a content tier and Poool",
        fact="french-web 2e: article:content_tier, #poool-paywall",
        url=_MONTH,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _MONTH,
            daily(
                "Le temps long des réformes",
                paras(_MONTH, 1, 4) + '<div id="poool-paywall"></div>',
                site="Idées publiques",
                head='<meta property="article:content_tier" content="locked">'
                '<script src="https://assets.poool.fr/access.min.js" async></script>',
                kb=110,
            ),
        ),
        titles=("Le temps long des réformes",),
        answers=sane(_MONTH),
    ),
    Labelled(
        name="a letter for councillors wants a free account before the rest",
        fact="french-web 2e: Créez un compte gratuit pour lire",
        url=_FREE,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _FREE,
            wordpress(
                "Tribune : rendre le budget lisible",
                f"{_CUT}<div class='reg-wall'><h3>Créez un compte gratuit pour lire la suite"
                "</h3><p>Déjà inscrit ? Se connecter</p></div>",
                site="Lettre des élus",
            ),
        ),
        titles=("Rendre le budget lisible (tribune)",),
        answers=sane(_FREE),
    ),
    Labelled(
        name="a shop page answers 402 for a paid report",
        fact="french-web 2e: 402 is restricted",
        url="https://rapports.etudes-locales-plus.com/2023/attractivite",
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            "https://rapports.etudes-locales-plus.com/2023/attractivite",
            b'{"message":"payment required"}',
            402,
            headers={"content-type": "application/json"},
        ),
        accepted=also(VerdictKind.BLOCKED),
    ),
)
