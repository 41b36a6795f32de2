"""Menus, related articles, English prose and other flesh shared by the imitated engines."""

from __future__ import annotations

import html
import random
import zlib
from collections.abc import Iterable

_WHAT = [
    "Aides et subventions",
    "Vie associative",
    "Petite enfance",
    "Transports",
    "Marchés publics",
    "Urbanisme",
    "Eau et assainissement",
    "Espaces verts",
    "Jeunesse",
    "Seniors",
    "Culture et patrimoine",
    "Conseil",
    "Formation",
    "Recherche",
    "Publications",
    "Emploi",
    "Numérique",
    "Santé",
    "Tourisme",
    "Archives",
]
_WHERE = [
    "en centre-bourg",
    "pour les communes",
    "des agents",
    "du bassin de vie",
    "à l'école",
    "des habitants",
    "en pratique",
    "par secteur",
    "de l'intercommunalité",
    "et partenaires",
    "dans le Haut-Pays",
    "en régie",
    "pas à pas",
    "2024",
    "2025",
    "du littoral",
    "des jeunes actifs",
    "au quotidien",
]
_WHAT_EN = [
    "Grants",
    "Community groups",
    "Early years",
    "Transport",
    "Procurement",
    "Planning",
    "Water",
    "Parks",
    "Youth",
    "Older people",
    "Heritage",
    "Advice",
    "Training",
    "Research",
    "Publications",
    "Jobs",
    "Digital",
    "Health",
    "Visits",
    "Archive",
]
_WHERE_EN = [
    "in town",
    "for councils",
    "for staff",
    "across the county",
    "at school",
    "for residents",
    "in practice",
    "by theme",
    "and partners",
    "step by step",
    "2024",
    "2025",
    "on the coast",
    "for young workers",
    "every day",
]
_HEADLINES_EN = [
    "Three villages share a ranger",
    "The town hall reopens after repairs",
    "Who reads the minutes?",
    "A budget for the riverside",
    "What members expect from the workshop",
    "The mobile library is back",
    "Portrait of a parish clerk",
    "Sensors in public buildings",
    "School meals go local",
]
_HEADLINES = [
    "Trois villages partagent leur garde champêtre",
    "La salle polyvalente rouvre après travaux",
    "Un budget participatif pour les berges",
    "Ce que les élus attendent de l'atelier",
    "Le bibliobus change de tournée",
    "Voirie : le plan pluriannuel est adopté",
    "Portrait d'une secrétaire de mairie",
    "Cantine : le bio gagne du terrain",
    "Les archives s'ouvrent aux scolaires",
    "Des capteurs dans les bâtiments communaux",
]
_ENGLISH = """
The council first asked its front desk staff what people actually wanted to know.
Most of the savings came from forms that nobody had read in years.
A small team of three ran the pilot from a disused railway office.
Residents were paid a modest fee for each evening workshop they joined.
The first prototype was made of cardboard and lasted two weeks.
Auditors later praised the way decisions had been written down.
Costs rose in the second year, mainly because travel had been forgotten.
Nurses and librarians turned out to face the same queueing problem.
The evaluation compares nine districts over four winters.
Few of the lessons depend on the size of the town.
Managers learned to publish the numbers before explaining them.
One volunteer kept a diary that became the main source of this chapter.
The method travels badly when nobody owns the follow-up.
Two universities archived the interviews for later study.
Local newspapers covered the closing session with some irony.
What remains is a habit of testing things before buying them.
""".strip().splitlines()


def dice(seed: str) -> random.Random:
    """Return a source of chance that is the same for the same seed."""
    return random.Random(zlib.crc32(seed.encode()))


def english(seed: str, paragraphs: int = 6, sentences: int = 5) -> tuple[str, ...]:
    """Return English paragraphs, always the same for the same seed."""
    chance = dice(seed)
    return tuple(" ".join(chance.sample(_ENGLISH, sentences)) for _ in range(paragraphs))


def blocks(texts: Iterable[str]) -> str:
    """Return paragraphs; a text that starts with `<` is kept as it is."""
    return "\n".join(
        t if t.startswith("<") else f"<p>{html.escape(t, quote=False)}</p>" for t in texts
    )


def menu(count: int, css: str = "menu-item", lang: str = "fr") -> str:
    """Return a nested menu of `count` entries (about 110 bytes each)."""
    english_ = lang.startswith("en")
    what, where = (_WHAT_EN, _WHERE_EN) if english_ else (_WHAT, _WHERE)
    entries = []
    for n in range(count):
        text = f"{what[n % len(what)]} {where[(n * 7) % len(where)]}"
        kind = f"{css} {css}-type-post_type {css}-{1200 + n}"
        entries.append(f'<li id="{css}-{1200 + n}" class="{kind}"><a href="/m/{n}">{text}</a></li>')
    groups = ["<ul>" + "".join(entries[i : i + 12]) + "</ul>" for i in range(0, count, 12)]
    return "\n".join(f'<li class="{css} has-children"><a href="#">+</a>{g}</li>' for g in groups)


def headlines(seed: str, count: int = 5, extra: Iterable[str] = (), lang: str = "fr") -> str:
    """Return a list of other articles, `extra` among them."""
    known = _HEADLINES_EN if lang.startswith("en") else _HEADLINES
    chosen = [*extra, *dice(seed).sample(known, min(count, len(known)))]
    return "".join(
        f'<li><a href="/{5100 + n}/a">{html.escape(t, quote=False)}</a><i>12/0{n + 1}</i></li>'
        for n, t in enumerate(chosen)
    )


def css(kilobytes: float) -> str:
    """Return a style sheet of about that size."""
    rule = "#page .wp-block-{n}>.inner{{padding:{n}px 1em;background:#f{n:05d};opacity:.9}}\n"
    return "".join(rule.format(n=n) for n in range(int(kilobytes * 1024 / 72)))


def script(kilobytes: float, extra: str = "") -> str:
    """Return an inline script of about that size, `extra` within."""
    line = "m[{n}]=function(e,t){{return e.addClass('is-{n}').attr('data-t',t||{n})}};\n"
    lines = "".join(line.format(n=n) for n in range(int(kilobytes * 1024 / 72)))
    return f"<script>/* <![CDATA[ */var m={{}};{extra}{lines}/* ]]> */</script>"
