"""Templates of course platforms and of video and sound sites."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Mapping

from tests.labelled.prose import prose
from tests.labelled.second.templates_other import menus, script

Run = Mapping[str, str | None]


def run(
    key: str,
    start: str | None = None,
    end: str | None = None,
    opens: str | None = None,
    closes: str | None = None,
    *,
    lms: str = "lms.fun-mooc.fr",
) -> Run:
    """Return one session as Richie's serializer gives it."""
    return {
        "resource_link": f"https://{lms}/courses/{key}/info",
        "start": start and f"{start}T08:00:00Z",
        "end": end and f"{end}T22:00:00Z",
        "enrollment_start": opens and f"{opens}T08:00:00Z",
        "enrollment_end": closes and f"{closes}T22:00:00Z",
        "languages": "fr",
    }


def _rdfa(runs: Iterable[Run]) -> str:
    return "".join(
        '<span rel="hasCourseInstance" typeof="CourseInstance">'
        + "".join(
            f'<meta property="{name}" content="{str(one[key])[:10]}">'
            for name, key in (("startDate", "start"), ("endDate", "end"))
            if one[key]
        )
        + '<meta property="courseMode" content="online"></span>'
        for one in runs
    )


def richie(
    title: str,
    code: str,
    runs: Iterable[Run] = (),
    *,
    site: str = "FUN MOOC",
    props: bool = True,
    rdfa: bool = True,
    snapshot: bool = False,
    extra: str = "",
    kb: float = 40,
) -> bytes:
    """Return a course page of Richie, its sessions in data-props, in RDFa, or in both."""
    runs = tuple(runs)
    data = html.escape(json.dumps({"course": {"code": code}, "courseRuns": list(runs)}))
    react = (
        '<div class="richie-react richie-react--syllabus-course-runs-list" '
        f"data-props='{data}'></div>"
    )
    old = (
        '<div class="course-detail__snapshot">Archivé le 3 mai 2021. '
        '<a href="../">Accédez à la version actuelle</a></div>'
    )
    robots = '<meta name="robots" content="noindex">' if snapshot else ""
    text = "".join(f"<p>{p}</p>" for p in prose(title, 5))
    return f"""<!doctype html><html lang="fr"><head><meta charset="utf-8">{robots}
<title>{title} - Cours - {site}</title>{script(kb / 4)}</head>
<body vocab="https://schema.org/" typeof="Course">
<header class="topbar">{menus(kb / 3, site)}</header>
<div class="body-mobile"><main class="page__content"><div class="subheader">
<div class="subheader__container"><h1 class="subheader__title" property="name">{title}</h1>
<div class="subheader__code" property="courseCode" content="{code}">Ref. {code}</div>
<div class="category-badge-list">Innovation</div></div></div>
<div class="course-detail"><div class="course-detail__content">{old if snapshot else ""}
<div class="course-detail__row" property="description"><h2>Description</h2>{text}</div>{extra}</div>
<div class="course-detail__aside">{_rdfa(runs) if rdfa else ""}{react if props else ""}</div></div>
</main></div><footer>{menus(kb / 6, title)}</footer></body></html>""".encode()


def richie_list(title: str, *, site: str = "FUN MOOC", kb: float = 60) -> bytes:
    """Return Richie's search page or an organisation page: a title, and cards of courses."""
    cards = "".join(
        f'<div class="course-glimpse" property="hasCourse" typeof="Course"><a href="/c-{n}/">'
        f"{s[:70]}</a><div>Réf. 0{n}11</div></div>"
        for n, s in enumerate(prose(title, 12, 1))
    )
    return f"""<!doctype html><html lang="fr"><head><meta charset="utf-8">
<title>{title} - {site}</title>{script(kb / 3)}</head><body>
<header class="topbar">{menus(kb / 3, site)}</header><main>
<div class="subheader"><h1 class="subheader__title">{title}</h1></div><div class="richie-search">
<p>Affichage de 1 à 12 de 712 cours</p>{cards}</div></main><footer>{menus(kb / 6, title)}</footer>
</body></html>""".encode()


def edx_about(
    title: str,
    number: str,
    *,
    site: str = "FUN-MOOC",
    button: str = '<a href="#" class="register">S\'inscrire maintenant</a>',
    dates: str = "",
    kb: float = 20,
) -> bytes:
    """Return the about page of an old Open edX."""
    text = "".join(f"<p>{p}</p>" for p in prose(title, 4))
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="UTF-8"/>
<title>{title} | {site}</title><meta property="og:site_name" content="{site}"/>
{script(kb / 2)}</head>
<body class="ltr view-in-course"><header class="global">{menus(kb / 3, site)}</header>
<section class="course-info"><header class="course-profile"><div class="intro-inner-wrapper">
<section class="intro"><h1>{title}</h1><div class="main-cta"><div class="register-course-button
registration">{button}</div></div></section></div></header><div class="course-about container">
<section class="details">{text}</section><section class="course-sidebar">
<ol class="important-dates">
<li><p>Numéro du cours</p><span class="course-number">{number}</span></li>
{dates}</ol>
</section></div>
</section></body></html>""".encode()


def player(
    title: str,
    *,
    suffix: str = "",
    state: str = "",
    head: str = "",
    text: str = "",
    kb: float = 60,
    lang: str = "fr-FR",
) -> bytes:
    """Return the page of a player: scripts everywhere, hardly any text."""
    return f"""<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">
<title>{html.escape(title, quote=False)}{suffix}</title>{head}{script(kb / 2)}</head>
<body dir="ltr"><div id="app">{text}</div>{state}{script(kb / 2)}</body></html>""".encode()


def youtube(title: str, status: str, reason: str = "", *, kb: float = 100) -> bytes:
    """Return a watch page with YouTube's own playability status."""
    playable: dict[str, object] = {"status": status, "playableInEmbed": status == "OK"}
    if reason:
        playable |= {"reason": reason, "errorScreen": {"x": {"reason": {"simpleText": reason}}}}
    data: dict[str, object] = {"responseContext": {}, "playabilityStatus": playable}
    if status == "OK":
        data["videoDetails"] = {"title": title, "lengthSeconds": "2712", "isPrivate": False}
    state = f"<script>var ytInitialPlayerResponse = {json.dumps(data)};var meta=1;</script>"
    og = f'<meta property="og:title" content="{html.escape(title)}">' if title else ""
    return player(title, suffix=" - YouTube", state=state, head=og, kb=kb)


def oembed(title: str, provider: str) -> bytes:
    """Return a living oEmbed answer."""
    return json.dumps(
        {"version": "1.0", "type": "video", "provider_name": provider, "title": title}
    ).encode()


def radio_france(title: str, *, media: str = "", text: Iterable[str] = (), kb: float = 50) -> bytes:
    """Return an episode page of Radio France, with its own text."""
    texts = "".join(f"<p>{t}</p>" for t in (*text, *prose(title, 3)))
    return f"""<!doctype html><html lang="fr"><head><meta charset="utf-8">
<title>{title} | France Culture</title><meta property="og:title" content="{title}">
<meta property="og:site_name" content="Radio France">
{script(kb / 2)}</head><body><div class="app-container"><nav>{menus(kb / 4, "radio")}</nav><main>
<div class="CoverEpisode"><h1>{title}</h1>{media}</div><div class="Body">{texts}</div></main></div>
{script(kb / 4)}</body></html>""".encode()
