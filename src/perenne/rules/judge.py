"""The order of the rules: from what stops a request to what a page says.

1 no request, our own side · 2 connection · 3 refusals of us · 4 status · 5 a domain that
only sells itself, a page that sends its readers on, or nothing at all · 6 media, whose data know
better than a consent wall or a title · 7 courses · 8 redirects · 9 « not found » with 200 ·
10 subscriptions · 11 moved, or no longer the cited page · 12 alive.
"""

from __future__ import annotations

from perenne.domain.cases import Ask, Case
from perenne.domain.verdicts import Verdict
from perenne.rules.alive import alive
from perenne.rules.answers import Answer, Rule
from perenne.rules.bot_walls import bot_wall
from perenne.rules.consent import consent_wall
from perenne.rules.courses import course, course_fallback
from perenne.rules.denied import denied
from perenne.rules.drift import page_for_file, title_missing
from perenne.rules.emptiness import empty, program_error
from perenne.rules.follow import follow, refresh_unseen
from perenne.rules.front_page import front_page
from perenne.rules.media import lone_player, media
from perenne.rules.moved import moved
from perenne.rules.not_found_text import not_found_text
from perenne.rules.notes import with_notes
from perenne.rules.own_side import malformed, own_side
from perenne.rules.parked import hosting_default, parked
from perenne.rules.paywalls import login_form, paywall
from perenne.rules.redirects import redirect_away, redirect_login
from perenne.rules.soft_404 import removed_under_its_title, soft_404, told_to_scripts
from perenne.rules.squatted import squatted
from perenne.rules.statuses import (
    needs_login,
    not_found,
    odd_status,
    refused,
    server_error,
    throttled,
)
from perenne.rules.subscriber import as_subscriber
from perenne.rules.transport import transport

RULES: tuple[Rule, ...] = (
    malformed,
    own_side,
    transport,
    bot_wall,
    throttled,
    needs_login,
    not_found,
    refused,
    server_error,
    odd_status,
    parked,
    hosting_default,
    squatted,
    follow,
    empty,
    program_error,
    denied,
    media,
    course_fallback,
    course,
    consent_wall,
    redirect_login,
    redirect_away,
    soft_404,
    not_found_text,
    told_to_scripts,
    lone_player,
    removed_under_its_title,
    paywall,
    login_form,
    moved,
    refresh_unseen,
    page_for_file,
    front_page,
    title_missing,
)


def judge(case: Case) -> Verdict | Ask:
    """Conclude from a case, or ask for the one more look that would settle it.

    Pure, total and deterministic; every question is asked once at most, so that it ends.
    """
    answers = (rule(case) for rule in RULES)
    answer = next((answer for answer in answers if answer is not None), None) or alive(case)
    if isinstance(answer, Ask):
        return answer
    return with_notes(case, as_subscriber(case, answer))


def explain(case: Case) -> list[tuple[str, Answer]]:
    """Return what each rule says by itself, in their order; the first that speaks decides."""
    return [(rule.__name__, rule(case)) for rule in (*RULES, alive)]
