"""Parked domains and domains for sale, beside the living ones."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third.a_templates import drupal, joomla, wordpress
from tests.labelled.third.a_templates_apps import parked
from tests.labelled.third.a_templates_filler import anything, follow, paras, sane
from tests.labelled.wire import seen

_ANAP = "http://www.performance-en-sante.fr/"
_TYPO = (
    "https://www.horizonpublics.fr/numerique/"
    "design-fiction-du-design-des-politiques-publiques-au-design-des-polemiques-publiques"
)
_HP = _TYPO.replace("horizonpublics", "horizonspublics")
_TYPO_PAGE = parked(
    "horizonpublics.fr",
    "Le nom de domaine horizonpublics.fr est à vendre.",
    script='<script src="https://img.sedoparking.com/js/jquery-1.11.3.custom.min.js"></script>',
)
_LANDER = "http://www.carrefour-des-elus.net/dossiers/agenda-21.html"
_LANDER_PAGE = (
    b'<!DOCTYPE html><html><head><script>window.onload=function(){window.location.href="/lander"}'
    b"</script></head></html>"
)
_ADBLOCK = "http://maires-et-design.org/"
_SLOT = "https://www.fete-de-la-science-morvan.fr/edition-2017/programme"
_SLOT_PAGE = """<!DOCTYPE html><html lang="id-ID"><head><meta charset="utf-8"><title>MORVAN77: Situs
Slot Gacor Hari Ini & Link Slot Maxwin Terpercaya</title><meta name="description" content="Daftar
situs slot online gampang menang"></head><body><h1>Slot Gacor Hari Ini</h1><a class="btn"
href="https://daftar-morvan77.example.net/">DAFTAR</a><a href="/login">LOGIN</a>{}</body></html>"""

CASES: tuple[Labelled, ...] = (
    Labelled(
        "the health event's domain is sold through a broker's site",
        "french-web 2b: expired-event-domain profile; 2f: redirect to sedo.com",
        _ANAP,
        VerdictKind.PARKED,
        seen(
            "https://sedo.com/search/details/?domain=performance-en-sante.fr&language=fr",
            wordpress("Sedo", "performance-en-sante.fr est à vendre", "<p>Faites une offre.</p>"),
            via=((_ANAP, 302),),
        ),
        ("Performance en santé",),
    ),
    Labelled(
        "the health event's site is there with the ANAP's conference",
        "french-web 2b: beside the parked one, the living TYPO3-era page",
        _ANAP,
        VerdictKind.OK,
        seen(
            _ANAP,
            joomla(
                "Performance en santé", "Université d’été de la performance en santé", paras("u")
            ),
        ),
        ("Performance en santé",),
    ),
    Labelled(
        "the mistyped Horizons publics is for sale",
        "french-web 2b and 2i: typo host, parked twin",
        _TYPO,
        VerdictKind.PARKED,
        seen(_TYPO, _TYPO_PAGE),
        ("Design fiction : du design des politiques publiques au design des polémiques publiques",),
        anything(_TYPO, _TYPO_PAGE),
    ),
    Labelled(
        "the true Horizons publics has the article",
        "french-web 2b: same path on the right host, free and alive",
        _HP,
        VerdictKind.OK,
        seen(
            _HP,
            drupal(
                "Horizons publics",
                "Design fiction : du design des politiques publiques au design des polémiques "
                "publiques",
                paras(_HP, 8),
            ),
        ),
        ("Design fiction : du design des politiques publiques au design des polémiques publiques",),
        sane(_HP),
    ),
    Labelled(
        "a lone script sends the reader to /lander",
        'french-web 2f: window.location.href="/lander"',
        _LANDER,
        VerdictKind.PARKED,
        seen(_LANDER, _LANDER_PAGE),
        ("Agenda 21 : les élus témoignent",),
        {
            **anything(_LANDER, _LANDER_PAGE),
            **follow(
                "http://www.carrefour-des-elus.net/lander",
                parked(
                    "carrefour-des-elus.net",
                    "",
                    script='<script src="https://img1.wsimg.com/parking-lander/static/js/main.js">'
                    "</script>",
                ),
            ),
        },
    ),
    Labelled(
        "a parking page carries an adblock key and no sentence",
        "french-web 2f: data-adblockkey on html",
        _ADBLOCK,
        VerdictKind.PARKED,
        seen(
            _ADBLOCK,
            parked(
                "maires-et-design.org",
                "Related Searches",
                root='data-adblockkey="MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBANDrp2lz7AOmADaN8tA50LsWcj"',
            ),
            headers={"server": "Parking/1.0"},
        ),
        ("Maires et design",),
    ),
    Labelled(
        "a science fair's domain now sells Indonesian slots",
        "french-web 2f: squatted, gambling words, another language, a 200 to all",
        _SLOT,
        VerdictKind.PARKED,
        seen(
            _SLOT,
            _SLOT_PAGE.format("<p>Bermain judi slot online dengan RTP tinggi.</p>" * 60).encode(),
        ),
        ("Fête de la science dans le Morvan : programme 2017",),
        anything(
            _SLOT,
            _SLOT_PAGE.format("<p>Bermain judi slot online dengan RTP tinggi.</p>" * 60).encode(),
        ),
    ),
)
