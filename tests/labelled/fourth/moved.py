"""Pages that moved to another address, and redirects that mean nothing."""

from __future__ import annotations

from perenne.domain.cases import AskKind
from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import english, text
from tests.labelled.labelled import Labelled, also
from tests.labelled.wire import absent, looks, seen

_SG = "https://www.strategie.gouv.fr/actualites/lecole-et-les-territoires"
_SG_NEW = "https://www.strategie-plan.gouv.fr/actualites/lecole-et-les-territoires"
_SG_PAGE = skins.drupal10("L'école et les territoires", text("ecole"), site="Haut-commissariat")
_HAL = "https://hal.archives-ouvertes.fr/hal-01834992"
_HAL_NEW = "https://hal.science/hal-01834992"
_HAL_PAGE = skins_other.repository(
    "Design et action publique locale", "<p>Résumé : " + text("hal", 1) + "</p>", site="HAL"
)
_27 = "http://www.la27eregion.fr/les-residences-en-quartier/"
_27_PAGE = skins.wordpress("Les résidences en quartier", text("resid"), site="La 27e Région")
_BLOG = "http://cadresenmouvement.canal-blogs.example/archives/2016/05/12/33801.html"
_BLOG_NEW = "https://cadres-en-mouvement.example/2016/05/oser-le-prototype/"
_BLOG_PAGE = skins.wordpress("Oser le prototype", text("oser"), site="Cadres en mouvement")
_CPT = "https://www.comptes-regionaux.example/publications/rapport-sur-les-piscines"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a State body renamed keeps the same path on its new host",
        "french-web 2b: strategie.gouv.fr is now strategie-plan.gouv.fr",
        _SG,
        K.MOVED,
        seen(_SG_NEW, _SG_PAGE, via=((_SG, 301),)),
        ("L'école et les territoires",),
    ),
    Labelled(
        "the same body's page cited at its new address",
        "issue 3: the living twin",
        _SG_NEW,
        K.OK,
        seen(_SG_NEW, _SG_PAGE),
        ("L'école et les territoires",),
        looks(sibling=absent(_SG_NEW)),
    ),
    Labelled(
        "an open archive renamed keeps the identifier of the notice",
        "issue 3: a redirect that keeps the id is moved",
        _HAL,
        K.MOVED,
        seen(_HAL_NEW, _HAL_PAGE, via=((_HAL, 301),)),
        ("Design et action publique locale",),
    ),
    Labelled(
        "an open archive shows the current version of a notice by a temporary redirect",
        "issue 3, conventions: a temporary redirect to the same page is ok",
        _HAL_NEW,
        K.OK,
        seen(f"{_HAL_NEW}v2", _HAL_PAGE, via=((_HAL_NEW, 302),)),
        ("Design et action publique locale",),
        {},
        also(K.MOVED),
    ),
    Labelled(
        "an association's page went from http to https with www dropped",
        "issue 3, conventions: http→https and www are ok",
        _27,
        K.OK,
        seen(
            "https://la27eregion.fr/les-residences-en-quartier/",
            _27_PAGE,
            via=((_27, 301), ("https://www.la27eregion.fr/les-residences-en-quartier/", 301)),
        ),
        ("Les résidences en quartier",),
        looks(sibling=absent(_27)),
    ),
    Labelled(
        "a page reached with its trailing slash added for good",
        "issue 3, conventions: a trailing slash is ok",
        _CPT,
        K.OK,
        seen(
            f"{_CPT}/", skins.drupal10("Rapport sur les piscines", text("pisc")), via=((_CPT, 308),)
        ),
        ("Les piscines publiques : rapport",),
        looks(sibling=absent(_CPT)),
    ),
    Labelled(
        "a blog left its platform and kept its articles under other addresses",
        "french-web 2g: title recall confirms a moved target",
        _BLOG,
        K.MOVED,
        seen(_BLOG_NEW, _BLOG_PAGE, via=((_BLOG, 301),)),
        ("Oser le prototype",),
    ),
    Labelled(
        "the blog left a page that sends its readers on after five seconds",
        "issue 3, conventions: a meta refresh to the same document is moved",
        f"{_BLOG}?m=1",
        K.MOVED,
        seen(
            f"{_BLOG}?m=1",
            skins_other.tables(
                "Ce blog a déménagé",
                f'<META HTTP-EQUIV="Refresh" CONTENT="5; URL={_BLOG_NEW}">'
                f'<P>Vous allez être dirigé vers <A HREF="{_BLOG_NEW}">la nouvelle adresse</A>.',
                site="Cadres en mouvement",
            ),
        ),
        ("Oser le prototype",),
        {AskKind.FOLLOW: seen(_BLOG_NEW, _BLOG_PAGE)},
    ),
    Labelled(
        "a shortener leads to the report it was made for",
        "issue 3, conventions: a shortener is moved",
        "https://bit.ly/2Kx9piscines",
        K.MOVED,
        seen(
            f"{_CPT}/",
            skins.drupal10("Rapport sur les piscines", text("pisc")),
            via=(("https://bit.ly/2Kx9piscines", 301),),
        ),
        ("Les piscines publiques",),
    ),
    Labelled(
        "a shortener whose target is gone",
        "design 2: not_found is 404, wherever the hops lead",
        "https://tinyurl.com/y4gares",
        K.NOT_FOUND,
        seen(
            "https://www.gares-vivantes.example/bilan-2018",
            skins.drupal10("Page non trouvée", "<p>Cette page n'existe pas.</p>"),
            404,
            via=(("https://tinyurl.com/y4gares", 301),),
        ),
        ("Gares vivantes : bilan 2018",),
    ),
    Labelled(
        "a DOI leads to the publisher's page of the article",
        "issue 3, conventions: a temporary redirect to the document is ok",
        "https://doi.org/10.3917/demo.172.0081",
        K.OK,
        seen(
            "https://journals.local-studies.example/article/view/81",
            skins_other.english_site(
                "Small towns and their archives", english("doi", 7), site="Local Studies"
            ),
            via=(("https://doi.org/10.3917/demo.172.0081", 302),),
        ),
        ("Small towns and their archives",),
        {},
        also(K.MOVED),
    ),
    Labelled(
        "a 308 takes an old PHP address to the same document",
        "issue 3: 308 is a permanent redirect",
        "http://www.reseau-ecoles.example/doc.php?ref=rythmes-scolaires-bilan",
        K.MOVED,
        seen(
            "https://www.reseau-ecoles.example/documents/rythmes-scolaires-bilan",
            skins.typo3("Rythmes scolaires : bilan", text("ryth"), site="Réseau des écoles"),
            via=(("http://www.reseau-ecoles.example/doc.php?ref=rythmes-scolaires-bilan", 308),),
        ),
        ("Rythmes scolaires, un bilan",),
    ),
    Labelled(
        "a page with tracking parameters answers where it is",
        "french-web 2a: tracking parameters are tolerated",
        "https://theconversation.com/les-communes-et-leurs-archives-98412?utm_medium=email&"
        "utm_campaign=Lettre%20du%2012+CID_3b9",
        K.OK,
        seen(
            "https://theconversation.com/les-communes-et-leurs-archives-98412?utm_medium=email&"
            "utm_campaign=Lettre%20du%2012+CID_3b9",
            skins_other.press(
                "Les communes et leurs archives", text("conv", 9), site="The Conversation"
            ),
        ),
        ("Les communes et leurs archives",),
        looks(sibling=absent("https://theconversation.com/x")),
    ),
    Labelled(
        "a request settled by a cookie comes back to the very same address",
        "issue 3: cookie-gated loops that end when cookies are kept",
        "https://revues.presses-du-val.example/article/812",
        K.OK,
        seen(
            "https://revues.presses-du-val.example/article/812",
            skins_other.repository(
                "Ce que gouverner par projet veut dire", text("projet"), site="Presses du Val"
            ),
            via=(
                ("https://revues.presses-du-val.example/article/812", 302),
                ("https://revues.presses-du-val.example/cookies?r=%2Farticle%2F812", 302),
            ),
        ),
        ("Ce que gouverner par projet veut dire",),
    ),
)
