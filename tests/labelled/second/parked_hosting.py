"""What hosts show where a site was: default pages, suspended accounts, placeholders."""

from __future__ import annotations

from perenne.domain.exchanges import Failure
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.prose import prose
from tests.labelled.second.templates_parked import (
    APACHE,
    NGINX,
    OVH,
    PLESK,
    SUSPENDED,
    default_page,
    listing,
)
from tests.labelled.second.templates_press import SPIP, WORDPRESS, build
from tests.labelled.second.templates_press_site import sane
from tests.labelled.wire import beside, failed, looks, seen

HOST = "french-web 2f: default pages of French hosts; issue: a hosting default page is parked"


def _default(
    name: str,
    url: str,
    body: bytes,
    title: str = "",
    *,
    fact: str = HOST,
    expected: V = V.PARKED,
    accepted: frozenset[V] = frozenset(),
    via: str = "",
    headers: dict[str, str] | None = None,
) -> Labelled:
    plain = seen(via or url, body, via=((url, 302),) if via else (), headers=headers)
    sibling = seen(via or beside(url), body, via=((beside(url), 302),) if via else ())
    return Labelled(
        name,
        fact,
        url,
        expected,
        plain,
        (title,) if title else (),
        looks(sibling=sibling, browser=plain, second=plain),
        accepted,
    )


LATIN = {"content-type": "text/html", "server": "Apache"}
GANDI = default_page(
    "Ce nom de domaine est enregistré chez Gandi",
    "petites-fabriques.org",
    "<p>Ce nom de domaine est enregistré chez Gandi. Vous en êtes le propriétaire ? Connectez-vous "
    'pour créer votre site.</p><a href="https://www.gandi.net/fr">gandi.net</a>',
)
IONOS = default_page(
    "Ce domaine vient d'être enregistré",
    "Ce domaine vient d'être enregistré.",
    "<p>IONOS. Mettez en ligne votre site dès maintenant.</p>",
    kb=10,
)
DEFAUT = default_page(
    "Defaut website page",
    "Votre site n'est pas encore en ligne",
    "<p>Defaut website page</p>",
    charset="iso-8859-1",
    kb=1,
)
LWS = default_page(
    "LWS - Nom de domaine réservé",
    "Ce nom de domaine a été réservé par un client de LWS",
    "<p>Hébergement web, nom de domaine, serveur dédié. Le site n'est pas encore disponible.</p>",
)
SUSPENDU = default_page(
    "Compte suspendu",
    "Compte suspendu",
    "<p>L'hébergement de ce site a été suspendu. Veuillez "
    "contacter votre hébergeur pour plus d'informations.</p>",
    charset="windows-1252",
    kb=1,
)
SOON = default_page(
    "Site en construction",
    "Site en construction",
    "<p>Notre site arrive bientôt. Revenez nous voir !</p>",
    kb=2,
)
OVH_BUILD = default_page(
    "Site en construction",
    "Site en construction",
    "<p>Ce site est en construction. Hébergé par "
    'OVH. <a href="https://www.ovh.com/fr/">OVH, hébergement web</a></p>',
)
TLS = "https://www.ateliers-de-la-saulx.eu/fiches/12"

