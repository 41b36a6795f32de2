"""FUN MOOC, as the public code of the site (Richie) does it.

The address of a former session answers 301 to, in order: the course of the same code, whatever
its session; else the organisation's page; else the catalogue. Courses describe themselves in
RDFa and in the JSON of ``data-props``.
"""

from __future__ import annotations

import re
from html import escape

from perenne.demo.answers import Answer, Site, Visit, html, redirect
from perenne.demo.sites.fun_courses import COURSES, ORGANISATIONS, Course
from perenne.demo.sites.layout import Look, Page, entries, render

_LOOK = Look(
    name="FUN MOOC",
    host="www.fun-mooc.fr",
    motto="L’excellence de l’enseignement supérieur pour des cours en ligne",
    sections=("Cours", "Établissements", "Actualités", "À propos", "Aide"),
    colour="#0b3c73",
    separator="- Cours -",
)
_FORMER = re.compile(
    r"/courses/(?:course-v1:)?(?P<organisation>[^/+]+)[/+](?P<code>[^/+]+)[/+][^/+]+/about/?"
)


def _fun(visit: Visit) -> Answer:
    published = [c for c in COURSES if c.until is None or visit.night <= c.until]
    former = _FORMER.fullmatch(visit.route)
    if former:
        return redirect(_fate(former["organisation"], former["code"], published))
    for course in published:
        if visit.route == course.path:
            return html(_course(course))
    return _other(visit.route)


def _fate(organisation: str, code: str, published: list[Course]) -> str:
    for course in published:
        if course.code.lower() == code.lower():
            return course.path
    known = ORGANISATIONS.get(organisation)
    return f"/fr/etablissements/{known}/" if known else "/fr/cours/"


def _course(course: Course) -> bytes:
    under_heading = (
        f'<div class="subheader__code" property="courseCode" content="{course.code}">'
        f"Ref. {course.code}</div>"
    )
    sessions = (
        '<span rel="hasCourseInstance" typeof="CourseInstance">'
        f'<meta property="startDate" content="{course.start}">'
        f'<meta property="endDate" content="{course.end}"></span>'
        '<div class="richie-react richie-react--syllabus-course-runs-list" '
        f'data-props="{escape(course.properties)}"></div>'
    )
    page = Page(
        course.title,
        course.path,
        length=8,
        type="website",
        body_attributes=' vocab="https://schema.org/" typeof="Course"',
        heading_attributes=' class="subheader__title" property="name"',
        under_heading=under_heading,
        after=sessions,
    )
    return render(_LOOK, page)


def _other(route: str) -> Answer:
    courses = entries(*(course.title for course in COURSES), "Le droit des contrats", "Python 3")
    if route == "/fr/cours/":
        return html(render(_LOOK, Page("Cours", route, type="website", after=courses)))
    if route.startswith("/fr/etablissements/"):
        name = route.split("/")[3].replace("-", " ").title()
        return html(render(_LOOK, Page(name, route, length=3, type="website", after=courses)))
    said = ("Le contenu demandé n’existe pas.",)
    return html(render(_LOOK, Page("404 - Page introuvable", said=said)), 404)


FUN = (Site("www.fun-mooc.fr", _fun),)
