"""WebForms sites, and programs that fail with a 200."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third.a_templates import wordpress
from tests.labelled.third.a_templates_apps import tables, webforms
from tests.labelled.third.a_templates_filler import paras, sane
from tests.labelled.wire import beside, looks, seen

_FORM = "http://www.observatoire-habitat-jura.fr/Public/fiche.aspx?id=7"
_FORM_LOST = webforms(
    "Observatoire de l'habitat",
    "Observatoire de l'habitat",
    '<span id="ctl00_lblErreur" style="color:Red">La fiche demandée n\'existe pas ou a été '
    "supprimée.</span>",
)
_YELLOW = b"""<!DOCTYPE html>
<html><head><title>Runtime Error</title><style>body {font-family:"Verdana";}</style></head>
<body bgcolor="white"><span><H1>Server Error in '/Public' Application.<hr width=100%></H1>
<h2><i>Runtime Error</i></h2></span><b> Description: </b>An application error occurred on the
server. The current custom error settings for this application prevent the details of the
application error from being viewed remotely.<br><br></body></html>"""
_PHP = "http://www.lecture-publique-creuse.net/bdp/article.php?n=12"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a WebForms site puts the whole record inside its form",
        "issue 3: a page inside one form, with a login box in its banner, is alive",
        _FORM,
        VerdictKind.OK,
        seen(
            _FORM,
            webforms(
                "Observatoire de l'habitat",
                "Observatoire de l'habitat",
                "<span class='titre'>Fiche 7 - Le parc locatif à Dole</span>" + paras(_FORM, 3),
            ),
            headers={"server": "Microsoft-IIS/8.5", "x-aspnet-version": "4.0.30319"},
        ),
        ("Le parc locatif à Dole",),
        looks(sibling=seen(beside(_FORM), b"<h2>404 - File or directory not found.</h2>", 404)),
    ),
    Labelled(
        "a WebForms site says in red, inside its form, that the record is no more",
        "french-web 2f: la fiche demandée n'existe pas, in a short text",
        _FORM,
        VerdictKind.SOFT_404,
        seen(_FORM, _FORM_LOST, headers={"server": "Microsoft-IIS/8.5"}),
        ("Le parc locatif à Dole",),
        looks(sibling=seen(beside(_FORM), b"<h2>404 - File or directory not found.</h2>", 404)),
    ),
    Labelled(
        "a WebForms site fails with a yellow page and a 500, twice",
        "design 2: 5xx that lasts",
        _FORM,
        VerdictKind.SERVER_ERROR,
        seen(_FORM, _YELLOW, 500, headers={"server": "Microsoft-IIS/8.5"}),
        ("Le parc locatif à Dole",),
        looks(second=seen(_FORM, _YELLOW, 500, headers={"server": "Microsoft-IIS/8.5"})),
    ),
    Labelled(
        "a reading network serves only a database error, with a 200",
        "issue 3: a lone PHP or database error served as 200 is server_error",
        _PHP,
        VerdictKind.SERVER_ERROR,
        seen(
            _PHP,
            b"<br />\n<b>Warning</b>:  mysqli_connect(): (HY000/2002): Connection refused in "
            b"<b>/home/bdp/www/inc/base.php</b> on line <b>14</b><br />\nImpossible de se "
            b"connecter &agrave; la base de donn&eacute;es",
        ),
        ("Les bibliobus de la Creuse",),
        sane(_PHP),
    ),
    Labelled(
        "a reading network prints a PHP notice above a living page",
        "issue 3: the error is lone only when nothing else is there",
        _PHP,
        VerdictKind.OK,
        seen(
            _PHP,
            b"<br />\n<b>Deprecated</b>:  mysql_connect(): The mysql extension is deprecated in "
            b"<b>/home/bdp/www/inc/base.php</b> on line <b>14</b><br />\n"
            + tables("Les bibliobus de la Creuse", "<H1>Les bibliobus</H1>" + paras(_PHP, 3)),
            headers={"content-type": "text/html; charset=windows-1252"},
        ),
        ("Les bibliobus de la Creuse",),
        sane(_PHP),
    ),
    Labelled(
        "a technical blog explains the same database error",
        "design 2: an article that quotes an error is alive",
        "https://www.hebergement-facile.fr/aide/erreur-mysqli-connect-2002",
        VerdictKind.OK,
        seen(
            "https://www.hebergement-facile.fr/aide/erreur-mysqli-connect-2002",
            wordpress(
                "Hébergement facile",
                "Warning: mysqli_connect(): Connection refused",
                "<pre>Fatal error: Uncaught mysqli_sql_exception</pre>" + paras("mysql", 2),
            ),
        ),
        ("Résoudre l'erreur mysqli_connect(): Connection refused",),
        sane("https://www.hebergement-facile.fr/aide/erreur-mysqli-connect-2002"),
    ),
)