CASES: tuple[Labelled, ...] = (
    _default(
        "congratulations from OVH",
        "http://www.performance-rurale.org/",
        OVH,
        "Actes de l'université d'été",
    ),
    _default(
        "a name registered at Gandi",
        "https://petites-fabriques.fr/la-27-quoi/",
        GANDI,
        "Petites fabriques",
    ),
    _default(
        "a domain just registered at IONOS",
        "http://colloque-bourgs.net/",
        IONOS,
        "Colloque des bourgs vivants",
    ),
    _default(
        "Defaut website page, in Latin-1",
        "http://cooperative-des-toits.org/projet.htm",
        DEFAUT,
        "La coopérative des toits",
        headers=LATIN,
    ),
    _default(
        "a name reserved at LWS",
        "http://association-halle.fr/bilan",
        LWS,
        "La halle",
        fact=HOST + ": LWS",
    ),
    _default(
        "Plesk's page without a site", "https://reseau-mairies.com/", PLESK, "Le réseau des mairies"
    ),
    _default(
        "It works, on Debian",
        "http://labo.cc-saulx.fr/",
        APACHE,
        "Le labo de la Saulx",
        headers={"server": "Apache/2.4.57 (Debian)"},
    ),
    _default(
        "a bare It works",
        "http://ancien.serveur-cdg.fr/doc/index.html",
        b"<html><body><h1>It works!</h1></body></html>\n",
        "Documentation du centre",
    ),
    _default("welcome to nginx", "http://concertation-tram.fr/", NGINX, "Concertation du tram"),
    _default(
        "an empty list of files at the root",
        "http://urba-carto.fr/",
        listing("/", ("cgi-bin/",)),
        "Urba carto",
        accepted=also(V.DOUBTFUL),
    ),
    _default(
        "an account suspended by cPanel, by a redirect",
        "https://www.villages-apprenants.fr/ressources/fiche-3",
        SUSPENDED,
        "Fiche 3 : la veillée",
        via="https://www.villages-apprenants.fr/cgi-sys/suspendedpage.cgi",
    ),
    _default(
        "a compte suspendu in windows-1252",
        "http://www.radio-des-cantons.fr/podcast/88",
        SUSPENDU,
        "Radio des cantons, émission 88",
        headers=LATIN,
    ),
    _default(
        "OVH's own site en construction",
        "http://www.maison-des-savoirs.eu/",
        OVH_BUILD,
        "Programme de la maison des savoirs",
        accepted=also(V.DOUBTFUL, V.SOFT_404),
    ),
    _default(
        "a site that is being built and names no host",
        "https://www.fete-des-haies.net/2018",
        SOON,
        "Fête des haies 2018 : le bilan",
        expected=V.DOUBTFUL,
        accepted=also(V.SOFT_404),
        fact="french-web 2f: site en construction is a placeholder, not parked",
    ),
    _default(
        "a WordPress that is coming soon at its home",
        "https://www.academie-des-bourgs.com/",
        default_page(
            "Coming Soon",
            "Under construction",
            "<p>We're working on something great. Stay tuned!</p>",
            lang="en",
            kb=12,
        ),
        "Académie des bourgs",
        expected=V.DOUBTFUL,
        accepted=also(V.SOFT_404, V.OK, V.PARKED),
        fact="french-web 2f: under construction is a placeholder",
    ),
    Labelled(
        "a wrong certificate with Plesk's page behind it",
        "issue: a bad certificate is tls, with what lies behind it in the note",
        TLS,
        V.TLS,
        failed(TLS, Failure.TLS_WRONG_NAME),
        ("Fiche 12",),
        looks(unverified=seen(TLS, PLESK), second=failed(TLS, Failure.TLS_WRONG_NAME)),
        also(V.PARKED),
    ),
    Labelled(
        "a school whose new building is under construction",
        "french-web 2f: the words speak of a building",
        "https://www.mairie-ardes.fr/projets/ecole-en-construction",
        V.OK,
        seen(
            "https://www.mairie-ardes.fr/projets/ecole-en-construction",
            build(
                SPIP, "École en construction : le chantier avance", prose("ecole", 3), site="Ardes"
            ),
        ),
        ("École en construction",),
        sane("https://www.mairie-ardes.fr/projets/ecole-en-construction"),
    ),
    Labelled(
        "a directory of records that is the resource cited",
        "french-web 2f: Index of / is a default page at a root; here the files are the thing",
        "https://ftp.geo-communes.eu/pub/cadastre/2018/",
        V.OK,
        seen(
            "https://ftp.geo-communes.eu/pub/cadastre/2018/",
            listing(
                "/pub/cadastre/2018",
                tuple(f"cadastre-{n:05d}-parcelles.json.gz" for n in range(1001, 1180)),
            ),
        ),
        ("Cadastre 2018 : fichiers des parcelles",),
        sane("https://ftp.geo-communes.eu/pub/cadastre/2018/"),
    ),
    Labelled(
        "a short notice: our site is being rebuilt, here is the programme",
        "french-web 2f: a living page that says en construction in passing",
        "https://www.foyer-rural-lussac.fr/programme",
        V.OK,
        seen(
            "https://www.foyer-rural-lussac.fr/programme",
            build(
                WORDPRESS,
                "Programme du foyer rural",
                (
                    "Notre nouveau site est en construction, merci de votre patience.",
                    "Lundi : poterie. Mardi : chorale. Jeudi : échecs et jardinage.",
                    *prose("foyer", 1),
                ),
                site="Foyer rural",
            ),
        ),
        ("Programme du foyer rural de Lussac",),
        sane("https://www.foyer-rural-lussac.fr/programme"),
    ),
)
