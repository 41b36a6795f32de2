"""Refusals of us, signed or not, and plain statuses."""

from dataclasses import replace

import pytest
from tests.rules.made_pages import answer, bare, case, page, settle

from perenne.domain.cases import Ask, AskKind
from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind
from perenne.rules.judge import judge

URL = "https://www.exemple-ville.fr/dossiers/un-laboratoire-pour-la-ville"
TITLE = "Un laboratoire pour la ville : trois ans après"


def _wall(status: int, body: bytes = b"", **headers: str) -> Exchange:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return answer(URL, body, status, headers=named)


WALLS = {
    "Cloudflare by header": _wall(403, bare("Un instant…", ""), cf_mitigated="challenge"),
    "Cloudflare by script": _wall(503, bare("Un instant…", "<script>_cf_chl_opt={}</script>")),
    "Cloudflare by title": _wall(403, bare("Just a moment...", "")),
    "Cloudflare by refusal": _wall(403, bare("Attention Required! | Cloudflare", "")),
    "Cloudflare by sentence": _wall(403, bare("x", "<h1>Sorry, you have been blocked</h1>")),
    "Cloudflare by details": _wall(403, bare("x", '<div id="cf-error-details">1020</div>')),
    "Cloudflare of old": _wall(503, bare("x", '<p class="cf-browser-verification">…</p>')),
    "DataDome by script": _wall(
        403, bare("x", '<script src="https://ct.captcha-delivery.com/c.js"></script>')
    ),
    "DataDome by header": _wall(403, x_dd_b="2"),
    "DataDome by state": _wall(401, x_datadome="challenge"),
    "DataDome by client": _wall(403, x_datadome_cid="AHrlqAAAAA"),
    "Akamai": _wall(
        403,
        bare("Access Denied", "<h1>Access Denied</h1>Reference&#32;&#35;18&#46;2f1a1602&#46;17"),
    ),
    "Imperva with 200": _wall(
        200,
        b'<html><head><script src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e"></script></head>'
        b"<body></body></html>",
    ),
    "Imperva incident": _wall(
        403, bare("x", "Request unsuccessful. Incapsula incident ID: 877000140-3551")
    ),
    "PerimeterX": _wall(
        403, bare("Access to this page has been denied.", '<div id="px-captcha"></div>')
    ),
    "PerimeterX by script": _wall(
        403, bare("Access to this page has been denied", "<script>window._pxAppId='P'</script>")
    ),
    "AWS WAF": _wall(202, x_amzn_waf_action="challenge"),
    "AWS WAF captcha": _wall(405, x_amzn_waf_action="captcha"),
    "AWS WAF by script": _wall(
        403, bare("x", '<script src="https://a.token.awswaf.com/challenge.js"></script>')
    ),
    "AWS WAF CloudFront": _wall(
        403,
        bare("ERROR", "<h1>403 ERROR</h1>The request could not be satisfied."),
        x_cache="Error from cloudfront",
    ),
    "Vercel": _wall(429, x_vercel_mitigated="challenge"),
    "Vercel denial": _wall(403, x_vercel_mitigated="deny"),
    "Anubis with 200": _wall(
        200, bare("Making sure", '<script id="anubis_challenge" type="application/json"></script>')
    ),
    "Anubis by path": _wall(
        200, bare("x", '<script src="/.within.website/x/cmd/anubis/main.mjs"></script>')
    ),
    "Sucuri": _wall(403, bare("Sucuri WebSite Firewall - Access Denied", "Blocked")),
    "Kasada": _wall(429, x_kpsdk_ct="0abc"),
    "F5 with 200": _wall(
        200, bare("Request Rejected", "The requested URL was rejected. Your support ID is: 1234")
    ),
    "Reblaze": _wall(403, bare("x", "Protected by Reblaze")),
}


@pytest.mark.parametrize("name", WALLS)
def test_a_signed_wall_against_programs_is_no_death(name: str) -> None:
    """Blocked at once, without a second try, and by whom."""
    verdict = judge(case(URL, WALLS[name], TITLE))
    assert not isinstance(verdict, Ask)
    assert (verdict.kind, verdict.code) == (VerdictKind.BLOCKED, "bot_wall")
    assert name.startswith(verdict.evidence[0].fact)


