"""Sites that answer every address with their front page, without a redirect.

Found as Bar-Yossef et al. (*Sic Transit Gloria Telae*, WWW 2004) find soft 404s: by nonsense
beside the link; never on a home page (robustify.js #4).
"""

from __future__ import annotations

import re

from perenne.domain.cases import Ask, AskKind, Case
from perenne.domain.exchanges import Variant
from perenne.domain.pages import Page
from perenne.domain.verdicts import VerdictKind
from perenne.rules.addresses import address, is_home
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import served_look, served_page
from perenne.rules.sibling import same_page
from perenne.rules.witness import RIGHT_PAGE, best_recall, cited_titles

_ENOUGH_TEXT = 40
"""Characters. Less is no page: « Chargement… »."""

_SHELL = {"root", "app", "__next", "__nuxt", "___gatsby", "app-root", "q-app", "svelte"}
_SHELL_TEXT = 200
"""The shell of a page made by scripts is the same everywhere, and proves nothing: by its usual
names (React, Vue, Next, Nuxt, Gatsby, Angular, Quasar, Svelte) and its few characters."""

_IDENTIFIER = re.compile(r"\d{5,}")


def front_page(case: Case) -> Answer:
    """Too little of the cited title is on the page: then nonsense beside it is asked for."""
    page = served_page(case)
    if page is None or not _another_page(case, page):
        return None
    if case.may_ask(AskKind.SIBLING):
        return Ask(AskKind.SIBLING)
    sibling, own = case.look(Variant.SIBLING), served_look(case)
    if sibling and own and same_page(sibling, own):
        return conclude(VerdictKind.SOFT_404, "front_page", "same_as_sibling", page.title[:100])
    return None


def _another_page(case: Case, page: Page) -> bool:
    place = address(case.url)
    if is_home(place, case.site.home_paths) or _is_shell(page):
        return False
    # /35745315/any-words: the number alone names the article, whatever follows it.
    if any(_IDENTIFIER.search(segment) for segment in place.segments[:-1]):
        return False
    seen = best_recall(case, page) if cited_titles(case) else None
    return seen is not None and seen < RIGHT_PAGE


def _is_shell(page: Page) -> bool:
    length = len(page.main_text)
    return length < _ENOUGH_TEXT or (length < _SHELL_TEXT and bool(page.classes & _SHELL))
