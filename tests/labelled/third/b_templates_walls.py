"""What bot walls and refusing servers send, vendor by vendor."""

from __future__ import annotations

import zlib


def _noise(seed: str, length: int) -> str:
    text = "".join(f"{zlib.crc32(f'{seed}{n}'.encode()):08x}" for n in range(length // 8 + 1))
    return text[:length]


def cloudflare_challenge(host: str, title: str = "Just a moment...") -> bytes:
    """Return the managed challenge of Cloudflare."""
    return f"""<!DOCTYPE html><html lang="en-US"><head><title>{title}</title>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="robots" content="noindex,nofollow"><meta http-equiv="refresh" content="360">
<style>*{{box-sizing:border-box;margin:0}}</style></head><body><div class="main-wrapper"
role="main"><div class="main-content"><noscript><div class="h2"><span id="challenge-error-text">
Enable JavaScript and cookies to continue</span></div></noscript></div></div><script>
(function(){{window._cf_chl_opt = {{cvId: '3',cZone: '{host}',cType: 'managed',
cRay: '{_noise(host, 16)}',cH: '{_noise(host + "h", 3600)}',md: '{_noise(host + "m", 2400)}'}};
var a = document.createElement('script');a.src = '/cdn-cgi/challenge-platform/h/g/orchestrate/'
+ 'chl_page/v1?ray={_noise(host, 16)}';document.getElementsByTagName('head')[0].appendChild(a);
}}());</script></body></html>""".encode()


def cloudflare_block(host: str) -> bytes:
    """Return the page of a firewall rule of Cloudflare."""
    return f"""<!DOCTYPE html><html class="no-js" lang="en-US"><head>
<title>Attention Required! | Cloudflare</title><meta charset="UTF-8" />
<link rel="stylesheet" id="cf_styles-css" href="/cdn-cgi/styles/cf.errors.css" /></head><body>
<div id="cf-wrapper"><div id="cf-error-details" class="cf-error-details-wrapper">
<div class="cf-wrapper cf-header cf-error-overview"><h1 data-translate="block_headline">Sorry, you
have been blocked</h1><h2><span data-translate="unable_to_access">You are unable to access</span>
{host}</h2></div><div class="cf-section"><h2>Why have I been blocked?</h2><p>This website is using
a security service to protect itself from online attacks.</p></div>
<p>Cloudflare Ray ID: <strong>{_noise(host, 16)}</strong></p></div></div></body></html>""".encode()


def datadome(host: str) -> bytes:
    """Return the interstitial of DataDome."""
    return f"""<html lang="fr"><head><title>{host}</title><style>#cmsg{{animation: A 1.5s;}}
@keyframes A{{0%{{opacity:0;}}99%{{opacity:0;}}100%{{opacity:1;}}}}</style></head><body
style="margin:0"><p id="cmsg">Please enable JS and disable any ad blocker</p>
<script data-cfasync="false">var dd={{'rt':'c','cid':'{_noise(host, 96)}','hsh':
'{_noise(host + "s", 30)}','t':'bv','s':17434,'host':'geo.captcha-delivery.com'}}</script>
<script data-cfasync="false" src="https://ct.captcha-delivery.com/c.js"></script>
</body></html>""".encode()


def akamai(url: str, code: str = "18") -> bytes:
    """Return the denial of Akamai; `code` tells which kind."""
    number = f"{code}.7c2d1002.1772503{code}.{_noise(url, 7)}"
    shown = number.replace(".", "&#46;")
    return f"""<HTML><HEAD>
<TITLE>Access Denied</TITLE>
</HEAD><BODY>
<H1>Access Denied</H1>

You don't have permission to access "{url.replace(":", "&#58;").replace("/", "&#47;")}" on this
server.<P>
Reference&#32;&#35;{shown}
<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;{shown}</P>
</BODY>
</HTML>
""".encode()


def akamai_origin(code: str) -> bytes:
    """Return what Akamai says when the origin cannot be reached."""
    return f"""<HTML><HEAD><TITLE>Error</TITLE></HEAD><BODY>
An error occurred while processing your request.<p>
Reference&#32;&#35;{code}&#46;a5a33617&#46;1772503447&#46;2b1c0f9
</BODY></HTML>""".encode()


def imperva_stub() -> bytes:
    """Return the script of Imperva that answers 200."""
    return f"""<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW">
<meta name="format-detection" content="telephone=no"><meta name="viewport"
content="initial-scale=1.0"><meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1"></head>
<body style="margin:0px;height:100%"><script type="text/javascript"
src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3&ns=2&cb={_noise("i", 10)}"
async></script></body></html>""".encode()


def imperva_frame() -> bytes:
    """Return the frame of Imperva with its incident number."""
    return b"""<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW">
</head><body style="margin:0px;height:100%"><iframe id="main-iframe"
src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=9-41201-0&edet=12&cinfo=04000000" frameborder=0
width="100%" height="100%" marginheight="0px">Request unsuccessful. Incapsula incident ID:
1325000690114-7712058423</iframe></body></html>"""


def perimeterx() -> bytes:
    """Return the denial of PerimeterX, now HUMAN."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Access to this page has been denied.</title><script>window._pxVid='{_noise("v", 36)}';
window._pxUuid='{_noise("u", 36)}';window._pxAppId='PXq7Kd02Lm';window._pxHostUrl='/q7Kd/xhr';
</script></head><body><section class="container"><div class="customer-logo-wrapper"></div>
<div class="page-title">Please verify you are a human</div><div id="px-captcha"></div>
<p>Reference ID: {_noise("r", 36)}</p></section>
<script src="/q7Kd02Lm/captcha/captcha.js?a=c&m=0"></script></body></html>""".encode()


def aws_waf(captcha: bool = False) -> bytes:
    """Return the challenge of AWS WAF."""
    kind = "captcha" if captcha else "challenge"
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title></title>
<script type="text/javascript">window.awsWafCookieDomainList = [];window.gokuProps = {{
"key":"{_noise("k", 320)}","iv":"{_noise("iv", 24)}","context":"{_noise("ctx", 900)}"}};</script>
<script src="https://5f2c.7a1b.eu-west-3.token.awswaf.com/5f2c/7a1b/{kind}.js"></script></head>
<body><div id="{kind}-container"></div><noscript><h1>JavaScript is disabled</h1>In order to
continue, we need to verify that you're not a robot.</noscript></body></html>""".encode()


def cloudfront(status: int = 403) -> bytes:
    """Return the refusal of CloudFront."""
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "loose.dtd">
<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">
<TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY><H1>{status} ERROR</H1>
<H2>The request could not be satisfied.</H2><HR noshade size="1px">Request blocked. We can't
connect to the server for this app or website at this time.<BR clear="all"><PRE>Generated by
cloudfront (CloudFront) Request ID: {_noise("cf", 52)}==</PRE></BODY></HTML>""".encode()


def anubis(site: str) -> bytes:
    """Return the proof-of-work page of Anubis, which answers 200."""
    return f"""<!doctype html><html lang="fr"><head><title>Nous vérifions que vous n&#39;êtes pas
un robot !</title><link rel="stylesheet" href="/.within.website/x/xess/xess.css?cachebuster=v1.19">
<meta name="robots" content="noindex,nofollow"><script id="anubis_version" type="application/json">
"v1.19.1"</script><script id="anubis_challenge" type="application/json">{{"rules":{{"algorithm":
"fast","difficulty":4}},"challenge":"{_noise(site, 64)}"}}</script></head><body id="top"><main>
<h1 id="title" class="centered-div">Nous vérifions que vous n&#39;êtes pas un robot !</h1>
<img src="/.within.website/x/cmd/anubis/static/img/pensive.webp"><p id="status">Chargement…</p>
<details><summary>Pourquoi je vois ceci ?</summary><p>L’administrateur de {site} a mis en place
Anubis pour protéger le serveur des robots d’indexation agressifs.</p></details></main>
<footer>Protégé par Anubis de Techaro.</footer></body></html>""".encode()


def f5() -> bytes:
    """Return the rejection of F5, which often answers 200."""
    return b"""<html><head><title>Request Rejected</title></head><body>The requested URL was
rejected. Please consult with your administrator.<br><br>Your support ID is:
14926710391842207615<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>"""


def sucuri(url: str) -> bytes:
    """Return the firewall page of Sucuri."""
    return f"""<!DOCTYPE html><html lang="en"><head><title>Sucuri WebSite Firewall - Access Denied
</title></head><body><div class="container"><h1>Access Denied - Sucuri Website Firewall</h1>
<p>If you are the site owner (or you manage this site), please whitelist your IP.</p><table>
<tr><td>Your IP:</td><td>198.51.100.23</td></tr><tr><td>URL:</td><td>{url}</td></tr>
<tr><td>Block ID:</td><td>BDB01</td></tr></table><p>Sucuri Website Firewall (WAF)</p></div>
</body></html>""".encode()


def apache_forbidden(path: str) -> bytes:
    """Return the plain refusal of Apache."""
    return f"""<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">
<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1>
<p>You don't have permission to access {path} on this server.</p><hr></body></html>""".encode()


def nginx(status: str) -> bytes:
    """Return the built-in page of nginx for a status."""
    return (
        f"<html>\r\n<head><title>{status}</title></head>\r\n<body>\r\n<center><h1>{status}</h1>"
        "</center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
    ).encode()
