"""False friends of the soft 404, and files that are not files."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.pages import STATE, page
from tests.labelled.third.a_templates import drupal, spip, wordpress
from tests.labelled.third.a_templates_filler import anything, paras, sane
from tests.labelled.wire import seen

_404 = "https://www.leblogduwebmestre.fr/2017/erreur-404-dix-pages-introuvables-qui-font-sourire/"
_CAR = "https://www.musee-automobile-du-doubs.fr/collections/voitures/peugeot-404.html"
_ROOM = "https://www.theatre-des-remparts.fr/spectacle/404-not-found"
_FAQ = "https://www.service-archives-ain.fr/aide/questions-frequentes"
_LAW = "https://www.codes-et-lois-commentes.fr/code/article-l-2121-30-ancien"
_PDF = "http://www.urba-haute-loire.fr/documents/etudes/diagnostic_foncier_2015.pdf"
_PDF_LOST = page(
    "Document introuvable",
    paragraphs=("Le fichier que vous souhaitez télécharger n'est plus en ligne.",),
    dress=STATE,
    kb=11,
)

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a blog post collects funny 404 pages",
        "issue 3: a living article about 404s is alive",
        _404,
        VerdictKind.OK,
        seen(
            _404,
            wordpress(
                "Le blog du webmestre",
                "Erreur 404 : dix pages introuvables qui font sourire",
                "<p>« Oups, cette page n’existe plus » : la formule lasse.</p>" + paras(_404, 5),
            ),
        ),
        ("Erreur 404 : dix pages introuvables qui font sourire",),
        sane(_404),
    ),
    Labelled(
        "the Peugeot 404 of a museum",
        "french-web 2f: 404 in a title counts only with error, page or not found",
        _CAR,
        VerdictKind.OK,
        seen(_CAR, spip("Musée automobile du Doubs", "Peugeot 404", paras(_CAR, 1))),
        ("La Peugeot 404 (1960-1975)",),
        sane(_CAR),
    ),
    Labelled(
        "a play is called 404 Not Found",
        "french-web 2f: the reference's own title is the best witness; the sibling is a true 404",
        _ROOM,
        VerdictKind.OK,
        seen(
            _ROOM,
            wordpress(
                "Théâtre des Remparts",
                "404 Not Found",
                "<p>Comédie de bureau en deux actes. Durée 1 h 20.</p>" + paras(_ROOM, 3),
            ),
        ),
        ("404 Not Found, comédie de bureau",),
        sane(_ROOM),
    ),
    Labelled(
        "an archive's help answers what to do when a page is missing",
        "french-web 2f: whole phrases in a long text and lower headings do not decide",
        _FAQ,
        VerdictKind.OK,
        seen(
            _FAQ,
            drupal(
                "Archives départementales",
                "Questions fréquentes",
                "<h2>Le site affiche « page introuvable », que faire ?</h2>"
                + paras(_FAQ, 3)
                + "<h2>Ce contenu n'est plus disponible : pourquoi ?</h2>"
                + paras("faq2", 3),
            ),
        ),
        ("Questions fréquentes sur les archives en ligne",),
        sane(_FAQ),
    ),
    Labelled(
        "a repealed article of a code n'existe plus",
        "issue 3: a short page is alive; the phrase speaks of the law",
        _LAW,
        VerdictKind.OK,
        seen(
            _LAW,
            spip(
                "Codes et lois commentés",
                "Article L. 2121-30 (ancien)",
                "<p>Cet article a été abrogé par la loi du 13 août 2004 : il n'existe plus dans le "
                "code en vigueur.</p><p>Texte ancien : le conseil municipal décide de la création "
                "et de l'implantation des écoles, après avis du représentant de l'État.</p>",
            ),
        ),
        ("Article L. 2121-30 ancien, commenté",),
        sane(_LAW),
    ),
    Labelled(
        "an HTML page says document introuvable under a .pdf",
        "issue 3: an HTML error page under .pdf is not a PDF; document introuvable",
        _PDF,
        VerdictKind.SOFT_404,
        seen(_PDF, _PDF_LOST),
        ("Diagnostic foncier de la Haute-Loire",),
        anything(_PDF, _PDF_LOST),
    ),
    Labelled(
        "the PDF is there though the server calls it HTML",
        "issue 3: PDF by its magic, not its name or type",
        _PDF,
        VerdictKind.OK,
        seen(_PDF, b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + b"1 0 obj<</Type/Catalog>>endobj\n" * 2500),
        ("Diagnostic foncier de la Haute-Loire",),
        anything(_PDF, _PDF_LOST),
    ),
)
