"""Acteurs publics, and the sister titles of the Gazette."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.french_press import (
    DUAN,
    DUAN_NEW,
    DUAN_URL,
    FABLABS,
    GAZETTE,
    MAIRES,
    NOUVELLES,
    POPIN,
    USINE,
    cut,
)
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import article, page
from tests.labelled.prose import prose
from tests.labelled.wire import seen

CASES = (
    Labelled(
        "an Acteurs publics article on its new host",
        "french-web 2b: acteurspublics.fr/articles/, elided slug",
        DUAN_URL,
        V.MOVED,
        seen(DUAN_NEW, article(DUAN, kb=12), via=[(DUAN_URL, 301)]),
        (DUAN,),
    ),
    Labelled(
        "an Acteurs publics article on its new host behind Qiota",
        "french-web 2b: #qiota-paywall; host moved",
        DUAN_URL,
        V.RESTRICTED,
        seen(
            DUAN_NEW,
            cut(DUAN, GAZETTE, after='<div id="qiota-paywall"></div>'),
            via=[(DUAN_URL, 301)],
        ),
        (DUAN,),
        accepted=also(V.MOVED),
    ),
    Labelled(
        "a free Acteurs publics article",
        "french-web 2b: free teaser of 2018",
        DUAN_NEW,
        V.OK,
        seen(DUAN_NEW, article(DUAN, kb=12)),
        (DUAN,),
    ),
    Labelled(
        "a Courrier des maires trial box",
        "french-web 2a: .encartEssai",
        MAIRES,
        V.RESTRICTED,
        seen(
            MAIRES,
            cut(
                NOUVELLES,
                GAZETTE,
                near_h1='<span class="etiquetteArt">Abonnés</span>',
                after='<div class="encartEssai">Essai de quinze jours</div>',
            ),
        ),
        (NOUVELLES,),
    ),
    Labelled(
        "a free Courrier des maires article",
        "french-web 2a",
        MAIRES,
        V.OK,
        seen(MAIRES, article(NOUVELLES, dress=GAZETTE, before=POPIN, kb=26)),
        (NOUVELLES,),
    ),
    Labelled(
        "a Usine nouvelle label",
        "french-web 2a: .c-paywall-label",
        USINE,
        V.RESTRICTED,
        seen(USINE, cut(FABLABS, GAZETTE, near_h1='<span class="c-paywall-label">Abonnés</span>')),
        (FABLABS,),
    ),
    Labelled(
        "a free Usine nouvelle article",
        "french-web 2a",
        USINE,
        V.OK,
        seen(USINE, article(FABLABS, dress=GAZETTE, kb=30)),
        (FABLABS,),
    ),
    Labelled(
        "a teaser of the Moniteur in old type",
        "french-web 2a: the sister layout",
        "http://www.lemoniteur.fr/articles/les-ponts-oublies-33996199",
        V.RESTRICTED,
        seen(
            "http://www.lemoniteur.fr/articles/les-ponts-oublies-33996199",
            page(
                "Les ponts oubliés",
                paragraphs=(
                    *prose("ponts", 1, 2),
                    "Faute d'inventaire, les départements…",
                    "Vous lisez un article de la revue Moniteur n°\u00a05903 du 06/01/2017",
                    "Pas encore abonné",
                ),
                charset="latin-1",
            ),
            headers={"content-type": "text/html; charset=iso-8859-1"},
        ),
        ("Les ponts oubliés",),
    ),
)
