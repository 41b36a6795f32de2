"""Free pages that speak of subscriptions: articles on paywalls, services, newsletters, seasons."""

from __future__ import annotations

from typing import Any

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.press_filler import english
from tests.labelled.second.restricted_declared import _declared
from tests.labelled.second.templates_press import (
    DRUPAL7,
    JOOMLA,
    NEXT,
    SPIP,
    TABLES,
    TYPO3,
    WEBFORMS,
    WORDPRESS,
)
from tests.labelled.second.templates_press_site import MAGAZINE, POPIN

NEWSLETTER = (
    '<div class="newsletter-box"><p>Abonnez-vous pour recevoir notre lettre chaque jeudi.</p><form '
    'action="/nl"><input type="email" name="e"><button>S\'abonner</button></form></div>'
)


def _free(
    name: str,
    url: str,
    title: str,
    layout: str = WORDPRESS,
    *,
    fact: str,
    first: tuple[str, ...] = (),
    more: int = 6,
    lang: str = "fr",
    **slots: Any,
) -> Labelled:
    flesh = english(title, more) if lang == "en" else prose(title, more)
    return _declared(
        name, fact, url, title, layout, texts=(*first, *flesh), kind=V.OK, lang=lang, **slots
    )


QUOTED = "french-web 2e: phrases are quoted in articles about the press"
OTHER = "french-web 2e: the phrase speaks of a service, not of the page"

CASES: tuple[Labelled, ...] = (
    _free(
        "an article that tells how dailies sell their end",
        "https://www.mediametries.net/2019/paywalls-a-la-francaise",
        "Les paywalls à la française",
        MAGAZINE,
        fact=QUOTED,
        more=9,
        first=(
            "« Cet article est réservé aux abonnés », « Il vous reste 80 % de cet article à "
            "lire » : "
            "ces phrases sont devenues le sel de la presse en ligne.",
            "Le mur payant, ou paywall, est né en 1996.",
        ),
    ),
    _free(
        "a guide for librarians about articles réservés aux abonnés",
        "https://www.bibliotheques-pratiques.org/guide/presse-en-ligne",
        "Article réservé aux abonnés : que faire ?",
        SPIP,
        fact=QUOTED,
        more=7,
        first=(
            "Vous cliquez, et l'on vous répond « contenu réservé aux abonnés ». Voici quatre "
            "façons "
            "légales de lire l'article.",
        ),
    ),
    _free(
        "a media library that lends readers to its members",
        "https://mediatheque.pays-de-lure.fr/services/liseuses",
        "Emprunter une liseuse",
        DRUPAL7,
        fact=OTHER,
        more=2,
        first=("Service réservé aux abonnés de la médiathèque, à jour de leur cotisation.",),
    ),
    _free(
        "a theatre with an evening for its subscribers",
        "https://www.theatre-des-deux-rives.eu/saison-18-19/ouverture",
        "Soirée d'ouverture",
        JOOMLA,
        fact=OTHER,
        more=2,
        first=(
            "Répétition publique le 12 septembre, réservée aux abonnés. Tarif abonné : 8 €. "
            "Abonnez-vous pour accéder à la prévente !",
        ),
    ),
    _free(
        "a car that comes with premium content",
        "https://www.autos-et-societe.fr/essais/utilitaires-electriques",
        "Utilitaires électriques : l'essai des communes",
        fact=OTHER,
        more=5,
        first=(
            "L'équipement monte en gamme, avec un contenu premium à l'écran et un forfait "
            "sans engagement.",
        ),
    ),
    _free(
        "a free article under a newsletter box",
        "https://www.lacroisee-des-chemins.org/2018/10/covoiturage-rural/",
        "Le covoiturage rural",
        fact="brief: newsletters are no paywalls",
        side=NEWSLETTER,
        after=NEWSLETTER,
    ),
    _free(
        "a free short notice of a trade paper, with its login pop-in",
        "https://www.techni-communes.com/breve/concours-des-villes-fleuries.2211",
        "Concours des villes fleuries : les dates",
        MAGAZINE,
        more=1,
        entries=120,
        after=POPIN,
        fact="french-web 2a: the pop-in stands on free articles too",
    ),
    _free(
        "the Gazette's free article whose pop-in comes first, on an old address",
        "http://www.lagazettedescommunes.com/569137/les-politiques-dinnovation-en-debat/",
        "Les politiques d'innovation en débat",
        MAGAZINE,
        first=(POPIN,),
        entries=150,
        fact="french-web 2a: déjà inscrit alone must never mean paywall",
    ),
    _free(
        "a documentation in ASP.NET with a login box on every page",
        "http://extranet-doc.cdg77.org/Detail.aspx?id=884",
        "Le compte épargne-temps",
        WEBFORMS,
        fact="french-web 2e: a password field beside a long text is an accessory",
        side='<span>Espace adhérents</span><input name="ctl00$login" /><input name="ctl00$pwd" '
        'type="password" /><a href="mdp.aspx">Mot de passe oublié ?</a>',
    ),
    _free(
        "a notice of forty words with a member's login in its side column",
        "http://www.amicale-cantonniers.fr/art88.php",
        "Assemblée générale le 3 mai",
        TABLES,
        charset="iso-8859-1",
        more=1,
        first=("Rendez-vous à 18 heures à la salle des fêtes.",),
        fact="french-web 2e: a login box aside is an accessory, the notice is whole",
        side='<form action="login.php">Membres<br><input name="u" size="8"><input '
        'type="password" '
        'name="p" size="8"></form>',
        talk=False,
    ),
    _free(
        "a blog in English on subscriber-only news",
        "https://www.openpress-notes.org/posts/subscriber-only",
        "The subscriber-only web",
        NEXT,
        lang="en",
        fact=QUOTED,
        more=8,
        first=("“This article is for subscribers only.” Few sentences are read as often.",),
    ),
    _free(
        "a price page that is the page cited",
        "https://www.lhebdo-du-vexin.fr/abonnement-bibliotheques",
        "Offre aux bibliothèques",
        TYPO3,
        fact="french-web 2e: no article is cut here; the page is the offer",
        more=2,
        first=("Abonnez-vous ! À partir de 1 € par mois, sans engagement.",),
    ),
    _free(
        "a study of subscriptions whose text ends in an ellipsis",
        "https://www.observatoire-presse-locale.fr/etudes/abonnements-2018",
        "Qui s'abonne encore ?",
        DRUPAL7,
        fact="french-web 2e: weak signs in a long text",
        after="<p>Et demain ? Seuls les lecteurs le savent...</p>",
        side=NEWSLETTER,
        more=9,
    ),
)
