"""« Accès refusé » served as a page: it is there, for those who may enter."""

from __future__ import annotations

import re

from perenne.domain.cases import Case
from perenne.domain.verdicts import VerdictKind
from perenne.rules.answers import Answer, conclude
from perenne.rules.headings import parts
from perenne.rules.looks import served_page
from perenne.rules.witness import confirmed_by_heading, named_in_titles
from perenne.rules.words import plain

_DENIED = re.compile(
    r"(?:(?:erreur|error) )?(?:403 ?)?(?:acces (?:refuse|interdit|non autorise)|"
    r"access (?:denied|forbidden)|permission denied|forbidden|"
    r"(?:vous n'etes pas|you are not) (?:autorise|authorized)\W.*)"
)
"""What Drupal, Joomla, eZ and WordPress head such a page with, under 200 where badly set up."""

_LOGIN = re.compile(r"connectez-vous|identifiez-vous|se connecter|log ?in\b|sign in\b|mot de passe")
_SHORT = 600
"""Characters: an article about refusals says more."""


def denied(case: Case) -> Answer:
    """A short page that calls itself a refusal; where it offers a login, that opens it."""
    page = served_page(case)
    if page is None or len(page.main_text) > _SHORT or confirmed_by_heading(case, page):
        return None
    refusals = [part for part in parts(page.h1 or page.title) if _DENIED.fullmatch(part)]
    if not refusals or named_in_titles(case, refusals[0]):
        return None
    if page.password_field or _LOGIN.search(plain(page.main_text)):
        return conclude(VerdictKind.RESTRICTED, "denied", "login_form")
    return conclude(VerdictKind.BLOCKED, "denied", "unsigned_refusal")
