"""Who follows what, and what humans said of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.store.store_stories import DAY, MONDAY, add

from perenne.domain.people import OverlayKind, Pace
from perenne.store import links, overlays, recipients
from perenne.store.recipients import Subscription, UnknownDossierError

if TYPE_CHECKING:
    from perenne.store.database import Database

LEA = "lea@centre.example"


def test_an_address_follows_a_dossier_a_centre_or_everything(database: Database) -> None:
    """Each is a subscription of its own, with its pace."""
    with database.transaction() as session:
        add(session, "eau", centre="Pantin")
        recipients.subscribe(session, " Lea@Centre.example", Pace.WEEKLY, dossier_slug="eau")
        recipients.subscribe(session, LEA, Pace.MONTHLY, centre="Angers")
        recipients.subscribe(session, LEA, Pace.NIGHTLY)
        assert recipients.subscriptions(session) == [
            Subscription(LEA, Pace.WEEKLY, "eau", None),
            Subscription(LEA, Pace.MONTHLY, None, "Angers"),
            Subscription(LEA, Pace.NIGHTLY, None, None),
        ]


@pytest.mark.parametrize("scope", [{}, {"dossier_slug": "eau"}, {"centre": "Pantin"}])
def test_following_again_changes_the_pace_alone(database: Database, scope: dict[str, str]) -> None:
    """And one goodbye is enough."""
    with database.transaction() as session:
        add(session, "eau")
        for pace in (Pace.WEEKLY, Pace.MONTHLY):
            recipients.subscribe(session, LEA, pace, **scope)
        assert [s.pace for s in recipients.subscriptions(session)] == [Pace.MONTHLY]
        assert recipients.unsubscribe(session, LEA, **scope)
        assert not recipients.unsubscribe(session, LEA, **scope)
        assert recipients.subscriptions(session) == []


def test_leaving_one_thing_keeps_the_others(database: Database) -> None:
    """Everything is a thing of its own."""
    with database.transaction() as session:
        add(session, "eau")
        recipients.subscribe(session, LEA, Pace.WEEKLY, dossier_slug="eau")
        recipients.subscribe(session, LEA, Pace.WEEKLY)
        assert recipients.unsubscribe(session, LEA)
        assert [s.dossier_slug for s in recipients.subscriptions(session)] == ["eau"]


def test_a_dossier_that_is_not_there_cannot_be_followed(database: Database) -> None:
    """The slug was mistyped."""
    with pytest.raises(UnknownDossierError, match="eua"), database.transaction() as session:
        recipients.subscribe(session, LEA, Pace.WEEKLY, dossier_slug="eua")


def test_what_was_said_holds_until_it_ends(database: Database) -> None:
    """Or until its date; several things may be said of one link."""
    with database.transaction() as session:
        one, two = links.ensure(
            session, ["https://a.example/", "https://b.example/"], MONDAY
        ).values()
        overlays.dismiss(session, one, author=LEA, reason="travaux", at=MONDAY, until=MONDAY + DAY)
        accepted = overlays.say(
            session,
            one,
            OverlayKind.REPLACEMENT_ACCEPTED,
            author=LEA,
            reason="vu",
            at=MONDAY,
            centre="Pantin",
            replacement="https://c.example/",
        )
        said = overlays.active(session, [one, two], MONDAY)
        assert set(said) == {one}
        assert [o.kind for o in said[one]] == [
            OverlayKind.DISMISSED,
            OverlayKind.REPLACEMENT_ACCEPTED,
        ]
        assert [o.centre for o in said[one]] == [None, "Pantin"]
        assert said[one][1].replacement == "https://c.example/"
        [left] = overlays.active(session, [one], MONDAY + DAY)[one]
        assert left.id == accepted
        assert overlays.end(session, accepted, MONDAY + DAY)
        assert not overlays.end(session, accepted, MONDAY + 2 * DAY)
        assert overlays.active(session, [one], MONDAY + DAY) == {}
