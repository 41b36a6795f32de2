"""Domains for sale, parked, squatted, or never furnished; and pages that speak of such things."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import article, bare, page
from tests.labelled.wire import absent, looks, seen

URL = "http://www.performance-en-sante.fr/fileadmin/user_upload/Actes/synthese-2017.html"
TITLE = "Comment innover pour adapter nos organisations aux enjeux de santé de demain ?"
FACT = "french-web 2f parked"
LIVE = "https://www.carnet-des-territoires.fr/habitat/"


def parked(name: str, fact: str, body: bytes, *more: V, target: str = "") -> Labelled:
    """A domain that nobody lives in."""
    exchange = (
        seen(target, body, via=[(URL, 302)])
        if target
        else seen(URL, body, headers={"server": "openresty"})
    )
    return Labelled(
        name,
        f"{FACT}: {fact}",
        URL,
        V.PARKED,
        exchange,
        (TITLE,),
        looks(sibling=seen(URL + "x", body)),
        also(*more),
    )


def alive(name: str, fact: str, slug: str, title: str, *texts: str, **dress: object) -> Labelled:
    """A living page with words of parked ones."""
    url = LIVE + slug
    return Labelled(
        name,
        f"{FACT}, living: {fact}",
        url,
        V.OK,
        seen(url, article(title, texts, **dress)),
        (title,),
        looks(sibling=absent(url)),
    )


LANDER = (
    b"<!DOCTYPE "
    b'html><html><head><script>window.onload=function(){window.location.href="/'
    b'lander"}</script></head></html>'
)
ADS = (
    "<p>performance-en-sante.fr</p><h3>Related "
    "searches</h3><ul><li>Mutuelle</li><li>Clinique</li></ul><p>Sponsored "
    "listings</p>"
)
CASINO = (
    (
        "Meilleur casino en ligne : 200 tours gratuits dès l'inscription, machines à "
        "sous et paris sportifs sans dépôt."
    ),
    (
        "Slot gacor, roulette en direct, bonus de bienvenue de 500 €. Jouez au "
        "blackjack avec de vrais croupiers."
    ),
    "Les casinos fiables acceptent les retraits instantanés. Pariez ce soir sur la Ligue 1.",
)
SLOTS = (
    "Daftar situs slot gacor terpercaya hari ini, bonus new member 100%.",
    "Judi online, togel, live casino, taruhan bola dengan deposit pulsa.",
) * 4

CASES = (
    parked(
        "a Sedo frame",
        "sedoparking.com",
        bare(
            "performance-en-sante.fr",
            '<iframe src="https://sedoparking.com/frmpark/performance-en-sante.fr"></iframe>',
        ),
    ),
    parked(
        "a redirect to HugeDomains",
        "hugedomains.com",
        page("PerformanceEnSante.com is for sale", paragraphs=("Buy now for $2,895.",), lang="en"),
        target="https://www.hugedomains.com/domain_profile.cfm?d=performance-en-sante.com",
    ),
    parked(
        "a script of ParkingCrew",
        "parkingcrew.net",
        bare(
            "performance-en-sante.fr", ADS + '<script src="//d1.parkingcrew.net/park.js"></script>'
        ),
    ),
    parked(
        "a Bodis page",
        "bodis.com",
        bare("", '<div id="target"></div><script src="https://www.bodis.com/js/p.js"></script>'),
    ),
    parked(
        "a link to Dan",
        "dan.com in an attribute",
        bare(
            "performance-en-sante.fr",
            (
                "Le nom vous plaît ? <a "
                'href="https://dan.com/buy-domain/performance-en-sante.fr">Faites une offre</a>'
            ),
        ),
    ),
    parked("a GoDaddy lander", 'window.location.href="/lander"', LANDER),
    parked(
        "a GoDaddy parking script",
        "img1.wsimg.com/parking",
        bare(
            "performance-en-sante.fr",
            '<div id="root"></div><script src="https://img1.wsimg.com/parking-lander/static/js/main.js"></script>',
        ),
    ),
    parked(
        "an adblock key on the html element",
        "data-adblockkey",
        (
            b"<html "
            b'data-adblockkey="MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJB"><head><title>performance-en-sante.fr</'
            b"title></head><body>"
        )
        + ADS.encode()
        + b"</body></html>",
    ),
    parked(
        "for sale in French",
        "ce nom de domaine est à vendre",
        bare(
            "performance-en-sante.fr",
            "<h1>Ce nom de domaine est à vendre !</h1><p>Contactez son propriétaire.</p>",
            lang="fr",
        ),
    ),
    parked(
        "for sale in French, with capitals and a no-break space",
        "nom de domaine à vendre; case",
        bare(
            "NOM DE DOMAINE À VENDRE",
            "<h1>performance-en-sante.fr</h1><p>Achetez ce domaine dès 390\u00a0€.</p>",
            lang="fr",
        ),
    ),
    parked(
        "expired in French",
        "ce domaine a expiré",
        bare(
            "Domaine expiré",
            "<p>Ce domaine a expiré. Son titulaire peut encore le renouveler.</p>",
            lang="fr",
        ),
    ),
    parked(
        "for sale in English",
        "this domain may be for sale",
        bare(
            "performance-en-sante.fr",
            "<p>This domain may be for sale. Make an offer on this domain.</p>",
        ),
    ),
    parked(
        "parked free",
        "parked free, courtesy of GoDaddy",
        bare(
            "performance-en-sante.fr", "<p>This Web page is parked FREE, courtesy of GoDaddy.</p>"
        ),
    ),
    parked(
        "weak signs in number",
        "≥ 3 weak words in < 1 200 characters",
        bare("performance-en-sante.fr", ADS + "<p>This domain is parked by its owner.</p>"),
    ),
)
