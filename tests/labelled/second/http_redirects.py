"""Redirects: 307, 308, to home pages, loops, odd addresses."""

from __future__ import annotations

from perenne.domain.exchanges import Failure
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.second.templates_other import drupal, spip
from tests.labelled.second.templates_other_old import tables
from tests.labelled.wire import absent, failed, looks, seen

_OLD = "http://www.cc-deux-rives.fr"


_NEW = "https://www.deux-rives-agglo.fr"


_SOLID = "https://solidarites-sante.gouv.fr/actualites/presse"


_HOME = drupal("Deux Rives Agglo", site="Accueil", kb=60)


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="308 to the same document on the new host",
        fact="design §2: permanently redirected to the same document",
        url=f"{_OLD}/dechets/calendrier-de-collecte",
        expected=V.MOVED,
        plain=seen(
            f"{_NEW}/dechets/calendrier-de-collecte",
            drupal("Calendrier de collecte", site="Deux Rives Agglo"),
            via=((f"{_OLD}/dechets/calendrier-de-collecte", 308),),
        ),
        titles=("Calendrier de collecte des déchets",),
        answers=looks(sibling=absent(f"{_NEW}/dechets/calendrier-de-collecte")),
    ),
    Labelled(
        name="308 from http to https with www and a slash",
        fact="issue conventions: http→https, www or a trailing slash on the same page: ok",
        url="http://deux-rives-agglo.fr/eau/tarifs",
        expected=V.OK,
        plain=seen(
            f"{_NEW}/eau/tarifs/",
            drupal("Tarifs de l'eau", site="Deux Rives Agglo"),
            via=(
                ("http://deux-rives-agglo.fr/eau/tarifs", 308),
                ("https://deux-rives-agglo.fr/eau/tarifs", 308),
                (f"{_NEW}/eau/tarifs", 308),
            ),
        ),
        titles=("Tarifs de l'eau",),
        answers=looks(sibling=absent(f"{_NEW}/eau/tarifs/")),
    ),
    Labelled(
        name="307 to a copy of the same page under a session address",
        fact="issue conventions: temporary redirects to the same page: ok",
        url=f"{_NEW}/deliberations/2018-114",
        expected=V.OK,
        plain=seen(
            f"{_NEW}/deliberations/2018-114;jsessionid=4F2A",
            drupal("Délibération 2018-114 : assainissement", site="Deux Rives Agglo"),
            via=((f"{_NEW}/deliberations/2018-114", 307),),
        ),
        titles=("Délibération 2018-114",),
        answers=looks(sibling=absent(f"{_NEW}/deliberations/2018-114")),
    ),
    Labelled(
        name="an old home page moved to the new home page",
        fact="issue conventions: home page to the new home page: moved",
        url=f"{_OLD}/",
        expected=V.MOVED,
        plain=seen(f"{_NEW}/", _HOME, via=((f"{_OLD}/", 301),)),
        titles=("Communauté de communes des Deux Rives",),
    ),
    Labelled(
        name="a deep page sent to the new home page",
        fact="french-web 2f: to the root from a deep path",
        url=f"{_OLD}/culture/saison-2017",
        expected=V.SOFT_404,
        plain=seen(f"{_NEW}/", _HOME, via=((f"{_OLD}/culture/saison-2017", 301),)),
        titles=("Saison culturelle 2017",),
        answers=looks(sibling=seen(f"{_NEW}/", _HOME, via=((f"{_OLD}/culture/kqz", 301),))),
    ),
    Labelled(
        name="redirects between two addresses that never end",
        fact="design §2: redirect_loop",
        url="https://intranet-ouvert.sdis-val.fr/doc/12",
        expected=V.REDIRECT_LOOP,
        plain=failed(
            "https://intranet-ouvert.sdis-val.fr/doc/12",
            Failure.REDIRECT_LOOP,
            via=(
                ("https://intranet-ouvert.sdis-val.fr/doc/12", 302),
                ("https://intranet-ouvert.sdis-val.fr/set-cookie?to=/doc/12", 302),
            ),
        ),
        titles=("Règlement opérationnel",),
    ),
    Labelled(
        name="a loop that ends once its cookie is kept",
        fact="issue: cookie-gated loops that end when cookies are kept",
        url="https://www.sdis-val.fr/doc/13",
        expected=V.OK,
        plain=seen(
            "https://www.sdis-val.fr/doc/13",
            drupal("Schéma d'analyse des risques", site="SDIS du Val"),
            via=(
                ("https://www.sdis-val.fr/doc/13", 302),
                ("https://www.sdis-val.fr/cookie-check?r=%2Fdoc%2F13", 302),
            ),
            headers={"set-cookie": "seen=1; path=/"},
        ),
        titles=("Schéma d'analyse des risques",),
        answers=looks(sibling=absent("https://www.sdis-val.fr/doc/13")),
    ),
    Labelled(
        name="a redirect with an empty Location",
        fact="issue: empty Location; the answer leads nowhere",
        url="http://www.biblio-cantonale.fr/redir.asp?id=9",
        expected=V.SERVER_ERROR,
        plain=failed("http://www.biblio-cantonale.fr/redir.asp?id=9", Failure.REDIRECT_INVALID),
        titles=("Catalogue cantonal",),
        accepted=also(V.REDIRECT_LOOP, V.DOUBTFUL, V.NOT_FOUND, V.SOFT_404),
    ),
    Labelled(
        name="an accented path sent to the site's own spelling on its new host",
        fact="french-web 2b: communiqués → communiques, solidarites-sante → sante; slug is kept",
        url=f"{_SOLID}/communiqu%C3%A9s-de-presse/article/cp-annonce-des-10-laureats",
        expected=V.MOVED,
        plain=seen(
            "https://sante.gouv.fr/actualites/presse/communiques-de-presse/article/"
            "cp-annonce-des-10-laureats",
            spip("Annonce des 10 lauréats du Health Data Hub", site="Ministère de la santé"),
            via=(
                (
                    f"{_SOLID}/communiqu%C3%A9s-de-presse/article/cp-annonce-des-10-laureats",
                    301,
                ),
            ),
        ),
        titles=("Annnonce des 10 Lauréats de l'appel à projets du Health Data Hub",),
        answers=looks(
            sibling=absent(
                "https://sante.gouv.fr/actualites/presse/communiques-de-presse/article/"
                "cp-annonce-des-10-laureats"
            )
        ),
    ),
    Labelled(
        name="an accented host and path of an old site",
        fact="issue: hosts in IDNA, IRIs; an ordinary living page",
        url="http://xn--lavoirs-du-bl-nhb.fr/%e2%80%89lavoirs%e2%80%89/%C3%A9t%C3%A9.htm",
        expected=V.OK,
        plain=seen(
            "http://xn--lavoirs-du-bl-nhb.fr/%e2%80%89lavoirs%e2%80%89/%C3%A9t%C3%A9.htm",
            tables("Les lavoirs en été"),
            headers={"content-type": "text/html"},
        ),
        titles=("Les lavoirs en été",),
    ),
)
