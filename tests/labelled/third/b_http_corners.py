"""Refreshes, renames, consent walls, and redirects that never end."""

from __future__ import annotations

from perenne.domain.cases import AskKind
from perenne.domain.exchanges import Failure
from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third.b_templates import COOKIES, clutter, drupal, paras, sane, spip, wordpress
from tests.labelled.third.b_templates_press import daily
from tests.labelled.wire import failed, looks, seen

_FRAME = "http://www.ville-de-saint-aubin-les-bois.fr/histoire/moulin.htm"
_FRAME_NEW = "https://www.saint-aubin-les-bois.fr/patrimoine/le-moulin-a-tan/"
_HOME = "https://www.saint-aubin-les-bois.fr/"
_ACCENT = (
    "https://solidarites-sante.gouv.fr/actualites/presse/communiqu%C3%A9s-de-presse/article/"
    "cp-annonce-des-10-laureats"
)
_SANTE = _ACCENT.replace("solidarites-sante", "sante").replace("%C3%A9", "e")
_STRAT = "https://www.strategie.gouv.fr/actualites/innovation-publique-lance-projet-lab"
_STRAT_NEW = _STRAT.replace("strategie.gouv", "strategie-plan.gouv")
_CONSENT = "https://www.magazine-des-jardins.fr/dossiers/planter-une-haie"
_SLASH = "http://club-innovation-culture.fr/musees-et-mediation"
_SLASH_NEW = "https://www.club-innovation-culture.fr/musees-et-mediation/"
_MILL = "Le moulin à tan"
_REFRESH = (
    '<html><head><meta http-equiv="refresh" content="3; url={}"><title>Redirection</title></head>'
    "<body><p>Notre site a changé d'adresse.</p></body></html>"
)

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a town's old page refreshes to the same mill on its new site",
        fact="issue: a meta refresh to the same document is moved",
        url=_FRAME,
        expected=VerdictKind.MOVED,
        plain=seen(_FRAME, _REFRESH.format(_FRAME_NEW).encode("cp1252"), headers={"server": ""}),
        titles=(_MILL,),
        answers={
            **sane(_FRAME_NEW),
            AskKind.FOLLOW: seen(
                _FRAME_NEW, wordpress(_MILL, paras(_FRAME_NEW), site="Saint-Aubin-les-Bois")
            ),
        },
    ),
    Labelled(
        name="a town's old page refreshes to the home page of its new site",
        fact="french-web 2f: from a deep path to the root; the refresh is a redirect too",
        url=_FRAME,
        expected=VerdictKind.SOFT_404,
        plain=seen(_FRAME, _REFRESH.format(_HOME).encode("cp1252")),
        titles=(_MILL,),
        answers={
            AskKind.FOLLOW: seen(
                _HOME, wordpress("Accueil", paras("accueil", 3), site="Saint-Aubin-les-Bois")
            )
        },
    ),
    Labelled(
        name="a town's old home refreshes to its new home",
        fact="issue: home page to the new home page is moved",
        url="http://www.ville-de-saint-aubin-les-bois.fr/",
        expected=VerdictKind.MOVED,
        plain=seen(
            "http://www.ville-de-saint-aubin-les-bois.fr/", _REFRESH.format(_HOME).encode("cp1252")
        ),
        titles=("Ville de Saint-Aubin-les-Bois",),
        answers={
            AskKind.FOLLOW: seen(
                _HOME, wordpress("Accueil", paras("accueil", 3), site="Saint-Aubin-les-Bois")
            )
        },
    ),
    Labelled(
        name="the ministry of health takes an accent out of a path and changes its name",
        fact="french-web 2b: renamed sante.gouv.fr, same slug; IRIs are sent encoded",
        url=_ACCENT,
        expected=VerdictKind.MOVED,
        plain=seen(
            _SANTE,
            spip("Annonce des 10 lauréats du Health Data Hub", paras(_SANTE, 4), site="Santé"),
            via=((_ACCENT, 301), (_ACCENT.replace("%C3%A9", "e"), 301)),
        ),
        titles=("Annnonce des 10 Lauréats de l'appel à projet du Health Data Hub",),
        answers=sane(_SANTE),
    ),
    Labelled(
        name="France Stratégie became a high commission and kept its news",
        fact="french-web 2b: 301 host change, same path",
        url=_STRAT,
        expected=VerdictKind.MOVED,
        plain=seen(
            _STRAT_NEW,
            drupal("Innovation publique : le projet Lab", paras(_STRAT), site="Haut-commissariat"),
            via=((_STRAT, 301),),
        ),
        titles=("France Stratégie",),
        answers=sane(_STRAT_NEW),
    ),
    Labelled(
        name="a garden magazine hides its page under a consent wall with the right title",
        fact="issue: a consent wall that shows the right title is ok",
        url=_CONSENT,
        expected=VerdictKind.OK,
        plain=seen(
            _CONSENT,
            f"<!DOCTYPE html><html lang='fr'><head><meta charset='utf-8'><title>Planter une haie - "
            f"Magazine des jardins</title>{clutter(40)}</head><body>{COOKIES}<div><h1>Planter une "
            "haie</h1><p>Accepter les cookies ou s’abonner pour 2 € par mois sans publicité.</p>"
            "</div></body></html>".encode(),
        ),
        titles=("Planter une haie",),
        answers=sane(_CONSENT),
    ),
    Labelled(
        name="the culture club adds https, www and a slash",
        fact="issue: http→https, www or a trailing slash is ok",
        url=_SLASH,
        expected=VerdictKind.OK,
        plain=seen(
            _SLASH_NEW,
            daily(
                "Musées et médiation",
                paras(_SLASH),
                site="Club innovation et culture",
                foot="Adhérer",
            ),
            via=((_SLASH, 301), (_SLASH.replace("http:", "https:"), 301)),
        ),
        titles=("Musées et médiation",),
        answers=sane(_SLASH_NEW),
    ),
    Labelled(
        name="a garden magazine turns in circles between two addresses",
        fact="design 2: redirects that never end",
        url=_CONSENT,
        expected=VerdictKind.REDIRECT_LOOP,
        plain=failed(
            _CONSENT,
            Failure.REDIRECT_LOOP,
            via=((_CONSENT, 302), (_CONSENT + "/?c=1", 302), (_CONSENT, 302)),
        ),
        titles=("Planter une haie",),
        answers=looks(second=failed(_CONSENT, Failure.REDIRECT_LOOP, via=((_CONSENT, 302),))),
    ),
)
