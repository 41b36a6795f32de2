"""Player pages: shells of the great hosts, data in scripts, university video sites."""

from __future__ import annotations

import json

from perenne.domain.exchanges import Exchange
from tests.labelled.third.b_templates import COOKIES, clutter, e, menu, paras
from tests.labelled.wire import seen

JSON = {"content-type": "application/json"}


def data(url: str, value: object, status: int = 200) -> Exchange:
    """Return the answer of a data endpoint."""
    return seen(url, json.dumps(value).encode(), status, headers=JSON)


def oembed(url: str, title: str, author: str) -> Exchange:
    """Return a living answer of an oEmbed endpoint."""
    value = {"type": "video", "version": "1.0", "title": title, "author_name": author}
    return data(url, {**value, "html": "<iframe></iframe>", "width": 480, "height": 270})


def dailymotion_shell() -> bytes:
    """Return the shell that Dailymotion sends for any address of a video."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Dailymotion</title>
<meta name="viewport" content="width=device-width"><link rel="preconnect" href="https://api.dmcdn">
{clutter(26)}</head><body><div id="root"></div><script id="chunk-a" defer
src="https://static1.dmcdn.net/neon/prod/main.9e2b.js"></script><noscript>You need to enable
JavaScript to run this app.</noscript></body></html>""".encode()


def youtube(title: str, status: dict[str, object], *, known: bool = True) -> bytes:
    """Return a watch page with YouTube's own playability status."""
    details = {"videoId": "aB3dE5gH7jK", "title": title, "lengthSeconds": "754"} if known else None
    answer = {"responseContext": {"visitorData": "Cgt"}, "playabilityStatus": status}
    if details:
        answer["videoDetails"] = details
    page_title = f"{e(title)} - YouTube" if known else " - YouTube"
    social = f'<meta property="og:title" content="{e(title)}">' if known else ""
    filler = json.dumps({"topbar": [{"label": f"Menu {n}", "icon": "X" * 40} for n in range(600)]})
    return f"""<!DOCTYPE html><html style="font-size: 10px" lang="fr-FR" system-icons typography>
<head><meta http-equiv="origin-trial" content="A"/><title>{page_title}</title>{social}
{clutter(30)}</head><body dir="ltr"><script nonce="q">var ytInitialPlayerResponse = {
        json.dumps(answer)
    };var meta = document.createElement('meta');</script><ytd-app></ytd-app><script nonce="q">
var ytInitialData = {filler};</script><div id="footer"><a href="/about">À propos</a> Conditions
</div></body></html>""".encode()


def vimeo(title: str, inner: str, *, head: str = "") -> bytes:
    """Return a page of Vimeo."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{e(title)}</title>
{head}{clutter(30, title)}</head><body><div id="__next"><div class="topnav">{menu(2)}</div>{inner}
<div class="footer">TM + © 2026 Vimeo.com, Inc. All rights reserved.</div></div></body></html>
""".encode()


def soundcloud(title: str, *, hydrated: str = "[]") -> bytes:
    """Return the shell of SoundCloud."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{e(title)}</title>
{clutter(24)}</head><body id="sc"><div id="app"><div class="header__wrapper">SoundCloud</div>
<noscript class="errorPage__inner"><p class="errorText">JavaScript is disabled</p><p>You need to
enable JavaScript to use SoundCloud</p></noscript></div><script>window.__sc_hydration = {hydrated};
</script><script crossorigin src="https://a-v2.sndcdn.com/assets/0-2f3.js"></script></body></html>
""".encode()


def canal_u(title: str, inner: str) -> bytes:
    """Return a page of Canal-U."""
    return f"""<!DOCTYPE html><html lang="fr" dir="ltr"><head><meta charset="utf-8" />
<meta name="Generator" content="Drupal 9" /><title>{e(title)} | Canal U</title>
{clutter(20, title)}</head><body class="path-node"><div class="region-header"><a href="/">Canal U
</a>{menu(8)}</div><div class="region-content"><h1 class="page-header">{e(title)}</h1>
<div class="node--type-media">{inner}</div></div><div class="footer">Un service de la FMSH</div>
{COOKIES}</body></html>""".encode()


def radio(title: str, inner: str, *, head: str = "") -> bytes:
    """Return an episode page of Radio France."""
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">
<title>{e(title)} | France Culture</title><meta property="og:title" content="{e(title)}">
<meta property="og:site_name" content="France Culture">{head}{clutter(40, title)}</head>
<body data-sveltekit-preload-data><div class="svelte-1x">{menu(10)}</div><main id="main">
<h1 class="CoverEpisode-title">{e(title)}</h1>{inner}</main><footer>© Radio France</footer>
</body></html>""".encode()


def pod(title: str, inner: str, *, site: str) -> bytes:
    """Return a page of Esup-Pod, the video platform of French universities."""
    return f"""<!DOCTYPE html><html lang="fr" data-theme="light"><head><meta charset="utf-8">
<title>{e(site)} - {e(title)}</title>{clutter(16, title)}</head><body><nav id="pod-navbar">
{menu(3)}<a href="/authentication_login/">Se connecter</a></nav><div id="pod-mainContent">
<div class="row"><h1 class="page_title">{e(title)}</h1>{inner}</div></div><footer>Pod, un projet
Esup-Portail</footer></body></html>""".encode()


def notes(seed: str) -> str:
    """Return the description that stands under a player."""
    return f'<div class="description">{paras(seed, 2, 4)}</div>'
