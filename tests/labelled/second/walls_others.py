"""Imperva, AWS, Vercel, Anubis, Sucuri, F5, Kasada and Reblaze."""

from __future__ import annotations

from dataclasses import replace

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.second.templates_walls import (
    anubis,
    cloudfront,
    f5,
    incapsula,
    plain_status,
    sucuri,
)
from tests.labelled.wire import beside, looks, seen

BANK = "https://www.caisse-des-depots-locaux.org/etudes/2018/foncier-solidaire"
IMPERVA = {
    "server": "",
    "x-iinfo": "9-4412-0 0NNN RT(1718)",
    "x-cdn": "Imperva",
    "set-cookie": "visid_incap_88=Xk; path=/\nincap_ses_7_88=Zz; path=/",
}
FORGE = "https://git.labo-libre.net/atelier/methode/src/branch/main/README.md"
AREA = "https://opendata.gironnais.fr/api/records/1.0/quartiers"
TOWN = "https://www.mairie-vaubourg.fr/deliberations/2018/conseil-du-12-mars"
PORTAL = "https://services.sante-loire-sud.fr/portail/actes/colloque-2017"
TICKET = "https://billetterie.festival-arvor.bzh/programme/conference-inaugurale"

_stub = seen(BANK, incapsula(), headers=IMPERVA)
_incident = seen(BANK, incapsula("442000090-188123"), 403, headers=IMPERVA)
_waf202 = seen(
    AREA,
    b'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title></title><script>window.'
    b'awsWafCookieDomainList=[];window.gokuProps={"key":"AQID","iv":"A6"};</script><script src="'
    b'https://1a2b.3c4d.eu-west-3.token.awswaf.com/1a2b/challenge.js"></script></head><body><div '
    b'id="challenge-container"></div><noscript><h1>JavaScript is disabled</h1>In order to continue,'
    b" we need to verify that you're not a robot.</noscript></body></html>",
    202,
    headers={
        "server": "CloudFront",
        "x-amzn-waf-action": "challenge",
        "x-cache": "Error from cloudfront",
    },
)
_waf405 = seen(
    AREA,
    b"<html><title>Human Verification</title><body></body></html>",
    405,
    headers={"server": "awselb/2.0", "x-amzn-waf-action": "captcha"},
)
_front = seen(
    AREA,
    cloudfront("Request blocked."),
    403,
    headers={"server": "CloudFront", "x-cache": "Error from cloudfront"},
)
_front502 = seen(
    AREA,
    cloudfront("CloudFront wasn't able to resolve the origin domain name.").replace(
        b"403 ERROR", b"502 ERROR"
    ),
    502,
    headers={"server": "CloudFront", "x-cache": "Error from cloudfront"},
)
_vercel = seen(
    TICKET,
    b'<!DOCTYPE html><html lang="en"><head><title>Vercel Security Checkpoint</title></head><body>'
    b'<p id="header-text">We\'re verifying your browser</p><p>Website owner? Click here to fix</p>'
    b"</body></html>",
    429,
    headers={
        "server": "Vercel",
        "x-vercel-mitigated": "challenge",
        "x-vercel-challenge-token": "2.1718",
    },
)
_anubis = seen(FORGE, anubis(), headers={"set-cookie": "techaro.lol-anubis-auth=; Max-Age=0"})
_sucuri = seen(TOWN, sucuri(), 403, headers={"server": "Sucuri/Cloudproxy", "x-sucuri-id": "18012"})
_f5 = seen(
    PORTAL,
    f5(),
    headers={"server": "", "cache-control": "no-cache", "set-cookie": "TS01ab=0f; Path=/"},
)
_kasada = seen(
    TICKET,
    b"<html><head></head><body><script>window.KPSDK={};KPSDK.now=Date.now;KPSDK.start=KPSDK.now();"
    b'</script><script src="/149e9513-01fa-4fb0-aad4-566afd725d1b/2d206a39-8ed7/ips.js?x-kpsdk-im'
    b'=AAIk"></script></body></html>',
    429,
    headers={"x-kasada": "1", "x-kpsdk-ct": "0sQ", "server": "cloudflare"},
)
_reblaze = seen(
    TOWN,
    b'<html><head><meta charset="utf-8"><title></title><meta http-equiv="Pragma" content="no-cache"'
    b"></head><body><script>window.rbzns={bereshit:'1',seed:'a'};winsocks();</script><noscript>"
    b"Please enable JavaScript. Protected by Reblaze</noscript></body></html>",
    503,
    headers={"server": "Reblaze Secure Web Gateway", "set-cookie": "rbzid=xx; path=/"},
)
_s3 = seen(
    AREA,
    b'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access'
    b" Denied</Message><RequestId>7Q</RequestId></Error>",
    403,
    headers={"server": "AmazonS3", "content-type": "application/xml", "x-amz-request-id": "7Q"},
)


