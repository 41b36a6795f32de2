"""Soft 404s of SPIP and Drupal by phrase, and living pages of the same sites."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import dead, living, one_site
from tests.labelled.second.templates_engines import DRUPAL_HEADERS, SPIP_HEADERS, drupal, spip

_SPIP = "Réseau rural du Bocage"
_SPIP_HOST = "http://www.reseau-bocage.org"
_D7 = "Observatoire des services au public"
_D7_HOST = "https://observatoire-services.fr"

CASES: tuple[Labelled, ...] = one_site(
    (
        dead(
            "SPIP has no article at this address",
            "french-web 2f: article introuvable, n'existe pas; variant of the engine",
            f"{_SPIP_HOST}/Des-haies-et-des-hommes",
            spip(
                _SPIP,
                "Erreur 404",
                ("Il n'y a pas d'article à cette adresse.",),
                doc=f"Erreur 404 - {_SPIP}",
            ),
            "Des haies et des hommes",
            headers=SPIP_HEADERS,
        ),
        living(
            "SPIP article with a short text and siblings in its section",
            "living twin of the SPIP site",
            f"{_SPIP_HOST}/Des-murets-et-des-hommes",
            spip(_SPIP, "Des murets et des hommes", prose("murets", 1)),
            "Des murets et des hommes",
            headers=SPIP_HEADERS,
        ),
        dead(
            "SPIP site after a redesign regrets a moved or deleted page under a bland title",
            "french-web 2f: la page que vous cherchez … a été déplacée / supprimée, short text",
            f"{_SPIP_HOST}/spip.php?article212",
            spip(
                _SPIP,
                "Le site fait peau neuve",
                (
                    "Suite à la refonte de notre site, la page que vous cherchez a été déplacée ou "
                    "supprimée. Merci de mettre à jour vos favoris.",
                ),
                doc=_SPIP,
                crumb="Accueil",
            ),
            "Gérer une haie mitoyenne",
            sibling=spip(
                _SPIP,
                "Le site fait peau neuve",
                (
                    "Suite à la refonte de notre site, la page que vous cherchez a été déplacée ou "
                    "supprimée. Merci de mettre à jour vos favoris.",
                ),
                doc=_SPIP,
                crumb="Accueil",
            ),
            headers=SPIP_HEADERS,
        ),
        living(
            "SPIP news item announcing that the site has a new look",
            "false friend: an article about a redesign that speaks of moved pages",
            f"{_SPIP_HOST}/Le-site-fait-peau-neuve",
            spip(
                _SPIP,
                "Le site fait peau neuve",
                (
                    *prose("refonte", 2),
                    "Si une page que vous cherchez a été déplacée, écrivez-nous : nous la "
                    "retrouverons ensemble.",
                ),
            ),
            "Le site du réseau fait peau neuve",
            headers=SPIP_HEADERS,
        ),
        dead(
            "Drupal 7 could not find the page, status 200",
            "french-web 2f: page introuvable in title and h1",
            f"{_D7_HOST}/ressources/fiche-maison-de-services-de-lorme",
            drupal(
                _D7,
                "Page introuvable",
                ("La page demandée n'a pas pu être trouvée.",),
                version=7,
                entries=120,
            ),
            "Fiche : la maison de services de Lorme",
            headers=DRUPAL_HEADERS | {"x-generator": "Drupal 7 (http://drupal.org)"},
        ),
        living(
            "Drupal 7 guide on setting the not-found page",
            "issue: a living article about 404s",
            f"{_D7_HOST}/ressources/regler-la-page-introuvable-de-votre-site",
            drupal(
                _D7,
                "Régler la « page introuvable » de votre site",
                (
                    "Par défaut, Drupal affiche « La page demandée n'a pas pu être trouvée ». "
                    "Voici comment l'améliorer.",
                    *prose("régler", 4),
                ),
                version=7,
                entries=120,
            ),
            "Régler la page introuvable de votre site",
            headers=DRUPAL_HEADERS,
        ),
        dead(
            "Drupal 10 in English could not find the requested page",
            "french-web 2f: EN page not found in title",
            "https://civic-studio.eu/case-studies/the-town-hall-bus",
            drupal(
                "Civic Studio",
                "Page not found",
                ("The requested page could not be found.",),
                lang="en",
                path="system/404",
            ),
            "The town hall bus",
            headers=DRUPAL_HEADERS,
        ),
    )
)
