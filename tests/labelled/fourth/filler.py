"""What surrounds the text on real pages: menus, styles, scripts, cards, and more sentences."""

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence

from tests.labelled.prose import prose

_ENGLISH = """
The working group met four times and heard some twenty local officers.
Most libraries in the sample had no written policy for their web archives.
A second round of interviews was held with school heads and catering staff.
Our results should be read with care, since the smallest towns did not answer.
The method rests on short visits, paired observers and a shared notebook.
Funding came from the regional council and from two private foundations.
We found no link between the size of the team and the delay of publication.
Participants asked for plainer forms and for a telephone number that answers.
The second part describes how the archive was moved without losing its readers.
Each figure can be downloaded together with the table it was drawn from.
Several authors have warned against counting visits instead of uses.
A short glossary is given at the end for readers from other professions.
The pilot ran for eighteen months in three neighbouring districts.
Nothing suggests that the savings will last once the grant has ended.
The appendix lists the questions in the order in which they were put.
""".strip().splitlines()
_OFFICE = """
La présente note précise les modalités d'instruction des dossiers déposés par les établissements.
Les pièces doivent parvenir au service instructeur avant la fin du mois de septembre.
Le comité de pilotage associe les services de l'État, la région et les têtes de réseau associatives.
Les correspondants départementaux disposent d'une messagerie dédiée et d'une réunion mensuelle.
Une enquête menée auprès de deux cents directeurs éclaire les pratiques de recrutement.
Les crédits sont délégués en deux fois, la seconde après remise d'un compte rendu d'exécution.
Le texte entre en vigueur le premier jour du trimestre qui suit sa publication.
Les fiches pratiques ont été relues par des agents de catégorie C et par leurs encadrants.
Ce bilan porte sur trois exercices et ne préjuge pas des arbitrages à venir.
Le groupe de travail propose quatorze mesures, dont six ne demandent aucun moyen nouveau.
L'indicateur retenu mesure le délai entre la demande et la première réponse utile.
La maquette budgétaire distingue l'investissement, la maintenance et l'accompagnement.
Les annexes reproduisent la grille d'entretien et la liste des personnes rencontrées.
Une foire aux questions complète le dispositif et sera mise à jour chaque semestre.
Les établissements volontaires signent une lettre d'engagement de deux pages.
La cartographie distingue les communes rurales, les bourgs-centres et les villes moyennes.
Le jury se réunira au printemps et rendra publics ses critères.
Les organisations représentatives du personnel ont été consultées à deux reprises.
""".strip().splitlines()
_TOPICS = (
    "Vie quotidienne", "Enfance et jeunesse", "Solidarités", "Transports", "Culture", "Sport",
    "Environnement", "Économie", "Habitat", "Tourisme", "Europe", "Numérique", "Santé", "Emploi",
)  # fmt: skip
_NOUNS = (
    "Aides et subventions", "Marchés publics", "Annuaire des services", "Délibérations",
    "Publications", "Carte interactive", "Espace presse", "Nos partenaires", "Agenda",
    "Foire aux questions", "Photothèque", "Chiffres clés", "Règlements", "Appels à projets",
)  # fmt: skip
_HEADLINES = (
    "Le marché couvert rouvre ses portes samedi", "Trois questions à une cheffe de service",
    "Cantines : la région simplifie ses achats", "Une nouvelle ligne de cars vers le lycée",
    "Retour sur la journée des archivistes", "Budget : ce qui change en janvier",
    "Le bus des services publics repart en tournée", "Voirie : le calendrier des travaux",
    "Portrait : une vie au service du cadastre", "Les inscriptions scolaires commencent lundi",
)  # fmt: skip


def text(seed: str, paragraphs: int = 6) -> str:
    """Return living paragraphs, always the same for the same seed."""
    dice = random.Random(zlib.crc32(seed.encode()))
    return "\n".join(
        f"<p>{paragraph} {' '.join(dice.sample(_OFFICE, 2))}</p>"
        for paragraph in prose(seed, paragraphs, 4)
    )


def english(seed: str, paragraphs: int = 6) -> str:
    """Return living paragraphs in English."""
    dice = random.Random(zlib.crc32(seed.encode()))
    return "\n".join(f"<p>{' '.join(dice.sample(_ENGLISH, 6))}</p>" for _ in range(paragraphs))


def menu(entries: int, css_class: str = "menu-item") -> str:
    """Return the items of a menu; eight hundred make some sixty kilobytes."""
    return "\n".join(
        f'<li class="{css_class} {css_class}-{n}"><a href="/{n}/rubrique">'
        f"{_TOPICS[n % len(_TOPICS)]} – {_NOUNS[n // 3 % len(_NOUNS)]}</a></li>"
        for n in range(entries)
    )


def cards(count: int, seed: str = "", extra: Sequence[str] = ()) -> str:
    """Return teasers of other articles, as sidebars and feet of pages show them."""
    dice = random.Random(zlib.crc32(seed.encode()) + 7)
    heads = [*extra, *(dice.choice(_HEADLINES) for _ in range(count))]
    return "\n".join(
        f'<div class="card"><a href="/breves/{n}.html"><img src="/img/v{n}.jpg" alt="">'
        f'<span class="card-title">{head}</span></a><time>{n % 27 + 1} mars 2026</time></div>'
        for n, head in enumerate(heads)
    )


def css(kilobytes: float) -> str:
    """Return a style element of about that size."""
    rule = ".blk-{n}>a:hover{{border:{n}px solid #d{n:03d};margin:.{n}em;line-height:1.{n}}}\n"
    return "<style>" + "".join(rule.format(n=n) for n in range(int(kilobytes * 16))) + "</style>"


def js(kilobytes: float) -> str:
    """Return a script element of about that size."""
    line = 'window.__t=window.__t||{{}};__t["m{n}"]=function(e){{return e&&e.target?{n}:null}};\n'
    return "<script>" + "".join(line.format(n=n) for n in range(int(kilobytes * 14))) + "</script>"


COOKIES = (
    '<div id="axeptio_overlay" class="cookie-notice"><h2>Vos cookies, votre choix</h2><p>Avec '
    "votre accord, nos partenaires et nous mesurons la fréquentation de ce site. Vous pouvez "
    "refuser sans conséquence.</p><button>Continuer sans accepter</button><button>J'accepte"
    "</button></div>"
)
NEWSLETTER = (
    '<div class="newsletter-box"><h3>Restez informé</h3><p>Recevez notre lettre une fois par '
    'mois.</p><form action="/newsletter"><input type="email" name="mail" placeholder="Votre '
    'adresse électronique"><button>Je m’inscris</button></form></div>'
)
COMMENTS = (
    '<div id="comments"><h3>2 commentaires</h3><ol class="commentlist"><li>Merci pour ce retour '
    "d'expérience, nous essayons la même chose ici.</li><li>Bonjour, où trouver la grille "
    'd\'entretien ?</li></ol><form action="/wp-comments-post.php" method="post"><textarea '
    'name="comment"></textarea><input name="author"><input name="email"><button>Laisser un '
    "commentaire</button></form></div>"
)
