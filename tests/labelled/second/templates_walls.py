"""Pages that walls and content networks put before sites, as they are served."""

from __future__ import annotations

from tests.labelled.second.press_filler import blob


def _doc(title: str, body: str, *, head: str = "", lang: str = "en-US") -> bytes:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>{title}</title><meta charset="UTF-8">'
        f'<meta name="robots" content="noindex,nofollow">{head}</head><body>{body}</body></html>'
    ).encode()


def cloudflare_challenge(title: str = "Just a moment...", lang: str = "en-US") -> bytes:
    """Return a managed challenge of Cloudflare."""
    script = (
        "(function(){window._cf_chl_opt={cvId:'3',cZone:'site',cType:'managed',cRay:'8c1f0aa2',"
        f"cH:'{blob(title, 1)}',cUPMDTk:'/a?__cf_chl_tk={blob(title, 0.2)}',md:'{blob(lang, 4)}'}};"
        "var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/h/g/orchestrate/"
        "chl_page/v1?ray=8c1f0aa2';document.head.appendChild(a);}());"
    )
    return _doc(
        title,
        '<div class="main-wrapper" role="main"><div class="main-content"><noscript><div '
        'class="h2"><span id="challenge-error-text">Enable JavaScript and cookies to continue'
        f"</span></div></noscript></div></div><script>{script}</script>",
        head='<meta http-equiv="refresh" content="390"><style>*{box-sizing:border-box}</style>',
        lang=lang,
    )


def cloudflare_error(code: str, heading: str, told: str, title: str) -> bytes:
    """Return an error page of Cloudflare: a block, a rate limit or a fault of the origin."""
    return _doc(
        title,
        '<div id="cf-wrapper"><div id="cf-error-details" class="cf-error-details-wrapper"><div '
        f'class="cf-wrapper cf-header cf-error-overview"><h1 data-translate="h">{heading}</h1>'
        f'<h2 class="cf-subheadline">{code}</h2></div><div class="cf-section cf-wrapper"><p>{told}'
        '</p></div><div class="cf-error-footer"><p>Cloudflare Ray ID: <strong>8c1f0aa2bd1f'
        "</strong> &bull; Your IP: 192.0.2.7 &bull; Performance &amp; security by Cloudflare</p>"
        "</div></div></div>",
        head='<link rel="stylesheet" id="cf_styles-css" href="/cdn-cgi/styles/cf.errors.css">',
    )


def akamai(reference: str, title: str = "Access Denied", told: str = "") -> bytes:
    """Return the short page of an Akamai edge server."""
    head, tail = reference.split("#")
    told = told or "You don't have permission to access this page on this server."
    return (
        f"<HTML><HEAD>\n<TITLE>{title}</TITLE>\n</HEAD><BODY>\n<H1>{title}</H1>\n \n{told}<P>\n"
        f"{head.strip()}&#32;&#35;{tail.replace('.', '&#46;')}\n<P>\nhttps&#58;&#47;&#47;errors"
        f"&#46;edgesuite&#46;net&#47;{tail.replace('.', '&#46;')}\n</BODY>\n</HTML>\n"
    ).encode()


def datadome(site: str, kind: str = "c.js") -> bytes:
    """Return the stub of DataDome."""
    return (
        f'<html lang="en"><head><title>{site}</title><style>#cmsg{{animation: A 1.5s;}}</style>'
        '</head><body style="margin:0"><p id="cmsg">Please enable JS and disable any ad blocker'
        "</p><script data-cfasync=\"false\">var dd={'rt':'c','cid':'AHrlqAAAAAMA','hsh':'05B3',"
        "'t':'bv','s':17439,'e':'4f','host':'geo.captcha-delivery.com','cookie':'rjD'}</script>"
        f'<script data-cfasync="false" src="https://ct.captcha-delivery.com/{kind}"></script>'
        "</body></html>"
    ).encode()


