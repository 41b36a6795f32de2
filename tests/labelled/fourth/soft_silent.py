"""Sites that answer every address alike, without a word of "not found", and empty answers."""

from __future__ import annotations

from collections.abc import Mapping

from perenne.domain.cases import AskKind
from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import cards, text
from tests.labelled.labelled import Labelled, also
from tests.labelled.wire import absent, beside, hop, looks, seen

_HOME_HOST = "https://www.cc-plateau-picard.example"
_HOME = skins.divi(
    "Communauté de communes du Plateau",
    "<p>Bienvenue sur le site de votre communauté de communes.</p>" + cards(12, "plateau"),
    site="Accueil",
)
_RECORDS = "https://documentation.institut-sante.example"
_EMPTY_RECORD = skins_other.webforms(
    "Notice",
    "<table><tr><td>Auteur :</td><td></td></tr><tr><td>Titre :</td><td></td></tr>"
    "<tr><td>Éditeur :</td><td></td></tr><tr><td>Année :</td><td></td></tr></table>",
    site="Portail documentaire",
    h1="Détail",
)
_LIST_HOST = "http://www.pays-des-trois-rivieres.example"
_LIST = skins.spip("Actualités", cards(15, "rivieres"), site="Pays des Trois Rivières")
_PHP = "http://www.observatoire-des-metiers.example"
_SHELL = skins_other.shell("Portail des données locales")


def _same(url: str, body: bytes) -> Mapping[AskKind, Exchange]:
    return looks(sibling=seen(beside(url), body))


