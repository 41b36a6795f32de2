"""Soft 404s of TYPO3 and Joomla by phrase, and living pages of the same sites."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import K, dead, living, one_site
from tests.labelled.second.templates_engines import joomla, typo3

_UNI = "Université des Deux Rives"
_UNI_HOST = "https://www.univ-deuxrives.fr"
_JOOMLA = "Centre de gestion du Haut-Pays"
_JOBS_HOST = "https://emploi.cdg-hautpays.fr"
_JOOMLA_HOST = "http://www.cdg-hautpays.fr"

CASES: tuple[Labelled, ...] = one_site(
    (
        dead(
            "TYPO3 gives a reason under sixty kilobytes of menus",
            "french-web 2f: EN phrase; realistic boilerplate",
            "https://www.uni-confluence.eu/recherche/projets/mobilab/resultats.html",
            typo3(
                "Université de la Confluence",
                "Page Not Found",
                ('Reason: Segment "resultats" was not a keyword for a postVarSet as expected.',),
                doc="Page Not Found",
            ),
            "Mobilab : premiers résultats",
        ),
        dead(
            "university regrets a document under sixty kilobytes of menus, title is the site",
            "french-web 2f: n'est plus disponible; phrase in an h2 only, long menus",
            f"{_UNI_HOST}/fileadmin/cahiers/cahier-07.html",
            typo3(
                _UNI,
                "Désolés !",
                ("Le document que vous demandez n'existe plus ou a été déplacé.",),
                doc=_UNI,
                h1=False,
            ),
            "Cahier 7 : les rythmes scolaires",
        ),
        living(
            "university publication whose paper edition is no longer available",
            "false friend: n'est plus disponible said of the paper edition in a short text",
            f"{_UNI_HOST}/editions/cahiers/cahier-09.html",
            typo3(
                _UNI,
                "Cahier 9 : habiter la pente",
                (
                    "L'édition papier n'est plus disponible. Téléchargez gratuitement la version "
                    "numérique : <cahier9.pdf>.",
                    "<a href='/fileadmin/cahiers/cahier9.pdf'>PDF, 3,2 Mo</a>",
                ),
            ),
            "Cahier 9 : habiter la pente",
        ),
        dead(
            "Joomla article not found with the error in its title",
            "french-web 2f: article introuvable",
            f"{_JOOMLA_HOST}/index.php/publications/117-guide-de-l-entretien-professionnel",
            joomla(
                _JOOMLA,
                "Article introuvable",
                (
                    "Vous ne pouvez pas visualiser cette page en raison : d'un favori périmé, d'un "
                    "moteur de recherche non mis à jour, d'une adresse mal tapée.",
                ),
                doc="404 - Erreur: 404",
            ),
            "Guide de l'entretien professionnel",
        ),
        living(
            "job advertisement that was withdrawn",
            "french-web 2f: cette offre n'est plus disponible",
            f"{_JOBS_HOST}/index.php/offres/2291-charge-de-mission-innovation",
            joomla(
                _JOOMLA,
                "Offre d'emploi",
                ("Désolé, cette offre n'est plus disponible.", "Consultez toutes nos offres."),
                doc=f"Offres d'emploi - {_JOOMLA}",
            ),
            "Chargé de mission innovation (offre d'emploi)",
            expected=K.SOFT_404,
        ),
        living(
            "past event whose registration is over",
            "false friend: closed registration, the event page is there",
            f"{_JOOMLA_HOST}/index.php/agenda/88-journee-des-secretaires-de-mairie",
            joomla(
                _JOOMLA,
                "Journée des secrétaires de mairie",
                (
                    "Cet événement est terminé. Les inscriptions ne sont plus disponibles.",
                    *prose("journée", 1),
                ),
            ),
            "Journée des secrétaires de mairie",
        ),
        living(
            "job page that explains what offers no longer available become",
            "false friend: the phrase quoted in a long page of the same site",
            f"{_JOBS_HOST}/index.php/offres/aide",
            joomla(
                _JOOMLA,
                "Aide : consulter les offres",
                (
                    "Le message « cette offre n'est plus disponible » s'affiche après la clôture.",
                    *prose("aide", 5),
                ),
            ),
            "Consulter les offres du centre de gestion : aide",
        ),
    )
)
