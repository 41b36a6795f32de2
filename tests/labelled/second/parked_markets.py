"""Domains for sale or parked: by hosts in attributes and redirects, by phrases, by both."""

from __future__ import annotations

from dataclasses import replace

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.second.templates_parked import frameset, lander, market
from tests.labelled.second.templates_walls import cloudflare_challenge
from tests.labelled.wire import beside, looks, seen

RELATED = ("Formation continue", "Bilan de compétences", "Assurance mairie", "Crédit pas cher")
HOSTS = "french-web 2f: parked, by hosts in attributes or redirect targets"
TEXT = "french-web 2f: parked, by phrases"


def _sold(
    name: str,
    url: str,
    body: bytes,
    title: str = "",
    *,
    fact: str = HOSTS,
    via: str = "",
    status: int = 200,
    headers: dict[str, str] | None = None,
    accepted: frozenset[V] = frozenset(),
) -> Labelled:
    plain: Exchange = seen(
        via or url, body, status, headers=headers, via=((url, 302),) if via else ()
    )
    sibling = replace(plain, hops=(*plain.hops[:-1], replace(plain.last, url=via or beside(url))))
    return Labelled(
        name,
        fact,
        url,
        V.PARKED,
        plain,
        (title,) if title else (),
        looks(sibling=sibling, browser=plain, second=plain),
        accepted,
    )


CASES: tuple[Labelled, ...] = (
    _sold(
        "a mistyped review's host on Sedo, in French",
        "https://www.horizonpublics.fr/numerique/design-fiction-du-design",
        market(
            "horizonpublics.fr",
            "Ce nom de domaine est à vendre ! Le propriétaire du domaine "
            "vous invite à faire une offre.",
            lang="fr",
            links=RELATED,
            src="https://sedoparking.com/frmpark/horizonpublics.fr/search.js",
        ),
        "Design fiction : du design des politiques publiques",
    ),
    _sold(
        "a gazette's typo that runs to /lander",
        "http://www.lgazettedescommunes.com/517311/faire-du-design/?abo=1",
        lander(),
        "Faire du design de service public, oui, mais comment ?",
        fact='french-web 2f: window.location.href="/lander"',
    ),
    _sold(
        "a redirect to HugeDomains",
        "http://www.universite-ete-performance.com/actes/2017",
        market(
            "UniversiteEtePerformance.com",
            "is for sale. $2,895. Buy now or start payment plan",
            title="UniversiteEtePerformance.com is for sale | HugeDomains",
            kb=30,
        ),
        "Actes de l'université d'été",
        via="https://www.hugedomains.com/domain_profile.cfm?d=uep",
    ),
    _sold(
        "a redirect to HugeDomains, which challenges us there",
        "http://www.labo-des-possibles.com/charte",
        cloudflare_challenge(),
        "Charte du labo",
        via="https://www.hugedomains.com/domain_profile.cfm?d=labo-des-possibles",
        status=403,
        headers={"cf-mitigated": "challenge", "server": "cloudflare"},
        accepted=also(V.BLOCKED),
    ),
    _sold(
        "a redirect to dan.com",
        "https://www.design-territorial.org/guide",
        market(
            "design-territorial.org", "The domain name design-territorial.org is for sale!", kb=20
        ),
        "Guide du design territorial",
        via="https://dan.com/buy-domain/design-territorial.org?redirected=true",
    ),
    _sold(
        "data-adblockkey and related searches of Bodis",
        "http://forum-habitants.net/compte-rendu",
        market(
            "forum-habitants.net",
            "Related Searches",
            attributes=' data-adblockkey="MFwwDQYJ"',
            links=RELATED,
            src="https://www.bodis.com/js/p.js",
        ),
        "Forum des habitants",
    ),
    _sold(
        "ParkingCrew's script in a page without a word",
        "http://www.tiers-lieux-du-val.com/",
        market(
            "tiers-lieux-du-val.com",
            "",
            links=("Coworking", "Bureaux", "Location"),
            src="https://d38psrni17bvxu.cloudfront.net/x.js",
            head='<script src="//www.parkingcrew.net/jsparkcaf.php?regcn=1"></script>',
        ),
        "Tiers-lieux du Val",
    ),
    _sold(
        "GoDaddy's parking lander",
        "http://www.fabriquecitoyenne-vexin.com/ateliers",
        b'<!doctype html><html data-adblockkey="MFww" '
        b'lang="en"><head><title>fabriquecitoyenne</tit'
        b"le><script "
        b'src="https://img1.wsimg.com/parking-lander/static/js/main.d9ebf4.js"></script>'
        b'</head><body><div id="root"></div></body></html>',
        "Les ateliers de la fabrique",
    ),
    _sold(
        "a frame around ParkLogic",
        "http://urbanisme-et-vous.com/cartes/2016.html",
        frameset("urbanisme-et-vous.com", "http://parklogic.com/f?d=urbanisme-et-vous.com"),
        "Cartes 2016",
        headers={"content-type": "text/html"},
    ),
    _sold(
        "a meta refresh to a market",
        "http://clubinnovateurs.org/lettre/12",
        b'<html><head><meta http-equiv="refresh" content="0;url=https://www.afternic.com/forsale/'
        b'clubinnovateurs.org"></head><body></body></html>',
        "Lettre du club",
    ),
    _sold(
        "achetez ce domaine, by a broker that nobody knows",
        "http://www.agora-rurale.fr/debats",
        market(
            "agora-rurale.fr",
            "Achetez ce domaine. Réponse sous 24 heures, transfert compris.",
            lang="fr",
            title="agora-rurale.fr – nom de domaine à vendre",
        ),
        "Débats",
        fact=TEXT,
    ),
    _sold(
        "ce domaine a expiré, at a registrar",
        "https://www.assises-du-bourg.fr/2018/programme",
        market(
            "assises-du-bourg.fr",
            "Ce domaine a expiré. Si vous en êtes le titulaire, vous "
            "pouvez encore le renouveler auprès de votre bureau d'enregistrement.",
            lang="fr",
        ),
        "Programme des assises",
        fact=TEXT,
    ),
    _sold(
        "may be for sale, with sponsored listings",
        "http://www.ruralhubs.info/papers/3",
        market(
            "ruralhubs.info",
            "This domain may be for sale by its owner! Sponsored listings",
            links=RELATED,
        ),
        "Rural hubs, paper 3",
        fact=TEXT,
    ),
    _sold(
        "parked free, courtesy of GoDaddy",
        "http://www.smallplaces.co/toolkit",
        market("smallplaces.co", "This web page is parked FREE, courtesy of GoDaddy.com."),
        "Small places toolkit",
        fact=TEXT,
    ),
    _sold(
        "an offer on a premium name at Atom",
        "https://civicloop.com/articles/night-bus",
        market(
            "CivicLoop.com",
            "Make an offer on this domain. Trusted by 300,000 customers.",
            head='<link rel="canonical" href="https://www.atom.com/name/CivicLoop">',
            src="https://www.squadhelp.com/assets/lander.js",
            kb=25,
        ),
        "The night bus",
    ),
)
