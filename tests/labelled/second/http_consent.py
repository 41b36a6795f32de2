"""Consent walls and anchors."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, page
from tests.labelled.second.templates_other import spip
from tests.labelled.wire import absent, looks, seen

_PRESS = "https://www.depeche-des-mairies.fr"


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a consent wall that shows the right title",
        fact="issue conventions: a consent wall that shows the right title: ok",
        url=f"{_PRESS}/articles/ecoles-rurales-le-pari",
        expected=V.OK,
        plain=seen(
            f"{_PRESS}/articles/ecoles-rurales-le-pari",
            page(
                "Écoles rurales, le pari du regroupement",
                paragraphs=(
                    "<div class='cmp-wall'><h2>Bienvenue</h2><p>Avec votre accord, nos 812 "
                    "partenaires et nous utilisons des cookies. Acceptez les cookies ou "
                    "abonnez-vous pour poursuivre votre lecture.</p><button>Accepter et continuer"
                    "</button><a href='/abonnement'>S'abonner</a></div>",
                ),
                dress=PRESS,
                og=True,
                kb=40,
            ),
        ),
        titles=("Écoles rurales : le pari du regroupement",),
        answers=looks(sibling=absent(f"{_PRESS}/articles/ecoles-rurales-le-pari")),
        accepted=also(V.RESTRICTED),
    ),
    Labelled(
        name="a consent wall on another host that hides what was cited",
        fact="issue: a consent wall without the right title shows nothing of the page",
        url="https://www.grandjournal-ouest.fr/2019/quais-de-loire",
        expected=V.DOUBTFUL,
        plain=seen(
            "https://consent.grandjournal-ouest.fr/?continue=%2F2019%2Fquais-de-loire",
            page(
                "Avant de continuer",
                paragraphs=("Nous et nos partenaires déposons des cookies. Faites votre choix.",),
                suffix="",
                kb=16,
            ),
            via=(("https://www.grandjournal-ouest.fr/2019/quais-de-loire", 302),),
        ),
        titles=("Les quais de Loire rendus aux piétons",),
        answers=looks(sibling=absent("https://www.grandjournal-ouest.fr/2019/quais-de-loire")),
        accepted=also(V.BLOCKED, V.OK),
    ),
    Labelled(
        name="a missing anchor in a living page",
        fact="issue: a missing anchor is a note, never broken",
        url="https://www.mobilites-rurales.org/glossaire#transport-a-la-demande",
        expected=V.OK,
        plain=seen("https://www.mobilites-rurales.org/glossaire", spip("Glossaire des mobilités")),
        titles=("Glossaire des mobilités",),
        answers=looks(sibling=absent("https://www.mobilites-rurales.org/glossaire")),
    ),
    Labelled(
        name="an anchor in a page that is not found",
        fact="twin of the missing anchor: the page itself is a 404",
        url="https://www.mobilites-rurales.org/lexique#velo",
        expected=V.NOT_FOUND,
        plain=seen(
            "https://www.mobilites-rurales.org/lexique",
            spip("Erreur 404", ("La page que vous cherchez n'existe pas.",)),
            404,
        ),
        titles=("Lexique",),
    ),
)
