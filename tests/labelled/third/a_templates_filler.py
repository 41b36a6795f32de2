"""Flesh of invented sites: long menus, teasers, styles, banners, and shorthands for answers."""

from __future__ import annotations

import html
import random
import zlib

from perenne.domain.cases import AskKind
from perenne.domain.exchanges import Exchange
from tests.labelled.prose import prose
from tests.labelled.wire import absent, beside, looks, seen

_LABELS = """Vie municipale|Conseil|Délibérations|Marchés publics|Enfance|Petite enfance|Cantines
Urbanisme|Plan local|Habitat|Voirie|Eau et assainissement|Déchets|Mobilités|Vélo|Transports
Culture|Médiathèques|Musées|Patrimoine|Archives|Spectacles|Sport|Piscines|Associations|Agenda
Santé|Seniors|Handicap|Solidarités|Emploi|Formation|Recrutement|Économie|Commerce|Tourisme
Numérique|Données ouvertes|Innovation|Participation|Environnement|Biodiversité|Énergie|Risques
Publications|Lettres|Communiqués|Vidéos|Photothèque|Presse|Contact|Accès|FAQ|Aide""".replace(
    "\n", "|"
).split("|")
_WHO = """La commune|Le syndicat des eaux|Un collège rural|La médiathèque|Le département|Une école
Le service des sports|La régie des transports|Un office de tourisme|Le centre social""".replace(
    "\n", "|"
).split("|")
_WHAT = """repense son accueil|ouvre ses ateliers|mesure le temps perdu|adopte un budget citoyen
réhabilite sa halle|prépare la rentrée|expérimente la gratuité|forme ses agents
met ses plans en ligne|associe les lycéens|simplifie ses courriers|change de siège""".replace(
    "\n", "|"
).split("|")
_ENGLISH = """
The team spent a year following how letters travel between departments.
Councils that publish their drafts early receive fewer complaints afterwards.
Most of the savings came from forms that nobody had read for a decade.
A small grant paid for two designers and a van full of cardboard.
Interviews were held in libraries, launderettes and one railway station.
The authors warn that the sample is small and mostly urban.
Staff kept diaries, which turned out to be the best source of all.
None of the pilots survived unchanged, and that was rather the point.
The evaluation compares five towns of similar size over three years.
Managers were asked to spend a morning at the front desk each month.
""".strip().splitlines()


def _dice(seed: str) -> random.Random:
    return random.Random(zlib.crc32(seed.encode()))


def paras(seed: str, count: int = 7) -> str:
    """Return paragraphs of French prose."""
    return "\n".join(f"<p>{html.escape(p, quote=False)}</p>" for p in prose(seed, count))


def english(seed: str, count: int = 6) -> str:
    """Return paragraphs of English prose."""
    dice = _dice(seed)
    return "\n".join(f"<p>{' '.join(dice.sample(_ENGLISH, 5))}</p>" for _ in range(count))


def menu(seed: str, count: int = 40, css: str = "menu-item") -> str:
    """Return a nested menu of `count` entries, about 120 bytes each."""
    dice = _dice(seed)
    entries = []
    for n in range(count):
        label = dice.choice(_LABELS)
        slug = label.lower().replace(" ", "-")
        entries.append(
            f'<li class="{css} {css}-type-taxonomy {css}-{1000 + n}">'
            f'<a href="/{slug}/{n}">{label}</a></li>'
        )
        if n % 9 == 4:
            entries.append(f'<li class="{css} {css}-has-children"><a href="#">{label}</a><ul>')
        if n % 9 == 8:
            entries.append("</ul></li>")
    if (count - 1) % 9 in range(4, 8):
        entries.append("</ul></li>")
    return f"<ul>{''.join(entries)}</ul>"


def teasers(seed: str, count: int = 5, tag: str = "h3") -> str:
    """Return headlines of other articles with the beginnings of their texts."""
    dice = _dice(seed + "teasers")
    blocks = []
    for n in range(count):
        headline = f"{dice.choice(_WHO)} {dice.choice(_WHAT)}"
        excerpt = prose(headline + str(n), 1, 2)[0]
        blocks.append(
            f'<div class="post-item col-{n % 3}"><a href="/a/{n}-{zlib.crc32(headline.encode())}">'
            f'<img src="/up/{n}.jpg" alt="" loading="lazy"><{tag} class="post-title">{headline}'
            f'</{tag}></a><p class="excerpt">{excerpt}</p></div>'
        )
    return "".join(blocks)


def css(kb: float) -> str:
    """Return about `kb` kilobytes of inline styles."""
    rules: list[str] = []
    size = 0
    while size < kb * 1024:
        n = len(rules)
        rules.append(f".blk-{n}>.in{{padding:{n % 40}px;flex:0 0 {n % 100}%;order:{n}}}\n")
        size += len(rules[-1])
    return f'<style id="inline-css">{"".join(rules)}</style>'


COOKIES = (
    '<div class="cc-window cc-banner"><span id="cookieconsent:desc" class="cc-message">Ce site '
    "utilise des cookies pour réaliser des statistiques de visites. <a href='/rgpd'>En savoir "
    'plus</a></span><a class="cc-btn cc-deny">Refuser</a><a class="cc-btn">Accepter</a></div>'
)
LETTER = (
    '<div class="nl-box"><p class="h4">Notre lettre du vendredi</p><form action="/nl"><input '
    'type="email" name="mail" placeholder="Votre courriel"><button>Je m’inscris</button></form>'
    "<p><small>Désinscription possible à tout moment.</small></p></div>"
)
ANALYTICS = (
    "<script>var _paq=window._paq=window._paq||[];_paq.push(['trackPageView']);(function(){"
    "var u='//stats.invalid-not-called/';_paq.push(['setSiteId','7']);var d=document,"
    "g=d.createElement('script');g.async=true;g.src=u+'m.js';})();</script>"
)

Answers = dict[AskKind, Exchange]


def sane(url: str) -> Answers:
    """Return the answer of a site that says 404 to a nonsense sibling."""
    return looks(sibling=absent(url))


def anything(url: str, body: bytes, **more: object) -> Answers:
    """Return the answer of a site that gives the same body to a nonsense sibling."""
    return looks(sibling=seen(beside(url), body, **more))  # type: ignore[arg-type]


def sent_home(url: str, home: str, body: bytes, status: int = 301) -> Answers:
    """Return the answer of a site that sends a nonsense sibling to its home page too."""
    return looks(sibling=seen(home, body, via=((beside(url), status),)))


def follow(url: str, body: bytes, status: int = 200, **more: object) -> Answers:
    """Return what the page behind a refresh or a lone script gives."""
    return {AskKind.FOLLOW: seen(url, body, status, **more)}  # type: ignore[arg-type]
