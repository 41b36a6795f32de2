"""The right page under another dress, and numbers given to others."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.a_templates import drupal, spip, wordpress
from tests.labelled.third.a_templates_apps import koha
from tests.labelled.third.a_templates_filler import paras, sane
from tests.labelled.wire import seen

_LABO = (
    "http://www.prefectures-regions.gouv.fr/occitanie/Region-et-institutions/L-action-de-l-Etat/"
    "Transition-numerique-de-l-Etat-et-modernisation-de-l-action-publique/"
    "Laboratoire-d-innovations/Laboratoire-d-innovations/Le-Lab-O-kesak-O/"
)
_NANTES = (
    "https://www.frenchweb.fr/"
    "laboratoire-urbain-nantes-accueille-les-labs-dinnovation-de-grands-groupes/356740"
)
_SUMMARY = "https://www.revue-des-deux-rives.fr/numeros/52"
_REUSED = "https://www.atelier-du-littoral.com/node/118"
_RECORD = "https://catalogue.bm-valmont.fr/cgi-bin/koha/opac-detail.pl?biblionumber=20417"
_CONF = "https://www.congres-des-archivistes.org/programme"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "Lab'O of Occitanie rewrote its page under the same title",
        "french-web 2b: same title, changed body; the page is alive",
        _LABO,
        VerdictKind.OK,
        seen(
            _LABO,
            spip(
                "Préfecture de région",
                "Le Lab’O, kesak’O ?",
                "<p>Le laboratoire d’innovation des services de l’État en Occitanie.</p>"
                + paras("labo 2026", 4),
                entries=90,
            ),
        ),
        ("En Occitanie",),
        sane(_LABO),
    ),
    Labelled(
        "a reference called A Nantes cites an article on an urban laboratory",
        "seed V/77: a short label as title; one word of it is enough to find in the page",
        _NANTES,
        VerdictKind.OK,
        seen(
            _NANTES,
            wordpress(
                "FrenchWeb.fr",
                "Laboratoire urbain : Nantes accueille les labs d’innovation de grands groupes",
                paras(_NANTES),
                kb=60,
                side=20,
            ),
        ),
        ("A Nantes",),
        sane(_NANTES),
    ),
    Labelled(
        "the cited article stands in the table of contents of its issue",
        "issue 3: token recall of the title in title, h1 and text",
        _SUMMARY,
        VerdictKind.OK,
        seen(
            _SUMMARY,
            spip(
                "Revue des Deux Rives",
                "N° 52 - Printemps 2018",
                "<ul><li>Éditorial, p. 3</li><li>Ce que la nuit fait aux gares, p. 8</li><li>"
                "Habiter au bord du fleuve : trois récits, p. 22</li><li>Notes, p. 70</li>"
                "</ul>",
            ),
        ),
        ("Habiter au bord du fleuve, trois récits",),
        sane(_SUMMARY),
    ),
    Labelled(
        "a node number was given to another subject altogether",
        "issue 3: nothing of the reference's title is left: doubtful",
        _REUSED,
        VerdictKind.DOUBTFUL,
        seen(
            _REUSED,
            drupal(
                "Atelier du littoral",
                "Conditions générales de location des kayaks",
                "<p>Le dépôt de garantie est de 200 euros par embarcation. Le gilet est fourni. "
                "Toute journée entamée est due.</p>" * 5,
            ),
        ),
        ("Concevoir avec les pêcheurs : carnet de bord d'une résidence de design",),
        sane(_REUSED),
    ),
    Labelled(
        "the same node still holds the notebook of the residence",
        "issue 3: the reference's title, shortened, is the page's",
        _REUSED,
        VerdictKind.OK,
        seen(
            _REUSED,
            drupal(
                "Atelier du littoral", "Carnet de bord : concevoir avec les pêcheurs", paras("")
            ),
        ),
        ("Concevoir avec les pêcheurs : carnet de bord d'une résidence de design",),
        sane(_REUSED),
    ),
    Labelled(
        "a record number was given to a cookery book",
        "issue 3: the right page; record numbers are reused after a migration",
        _RECORD,
        VerdictKind.DOUBTFUL,
        seen(
            _RECORD,
            koha(
                "BM de Valmont",
                "Cent soupes d'hiver › Détails",
                "<h1 class='title'>Cent soupes d'hiver</h1><p>Auteur : Roque, Odile. Éditeur : "
                "Potager, 2021. 128 p.</p><table><tr><th>Cote</th></tr><tr><td>641.8 ROQ</td>"
                "<td>Disponible</td></tr></table>",
            ),
        ),
        ("Sociologie des administrations locales",),
        sane(_RECORD),
    ),
    Labelled(
        "the record of the cited book is short and says no copy is available",
        "issue 3: a short page is alive; non disponible is about copies",
        _RECORD,
        VerdictKind.OK,
        seen(
            _RECORD,
            koha(
                "BM de Valmont",
                "Sociologie des administrations locales › Détails",
                "<h1 class='title'>Sociologie des administrations locales</h1><p>2017. 310 p.</p>"
                "<p>Aucun exemplaire n'est disponible actuellement.</p>",
            ),
        ),
        ("Sociologie des administrations locales",),
        sane(_RECORD),
    ),
    Labelled(
        "the programme page of a congress now shows another year's edition",
        "french-web 2g: drift of a recurring event; nothing of the cited theme is left",
        _CONF,
        VerdictKind.DOUBTFUL,
        seen(
            _CONF,
            wordpress(
                "Congrès des archivistes",
                "Programme 2026",
                "<p>Trois jours à Lille sur l’intelligence artificielle.</p>" + paras(_CONF, 3),
            ),
        ),
        ("Collecter l'oral : programme du congrès de Rennes, 2018",),
        sane(_CONF),
        also(VerdictKind.OK),
    ),
)
