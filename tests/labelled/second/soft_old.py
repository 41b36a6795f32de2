"""Soft 404s of table layouts, WebForms and library catalogues, and their living pages."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import K, dead, led, living, one_site, swept
from tests.labelled.second.templates_engines_old import (
    IIS_HEADERS,
    LATIN_HEADERS,
    OLD_HEADERS,
    frameset,
    notice,
    table,
    webforms,
)

_TOWN = "Commune de Saint-Brice-des-Landes"
_TOWN_HOST = "http://saintbricedeslandes.free.fr"
_AGENCY = "Agence technique départementale"
_AGENCY_HOST = "http://www.atd-extranet.fr"
_LIB = "Bibliothèque patrimoniale du Val"
_LIB_HOST = "http://catalogue.bibval.fr"
_OUPS = webforms(
    _AGENCY,
    "Une erreur est survenue",
    ("La page que vous souhaitez consulter n'existe pas. Merci de vérifier l'adresse saisie.",),
    doc="Erreur",
)

CASES: tuple[Labelled, ...] = one_site(
    (
        dead(
            "free host answers 200 with its own missing document page in windows-1252",
            "french-web 2f: document introuvable; cp1252 page without doctype",
            f"{_TOWN_HOST}/histoire/lavoirs.htm",
            table(
                "Pages personnelles",
                "Document introuvable",
                ("Le fichier demandé n’a pas été trouvé sur ce serveur.",),
                links=2,
            ),
            "Les lavoirs de Saint-Brice",
            headers=OLD_HEADERS,
        ),
        living(
            "windows-1252 page without any declared charset",
            "living twin: an old page of the same site",
            f"{_TOWN_HOST}/histoire/moulins.htm",
            table(_TOWN, "Les moulins de l’Arce", prose("moulins", 4), declare=False),
            "Les moulins de l'Arce",
            headers=OLD_HEADERS,
        ),
        living(
            "Latin-1 list of parcels with lot 404 in its title",
            "french-web 2f: 404 counts only with error or page",
            f"{_TOWN_HOST}/cadastre/lot404.htm",
            table(
                _TOWN,
                "Lotissement des Vignes : lot 404",
                prose("lot", 1),
                charset="iso-8859-1",
                doc="lot 404",
            ),
            headers=LATIN_HEADERS,
        ),
        dead(
            "Latin-1 error text in the body of a table page titled with the town",
            "french-web 2f: phrase in a short main text, title equal to the site name",
            "http://www.bulletins-des-landes.com/bulletin/1999/n12.htm",
            table(
                _TOWN,
                "Désolé...",
                ("Impossible de trouver la page demandée : elle a été retirée ou renommée.",),
                charset="iso-8859-1",
                doc=_TOWN,
                links=6,
            ),
            "Bulletin municipal n° 12",
            headers=LATIN_HEADERS,
        ),
        living(
            "frameset with the right title and no text",
            "issue: a short page is alive; right page by its title",
            f"{_TOWN_HOST}/patrimoine/",
            frameset("Le patrimoine de Saint-Brice-des-Landes"),
            "Le patrimoine de Saint-Brice des Landes",
            headers=LATIN_HEADERS,
        ),
        dead(
            "WebForms error page inside one form",
            "french-web 2f: la page que vous souhaitez consulter n'existe pas",
            f"{_AGENCY_HOST}/Fiches/Voirie.aspx?id=77",
            _OUPS,
            "Fiche voirie n° 77",
            headers=IIS_HEADERS,
        ),
        living(
            "WebForms page whose whole text lies inside a form",
            "living twin: text in a form is not an empty page",
            f"{_AGENCY_HOST}/Fiches/Voirie.aspx?id=12",
            webforms(_AGENCY, "Fiche voirie n° 12 : entretenir les fossés", prose("fossés", 5)),
            "Entretenir les fossés (fiche voirie n° 12)",
            headers=IIS_HEADERS,
        ),
        led(
            "WebForms sends a missing page to its generic error page",
            "french-web 2f / checkers 2.5: redirect to an error page served as 200",
            [(f"{_AGENCY_HOST}/Dossiers/Ponts.aspx", 302)],
            f"{_AGENCY_HOST}/Erreurs/ErreurGenerique.aspx?aspxerrorpath=/Dossiers/Ponts.aspx",
            _OUPS,
            "Surveiller les petits ponts",
            expected=K.SOFT_404,
            headers=IIS_HEADERS,
            sibling=swept(
                f"{_AGENCY_HOST}/Dossiers/Ponts.aspx",
                f"{_AGENCY_HOST}/Erreurs/ErreurGenerique.aspx?aspxerrorpath=/Dossiers/x",
                _OUPS,
            ),
        ),
        living(
            "WebForms living page of a site that redirects the rest to its error page",
            "french-web 2f: the sibling ends elsewhere, the page is itself",
            f"{_AGENCY_HOST}/Dossiers/Murs.aspx",
            webforms(_AGENCY, "Surveiller les murs de soutènement", prose("murs", 2)),
            "Surveiller les murs de soutènement",
            headers=IIS_HEADERS,
            sibling=swept(
                f"{_AGENCY_HOST}/Dossiers/Murs.aspx",
                f"{_AGENCY_HOST}/Erreurs/ErreurGenerique.aspx?aspxerrorpath=/Dossiers/x",
                _OUPS,
            ),
        ),
        living(
            "library catalogue has no such record, though its server knows real 404s",
            "french-web 2f: n'existe pas ou plus in a short text, title equal to the site name",
            f"{_LIB_HOST}/index.php?lvl=notice_display&id=40412",
            notice(
                _LIB, "Notice introuvable", (("Message", "Cette notice n'existe pas ou plus."),)
            ),
            "Mémoires d'un garde-barrière",
            expected=K.SOFT_404,
            accepted=(K.DOUBTFUL,),
            headers=OLD_HEADERS,
        ),
        living(
            "library record with six short fields under a title that is only the site's",
            "issue: a short page is alive; the citing title stands in the text",
            f"{_LIB_HOST}/index.php?lvl=notice_display&id=3107",
            notice(
                _LIB,
                "Mémoires d'un facteur rural",
                (
                    ("Auteur", "Honoré Valadier"),
                    ("Éditeur", "Éditions du Clocher, 1987"),
                    ("Description", "212 p. : ill. ; 21 cm"),
                    ("Note", "Épuisé. N'est plus disponible chez l'éditeur."),
                ),
            ),
            "Mémoires d'un facteur rural",
            headers=OLD_HEADERS,
        ),
        living(
            "library record of a novel called L'Introuvable",
            "false friend: introuvable as a title",
            f"{_LIB_HOST}/index.php?lvl=notice_display&id=888",
            notice(
                _LIB,
                "L'introuvable",
                (("Auteur", "Dashiell Hammett"), ("Éditeur", "Gallimard, 1972"), ("Cote", "R HAM")),
            ),
            "L'introuvable",
            headers=OLD_HEADERS,
        ),
    )
)
