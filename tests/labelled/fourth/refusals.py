"""Refusals without a signature, and what one polite second try finds."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import text
from tests.labelled.fourth.skins_other import bare
from tests.labelled.labelled import Labelled, also
from tests.labelled.wire import absent, beside, looks, seen

_FORBIDDEN = bare(
    "403 Forbidden", "<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>"
)
_GAZ = "https://www.lagazettedescommunes.com/601122/les-mairies-sessaient-au-prototype/"
_LEGI = "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000037823131/"
_SYND = "https://www.syndicat-des-cadres.example/dossiers/teletravail"
_ADH = "https://www.adherents-dsi.example/blog/le-cloud-en-mairie"
_ESS = "https://www.essonne.fr/le-departement/design-de-politiques-publiques"
_WEB = "https://www.observatoire-paysages.example/fiches/bocage"


def _refused(name: str, url: str, status: int, body: bytes, title: str, fact: str) -> Labelled:
    answer = seen(url, body, status)
    beyond = seen(beside(url), body, status)
    return Labelled(
        name,
        fact,
        url,
        K.BLOCKED,
        answer,
        (title,),
        looks(browser=answer, sibling=beyond, second=answer),
    )


def _let_in(url: str, title: str) -> Exchange:
    return seen(url, skins.wordpress(title, text(title)))


CASES: tuple[Labelled, ...] = (
    _refused(
        "the Gazette refuses us without a word",
        _GAZ,
        403,
        _FORBIDDEN,
        "Les mairies s'essaient au prototype",
        "french-web 2a: 403 from these hosts",
    ),
    _refused(
        "Légifrance refuses us without a word",
        _LEGI,
        403,
        _FORBIDDEN,
        "Loi n° 2018-1021 du 23 novembre 2018",
        "french-web 2a: legifrance answers 403",
    ),
    _refused(
        "a trade union unknown to us refuses both tries",
        _SYND,
        403,
        _FORBIDDEN,
        "Le télétravail des cadres",
        "issue 3: unsigned 403 is blocked",
    ),
    Labelled(
        "a club of IT managers refuses the first try and opens to browser-like headers",
        "issue 3: one polite second try where the first was refused without a signature",
        _ADH,
        K.OK,
        seen(_ADH, _FORBIDDEN, 403),
        ("Le cloud en mairie",),
        looks(browser=_let_in(_ADH, "Le cloud en mairie"), sibling=absent(_ADH)),
    ),
    Labelled(
        "the club's other page is refused at first, then is not found",
        "issue 3: one polite second try; design 2: 404",
        f"{_ADH}-2",
        K.NOT_FOUND,
        seen(f"{_ADH}-2", _FORBIDDEN, 403),
        ("Le cloud, suite",),
        looks(browser=seen(f"{_ADH}-2", skins.wordpress("Page non trouvée", "<p>404</p>"), 404)),
        also(K.BLOCKED),
    ),
    _refused(
        "a department answers that it is a teapot",
        _ESS,
        418,
        b"",
        "Design public",
        "french-web 2d: essonne.fr answers 418",
    ),
    _refused(
        "an observatory answers 405 to everyone",
        _WEB,
        405,
        bare("405 Not Allowed", "<h1>405 Not Allowed</h1>"),
        "Le bocage",
        "design 2: unexplained 403 and other 4xx are blocked",
    ),
    _refused(
        "an old server calls the request bad",
        "http://doc.ancien-cemagref.example/r/12",
        400,
        bare("400 Bad Request", "<h1>Bad Request</h1>"),
        "Rapport 12",
        "design 2: other 4xx are blocked",
    ),
    Labelled(
        "a court had a page withdrawn in our country",
        "issue 3: 451 has its own sentence; design 2: blocked",
        "https://www.lanceurs-d-alerte.example/enquete/3",
        K.BLOCKED,
        seen(
            "https://www.lanceurs-d-alerte.example/enquete/3",
            bare("451", "<p>Unavailable For Legal Reasons</p>"),
            451,
        ),
        ("Enquête sur les marchés de l'eau",),
        looks(browser=seen("https://www.lanceurs-d-alerte.example/enquete/3", b"", 451)),
    ),
    Labelled(
        "the whistle-blowers' living article about error 451",
        "issue 3: a living article about the subject",
        "https://www.lanceurs-d-alerte.example/blog/erreur-451",
        K.OK,
        seen(
            "https://www.lanceurs-d-alerte.example/blog/erreur-451",
            skins_other.press("Erreur 451 : quand une page est interdite", text("451", 7)),
        ),
        ("Erreur 451 : quand une page est interdite",),
        looks(sibling=absent("https://www.lanceurs-d-alerte.example/blog/erreur-451")),
    ),
    Labelled(
        "a server wants an Accept header and gets one at the second try",
        "issue 3: 406 without Accept",
        "http://www.musee-de-la-mine.example/fiche/lampe",
        K.OK,
        seen(
            "http://www.musee-de-la-mine.example/fiche/lampe",
            bare(
                "Not Acceptable!",
                "<h1>Not Acceptable!</h1><p>An appropriate representation of "
                "the requested resource could not be found.</p>",
            ),
            406,
        ),
        ("La lampe de mineur",),
        looks(
            browser=_let_in("http://www.musee-de-la-mine.example/fiche/lampe", "La lampe de mineur")
        ),
    ),
    Labelled(
        "a rate limit without a date that lasts",
        "issue 3: 429 after its wait is blocked",
        "https://www.carnets-de-recherche.example/4412",
        K.BLOCKED,
        seen(
            "https://www.carnets-de-recherche.example/4412",
            b"Too Many Requests",
            429,
            headers={"content-type": "text/plain", "retry-after": "15"},
        ),
        ("Lire l'action publique",),
        looks(
            second=seen(
                "https://www.carnets-de-recherche.example/4412",
                b"Too Many Requests",
                429,
                headers={"content-type": "text/plain"},
            )
        ),
    ),
    Labelled(
        "a rate limit that is over after its wait",
        "issue 3: 429 after its wait; design: a Retry-After within a minute is waited for",
        "https://www.carnets-de-recherche.example/4413",
        K.OK,
        seen(
            "https://www.carnets-de-recherche.example/4413",
            b"Too Many Requests",
            429,
            headers={"content-type": "text/plain", "retry-after": "15"},
        ),
        ("Écrire l'action publique",),
        looks(
            second=_let_in(
                "https://www.carnets-de-recherche.example/4413", "Écrire l'action publique"
            )
        ),
    ),
)
