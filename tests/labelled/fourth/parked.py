"""Domains for sale, parked, squatted, and what hosting companies put there."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import text
from tests.labelled.fourth.parked_pages import (
    ADBLOCK,
    APACHE,
    CASINO,
    EXPIRED,
    GANDI,
    IONOS,
    LANDER,
    NGINX,
    OVH,
    SEDO,
    SLOT,
    SUSPENDED,
)
from tests.labelled.fourth.skins_other import bare
from tests.labelled.labelled import Labelled, also
from tests.labelled.wire import absent, beside, looks, seen

_JORDAN = "<img src='https://static.pierre-jordan.com/moi.jpg' alt=''>"
_HTTP = "http://www."


def _dead(
    name: str, url: str, body: bytes, title: str, fact: str, *, same: bool = True
) -> Labelled:
    answers = looks(sibling=seen(beside(url), body)) if same else {}
    return Labelled(name, fact, url, K.PARKED, seen(url, body), (title,), answers)


def _alive(name: str, url: str, body: bytes, title: str, fact: str) -> Labelled:
    return Labelled(name, fact, url, K.OK, seen(url, body), (title,), looks(sibling=absent(url)))


CASES: tuple[Labelled, ...] = (
    _dead(
        "an agency's old event domain is for sale in French",
        f"{_HTTP}performance-territoires.example/actes/2017.html",
        SEDO,
        "Actes de l'université d'été 2017",
        "french-web 2f: sedoparking.com, domaine à vendre",
    ),
    _alive(
        "a wine review writes of an estate for sale",
        f"{_HTTP}terroirs-et-vignes.example/2018/domaine-a-vendre/",
        skins.wordpress(
            "Domaine à vendre : que deviennent les vignes des communes ?", text("vignes")
        ),
        "Domaine à vendre : que deviennent les vignes des communes ?",
        "issue 3: the tempting false friend of domaine à vendre",
    ),
    _dead(
        "an association's domain answers with a script to the lander",
        f"{_HTTP}innovation-publique-rurale.example/la-methode/",
        LANDER,
        "La méthode",
        'french-web 2f: window.location.href="/lander"',
    ),
    _dead(
        "a festival's domain shows an empty page with an ad-block key",
        f"{_HTTP}festival-des-possibles.example/edition-2016/",
        ADBLOCK,
        "Édition 2016",
        "french-web 2f: data-adblockkey on html",
    ),
    _dead(
        "a network's new host shows the hosting company's congratulations",
        f"{_HTTP}reseau-des-relais.example/carte/",
        OVH,
        "La carte des relais",
        "issue 3, conventions: a hosting default page is parked",
    ),
    _alive(
        "a village association explains how it had its domain made",
        f"{_HTTP}comite-des-fetes-de-bannes.example/notre-site/",
        skins.divi(
            "Notre site est né",
            "<p>« Votre domaine a bien été créé » : ce message nous "
            "a coûté trois soirées.</p>" + text("bannes", 4),
            site="Comité de Bannes",
        ),
        "Notre site est né",
        "issue 3: a living page that quotes the phrase",
    ),
    _dead(
        "a foundation's domain is merely registered",
        f"{_HTTP}fondation-villages-vivants.example/prix/2018",
        GANDI,
        "Prix 2018 : lauréats",
        "french-web 2f: ce nom de domaine est enregistré chez Gandi",
    ),
    _dead(
        "a consultant's domain has just been registered by someone",
        f"{_HTTP}cabinet-demain.example/blog/sprint-en-mairie",
        IONOS,
        "Un sprint en mairie",
        "french-web 2f: ce domaine vient d'être enregistré",
    ),
    _dead(
        "a research project's machine welcomes to nginx",
        "http://anr-servpub.univ-atlantique.example/resultats/",
        NGINX,
        "Projet ServPub : résultats",
        "french-web 2f: Welcome to nginx",
    ),
    _alive(
        "a documentation page tells how to replace the welcome page of nginx",
        "http://doc.univ-atlantique.example/serveurs/nginx/",
        skins_other.tables(
            "Remplacer la page « Welcome to nginx! »",
            text("nginx", 6),
            site="Direction du numérique",
            charset="utf-8",
        ),
        "Remplacer la page Welcome to nginx",
        "issue 3: an article about the page",
    ),
    _dead(
        "a town's former extranet shows Debian's page",
        "http://extranet.ville-de-corbie.example/guide-accueil.html",
        APACHE,
        "Guide d'accueil des agents",
        "french-web 2f: Apache2 … Default Page",
        same=False,
    ),
    _dead(
        "a federation's account is suspended",
        f"{_HTTP}federation-des-epn.example/etudes/etude-2017.php",
        SUSPENDED,
        "Les EPN en 2017",
        "french-web 2f: compte suspendu",
    ),
    _alive(
        "a newspaper reports that a mayor's account was suspended",
        "https://www.la-gazette-du-lac.example/politique/compte-suspendu-le-maire-s-explique",
        skins_other.press("Compte suspendu : le maire s'explique", text("maire", 7)),
        "Compte suspendu : le maire s'explique",
        "issue 3: an article about the subject",
    ),
    _dead(
        "a teachers' association became a casino guide in French",
        f"{_HTTP}enseigner-dehors.example/ressources/fiche-3/",
        CASINO,
        "Fiche 3 : la mare pédagogique",
        "french-web 2f: casino words, title changed",
        same=False,
    ),
    _alive(
        "a town council discusses its casino's licence",
        f"{_HTTP}ville-de-luxeuil-demo.example/deliberations/casino",
        skins.drupal7(
            "Délégation de service public du casino municipal",
            "<p>Le conseil a examiné le produit des machines à sous et de la "
            "roulette, et le cahier des charges du casino.</p>" + text("dsp", 4),
        ),
        "La DSP du casino municipal",
        "issue 3: a living page with the words",
    ),
    _dead(
        "a dance company's domain serves Indonesian slots",
        "https://compagnie-du-seuil.example/spectacles/traversees/",
        SLOT,
        "Traversées",
        "french-web 2f: slot words, language changed",
        same=False,
    ),
    _dead(
        "a water union's domain has expired",
        f"{_HTTP}syndicat-des-eaux-du-gers.example/rapport-2018",
        EXPIRED,
        "Rapport 2018",
        "french-web 2f: ce domaine a expiré",
    ),
    Labelled(
        "a think tank's domain leads to a shop of domain names",
        "french-web 2f: hugedomains.com as the target of a redirect",
        "http://www.villes-apaisees.example/notes/12",
        K.PARKED,
        seen(
            "https://www.hugedomains.com/domain_profile.cfm?d=villes-apaisees.example",
            skins_other.english_site(
                "VillesApaisees.example is for sale",
                "<p>Buy this domain today. 30-day money back guarantee, "
                "payment plans available.</p>",
                site="HugeDomains.com",
            ),
            via=(("http://www.villes-apaisees.example/notes/12", 302),),
        ),
        ("Note 12 : la ville apaisée",),
    ),
    _alive(
        "a researcher named Jordan keeps his page on a host that ends like a seller's",
        "https://www.pierre-jordan.com/travaux/cadastre",
        skins_other.english_site(
            "Travaux sur le cadastre", _JORDAN + text("jordan", 5), site="Pierre Jordan"
        ),
        "Travaux sur le cadastre",
        "french-web 2f: match attributes, dan.com is in jordan.com",
    ),
    _alive(
        "a teacher's list of lectures is served as a directory index",
        "http://perso.univ-cevennes.example/~dupont/cours/",
        bare(
            "Index of /~dupont/cours",
            "<h1>Index of /~dupont/cours</h1><pre><a href='../'>"
            "Parent Directory</a>\n<a href='seance1.pdf'>seance1.pdf</a> 2018-10-02 1.2M\n"
            "<a href='seance2.pdf'>seance2.pdf</a> 2018-10-09 950K\n<a href='td-budget.odt'>"
            "td-budget.odt</a> 2018-11-12 44K</pre><address>Apache/2.4 Server</address>",
        ),
        "Cours de M. Dupont",
        "design 2: the page answers and looks like itself",
    ),
    Labelled(
        "a small network announces its new site with a lone sentence",
        "french-web 2f: site en construction is a placeholder, not parked",
        "http://www.reseau-des-haies.example/fiches/fiche-7.php",
        K.DOUBTFUL,
        seen(
            "http://www.reseau-des-haies.example/fiches/fiche-7.php",
            bare(
                "Réseau des haies",
                "<h1>Site en construction</h1><p>Nous préparons notre "
                "nouveau site. À bientôt !</p>",
                "<meta charset='utf-8'>",
            ),
        ),
        ("Fiche 7 : planter une haie",),
        {},
        also(K.SOFT_404, K.PARKED),
    ),
    _alive(
        "a page about building sites mentions the site under construction",
        "http://www.ville-de-corbie.example/travaux/ecole",
        skins.spip("L'école, un site en construction", text("chantier", 3), site="Corbie"),
        "L'école, un site en construction",
        "issue 3: the tempting false friend",
    ),
)
