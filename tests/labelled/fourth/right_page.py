"""Is it still the cited page? The reference's title is the best witness."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import cards, english, text
from tests.labelled.labelled import Labelled, also
from tests.labelled.wire import absent, looks, seen

_DESIGN = "http://www.design-et-territoires.example/methodes/journal-de-bord-usagers"
_SUM = "https://www.revue-urbaine.example/sommaire-67"
_EVENT = "http://www.assises-du-numerique-rural.example/programme"
_LAB = "https://labo.societenumerique.gouv.fr/fr/articles/mediateurs-numeriques-qui-sont-ils/"
_PRO = "https://www.adbdp.example/spip.php?article1977"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a page about service design now sells garden furniture",
        "issue 3: title and language have nothing left of the reference: at least doubtful",
        _DESIGN,
        K.DOUBTFUL,
        seen(
            _DESIGN,
            skins.wordpress(
                "Salon de jardin en teck : nos dix modèles préférés",
                "<p>Profitez de nos bons plans sur les bains de soleil et les parasols déportés. "
                "Livraison offerte dès 99 €, paiement en quatre fois.</p>" * 6,
                site="Bon Plan Jardin",
            ),
        ),
        ("Tenir un journal de bord avec les usagers",),
        {},
        also(K.PARKED, K.SOFT_404),
    ),
    Labelled(
        "the same kind of page with its title slightly reworded",
        "french-web 2g: token recall of the reference's title",
        f"{_DESIGN}-2",
        K.OK,
        seen(
            f"{_DESIGN}-2",
            skins.wordpress(
                "Le journal de bord tenu par les usagers (méthode n° 2)",
                text("jdb"),
                site="Design et territoires",
            ),
        ),
        ("Tenir un journal de bord avec les usagers – méthode 2",),
        looks(sibling=absent(_DESIGN)),
    ),
    Labelled(
        "an event's French site became an English page about loans",
        "french-web 2f: squatted; title and language changed completely",
        _EVENT,
        K.DOUBTFUL,
        seen(
            _EVENT,
            skins_other.english_site(
                "Best personal loans for bad credit",
                "<p>Compare payday lenders and get approved today. No credit check needed. "
                "Instant decision, same day transfer.</p>" * 8,
                site="Quick Lending Hub",
            ),
        ),
        ("Assises du numérique rural, programme",),
        {},
        also(K.PARKED, K.SOFT_404),
    ),
    Labelled(
        "an event's site kept its programme of that year",
        "issue 3: a living page of the same kind",
        f"{_EVENT}-2018",
        K.OK,
        seen(
            f"{_EVENT}-2018",
            skins_other.tables(
                "Assises du numérique rural 2018 : programme",
                text("assises", 3),
                site="Assises du numérique rural",
            ),
        ),
        ("Assises du numérique rural, programme",),
        looks(sibling=absent(_EVENT)),
    ),
    Labelled(
        "a magazine's page shows a teaser under the cited title",
        "french-web 2g: the title confirms teasers",
        _SUM,
        K.OK,
        seen(
            _SUM,
            skins.drupal7(
                "Sommaire du n° 67 : De l'audace pour nos quartiers",
                cards(9, "somm"),
                site="Revue urbaine",
                entries=90,
            ),
        ),
        ("De l'audace pour nos quartiers",),
        looks(sibling=absent(_SUM)),
    ),
    Labelled(
        "a ministry's laboratory reworked the text of the cited article",
        "french-web 2b: same title, changed body",
        _LAB,
        K.OK,
        seen(
            _LAB,
            skins.drupal10(
                "Médiateurs numériques : qui sont-ils ?",
                "<p>Mise à jour : 15 février 2023</p>" + text("media"),
                site="Labo société numérique",
            ),
        ),
        ("Médiateurs numériques : qui sont-ils ?",),
        looks(sibling=absent(_LAB)),
    ),
    Labelled(
        "two references cite one page, and only the second by its own title",
        "design 3: one match of the titles is enough",
        _PRO,
        K.OK,
        seen(
            _PRO,
            skins.spip(
                "Le prêt de mallettes aux écoles rurales",
                text("mall"),
                site="Association des bibliothèques départementales",
            ),
        ),
        ("Voir aussi sur le site de l'association", "Le prêt de mallettes aux écoles rurales"),
    ),
    Labelled(
        "a home page bears another title than the reference gave it",
        "issue 3: never call drift on a home page",
        "http://www.club-patrimoine-vivant.example/",
        K.OK,
        seen(
            "http://www.club-patrimoine-vivant.example/",
            skins.divi("Transmettre autrement", cards(12, "club"), site="CPV"),
        ),
        ("Club patrimoine et innovation",),
    ),
    Labelled(
        "an English study cited under its French title, with the authors' names",
        "issue 3: no living page called broken",
        "https://www.local-government-lab.example/publications/open-counters",
        K.OK,
        seen(
            "https://www.local-government-lab.example/publications/open-counters",
            skins_other.english_site(
                "Open counters: redesigning the town hall",
                english("open", 9),
                site="Local Government Lab",
            ),
        ),
        ("Guichets ouverts : repenser l'accueil des mairies (en anglais)",),
        looks(sibling=absent("https://www.local-government-lab.example/publications/x")),
        also(K.DOUBTFUL),
    ),
)
