"""Lost pages that say it in English, in the frame, or by saying nothing."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.soft_404 import TITLE, URL, gone
from tests.labelled.labelled import Labelled
from tests.labelled.pages import PRESS, Dress, bare, page
from tests.labelled.prose import prose
from tests.labelled.wire import seen

CASES = (
    gone(
        "404 not found in English on a French site",
        "404 not found",
        page("404 Not Found", h1="Not Found", suffix=""),
    ),
    gone(
        "page not found in English",
        "page not found",
        page(
            "Page not found", paragraphs=("The page you requested could not be found.",), lang="en"
        ),
    ),
    gone(
        "an English page that no longer exists",
        "page no longer exists",
        page("Sorry", h1="This page no longer exists", lang="en-GB"),
    ),
    gone(
        "impossible to find the page",
        "impossible de trouver la page",
        page("Trois Rives", h1="Impossible de trouver la page", suffix=""),
    ),
    gone(
        "content unavailable",
        "contenu introuvable",
        page("Contenu introuvable", kb=25, dress=PRESS),
    ),
    gone(
        "the og:title alone says it",
        "phrases in og:title",
        page(
            "Agglo",
            h1="",
            suffix="",
            head='<meta property="og:title" content="Page introuvable">',
            paragraphs=("Retour à l'accueil.",),
        ),
    ),
    gone(
        "a page in cp1252 without a declared charset",
        "page introuvable; cp1252 is common",
        page(
            "Cette page est introuvable",
            paragraphs=("Elle a peut-être été déplacée… ou supprimée.",),
            charset="cp1252",
            declare=False,
        ),
        headers={"content-type": "text/html"},
    ),
    gone(
        "a page in Latin-1 declared by the header",
        "page non trouvée, Latin-1",
        page("Page non trouvée", charset="latin-1", declare=False),
        headers={"content-type": "text/html; charset=ISO-8859-1"},
    ),
    gone(
        "a page with noindex and a site's name for title",
        "noindex, title = site; désolé + page",
        page(
            "Agglo des Trois Rives",
            suffix="",
            h1="Désolé, cette page a disparu",
            head='<meta name="robots" content="noindex">',
        ),
    ),
    Labelled(
        "an answer with nothing in it",
        "issue 3: 200 with nothing in it: soft_404",
        URL,
        V.SOFT_404,
        seen(URL, b"", headers={"content-length": "0"}),
        (TITLE,),
    ),
    Labelled(
        "an answer of blanks",
        "issue 3: 200 with nothing in it: soft_404",
        URL,
        V.SOFT_404,
        seen(URL, b"\r\n\r\n  \n"),
        (TITLE,),
    ),
    Labelled(
        "a 204",
        "issue 3: 204 with nothing in it: soft_404",
        URL,
        V.SOFT_404,
        seen(URL, b"", 204, headers={"content-type": ""}),
        (TITLE,),
    ),
    gone(
        "a site that answers anything with its front page",
        "sibling probe: ≥ 95 % similar; no title kept",
        page(
            "Bienvenue à l'Agglo des Trois Rives",
            paragraphs=prose("accueil", 5),
            suffix="",
            dress=Dress("Trois Rives"),
        ),
        more=(V.DOUBTFUL,),
    ),
    gone(
        "a site that shrugs without a known phrase",
        "sibling probe: same page for a random sibling",
        page(
            "Trois Rives",
            suffix="",
            h1="Rien par ici",
            paragraphs=("Le lien suivi semble périmé.",),
        ),
        more=(V.DOUBTFUL,),
    ),
    Labelled(
        "a framework's naked message",
        "french-web 2f: main text < 1 500 characters",
        URL,
        V.SOFT_404,
        seen(URL, bare("", "<p>Page introuvable.</p>")),
        (TITLE,),
    ),
    Labelled(
        "a plain text that says not found",
        "french-web 2f: not found in a short text",
        URL,
        V.SOFT_404,
        seen(URL, b"404 page not found\n", headers={"content-type": "text/plain; charset=utf-8"}),
        (TITLE,),
    ),
)
