"""Weight of real pages: menus, side columns, style sheets, inline images, English prose."""

from __future__ import annotations

import base64
import random
import zlib

_ENGLISH = """
The council voted the grant in spring and asked for a review after eighteen months.
Nobody expected the night bus to be full, least of all the drivers.
Two librarians spent the summer measuring how long people wait at the counter.
What the pilot showed is that letters written in plain words bring fewer phone calls.
The county pays half, the villages share the rest according to their population.
A former nurse now leads the team, which meets every Tuesday around a kitchen table.
Critics say the savings are small; supporters answer that this was never the point.
Residents drew their own maps, and the planners were surprised by the footpaths.
The evaluation, due next autumn, will compare six towns of similar size.
It took a flood to convince the last sceptics that the archive had to move uphill.
Students lodge in the old police station and pay their rent in hours of work.
The report is short, dry and unusually frank about what went wrong.
Every Friday the plans hang in the market hall, where anyone may scribble on them.
Three schools share one cook, one van and a surprisingly long list of recipes.
The mayor keeps the first prototype, a cardboard desk, in her office.
Forty letters were rewritten before the first one went out.
The data are published each month together with a note anyone can read.
A neighbouring district copied the idea and dropped the part that cost money.
""".strip().splitlines()

_TOPICS = (
    "Aménagement",
    "Culture",
    "Éducation",
    "Environnement",
    "Finances locales",
    "Habitat",
    "Santé",
    "Mobilités",
    "Numérique",
    "Petite enfance",
    "Sécurité civile",
    "Solidarités",
    "Sports",
    "Eau",
    "Tourisme",
    "Vie associative",
    "Commande publique",
    "Élections",
    "Europe",
    "Jeunesse",
)
_PLACES = (
    "Saint-Aubin",
    "Vernoux",
    "Lussac",
    "Kerlouan",
    "Montbrison-le-Haut",
    "Ardes",
    "Pontivan",
    "Cernay-l'Étang",
    "Villemagne",
    "Roquebelle",
    "Trévigny",
    "Le Moustoir",
)
_TURNS = (
    "{t} : ce qui change à la rentrée",
    "À {p}, la cantine passe au local",
    "{t} : l'avis du juge",
    "{p} rouvre sa halle",
    "Trois idées reçues sur : {t}",
    "Comment {p} a sauvé sa gare",
    "{t} : le guide de l'année",
    "À {p}, un tiers-lieu dans l'ancienne poste",
)


_EN_TOPICS = (
    "Planning",
    "Arts",
    "Schools",
    "Environment",
    "Budgets",
    "Housing",
    "Health",
    "Transport",
    "Digital",
    "Early years",
    "Fire service",
    "Care",
    "Sport",
    "Water",
    "Tourism",
    "Voluntary",
)
_EN_PLACES = ("Ashby Cross", "Wolding", "Kilmory", "Little Marston", "Penhallow", "Thornwick")
_EN_TURNS = (
    "{t}: what the new rules mean",
    "In {p}, the school kitchen buys local",
    "{p} saves its station",
    "Five questions about {t}",
    "How {p} rebuilt its market hall",
    "{t}: a field guide",
)


def english(seed: str, paragraphs: int = 6, sentences: int = 5) -> tuple[str, ...]:
    """Return English paragraphs that are always the same for the same seed."""
    dice = random.Random(zlib.crc32(seed.encode()))
    return tuple(" ".join(dice.sample(_ENGLISH, sentences)) for _ in range(paragraphs))


def headlines(seed: str, count: int, lang: str = "fr") -> list[str]:
    """Return headlines of other articles."""
    dice = random.Random(zlib.crc32(seed.encode()) ^ 7)
    turns, topics, places = (
        (_EN_TURNS, _EN_TOPICS, _EN_PLACES) if lang == "en" else (_TURNS, _TOPICS, _PLACES)
    )
    return [
        dice.choice(turns).format(t=dice.choice(topics), p=dice.choice(places))
        for _ in range(count)
    ]


def menu(entries: int, css: str = "menu-item", lang: str = "fr") -> str:
    """Return a menu of many levels, as large as the real ones."""
    rows = []
    topics, places = (_EN_TOPICS, _EN_PLACES) if lang == "en" else (_TOPICS, _PLACES)
    for n in range(entries):
        topic, place = topics[n % len(topics)], places[n % len(places)]
        label = topic if n < len(topics) else f"{topic} – {place}"
        rows.append(
            f'<li id="{css}-{1400 + n}" class="{css} {css}-type-taxonomy {css}-{1400 + n}">'
            f'<a href="/rubrique/{n}/" data-level="{n % 3}"><span>{label}</span></a></li>'
        )
    return f'<ul class="{css}s sf-menu">\n' + "\n".join(rows) + "\n</ul>"


def cards(seed: str, count: int, badge: str = "", lang: str = "fr") -> str:
    """Return a list of related articles; `badge` is markup put beside every other headline."""
    return "\n".join(
        f'<li class="related-card"><a href="/{8000 + n}/suite-{n}/">'
        f'<img loading="lazy" src="/vignettes/{n}-300x200.jpg" alt="">'
        f"<span>{headline}</span></a>{badge if n % 2 == 0 else ''}</li>"
        for n, headline in enumerate(headlines(seed, count, lang))
    )


def css(kb: float) -> str:
    """Return a style sheet of that weight."""
    rules, size, n = [], 0, 0
    while size < kb * 1024:
        rules.append(
            f".wp-block-{n}-col>.has-{n}-font{{margin:0 {n % 9}px;color:var(--c-{n});"
            f"grid-template-columns:repeat({n % 5 + 1},minmax(0,1fr))}}"
        )
        size += len(rules[-1])
        n += 1
    return f'<style id="theme-inline-css">{"".join(rules)}</style>'


def blob(seed: str, kb: float) -> str:
    """Return base64 noise of that weight, for inline images and view states."""
    noise = random.Random(zlib.crc32(seed.encode())).randbytes(int(kb * 768))
    return base64.b64encode(noise).decode()


def comments(seed: str, count: int = 3, lang: str = "fr") -> str:
    """Return readers' comments."""
    says, thanks = (
        ("says:", "Thanks for sharing.") if lang == "en" else ("dit :", "Merci pour ce partage.")
    )
    return "".join(
        f'<li class="comment even depth-1" id="comment-{n}"><cite class="fn">{who}</cite> '
        f"<span class=says>{says}</span><p>{line} {thanks}</p></li>"
        for n, (who, line) in enumerate(
            zip(("Odile", "Jean-Marc", "lecteur44"), headlines(seed, count, lang), strict=False)
        )
    )
