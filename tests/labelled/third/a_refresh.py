"""Meta refreshes and lone scripts that lead to the document, a home or a login."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.pages import page
from tests.labelled.third.a_templates import drupal, spip
from tests.labelled.third.a_templates_apps import tables
from tests.labelled.third.a_templates_filler import follow, paras, teasers
from tests.labelled.wire import seen

_OLD = "http://www.crdp-vosges.fr/ressources/jardin.htm"
_HOP = "http://perso.labos-publics.fr/~martin/design.html"
_SCRIPT = "http://www.parc-des-marais.fr/fr/etude.php?id=31"
_LOGIN = "https://extranet.reseau-crd.fr/fiche/991"


def _refresh(target: str, content: str = "0; URL={}", text: str = "", title: str = "") -> bytes:
    return (
        f'<HTML><HEAD><TITLE>{title}</TITLE><META HTTP-EQUIV="Refresh" CONTENT="'
        f'{content.format(target)}"></HEAD><BODY>{text}</BODY></HTML>'
    ).encode("cp1252")


def _script(code: str) -> bytes:
    return f"<html><head><script type='text/javascript'>{code}</script></head></html>".encode()


CASES: tuple[Labelled, ...] = (
    Labelled(
        "an old educational page refreshes at once to its new address",
        "issue 3: a meta refresh to the same document is moved",
        _OLD,
        VerdictKind.MOVED,
        seen(_OLD, _refresh("http://www.reseau-canope-vosges.fr/ressources/jardin.html")),
        ("Le jardin au fil des saisons",),
        follow(
            "http://www.reseau-canope-vosges.fr/ressources/jardin.html",
            spip("Canopé Vosges", "Le jardin au fil des saisons", paras(_OLD)),
        ),
    ),
    Labelled(
        "a teacher announces in five seconds that the page has a new home",
        "issue 3: meta refresh to the document; relative address between quotes",
        _HOP,
        VerdictKind.MOVED,
        seen(
            _HOP,
            _refresh(
                "nouveau/design.html",
                "5;url='{}'",
                "<P>Cette page a d&eacute;m&eacute;nag&eacute;. Vous allez &ecirc;tre "
                "redirig&eacute; dans 5 secondes. <A HREF='nouveau/design.html'>Cliquez ici</A>.",
                "Redirection",
            ),
            headers={"content-type": "text/html"},
        ),
        ("Introduction au design de politiques publiques",),
        follow(
            "http://perso.labos-publics.fr/~martin/nouveau/design.html",
            tables(
                "Introduction au design de politiques publiques",
                "<H1>Introduction au design de politiques publiques</H1>" + paras(_HOP),
            ),
        ),
    ),
    Labelled(
        "an educational page refreshes to the home page of its successor",
        "issue 3: a redirect to a home page is soft_404, whatever the means",
        _OLD,
        VerdictKind.SOFT_404,
        seen(_OLD, _refresh("https://www.reseau-canope-vosges.fr/")),
        ("Le jardin au fil des saisons",),
        follow(
            "https://www.reseau-canope-vosges.fr/",
            spip("Canopé Vosges", "Accueil", teasers("canope", 10)),
        ),
    ),
    Labelled(
        "a lone script sends a study to its new address",
        "issue 3: a script redirect to the same document is moved",
        _SCRIPT,
        VerdictKind.MOVED,
        seen(
            _SCRIPT, _script('location.replace("https://parc-marais.org/etudes/courlis-cendre");')
        ),
        ("Le courlis cendré dans les marais : étude 2011-2016",),
        follow(
            "https://parc-marais.org/etudes/courlis-cendre",
            drupal("Parc des marais", "Étude : le courlis cendré dans les marais", paras(_SCRIPT)),
        ),
    ),
    Labelled(
        "a lone script sends a study to the new site's front",
        "french-web 2f: redirect to a language root, by script",
        _SCRIPT,
        VerdictKind.SOFT_404,
        seen(_SCRIPT, _script("window.location.href = 'https://parc-marais.org/fr/';")),
        ("Le courlis cendré dans les marais : étude 2011-2016",),
        follow(
            "https://parc-marais.org/fr/", drupal("Parc des marais", "Accueil", teasers("pm", 7))
        ),
    ),
    Labelled(
        "an extranet's script leads to its sign-on page",
        "french-web 2e: login redirect, path kept in returnUrl",
        _LOGIN,
        VerdictKind.RESTRICTED,
        seen(_LOGIN, _script("top.location='/connexion?returnUrl=%2Ffiche%2F991';")),
        ("Fiche d'expérience n° 991",),
        follow(
            "https://extranet.reseau-crd.fr/connexion?returnUrl=%2Ffiche%2F991",
            page(
                "Connexion",
                paragraphs=(
                    "<form method='post'><label>Identifiant</label><input name='u'><label>Mot de "
                    "passe</label><input type='password' name='p'><button>Entrer</button></form>",
                ),
                kb=10,
            ),
        ),
    ),
)
