"""Programs that fail and still answer 200, and pages that live in spite of a warning."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import text
from tests.labelled.fourth.skins_other import bare
from tests.labelled.labelled import Labelled, also
from tests.labelled.wire import absent, beside, looks, seen

_WP = "https://www.ecomusee-de-brenne.example"
_DB = bare(
    "Database Error",
    "<div class='wp-die-message'><h1>Erreur lors de la connexion à la base de données</h1></div>",
    "<meta charset='utf-8'>",
)
_FATAL = (
    b"<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function mysql_connect() in "
    b"/var/www/html/inc/base.php:14\nStack trace:\n#0 /var/www/html/fiche.php(3): include()\n"
    b"#1 {main}\n  thrown in <b>/var/www/html/inc/base.php</b> on line <b>14</b><br />\n"
)
_SQL = b"SQLSTATE[HY000] [2002] Connection refused"
_YELLOW = bare(
    "Erreur d'exécution",
    "<span><H1>Erreur du serveur dans l'application '/Portail'.<hr></H1>"
    "<h2><i>Server Error in '/Portail' Application.</i></h2></span><b>Description : </b>Une "
    "exception non gérée s'est produite.<code>[NullReferenceException]</code>",
)
_TOMCAT = bare(
    "HTTP Status 500 – Internal Server Error",
    "<h1>HTTP Status 500 – Internal Server Error</h1>"
    "<p><b>Type</b> Exception Report</p><pre>java.lang.NullPointerException\n\tat fr.portail."
    "Notice.doGet(Notice.java:88)</pre>",
)
_SPIP_DOWN = skins_other.bare(
    "Attention : problème technique (serveur SQL)",
    "<p>Le serveur SQL a renvoyé une erreur. Erreur Numéro 1040 : Too many connections.</p>",
    "<meta charset='utf-8'>",
)
_ODD = "http://www.cdt-ardenne.example"
_LIB = "https://portail.bibliotheque-ardenne.example"


def _error(name: str, url: str, body: bytes, title: str, fact: str) -> Labelled:
    again = seen(url, body)
    answers = looks(second=again, sibling=seen(beside(url), body), browser=again)
    return Labelled(name, fact, url, K.SERVER_ERROR, again, (title,), answers)


def _alive(name: str, url: str, body: bytes, title: str, fact: str) -> Labelled:
    return Labelled(name, fact, url, K.OK, seen(url, body), (title,), looks(sibling=absent(url)))


_LONE = "issue 3, conventions: a lone PHP or database error served as 200 is server_error"

CASES: tuple[Labelled, ...] = (
    _error(
        "a WordPress museum cannot reach its database",
        f"{_WP}/collections/les-outils/",
        _DB,
        "Les outils du potier",
        _LONE,
    ),
    _alive(
        "the museum's living page",
        f"{_WP}/collections/les-jougs/",
        skins.wordpress("Les jougs de Brenne", text("joug", 3), site="Écomusée"),
        "Les jougs",
        "issue 3: a living page of the same site",
    ),
    _alive(
        "a webmaster's note about the database connection error",
        f"{_WP}/blog/erreur-base-de-donnees/",
        skins.wordpress(
            "« Erreur lors de la connexion à la base de données » : que faire ?",
            text("bdd", 7),
            site="Écomusée",
        ),
        "« Erreur lors de la connexion à la base de données » : que faire ?",
        "issue 3: a living article about the error",
    ),
    _error(
        "a tourism committee's script dies of an old function",
        f"{_ODD}/fiche.php?id=88",
        _FATAL,
        "Le sentier des ardoisiers",
        _LONE,
    ),
    _alive(
        "the committee's page lives below a PHP notice",
        f"{_ODD}/circuit.php?id=12",
        b"<br />\n<b>Notice</b>:  Undefined index: lang in <b>/var/www/html/inc/langue.php</b> "
        b"on line <b>22</b><br />\n"
        + skins_other.tables(
            "Le circuit des forges", text("forges", 5), site="Tourisme en Ardenne"
        ),
        "Le circuit des forges",
        "issue 3: only a lone error is an error",
    ),
    _error(
        "an observatory answers with its database driver's words",
        "https://www.obs-emploi-public.example/tableaux/2018",
        _SQL,
        "Tableaux de l'emploi public 2018",
        _LONE,
    ),
    _error(
        "a library portal shows the yellow page of ASP.NET",
        f"{_LIB}/Portail/notice.aspx?id=4417",
        _YELLOW,
        "L'accueil en bibliothèque",
        "issue 3: a lone program error served as 200",
    ),
    _alive(
        "the library portal's living notice",
        f"{_LIB}/Portail/notice.aspx?id=4420",
        skins_other.webforms(
            "Animer un club de lecture", text("club", 2), site="Bibliothèque d'Ardenne"
        ),
        "Animer un club de lecture",
        "issue 3: a living page of the same site",
    ),
    _error(
        "an archive's servlet shows its stack trace under 200",
        "http://archives.dep-ardenne.example/notice/FRAD-1247",
        _TOMCAT,
        "Fonds du cadastre, 1247",
        "issue 3: a lone program error served as 200",
    ),
    _error(
        "a SPIP site has too many connections",
        "http://www.reseau-lecture.example/spip.php?article77",
        _SPIP_DOWN,
        "Lire en prison",
        "issue 3: a lone database error served as 200",
    ),
    _alive(
        "a forum of librarians discusses a fatal error of their software",
        "http://forum.reseau-lecture.example/viewtopic.php?t=311",
        skins_other.tables(
            "Fatal error au moment du prêt",
            "<P>Bonjour, j'obtiens : Fatal "
            "error: Uncaught Error in /var/www/pret.php on line 4. Une idée ?" + text("forum", 5),
            site="Forum du réseau",
            charset="utf-8",
        ),
        "Fatal error au moment du prêt (discussion)",
        "issue 3: a page that quotes the phrase",
    ),
    Labelled(
        "a county's whole site is under maintenance, under 200",
        "design 2: when in doubt, undecided",
        "https://www.departement-du-val.example/solidarites/aide-au-repit",
        K.DOUBTFUL,
        seen(
            "https://www.departement-du-val.example/solidarites/aide-au-repit",
            bare(
                "Maintenance en cours",
                "<h1>Site en maintenance</h1><p>Nos équipes mettent à jour le "
                "site. Merci de revenir dans quelques heures.</p>",
                "<meta charset='utf-8'>",
            ),
        ),
        ("L'aide au répit",),
        {},
        also(K.SERVER_ERROR, K.UNCHECKED, K.BLOCKED),
    ),
)
