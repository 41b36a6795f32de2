"""The cited page under a title that differs a little, or stands elsewhere than in the title."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.pages import PRESS, STATE, article, page
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import K, living
from tests.labelled.second.templates_engines import (
    WP_HEADERS,
    drupal,
    joomla,
    shell,
    spip,
    typo3,
    wordpress,
)
from tests.labelled.second.templates_engines_old import LATIN_HEADERS, OLD_HEADERS, table, webforms
from tests.labelled.second.templates_filler import english

_PDF = (
    b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    + b"0" * 30000
    + b"\n%%EOF\n"
)

CASES: tuple[Labelled, ...] = (
    living(
        "citing title with a typing error and more words than the page's own",
        "french-web 2g: token recall, seed typo Annnonce",
        "https://www.affaires-locales.gouv.fr/presse/laureats-2019",
        page("Annonce des 10 lauréats", paragraphs=prose("lauréats", 4), dress=STATE, kb=40),
        "Annnonce des 10 Lauréats de l'appel à projets « Villages d'avenir »",
    ),
    living(
        "citing title in capitals without accents",
        "french-web 2g: token recall after folding case and accents",
        "https://www.revue-lisieres.fr/2018/11/la-foret-a-la-carte/",
        wordpress("Revue Lisières", "La forêt à la carte", prose("forêt", 6)),
        "LA FORET A LA CARTE",
        headers=WP_HEADERS,
    ),
    living(
        "citing title in other quotes, apostrophes and spaces",
        "seed layout: quotes and apostrophes are mixed",
        "https://www.depeche-mairies.fr/rh/77001/on-apprend-en-marchant/",
        article("« On apprend en marchant » : l’école des agents d’entretien", dress=PRESS, kb=80),
        "\"On apprend en marchant\" : l'école des agents d'entretien",
    ),
    living(
        "citing title is the subtitle, which stands only in the text",
        "french-web 2g: recall in title, h1 and text",
        "http://www.reseau-bocage.org/Le-cahier-no4",
        spip(
            "Réseau rural du Bocage",
            "Le cahier n° 4",
            prose("cahier", 3),
            chapo="Dix façons d'abriter un troupeau sous les arbres",
        ),
        "Dix façons d'abriter un troupeau sous les arbres",
    ),
    living(
        "editor's placeholder as document title, the right heading in the body",
        "french-web 2g: the title element is wrong, the heading is the witness",
        "http://www.ecole-du-plateau.net/projets/four.htm",
        table(
            "École du Plateau",
            "Le four à pain de l'école",
            prose("four", 4),
            doc="Document sans nom",
        ),
        "Le four à pain de l'école",
        headers=OLD_HEADERS,
    ),
    living(
        "title in Latin-1 with entities",
        "issue: Latin-1 pages are common",
        "http://www.ecole-du-plateau.net/projets/ete.htm",
        table("École du Plateau", "L'été des élèves", prose("été", 4), charset="iso-8859-1"),
        "L'été des élèves",
        headers=LATIN_HEADERS,
    ),
    living(
        "document title cut by an ellipsis, heading reworded by the newsroom",
        "false friend: a title that drifted a little in a living article",
        "https://www.echo-cantons.info/2019/02/10/le-facteur-lit-aussi/",
        wordpress(
            "L'Écho des cantons",
            "À Vaux, le facteur lit aussi le courrier aux anciens",
            prose("facteur", 6),
            doc="À Vaux, le facteur lit aussi…",
            kb=60,
        ),
        "Le facteur lit aussi le courrier",
    ),
    living(
        "two citing titles, one of them right",
        "design: one match of the citing references' titles is enough",
        "https://observatoire-services.fr/etudes/guichets-mobiles",
        drupal("Observatoire des services au public", "Les guichets mobiles", prose("guichets", 5)),
        "La suite de l'étude",
        "Les guichets mobiles",
    ),
    living(
        "citing title is a place in a list, not the page's title",
        "seed V: titles such as A Paris are labels of a group",
        "https://lab.ville-de-verlune.fr/presentation",
        typo3("Ville de Verlune", "Le laboratoire de la Ville", prose("verlune", 3)),
        "A Verlune (ville de Verlune)",
    ),
    living(
        "citing title is the name of the body, the page an about page",
        "seed V/69: La 27ème Région cited by an about page",
        "http://www.atelier-9.org/le-9-quoi/",
        wordpress("Atelier 9", "Le 9 quoi ?", prose("atelier 9", 4)),
        "Atelier 9",
    ),
    living(
        "English page cited with a translated title and its own",
        "french-web 2g: half of the reference is in another language",
        "https://www.northfieldlab.org/tools/the-doorstep-interview",
        wordpress(
            "Northfield Policy Lab", "The doorstep interview", english("doorstep", 6), lang="en-GB"
        ),
        "L'entretien sur le pas de la porte [The doorstep interview]",
    ),
    living(
        "English page cited only by a translated title",
        "issue: title and language have nothing left of the reference: at least doubtful",
        "https://www.northfieldlab.org/tools/the-kitchen-table",
        wordpress(
            "Northfield Policy Lab", "The kitchen table", english("kitchen", 6), lang="en-GB"
        ),
        "La table de la cuisine : guide d'animation",
        expected=K.DOUBTFUL,
        accepted=(K.OK,),
    ),
    living(
        "PDF whose bytes do not tell its title",
        "issue: PDF by its magic; no title to compare",
        "https://www.affaires-locales.gouv.fr/contenu/rapport_051.pdf",
        _PDF,
        "Rapport sur les haltes",
        headers={"content-type": "application/pdf", "content-length": str(len(_PDF))},
    ),
    living(
        "web application whose title is right and whose text comes by script",
        "french-web 2g: the title is the witness",
        "https://cartes.pays-des-gaves.fr/recits/eau",
        shell("L'eau du gave, récit cartographique"),
        "L'eau du gave (récit cartographique)",
    ),
    living(
        "WebForms page with the site's name first and the item only in a span",
        "french-web 2g: recall in the text",
        "http://www.atd-extranet.fr/Fiches/Ponts.aspx?id=3",
        webforms(
            "Agence technique départementale",
            "Fiche ponts n° 3 : les garde-corps",
            prose("garde-corps", 4),
            doc="ATD",
        ),
        "Les garde-corps (fiche ponts n° 3)",
    ),
    living(
        "renamed site, same article at the same address",
        "issue: the title confirms site renames",
        "https://www.lettre-des-bourgs.fr/1522/la-transition-au-four/",
        wordpress(
            "Bourgs & Compagnie, le nouveau magazine",
            "La transition au four",
            prose("transition", 6),
            kb=50,
        ),
        "La transition au four (La Lettre des bourgs)",
    ),
    living(
        "interview cited by the speaker's words and name, page headed by the name",
        "seed: quotations and speakers are part of citing titles",
        "https://www.depeche-mairies.fr/elus/71200/entretien-avec-lucie-marchal/",
        joomla(
            "La Dépêche des mairies",
            "Entretien avec Lucie Marchal",
            (
                "« La commune est le premier service public », dit Lucie Marchal, maire de Vaux.",
                *prose("marchal", 5),
            ),
        ),
        'Lucie Marchal : "La commune est le premier service public"',
    ),
)
