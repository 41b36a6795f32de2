"""Redirects of FUN and of a renamed ministry."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.a_templates import spip
from tests.labelled.third.a_templates_filler import COOKIES, css, menu, paras, sane, teasers
from tests.labelled.wire import beside, looks, seen

_FUN = "https://www.fun-mooc.fr/courses/course-v1:CNFPT+87016+session02/about"
_FUN_TITLE = "Innovation publique territoriale"


def _richie(title: str, content: str, body: str = "") -> bytes:
    return f"""<!doctype html>
<html lang="fr"><head><title>{title} - FUN MOOC</title><meta charset="utf-8">{css(30)}</head>
<body {body}><div class="body-mask"></div><div id="site-content"><header class="topbar">
{menu("fun", 30, "topbar__item")}</header>{content}</div><footer class="body-footer">
{menu("funf", 25, "body-footer__item")}</footer>{COOKIES}</body></html>""".encode()


_COURSE = _richie(
    f"{_FUN_TITLE} - Cours",
    f"""<div class="subheader"><h1 class="subheader__title" property="name">{_FUN_TITLE}</h1>
<div class="subheader__code" property="courseCode" content="87016">Ref. 87016</div></div>
<div class="course-detail__description" property="description">{paras("fun", 4)}</div>
<span rel="hasCourseInstance" typeof="CourseInstance"><meta property="startDate"
content="2026-09-07"><meta property="endDate" content="2099-12-31"></span>""",
    'vocab="https://schema.org/" typeof="Course"',
)
_ORG = _richie(
    "CNFPT - Établissements",
    f"<h1 class='subheader__title'>CNFPT</h1>{paras('cnfpt', 2)}{teasers('cnfpt', 9)}",
)
_LIST = _richie("Cours", f"<h1>Cours</h1>{teasers('cours', 24)}")
_HEALTH = (
    "https://solidarites-sante.gouv.fr/actualites/presse/communiques-de-presse/article/"
    "cp-annonce-des-10-laureats-de-l-appel-a-projet-du-health-data-hub"
)
_HEALTH_NEW = (
    "https://sante.gouv.fr/archives/archives-presse/archives-communiques-de-presse/article/"
    "cp-annonce-des-10-laureats-de-l-appel-a-projet-du-health-data-hub"
)

CASES: tuple[Labelled, ...] = (
    Labelled(
        "an old FUN address leads to the course of the same code",
        "french-web 2c: final path /fr/cours/{slug}/, courseCode equal: the same MOOC",
        _FUN,
        VerdictKind.MOVED,
        seen(
            f"https://www.fun-mooc.fr/fr/cours/{_FUN_TITLE.lower().replace(' ', '-')}/",
            _COURSE,
            via=((_FUN, 301),),
        ),
        (_FUN_TITLE,),
        accepted=also(VerdictKind.OK),
    ),
    Labelled(
        "an old FUN address falls back on the organisation",
        "french-web 2c: /fr/etablissements/… is gone",
        _FUN,
        VerdictKind.SOFT_404,
        seen("https://www.fun-mooc.fr/fr/etablissements/cnfpt/", _ORG, via=((_FUN, 301),)),
        (f"Mooc intitulé « {_FUN_TITLE} »",),
    ),
    Labelled(
        "an old FUN address falls back on the catalogue",
        "french-web 2c: /fr/cours/ exactly is gone",
        "https://www.fun-mooc.fr/courses/course-v1:umontpellier+08011+session01/about",
        VerdictKind.SOFT_404,
        seen(
            "https://www.fun-mooc.fr/fr/cours/",
            _LIST,
            via=(
                (
                    "https://www.fun-mooc.fr/courses/course-v1:umontpellier+08011+session01/about",
                    301,
                ),
            ),
        ),
        ("Financement de l'innovation",),
    ),
    Labelled(
        "a press release of the health ministry lives among the archives of the new name",
        "french-web 2b: solidarites-sante.gouv.fr renamed, press archives, same slug",
        _HEALTH,
        VerdictKind.MOVED,
        seen(
            _HEALTH_NEW,
            spip(
                "Ministère de la Santé",
                "CP - Annonce des 10 lauréats de l’appel à projets du Health Data Hub",
                paras(_HEALTH, 3),
                entries=140,
            ),
            via=((_HEALTH, 301),),
        ),
        ("Annnonce des 10 Lauréats de l'appel à projets du Health Data Hub",),
        sane(_HEALTH),
    ),
    Labelled(
        "the same press release falls on the ministry's home page",
        "french-web 2f: redirect to the root of the renamed host",
        _HEALTH,
        VerdictKind.SOFT_404,
        seen(
            "https://sante.gouv.fr/",
            spip("Ministère de la Santé", "Accueil", teasers("sante", 9), entries=140),
            via=((_HEALTH, 301),),
        ),
        ("Annnonce des 10 Lauréats de l'appel à projets du Health Data Hub",),
        looks(
            sibling=seen(
                "https://sante.gouv.fr/",
                spip("Ministère de la Santé", "Accueil", teasers("sante", 9), entries=140),
                via=((beside(_HEALTH), 301),),
            )
        ),
    ),
)
