"""Theses, office files, sounds, tables, texts, and what became of them."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third.b_templates import drupal, e, paras, sane, typo3
from tests.labelled.third.b_templates_docs import csv, docx, epub, mp3, pdf
from tests.labelled.third.b_templates_press import cas
from tests.labelled.wire import absent, looks, seen

_THESIS = "https://theses.univ-des-plaines.fr/docs/2016/these_aubry_v2.pdf"
_GUIDE = "https://www.cdg-hautes-terres.fr/docs/guide-accueil.docx"
_BOOK = "https://presses-du-causse.org/livres/atlas.epub"
_SOUND = "https://radio-des-communes.org/sons/2019/page-introuvable.mp3"
_TREES = "https://opendata.agglo-rives.fr/exports/arbres_2019.csv"
_PLAIN = "https://listes.reseau-archives.org/archives/2004-March/000231.txt"
_INTERNAL = "https://intranet.univ-littoral-nord.fr/scd/rapports/rapport2019.pdf"

_MAIL = f"""From claire at archives.example  Mon Mar  8 09:12:44 2004
From: claire at archives.example
Subject: [reseau] 404, page introuvable et autres messages

Bonjour, voici ce que nos lecteurs voient quand une page est introuvable.
{chr(10).join(e(p) for p in paras("mail", 4).split("</p>"))}
""".encode("latin-1", "replace")

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a thesis under a name in pdf is shown by a reader page with its title",
        fact="issue: the reference's own title is the best witness",
        url=_THESIS,
        expected=VerdictKind.OK,
        plain=seen(
            _THESIS,
            typo3(
                "Les communs fonciers au village",
                "<p>Thèse de Jeanne Aubry, 2016.</p><iframe src='/viewer?d=4412'></iframe>"
                "<a href='/dl/4412'>Télécharger (4,2 Mo)</a>" + paras(_THESIS, 1),
                site="Thèses des Plaines",
            ),
        ),
        titles=("Les communs fonciers au village (thèse)",),
        answers=sane(_THESIS),
    ),
    Labelled(
        name="a thesis begins with a mark and two blank lines before its magic",
        fact="issue: PDF by its magic; readers accept some bytes before it",
        url=_THESIS,
        expected=VerdictKind.OK,
        plain=seen(
            _THESIS,
            pdf("Les communs fonciers", kb=30, junk=b"\xef\xbb\xbf\r\n\r\n"),
            headers={"content-type": "application/octet-stream"},
        ),
        titles=("Les communs fonciers au village",),
        answers=sane(_THESIS),
    ),
    Labelled(
        name="an internal report ends at the login of a university",
        fact="french-web 2e: cas/login",
        url=_INTERNAL,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            "https://cas.univ-littoral-nord.fr/cas/login?service=" + _INTERNAL,
            cas("Université du Littoral nord"),
            via=((_INTERNAL, 302),),
        ),
        titles=("Rapport d'activité 2019",),
    ),
    Labelled(
        name="a guide is a Word document",
        fact="issue: other binaries by their magic",
        url=_GUIDE,
        expected=VerdictKind.OK,
        plain=seen(
            _GUIDE,
            docx("Guide d'accueil"),
            headers={"content-type": "application/octet-stream"},
        ),
        titles=("Guide d'accueil des agents",),
        answers=sane(_GUIDE),
    ),
    Labelled(
        name="a guide became a list of all documents",
        fact="french-web 2f: redirect to a listing",
        url=_GUIDE,
        expected=VerdictKind.SOFT_404,
        plain=seen(
            "https://www.cdg-hautes-terres.fr/documents/",
            drupal(
                "Tous nos documents",
                "<ul>" + "".join(f"<li>Modèle {n} (PDF)</li>" for n in range(60)) + "</ul>",
                site="CDG",
            ),
            via=((_GUIDE, 301),),
        ),
        titles=("Accueillir un nouvel agent : vade-mecum",),
        answers=sane("https://www.cdg-hautes-terres.fr/documents/"),
    ),
    Labelled(
        name="an atlas is an electronic book",
        fact="issue: other binaries by their magic",
        url=_BOOK,
        expected=VerdictKind.OK,
        plain=seen(_BOOK, epub("Atlas"), headers={"content-type": "application/epub+zip"}),
        titles=("Atlas des chemins",),
        answers=sane(_BOOK),
    ),
    Labelled(
        name="a sound whose title is Page introuvable is a sound",
        fact="issue: phrases count in pages, not in a file's bytes",
        url=_SOUND,
        expected=VerdictKind.OK,
        plain=seen(
            _SOUND, mp3("Page introuvable, reportage"), headers={"content-type": "audio/mpeg"}
        ),
        titles=("Page introuvable, reportage",),
        answers=sane(_SOUND),
    ),
    Labelled(
        name="a table of trees is written in Latin letters",
        fact="issue: a file that is no HTML and is there",
        url=_TREES,
        expected=VerdictKind.OK,
        plain=seen(_TREES, csv(), headers={"content-type": "text/csv"}),
        titles=("Arbres de l'agglomération, 2019",),
        answers=sane(_TREES),
    ),
    Labelled(
        name="a mail of 2004 about lost pages is plain text",
        fact="issue: a text that quotes the phrases is alive",
        url=_PLAIN,
        expected=VerdictKind.OK,
        plain=seen(_PLAIN, _MAIL, headers={"content-type": "text/plain"}),
        titles=("404, page introuvable et autres messages",),
        answers=looks(sibling=absent(_PLAIN)),
    ),
)
