"""Course pages: Richie with its RDFa and props, Open edX about pages, lists and organisations."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass

from tests.labelled.third.b_templates import COOKIES, clutter, e, menu, paras


@dataclass(frozen=True)
class Run:
    """One session as Richie's props describe it."""

    key: str
    start: str | None
    end: str | None
    enrollment_start: str | None = "2018-01-01"
    enrollment_end: str | None = None


ARCHIVED = ("2019-03-04", "2019-05-20", "2019-01-10", "2019-04-30")
OPEN = ("2025-09-01", "2031-06-30", "2025-06-01", "2031-05-31")
COMING = ("2031-03-04", "2031-06-20", "2031-01-10", "2031-04-30")


def run(key: str, dates: tuple[str, str | None, str, str | None]) -> Run:
    """Return a session with the four dates given."""
    start, end, enrollment_start, enrollment_end = dates
    return Run(key, start, end, enrollment_start, enrollment_end)


def _props(code: str, runs: tuple[Run, ...], lms: str) -> str:
    stamp = "T08:00:00Z"
    return html.escape(
        json.dumps(
            {
                "course": {"id": 412, "code": code},
                "courseRuns": [
                    {
                        "id": n,
                        "resource_link": f"https://{lms}/courses/{r.key}/course/",
                        "start": r.start and r.start + stamp,
                        "end": r.end and r.end + stamp,
                        "enrollment_start": r.enrollment_start and r.enrollment_start + stamp,
                        "enrollment_end": r.enrollment_end and r.enrollment_end + stamp,
                        "languages": ["fr"],
                        "catalog_visibility": "course_and_search",
                    }
                    for n, r in enumerate(runs)
                ],
                "maxArchivedCourseRuns": 10,
            },
        )
    )


def richie(
    title: str,
    code: str,
    runs: tuple[Run, ...],
    *,
    site: str = "FUN MOOC",
    lms: str = "lms.fun-mooc.fr",
    lang: str = "fr",
    head: str = "",
    note: str = "",
) -> bytes:
    """Return a course page of Richie."""
    word = "Cours" if lang == "fr" else "Courses"
    instances = "".join(
        f'<span rel="hasCourseInstance" typeof="CourseInstance"><meta property="startDate" '
        f'content="{r.start or ""}"><meta property="endDate" content="{r.end or ""}"></span>'
        for r in runs
    )
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{e(title)} - {word} - {site}</title>
<meta property="og:type" content="website"><meta property="og:site_name" content="{site}">{head}
{clutter(24, title)}</head><body vocab="https://schema.org/" typeof="Course"><div id="site-header"
class="topbar"><a href="/{lang}/">{site}</a>{menu(6)}<div class="richie-react
richie-react--user-login">Inscription Connexion</div></div><div id="site-content">
<div class="subheader"><div class="subheader__container"><div class="subheader__content">
<h1 class="subheader__title" property="name">{e(title)}</h1><div class="subheader__code"
property="courseCode" content="{code}">Ref. {code}</div></div></div></div>{note}
<div class="course-detail"><div class="course-detail__row course-detail__description"
property="description"><h2 class="course-detail__title">Description</h2>{paras(title, 4)}</div>
<div class="course-detail__row"><h2>Format</h2>{paras(code, 1)}</div>
<div class="course-detail__runs">{instances}<div class="richie-react
richie-react--syllabus-course-runs-list" data-props="{_props(code, runs, lms)}"></div></div>
<div class="course-detail__row"><h2>Établissements</h2><a href="/{lang}/etablissements/x/">Voir
l’établissement</a></div></div></div><footer class="body-footer">Mentions légales</footer>{COOKIES}
</body></html>""".encode()


def richie_list(title: str, intro: str, courses: tuple[str, ...], *, organisation: bool) -> bytes:
    """Return the course search of Richie, or the page of an organisation."""
    cards = "".join(
        f'<div class="course-glimpse"><h3><a href="/fr/cours/c{n}/">{e(c)}</a></h3></div>'
        for n, c in enumerate(courses)
    )
    kind = "Établissements" if organisation else "FUN MOOC"
    rdfa = 'vocab="https://schema.org/" typeof="CollegeOrUniversity"' if organisation else ""
    search = "" if organisation else '<div class="richie-react richie-react--search"></div>'
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">
<title>{e(title)} - {kind} - FUN MOOC</title>{clutter(24, title)}</head><body {rdfa}>
<div id="site-header">{menu(6)}</div><div id="site-content"><h1 property="name">{e(title)}</h1>
<div class="description">{intro}</div>{search}{cards}</div><footer>Mentions légales</footer>
</body></html>""".encode()


def richie_missing() -> bytes:
    """Return the 404 page of Richie."""
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">
<title>404 - Page introuvable - FUN MOOC</title>{clutter(20)}</head><body>{menu(6)}
<div class="error"><h1>Page introuvable</h1><p>Le contenu demandé n'existe pas.</p></div>
</body></html>""".encode()


def about(title: str, *, site: str, button: str, lang: str = "fr", key: str = "") -> bytes:
    """Return an about page of Open edX with the button given."""
    return f"""<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">
<title>{e(title)} | {e(site)}</title><meta property="og:site_name" content="{e(site)}" />
{clutter(30, title)}</head><body class="ltr view-in-course course-about"><div
class="window-wrap"><div id="global-navigation">{menu(3)}<a href="/login">Sign in</a></div>
<div class="content-wrapper"><div class="course-info course-about"><div
class="course-profile"><div class="intro-inner-wrapper"><div class="table"><div class="intro">
<div class="heading-group"><h1>{e(title)}</h1></div><div class="main-cta">{button}</div></div></div>
</div></div><div class="container"><div class="details"><div class="inner-wrapper">
{paras(title, 5)}</div></div><div class="course-sidebar"><ol class="important-dates"><li
class="important-dates-item"><p class="important-dates-item-title">Numéro du cours</p><span
class="important-dates-item-text course-number">{e(key)}</span></li></ol></div></div></div></div>
</div></body></html>""".encode()