def test_a_wall_may_be_at_the_end_of_a_redirect() -> None:
    """DataDome sends programs to an address of its own."""
    exchange = answer("https://geo.captcha-delivery.com/captcha/?initialCid=A", bare("", ""))
    assert settle(case(URL, exchange)).evidence[0].fact == "DataDome"


CLOUDFLARE_SCRIPT = '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>'
LIVING = {
    "behind Cloudflare": answer(
        URL, page(body=CLOUDFLARE_SCRIPT), headers={"server": "cloudflare", "cf-ray": "8c1-CDG"}
    ),
    "protected by DataDome": answer(
        URL, page(), headers={"x-datadome": "protected", "set-cookie": "datadome=x"}
    ),
    "with Imperva's script at its end": answer(
        URL, page() + b'<script src="/_Incapsula_Resource?SWJIYLWA=719d&ns=1"></script>'
    ),
    "watched by Akamai": answer(
        URL, page(), headers={"server": "AkamaiGHost", "set-cookie": "_abck=1"}
    ),
    "about Cloudflare's waiting page": answer(URL, page("Just a moment... : que fait Cloudflare")),
    "with PerimeterX aboard": answer(URL, page(body="<script>window._pxAppId='P'</script>")),
    "about Anubis": answer(URL, page(body="<p>Voir /.within.website/x/cmd/anubis/ et cætera</p>")),
    "with a large body": answer(URL, page(sentences=1500) + b"<!-- px-captcha -->"),
}


@pytest.mark.parametrize("name", LIVING)
def test_a_living_page_with_weak_signs_is_alive(name: str) -> None:
    """What good pages carry too is no wall."""
    assert settle(case(URL, LIVING[name])).kind is VerdictKind.OK


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (bare("Access Denied", "Access Denied Reference #97.12af"), 503),
        (bare("x | 521: Web server is down", '<div id="cf-error-details">521</div>'), 521),
    ],
)
def test_a_front_that_cannot_reach_its_site_is_no_wall(body: bytes, status: int) -> None:
    """Akamai's 97.xx and Cloudflare's 52x are failures of the site behind."""
    verdict = settle(case(URL, _wall(status, body)))
    assert (verdict.kind, verdict.evidence[0].fact) == (VerdictKind.SERVER_ERROR, str(status))


@pytest.mark.parametrize("status", [400, 403, 405, 406, 409, 412, 418, 421, 428, 444])
def test_an_unsigned_refusal_is_tried_once_like_a_browser(status: int) -> None:
    """The same refusal twice is blocked, never broken."""
    given = case(URL, _wall(status, bare("Forbidden", "<h1>Forbidden</h1>")))
    assert judge(given) == Ask(AskKind.BROWSER_LIKE)
    verdict = settle(given, {AskKind.BROWSER_LIKE: _wall(status)})
    expected = "http_403" if status == 403 else "unsigned_refusal"
    assert (verdict.kind, verdict.code) == (VerdictKind.BLOCKED, expected)


def test_headers_of_a_browser_may_open_the_door() -> None:
    """406 without Accept-Language, 200 with it."""
    opened = {AskKind.BROWSER_LIKE: answer(URL, page())}
    assert settle(case(URL, _wall(406)), opened).kind is VerdictKind.OK


def test_headers_of_a_browser_may_find_a_dead_page() -> None:
    """What a browser is told counts."""
    told = {AskKind.BROWSER_LIKE: _wall(404)}
    assert settle(case(URL, _wall(403)), told).kind is VerdictKind.NOT_FOUND


