"""The cited title as the witness of whether this is the page that was cited.

The recall of its words in title, h1 and text is the strongest test there is on a first check;
titles change rarely (Klein & Nelson, *Change of Web Pages' Titles Over Time*), and archived
titles detect drift with an F of 0.91 (Reyes Ayala et al., CEUR 3246, 2022).
"""

from __future__ import annotations

from perenne.domain.cases import Case
from perenne.domain.pages import Page
from perenne.rules.addresses import slug_words
from perenne.rules.words import ENOUGH_TO_CONFIRM, recall, words

RIGHT_PAGE = 0.6
"""From this recall on it is the cited page."""


def cited_titles(case: Case, at_least: int = ENOUGH_TO_CONFIRM) -> list[frozenset[str]]:
    """Return the words of the citing references' titles, those long enough to say something."""
    titles = (words(title) for title in case.titles if not title.startswith(("http:", "https:")))
    return [title for title in titles if len(title) >= at_least]


def heading_words(page: Page) -> frozenset[str]:
    """Return the words of what a page calls itself."""
    return words(f"{page.title} {page.h1} {page.og_title}")


def confirmed_by_heading(case: Case, page: Page) -> bool:
    """Tell whether title or h1 carry a cited title: a mere list quotes it in its text too."""
    heading = heading_words(page)
    return any(recall(title, heading) >= RIGHT_PAGE for title in cited_titles(case))


def confirmed_by_h1(case: Case, page: Page) -> bool:
    """Tell whether the heading that readers see is a cited title."""
    heading = words(page.h1)
    return any(recall(title, heading) >= RIGHT_PAGE for title in cited_titles(case))


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
    found = heading | words(page.text)
    return max(recall(title, found) for title in wanted)
