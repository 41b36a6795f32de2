"""Answers with nothing in them, and those that hold only a program's last words."""

from __future__ import annotations

import re

from perenne.domain.cases import AskKind, Case, Look
from perenne.domain.pages import Page, PageKind
from perenne.domain.verdicts import VerdictKind
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import second_opinion, served_look
from perenne.rules.witness import confirmed_by_heading
from perenne.rules.words import plain

_SHOWS_SOMETHING = re.compile(
    rb"<(?:script|img|svg|i?frame|embed|object|video|audio|canvas|input|button)\b", re.IGNORECASE
)
_LAST_WORDS = re.compile(
    r"(?:(?:php )?(?:fatal|parse) error ?:|uncaught [\w\\]*(?:exception|error)|sqlstate ?\[|"
    r"warning ?: (?:mysqli?|pg|pdo)\w*\()(?:.{,1500}? on line \d+)?|"
    r"error establishing a database connection|"
    r"erreur (?:lors de la|de) connexion (?:a|avec) la base de donnees|"
    r"connexion a la base de donnees impossible|database connection (?:failed|error)|"
    r"impossible de se connecter a la base de donnees|"
    r"(?:unable to|could not) connect to (?:the )?database|microsoft ole db provider|"
    r"server error in '/\w*' application|probleme technique \(serveur sql\)|"
    r"le serveur sql a renvoye une erreur|too many (?:database )?connections|"
    r"there has been a critical error on (?:this|your) website|"
    r"il y a eu une erreur critique sur (?:ce|votre) site|"
    r"the website encountered an unexpected error|oops, an error occurred|"
    r"internal server error|(?:502 )?bad gateway|(?:503 )?service (?:temporarily )?unavailable|"
    r"proxy error|http status 500"
)
"""What PHP, WordPress and Drupal (in English and French), SPIP, TYPO3, ASP and Tomcat leave when
the program behind fails.

PHP writes « <b>Fatal error</b>:  … in <b>/file</b> on line <b>12</b> », a stack trace between."""

_SHORT = 600
_SHORT_BESIDE = 150
"""Characters: beside the error hardly a line, on a page that has a heading of its own."""

_LONGEST = 3_000
"""Characters: a stack trace, and what little may stand beside it."""

_TOLD = 80


def empty(case: Case) -> Answer:
    """200 or 204 with nothing in it; a body that was not read to its end says nothing."""
    look = served_look(case)
    if look is None or not _nothing(look):
        return None
    if look.exchange.incomplete or look.exchange.truncated:
        return conclude(VerdictKind.DOUBTFUL, "empty", "empty_answer")
    return conclude(VerdictKind.SOFT_404, "empty", "empty_answer")


def program_error(case: Case) -> Answer:
    """A lone error of PHP or of the database, served as a page."""
    look = served_look(case)
    page = look.page if look else None
    found = _alone(page) if page and not confirmed_by_heading(case, page) else None
    if found is None:
        return None
    if case.may_ask(AskKind.SECOND_OPINION):
        return second_opinion(case)
    return conclude(
        VerdictKind.SERVER_ERROR, "program_error", "program_error", found[0][:_TOLD].strip()
    )


def _alone(page: Page) -> re.Match[str] | None:
    """Find an error with hardly a word around it; an article that quotes one has a heading."""
    shown = page.main_text or page.text
    if len(shown) > _LONGEST:
        return None
    text, heading = plain(shown), plain(page.h1)
    found = _LAST_WORDS.search(text)
    if found is None:
        return None
    beside = len(text) - len(found[0])
    own_heading = bool(heading) and not _LAST_WORDS.search(heading)
    room = len(heading) + _SHORT_BESIDE if own_heading else _SHORT
    return found if beside <= room else None


def _nothing(look: Look) -> bool:
    page = look.page
    if page.kind is PageKind.EMPTY:
        return True
    said = page.text or page.title or page.refresh
    blank = page.kind in (PageKind.HTML, PageKind.TEXT) and not said
    return blank and not _SHOWS_SOMETHING.search(look.exchange.body)
