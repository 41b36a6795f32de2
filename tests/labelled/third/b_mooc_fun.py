"""FUN: its old addresses and what became of them."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.b_templates import paras, sane
from tests.labelled.third.b_templates_mooc import (
    ARCHIVED,
    COMING,
    OPEN,
    about,
    richie,
    richie_list,
    richie_missing,
    run,
)
from tests.labelled.wire import absent, looks, seen

_OLD = "https://www.fun-mooc.fr/courses/course-v1:"
_CNFPT = _OLD + "CNFPT+87016+session02/about"
_CNAM = _OLD + "CNAM+01023+session03/about"
_USPC = _OLD + "USPC+37013+session02/about"
_MONT = _OLD + "umontpellier+08011+session01/about"
_BORD = _OLD + "ubordeaux+28002+session02/about"
_COURSE = "https://www.fun-mooc.fr/fr/cours/"
_IPT = _COURSE + "innovation-publique-territoriale/"
_FAB = _COURSE + "fabriquer-linnovation/"
_CREA = _COURSE + "de-la-creativite-a-linnovation/"
_NUM = _COURSE + "innover-et-entreprendre-dans-un-monde-numerique/"
_ORG = "https://www.fun-mooc.fr/fr/etablissements/universite-de-montpellier/"
_LIST = richie_list(
    "Découvrez les cours", "<p>Cherchez parmi nos cours.</p>", ("Vivre l'eau",), organisation=False
)
_MONTPELLIER = richie_list(
    "Université de Montpellier",
    paras("montpellier", 3),
    ("Les sols vivants", "La santé au fil des âges", "Financer la recherche"),
    organisation=True,
)

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="the MOOC on territorial innovation kept its code and closed its sessions",
        fact="french-web 2c: 301 to the page whose courseCode is 87016; archived",
        url=_CNFPT,
        expected=VerdictKind.COURSE_CLOSED,
        plain=seen(
            _IPT,
            richie(
                "Innovation publique territoriale",
                "87016",
                (run("course-v1:CNFPT+87016+session02", ARCHIVED),),
            ),
            via=((_CNFPT, 301),),
        ),
        titles=("Innovation publique territoriale",),
        answers=sane(_IPT),
    ),
    Labelled(
        name="the MOOC of the CNAM runs a new session that is open",
        fact="french-web 2c: session ignored by the redirect; the course can be taken",
        url=_CNAM,
        expected=VerdictKind.OK,
        plain=seen(
            _FAB,
            richie(
                "Fabriquer l’innovation",
                "01023",
                (
                    run("course-v1:CNAM+01023+session03", ARCHIVED),
                    run("course-v1:CNAM+01023+session09", OPEN),
                ),
            ),
            via=((_CNAM, 301),),
        ),
        titles=("Fabriquer l'innovation",),
        answers=sane(_FAB),
        accepted=also(VerdictKind.MOVED, VerdictKind.COURSE_CLOSED),
    ),
    Labelled(
        name="the MOOC on funding fell back to its university",
        fact="french-web 2c: 301 to the organisation page means the course is gone",
        url=_MONT,
        expected=VerdictKind.SOFT_404,
        plain=seen(_ORG, _MONTPELLIER, via=((_MONT, 301),)),
        titles=("Financement de l'innovation",),
        answers=sane(_ORG),
    ),
    Labelled(
        name="the page of that university is itself a living reference",
        fact="french-web 2c twin: an organisation page that was cited as such",
        url=_ORG,
        expected=VerdictKind.OK,
        plain=seen(_ORG, _MONTPELLIER),
        titles=("Université de Montpellier",),
        answers=sane(_ORG),
    ),
    Labelled(
        name="the MOOC on laboratories fell back to the catalogue",
        fact="french-web 2c: /fr/cours/ exactly means gone",
        url=_USPC,
        expected=VerdictKind.SOFT_404,
        plain=seen(_COURSE, _LIST, via=((_USPC, 301),)),
        titles=("Comment faire un laboratoire d'innovation publique ?",),
        answers=sane(_COURSE),
    ),
    Labelled(
        name="the catalogue of FUN cited as such lives",
        fact="french-web 2c twin: no redirect, the list is what was cited",
        url=_COURSE,
        expected=VerdictKind.OK,
        plain=seen(_COURSE, _LIST),
        titles=("Le catalogue des cours de FUN",),
        answers=looks(sibling=absent(_COURSE)),
    ),
    Labelled(
        name="an old FUN address ends at a real 404 of Richie",
        fact="french-web 2c: no fallback, 302 then 404",
        url=_BORD,
        expected=VerdictKind.NOT_FOUND,
        plain=seen(
            "https://www.fun-mooc.fr/fr/courses/course-v1:ubordeaux+28002+session02/about/",
            richie_missing(),
            404,
            via=((_BORD, 302),),
        ),
        titles=("De la créativité à l'innovation",),
    ),
    Labelled(
        name="a course of FUN cited at its new address is open",
        fact="french-web 2c: ongoing_open",
        url=_CREA,
        expected=VerdictKind.OK,
        plain=seen(
            _CREA,
            richie(
                "De la créativité à l’innovation",
                "28002",
                (run("course-v1:ubordeaux+28002+session12", OPEN),),
            ),
        ),
        titles=("De la créativité à l'innovation",),
        answers=sane(_CREA),
    ),
    Labelled(
        name="a course of FUN will begin in years and takes names already",
        fact="issue: an upcoming course is ok",
        url=_NUM,
        expected=VerdictKind.OK,
        plain=seen(
            _NUM,
            richie(
                "Innover et entreprendre dans un monde numérique",
                "04014",
                (
                    run("course-v1:MinesTelecom+04014+session07", ARCHIVED),
                    run("course-v1:MinesTelecom+04014+session08", COMING),
                ),
            ),
        ),
        titles=("Innover et entreprendre dans un monde numérique",),
        answers=sane(_NUM),
    ),
    Labelled(
        name="a snapshot of a course says when it was archived",
        fact="french-web 2c: course-detail__snapshot, Accédez à la version actuelle",
        url=_CREA + "de-la-creativite-2019/",
        expected=VerdictKind.COURSE_CLOSED,
        plain=seen(
            _CREA + "de-la-creativite-2019/",
            richie(
                "De la créativité à l’innovation",
                "28002",
                (run("course-v1:ubordeaux+28002+session02", ARCHIVED),),
                head='<meta name="robots" content="noindex">',
                note='<div class="course-detail__snapshot"><p>Archivé le 3 juin 2019</p><a href='
                f'"{_CREA}">Accédez à la version actuelle</a></div>',
            ),
        ),
        titles=("De la créativité à l'innovation (2019)",),
        answers=sane(_CREA + "de-la-creativite-2019/"),
        accepted=also(VerdictKind.OK),
    ),
    Labelled(
        name="an old Open edX kept by a university shows a closed registration",
        fact="french-web 2c: registration-closed, Les inscriptions sont closes",
        url="https://mooc-archives.univ-lumieres.fr/courses/course-v1:UL+104+s01/about",
        expected=VerdictKind.COURSE_CLOSED,
        plain=seen(
            "https://mooc-archives.univ-lumieres.fr/courses/course-v1:UL+104+s01/about",
            about(
                "L’eau dans la ville",
                site="FUN-MOOC",
                button='<span class="register-course-button registration-closed">'
                "Les inscriptions sont closes</span>",
            ),
        ),
        titles=("Mooc « L'eau dans la ville »",),
        answers=sane("https://mooc-archives.univ-lumieres.fr/courses/course-v1:UL+104+s01/about"),
    ),
)
