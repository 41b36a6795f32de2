"""Domains for sale, parked or unconfigured, and living pages that resemble them."""

import pytest
from tests.rules.made_pages import bare, case, page, redirected, served, settle

from perenne.domain.verdicts import VerdictKind

URL = "https://www.horizonpublics.fr/numerique/design-fiction"
HOME = "https://www.horizonpublics.fr/"

SOLD = {
    "by a script's host": bare("x", '<script src="https://img.sedoparking.com/js/j.js"></script>'),
    "by a frame's host": bare("x", '<iframe src="//www.hugedomains.com/d"></iframe>'),
    "by a link on a short page": bare(
        "x", '<a href="https://www.afternic.com/forsale/x">Offre</a>'
    ),
    "by its mark": b'<html data-adblockkey="MFww"><body><div id="target"></div></body></html>',
    "by its lander": b'<html><script>window.location.href="/lander"</script></html>',
    "by its picture": bare("x", '<img src="https://img1.wsimg.com/parking-lander/a.png">'),
}
PHRASES = [
    "Ce nom de domaine est à vendre",
    "Le nom de domaine horizonpublics.fr est à vendre !",
    "Nom de domaine à vendre",
    "Achetez ce domaine",
    "Acheter ce nom de domaine",
    "Ce domaine a expiré",
    "Domaine parqué",
    "horizonpublics.fr : ce domaine est à vendre",
    "This domain is for sale",
    "This domain name may be for sale",
    "Buy this domain",
    "Parked Free, courtesy of GoDaddy.com",
    "Make an offer on this domain",
    "This domain is parked",
    "horizonpublics.fr — Related searches — Sponsored listings",
]
DEFAULTS = [
    "Welcome to nginx!",
    "Apache2 Debian Default Page: It works",
    "It works!",
    "Félicitations ! Votre domaine a bien été créé chez OVH",
    "Ce nom de domaine est enregistré chez Gandi",
    "Ce domaine vient d’être enregistré",
    "Plesk Default Page",
    "Web Server's Default Page",
    "Domain Default page",
    "Default Parallels Plesk Panel Page",
    "Page par défaut du serveur Web",
    "Welcome to nginx on Debian!",
    "Welcome to OpenResty!",
    "Bienvenue sur nginx",
    "Test Page for the Nginx HTTP Server on Fedora",
    "Apache HTTP Server Test Page powered by CentOS",
    "Apache2 Ubuntu Default Page: It works",
    "IIS Windows Server",
    "IIS7",
    "Microsoft Internet Information Services 8",
    "This site does not currently have a default page.",
    "There is no Web site at this address.",
    "Default Web Site Page",
    "Ce nom de domaine a été réservé chez LWS",
    "Le domaine horizonpublics.fr est enregistré par IONOS",
    "Votre site est hébergé par LWS",
    "Bienvenue sur votre hébergement OVH",
    "This domain name has been registered with Gandi.net",
    "Site non installé",
    "Compte suspendu",
    "This Account has been suspended",
    "Index of /",
]


@pytest.mark.parametrize("name", SOLD)
def test_a_domain_for_sale_is_known_by_the_hosts_it_leans_on(name: str) -> None:
    """In attributes, as a browser would follow them."""
    verdict = served(URL, SOLD[name])
    assert (verdict.kind, verdict.code) == (VerdictKind.PARKED, "parked_host")


def test_a_redirect_to_a_seller_of_domains_is_parked() -> None:
    """Not merely lost: someone else has the name."""
    end = "https://www.hugedomains.com/domain_profile.cfm?d=horizonpublics"
    verdict = settle(case(URL, redirected(URL, end, page("HugeDomains"), 302)))
    assert (verdict.kind, verdict.evidence[0].fact) == (VerdictKind.PARKED, "www.hugedomains.com")


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_domain_for_sale_is_known_by_what_it_says(phrase: str) -> None:
    """A short page, wherever the phrase stands."""
    verdict = served(URL, bare("", f"<h2>{phrase}</h2><p>Contactez-nous.</p>"))
    assert (verdict.kind, verdict.code) == (VerdictKind.PARKED, "parked_phrase")


@pytest.mark.parametrize("title", DEFAULTS)
def test_a_site_nobody_has_set_up_is_parked(title: str) -> None:
    """The page of a server, a host, a suspended account."""
    verdict = served(HOME, bare(title, f"<h1>{title}</h1>"))
    assert (verdict.kind, verdict.code) == (VerdictKind.PARKED, "hosting_default_page")


def test_a_site_under_construction_is_only_doubtful() -> None:
    """Someone is at work there."""
    verdict = served(HOME, bare("Site en construction", "<h1>Site en construction</h1>"))
    assert (verdict.kind, verdict.code) == (VerdictKind.DOUBTFUL, "placeholder")


LIVING = {
    "a wine estate": page(
        "Bordeaux : ce domaine est à vendre", body="<p>Douze hectares de vignes.</p>", sentences=4
    ),
    "an article on domain names": page(
        "Que faire si le nom de domaine de la commune est à vendre ?", sentences=30
    ),
    "an article with a link to a seller": page(
        body='<p>Voir <a href="https://sedo.com/fr/">Sedo</a>.</p>', sentences=30
    ),
    "a page on jordan.com": page(body='<a href="https://www.jordan.com/">x</a>', sentences=2),
    "an article on nginx": page("Welcome to nginx : débuter avec un serveur", sentences=30),
    "a short note on IIS": page("Migrer un site : IIS Windows Server ou Apache", sentences=4),
    "a registered land": page("Le domaine skiable est réservé aux piétons", sentences=4),
    "a works' notice": page("Le pont est en construction", sentences=3),
    "a listing of files": bare("Index of /docs/2019", "<h1>Index of /docs/2019</h1><a>a.pdf</a>"),
}


@pytest.mark.parametrize("name", LIVING)
def test_a_living_page_that_resembles_them_is_alive(name: str) -> None:
    """Words alone, on a page with something to say."""
    assert served(URL, LIVING[name]).kind is VerdictKind.OK


def test_a_cited_page_about_a_default_page_is_alive() -> None:
    """Its title is the one that was cited, however short it is."""
    title = "Apache2 Default Page : à quoi sert-elle ?"
    assert served(URL, page(title, sentences=4), title).kind is VerdictKind.OK


def test_a_seller_of_domains_that_was_cited_is_alive() -> None:
    """Its own page leans on its own hosts."""
    body = page("Sedo", body='<script src="https://cdn.sedo.com/a.js"></script>', sentences=3)
    assert served("https://sedo.com/fr/guide/", body).kind is VerdictKind.OK
