"""Answers with nothing in them, and those that hold only a program's last words."""

from __future__ import annotations

import re

from perenne.domain.cases import Ask, AskKind, Case, Look
from perenne.domain.pages import PageKind
from perenne.domain.verdicts import VerdictKind
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import served_look, served_page
from perenne.rules.words import plain

_SHOWS_SOMETHING = re.compile(
    rb"<(?:script|img|svg|i?frame|embed|object|video|audio|canvas|input|button)\b", re.IGNORECASE
)
_LAST_WORDS = re.compile(
    r"(?:php )?(?:fatal|parse) error: |uncaught (?:pdo)?exception|sqlstate\[|"
    r"error establishing a database connection|"
    r"erreur lors de la connexion a la base de donnees|"
    r"erreur de connexion a la base de donnees|microsoft ole db provider"
)
"""What PHP, WordPress (in English and French) and ASP leave when the program behind fails."""

_SHORT = 600


def empty(case: Case) -> Answer:
    """200 or 204 with nothing in it; a body that broke off at once says nothing."""
    look = served_look(case)
    if look is None or not _nothing(look):
        return None
    if look.exchange.incomplete:
        return conclude(VerdictKind.DOUBTFUL, "empty", "empty_answer")
    return conclude(VerdictKind.SOFT_404, "empty", "empty_answer")


def program_error(case: Case) -> Answer:
    """A lone error of PHP or of the database, served as a page."""
    page = served_page(case)
    text = page.text if page else ""
    if len(text) > _SHORT or not (found := _LAST_WORDS.search(plain(text))):
        return None
    if case.may_ask(AskKind.SECOND_OPINION):
        return Ask(AskKind.SECOND_OPINION, after_seconds=case.second_opinion_after)
    return conclude(VerdictKind.SERVER_ERROR, "program_error", "program_error", found[0].strip())


def _nothing(look: Look) -> bool:
    page = look.page
    if page.kind is PageKind.EMPTY:
        return True
    said = page.text or page.title or page.refresh
    blank = page.kind in (PageKind.HTML, PageKind.TEXT) and not said
    return blank and not _SHOWS_SOMETHING.search(look.exchange.body)