@pytest.mark.parametrize(
    ("status", "kind", "code"),
    [
        (401, VerdictKind.RESTRICTED, "http_401"),
        (402, VerdictKind.RESTRICTED, "http_402"),
        (404, VerdictKind.NOT_FOUND, "http_404"),
        (410, VerdictKind.GONE, "http_410"),
        (429, VerdictKind.BLOCKED, "http_429"),
        (451, VerdictKind.BLOCKED, "http_451"),
        (999, VerdictKind.BLOCKED, "http_999"),
        (500, VerdictKind.SERVER_ERROR, "http_5xx"),
        (530, VerdictKind.SERVER_ERROR, "http_5xx"),
        (300, VerdictKind.DOUBTFUL, "http_status"),
        (304, VerdictKind.OK, "http_status"),
        (777, VerdictKind.DOUBTFUL, "http_status"),
        (204, VerdictKind.SOFT_404, "empty_answer"),
    ],
)
def test_a_status_has_its_verdict(status: int, kind: VerdictKind, code: str) -> None:
    """After every question was put and met the same answer."""
    again = dict.fromkeys(AskKind, _wall(status))
    verdict = settle(case(URL, _wall(status)), again)
    assert (verdict.kind, verdict.code) == (kind, code)


def test_a_404_is_not_asked_twice() -> None:
    """It was asked by GET: nothing more is to be learnt."""
    assert not isinstance(judge(case(URL, _wall(404, page("Page introuvable")))), Ask)


def test_a_whole_article_served_as_404_is_only_doubtful() -> None:
    """Readers see it well, whatever the status says: no false alarm."""
    verdict = settle(case(URL, _wall(404, page(TITLE)), TITLE))
    assert (verdict.kind, verdict.code) == (VerdictKind.DOUBTFUL, "http_404")


def test_an_error_page_that_lists_other_articles_is_still_a_404() -> None:
    """Length alone saves no page: its title must be the cited one."""
    verdict = settle(case(URL, _wall(404, page("Page introuvable", body=f"<p>{TITLE}</p>")), TITLE))
    assert verdict.kind is VerdictKind.NOT_FOUND


@pytest.mark.parametrize("status", [500, 502, 503, 520])
def test_an_error_of_the_server_that_passes_is_forgotten(status: int) -> None:
    """500 once, then 200."""
    given = case(URL, _wall(status))
    assert judge(given) == Ask(AskKind.SECOND_OPINION, after_seconds=20.0)
    assert settle(given, {AskKind.SECOND_OPINION: answer(URL, page())}).kind is VerdictKind.OK


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "30"}, 30.0),
        ({"retry-after": "0"}, 1.0),
        ({"retry-after": "Sun, 22 Nov 2026 02:05:45 GMT"}, 45.0),
        (
            {
                "retry-after": "Sun, 22 Nov 2026 09:00:10 GMT",
                "date": "Sun, 22 Nov 2026 09:00:00 GMT",
            },
            10.0,
        ),
    ],
)
def test_a_short_wait_that_a_host_asks_for_is_kept(
    status: int, headers: dict[str, str], seconds: float
) -> None:
    """In seconds or as a date, counted from the host's own clock where it tells it."""
    given = case(URL, answer(URL, status=status, headers=headers))
    assert judge(given) == Ask(AskKind.SECOND_OPINION, after_seconds=seconds)
    opened = {AskKind.SECOND_OPINION: answer(URL, page())}
    assert settle(given, opened).kind is VerdictKind.OK


@pytest.mark.parametrize(
    "wait", ["3600", "Mon, 23 Nov 2026 02:05:00 GMT", "bientôt", "-5", "٣", "Mon, 99 Nov 2026", ""]
)
def test_a_long_or_unreadable_wait_is_not_kept(wait: str) -> None:
    """A 429 is then blocked for this night; nobody knocks again."""
    verdict = judge(case(URL, answer(URL, status=429, headers={"retry-after": wait})))
    assert not isinstance(verdict, Ask)
    assert verdict.kind is VerdictKind.BLOCKED


def test_a_date_without_any_clock_is_not_kept() -> None:
    """A pure judge reads no clock of its own."""
    headers = {"retry-after": "Sun, 22 Nov 2026 02:05:45 GMT"}
    given = replace(case(URL, answer(URL, status=429, headers=headers)), now=None)
    assert not isinstance(judge(given), Ask)


def test_a_long_maintenance_is_not_asked_twice() -> None:
    """503 for an hour: the host asked us to stay away."""
    verdict = judge(case(URL, answer(URL, status=503, headers={"retry-after": "3600"})))
    assert not isinstance(verdict, Ask)
    assert verdict.kind is VerdictKind.SERVER_ERROR
