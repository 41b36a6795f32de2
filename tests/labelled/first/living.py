"""Ordinary living pages of the sites of the sample dossier and of their like."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, STATE, Dress, article
from tests.labelled.wire import absent, looks, seen


def lives(
    name: str,
    url: str,
    title: str,
    *,
    headers: dict[str, str] | None = None,
    body: bytes | None = None,
    more: tuple[V, ...] = (),
    fact: str = "french-web 2b",
    **shape: object,
) -> Labelled:
    """An ordinary page that lives."""
    content = article(title, **shape) if body is None else body
    return Labelled(
        name,
        f"{fact}: an ordinary living page",
        url,
        V.OK,
        seen(url, content, headers=headers),
        (title,),
        looks(sibling=absent(url)),
        also(*more),
    )


CP1252 = {"content-type": "text/html; charset=windows-1252"}
LATIN = {"content-type": "text/html; charset=iso-8859-1"}
MUTE = {"content-type": "text/html"}
CONVERSATION = "https://theconversation.com/les-plateformes-dinnovation-comme-outils-de-politique-publique-repenser-le-role-des-collectivites-locales-97639?utm_medium=email&utm_campaign=La%20lettre%20de%20The%20Conversation%20France%20du%205%20juillet%202018%20-%20105739357&utm_content=La%20lettre%20-%20105739357+CID_fb5f3752265b784b1a85f63f8c6a99e0"
WALL = (
    '<div id="didomi-host" class="didomi-popup-open"><h2>Votre vie privée nous '
    "importe</h2><p>Nos partenaires et nous "
    "stockons des informations sur votre terminal.</p><button>Accepter et "
    "fermer</button><a>Continuer sans accepter</a></div>"
)
NEWS = (
    '<form class="newsletter"><label>Votre courriel<input '
    'type="email"></label><button>S\'abonner</button></form>'
)

CASES = (
    lives(
        "the ministry's laboratories",
        "https://www.modernisation.gouv.fr/etudes-et-referentiels/etudes/les-laboratoires-dinnovation-publique-bilan-et-referentiel-devaluation",
        "Les laboratoires d'innovation publique : bilan et référentiel d'évaluation",
        dress=STATE,
        kb=22,
    ),
    lives(
        "The Conversation with all its parameters",
        CONVERSATION,
        (
            "Les plateformes d'innovation comme outils de politique publique : repenser le "
            "rôle des collectivités locales"
        ),
        kb=38,
    ),
    lives(
        "Horizons publics",
        "https://www.horizonspublics.fr/territoires/france-burgy-en-matiere-dinnovation-il-faut-toujours-se-demander-si-tout-le-monde-peut",
        (
            "France Burgy: « En matière d'innovation, il faut toujours se demander si tout "
            "le monde peut monter dans le train »"
        ),
        kb=17,
    ),
    lives(
        "Urbanisme's contents with a basket",
        "https://www.urbanisme.fr/de-l-audace-pour-nos-territoires-design-innovation/sommaire-67",
        "De l'audace pour nos territoires, #design #innovation",
        dress=Dress("Urbanisme", account="<a>Panier</a> <a>S'abonner</a> <a>Mon compte</a>"),
    ),
    lives(
        "Frenchweb, heavy with scripts",
        "https://www.frenchweb.fr/laboratoire-urbain-nantes-accueille-les-labs-dinnovation-de-grands-groupes/356740",
        "Laboratoire urbain : Nantes accueille les labs d'innovation de grands groupes",
        dress=PRESS,
        kb=90,
        fact="french-web 2b frenchweb: ad-heavy",
    ),
    lives(
        "a page in cp1252 declared by the header",
        "http://www.cdg-rives.fr/carrieres/guide.asp?id=12",
        "Le reclassement médical… mode d’emploi",
        charset="cp1252",
        declare=False,
        headers=CP1252,
        fact="issue 3: cp1252 is common",
    ),
    lives(
        "a page in cp1252 declared nowhere",
        "http://www.cdg-rives.fr/carrieres/guide.asp?id=13",
        "Le congé de formation – questions à l’élu",
        charset="cp1252",
        declare=False,
        headers=MUTE,
        fact="issue 3: detection",
    ),
    lives(
        "a page in Latin-1 declared by its meta",
        "http://www.cdg-rives.fr/retraite/dossier.html",
        "La retraite des agents intercommunaux",
        charset="iso-8859-1",
        headers=MUTE,
        fact="issue 3: meta",
    ),
    lives(
        "a page whose header and bytes disagree",
        "http://www.cdg-rives.fr/retraite/brochure.html",
        "Préparer sa retraite, étape par étape",
        charset="utf-8",
        headers=LATIN,
        fact="issue 3: charset",
    ),
    lives(
        "a page with a byte order mark",
        "https://www.cdg-rives.fr/paie/",
        "La paie à façon",
        body=b"\xef\xbb\xbf" + article("La paie à façon"),
        fact="issue 3: BOM",
    ),
    lives(
        "an XHTML page",
        "http://www.cdg-rives.fr/concours/",
        "Calendrier des concours",
        headers={"content-type": "application/xhtml+xml"},
        body=b'<?xml version="1.0" encoding="utf-8"?>\n' + article("Calendrier des concours"),
    ),
)
