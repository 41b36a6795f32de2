"""Pages that send their readers on: the page they lead to is the one to judge.

A browser follows a refresh as it does a redirect (HTML Living Standard, §4.2.5.3, « Refresh »).
"""

from __future__ import annotations

from perenne.domain.cases import Ask, AskKind, Case
from perenne.domain.verdicts import VerdictKind
from perenne.rules.addresses import is_home
from perenne.rules.answers import Answer, conclude
from perenne.rules.hops import journey


def follow(case: Case) -> Answer:
    """A meta refresh or a lone script leads elsewhere: look there, once."""
    way = journey(case)
    if way is None or not way.unseen or not case.may_ask(AskKind.FOLLOW):
        return None
    return Ask(AskKind.FOLLOW, url=way.end_url)


def refresh_unseen(case: Case) -> Answer:
    """A page that sends its readers on to somewhere we could not look."""
    way = journey(case)
    if way is None or not way.unseen or way.stayed:
        return None
    if is_home(way.start, case.site.home_paths) and way.start.domain == way.end.domain:
        return None
    return conclude(VerdictKind.DOUBTFUL, "refresh", "redirect_elsewhere", way.end.shown)
