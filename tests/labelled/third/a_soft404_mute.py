"""Soft 404 without the usual words or places, and their living twins."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.a_templates import drupal, joomla
from tests.labelled.third.a_templates_filler import anything, paras, sane
from tests.labelled.wire import seen

_LOGO = "https://www.pays-de-la-haute-brenne.fr/projets/cafe-itinerant.html"
_LOGO_LOST = joomla(
    "Pays de la Haute Brenne",
    "Pays de la Haute Brenne",
    "<h2>Nous sommes désolés, la page demandée n'a pas été trouvée.</h2><ul><li>un signet ou un "
    "favori périmé</li><li>une adresse mal saisie</li><li>un moteur de recherche dont l'index "
    "n'est pas à jour</li></ul>",
    h1="Bienvenue en Haute Brenne",
)
_NEWS = "https://www.fabrique-des-communs.net/actu/2019/03/rencontre-des-tiers-lieux"
_NEWS_LOST = drupal(
    "La Fabrique des communs",
    "La Fabrique des communs",
    "<p>Aïe, il n'y a rien ici.</p><p>Essayez le menu, ou dites-nous ce que vous cherchiez.</p>",
    h1="Perdu ?",
)

CASES: tuple[Labelled, ...] = (
    Labelled(
        "the apology stands in a second heading under the usual welcome",
        "french-web 2f: la page demandée in a short main text, title is the site's name",
        _LOGO,
        VerdictKind.SOFT_404,
        seen(_LOGO, _LOGO_LOST),
        ("Un café itinérant en Haute Brenne",),
        anything(_LOGO, _LOGO_LOST),
    ),
    Labelled(
        "the travelling café has its page under the usual welcome",
        "french-web 2f: same template and title; the reference's title stands in the text",
        _LOGO,
        VerdictKind.OK,
        seen(
            _LOGO,
            joomla(
                "Pays de la Haute Brenne",
                "Pays de la Haute Brenne",
                f"<h2>Un café itinérant en Haute Brenne</h2>{paras(_LOGO)}",
                h1="Bienvenue en Haute Brenne",
            ),
        ),
        ("Un café itinérant en Haute Brenne",),
        anything(_LOGO, _LOGO_LOST),
    ),
    Labelled(
        "a lost page without any known phrase is the same for a nonsense sibling",
        "french-web 2f: sibling probe, same page for a random last segment",
        _NEWS,
        VerdictKind.SOFT_404,
        seen(_NEWS, _NEWS_LOST),
        ("Rencontre nationale des tiers-lieux : le programme",),
        anything(_NEWS, _NEWS_LOST),
    ),
    Labelled(
        "the news of that site lives though nonsense gets a 200",
        "french-web 2f: the sibling differs from the page",
        _NEWS,
        VerdictKind.OK,
        seen(
            _NEWS,
            drupal(
                "La Fabrique des communs",
                "Rencontre des tiers-lieux",
                "<p>Le programme de la rencontre nationale : accueil à 9 h, ateliers, repas "
                "partagé.</p><p>Inscription auprès de Maud.</p>",
            ),
        ),
        ("Rencontre nationale des tiers-lieux : le programme",),
        anything(_NEWS, _NEWS_LOST),
    ),
    Labelled(
        "nothing at all is served with a 200",
        "issue 3: 200 or 204 with nothing in it is soft_404",
        "https://www.cc-pays-dargent.fr/IMG/html/bilan-2016.html",
        VerdictKind.SOFT_404,
        seen(
            "https://www.cc-pays-dargent.fr/IMG/html/bilan-2016.html",
            b"\r\n\r\n",
            headers={"content-length": "4"},
        ),
        ("Bilan 2016 du laboratoire",),
        sane("https://www.cc-pays-dargent.fr/IMG/html/bilan-2016.html"),
        also(VerdictKind.SERVER_ERROR),
    ),
)
