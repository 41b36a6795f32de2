"""Entities, decomposed accents, no-break spaces, cut bodies, odd addresses."""

from __future__ import annotations

import unicodedata

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third.a_templates import drupal, spip, wordpress
from tests.labelled.third.a_templates_apps import tables
from tests.labelled.third.a_templates_filler import anything, menu, paras, sane, sent_home, teasers
from tests.labelled.wire import seen

_BARE = {"content-type": "text/html", "server": "Apache/1.3.33 (Unix)"}
_ENTITIES = "http://www.theatre-populaire-gascon.org/saison/2009/fete.html"
_ENTITIES_LOST = tables(
    "Page non trouv&eacute;e",
    "<CENTER><B>D&eacute;sol&eacute;&nbsp;!</B><P>Cette page n&rsquo;existe plus ou a "
    "&eacute;t&eacute; d&eacute;plac&eacute;e.</CENTER>",
    charset="ascii",
)
_NFD = "https://www.mediatheque-corbieres.fr/evenements/ete-2016"
_NFD_LOST = unicodedata.normalize(
    "NFD",
    "<!DOCTYPE html><html lang='fr'><head><meta charset='utf-8'><title>Médiathèque des Corbières"
    f"</title></head><body>{menu('nfd', 60)}<div id='corps'><h1>Page supprimée</h1><p>La page que "
    "vous recherchez a été supprimée ou n’existe plus.</p></div></body></html>",
).encode()
_NBSP = "https://www.festival-du-conte-berry.fr/2015/veillees"
_CUT = "https://www.cahiers-de-l-urbaniste.fr/2018/04/lire-un-plan-local-durbanisme/"
_CUT_PAGE = wordpress("Cahiers de l'urbaniste", "Lire un plan local d’urbanisme", paras(_CUT, 12))
_TEXT = "http://www.listes-bibliothecaires.org/archives/2009-06/msg00214.txt"
_GAZETTE = (
    "http://www.lagazettedescommunes.com/517883/%e2%80%89nous-avons-mis-en-place-une-e-communaut"
    "%C3%A9-des-acteurs-de-linnovation%e2%80%89-d-cristol-cnfpt/"
)

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a lost page is written wholly in entities",
        "french-web 2f: page non trouvée, n'existe plus, as entities",
        _ENTITIES,
        VerdictKind.SOFT_404,
        seen(
            _ENTITIES,
            _ENTITIES_LOST,
            headers=_BARE,
        ),
        ("La fête à Auch",),
        anything(_ENTITIES, _ENTITIES_LOST, headers=_BARE),
    ),
    Labelled(
        "a living page is written in entities and numbers",
        "issue 3: the reference's title, once entities are read",
        _ENTITIES,
        VerdictKind.OK,
        seen(
            _ENTITIES,
            tables(
                "La f&ecirc;te &#224; Auch",
                "<B>La f&ecirc;te &#224; Auch</B>" + paras(_ENTITIES, 2),
                charset="ascii",
            ),
            headers=_BARE,
        ),
        ("La fête à Auch",),
        sane(_ENTITIES),
    ),
    Labelled(
        "a lost page has decomposed accents",
        "french-web 2f: a été supprimée, n'existe plus, in NFD",
        _NFD,
        VerdictKind.SOFT_404,
        seen(_NFD, _NFD_LOST),
        ("Été 2016 à la médiathèque : les ateliers d'écriture",),
        anything(_NFD, _NFD_LOST),
    ),
    Labelled(
        "a living page has decomposed accents in its title",
        "issue 3: the title is the same once composed",
        _NFD,
        VerdictKind.OK,
        seen(
            _NFD,
            unicodedata.normalize(
                "NFD",
                wordpress(
                    "Médiathèque des Corbières", "Été 2016 : ateliers d’écriture", paras(_NFD)
                ).decode(),
            ).encode(),
        ),
        ("Été 2016 à la médiathèque : les ateliers d'écriture",),
        anything(_NFD, _NFD_LOST),
    ),
    Labelled(
        "no-break spaces stand in the words of a lost page",
        "french-web 2f: erreur 404, with NBSP; UTF-8 mark at the start",
        _NBSP,
        VerdictKind.SOFT_404,
        seen(
            _NBSP,
            b"\xef\xbb\xbf"
            + drupal(
                "Festival du conte",
                "Erreur\u00a0404",
                "<p>Oups\u202f! Cette\u00a0page est\u00a0introuvable.</p>",
            ),
        ),
        ("Veillées 2015",),
        sane(_NBSP),
    ),
    Labelled(
        "an article of a review breaks off before its announced end",
        "issue 3: an unfinished body lives, with a note",
        _CUT,
        VerdictKind.OK,
        seen(
            _CUT,
            _CUT_PAGE[: _CUT_PAGE.index(b"entry-content") + 2600],
            incomplete=True,
        ),
        ("Lire un plan local d'urbanisme (PLU)",),
        sane(_CUT),
    ),
    Labelled(
        "a message of a mailing list is plain Latin-1 text",
        "issue 3: text without markup lives; it quotes an error",
        _TEXT,
        VerdictKind.OK,
        seen(
            _TEXT,
            (
                "De : Hélène\nObjet : Re: catalogage des périodiques\n\n> erreur 404 sur le lien\n"
                "Le lien était mal recopié, voici la règle : un titre, une notice.\n" * 6
            ).encode("iso-8859-1"),
            headers={"content-type": "text/plain"},
        ),
        ("Re: catalogage des périodiques",),
        sane(_TEXT),
    ),
    Labelled(
        "a Gazette address with thin spaces answers as it is written",
        "seed 1.2 no. 22: mixed escapes are sent as is; 301 to https is ok",
        _GAZETTE,
        VerdictKind.OK,
        seen(
            _GAZETTE.replace("http:", "https:"),
            wordpress(
                "La Gazette des communes",
                "«\u2009Nous avons mis en place une e-communauté des acteurs de l’"
                "innovation\u2009»",
                paras(_GAZETTE),
                entries=300,
            ),
            via=((_GAZETTE, 301),),
        ),
        ("« Nous avons mis en place une e-communauté des acteurs de l'innovation »",),
        sane(_GAZETTE),
    ),
    Labelled(
        "the ministry's accented path leads to its home page",
        "seed 1.2 no. 14: the accent was the typist's; 2f: redirect to the root",
        "https://solidarites-sante.gouv.fr/actualites/presse/communiqués-de-presse/article/cp-labs",
        VerdictKind.SOFT_404,
        seen(
            "https://solidarites-sante.gouv.fr/",
            spip("Ministère des Solidarités", "Accueil", teasers("sol", 9), entries=140),
            via=(
                (
                    "https://solidarites-sante.gouv.fr/actualites/presse/"
                    "communiqu%C3%A9s-de-presse/article/cp-labs",
                    302,
                ),
            ),
        ),
        ("Communiqué : les labs",),
        sent_home(
            "https://solidarites-sante.gouv.fr/actualites/presse/communiqu%C3%A9s-de-presse/article/x",
            "https://solidarites-sante.gouv.fr/",
            spip("Ministère des Solidarités", "Accueil", teasers("sol", 9), entries=140),
            302,
        ),
    ),
)
