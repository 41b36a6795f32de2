"""Pages made by scripts: shells that prove nothing, shells that tell, states in their data."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import K, dead, living, one_site
from tests.labelled.second.templates_engines import shell
from tests.labelled.second.templates_filler import blocks
from tests.labelled.wire import beside, seen

_PORTAL = "https://portail.metropole-ouverte.fr"
_SHOP = "https://boutique.presse-communale.fr"
_KIOSK = "https://kiosque.librairie-numerique.eu"
_SHELL = shell("Métropole ouverte")
_NEXT_404 = shell(
    "404: This page could not be found",
    root="<div><h1>404</h1><h2>This page could not be found.</h2></div>",
    data='<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":'
    '{"statusCode":404}},"page":"/_error","query":{},"buildId":"x9"}</script>',
)
_NUXT_404 = shell(
    "Kiosque",
    root='<div id="__layout"><div class="error-page"></div></div>',
    data='<script>window.__NUXT__={layout:"default",data:[{}],error:{statusCode:404,message:'
    '"Ouvrage introuvable"},serverRendered:true}</script>',
)
_STRINGS = (
    '<script id="__NEXT_DATA__" type="application/json">{"props":{"i18n":{"notFound":'
    '"Page introuvable","error404":"Erreur 404 : cette page n\'existe plus","oups":"Oups !"}},'
    '"page":"/article/[slug]"}</script>'
)

CASES: tuple[Labelled, ...] = one_site(
    (
        dead(
            "empty application shell, the same for any address",
            "design: when in doubt, undecided; a script shell proves nothing (2b dailymotion)",
            f"{_PORTAL}/ressources/charte-du-numerique-responsable",
            _SHELL,
            "Charte du numérique responsable",
            expected=K.DOUBTFUL,
            accepted=(K.OK,),
        ),
        living(
            "application shell at the portal's own home address",
            "french-web 2f: never test home pages",
            f"{_PORTAL}/",
            _SHELL,
            "Métropole ouverte (portail de données)",
            sibling=seen(beside(f"{_PORTAL}/"), _SHELL),
        ),
        living(
            "shell with the document's own title and description filled in by the server",
            "french-web 2g: the reference's title is the best witness",
            f"{_PORTAL}/ressources/schema-des-usages",
            shell(
                "Schéma métropolitain des usages numériques · Métropole ouverte",
                head='<meta property="og:title" content="'
                'Schéma métropolitain des usages numériques">'
                '<meta name="description" content="Le schéma adopté en 2019 et ses annexes.">',
            ),
            "Schéma métropolitain des usages numériques",
            sibling=seen(beside(f"{_PORTAL}/ressources/x"), _SHELL),
        ),
        dead(
            "Next application that renders its own 404 under status 200",
            "french-web 2f: EN page could not be found, 404 at the start of the title",
            f"{_KIOSK}/livre/9782000000001",
            _NEXT_404,
            "Manuel de l'élu débutant",
            headers={"x-powered-by": "Next.js"},
        ),
        living(
            "server-rendered Next article whose messages hold every not-found phrase",
            "french-web 2f: phrases in scripts are no sign",
            f"{_KIOSK}/article/le-manuel-de-l-elu",
            shell(
                "Le manuel de l’élu débutant | Kiosque",
                root=f"<h1>Le manuel de l’élu débutant</h1>{blocks(prose('manuel', 5))}",
                data=_STRINGS,
            ),
            "Le manuel de l'élu débutant",
            headers={"x-powered-by": "Next.js"},
            sibling=seen(beside(f"{_KIOSK}/article/x"), _NEXT_404),
        ),
        dead(
            "Nuxt application that tells its 404 only in its data",
            "french-web 2f: empty page, title equal to the site's, same for the sibling",
            f"{_SHOP}/ouvrage/la-mairie-sans-papier",
            _NUXT_404,
            "La mairie sans papier",
            accepted=(K.DOUBTFUL,),
        ),
        living(
            "noscript sentence and phrases in the scripts of a short true page",
            "issue: a short page is alive",
            f"{_SHOP}/ouvrage/la-mairie-ouverte",
            shell(
                "La mairie ouverte | Kiosque",
                root="<h1>La mairie ouverte</h1><p>Lina Perrot, 2017, 144 p. 18 €.</p>",
                data=_STRINGS,
            ),
            "La mairie ouverte",
        ),
        dead(
            "empty shell cited by nobody's title",
            "design: when in doubt, undecided",
            "https://app.cartes-et-territoires.io/story/8f2c",
            shell("Cartes & Territoires", lang="en"),
            expected=K.DOUBTFUL,
            accepted=(K.OK,),
        ),
    )
)
