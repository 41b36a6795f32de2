"""Squatted domains, and living pages on casinos, estates and domain sales."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.a_templates import drupal, spip, wordpress
from tests.labelled.third.a_templates_filler import paras, sane
from tests.labelled.wire import seen

_CASINO = "http://www.assises-du-periurbain.fr/actes-2015"
_WINE = "https://www.vignobles-et-transmissions.fr/annonces/domaine-viticole-a-vendre-minervois"
_SPA = "https://www.saint-honore-thermal.fr/economie/le-casino-municipal-et-la-dsp"
_SQUAT = "https://www.blog-droit-public.fr/2018/cybersquattage-des-noms-de-communes"
_SALE = "https://www.assistance-noms.fr/aide/ce-domaine-est-a-vendre-que-faire"
_FARM = "http://www.ecoles-numeriques-rurales.org/2013/retour-sur-le-plan-enr"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a conference's domain now compares casinos in French",
        "french-web 2f: squatted: casino and betting words, title changed completely",
        _CASINO,
        VerdictKind.PARKED,
        seen(
            _CASINO,
            wordpress(
                "Assises-du-periurbain.fr",
                "Meilleurs casinos en ligne 2026 : bonus sans dépôt",
                "<p>Notre comparatif des casinos en ligne : machines à sous, roulette, bonus de "
                "bienvenue, tours gratuits et paris sportifs.</p>" * 12,
            ),
        ),
        ("Actes des Assises du périurbain 2015",),
        sane(_CASINO),
    ),
    Labelled(
        "a spa town publishes on its municipal casino",
        "design 2: betting words on a town's own page with the right title are its subject",
        _SPA,
        VerdictKind.OK,
        seen(
            _SPA,
            drupal(
                "Saint-Honoré-Thermal",
                "Le casino municipal et la délégation de service public",
                "<p>Le casino exploite 75 machines à sous et deux tables de roulette ; le produit "
                "brut des jeux finance la saison culturelle.</p>" + paras(_SPA, 4),
            ),
        ),
        ("Le casino municipal et la DSP",),
        sane(_SPA),
    ),
    Labelled(
        "a wine estate is for sale, not a domain name",
        "french-web 2f: domaine à vendre, said of vines",
        _WINE,
        VerdictKind.OK,
        seen(
            _WINE,
            wordpress(
                "Vignobles & transmissions",
                "Domaine à vendre : 18 hectares dans le Minervois",
                "<p>Ce domaine est à vendre avec sa cave et ses bâtiments.</p><p>Prix sur demande."
                "</p>",
            ),
        ),
        ("Domaine à vendre dans le Minervois",),
        sane(_WINE),
    ),
    Labelled(
        "a law blog quotes brokers of names and links to them",
        "french-web 2f: match hosts in a wall's own attributes, not an article's links",
        _SQUAT,
        VerdictKind.OK,
        seen(
            _SQUAT,
            wordpress(
                "Blog droit public",
                "Cybersquattage : quand le nom d’une commune est à vendre",
                '<p>Sur <a href="https://sedo.com/fr/">Sedo</a> et <a href="https://dan.com/">Dan'
                "</a>, on lit « ce nom de domaine est à vendre ».</p>" + paras(_SQUAT, 6),
            ),
        ),
        ("Cybersquattage des noms de communes",),
        sane(_SQUAT),
    ),
    Labelled(
        "a registrar's help page is titled by the phrase itself",
        "design 2: an article about domain sales is alive",
        _SALE,
        VerdictKind.OK,
        seen(
            _SALE,
            spip(
                "Assistance noms",
                "« Ce domaine est à vendre » : que faire ?",
                paras(_SALE, 5) + "<p>Si ce domaine a expiré, attendez la fin du délai.</p>",
            ),
        ),
        ("« Ce domaine est à vendre » : que faire ?",),
        sane(_SALE),
    ),
    Labelled(
        "a rural schools' domain fell to a content farm that answers all from its home",
        "french-web 2f: redirect to root; hijacked; nothing left of the reference",
        _FARM,
        VerdictKind.SOFT_404,
        seen(
            "http://www.ecoles-numeriques-rurales.org/",
            wordpress(
                "Guide maison & jardin",
                "Quel aspirateur choisir en 2026 ?",
                "<p>Comparatif, avis et bons plans.</p>" + paras(_FARM, 2),
            ),
            via=((_FARM, 301),),
        ),
        ("Retour sur le plan École numérique rurale",),
        accepted=also(VerdictKind.PARKED, VerdictKind.DOUBTFUL),
    ),
    Labelled(
        "a rural schools' post is where it was",
        "design 2: the page answered and looks like itself",
        _FARM,
        VerdictKind.OK,
        seen(
            _FARM,
            wordpress("Écoles numériques rurales", "Retour sur le plan ENR", paras(_FARM, 3), kb=3),
        ),
        ("Retour sur le plan École numérique rurale",),
        sane(_FARM),
    ),
)
