"""Refreshes that lead nowhere else, and those that lead to nothing."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, article, page
from tests.labelled.third.a_templates import drupal, joomla, spip, wordpress
from tests.labelled.third.a_templates_apps import nextjs, parked
from tests.labelled.third.a_templates_filler import follow, paras, sane, teasers
from tests.labelled.wire import seen

_LIVE = "https://www.depeche-des-mairies.fr/direct/2019/conseil-municipal-en-direct.html"
_NOJS = "https://www.forum-archivistes.org/t/numeriser-les-registres/812"
_FRAME = "http://www.association-des-bibliothecaires-alpes.org/spip.php?article77"
_TUTO = "https://www.apprendre-html.net/balises/meta-refresh"
_COOKIE = "https://www.annuaire-prefectures.fr/fiches/lab-normandie"
_GONE = "http://www.ville-de-lannoy.fr/budget2013.html"
_PARK = "http://www.carnets-de-labs.info/2014/03/visite-au-lab"
_ROOT = "http://www.musee-du-textile-ardeche.com/"


def _refresh(target: str, content: str = "0; URL={}", text: str = "", title: str = "") -> bytes:
    return (
        f'<HTML><HEAD><TITLE>{title}</TITLE><META HTTP-EQUIV="Refresh" CONTENT="'
        f'{content.format(target)}"></HEAD><BODY>{text}</BODY></HTML>'
    ).encode("cp1252")


CASES: tuple[Labelled, ...] = (
    Labelled(
        "a live report reloads itself every five minutes",
        "design 2: a refresh of the same page leads nowhere else",
        _LIVE,
        VerdictKind.OK,
        seen(
            _LIVE,
            article(
                "Conseil municipal : la séance en direct",
                head='<meta http-equiv="refresh" content="300">',
                dress=PRESS,
                kb=90,
            ),
        ),
        ("Conseil municipal, la séance en direct",),
        sane(_LIVE),
    ),
    Labelled(
        "a forum refreshes only those without scripts",
        "design 2: a full page whose noscript offers another view is the page",
        _NOJS,
        VerdictKind.OK,
        seen(
            _NOJS,
            nextjs(
                "Forum des archivistes",
                "Numériser les registres - Forum des archivistes",
                "<h1>Numériser les registres</h1>" + paras(_NOJS, 4),
                route="/t/[slug]/[id]",
                head='<noscript><meta http-equiv="refresh" content="0; url=/t/812?_nojs=1">'
                "</noscript>",
            ),
        ),
        ("Numériser les registres : quel matériel ?",),
        {
            **sane(_NOJS),
            **follow(
                "https://www.forum-archivistes.org/t/812?_nojs=1",
                page("Numériser les registres", paragraphs=("Quel matériel ?",), kb=3),
            ),
        },
    ),
    Labelled(
        "a SPIP page breaks out of frames and offers a mobile view by script",
        "design 2: scripts of a full page that may move the reader do not",
        _FRAME,
        VerdictKind.OK,
        seen(
            _FRAME,
            spip(
                "Bibliothécaires des Alpes",
                "Le bibliobus en altitude",
                "<script>if (top!=self) top.location.href=self.location.href;\n"
                'if (screen.width<480){window.location="http://m.association-des-bibliothecaires-alpes.org/";}</script>'
                + paras(_FRAME, 2),
            ),
        ),
        ("Le bibliobus en altitude",),
        sane(_FRAME),
    ),
    Labelled(
        "a lesson on meta refresh quotes one in its text and in a comment",
        "design 2: quoted code redirects nobody",
        _TUTO,
        VerdictKind.OK,
        seen(
            _TUTO,
            wordpress(
                "Apprendre HTML",
                "La balise meta refresh",
                '<pre>&lt;meta http-equiv="refresh" content="0; url=https://exemple.fr/"&gt;'
                "</pre><!-- <meta http-equiv='refresh' content='0;url=/accueil'> --><pre>window."
                "location.href = '/accueil';</pre>" + paras(_TUTO, 3),
            ),
        ),
        ("La balise meta refresh",),
        sane(_TUTO),
    ),
    Labelled(
        "a directory tests cookies by a refresh to the same record",
        "issue 3: cookie gate; the record is at the same path",
        _COOKIE,
        VerdictKind.OK,
        seen(_COOKIE, _refresh("/fiches/lab-normandie?cookie=1")),
        ("Lab Normandie",),
        follow(
            _COOKIE + "?cookie=1",
            joomla("Annuaire", "Lab Normandie", "<p>Préfecture de région, Rouen.</p>"),
        ),
        also(VerdictKind.MOVED),
    ),
    Labelled(
        "a town's budget refreshes to an address that answers 404",
        "design 2: 404 where the reader is led",
        _GONE,
        VerdictKind.NOT_FOUND,
        seen(_GONE, _refresh("/finances/budget-2013.html")),
        ("Budget 2013",),
        follow(
            "http://www.ville-de-lannoy.fr/finances/budget-2013.html",
            drupal("Ville de Lannoy", "Page non trouvée", "<p>Cette page n'existe pas.</p>"),
            404,
        ),
        also(VerdictKind.SOFT_404),
    ),
    Labelled(
        "a visit to a lab refreshes to a market of domain names",
        "french-web 2f: hugedomains.com as the target of the refresh",
        _PARK,
        VerdictKind.PARKED,
        seen(
            _PARK, _refresh("https://www.hugedomains.com/domain_profile.cfm?d=carnets-de-labs.info")
        ),
        ("Visite au lab",),
        follow(
            "https://www.hugedomains.com/domain_profile.cfm?d=carnets-de-labs.info",
            parked(
                "carnets-de-labs.info", "This domain is for sale: $2,795. Buy now or pay monthly."
            ),
        ),
    ),
    Labelled(
        "a museum's front page refreshes to its French front page",
        "issue 3: home page to home page; never soft 404",
        _ROOT,
        VerdictKind.MOVED,
        seen(_ROOT, _refresh("fr/index.php", text="<A HREF='fr/index.php'>Entrez</A>")),
        ("Musée du textile de l'Ardèche",),
        follow(
            "http://www.musee-du-textile-ardeche.com/fr/index.php",
            joomla("Musée du textile", "Musée du textile de l’Ardèche", teasers("textile", 3)),
        ),
        also(VerdictKind.OK),
    ),
)
