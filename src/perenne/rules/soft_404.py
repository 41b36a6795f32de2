"""« Not found », served as 200.

Only title, h1, og:title and the beginning of a short main text are read: articles about 404
errors are alive, and so is the Peugeot 404.
"""

from __future__ import annotations

import re

from perenne.domain.cases import Case
from perenne.domain.pages import Page, PageKind
from perenne.domain.verdicts import VerdictKind
from perenne.rules.addresses import address, is_home
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import served_look, served_page
from perenne.rules.phrases import NOT_FOUND, SEPARATORS, SIGH, TITLE_ONLY
from perenne.rules.sibling import beside_a_sibling
from perenne.rules.witness import confirmed_by_heading
from perenne.rules.words import plain

_SHORT_TEXT = 1_500
"""Characters of main text: error pages stay below, articles are rarely so short."""

_BEGINNING = 400
_ONE_SENTENCE = 200
_KEY = re.compile(r'"\w+" ?: ?')
_MARKS = " .!?:,-'\"{}[]#*"
_MOST_OF_IT = 0.6
"""The share of a title that the phrase must fill, so that it is not about something else."""


def soft_404(case: Case) -> Answer:
    """A page that says itself that it is not there; a sibling is asked where that is unsure."""
    page = served_page(case)
    if page is None or confirmed_by_heading(case, page):
        return None
    heading = _heading_phrase(page)
    text = _text_phrase(page)
    if (heading and (text or _short(page) or "noindex" in page.robots.lower())) or text:
        return conclude(VerdictKind.SOFT_404, "soft_404", "phrase_not_found", text or heading)
    hint = heading or _hint(page)
    if not hint or is_home(address(case.url), case.site.home_paths):
        return None
    return beside_a_sibling(case, "soft_404", "phrase_not_found", hint)


def not_found_text(case: Case) -> Answer:
    """A text without markup, or an object of an API, that says « not found » and no more."""
    look = served_look(case)
    if look is None or look.page.kind is not PageKind.TEXT:
        return None
    text = _KEY.sub("", plain(look.page.text)).strip(_MARKS)
    if len(text) > _ONE_SENTENCE or not (_fills(text) or NOT_FOUND.match(text)):
        return None
    return conclude(VerdictKind.SOFT_404, "soft_404", "phrase_not_found", text)


def removed_under_its_title(case: Case) -> Answer:
    """The cited title still stands, above a text that says that it is gone."""
    page = served_page(case)
    phrase = _text_phrase(page) if page else ""
    if page is None or not phrase or not confirmed_by_heading(case, page):
        return None
    if any(phrase in plain(title) for title in case.titles):
        return None
    return conclude(VerdictKind.DOUBTFUL, "soft_404", "phrase_not_found", phrase)


def _short(page: Page) -> bool:
    return len(page.main_text) < _SHORT_TEXT


def _heading_phrase(page: Page) -> str:
    """Return the phrase that fills a part of title, h1 or og:title, "" where none does."""
    parts = (part for part in _parts(page) if _fills(part))
    return next(parts, "")


def _text_phrase(page: Page) -> str:
    if not _short(page):
        return ""
    found = NOT_FOUND.search(plain(page.main_text[:_BEGINNING]))
    return found[0] if found else ""


def _hint(page: Page) -> str:
    """Return a phrase that a title holds among other words: worth a question, no more."""
    if not _short(page):
        return ""
    found = (NOT_FOUND.search(part) for part in _parts(page))
    return next((match[0] for match in found if match), "")


def _parts(page: Page) -> list[str]:
    texts = (plain(text) for text in (page.title, page.h1, page.og_title) if text)
    parts = (part.strip(" .!?:,-'\"") for text in texts for part in SEPARATORS.split(text))
    return [part for part in parts if part]


def _fills(part: str) -> bool:
    rest = SIGH.sub("", part).strip(" .!?:,-")
    if TITLE_ONLY.fullmatch(rest):
        return True
    said = sum(len(match[0]) for match in NOT_FOUND.finditer(rest))
    return said >= _MOST_OF_IT * len(rest) > 0
