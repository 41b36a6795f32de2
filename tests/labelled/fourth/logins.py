"""Logins: redirects to them, lone forms, 401 and 402, and pages that merely have a login."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import text
from tests.labelled.fourth.skins_other import bare
from tests.labelled.labelled import Labelled
from tests.labelled.wire import absent, looks, seen

_CAS = bare(
    "Service central d'authentification",
    "<h2>Entrez votre identifiant et votre mot de passe.</h2>"
    "<form method='post' id='fm1'><input name='username'><input type='password' name='password'>"
    "<input type='submit' value='SE CONNECTER'></form>",
    "<meta charset='utf-8'>",
)
_MOODLE = skins_other.english_site(
    "FormaTerritoires : Se connecter sur le site",
    "<form action='/login/index.php' method='post'>"
    "<input name='username'><input type='password' name='password'><button>Connexion</button>"
    "</form><p>Certains cours permettent un accès anonyme.</p>",
    site="FormaTerritoires",
)
_LONE = skins.drupal7(
    "Espace réservé",
    "<form action='/user' method='post'><label>Identifiant</label><input name="
    "'name'><label>Mot de passe</label><input type='password' name='pass'></form>",
    site="E-communautés",
    entries=20,
)
_E = "https://e-communaut.es.cnfpt.fr/node/1422"
_INTRA = "https://intranet.univ-lisieux.example/drh/guide-teletravail"
_M = "https://formaterritoires.example/course/view.php?id=318"
_PAY = "https://revues.droit-public.example/article/1187"
_IA = "https://www.inspection-academique.example/textes/circulaire-12"


def _login(
    name: str, url: str, to: str, body: bytes, title: str, fact: str, code: int = 302
) -> Labelled:
    return Labelled(name, fact, url, K.RESTRICTED, seen(to, body, via=((url, code),)), (title,))


CASES: tuple[Labelled, ...] = (
    _login(
        "a university's intranet sends us to its central login",
        _INTRA,
        "https://cas.univ-lisieux.example/cas/login?service=https%3A%2F%2Fintranet."
        "univ-lisieux.example%2Fdrh%2Fguide-teletravail",
        _CAS,
        "Guide du télétravail",
        "french-web 2e: cas/login and service=",
    ),
    Labelled(
        "the university's open page with a login link and a search form",
        "issue 3: a living page of the same site",
        "https://www.univ-lisieux.example/drh/teletravail",
        K.OK,
        seen(
            "https://www.univ-lisieux.example/drh/teletravail",
            skins.typo3(
                "Télétravail à l'université",
                text("tele") + "<a href='https://cas.univ-lisieux.example/cas/login'>Intranet</a>",
                site="Université de Lisieux",
            ),
        ),
        ("Le télétravail à l'université",),
        looks(sibling=absent("https://www.univ-lisieux.example/drh/teletravail")),
    ),
    _login(
        "a training platform asks to log in before the course",
        _M,
        "https://formaterritoires.example/login/index.php",
        _MOODLE,
        "Animer une réunion publique",
        "french-web 2e: /login as the final path",
        303,
    ),
    Labelled(
        "the training platform shows a course to guests",
        "issue 3: a living page of the same site",
        "https://formaterritoires.example/course/view.php?id=320",
        K.OK,
        seen(
            "https://formaterritoires.example/course/view.php?id=320",
            skins_other.english_site(
                "Cours : Écrire simplement",
                "<p>Connecté anonymement (<a href='/login'>Connexion</a>)</p>" + text("ecrire", 3),
                site="FormaTerritoires",
            ),
        ),
        ("Écrire simplement",),
    ),
    Labelled(
        "an e-community shows a lone password form under 200",
        "french-web 2e: a lone password field with little text",
        _E,
        K.RESTRICTED,
        seen(_E, _LONE),
        ("E-communauté des acteurs de l'innovation",),
    ),
    Labelled(
        "an e-community's public page has a login block beside its text",
        "issue 3: a page with a login is not a wall",
        "https://e-communautes-demo.example/node/1300",
        K.OK,
        seen(
            "https://e-communautes-demo.example/node/1300",
            skins.joomla("La communauté des acheteurs", text("acheteurs", 5), site="E-communautés"),
        ),
        ("La communauté des acheteurs",),
        looks(sibling=absent("https://e-communautes-demo.example/node/1300")),
    ),
    Labelled(
        "an old extranet asks for Basic credentials",
        "french-web 2e: HTTP 401 is restricted",
        "http://extranet.cdt-ardenne.example/bilan.xls",
        K.RESTRICTED,
        seen(
            "http://extranet.cdt-ardenne.example/bilan.xls",
            bare("401 Authorization Required", "<h1>Authorization Required</h1>"),
            401,
            headers={"www-authenticate": 'Basic realm="Extranet"'},
        ),
        ("Bilan touristique 2018",),
    ),
    Labelled(
        "a legal review wants payment",
        "french-web 2e: HTTP 402 is restricted",
        _PAY,
        K.RESTRICTED,
        seen(_PAY, skins.spip("Les régies d'avances", "<p>Achetez cet article (4 €).</p>"), 402),
        ("Les régies d'avances",),
    ),
    _login(
        "an academy's circular leads to Shibboleth",
        _IA,
        "https://www.inspection-academique.example/Shibboleth.sso/Login?target=%2Ftextes%2F"
        "circulaire-12",
        bare(
            "Sélection de votre établissement",
            "<form><select name='idp'><option>Académie</option></select></form>",
            "<meta charset='utf-8'>",
        ),
        "Circulaire n° 12",
        "french-web 2e: Shibboleth.sso",
    ),
    _login(
        "a press portal sends a shared article to its sign-in",
        "https://nouveau.presse-en-bibliotheque.example/doc/8812",
        "https://nouveau.presse-en-bibliotheque.example/connexion?returnUrl=%2Fdoc%2F8812",
        bare(
            "Connexion",
            "<h1>Connexion</h1><form><input name='u'><input type='password' "
            "name='p'></form><p>Accédez avec la carte de votre bibliothèque.</p>",
            "<meta charset='utf-8'>",
        ),
        "Un bourg se réinvente",
        "french-web 2e: connexion and returnUrl",
    ),
    Labelled(
        "a guide about logging in, whose address holds the word connexion",
        "french-web 2e: the redirect matters, not a word of the cited address",
        "https://www.aidants-numeriques-du-lot.example/fiches/connexion-franceconnect",
        K.OK,
        seen(
            "https://www.aidants-numeriques-du-lot.example/fiches/connexion-franceconnect",
            skins.wordpress(
                "Se connecter avec FranceConnect : fiche pour les aidants", text("fc", 5)
            ),
        ),
        ("Se connecter avec FranceConnect",),
        looks(sibling=absent("https://www.aidants-numeriques-du-lot.example/fiches/x")),
    ),
)