_DEEP = f"{_HOME_HOST}/competences/habitat/programme-local-de-l-habitat"
_REC = f"{_RECORDS}/notice.aspx?n=20417"
_ART = f"{_LIST_HOST}/actualites/un-relais-de-services-a-la-gare"
_EMPTY = "http://www.reseau-rural-vosges.example/IMG/html/fiche_12.html"
_SPA = "https://donnees.portail-local.example/jeux/marches-publics-2018"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a community of communes shows its home page at a deep address without a redirect",
        "french-web 2f: sibling probe, the same page for a nonsense path",
        _DEEP,
        K.SOFT_404,
        seen(_DEEP, _HOME),
        ("Programme local de l'habitat 2018-2024",),
        _same(_DEEP, _HOME),
    ),
    Labelled(
        "the community's living programme, though nonsense paths show the home page",
        "french-web 2f: the sibling differs from the page",
        f"{_HOME_HOST}/competences/mobilite/plan-velo",
        K.OK,
        seen(
            f"{_HOME_HOST}/competences/mobilite/plan-velo",
            skins.divi(
                "Plan vélo intercommunal", text("velo"), site="Communauté de communes du Plateau"
            ),
        ),
        ("Plan vélo",),
        _same(f"{_HOME_HOST}/competences/mobilite/plan-velo", _HOME),
    ),
    Labelled(
        "a documentation portal shows an empty record for any number",
        "french-web 2f: sibling probe; the cited title is nowhere in the page",
        _REC,
        K.SOFT_404,
        seen(_REC, _EMPTY_RECORD),
        ("Évaluer la qualité de vie au travail",),
        _same(_REC, _EMPTY_RECORD),
    ),
    Labelled(
        "the portal's living record fills the same template",
        "issue 3: a short page is alive",
        f"{_RECORDS}/notice.aspx?n=20466",
        K.OK,
        seen(
            f"{_RECORDS}/notice.aspx?n=20466",
            skins_other.webforms(
                "Notice",
                "<table><tr><td>Auteur :</td><td>PRIGENT Luce</td></tr><tr><td>Titre :</td>"
                "<td>Conduire une équipe de soins</td></tr><tr><td>Année :</td><td>2018</td></tr>"
                "</table>",
                site="Portail documentaire",
                h1="Détail",
            ),
        ),
        ("Conduire une équipe de soins",),
        _same(f"{_RECORDS}/notice.aspx?n=20466", _EMPTY_RECORD),
    ),
    Labelled(
        "a SPIP site lists its news at any unknown address",
        "french-web 2f: sibling probe; checkers 2.5",
        _ART,
        K.SOFT_404,
        seen(_ART, _LIST),
        ("Un relais de services à la gare",),
        _same(_ART, _LIST),
    ),
    Labelled(
        "the SPIP site's news item that does exist",
        "issue 3: a living page of the same site",
        f"{_LIST_HOST}/actualites/le-cinema-rouvre",
        K.OK,
        seen(
            f"{_LIST_HOST}/actualites/le-cinema-rouvre",
            skins.spip("Le cinéma rouvre", text("cine", 3), site="Pays des Trois Rivières"),
        ),
        ("Le cinéma rouvre",),
        _same(f"{_LIST_HOST}/actualites/le-cinema-rouvre", _LIST),
    ),
    Labelled(
        "a page of nothing at all under 200",
        "issue 3: 200 or 204 with nothing in it is soft_404",
        _EMPTY,
        K.SOFT_404,
        seen(_EMPTY, b"", headers={"content-length": "0"}),
        ("Fiche 12 : le relais de services",),
        looks(sibling=seen(beside(_EMPTY), b"")),
    ),
    Labelled(
        "a script that answers 204",
        "issue 3: 200 or 204 with nothing in it is soft_404",
        f"{_PHP}/fiche.php?metier=bibliothecaire",
        K.SOFT_404,
        Exchange(
            (hop(f"{_PHP}/fiche.php?metier=bibliothecaire", 204, headers={"server": "Apache"}),)
        ),
        ("Fiche métier : bibliothécaire",),
    ),
    Labelled(
        "a skeleton of tags without a word",
        "issue 3: 200 with nothing in it is soft_404",
        f"{_PHP}/fiche.php?metier=archiviste",
        K.SOFT_404,
        seen(
            f"{_PHP}/fiche.php?metier=archiviste",
            b"<html>\r\n<head>\r\n<title></title>\r\n</head>\r\n<body>\r\n</body>\r\n</html>",
        ),
        ("Fiche métier : archiviste",),
    ),
    Labelled(
        "the observatory's living card for another trade",
        "issue 3: a short page is alive",
        f"{_PHP}/fiche.php?metier=relieur",
        K.OK,
        seen(
            f"{_PHP}/fiche.php?metier=relieur",
            skins_other.tables(
                "Fiche métier : relieur",
                "<P>Restaure et relie registres et imprimés. Catégorie C, "
                "filière culturelle. Formation : deux ans.",
                site="Observatoire des métiers",
            ),
        ),
        ("Fiche métier : relieur",),
        looks(sibling=absent(f"{_PHP}/fiche.php")),
    ),
    Labelled(
        "a data portal whose script shell is the same everywhere",
        "design 2: it answers, but may not be the cited page",
        _SPA,
        K.DOUBTFUL,
        seen(_SPA, _SHELL),
        ("Marchés publics 2018, jeu de données",),
        _same(_SPA, _SHELL),
        also(K.OK),
    ),
    Labelled(
        "a data portal whose shell names the cited data set in its title",
        "french-web 2g: the reference's own title is the best witness",
        f"{_SPA[:-4]}2020",
        K.OK,
        seen(
            f"{_SPA[:-4]}2020",
            skins_other.shell(
                "Marchés publics 2020 – Portail des données locales",
                description="Les marchés publics conclus en 2020 par les communes du ressort.",
            ),
        ),
        ("Marchés publics 2020",),
        _same(f"{_SPA[:-4]}2020", _SHELL),
    ),
    Labelled(
        "a home page cited as such, whose server shows it everywhere",
        "french-web 2f: never test home pages",
        f"{_HOME_HOST}/",
        K.OK,
        seen(f"{_HOME_HOST}/", _HOME),
        ("Le Plateau picard",),
    ),
)
