"""PDFs: alive whatever type is announced, moved, lost, empty, or walled."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third import b_templates_walls as walls
from tests.labelled.third.b_templates import paras, sane, spip, typo3, wordpress
from tests.labelled.third.b_templates_docs import pdf
from tests.labelled.wire import beside, looks, seen

_ANAP = (
    "http://www.performance-en-sante.fr/fileadmin/user_upload/performance_en_sante/Actes/"
    "ANAP_Actes_UDT_2017.pdf"
)
_SANTE = (
    "https://solidarites-sante.gouv.fr/IMG/pdf/"
    "conseil_strategique_de_l_innovation_en_sante_du_24_janvier_2019.pdf"
)
_SANTE_NEW = _SANTE.replace("solidarites-sante", "sante")
_PLU = "https://www.ville-les-trois-ponts.fr/wp-content/uploads/2018/03/plu-rapport.pdf"
_PDF = {"content-type": "application/pdf"}
_T_SANTE = ("Conseil stratégique d'innovation en santé. Rapport",)
_T_PLU = ("PLU des Trois-Ponts : rapport de présentation",)
_LOST = wordpress(
    "Oups, ce document s’est égaré",
    "<p>Nous sommes désolés, le document demandé n’a pas été trouvé.</p>",
    site="Les Trois-Ponts",
    kb=36,
)
_REPORT = pdf("Plan local d'urbanisme : rapport de présentation", kb=120)

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="the proceedings of an ANAP summer school are a PDF",
        fact="issue: PDF by its magic",
        url=_ANAP,
        expected=VerdictKind.OK,
        plain=seen(_ANAP, pdf("Actes de l'Université d'été 2017", kb=63), headers=_PDF),
        titles=("Comment innover pour adapter nos organisations. Actes de l'Université d'été",),
        answers=sane(_ANAP),
    ),
    Labelled(
        name="the site of those proceedings now sends its readers home",
        fact="french-web 2f: redirect to the root from a deep path",
        url=_ANAP,
        expected=VerdictKind.SOFT_404,
        plain=seen(
            "https://www.performance-en-sante.fr/",
            typo3("Bienvenue", paras("anap", 3), site="Performance en santé"),
            via=((_ANAP, 302),),
        ),
        titles=("Comment innover pour adapter nos organisations",),
    ),
    Labelled(
        name="the report of the health council followed its ministry to a new name",
        fact="french-web 2b: same path on sante.gouv.fr is moved",
        url=_SANTE,
        expected=VerdictKind.MOVED,
        plain=seen(
            _SANTE_NEW, pdf("Conseil stratégique", kb=50), headers=_PDF, via=((_SANTE, 301),)
        ),
        titles=_T_SANTE,
        answers=sane(_SANTE_NEW),
    ),
    Labelled(
        name="the report of the health council is a real 404 of SPIP",
        fact="design 2: 404",
        url=_SANTE,
        expected=VerdictKind.NOT_FOUND,
        plain=seen(_SANTE, spip("Erreur 404", "<p>Document introuvable.</p>", site="Santé"), 404),
        titles=_T_SANTE,
    ),
    Labelled(
        name="a town's plan is a page of regrets under a name in pdf",
        fact="issue: an HTML error page under .pdf is not a PDF; phrase in title and h1",
        url=_PLU,
        expected=VerdictKind.SOFT_404,
        plain=seen(_PLU, _LOST),
        titles=_T_PLU,
        answers=looks(sibling=seen(beside(_PLU), _LOST)),
    ),
    Labelled(
        name="a town's plan breaks off in the middle of its bytes",
        fact="issue: a truncated PDF is alive with a warning",
        url=_PLU,
        expected=VerdictKind.OK,
        plain=seen(_PLU, _REPORT[: 40 * 1024], headers=_PDF, incomplete=True),
        titles=_T_PLU,
        answers=sane(_PLU),
    ),
    Labelled(
        name="a town's plan is announced as HTML and is a PDF all the same",
        fact="issue: by their magic, not their name",
        url=_PLU,
        expected=VerdictKind.OK,
        plain=seen(_PLU, _REPORT[: 64 * 1024], truncated=True),
        titles=_T_PLU,
        answers=sane(_PLU),
    ),
    Labelled(
        name="a town's plan is an empty file announced as PDF",
        fact="issue: 200 with nothing in it is soft_404",
        url=_PLU,
        expected=VerdictKind.SOFT_404,
        plain=seen(_PLU, b"", headers={**_PDF, "content-length": "0"}),
        titles=_T_PLU,
        answers=sane(_PLU),
    ),
    Labelled(
        name="a wall of Imperva stands before a town's plan and answers 200",
        fact="french-web 2d: a stub is blocked even under .pdf",
        url=_PLU,
        expected=VerdictKind.BLOCKED,
        plain=seen(_PLU, walls.imperva_stub(), headers={"x-iinfo": "8-1", "server": ""}),
        titles=_T_PLU,
        answers=looks(sibling=seen(beside(_PLU), walls.imperva_stub())),
    ),
)
