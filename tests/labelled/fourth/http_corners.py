"""Odd and ordinary statuses: 404, 410, 5xx that pass or last, loops, consent, fragments."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange, Failure
from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins
from tests.labelled.fourth.filler import cards, text
from tests.labelled.fourth.skins_other import bare
from tests.labelled.labelled import Labelled, also
from tests.labelled.wire import absent, chain, hop, looks, seen

_A = "https://www.agence-urbanisme-du-lac.example"
_DOWN = bare("503 Service Temporarily Unavailable", "<h1>503 Service Temporarily Unavailable</h1>")
_ERR = bare("Erreur interne", "<h1>Une erreur est survenue</h1>", "<meta charset='utf-8'>")
_CF = bare(
    "agence.example | 522: Connection timed out",
    "<div id='cf-error-details'><h1>Connection timed out <span>Error code 522</span></h1></div>",
)
_IRI = "https://sante-demo.gouv-demo.example/presse/communiqués-de-presse/article/le-plan-air"
_THIN = (
    "http://www.lagazettedescommunes.com/517900/%e2%80%89nous-ecoutons-les-habitants"
    "%e2%80%89-un-dgs/"
)


def _page(title: str, seed: str = "", paragraphs: int = 5) -> bytes:
    return skins.drupal10(title, text(seed or title, paragraphs), site="Agence du lac")


def _again(url: str, body: bytes, status: int) -> Exchange:
    return seen(url, body, status)


def _lasting(name: str, url: str, body: bytes, status: int, fact: str) -> Labelled:
    answer = seen(url, body, status)
    return Labelled(
        name, fact, url, K.SERVER_ERROR, answer, (), looks(second=answer, browser=answer)
    )


_LOOP = Exchange((
    *chain([(f"{_A}/tour", 302), (f"{_A}/tour/", 302)] * 4, f"{_A}/tour"),
    hop(f"{_A}/tour", None, failure=Failure.REDIRECT_LOOP),
))  # fmt: skip
_NOWHERE = Exchange((
    hop(f"{_A}/vide", 302, headers={"location": ""}, failure=Failure.REDIRECT_INVALID),
))  # fmt: skip

CASES: tuple[Labelled, ...] = (
    Labelled(
        "an urban planning agency's study answers 404 with a page full of links",
        "design 2: 404",
        f"{_A}/etudes/2016/les-lisieres",
        K.NOT_FOUND,
        seen(
            f"{_A}/etudes/2016/les-lisieres",
            skins.divi("Nos études", cards(20, "lac"), site="Agence du lac"),
            404,
        ),
        ("Les lisières urbaines",),
    ),
    Labelled(
        "the agency's living study about lisières",
        "issue 3: the living twin",
        f"{_A}/etudes/2019/les-lisieres",
        K.OK,
        seen(f"{_A}/etudes/2019/les-lisieres", _page("Les lisières, trois ans après")),
        ("Les lisières, trois ans après",),
        looks(sibling=absent(f"{_A}/etudes/2019/x")),
    ),
    Labelled(
        "a redirect leads to a 404",
        "design 2: 404",
        f"{_A}/carte.php?c=4",
        K.NOT_FOUND,
        seen(
            f"{_A}/cartes/4",
            bare("404 Not Found", "<h1>Not Found</h1>"),
            404,
            via=((f"{_A}/carte.php?c=4", 301),),
        ),
        ("Carte des friches",),
    ),
    Labelled(
        "a page was withdrawn for good",
        "design 2: 410",
        f"{_A}/offres/stage-2018",
        K.GONE,
        seen(f"{_A}/offres/stage-2018", bare("410 Gone", "<h1>Gone</h1>"), 410),
        ("Stage : cartographier les friches",),
    ),
    Labelled(
        "a page fails once and lives at the second look",
        "issue 3: 500 once then 200",
        f"{_A}/atlas",
        K.OK,
        seen(f"{_A}/atlas", _ERR, 500),
        ("Atlas du lac",),
        looks(second=seen(f"{_A}/atlas", _page("Atlas du lac")), sibling=absent(f"{_A}/atlas")),
    ),
    _lasting(
        "an internal error that lasts",
        f"{_A}/atlas/planche-3",
        _ERR,
        500,
        "design 2: 5xx that lasts",
    ),
    _lasting(
        "a service unavailable that lasts",
        f"{_A}/observatoire",
        _DOWN,
        503,
        "design 2: 5xx that lasts",
    ),
    _lasting(
        "a Cloudflare host that cannot be reached behind it",
        f"{_A}/forum/12",
        _CF,
        522,
        "issue 3: 520–530 are server_error",
    ),
    _lasting(
        "a gateway that times out twice", f"{_A}/donnees.csv", b"", 504, "design 2: 5xx that lasts"
    ),
    Labelled(
        "a service asks for thirty seconds and then answers",
        "issue 3: 503 with Retry-After",
        f"{_A}/observatoire/loyers",
        K.OK,
        seen(f"{_A}/observatoire/loyers", _DOWN, 503, headers={"retry-after": "30"}),
        ("L'observatoire des loyers",),
        looks(second=seen(f"{_A}/observatoire/loyers", _page("L'observatoire des loyers"))),
    ),
    Labelled(
        "an internal error at first, then not found",
        "design 2: 404 is the last word",
        f"{_A}/atlas/planche-9",
        K.NOT_FOUND,
        seen(f"{_A}/atlas/planche-9", _ERR, 500),
        ("Atlas, planche 9",),
        looks(second=_again(f"{_A}/atlas/planche-9", _ERR, 404)),
        also(K.SERVER_ERROR),
    ),
    Labelled(
        "two addresses that send to each other without end",
        "design 2: redirects that never end",
        f"{_A}/tour",
        K.REDIRECT_LOOP,
        _LOOP,
        ("La tour du lac",),
        looks(second=_LOOP, browser=_LOOP),
    ),
    Labelled(
        "a redirect that names no address",
        "issue 3: empty Location",
        f"{_A}/vide",
        K.SERVER_ERROR,
        _NOWHERE,
        ("La halle vide",),
        looks(second=_NOWHERE, browser=_NOWHERE),
        also(K.REDIRECT_LOOP, K.DOUBTFUL),
    ),
    Labelled(
        "a loop that ends as soon as cookies are kept",
        "issue 3: cookie-gated loops that end when cookies are kept",
        f"{_A}/journal/8",
        K.OK,
        seen(
            f"{_A}/journal/8",
            _page("Le journal de l'agence n° 8"),
            via=((f"{_A}/journal/8", 302), (f"{_A}/journal/8", 302)),
        ),
        ("Le journal de l'agence, n° 8",),
    ),
    Labelled(
        "a consent wall that bears the right title",
        "issue 3, conventions: a consent wall that shows the right title is ok",
        "https://www.echo-du-morvan.example/dossier/les-halles",
        K.OK,
        seen(
            "https://www.echo-du-morvan.example/dossier/les-halles",
            bare(
                "Les halles du Morvan | L'Écho du Morvan",
                "<div id='sp_message'><h2>Avec votre accord"
                "</h2><p>Nos 128 partenaires et nous stockons des informations sur votre terminal."
                "</p><button>Accepter et continuer</button><a>S'abonner et refuser</a></div>",
                "<meta charset='utf-8'><meta property='og:title' content='Les halles du Morvan'>",
            ),
        ),
        ("Les halles du Morvan",),
        looks(sibling=absent("https://www.echo-du-morvan.example/dossier/x")),
    ),
    Labelled(
        "an accented path that its author typed",
        "french-web 1.2 n° 14: IRIs",
        _IRI,
        K.OK,
        seen(_IRI.replace("é", "%C3%A9"), _page("Le plan air")),
        ("Le plan air",),
        looks(sibling=absent(_IRI.replace("é", "%C3%A9"))),
    ),
    Labelled(
        "a path with thin spaces in lower-case escapes",
        "french-web 1.2 n° 22: %e2%80%89 sent as written",
        _THIN,
        K.OK,
        seen(_THIN, skins.wordpress("« Nous écoutons les habitants » – un DGS", text("dgs"))),
        ("« Nous écoutons les habitants » – un DGS",),
        looks(sibling=absent(_THIN)),
    ),
    Labelled(
        "a fragment that the page does not hold",
        "issue 3: a missing anchor is a note, never broken",
        f"{_A}/glossaire#lettre-z",
        K.OK,
        seen(f"{_A}/glossaire", _page("Glossaire de l'urbanisme")),
        ("Glossaire de l'urbanisme",),
        looks(sibling=absent(f"{_A}/glossaire")),
    ),
    Labelled(
        "a body that broke off before its announced length",
        "issue 3, conventions: an unfinished body lives, with a note",
        f"{_A}/lettre/22",
        K.OK,
        seen(
            f"{_A}/lettre/22",
            _page("Lettre de l'agence n° 22")[:30000],
            incomplete=True,
            headers={"content-length": "61200"},
        ),
        ("Lettre de l'agence, n° 22",),
        looks(sibling=absent(f"{_A}/lettre/22")),
    ),
    Labelled(
        "a partial answer to a whole request",
        "issue 3: 206 is an answer",
        f"{_A}/plans/rapport.html",
        K.OK,
        seen(f"{_A}/plans/rapport.html", _page("Rapport de présentation"), 206),
        ("Rapport de présentation",),
        looks(sibling=absent(f"{_A}/plans/rapport.html")),
    ),
    Labelled(
        "several choices are offered for a document",
        "issue 3: 300 is an answer",
        f"{_A}/charte",
        K.OK,
        seen(
            f"{_A}/charte",
            bare(
                "300 Multiple Choices",
                "<h1>Multiple Choices</h1><ul><li><a "
                "href='/charte.html'>charte.html</a> (common basename)</li><li><a href='/charte.pdf'>"
                "charte.pdf</a></li></ul>",
            ),
            300,
        ),
        ("Charte paysagère",),
        {},
        also(K.DOUBTFUL),
    ),
)
