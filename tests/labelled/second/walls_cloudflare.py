"""Cloudflare: challenges and blocks, faults of the origin behind it, and good pages it carries."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.prose import prose
from tests.labelled.second.press_filler import english
from tests.labelled.second.templates_press import DRUPAL7, NEXT, WORDPRESS, build
from tests.labelled.second.templates_press_site import sane
from tests.labelled.second.templates_walls import cloudflare_challenge, cloudflare_error
from tests.labelled.wire import absent, beside, looks, seen

EDGE = {
    "server": "cloudflare",
    "cf-ray": "8c1f0aa2bd1f0a2b-CDG",
    "cf-cache-status": "DYNAMIC",
    "set-cookie": "__cf_bm=Zk3vX; path=/; HttpOnly; Secure; SameSite=None\n_cfuvid=x1; path=/",
}
CHALLENGED = {**EDGE, "cf-mitigated": "challenge", "accept-ch": "Sec-CH-UA-Bitness"}
DETECT = (
    "<script>(function(){function c(){var b=a.contentDocument;if(b){var d=b.createElement('script')"
    ";d.innerHTML=\"window.__CF$cv$params={r:'8c1f0aa2',t:'MTc0'};var a=document.createElement("
    "'script');a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';\";}}})();</script>"
)
TURNSTILE = '<div class="cf-turnstile" data-sitekey="0x4AAA"></div>'
LIBRARY = "https://www.mediatheques-valdorne.net/actus/bilan-du-pret-de-liseuses"
THESIS = "https://journals.plantlore.org/articles/2017/hedgerows-and-water"
DOWN = "https://www.agence-urba-lisle.fr/publications/atlas-des-friches-2018"
GRANT = "https://www.fondation-rivage.org/appels/tiers-lieux-ruraux"

_wall = seen(LIBRARY, cloudflare_challenge(), 403, headers=CHALLENGED)
_french = seen(GRANT, cloudflare_challenge("Un instant…", "fr"), 503, headers=EDGE)
_block = seen(
    THESIS,
    cloudflare_error(
        "You are unable to access plantlore.org",
        "Sorry, you have been blocked",
        "This website is using a security service to protect itself from online attacks.",
        "Attention Required! | Cloudflare",
    ),
    403,
    headers=EDGE,
)
_limit = seen(
    THESIS,
    cloudflare_error(
        "You are being rate limited",
        "Error 1015",
        "The owner of this website has banned you temporarily from accessing this website.",
        "Access denied | journals.plantlore.org used Cloudflare to restrict access",
    ),
    429,
    headers={**EDGE, "retry-after": "86400"},
)
_down = seen(
    DOWN,
    cloudflare_error(
        "Connection timed out",
        "Error 522",
        "The initial connection between Cloudflare's network and the origin web server timed out.",
        "agence-urba-lisle.fr | 522: Connection timed out",
    ),
    522,
    headers=EDGE,
)
_dns = seen(
    DOWN,
    cloudflare_error(
        "Origin DNS error",
        "Error 1016",
        "You've requested a page on a website that is on the Cloudflare network.",
        "Origin DNS error | www.agence-urba-lisle.fr | Cloudflare",
    ),
    530,
    headers=EDGE,
)

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a managed challenge with cf-mitigated before a public library",
        "french-web 2d: cf-mitigated: challenge is set on all challenge pages",
        LIBRARY,
        V.BLOCKED,
        _wall,
        ("Bilan du prêt de liseuses",),
        looks(
            browser=_wall,
            sibling=seen(beside(LIBRARY), cloudflare_challenge(), 403, headers=CHALLENGED),
        ),
    ),
    Labelled(
        "the library's page once it answers, with Cloudflare's detection script in it",
        "french-web 2d: server, cf-ray, __cf_bm and challenge-platform stand on every page",
        LIBRARY,
        V.OK,
        seen(
            LIBRARY,
            build(
                DRUPAL7,
                "Bilan du prêt de liseuses",
                prose("lis"),
                end=DETECT,
                site="Médiathèques du Val d'Orne",
            ),
            headers=EDGE,
        ),
        ("Bilan du prêt de liseuses",),
        sane(LIBRARY),
    ),
    Labelled(
        "a challenge in French served as 503 without cf-mitigated",
        "french-web 2d: _cf_chl_opt in the body, 403 or 503",
        GRANT,
        V.BLOCKED,
        _french,
        ("Tiers-lieux ruraux : appel à projets",),
        looks(browser=_french, second=_french),
    ),
    Labelled(
        "a foundation's call with a Turnstile in its contact form",
        "french-web 2d: what good pages carry too never decides",
        GRANT,
        V.OK,
        seen(
            GRANT,
            build(
                WORDPRESS,
                "Appel à projets : les tiers-lieux ruraux",
                prose("tl"),
                site="Rivage",
                after=f'<form action="/contact">Votre message '
                f"{TURNSTILE}<button>Envoyer</button></form>"
                '<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>',
            ),
            headers=EDGE,
        ),
        ("Tiers-lieux ruraux : appel à projets",),
        sane(GRANT),
    ),
    Labelled(
        "sorry, you have been blocked, on a journal's article",
        "french-web 2d: Attention Required! and cf-error-details",
        THESIS,
        V.BLOCKED,
        _block,
        ("Hedgerows and water",),
        looks(browser=_block),
    ),
    Labelled(
        "Cloudflare's error 1015 with a day to wait",
        "french-web 2d: rate limit 429; issue: 429 after its wait is blocked",
        THESIS,
        V.BLOCKED,
        _limit,
        ("Hedgerows and water",),
        looks(browser=_limit, second=_limit),
    ),
    Labelled(
        "an article whose title begins with just a moment",
        "french-web 2d: the title is a sign at 403 or 503 only, with the challenge's body",
        "https://www.parishreview.org/essays/just-a-moment",
        V.OK,
        seen(
            "https://www.parishreview.org/essays/just-a-moment",
            build(
                NEXT,
                "Just a moment...",
                english("moment"),
                site="Parish Review",
                lang="en",
                full="Just a moment... | Parish Review",
                end=DETECT,
            ),
            headers=EDGE,
        ),
        ("Just a moment",),
        sane("https://www.parishreview.org/essays/just-a-moment"),
    ),
    Labelled(
        "a real 404 of a site behind Cloudflare that carries the detection script",
        "french-web 2d: weak signs do not turn a 404 into a wall",
        LIBRARY,
        V.NOT_FOUND,
        seen(
            LIBRARY,
            build(
                DRUPAL7,
                "Page non trouvée",
                ("La page demandée n'a pas été trouvée.",),
                end=DETECT,
                site="Médiathèques du Val d'Orne",
            ),
            404,
            headers=EDGE,
        ),
        ("Bilan du prêt de liseuses",),
        looks(browser=seen(LIBRARY, b"<h1>404</h1>", 404), sibling=absent(LIBRARY)),
    ),
    Labelled(
        "a 522 of Cloudflare that lasts",
        "issue: 520-530 are server_error, although the page carries cf-error-details",
        DOWN,
        V.SERVER_ERROR,
        _down,
        ("Atlas des friches",),
        looks(browser=_down, second=_down),
        also(V.TIMEOUT),
    ),
    Labelled(
        "a 522 of Cloudflare that is over at the second try",
        "design §4: a second opinion for 5xx, later",
        DOWN,
        V.OK,
        _down,
        ("Atlas des friches",),
        looks(
            second=seen(
                DOWN,
                build(
                    WORDPRESS,
                    "Atlas des friches 2018",
                    prose("fr"),
                    site="Agence d'urbanisme de Lisle",
                ),
                headers=EDGE,
            ),
            sibling=absent(DOWN),
        ),
    ),
    Labelled(
        "error 1016 under status 530: the origin has no address any more",
        "issue: 520-530 are server_error",
        DOWN,
        V.SERVER_ERROR,
        _dns,
        ("Atlas des friches",),
        looks(browser=_dns, second=_dns),
        also(V.DNS),
    ),
    Labelled(
        "a tutorial that shows the words of Cloudflare's block page",
        "french-web 2d: only whole walls count, a 200 with a long text is a page",
        "https://blog.hebergeurlibre.net/2021/comprendre-erreurs-cloudflare",
        V.OK,
        seen(
            "https://blog.hebergeurlibre.net/2021/comprendre-erreurs-cloudflare",
            build(
                WORDPRESS,
                "Comprendre les erreurs de Cloudflare",
                (
                    "Vous voyez « Sorry, you have been blocked » ou « Attention Required! | "
                    "Cloudflare » ? C'est le pare-feu du site, pas une panne.",
                    '<pre>&lt;div id="cf-error-details"&gt; window._cf_chl_opt = {…}; '
                    "cf-mitigated: challenge</pre>",
                    *prose("cferr", 8),
                ),
                site="Hébergeur libre",
            ),
            headers=EDGE,
        ),
        ("Comprendre les erreurs de Cloudflare",),
        sane("https://blog.hebergeurlibre.net/2021/comprendre-erreurs-cloudflare"),
    ),
)