def _case(
    name: str,
    fact: str,
    url: str,
    kind: V,
    plain: Exchange,
    title: str,
    accepted: frozenset[V] = frozenset(),
) -> Labelled:
    sibling = replace(plain, hops=(replace(plain.last, url=beside(url)),))
    answers = looks(browser=plain, second=plain, sibling=sibling)
    return Labelled(name, fact, url, kind, plain, (title,), answers, accepted)


CASES: tuple[Labelled, ...] = (
    _case(
        "a 200 that holds only Imperva's script",
        "french-web 2d: tiny body with _Incapsula_Resource?SWJIYLWA=, status may be 200",
        BANK,
        V.BLOCKED,
        _stub,
        "Le foncier solidaire",
    ),
    _case(
        "an Incapsula incident in a frame",
        "french-web 2d: Request unsuccessful. Incapsula incident ID",
        BANK,
        V.BLOCKED,
        _incident,
        "Le foncier solidaire",
    ),
    _case(
        "AWS WAF's challenge as 202",
        "french-web 2d: x-amzn-waf-action: challenge and awswaf.com",
        AREA,
        V.BLOCKED,
        _waf202,
        "Quartiers prioritaires : jeu de données",
    ),
    _case(
        "AWS WAF's captcha as 405",
        "french-web 2d: x-amzn-waf-action: captcha",
        AREA,
        V.BLOCKED,
        _waf405,
        "Quartiers prioritaires : jeu de données",
    ),
    _case(
        "CloudFront's Request blocked",
        "french-web 2d: The request could not be satisfied, x-cache Error, 403",
        AREA,
        V.BLOCKED,
        _front,
        "Quartiers prioritaires : jeu de données",
    ),
    _case(
        "the same CloudFront page as 502, the origin being lost",
        "french-web 2d: with 403 only; issue: 5xx that lasts is server_error",
        AREA,
        V.SERVER_ERROR,
        _front502,
        "Quartiers prioritaires : jeu de données",
        accepted=also(V.DNS),
    ),
    _case(
        "AccessDenied of a bucket, which signs nothing",
        "french-web 2d: an unsigned 403 is blocked, to verify by hand",
        AREA,
        V.BLOCKED,
        _s3,
        "Quartiers prioritaires : jeu de données",
    ),
    _case(
        "Vercel's checkpoint",
        "french-web 2d: x-vercel-mitigated: challenge",
        TICKET,
        V.BLOCKED,
        _vercel,
        "Conférence inaugurale",
    ),
    _case(
        "Anubis weighing a git forge, as 200",
        "french-web 2d: anubis_challenge and /.within.website/, 200",
        FORGE,
        V.BLOCKED,
        _anubis,
        "Méthode de l'atelier",
    ),
    _case(
        "Sucuri's firewall before a town hall",
        "french-web 2d: Sucuri Website Firewall",
        TOWN,
        V.BLOCKED,
        _sucuri,
        "Conseil municipal du 12 mars 2018",
    ),
    _case(
        "Request Rejected of F5 as 200",
        "checkers 3.19: WAF Request Rejected, 247 bytes, HTTP 200",
        PORTAL,
        V.BLOCKED,
        _f5,
        "Actes du colloque 2017",
    ),
    _case(
        "Kasada's 429",
        "french-web 2d: x-kasada*",
        TICKET,
        V.BLOCKED,
        _kasada,
        "Conférence inaugurale",
    ),
    _case(
        "Protected by Reblaze as 503",
        "french-web 2d: Protected by Reblaze",
        TOWN,
        V.BLOCKED,
        _reblaze,
        "Conseil municipal du 12 mars 2018",
    ),
    Labelled(
        "an unsigned 403 whose browser-like try meets the Imperva stub as 200",
        "issue: one polite second try; french-web 2d: the stub is a wall whatever its status",
        BANK,
        V.BLOCKED,
        seen(BANK, plain_status("403 Forbidden", "", "nginx/1.18.0"), 403),
        ("Le foncier solidaire",),
        looks(browser=_stub, sibling=seen(beside(BANK), incapsula())),
    ),
)
