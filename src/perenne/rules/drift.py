"""Pages that answer well and have nothing left of what was cited.

Three of four cited pages had changed after some years (Jones et al., *Scholarly Context Adrift*,
PLoS ONE 11(12), 2016); titles change rarely, which makes them the witness.
"""

from __future__ import annotations

from perenne.domain.cases import Case
from perenne.domain.pages import Page
from perenne.domain.verdicts import VerdictKind
from perenne.rules.addresses import address, is_home
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import served_page
from perenne.rules.witness import RIGHT_PAGE, SOME_WORDS, best_recall, cited_titles, shortened
from perenne.rules.words import ENOUGH_TO_CONFIRM

_ENOUGH_TO_ACCUSE = 4
"""Words: « Lire l'article complet » was never a page's title."""

_FEW = 0.2
_LAST_LATIN = "\u024f"
"""The end of Unicode's Latin Extended-B."""

_ENOUGH_TEXT = 200
"""Characters: a page made by scripts says nothing either way."""


def title_missing(case: Case) -> Answer:
    """Not a word of any cited title is on the page. Home pages may change as they like."""
    page = served_page(case)
    if page is None or is_home(address(case.url), case.site.home_paths):
        return None
    titles = cited_titles(case)
    needed = ENOUGH_TO_CONFIRM if _in_another_script(page) else _ENOUGH_TO_ACCUSE
    if len(page.text) < _ENOUGH_TEXT or not titles or min(map(len, titles)) < needed:
        return None
    seen = best_recall(case, page)
    if seen is None or seen >= SOME_WORDS or shortened(case, page):
        return None
    return conclude(VerdictKind.DOUBTFUL, "title_missing", "title_missing", page.title[:100])


def _in_another_script(page: Page) -> bool:
    """Tell whether hardly a letter of the page is of the Latin alphabet, in which titles are."""
    letters = [char for char in page.main_text[:_ENOUGH_TEXT] if char.isalpha()]
    return bool(letters) and sum(map(_is_latin, letters)) < _FEW * len(letters)


def _is_latin(char: str) -> bool:
    return char <= _LAST_LATIN


def page_for_file(case: Case) -> Answer:
    """A web page where a PDF was cited, which does not name what was cited."""
    page = served_page(case)
    if page is None or not address(case.url).path.lower().endswith(".pdf"):
        return None
    seen = best_recall(case, page)
    if seen is None or seen >= RIGHT_PAGE:
        return None
    return conclude(VerdictKind.DOUBTFUL, "page_for_file", "page_for_file", page.title[:100])
