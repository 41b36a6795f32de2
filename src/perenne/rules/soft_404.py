"""« Not found », served as 200.

Only title, h1, og:title and the beginning of a short main text are read: articles about 404
errors are alive, and so is the Peugeot 404.
"""

from __future__ import annotations

import re

from perenne.domain.cases import Case
from perenne.domain.pages import Page
from perenne.domain.verdicts import VerdictKind
from perenne.rules.addresses import address, is_home
from perenne.rules.answers import Answer, conclude
from perenne.rules.headings import heading_parts, parts, share
from perenne.rules.looks import served_page
from perenne.rules.phrases import NOT_FOUND, SIGH, TITLE_ONLY
from perenne.rules.sibling import beside_a_sibling
from perenne.rules.witness import confirmed_by_heading, named_in_titles
from perenne.rules.words import plain

_SHORT_TEXT = 1_500
"""Characters of main text: error pages stay below, articles are rarely so short."""

_BEGINNING = 400
_MOST_OF_IT = 0.6
"""The share of a title that the phrase must fill, so that it is not about something else."""

_QUOTED = re.compile(r'"[^"]{,80}"')
"""What a text quotes, it does not say itself."""


def soft_404(case: Case) -> Answer:
    """A page that says itself that it is not there; a sibling is asked where that is unsure."""
    page = served_page(case)
    if page is None or confirmed_by_heading(case, page):
        return None
    heading, text = heading_phrase(page), _text_phrase(page)
    phrase = text or heading or _hint(page)
    if not phrase or named_in_titles(case, phrase):
        return None
    silent = _short(page) or "noindex" in page.robots.lower()
    if text or (heading and silent):
        return conclude(VerdictKind.SOFT_404, "soft_404", "phrase_not_found", phrase)
    if is_home(address(case.url), case.site.home_paths):
        return None
    return beside_a_sibling(case, "soft_404", "phrase_not_found", phrase)


def removed_under_its_title(case: Case) -> Answer:
    """The cited title still stands, above a heading or a text that says that it is gone."""
    page = served_page(case)
    if page is None or not confirmed_by_heading(case, page):
        return None
    phrase = _text_phrase(page) or next(filter(fills, parts(page.h1)), "")
    if not phrase or named_in_titles(case, phrase):
        return None
    return conclude(VerdictKind.DOUBTFUL, "soft_404", "phrase_not_found", phrase)


def told_to_scripts(case: Case) -> Answer:
    """A page made by scripts, in whose data the server says « 404 »."""
    page = served_page(case)
    if page is None or not page.scripts_told_404 or not _short(page):
        return None
    return conclude(VerdictKind.SOFT_404, "soft_404", "told_to_scripts")


def fills(part: str) -> bool:
    """Tell whether a part of a heading says « not found » and hardly anything else."""
    rest = SIGH.sub("", part).strip(" .!?:,-")
    return bool(TITLE_ONLY.fullmatch(rest)) or share(NOT_FOUND, rest) >= _MOST_OF_IT


def heading_phrase(page: Page) -> str:
    """Return the phrase that fills a part of title, h1 or og:title, "" where none does."""
    return next(filter(fills, heading_parts(page)), "")


def _short(page: Page) -> bool:
    return len(page.main_text) < _SHORT_TEXT


def _text_phrase(page: Page) -> str:
    if not _short(page):
        return ""
    found = NOT_FOUND.search(_QUOTED.sub(" ", plain(page.main_text[:_BEGINNING])))
    return found[0] if found else ""


def _hint(page: Page) -> str:
    """Return a phrase that a title holds among other words: worth a question, no more."""
    if not _short(page):
        return ""
    found = (NOT_FOUND.search(part) for part in heading_parts(page))
    return next((match[0] for match in found if match), "")
