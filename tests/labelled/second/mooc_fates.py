"""Old addresses of FUN, the three fates of their redirects, and living twins."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.second.templates_other_media import richie, richie_list, run
from tests.labelled.wire import absent, looks, seen

_FUN = "https://www.fun-mooc.fr"


def _old(key: str) -> str:
    return f"{_FUN}/courses/course-v1:{key}/about"


_INNOV = _old("CNFPT+87016+session02")


_INNOV_NEW = f"{_FUN}/fr/cours/innovation-publique-territoriale/"


_LAB = _old("USPC+37013+session02")


_LAB_NEW = f"{_FUN}/fr/cours/comment-faire-un-laboratoire-dinnovation-publique/"


_FIN = _old("umontpellier+08011+session01")


_SOCIETY = _old("grenoblealpes+92004+session05")


_CREA = _old("ubordeaux+28002+session02")


_ORG = f"{_FUN}/fr/etablissements/comue-universite-grenoble-alpes/"


_OPEN = ("2036-01-12", "2036-03-30", "2020-01-05", "2036-03-20")


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="an old FUN address leads to the same course, whose sessions are all over",
        fact="french-web 2c: courseCode equals the old number; both runs ended in the past",
        url=_INNOV,
        expected=V.COURSE_CLOSED,
        plain=seen(
            _INNOV_NEW,
            richie(
                "Innovation publique territoriale",
                "87016",
                (
                    run("course-v1:CNFPT+87016+session02", "2018-03-12", "2018-05-06"),
                    run("course-v1:CNFPT+87016+session04", "2020-03-09", "2020-05-03"),
                ),
            ),
            via=((_INNOV, 301),),
        ),
        titles=("Innovation publique territoriale",),
        answers=looks(sibling=absent(_INNOV_NEW)),
    ),
    Labelled(
        name="an old FUN address leads to the same course, which has an open session",
        fact="french-web 2c: same code, another session open: the course lives at a new address",
        url=_LAB,
        expected=V.MOVED,
        plain=seen(
            _LAB_NEW,
            richie(
                "Comment faire un laboratoire d’innovation publique ?",
                "37013",
                (
                    run("course-v1:USPC+37013+session02", "2018-01-15", "2018-03-01"),
                    run("course-v1:USPC+37013+session09", *_OPEN),
                ),
            ),
            via=((_LAB, 301),),
        ),
        titles=("Comment faire un laboratoire d'innovation publique ?",),
        answers=looks(sibling=absent(_LAB_NEW)),
        accepted=also(V.OK, V.COURSE_CLOSED),
    ),
    Labelled(
        name="an old FUN address fell back to the page of the organisation",
        fact="french-web 2c: /fr/etablissements/ after a course address means the course is gone",
        url=_SOCIETY,
        expected=V.SOFT_404,
        plain=seen(
            _ORG,
            richie_list("Communauté Université Grenoble Alpes"),
            via=((_SOCIETY, 301),),
        ),
        titles=("Innovation et société",),
        answers=looks(sibling=absent(_ORG)),
    ),
    Labelled(
        name="an old FUN address fell back to the catalogue, in two hops",
        fact="french-web 2c: final path /fr/cours/ exactly means gone",
        url=_CREA,
        expected=V.SOFT_404,
        plain=seen(
            f"{_FUN}/fr/cours/",
            richie_list("Cours"),
            via=((_CREA, 301), (f"{_FUN}/courses/", 302)),
        ),
        titles=("De la créativité à l'innovation",),
        answers=looks(sibling=absent(f"{_FUN}/fr/cours/")),
    ),
    Labelled(
        name="an old FUN address ends with a hard 404 in the words of Richie",
        fact="french-web 2c: the last fate is a real 404, 'Le contenu demandé n'existe pas.'",
        url=_FIN,
        expected=V.NOT_FOUND,
        plain=seen(
            f"{_FUN}/fr/courses/",
            richie_list("404 - Page introuvable"),
            404,
            via=((_FIN, 302),),
        ),
        titles=("Financement de l'innovation",),
    ),
    Labelled(
        name="the catalogue of courses itself is cited, and lives",
        fact="french-web 2c: only a fall-back to the catalogue is a loss; citing it is not",
        url=f"{_FUN}/fr/cours/",
        expected=V.OK,
        plain=seen(f"{_FUN}/fr/cours/", richie_list("Cours")),
        titles=("Catalogue des MOOC de FUN",),
        answers=looks(sibling=absent(f"{_FUN}/fr/cours/")),
    ),
    Labelled(
        name="an organisation page of FUN is cited, and lives",
        fact="french-web 2c: an organisation page is a good page when it is the one cited",
        url=_ORG,
        expected=V.OK,
        plain=seen(_ORG, richie_list("Communauté Université Grenoble Alpes")),
        titles=("Communauté Université Grenoble Alpes sur FUN",),
        answers=looks(sibling=absent(_ORG)),
    ),
    Labelled(
        name="an old address leads to a course of quite another number and title",
        fact="french-web 2c: courseCode is the identity; it differs, and so does the title",
        url=_old("ENSAIT+51003+session01"),
        expected=V.DOUBTFUL,
        plain=seen(
            f"{_FUN}/fr/cours/introduction-a-la-botanique/",
            richie("Introduction à la botanique", "72001", (run("course-v1:X+72001+s1", *_OPEN),)),
            via=((_old("ENSAIT+51003+session01"), 301),),
        ),
        titles=("Textiles techniques : un tour d'horizon",),
        answers=looks(sibling=absent(f"{_FUN}/fr/cours/introduction-a-la-botanique/")),
        accepted=also(V.SOFT_404),
    ),
    Labelled(
        name="the oldest form of an address of FUN leads to its course, open today",
        fact="french-web 2c: ORG/COURSE/SESSION is caught too; the org may differ, the code counts",
        url=f"{_FUN}/courses/ENSCachan/20005/Trimestre_4_2014/about",
        expected=V.MOVED,
        plain=seen(
            f"{_FUN}/fr/cours/monter-un-mooc-de-a-a-z/",
            richie(
                "Monter un MOOC de A à Z",
                "20005",
                (run("course-v1:ENSParisSaclay+20005+session11", *_OPEN),),
                rdfa=False,
            ),
            via=((f"{_FUN}/courses/ENSCachan/20005/Trimestre_4_2014/about", 301),),
        ),
        titles=("Monter un MOOC de A à Z",),
        answers=looks(sibling=absent(f"{_FUN}/fr/cours/monter-un-mooc-de-a-a-z/")),
        accepted=also(V.OK),
    ),
)
