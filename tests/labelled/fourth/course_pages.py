"""Pages of courses: Richie, its lists, and Open edX as it was."""

from __future__ import annotations

import html
import json

from tests.labelled.fourth import skins_other
from tests.labelled.fourth.filler import cards, css, js, menu, text

Run = tuple[str, str, str]
"""The session, its start and its end."""


def richie(
    title: str,
    code: str,
    runs: tuple[Run, ...],
    *,
    site: str = "FUN MOOC",
    extra: str = "",
    head: str = "",
    typeof: str = "Course",
) -> bytes:
    """Return a page of a Richie catalogue, with its course's runs as data."""
    props = {"course": {"code": code}, "courseRuns": [
        {"id": n, "resource_link": f"https://lms.fun-mooc.fr/courses/course-v1:o+{code}+{s}/info",
         "start": f"{b}T08:00:00Z", "end": f"{e}T22:00:00Z", "enrollment_start":
         f"{int(b[:4]) - 1}{b[4:]}T08:00:00Z", "enrollment_end": f"{e}T22:00:00Z"}
        for n, (s, b, e) in enumerate(runs)]}  # fmt: skip
    instances = "".join(
        '<span rel="hasCourseInstance" typeof="CourseInstance"><meta property="startDate" content='
        f'"{b}"><meta property="endDate" content="{e}"></span>'
        for _, b, e in runs
    )
    data = html.escape(json.dumps(props))
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{title} - Cours -
 {site}</title>{head}{css(20)}</head><body vocab="https://schema.org/" typeof="{typeof}"><div
class="body-footer-wrapper"><div class="topbar"><ul>{menu(20, "topbar__item")}</ul><div
class="richie-react richie-react--user-login"></div></div><div class="body-mobile-wrapper"><div
class="subheader"><div class="subheader__container"><div class="subheader__content"><h1
class="subheader__title" property="name">{title}</h1><div class="subheader__code"
property="courseCode" content="{code}">Ref. {code}</div></div></div></div><div
class="course-detail">{extra}{instances}<div class="course-detail__content"><h2>Ce que vous allez
apprendre</h2><div property="description">{text(title, 5)}</div></div><aside><div
class="richie-react richie-react--syllabus-course-runs-list" data-props="{data}"></div>
</aside></div></div><footer>
<ul>{menu(18, "footer")}</ul></footer></div>{js(9)}</body></html>""".encode()


def catalogue(title: str) -> bytes:
    """Return a list of courses, as the search and the organisations' pages show it."""
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{title} - FUN MOOC
</title>{css(20)}</head><body><div class="topbar"><ul>{menu(20)}</ul></div><div class="subheader">
<h1 class="subheader__title">{title}</h1></div><div class="course-glimpse-list">
{cards(21, title)}</div>{js(9)}</body></html>""".encode()


def edx(title: str, register: str) -> bytes:
    """Return an about page of Open edX as it was in 2019."""
    return skins_other.english_site(
        title,
        f'<div class="course-about"><div class="main-cta">{register}</div><section '
        f'class="about">{text(title, 5)}</section></div>',
        site="MOOC Agri",
        head='<meta property="og:site_name" content="MOOC Agri">',
    )
