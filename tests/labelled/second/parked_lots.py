"""One lander of each market of domains, and as many living pages that only name them."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.prose import prose
from tests.labelled.second.parked_markets import HOSTS, TEXT, _sold
from tests.labelled.second.templates_parked import frameset, market
from tests.labelled.second.templates_press import NEXT, SPIP, TYPO3, build
from tests.labelled.second.templates_press_site import sane
from tests.labelled.wire import seen

_LOTS = (
    ("voodoo.com", "veillees-du-bourg.fr", "https://parking.voodoo.com/js/landing.js"),
    ("above.com", "carnets-de-marche.com", "http://landing.above.com/park.php?d=1"),
    ("namebright.com", "epiceries-solidaires.net", "https://www.namebright.com/park/x.js"),
    ("efty.com", "savoirs-paysans.org", "https://cdn.efty.com/templates/lander.js"),
    ("sav.com", "moulins-du-pays.fr", "https://assets.sav.com/parked/1.js"),
    ("uniregistry.com", "canopee-rurale.eu", "https://uniregistry.com/static/market.js"),
    ("domainmarket.com", "ecluses-ouvertes.fr", "https://www.domainmarket.com/s.js"),
    ("buydomains.com", "halles-communes.fr", "https://static.buydomains.com/lander.js"),
    ("brandbucket.com", "toitures-partagees.fr", "https://www.brandbucket.com/embed.js"),
    ("undeveloped.com", "ponts-et-gues.fr", "https://undeveloped.com/lander/x.js"),
)
BLOG = "https://www.webmestres-publics.fr/blog/noms-perdus"
LETTER = "https://www.webmestres-publics.fr/lettres/44"
SOUND = "https://www.chants-de-plaine.com/disques/above"

CASES: tuple[Labelled, ...] = (
    *(
        _sold(
            f"a lander with the script of {broker}",
            f"http://www.{domain}/dossiers/{len(domain)}",
            market(domain, "", src=src, kb=2 + len(domain) % 7, title=f"{domain} - index"),
            domain.partition(".")[0].replace("-", " ").capitalize(),
        )
        for broker, domain, src in _LOTS
    ),
    _sold(
        "a frame around expireddomains",
        "http://memoires-vives.fr/recits/7",
        frameset("memoires-vives", "https://www.expireddomains.com/landing?d=memoires-vives"),
        "Mémoires vives, récit 7",
        headers={"content-type": "text/html"},
    ),
    _sold(
        "domaine parqué, in so many words",
        "http://cafe-des-aidants.fr/calendrier",
        market(
            "cafe-des-aidants.fr", "Domaine parqué. Acheter ce domaine : contactez-nous.", lang="fr"
        ),
        "Le calendrier du café",
        fact=TEXT,
    ),
    _sold(
        "three weak signs and hardly a text",
        "http://www.fabrique-orale.net/archives/3",
        market(
            "fabrique-orale.net",
            "Related searches",
            lang="fr",
            title="Fabrique orale",
            links=("Sponsored listings", "Maison à vendre", "Voyage", "This domain"),
        ),
        "Archives de la fabrique orale",
        fact="french-web 2f: three weak signs, short text",
    ),
    Labelled(
        "a blog post that lists all brokers with links",
        HOSTS + "; links in a text are none",
        BLOG,
        V.OK,
        seen(
            BLOG,
            build(
                SPIP,
                "Où vont les noms perdus",
                (
                    "<ul>"
                    + "".join(
                        f'<li><a href="{src}">{broker}</a> : {domain}</li>'
                        for broker, domain, src in _LOTS
                    )
                    + "</ul>",
                    *prose("noms", 8),
                ),
                site="Webmestres publics",
            ),
        ),
        ("Où vont les noms de domaine perdus ?",),
        sane(BLOG),
    ),
    Labelled(
        "a letter of webmasters that tells how a festival lost its name",
        TEXT + "; a long text is about them",
        LETTER,
        V.OK,
        seen(
            LETTER,
            build(
                TYPO3,
                "Lettre 44 : comment perdre son nom",
                (
                    "« This domain is for sale », lisait-on. « Domaine parqué », disait l'autre page.",
                    *prose("lettre44", 6),
                ),
                site="Webmestres publics",
            ),
        ),
        ("Lettre n° 44",),
        sane(LETTER),
    ),
    Labelled(
        "a record called above, on a host with a short text",
        "french-web 2f: bare words are no hosts",
        SOUND,
        V.OK,
        seen(
            SOUND,
            build(
                NEXT,
                "Above",
                ("Disque paru en 2016. Huit titres, 41 minutes.",),
                site="Chants de plaine",
                kb=30,
            ),
        ),
        ("Above (disque)",),
        sane(SOUND),
    ),
)
