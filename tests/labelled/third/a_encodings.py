"""Old code pages, wrong labels and UTF-16."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third.a_templates_apps import tables
from tests.labelled.third.a_templates_filler import anything, paras, sane
from tests.labelled.wire import seen

_BARE = {"content-type": "text/html", "server": "Apache/1.3.33 (Unix)"}
_META = '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">'
_CP = "http://www.inspection-academique-58.fr/lecture/bcd_rurales.htm"
_CP_PAGE = tables("Les BCD rurales", "<H1>L’été des BCD rurales</H1>" + paras(_CP))
_CP_LOST = tables(
    "Page non trouvée",
    "<H1>Désolé…</H1>La page demandée a été déplacée ou supprimée.<P>L’équipe du site",
)
_LATIN = "http://www.archives-du-tarn-et-ouest.fr/recherches/etat_civil.php3"
_UTF16 = "http://www.cdg-formation-landes.fr/docs/resume_detaille.htm"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a windows-1252 page without any label lives",
        "issue 3: cp1252 by detection; curly quotes of FrontPage",
        _CP,
        VerdictKind.OK,
        seen(_CP, _CP_PAGE, headers=_BARE),
        ("L'été des BCD rurales",),
        anything(_CP, _CP_LOST, headers=_BARE),
    ),
    Labelled(
        "a windows-1252 page without any label is not found",
        "french-web 2f: page non trouvée in the title, accents in cp1252",
        _CP,
        VerdictKind.SOFT_404,
        seen(_CP, _CP_LOST, headers=_BARE),
        ("L'été des BCD rurales",),
        anything(_CP, _CP_LOST, headers=_BARE),
    ),
    Labelled(
        "a Latin-1 page is announced as UTF-8 by its server",
        "issue 3: a wrong label garbles accents; the page lives",
        _LATIN,
        VerdictKind.OK,
        seen(
            _LATIN,
            tables(
                "État civil numérisé",
                "<H1>L'état civil numérisé</H1>" + paras(_LATIN),
                charset="iso-8859-1",
                meta=_META,
                kb=25,
            ),
            headers={"content-type": "text/html; charset=UTF-8"},
        ),
        ("État civil numérisé : mode d'emploi",),
        sane(_LATIN),
    ),
    Labelled(
        "a UTF-8 page declares itself Latin-1",
        "issue 3: a wrong meta garbles accents; the page lives",
        _LATIN,
        VerdictKind.OK,
        seen(
            _LATIN,
            tables(
                "Généalogie : les dépôts fermés l'été",
                "<H1>Dépôts fermés l'été</H1>" + paras("dépôts"),
                charset="utf-8",
                meta=_META,
            ),
            headers=_BARE,
        ),
        ("Généalogie : les dépôts fermés l'été",),
        sane(_LATIN),
    ),
    Labelled(
        "a page in UTF-16 with its mark lives",
        "issue 3: charset by BOM first",
        _UTF16,
        VerdictKind.OK,
        seen(
            _UTF16,
            "<html><head><title>Résumé détaillé du stage</title></head><body><h1>Résumé détaillé "
            f"du stage</h1>{paras(_UTF16, 4)}</body></html>".encode("utf-16"),
            headers={"content-type": "text/html", "server": "Microsoft-IIS/6.0"},
        ),
        ("Résumé détaillé du stage « accueil »",),
        sane(_UTF16),
    ),
    Labelled(
        "a page in UTF-16 with its mark is not found",
        "issue 3: charset by BOM; french-web 2f: page introuvable",
        _UTF16,
        VerdictKind.SOFT_404,
        seen(
            _UTF16,
            "<html><head><title>Page introuvable</title></head><body><h1>Page introuvable</h1><p>"
            "Le document demandé a été retiré.</p></body></html>".encode("utf-16"),
            headers={"content-type": "text/html", "server": "Microsoft-IIS/6.0"},
        ),
        ("Résumé détaillé du stage « accueil »",),
        sane(_UTF16),
    ),
)
