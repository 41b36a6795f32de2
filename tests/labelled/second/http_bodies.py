"""Bodies that are empty, broken off or badly packed."""

from __future__ import annotations

from typing import Any

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import article
from tests.labelled.second.templates_other import drupal, shell, spip
from tests.labelled.second.templates_other_old import tables
from tests.labelled.wire import absent, looks, seen

_W = "https://www.maisondesrues.fr/"


_CUT = (
    article("Page introuvable", kb=2).split(b"<article>")[0]
    + "<article><h1>Page introuvable</h1><p>La page demandée n'existe plus.</p>".encode()
)


def _again(url: str, body: bytes) -> dict[str, Any]:
    return {
        "url": url,
        "plain": seen(url, body),
        "answers": looks(second=seen(url, body), sibling=seen(f"{_W}kqzvwtjx", body)),
    }


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="an empty body as 200",
        fact="issue conventions: 200 with nothing in it is soft_404",
        expected=V.SOFT_404,
        titles=("Rues et résistance",),
        **_again(f"{_W}dossier.php?n=3", b""),
    ),
    Labelled(
        name="nothing but blank lines as 200",
        fact="issue conventions: nothing in it",
        expected=V.SOFT_404,
        titles=("Rues et républiques",),
        **_again(f"{_W}dossier.php?n=4", b"\n\r\n  \n\t\n"),
        accepted=also(V.SERVER_ERROR),
    ),
    Labelled(
        name="a skeleton of HTML with nothing in it",
        fact="issue conventions: nothing in it, neither title nor text",
        expected=V.SOFT_404,
        titles=("Rues et rois",),
        **_again(
            f"{_W}dossier.php?n=5",
            b"<!DOCTYPE html><html><head><title></title></head><body></body></html>",
        ),
        accepted=also(V.DOUBTFUL, V.SERVER_ERROR),
    ),
    Labelled(
        name="a shell that needs scripts but carries the right title",
        fact="french-web 2g: the title is the best witness; twin of the empty skeleton",
        url="https://atlas.maisondesrues.fr/parcours/rue-haute",
        expected=V.OK,
        plain=seen(
            "https://atlas.maisondesrues.fr/parcours/rue-haute",
            shell(
                "La rue Haute, parcours commenté",
                head='<meta property="og:title" content="La rue Haute, parcours commenté">'
                '<meta name="description" content="Douze étapes de la porte au quai.">',
                kb=80,
            ),
        ),
        titles=("La rue Haute : parcours commenté",),
        answers=looks(sibling=absent("https://atlas.maisondesrues.fr/parcours/rue-haute")),
    ),
    Labelled(
        name="a body cut off before its announced length",
        fact="issue conventions: an unfinished body: the page lives, with a note",
        url=f"{_W}spip.php?article21",
        expected=V.OK,
        plain=seen(
            f"{_W}spip.php?article21",
            spip("Le quartier des tanneurs")[:9000],
            headers={"content-length": "14211"},
            incomplete=True,
        ),
        titles=("Le quartier des tanneurs",),
        answers=looks(sibling=absent(f"{_W}spip.php?article21")),
    ),
    Labelled(
        name="a bad gzip of which only the head could be read",
        fact="issue conventions: a bad gzip: the page lives, with a note",
        url=f"{_W}spip.php?article22",
        expected=V.OK,
        plain=seen(
            f"{_W}spip.php?article22",
            spip("Le quartier des bateliers")[:700],
            headers={"content-encoding": "gzip"},
            incomplete=True,
        ),
        titles=("Le quartier des bateliers",),
        answers=looks(sibling=absent(f"{_W}spip.php?article22")),
    ),
    Labelled(
        name="a bad gzip of which nothing could be read",
        fact="issue conventions: a bad gzip: the page lives, with a note; it is not empty",
        url=f"{_W}spip.php?article23",
        expected=V.OK,
        plain=seen(
            f"{_W}spip.php?article23",
            b"",
            headers={"content-encoding": "gzip", "content-length": "8123"},
            incomplete=True,
        ),
        titles=("Le quartier des drapiers",),
        answers=looks(sibling=absent(f"{_W}spip.php?article23")),
        accepted=also(V.DOUBTFUL),
    ),
    Labelled(
        name="a page of menus so long that only its beginning was read",
        fact="design settled: bodies are bounded; truncation is no defect",
        url="https://www.agglo-plateau.fr/ma-ville/le-plan-lumiere",
        expected=V.OK,
        plain=seen(
            "https://www.agglo-plateau.fr/ma-ville/le-plan-lumiere",
            drupal("Le plan lumière", site="Agglo du Plateau", kb=400)[:262144],
            truncated=True,
        ),
        titles=("Le plan lumière",),
        answers=looks(sibling=absent("https://www.agglo-plateau.fr/ma-ville/le-plan-lumiere")),
    ),
    Labelled(
        name="a page not found that breaks off before its end",
        fact="french-web 2f: the title and the h1 say so, and the rest is only lost boilerplate",
        url="https://www.agglo-plateau.fr/ma-ville/le-plan-velo",
        expected=V.SOFT_404,
        plain=seen("https://www.agglo-plateau.fr/ma-ville/le-plan-velo", _CUT, incomplete=True),
        titles=("Le plan vélo",),
        answers=looks(
            sibling=seen("https://www.agglo-plateau.fr/ma-ville/kqzvwtjx", _CUT, incomplete=True)
        ),
    ),
    Labelled(
        name="an old page in tables without any heading",
        fact="ordinary living twin: no h1, no doctype, short",
        url="http://www.maisondesrues.fr/vieux/plaques.htm",
        expected=V.OK,
        plain=seen(
            "http://www.maisondesrues.fr/vieux/plaques.htm",
            tables("Les plaques de rue", kb=4),
            headers={"content-type": "text/html", "server": "Apache/1.3.41"},
        ),
        titles=("Plaques de rue",),
        answers=looks(sibling=absent("http://www.maisondesrues.fr/vieux/plaques.htm")),
    ),
)
