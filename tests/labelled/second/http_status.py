"""Rare statuses of success and refusal: 2xx, 300, 304, 406, 410, 451."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import article, bare
from tests.labelled.second.templates_other import drupal, spip, wordpress
from tests.labelled.second.templates_other_old import tables
from tests.labelled.wire import absent, looks, seen

_A = "https://www.atelier-des-berges.fr/spip.php?article{}"


_B = "https://www.agence-ruralites.gouv.fr/actualites/{}"


_C = "http://amis-du-canal.pagesperso-web.fr/{}.htm"


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="204 for a cited page",
        fact="issue conventions: 204 with nothing in it is soft_404",
        url=_A.format(41),
        expected=V.SOFT_404,
        plain=seen(_A.format(41), b"", 204, headers={"content-type": ""}),
        titles=("Les berges retrouvées",),
    ),
    Labelled(
        name="206 with the first part of a living page",
        fact="issue: 206 is a success; the page is there",
        url=_A.format(42),
        expected=V.OK,
        plain=seen(
            _A.format(42),
            spip("La passerelle du moulin"),
            206,
            headers={"content-range": "bytes 0-14123/14124"},
        ),
        titles=("La passerelle du moulin",),
        answers=looks(sibling=absent(_A.format(42))),
    ),
    Labelled(
        name="300 offers two languages of the document",
        fact="issue: 300 is among the corners; the server knows the document in two forms",
        url="http://archives.institut-du-bassin.org/rapports/crue-2001",
        expected=V.OK,
        plain=seen(
            "http://archives.institut-du-bassin.org/rapports/crue-2001",
            bare(
                "300 Multiple Choices",
                "<h1>Multiple Choices</h1>The document name you requested "
                "(<code>/rapports/crue-2001</code>) could not be found on this server. However, "
                "we found documents with names similar to the one you requested."
                "<p>Available documents:<ul>"
                '<li><a href="/rapports/crue-2001.html">/crue-2001.html</a> (common basename)'
                '<li><a href="/rapports/crue-2001.pdf">/crue-2001.pdf</a> (common basename)'
                "</ul>",
            ),
            300,
            headers={"server": "Apache/2.4.38 (Debian)"},
        ),
        titles=("La crue de 2001",),
        accepted=also(V.DOUBTFUL, V.MOVED),
    ),
    Labelled(
        name="304 although nothing was remembered",
        fact="issue: 304 is among the corners; 'not modified' says that the page exists",
        url=_B.format("guide-du-secretaire"),
        expected=V.OK,
        plain=seen(_B.format("guide-du-secretaire"), b"", 304, headers={"etag": '"5f-1a"'}),
        titles=("Guide du secrétaire de mairie",),
        accepted=also(V.DOUBTFUL),
    ),
    Labelled(
        name="406 to a poor Accept, 200 to the headers of a browser",
        fact="issue: 406 without Accept; one polite second try where refused without a signature",
        url=_C.format("ecluses"),
        expected=V.OK,
        plain=seen(
            _C.format("ecluses"),
            bare(
                "406 Not Acceptable",
                "<h1>Not Acceptable!</h1><p>An appropriate "
                "representation of the requested resource could not be found. Mod_Security.</p>",
            ),
            406,
        ),
        titles=("Les écluses du canal",),
        answers=looks(browser=seen(_C.format("ecluses"), tables("Les écluses du canal"))),
    ),
    Labelled(
        name="406 to everything we try",
        fact="design §2: unexplained 4xx is a refusal of us, blocked",
        url=_C.format("peniches"),
        expected=V.BLOCKED,
        plain=seen(_C.format("peniches"), bare("406", "<h1>Not Acceptable</h1>"), 406),
        titles=("Les péniches",),
        answers=looks(
            browser=seen(_C.format("peniches"), bare("406", "<h1>Not Acceptable</h1>"), 406)
        ),
    ),
    Labelled(
        name="410 in the dress of the site",
        fact="design §2: 410 is gone",
        url=_B.format("appel-a-projets-2016"),
        expected=V.GONE,
        plain=seen(
            _B.format("appel-a-projets-2016"),
            drupal("Contenu retiré", ("Ce contenu a été retiré définitivement.",)),
            410,
        ),
        titles=("Appel à projets 2016",),
    ),
    Labelled(
        name="a living page about contents that were withdrawn",
        fact="issue: twin of the 410; phrases in the text of a long article decide nothing",
        url=_B.format("retrait-des-contenus"),
        expected=V.OK,
        plain=seen(
            _B.format("retrait-des-contenus"), drupal("Contenu retiré : comment l'agence archive")
        ),
        titles=("Contenu retiré : comment l’agence archive",),
        answers=looks(sibling=absent(_B.format("retrait-des-contenus"))),
    ),
    Labelled(
        name="451 by order of a court",
        fact="design §2: 451 is blocked, with its own sentence",
        url="https://www.presse-du-golfe.com/2019/04/enquete-marches-publics/",
        expected=V.BLOCKED,
        plain=seen(
            "https://www.presse-du-golfe.com/2019/04/enquete-marches-publics/",
            wordpress(
                "Indisponible pour raisons légales",
                ("Cette page n'est pas accessible depuis votre pays (RGPD).",),
                site="Presse du golfe",
            ),
            451,
        ),
        titles=("Marchés publics : l'enquête",),
    ),
    Labelled(
        name="a review of Fahrenheit 451",
        fact="issue: false friend of a number in a title",
        url="https://www.presse-du-golfe.com/2019/05/fahrenheit-451/",
        expected=V.OK,
        plain=seen(
            "https://www.presse-du-golfe.com/2019/05/fahrenheit-451/",
            wordpress("Fahrenheit 451, relire Bradbury", site="Presse du golfe"),
        ),
        titles=("Fahrenheit 451 : relire Bradbury",),
        answers=looks(sibling=absent("https://www.presse-du-golfe.com/2019/05/fahrenheit-451/")),
    ),
    Labelled(
        name="a very short page that is quite true",
        fact="issue: a short page is alive; twin of the empty answers",
        url="https://www.atelier-des-berges.fr/horaires.html",
        expected=V.OK,
        plain=seen(
            "https://www.atelier-des-berges.fr/horaires.html",
            bare("Horaires de l'atelier", "<h1>Horaires</h1><p>Mardi et jeudi, 14 h - 18 h.</p>"),
        ),
        titles=("Horaires de l'atelier des berges",),
        answers=looks(sibling=absent("https://www.atelier-des-berges.fr/horaires.html")),
    ),
    Labelled(
        name="an ordinary article whose server says it is cached",
        fact="ordinary living twin, with odd headers",
        url=_B.format("trente-fiches"),
        expected=V.OK,
        plain=seen(
            _B.format("trente-fiches"),
            article("Trente fiches pour les élus", kb=60),
            203,
            headers={"warning": "214 - transformed", "x-cache": "HIT"},
        ),
        titles=("Trente fiches pour les élus",),
        answers=looks(sibling=absent(_B.format("trente-fiches"))),
    ),
)
