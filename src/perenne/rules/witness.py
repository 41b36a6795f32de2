"""The cited title as the witness of whether this is the page that was cited.

The recall of its words in title, h1 and text is the strongest test there is on a first check;
titles change rarely (Klein & Nelson, *Change of Web Pages' Titles Over Time*), and archived
titles detect drift with an F of 0.91 (Reyes Ayala et al., CEUR 3246, 2022).
"""

from __future__ import annotations

import re

from perenne.domain.cases import Case
from perenne.domain.pages import Page
from perenne.domain.urls import host_of
from perenne.rules.addresses import slug_words
from perenne.rules.words import ENOUGH_TO_CONFIRM, plain, recall, words

RIGHT_PAGE = 0.6
"""From this recall on it is the cited page."""

SOME_WORDS = 0.3
"""Below, nothing is left of what was cited."""

_TELLING = 0.5
"""The same for the words that do not stand in the host's name, of which there must be some."""

_ENOUGH_TEXT = 200
"""Characters of main text."""

_NAME = 4
"""Letters; shorter words stand within a longer one by chance."""


def named_in_titles(case: Case, phrase: str) -> bool:
    """Tell whether a citing title itself holds a phrase: the work is called so."""
    return any(phrase in plain(title) for title in case.titles)


def cited_titles(case: Case, at_least: int = ENOUGH_TO_CONFIRM) -> list[frozenset[str]]:
    """Return the words of the citing references' titles, those long enough to say something."""
    titles = (words(title) for title in case.titles if not title.startswith(("http:", "https:")))
    return [title for title in titles if len(title) >= at_least]


def heading_words(page: Page) -> frozenset[str]:
    """Return the words of what a page calls itself."""
    return words(f"{page.title} {page.h1} {page.og_title}")


def confirmed_by_heading(case: Case, page: Page) -> bool:
    """Tell whether title or h1 carry a cited title: a mere list quotes it in its text too."""
    return _confirmed(case, heading_words(page))


def confirmed_by_h1(case: Case, page: Page) -> bool:
    """Tell whether the heading that readers see is a cited title."""
    return _confirmed(case, words(page.h1))


def shortened(case: Case, page: Page) -> bool:
    """Tell whether the page's own heading is a part of a cited title, which says more."""
    own = words(page.h1 or page.title)
    wanted = cited_titles(case)
    enough = len(own) >= ENOUGH_TO_CONFIRM
    return enough and any(recall(own, title) >= RIGHT_PAGE for title in wanted)


def _confirmed(case: Case, heading: frozenset[str]) -> bool:
    """Compare with cited titles; the site's own name, in every heading of it, is no witness."""
    host = plain(host_of(case.url))
    labels, run_together = words(host), re.sub(r"[^a-z0-9]", "", host)
    for title in cited_titles(case):
        within = {word for word in title if len(word) >= _NAME and word in run_together}
        telling = title - labels - within
        if recall(title, heading) >= RIGHT_PAGE and recall(telling, heading) >= _TELLING:
            return True
    return False


def best_recall(case: Case, page: Page) -> float | None:
    """Return the best recall of the witnesses on the whole page, None without a witness.

    Without titles the words of the address bear witness.
    """
    slug = slug_words(case.url)
    wanted = cited_titles(case) or ([slug] if len(slug) >= ENOUGH_TO_CONFIRM else [])
    if not wanted:
        return None
    heading = heading_words(page)
    best = max(recall(title, heading) for title in wanted)
    if best >= RIGHT_PAGE:
        return best
    # Menus have words of all the site's subjects.
    found = heading | words(page.main_text if len(page.main_text) > _ENOUGH_TEXT else page.text)
    return max(recall(title, found) for title in wanted)
