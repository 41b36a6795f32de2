"""SPIP and TYPO3 sites: articles there, missing or kept for members."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third.a_templates import spip, typo3
from tests.labelled.third.a_templates_filler import anything, paras, sane
from tests.labelled.wire import beside, looks, seen

_SPIP = "http://www.pays-de-langres-culture.fr/spip.php?article204"
_SPIP_LOST = spip(
    "Pays de Langres culture",
    "Erreur",
    "<p>Il n’y a pas d’article à cette adresse.</p>",
    h1="Pas d’article à cette adresse",
    doc_title="Pays de Langres culture",
)
_MEMBERS = "https://www.reseau-des-documentalistes.fr/Compte-rendu-de-la-journee-d-etude-2019"
_TYPO3 = (
    "https://www.chambre-agri-vienne.fr/actualites/detail-de-lactualite/actualite/"
    "la-ferme-qui-recoit-les-stagiaires/"
)
_TYPO3_LOST = typo3(
    "Chambre d'agriculture", "Détail de l'actualité", "<p>Aucune actualité disponible.</p>", h1=""
)
_TYPO3_PAGE = "http://www.eau-et-rivieres-du-centre.fr/nos-actions/contrats-de-riviere.html"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "SPIP has no article at this address",
        "french-web 2f: natural variant of article introuvable; title is the site's name",
        _SPIP,
        VerdictKind.SOFT_404,
        seen(_SPIP, _SPIP_LOST),
        ("Le musée dans la rue : bilan de trois étés",),
        looks(sibling=seen(beside(_SPIP), b"<h1>Not Found</h1>", 404)),
    ),
    Labelled(
        "SPIP has the article at this address, two lines long",
        "issue 3: a short page is alive",
        _SPIP,
        VerdictKind.OK,
        seen(
            _SPIP,
            spip(
                "Pays de Langres culture",
                "Le musée dans la rue",
                "<p>Bilan de trois étés : 1 214 visiteurs, onze villages.</p>",
            ),
        ),
        ("Le musée dans la rue : bilan de trois étés",),
        looks(sibling=seen(beside(_SPIP), b"<h1>Not Found</h1>", 404)),
    ),
    Labelled(
        "a SPIP section is kept for the network's members",
        "french-web 2e: a lone password form in a short text, identifiez-vous",
        _MEMBERS,
        VerdictKind.RESTRICTED,
        seen(
            _MEMBERS,
            spip(
                "Réseau des documentalistes",
                "Accès restreint",
                "<p>L'accès à cette rubrique est réservé aux adhérents. Merci de vous identifier."
                "</p><div class='formulaire_spip formulaire_login'><form method='post'><label>Login"
                " ou adresse e-mail</label><input name='var_login'><label>Mot de passe</label>"
                "<input type='password' name='password'><button>Valider</button></form></div>",
            ),
        ),
        ("Compte rendu de la journée d'étude 2019",),
        sane(_MEMBERS),
    ),
    Labelled(
        "the minutes of the network are open to all and speak of members",
        "french-web 2e: weak words in an open text do not decide",
        _MEMBERS,
        VerdictKind.OK,
        seen(
            _MEMBERS,
            spip(
                "Réseau des documentalistes",
                "Compte rendu de la journée d’étude 2019",
                "<p>L'espace réservé aux adhérents sera refait. Un mot de passe unique suffira.</p>"
                + paras(_MEMBERS, 5),
            ),
        ),
        ("Compte rendu de la journée d'étude 2019",),
        sane(_MEMBERS),
    ),
    Labelled(
        "TYPO3 shows an empty detail of news among 50 kB of menus",
        "design 2: not found served as 200; the same for a nonsense sibling",
        _TYPO3,
        VerdictKind.SOFT_404,
        seen(_TYPO3, _TYPO3_LOST),
        ("La ferme qui reçoit les stagiaires",),
        anything(_TYPO3, _TYPO3_LOST),
    ),
    Labelled(
        "TYPO3 shows the detail of news among 50 kB of menus",
        "issue 3: the reference's title in the text; the document's title is generic",
        _TYPO3,
        VerdictKind.OK,
        seen(
            _TYPO3,
            typo3(
                "Chambre d'agriculture",
                "Détail de l'actualité",
                "<h2>La ferme qui reçoit les stagiaires</h2>" + paras(_TYPO3, 2),
                h1="",
            ),
        ),
        ("La ferme qui reçoit les stagiaires",),
        anything(_TYPO3, _TYPO3_LOST),
    ),
    Labelled(
        "TYPO3 says la page n'existe pas with a 200",
        "french-web 2f: cette page n'existe pas in the h1",
        _TYPO3_PAGE,
        VerdictKind.SOFT_404,
        seen(
            _TYPO3_PAGE,
            typo3(
                "Eau et rivières du Centre",
                "Page inexistante",
                "<p>Le contenu a changé de place lors de la refonte.</p>",
                h1="La page que vous souhaitez consulter n'existe pas",
            ),
        ),
        ("Les contrats de rivière",),
        anything(
            _TYPO3_PAGE,
            typo3(
                "Eau et rivières du Centre",
                "Page inexistante",
                "<p>Le contenu a changé de place lors de la refonte.</p>",
                h1="La page que vous souhaitez consulter n'existe pas",
            ),
        ),
    ),
    Labelled(
        "TYPO3 gives the page on river contracts",
        "design 2: the page answered and looks like itself",
        _TYPO3_PAGE,
        VerdictKind.OK,
        seen(_TYPO3_PAGE, typo3("Eau et rivières", "Contrats de rivière", paras("riv", 3))),
        ("Les contrats de rivière",),
        sane(_TYPO3_PAGE),
    ),
)