def incapsula(incident: str = "") -> bytes:
    """Return the stub of Imperva; with an incident, its frame."""
    if incident:
        return (
            '<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW">'
            '</head><body style="margin:0px;height:100%"><iframe id="main-iframe" src="/_Incapsula'
            f'_Resource?CWUDNSAI=9&xinfo=4-39&incident_id={incident}&edet=15" frameborder=0 '
            f'width="100%">Request unsuccessful. Incapsula incident ID: {incident}</iframe></body>'
            "</html>"
        ).encode()
    return (
        b'<html><head><META NAME="robots" CONTENT="noindex,nofollow"><script src="/_Incapsula_'
        b'Resource?SWJIYLWA=5074a744e2e3d891814e9a2dace20bd4,719d34d31c8e3a6e6fffd425f7e032f3">'
        b"</script><body></body></html>"
    )


def perimeterx() -> bytes:
    """Return the press-and-hold page of HUMAN."""
    return _doc(
        "Access to this page has been denied.",
        '<div class="px-captcha-container"><div class="px-captcha-header">Before we continue...'
        '</div><div class="px-captcha-message">Press & Hold to confirm you are a human (and not a '
        'bot).</div><div id="px-captcha"></div><div class="px-captcha-refid">Reference ID e1</div>'
        "</div><script>window._pxAppId='PXq2w3e4r5';window._pxJsClientSrc='/q2w3e4r5/init.js';"
        "window._pxHostUrl='/q2w3e4r5/xhr';</script>",
        head='<meta name="description" content="px-captcha">',
    )


def anubis() -> bytes:
    """Return the proof of work of Anubis."""
    return _doc(
        "Making sure you&#39;re not a bot!",
        '<main><h1 id="title" class="centered-div">Making sure you&#39;re not a bot!</h1><div '
        'class="centered-div"><img id="image" src="/.within.website/x/cmd/anubis/static/img/'
        'pensive.webp?cacheBuster=v1.18"><p id="status">Loading...</p><details><summary>Why am I '
        "seeing this?</summary><p>You are seeing this because the administrator of this website "
        "has set up a gate against the scraping of websites by AI companies. This can and does "
        "cause downtime, which makes resources inaccessible for everyone.</p></details></div>"
        "</main>",
        head='<script id="anubis_version" type="application/json">"v1.18.0"</script>'
        '<script id="anubis_challenge" type="application/json">{"rules":{"difficulty":4},'
        '"challenge":"9f3ab2"}</script>',
        lang="en",
    )


def cloudfront(told: str = "Request blocked.") -> bytes:
    """Return the error page of CloudFront."""
    return (
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4'
        '/loose.dtd">\n<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset='
        'iso-8859-1">\n<TITLE>ERROR: The request could not be satisfied</TITLE>\n</HEAD><BODY>\n'
        f"<H1>403 ERROR</H1>\n<H2>The request could not be satisfied.</H2>\n<HR noshade>\n{told}\n"
        "We can't connect to the server for this app or website at this time.\n<BR clear=all>\n<PRE"
        ">\nGenerated by cloudfront (CloudFront)\nRequest ID: Jq8xR==\n</PRE>\n</BODY></HTML>"
    ).encode()


def sucuri() -> bytes:
    """Return the refusal of Sucuri."""
    return _doc(
        "Sucuri WebSite Firewall - Access Denied",
        '<div class="app-header"><a href="https://sucuri.net">Sucuri Website Firewall</a></div>'
        "<h1>Access Denied - Sucuri Website Firewall</h1><p>If you are the site owner (or you "
        "manage this site), please allow your IP. Block details:</p><table><tr><td>Block reason:"
        "</td><td>Bad bot access attempt.</td></tr><tr><td>Block ID:</td><td>BLK42</td></tr>"
        "</table>",
    )


def f5() -> bytes:
    """Return the 247 bytes or so of F5, served as 200."""
    return (
        b"<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. "
        b"Please consult with your administrator.<br><br>Your support ID is: 8128475104935571"
        b"<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>"
    )


def plain_status(heading: str, told: str, server: str = "nginx") -> bytes:
    """Return the page that a bare web server writes for a status."""
    return (
        f"<html>\r\n<head><title>{heading}</title></head>\r\n<body>\r\n<center><h1>{heading}</h1>"
        f"</center>\r\n{told}<hr><center>{server}</center>\r\n</body>\r\n</html>\r\n"
    ).encode()
