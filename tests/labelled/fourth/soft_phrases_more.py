"""Other "not found" pages under 200: shells, catalogues, English and old pages."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import english, text
from tests.labelled.labelled import Labelled
from tests.labelled.wire import absent, beside, looks, seen

_CAT = "http://mediatheques.pays-de-bray.example"
_NOTICE = f"{_CAT}/detail.aspx?id=45121"
_UNIV = "http://sciences-po-ancien.univ-lisieux.example"
_OLD = f"{_UNIV}/cours/decentralisation.htm"
_NEXT = "https://www.metropole-du-rhin.example"
_NEXT_URL = f"{_NEXT}/projets/budget-participatif-2018"
_NEXT_GONE = skins_other.shell(
    "Page introuvable - Métropole du Rhin",
    "<div class='css-1x'><h1>Oups !</h1><p>Cette page n’existe pas, ou plus.</p>"
    "<a href='/'>Retour à l’accueil</a></div>",
)
_ENG = "https://www.local-government-lab.example"
_ENG_URL = f"{_ENG}/news/2019/public-design-week"
_PRESS = "https://www.echo-du-morvan.example"
_PRESS_URL = f"{_PRESS}/territoires/une-fabrique-citoyenne-a-autun-40211.html"
_PRESS_GONE = skins_other.press(
    "Contenu indisponible", "<p>Ce contenu n’est plus en ligne.</p>", h1="Désolé…"
)
_CODE_ONLY = skins_other.bare("404", "<center><h1>404</h1><hr>openresty</center>")
_BLOG = "https://blog-archivistes.example"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a library catalogue built with WebForms has lost the record",
        "french-web 2f: document introuvable in a short main text",
        _NOTICE,
        K.SOFT_404,
        seen(
            _NOTICE,
            skins_other.webforms(
                "Détail de la notice",
                "<p>La notice demandée n'existe plus dans le catalogue.</p>",
                site="Médiathèques du Pays de Bray",
                h1="Notice introuvable",
            ),
        ),
        ("L'innovation dans les petites communes",),
    ),
    Labelled(
        "the catalogue's living record has three lines",
        "issue 3: a short page is alive",
        f"{_CAT}/detail.aspx?id=45090",
        K.OK,
        seen(
            f"{_CAT}/detail.aspx?id=45090",
            skins_other.webforms(
                "Le design des services publics",
                "<p>Auteur : LERMAUD Anne. Éditeur : Presses du Val, 2018. 212 p.</p>"
                "<p>Exemplaire : Forges, documentaire adulte, cote 351 LER. Disponible.</p>",
                site="Médiathèques du Pays de Bray",
            ),
        ),
        ("Le design des services publics / LERMAUD Anne",),
        looks(sibling=absent(f"{_CAT}/detail.aspx?id=45090")),
    ),
    Labelled(
        "an old university site in Latin-1 says that the document cannot be found",
        "french-web 2f: document introuvable",
        _OLD,
        K.SOFT_404,
        seen(
            _OLD,
            skins_other.tables(
                "Document introuvable",
                "<P>Le document que vous avez demandé ne se trouve plus sur ce serveur.",
                site="Université de Lisieux",
            ),
            headers={"content-type": "text/html"},
        ),
        ("La décentralisation, cours de deuxième année",),
    ),
    Labelled(
        "the old university site's living lecture in Latin-1",
        "issue 3: a living page of the same site",
        f"{_UNIV}/cours/finances.htm",
        K.OK,
        seen(
            f"{_UNIV}/cours/finances.htm",
            skins_other.tables(
                "Les finances locales, cours n° 404",
                text("finances", 9),
                site="Université de Lisieux",
            ),
            headers={"content-type": "text/html"},
        ),
        ("Les finances locales",),
        looks(sibling=absent(f"{_UNIV}/cours/finances.htm")),
    ),
    Labelled(
        "a metropolis served by Next renders its not-found page under 200",
        "french-web 2f: page introuvable in the title",
        _NEXT_URL,
        K.SOFT_404,
        seen(_NEXT_URL, _NEXT_GONE),
        ("Budget participatif 2018 : les lauréats",),
        looks(sibling=seen(beside(_NEXT_URL), _NEXT_GONE)),
    ),
    Labelled(
        "the metropolis's living project, with the not-found texts in its data",
        "issue 3: phrases count in title, h1 and short text, not in scripts",
        f"{_NEXT}/projets/rues-ecoles",
        K.OK,
        seen(
            f"{_NEXT}/projets/rues-ecoles",
            skins_other.shell(
                "Rues aux écoles - Métropole du Rhin",
                f"<div class='css-1x'><h1>Rues aux écoles</h1>{text('rues', 4)}</div>",
                data={
                    "i18n": {"404.title": "Page introuvable", "404.text": "Cette page n’existe pas"}
                },
            ),
        ),
        ("Les rues aux écoles",),
        looks(sibling=seen(beside(f"{_NEXT}/projets/rues-ecoles"), _NEXT_GONE)),
    ),
    Labelled(
        "an English site cannot find the page you are looking for",
        "french-web 2f: page you are looking for",
        _ENG_URL,
        K.SOFT_404,
        seen(
            _ENG_URL,
            skins_other.english_site(
                "Sorry, we can't find the page you are looking for",
                "<p>It may have been renamed or taken down. Try the search box.</p>",
                site="Local Government Lab",
            ),
        ),
        ("Public Design Week",),
    ),
    Labelled(
        "the English site's living study is called Lost and not found",
        "issue 3: a living article whose title holds the words",
        f"{_ENG}/news/2019/lost-records",
        K.OK,
        seen(
            f"{_ENG}/news/2019/lost-records",
            skins_other.english_site(
                "Lost and not found again: what town archives forget",
                english("lost", 8),
                site="Local Government Lab",
            ),
        ),
        ("Lost and not found again: what town archives forget",),
        looks(sibling=absent(f"{_ENG}/news/2019/lost-records")),
    ),
    Labelled(
        "a newspaper has taken the article off line, among offers and most-read lists",
        "french-web 2f: ce contenu n'est plus en ligne",
        _PRESS_URL,
        K.SOFT_404,
        seen(_PRESS_URL, _PRESS_GONE),
        ("Une fabrique citoyenne à Autun",),
        looks(sibling=seen(beside(_PRESS_URL), _PRESS_GONE)),
    ),
    Labelled(
        "the newspaper's article about contents that are no longer on line",
        "issue 3: a living article about the subject",
        f"{_PRESS}/numerique/droit-a-l-oubli-38810.html",
        K.OK,
        seen(
            f"{_PRESS}/numerique/droit-a-l-oubli-38810.html",
            skins_other.press(
                "« Ce contenu n'est plus disponible » : le droit à l'oubli, mode d'emploi",
                text("oubli", 7),
            ),
        ),
        ("« Ce contenu n'est plus disponible » : le droit à l'oubli, mode d'emploi",),
        looks(sibling=absent(f"{_PRESS}/numerique/droit-a-l-oubli-38810.html")),
    ),
    Labelled(
        "a server writes 404 in the title and answers 200",
        "french-web 2f: 404 alone in the title",
        "https://www.syndicat-mixte-du-born.example/doc/scot.php?id=7",
        K.SOFT_404,
        seen("https://www.syndicat-mixte-du-born.example/doc/scot.php?id=7", _CODE_ONLY),
        ("Le SCoT du Born, diagnostic",),
    ),
    Labelled(
        "a collectors' club presents the Peugeot 404",
        "issue 3: Peugeot 404",
        "https://www.club-anciennes-du-doubs.example/fiches/peugeot-404.php",
        K.OK,
        seen(
            "https://www.club-anciennes-du-doubs.example/fiches/peugeot-404.php",
            skins_other.tables(
                "Peugeot 404",
                text("404", 4),
                site="Club des anciennes du Doubs",
                charset="windows-1252",
            ),
            headers={"content-type": "text/html"},
        ),
        ("La Peugeot 404, une berline de Sochaux",),
        looks(sibling=absent("https://www.club-anciennes-du-doubs.example/fiches/x.php")),
    ),
    Labelled(
        "a webmasters' blog explains the error 404 page at length",
        "issue 3: a living article about 404s",
        f"{_BLOG}/2017/03/erreur-404-soigner-la-page/",
        K.OK,
        seen(
            f"{_BLOG}/2017/03/erreur-404-soigner-la-page/",
            skins.wordpress(
                "Erreur 404 : soigner la page que personne ne veut voir", text("e404", 8)
            ),
        ),
        ("Erreur 404 : soigner la page que personne ne veut voir",),
        looks(sibling=absent(f"{_BLOG}/2017/03/erreur-404-soigner-la-page/")),
    ),
    Labelled(
        "the blog's readers complain of a missing page in their comments",
        "issue 3: phrases outside title, h1 and short text do not decide",
        f"{_BLOG}/2018/01/liste-des-fonds/",
        K.OK,
        seen(
            f"{_BLOG}/2018/01/liste-des-fonds/",
            skins.wordpress(
                "Liste des fonds numérisés",
                text("fonds", 3)
                + "<ul><li>Lucie : le lien du fonds Rey donne « page introuvable ».</li>"
                "<li>Marc : idem, erreur 404 chez moi, page non trouvée.</li></ul>",
            ),
        ),
        ("Liste des fonds numérisés",),
        looks(sibling=absent(f"{_BLOG}/2018/01/liste-des-fonds/")),
    ),
    Labelled(
        "a past event says that it is over, and is still described",
        "issue 3: the page answers and looks like itself",
        f"{_NEXT}/agenda/nuit-des-idees-2019",
        K.OK,
        seen(
            f"{_NEXT}/agenda/nuit-des-idees-2019",
            skins.drupal10(
                "La Nuit des idées 2019",
                "<p class='fr-badge'>Cet évènement est terminé</p>" + text("nuit", 3),
                site="Métropole du Rhin",
            ),
        ),
        ("Nuit des idées 2019",),
        looks(sibling=absent(f"{_NEXT}/agenda/nuit-des-idees-2019")),
    ),
)
