"""What has long been broken rests for a week at a time, and is not forgotten meanwhile."""

from __future__ import annotations

import asyncio
import email
import email.policy
from datetime import UTC, timedelta

from tests.runs.test_rechecks import NIGHT, WELL, Story, story

from perenne.domain.states import State
from perenne.runs.demand import check_recorded
from perenne.runs.orders import Following
from perenne.runs.wanted import Wanted
from perenne.store import outbox

__all__ = ["story"]

DEAD = "b.exemple.fr"


def nights(story: Story, *numbers: int) -> dict[int, set[str]]:
    """Play nights, the first of all being 0; return the hosts that each has asked."""
    asked = {}
    for number in numbers:
        local = (NIGHT + timedelta(days=number)).astimezone(story.service.settings.schedule.zone)
        story.clock.instant = local.replace(hour=3, minute=5).astimezone(UTC)
        story.night()
        asked[number] = set(story.asked())
    return asked


def last_mail(story: Story) -> str:
    """Return the words of the newest mail."""
    with story.service.database.reading() as session:
        newest = outbox.all_messages(session)[-1]
    message = email.message_from_bytes(newest.message, policy=email.policy.default)
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def test_it_is_asked_once_a_week_over_a_change_of_clock(story: Story) -> None:
    """Six nights are too few and seven enough; the clocks change in the night to day 27.

    In the first nights a better address is looked for, on that host too.
    """
    story.set(weekly_after_days=2)
    asked = nights(story, 1, 2, 7, 8, 14, 15, 21, 22, 28, 29)
    assert [n for n, hosts in asked.items() if DEAD in hosts and n > 2] == [8, 15, 22, 29]
    assert all("c.exemple.fr" in hosts for hosts in asked.values())


def test_it_may_be_asked_every_night(story: Story) -> None:
    """Where the settings say so."""
    story.set(weekly_after_days=0)
    assert all(DEAD in hosts for hosts in nights(story, 1, 2, 40, 41, 42).values())


def test_whoever_asks_for_it_is_answered(story: Story) -> None:
    """A check on demand takes everything."""
    story.set(weekly_after_days=1)
    assert DEAD not in nights(story, 1, 3)[3]
    seen = asyncio.run(check_recorded(story.service, Wanted(slugs=None), Following(archive=False)))
    assert set(story.asked()) == {"a.exemple.fr", "b.exemple.fr", "c.exemple.fr"}
    assert len(seen.links) == 3


def test_mails_count_it_all_the_same(story: Story) -> None:
    """A night in which two of three rest tells of three links, two of them still broken."""
    story.set(weekly_after_days=1)
    nights(story, 1)
    story.answers["c.exemple.fr"] = story.answers[DEAD]
    assert nights(story, 2, 3)[3] == {"c.exemple.fr"}
    assert story.states() == [State.BROKEN] * 3
    assert "3 liens examinés" in last_mail(story)
    assert "2 liens toujours cassés" in last_mail(story)


def test_it_is_told_when_it_is_back(story: Story) -> None:
    """At the end of its week."""
    story.set(weekly_after_days=1)
    nights(story, 1)
    story.answers[DEAD] = WELL
    nights(story, 2, 7)
    assert story.states()[1] is State.BROKEN
    nights(story, 8)
    assert story.states()[1] is State.ALIVE
    assert "rétabli" in last_mail(story)
