"""Bad days of an archive, drawn by lot: what happens to each of many pages."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from tests.archive.bodies import BOT_WALL, CONSENT_WALL, SOFT_404

from perenne.demo.wayback import Reply, Script, Trouble

HOUR = timedelta(hours=1)
NEVER = timedelta(days=9999)
"""Else a day at most, as seen: what is not in the index by then is taken for not saved."""
REPLIES = (
    Reply.LOGIN,
    Reply.THROTTLED,
    Reply.HTML,
    Reply.BROKEN,
    Reply.CLOSED,
    Reply.RECENT,
    Reply.SPENT,
    Reply.NO_HOST,
    Reply.OVERLOADED,
)
ERRORS = ("browsing-timeout", "job-failed", "never-heard-of", "user-session-limit", "no-access")
TROUBLES = (Trouble.THROTTLED, Trouble.DOWN, Trouble.MALFORMED, Trouble.CLOSED)
NOT_THE_PAGE = (
    Script(archived=SOFT_404),
    Script(archived=CONSENT_WALL),
    Script(archived=BOT_WALL),
    Script(archived_status=503, tells_status=False),
    Script(archived_status=404),  # the archive says so itself
    Script(index_lag=NEVER),  # a success that is another capture
)


def bad_days(random: Random) -> list[Script]:
    """Return what happens to one page, which in the end is saved and shown."""
    days = [_bad_day(random) for _ in range(random.randrange(4))]
    if random.random() < 0.1:
        days.insert(0, random.choice(NOT_THE_PAGE))
    lag = HOUR * random.choice((0, 0, 1, 12, 23))
    return [*days, Script(pending=random.randrange(3), index_lag=lag)]


def _bad_day(random: Random) -> Script:
    """Return a day on which something of everything may go wrong."""
    lag = HOUR * random.randrange(24)
    ways = (
        Script(random.choice(REPLIES), retry_after=random.choice((None, 600)), index_lag=lag),
        Script(error=random.choice(ERRORS)),
        Script(pending=10**9, index_lag=lag),  # a job that never ends
        Script(poll=random.choice((*TROUBLES, Trouble.FORGOTTEN)), index_lag=lag),
        Script(playback=random.choice(TROUBLES), retry_after=random.choice((None, 3600))),
        Script(index=random.choice(TROUBLES), reply=Reply.HTML),
    )
    return random.choice(ways)
