"""Refusals without a signature: 403, 406, 418, 429, 451, 999, and what a second try gives."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.prose import prose
from tests.labelled.second.templates_press import SPIP, TABLES, TYPO3, WORDPRESS, build
from tests.labelled.second.templates_press_site import MAGAZINE, POPIN, sane
from tests.labelled.second.templates_walls import plain_status
from tests.labelled.wire import absent, beside, looks, seen

GAZETTE = "https://www.lagazettedescommunes.com/834776/les-agents-dessinent-leur-mairie/"
MONITEUR = "https://www.lemoniteur.fr/article/la-halle-en-bois-qui-se-demonte.1789104"
ESSONNE = "https://www.essonne.fr/le-departement/innovation/laboratoire-des-usages"
ABBEY = "https://www.abbaye-de-lourmeau.fr/recherche/carnets/les-moulins-banaux"
LINKEDIN = "https://www.linkedin.com/pulse/innover-dans-une-petite-commune-claire-vasseur"
SOCIAL = "https://www.facebook.com/mediatheque.valdorne/posts/10156"
CHAMBER = "http://www.cci-bocage.fr/etudes/observatoire_commerce.htm"
ARCHIVE = "https://archives.haut-allier.fr/ark:/49152/s005a1b"

_f403 = seen(GAZETTE, plain_status("403 Forbidden", ""), 403, headers={"server": ""})
_m403 = seen(MONITEUR, b"", 403, headers={"content-type": "", "content-length": "0"})
_teapot = seen(ESSONNE, b"<h1>418 I'm a teapot</h1>", 418)
_a403 = seen(ABBEY, plain_status("403 Forbidden", "", "Apache"), 403, headers={"server": "Apache"})
_a406 = seen(
    ABBEY,
    plain_status(
        "406 Not Acceptable",
        "An appropriate representation of the requested resource could not be found.",
    ),
    406,
)
_li = seen(
    LINKEDIN,
    b"<html><head><script>window.onload=function(){var trk='bf';}</script></head></html>",
    999,
    headers={"server": "Play", "x-li-fabric": "prod-lor1"},
)
_wall = seen(
    "https://www.linkedin.com/authwall?trk=bf&sessionRedirect=https%3A%2F%2Fwww.linkedin.com%2Fpul"
    "se",
    b"<html><head><title>LinkedIn</title></head><body><h1>Inscrivez-vous sur LinkedIn</h1></body>",
    via=((LINKEDIN, 302),),
)
_fb = seen(
    "https://www.facebook.com/login/?next=https%3A%2F%2Fwww.facebook.com%2Fmediatheque.valdorne",
    build(
        MAGAZINE,
        "Se connecter à Facebook",
        ("Vous devez vous connecter pour continuer.",),
        full="Facebook",
        kb=40,
        others=0,
        entries=0,
        after='<input type="password" name="pass">',
        talk=False,
    ),
    via=((SOCIAL, 302),),
)


def _limited(url: str, wait: str) -> Exchange:
    return seen(url, plain_status("429 Too Many Requests", ""), 429, headers={"retry-after": wait})


_living = seen(
    ABBEY,
    build(WORDPRESS, "Les moulins banaux de Lourmeau", prose("moulin"), site="Abbaye de Lourmeau"),
)
_ark = seen(
    ARCHIVE,
    build(TYPO3, "Registre des délibérations, an IV", prose("ark"), site="Archives du Haut-Allier"),
)
_shop = seen(
    CHAMBER,
    build(
        TABLES, "Observatoire du commerce", prose("cci"), site="CCI du Bocage", charset="iso-8859-1"
    ),
    headers={"content-type": "text/html"},
)
MILLS = ("Les moulins banaux",)

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a bare 403 of the Gazette",
        "french-web 2a: 403 from this host is blocked",
        GAZETTE,
        V.BLOCKED,
        _f403,
        ("Les agents dessinent leur mairie",),
        looks(browser=_f403),
    ),
    Labelled(
        "a free article of the Gazette, login pop-in included",
        "french-web 2a: the pop-in stands on free articles too",
        GAZETTE,
        V.OK,
        seen(
            GAZETTE,
            build(
                MAGAZINE,
                "Les agents dessinent leur mairie",
                (POPIN, *prose("gz")),
                site="La Gazette des Communes",
                entries=150,
            ),
        ),
        ("Les agents dessinent leur mairie",),
        sane(GAZETTE),
    ),
    Labelled(
        "an empty 403 of the Moniteur",
        "french-web 2a: same publisher, same wall",
        MONITEUR,
        V.BLOCKED,
        _m403,
        (),
        looks(browser=_m403),
    ),
    Labelled(
        "a teapot from the Essonne",
        "french-web 2a: essonne.fr answers 418",
        ESSONNE,
        V.BLOCKED,
        _teapot,
        ("Le laboratoire des usages",),
        looks(browser=_teapot),
    ),
    Labelled(
        "a teapot from a host that nobody knows",
        "issue: unexplained 4xx is blocked",
        "https://www.cd-94bis.fr/atelier",
        V.BLOCKED,
        seen("https://www.cd-94bis.fr/atelier", b"418", 418),
        ("L'atelier",),
        looks(browser=seen("https://www.cd-94bis.fr/atelier", b"418", 418)),
    ),
    Labelled(
        "a 403 that browser-like headers open",
        "issue: one polite second try with browser-like headers",
        ABBEY,
        V.OK,
        _a403,
        MILLS,
        looks(browser=_living, sibling=absent(ABBEY)),
    ),
    Labelled(
        "a 403 that stays one",
        "issue: an unexplained 403 is blocked",
        ABBEY,
        V.BLOCKED,
        _a403,
        MILLS,
        looks(browser=_a403),
    ),
    Labelled(
        "a 403 behind which browser-like headers find a 404",
        "issue: the second try tells what readers get",
        ABBEY,
        V.NOT_FOUND,
        _a403,
        MILLS,
        looks(browser=seen(ABBEY, plain_status("404 Not Found", ""), 404), sibling=absent(ABBEY)),
        also(V.BLOCKED),
    ),
    Labelled(
        "a 406 that a proper Accept header cures",
        "issue: 406 without Accept",
        ABBEY,
        V.OK,
        _a406,
        MILLS,
        looks(browser=_living, sibling=absent(ABBEY)),
    ),
    Labelled(
        "a 406 that nothing cures",
        "issue: unexplained 4xx is blocked",
        ABBEY,
        V.BLOCKED,
        _a406,
        MILLS,
        looks(browser=_a406),
    ),
    Labelled(
        "a 403 in French of an old chamber of commerce, forbidden to robots",
        "design §2: unexplained 403 is blocked",
        CHAMBER,
        V.BLOCKED,
        seen(
            CHAMBER,
            "<h2>Accès refusé</h2>Adresse bloquée.".encode("cp1252"),
            403,
            headers={"content-type": "text/html; charset=windows-1252"},
        ),
        ("Observatoire du commerce",),
        looks(browser=seen(CHAMBER, "<h2>Accès refusé</h2>".encode("cp1252"), 403)),
    ),
    Labelled(
        "the chamber's page in tables, when it answers",
        "issue: an ordinary living page",
        CHAMBER,
        V.OK,
        _shop,
        ("Observatoire du commerce",),
        sane(CHAMBER),
    ),
    Labelled(
        "LinkedIn's 999",
        "french-web 2d: linkedin.com 999",
        LINKEDIN,
        V.BLOCKED,
        _li,
        ("Innover dans une petite commune",),
        looks(browser=_li),
    ),
    Labelled(
        "LinkedIn's authwall",
        "french-web 2d: by host; 2e: a login redirect",
        LINKEDIN,
        V.BLOCKED,
        _wall,
        ("Innover dans une petite commune",),
        looks(browser=_li),
        also(V.RESTRICTED),
    ),
    Labelled(
        "a Facebook post that wants a login",
        "french-web 2d: facebook login pages, by host",
        SOCIAL,
        V.BLOCKED,
        _fb,
        (),
        looks(browser=_fb),
        also(V.RESTRICTED),
    ),
    Labelled(
        "a 429 that is over after its wait",
        "issue: 429 after its wait",
        ARCHIVE,
        V.OK,
        _limited(ARCHIVE, "25"),
        ("Registre des délibérations",),
        looks(second=_ark, browser=_ark, sibling=absent(ARCHIVE)),
    ),
    Labelled(
        "a 429 that asks for two hours",
        "design §4: waited for within a minute only",
        ARCHIVE,
        V.BLOCKED,
        _limited(ARCHIVE, "7200"),
        ("Registre des délibérations",),
        looks(second=_limited(ARCHIVE, "7200"), browser=_limited(ARCHIVE, "7200")),
        also(V.UNCHECKED),
    ),
    Labelled(
        "a 429 without a wait that lasts",
        "issue: 429 after its wait is blocked",
        ARCHIVE,
        V.BLOCKED,
        seen(ARCHIVE, b"Too many requests", 429),
        ("Registre des délibérations",),
        looks(second=seen(ARCHIVE, b"", 429), browser=seen(ARCHIVE, b"", 429)),
    ),
    Labelled(
        "a 451 for a court's order",
        "issue: 451 has its own sentence, blocked",
        ABBEY,
        V.BLOCKED,
        seen(
            ABBEY,
            build(
                SPIP,
                "Contenu indisponible pour raisons légales",
                ("Ce contenu a été retiré de votre pays.",),
            ),
            451,
        ),
        MILLS,
        looks(browser=seen(ABBEY, b"", 451), sibling=absent(ABBEY)),
    ),
    Labelled(
        "a 403 on a sibling only, the page itself being alive",
        "french-web 2d: what a sibling gets says nothing of a page that answers",
        ABBEY,
        V.OK,
        _living,
        MILLS,
        looks(sibling=seen(beside(ABBEY), b"", 403)),
    ),
    Labelled(
        "a 503 with Retry-After that is over",
        "issue: 503 with Retry-After",
        ARCHIVE,
        V.OK,
        seen(
            ARCHIVE,
            b"<h1>Service momentan\xc3\xa9ment indisponible</h1>",
            503,
            headers={"retry-after": "20"},
        ),
        ("Registre des délibérations",),
        looks(second=_ark, sibling=absent(ARCHIVE)),
    ),
    Labelled(
        "a maintenance page as 503 that lasts",
        "design §2: 5xx that lasts",
        ARCHIVE,
        V.SERVER_ERROR,
        seen(ARCHIVE, b"<title>Maintenance</title><p>Le site est en maintenance.</p>", 503),
        ("Registre des délibérations",),
        looks(
            second=seen(ARCHIVE, b"Maintenance", 503), browser=seen(ARCHIVE, b"Maintenance", 503)
        ),
    ),
)
