"""Soft 404s of WordPress sites by phrase, and the living articles of the same themes."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import dead, living, one_site
from tests.labelled.second.templates_engines import WP_HEADERS, wordpress

_SITE = "Territoires en marche"
_HOST = "https://www.territoires-en-marche.org"
_LOST = wordpress(
    _SITE,
    "Oups, cette page s’est égarée…",
    (
        "Elle a peut-être changé de nom, ou n’a jamais existé. Pas de panique : utilisez le "
        "moteur de recherche ou revenez à l’accueil.",
        '<form class="search-form"><input type="search" name="s"><button>Chercher</button></form>',
    ),
    doc="Page non trouvée – Territoires en marche",
    body_class="error404 wp-custom-logo",
    kb=16,
)

CASES: tuple[Labelled, ...] = one_site(
    (
        dead(
            "WordPress theme says 200 with a page gone astray",
            "french-web 2f: French phrases in title or h1",
            f"{_HOST}/2018/06/un-laboratoire-pour-la-vallee/",
            _LOST,
            "Un laboratoire pour la vallée",
            headers=WP_HEADERS,
        ),
        living(
            "WordPress article whose sidebar lists an article on 404 errors",
            "french-web 2f: phrases count only in title, h1, og:title or a short main text",
            f"{_HOST}/2018/09/la-fabrique-des-horaires/",
            wordpress(
                _SITE,
                "La fabrique des horaires",
                prose("horaires"),
                side=(
                    "Erreur 404 : page non trouvée, et après ?",
                    "Page introuvable, mode d'emploi",
                ),
            ),
            "La fabrique des horaires",
            headers=WP_HEADERS,
        ),
        living(
            "WordPress brief of two sentences is a true page",
            "issue: a short page is alive",
            f"{_HOST}/breves/cap-sur-la-foire/",
            wordpress(
                _SITE,
                "Cap sur la foire",
                ("La foire d'automne se tient le 12 octobre sur le champ de Mars. Entrée libre.",),
            ),
            "Cap sur la foire",
            headers=WP_HEADERS,
        ),
        living(
            "WordPress comment complains that a link is page introuvable",
            "checkers 2f lesson: a phrase in a body must not kill a page",
            f"{_HOST}/2019/01/le-rapport-sur-les-haltes/",
            wordpress(
                _SITE,
                "Le rapport sur les haltes ferroviaires",
                ("Le rapport est paru hier. Il compte 80 pages et douze propositions.",),
                comments=(
                    "Bonjour, le lien vers le rapport donne « page introuvable ».",
                    "Chez moi aussi : la page demandée n'existe plus.",
                    "Merci, le lien est corrigé.",
                ),
            ),
            "Le rapport sur les haltes ferroviaires",
            headers=WP_HEADERS,
        ),
        dead(
            "page builder 404 whose title is only the number and the site",
            "french-web 2f: 404 at the start of the title",
            "https://atelier-du-littoral.com/projets/phare-citoyen",
            wordpress(
                "Atelier du littoral",
                "404",
                ("<h2>Il n’y a rien à voir par ici</h2>", "<a href='/'>Ramenez-moi au port</a>"),
                doc="404 – Atelier du littoral",
                body_class="elementor-default elementor-kit-7",
                entries=90,
                kb=70,
            ),
            "Le phare citoyen",
            headers=WP_HEADERS,
        ),
        living(
            "museum page whose heading ends with Peugeot 404",
            "french-web 2f: Peugeot 404 is a false friend",
            "https://atelier-du-littoral.com/collections/au-musee-la-peugeot-404",
            wordpress(
                "Atelier du littoral",
                "Au musée, la Peugeot 404",
                prose("peugeot", 3),
                doc="Au musée, la Peugeot 404",
                entries=90,
                kb=70,
            ),
            "Au musée, la Peugeot 404",
            headers=WP_HEADERS,
        ),
        living(
            "heading that starts with the figure 404 as a count",
            "french-web 2f: 404 alone is no sign where it counts something",
            f"{_HOST}/enquetes/404-communes-ont-repondu/",
            wordpress(_SITE, "404 communes ont répondu à l’enquête", prose("enquête", 4)),
            "404 communes ont répondu à notre enquête",
            headers=WP_HEADERS,
        ),
        living(
            "decision number 404 ends the heading of a short page",
            "french-web 2f: 404 counts only with error, page or not found",
            f"{_HOST}/deliberations/deliberation-n-404/",
            wordpress(
                _SITE,
                "Délibération n° 404",
                (
                    "Vote du tarif de la cantine. Adoptée à l'unanimité.",
                    "<a href='d404.pdf'>PDF</a>",
                ),
                doc="Délibération n° 404",
            ),
            "Délibération n° 404",
            headers=WP_HEADERS,
        ),
        dead(
            "French association under an untranslated English theme",
            "french-web 2f: English phrases on French sites",
            "http://amis-du-canal.asso.fr/balades/ecluse-9/",
            wordpress(
                "Les Amis du canal",
                "Oops! That page can’t be found.",
                ("It looks like nothing was found at this location. Maybe try a search?",),
                doc="Page not found – Les Amis du canal",
                body_class="error404",
                lang="en-US",
            ),
            "Balade à l'écluse 9",
            headers=WP_HEADERS,
        ),
        living(
            "French association under an English theme, living walk",
            "living twin of the untranslated theme",
            "http://amis-du-canal.asso.fr/balades/ecluse-12/",
            wordpress(
                "Les Amis du canal",
                "Balade à l’écluse 12",
                prose("écluse", 2),
                lang="en-US",
                comments=("Page not found for the map, sorry?",),
            ),
            "Balade à l'écluse 12",
            headers=WP_HEADERS,
        ),
    )
)
