"""Who reads reports: the recipients of dossiers and centres, and those of the configuration."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from perenne.domain.people import Pace
from perenne.settings import Report
from perenne.store import recipients
from perenne.store.database import Session
from perenne.store.dossiers import DossierRecord
from perenne.store.recipients import Subscription


@dataclass(frozen=True)
class Reader:
    """One address, at the quickest pace it asked for, with all it follows."""

    address: str
    pace: Pace
    subscriptions: tuple[Subscription, ...]

    def follows(self, record: DossierRecord) -> bool:
        """Tell whether the reader follows this dossier."""
        return any(_covers(subscription, record) for subscription in self.subscriptions)


def readers(session: Session, report: Report) -> list[Reader]:
    """Return every reader; those of `[report] recipients` follow everything."""
    _follow_settings(session, report)
    by_address = groupby(recipients.subscriptions(session), key=lambda each: each.address)
    return [_reader(address, tuple(each)) for address, each in by_address]


def _follow_settings(session: Session, report: Report) -> None:
    """Hold the subscriptions to everything equal to the settings, which alone make them."""
    wanted = {recipients.normal_address(address) for address in report.recipients}
    for known in recipients.subscriptions(session):
        if _everything(known) and known.address not in wanted:
            recipients.unsubscribe(session, known.address)
    for address in wanted:
        recipients.subscribe(session, address, Pace(report.pace))


def _reader(address: str, subscriptions: tuple[Subscription, ...]) -> Reader:
    return Reader(address, _quickest(each.pace for each in subscriptions), subscriptions)


def _quickest(paces: Iterable[Pace]) -> Pace:
    order = list(Pace)
    return min(paces, key=order.index)


def _everything(subscription: Subscription) -> bool:
    return subscription.dossier_slug is None and subscription.centre is None


def _covers(subscription: Subscription, record: DossierRecord) -> bool:
    return (
        _everything(subscription)
        or subscription.dossier_slug == record.slug
        or (subscription.centre is not None and subscription.centre == record.centre)
    )
