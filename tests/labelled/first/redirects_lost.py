"""Redirects to a home, a list, a search, or a stranger."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.redirects import CONV, DEEP, F2, GOOD, HOME, LIST, SLUG, TITLE, H, led
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, SPIP, article, bare, page
from tests.labelled.prose import prose
from tests.labelled.wire import seen

CASES = (
    led(
        "a home page to its language",
        CONV,
        V.OK,
        HOME,
        f"https://{H}/fr/",
        (f"https://{H}/", 302),
        title="Observatoire des RH locales",
        more=(V.MOVED,),
    ),
    led("a deep page to the root", F2, V.SOFT_404, HOME, f"https://{H}/", (DEEP, 301)),
    led("a deep page to the root by 302", F2, V.SOFT_404, HOME, f"https://{H}/", (DEEP, 302)),
    led("a deep page to index.php", F2, V.SOFT_404, HOME, f"https://{H}/index.php", (DEEP, 301)),
    led(
        "a deep page to the root of another host of the house",
        F2,
        V.SOFT_404,
        HOME,
        "https://rh-locales.org/",
        (DEEP, 301),
    ),
    led("a deep page to a language root", F2, V.SOFT_404, HOME, f"https://{H}/fr", (DEEP, 302)),
    led(
        "a deep page to the list of news",
        F2,
        V.SOFT_404,
        LIST,
        f"https://{H}/actualites/",
        (DEEP, 301),
    ),
    led(
        "a deep page to a list of its kind",
        F2,
        V.SOFT_404,
        LIST,
        f"https://{H}/publications/",
        (DEEP, 301),
    ),
    led(
        "a deep page to the search",
        F2,
        V.SOFT_404,
        page("Recherche", paragraphs=("Saisissez un mot.",)),
        f"https://{H}/recherche?q=teletravail+petites+communes",
        (DEEP, 302),
        more=(V.DOUBTFUL,),
    ),
    led(
        "a deep page to the error page",
        "checkers 2.5: final URL contains /404",
        V.SOFT_404,
        page("Oups", paragraphs=("Rien à cette adresse.",)),
        f"https://{H}/404.html",
        (DEEP, 302),
    ),
    led(
        "a deep page to a not-found address",
        "checkers 2.5: notfound",
        V.SOFT_404,
        page("Désolé", h1="Cette page est introuvable"),
        f"https://{H}/Erreurs/NotFound.aspx?aspxerrorpath=/publications",
        (DEEP, 302),
    ),
    led(
        "a deep page to another document",
        "french-web 2f, 2g: no token, no title kept",
        V.DOUBTFUL,
        article("Charte des achats responsables"),
        f"https://{H}/achats/2023/11/charte-achats-responsables",
        (DEEP, 301),
        more=(V.SOFT_404,),
    ),
    led(
        "a deep page to a stranger's front",
        F2,
        V.SOFT_404,
        article("Chaussures de randonnée pas chères", dress=PRESS),
        "https://www.rando-promo.com/",
        (DEEP, 301),
        more=(V.PARKED, V.DOUBTFUL),
    ),
    led(
        "a redirect that ends in 404",
        "checkers: redirect → 404",
        V.NOT_FOUND,
        page("Page non trouvée"),
        f"https://{H}/etudes/{SLUG}",
        (DEEP, 301),
        status=404,
    ),
    led(
        "a redirect that ends in 410",
        "french-web 2h.5",
        V.GONE,
        page("Contenu retiré"),
        f"https://{H}/etudes/{SLUG}",
        (DEEP, 301),
        status=410,
    ),
    led(
        "a search cited as such over https",
        "issue 3: http→https is ok",
        V.OK,
        page("Résultats de recherche", paragraphs=prose("r", 3), dress=SPIP),
        f"https://{H}/recherche?q=paie",
        (f"http://{H}/recherche?q=paie", 301),
        title="Résultats : paie",
    ),
    led(
        "a consent wall with the right title",
        CONV,
        V.OK,
        page(
            TITLE,
            paragraphs=(
                (
                    "Nous respectons votre vie privée. Acceptez-vous les traceurs de nos 412 "
                    "partenaires ?"
                ),
                "<button>J'accepte</button>",
            ),
            dress=PRESS,
        ),
        f"https://{H}/consentement?retour=/publications/2019/06/{SLUG}",
        (DEEP, 302),
        more=(V.MOVED,),
    ),
    led(
        "a section of two levels that keeps a word of its slug",
        "french-web 2f: slug token kept; title kept",
        V.MOVED,
        GOOD,
        f"https://{H}/teletravail",
        (DEEP, 301),
        more=(V.DOUBTFUL,),
    ),
    Labelled(
        "a meta refresh to the same document",
        CONV,
        f"https://{H}/vieux/{SLUG}.htm",
        V.MOVED,
        seen(
            f"https://{H}/vieux/{SLUG}.htm",
            bare("Redirection", "<p>Cette page a changé d'adresse.</p>").replace(
                b"<head>",
                f'<head><meta http-equiv="refresh" content="0; url=/etudes/{SLUG}">'.encode(),
            ),
        ),
        (TITLE,),
        accepted=also(V.OK),
    ),
    Labelled(
        "a page that refreshes itself every ten minutes",
        "issue 3: meta refresh, the other side",
        DEEP,
        V.OK,
        seen(DEEP, article(TITLE, head='<meta http-equiv="refresh" content="600">')),
        (TITLE,),
    ),
)
