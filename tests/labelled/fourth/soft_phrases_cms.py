"""Pages of content managers that say "not found" under 200, and living pages beside them."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import cards, text
from tests.labelled.labelled import Labelled
from tests.labelled.wire import absent, beside, looks, seen

_ASSO = "https://www.secretaires-de-mairie-du-centre.example"
_STRAY = skins.wordpress(
    "Oups, cette page s'est égarée",
    "<p>Le lien que vous avez suivi est peut-être rompu. Essayez une recherche, ou revenez à "
    "l'accueil.</p><form role='search'><input name='s'></form>",
    body_class="error404",
    comments=False,
    aside=("Que faire d'une page introuvable ?",),
)
_DEPT = "https://www.departement-de-la-vezere.example"
_DEPT_GONE = skins.drupal7(
    "Page non trouvée", "<p>La page demandée n'a pas pu être trouvée.</p>", entries=1150
)
_SPIP = "http://petite-enfance.ressources-loire.example"
_SPIP_GONE = skins.spip(
    "Erreur 404", "<p>Cet article n'existe plus ou n'est plus publié.</p>", h1="Article introuvable"
)
_TYPO = "https://www.agence-eau-limagne.example"
_TYPO_GONE = skins.typo3(
    "Désolé !",
    "<p>Nous sommes désolés, la page demandée n'a pas été trouvée.</p><p>Elle a pu changer "
    "d'adresse lors de la refonte du site en 2022.</p>",
    site="Agence de l'eau Limagne",
)
_JOOM = "https://www.foyers-ruraux-du-causse.example"
_JOOM_GONE = skins.joomla(
    "Erreur : 404",
    "<p>L'article ou la catégorie que vous demandez est introuvable.</p>",
    site="Foyers ruraux du Causse",
    h1="Article introuvable",
)
_ABD = "https://www.agence-biodiversite-armor.example"
_ABD_GONE = skins.drupal10(
    "La page que vous recherchez n'existe plus",
    "<p>Excusez-nous pour la gêne occasionnée. Si vous avez tapé l'adresse dans le navigateur, "
    "vérifiez qu'elle est correcte.</p>",
    tab="Agence régionale de la biodiversité",
)


def _gone(
    name: str, url: str, body: bytes, title: str, fact: str, sibling: bool = True
) -> Labelled:
    answers = looks(sibling=seen(beside(url), body)) if sibling else {}
    return Labelled(name, fact, url, K.SOFT_404, seen(url, body), (title,), answers)


def _lives(name: str, url: str, body: bytes, title: str, fact: str) -> Labelled:
    answers = looks(sibling=absent(url))
    return Labelled(name, fact, url, K.OK, seen(url, body), (title,), answers)


_WP_URL = f"{_ASSO}/2018/11/le-guichet-unique-a-dix-ans/"
_DEPT_URL = f"{_DEPT}/actualite/le-bibliobus-change-de-circuit"
_SPIP_URL = f"{_SPIP}/spip.php?article418"
_TYPO_URL = f"{_TYPO}/publications/guide-des-zones-humides.html"
_JOOM_URL = f"{_JOOM}/index.php/actualites/211-bilan-des-ateliers-numeriques"
_ABD_URL = f"{_ABD}/ressources/haies-et-bocages-ce-que-disent-les-agriculteurs"

CASES: tuple[Labelled, ...] = (
    _gone(
        "a WordPress association whose stray page bears an unusual phrase",
        _WP_URL,
        _STRAY,
        "Le guichet unique a dix ans",
        "french-web 2f: oups + page in the h1",
    ),
    _lives(
        "the same association's article with a sidebar that mentions a missing page",
        f"{_ASSO}/2018/12/former-les-remplacants/",
        skins.wordpress(
            "Former les remplaçants", text("rempl"), aside=("Que faire d'une page introuvable ?",)
        ),
        "Former les remplaçants",
        "french-web 2f: phrases count only in title, h1 or short text",
    ),
    _gone(
        "a department's Drupal 7 says non trouvée below a menu of sixty kilobytes",
        _DEPT_URL,
        _DEPT_GONE,
        "Le bibliobus change de circuit",
        "french-web 2f: page non trouvée",
    ),
    _lives(
        "the department's living news below the same huge menu",
        f"{_DEPT}/actualite/un-car-de-plus",
        skins.drupal7("Un car de plus le samedi", text("car", 2), entries=1150),
        "Un car de plus le samedi",
        "issue 3: a living page of the same site",
    ),
    _gone(
        "a SPIP site whose article is introuvable in the h1",
        _SPIP_URL,
        _SPIP_GONE,
        "Accueillir les parents le matin",
        "french-web 2f: article introuvable",
        sibling=False,
    ),
    _lives(
        "a SPIP article about children who look for something introuvable",
        f"{_SPIP}/spip.php?article420",
        skins.spip("Le doudou introuvable, un album pour dire la séparation", text("doudou", 5)),
        "Le doudou introuvable : un album pour dire la séparation",
        "issue 3: a living article whose title holds a word of the phrases",
    ),
    _gone(
        "a TYPO3 agency is sorry that the page was not found",
        _TYPO_URL,
        _TYPO_GONE,
        "Guide des zones humides",
        "french-web 2f: natural variant of page non trouvée",
    ),
    _lives(
        "the TYPO3 agency's living guide",
        f"{_TYPO}/publications/guide-des-captages.html",
        skins.typo3("Guide des captages", text("capt"), site="Agence de l'eau Limagne"),
        "Guide des captages",
        "issue 3: a living page of the same site",
    ),
    _gone(
        "a Joomla site says 404 in its title and shows its login box",
        _JOOM_URL,
        _JOOM_GONE,
        "Bilan des ateliers numériques",
        "french-web 2f: erreur 404 in the title",
    ),
    _lives(
        "the Joomla site's living report beside the same login box",
        f"{_JOOM}/index.php/actualites/212-bilan-du-fonds-local",
        skins.joomla("Bilan du fonds local", text("fonds", 3), site="Foyers ruraux du Causse"),
        "Bilan du fonds local",
        "issue 3: a login box in a sidebar is not a wall",
    ),
    _gone(
        "a public agency on Drupal 10 whose tab shows only the site's name",
        _ABD_URL,
        _ABD_GONE,
        "Haies et bocages : ce que disent les agriculteurs",
        "french-web 2f: la page que vous recherchez n'existe plus",
    ),
    _lives(
        "the agency's living study whose abstract deplores species that no longer exist",
        f"{_ABD}/ressources/messicoles",
        skins.drupal10(
            "Plantes messicoles : l'inventaire",
            "<p>Une station sur trois n'existe plus ou a été déplacée par les labours.</p>"
            + text("mess"),
        ),
        "Plantes messicoles : l'inventaire régional",
        "issue 3: phrases in a long main text",
    ),
    Labelled(
        "a page-builder site serves its 404 template with many recent articles",
        "french-web 2f: page introuvable in title; the rest is a grid of other articles",
        "https://www.tiers-lieux-des-alpes.example/portrait-dune-recyclerie/",
        K.SOFT_404,
        seen(
            "https://www.tiers-lieux-des-alpes.example/portrait-dune-recyclerie/",
            skins.divi(
                "Page introuvable",
                "<p>Ce contenu a sans doute déménagé. Voici nos derniers articles :</p>"
                + cards(24, "alpes"),
                site="Tiers-lieux des Alpes",
                h1="Aïe ! Il n'y a rien ici",
            ),
        ),
        ("Portrait d'une recyclerie",),
    ),
    Labelled(
        "the page-builder site's short living page",
        "issue 3: a short page is alive",
        "https://www.tiers-lieux-des-alpes.example/la-boutique/",
        K.OK,
        seen(
            "https://www.tiers-lieux-des-alpes.example/la-boutique/",
            skins.divi(
                "La boutique de la recyclerie",
                "<p>Ouverte le mercredi et le samedi, 4 rue du Four. Dépôts sur rendez-vous.</p>",
                site="Tiers-lieux des Alpes",
            ),
        ),
        ("La boutique de la recyclerie",),
        looks(sibling=absent("https://www.tiers-lieux-des-alpes.example/la-boutique/")),
    ),
    Labelled(
        "a job offer that is no longer on line says so under 200",
        "french-web 2f: cette offre n'est plus disponible",
        "https://emploi.collectivites-du-sud.example/offre/88231-chef-de-projet-design",
        K.SOFT_404,
        seen(
            "https://emploi.collectivites-du-sud.example/offre/88231-chef-de-projet-design",
            skins_other.webforms(
                "Cette offre n'est plus disponible",
                "<p>L'offre que vous souhaitez consulter a été pourvue ou retirée.</p>",
                site="Emploi des collectivités",
            ),
        ),
        ("Chef de projet design de service (fiche de poste)",),
    ),
    Labelled(
        "a job offer that still stands, with a warning about offers that go",
        "issue 3: a living page of the same site",
        "https://emploi.collectivites-du-sud.example/offre/90412-archiviste",
        K.OK,
        seen(
            "https://emploi.collectivites-du-sud.example/offre/90412-archiviste",
            skins_other.webforms(
                "Archiviste itinérant (F/H)",
                text("archiviste", 3)
                + "<p>Passé la date limite, cette offre n'est plus disponible.</p>",
                site="Emploi des collectivités",
            ),
        ),
        ("Archiviste itinérant",),
        looks(sibling=absent("https://emploi.collectivites-du-sud.example/offre/90412-archiviste")),
    ),
)
