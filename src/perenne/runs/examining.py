"""Examines what the service stands on: network, proxy, CA, names, clock, database, mail, keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid, parsedate_to_datetime
from enum import Enum, auto

from perenne.archive.answers import Unavailable
from perenne.archive.spn2 import SavePageNow
from perenne.clock import Clock
from perenne.domain.exchanges import Exchange, Failure
from perenne.domain.urls import host_of
from perenne.net.engine import Engine
from perenne.net.service import ServiceClient
from perenne.net.smtp import SmtpError, probe, send
from perenne.settings import Settings, SettingsError
from perenne.store.database import DatabaseError, open_database
from perenne.texts import _
from perenne.texts.failures import archive_sentence, mail_sentence, network_sentence

LARGEST_DRIFT = timedelta(minutes=5)
"""What signed requests and certificates commonly bear."""


class Health(Enum):
    """How one thing is."""

    WELL = auto()
    OFF = auto()
    ILL = auto()


@dataclass(frozen=True)
class Finding:
    """One thing examined: what it is, what is said of it, and the technical cause."""

    what: str
    health: Health
    says: str
    cause: str = ""


async def examine(settings: Settings, clock: Clock, mail_to: str = "") -> list[Finding]:
    """Examine everything; a fault of one thing hides no other."""
    return [
        _database(settings),
        *await _network(settings, clock),
        _mail(settings, clock, mail_to),
        await _archive(settings),
    ]


def _database(settings: Settings) -> Finding:
    what = _("Database")
    try:
        open_database(settings.database_url).close()
    except DatabaseError as error:
        return Finding(what, Health.ILL, error.sentence, error.detail)
    return Finding(what, Health.WELL, _("reached, and up to date."))


async def _network(settings: Settings, clock: Clock) -> list[Finding]:
    """Ask the canaries, and tell names, proxy, certificates, way out and clock apart."""
    what = _("Network")
    if not settings.network.canaries:
        return [Finding(what, Health.OFF, _("no canary is configured ([network] canaries)."))]
    try:
        async with Engine(settings, clock=clock) as engine:
            exchanges = [await engine.fetch(url) for url in settings.network.canaries]
            proxied = engine.uses_proxy(settings.network.canaries[0])
    except SettingsError as error:
        return [Finding(what, Health.ILL, _("[network] cannot be used."), str(error))]
    exchange = next((each for each in exchanges if each.status is not None), exchanges[0])
    return [
        *(_step(exchange, name, failures) for name, failures in _steps()),
        _proxy(exchange, proxied=proxied),
        _time(exchange, clock),
    ]


def _steps() -> list[tuple[str, frozenset[Failure]]]:
    names = {Failure.DNS_NXDOMAIN, Failure.DNS_NO_ADDRESS, Failure.DNS_FAILED}
    certificates = {failure for failure in Failure if failure.value.startswith("tls_")}
    others = set(Failure) - names - certificates - {Failure.PROXY_FAILED}
    return [
        (_("Site names (DNS)"), frozenset(names)),
        (_("Network"), frozenset(others)),
        (_("Certificates"), frozenset(certificates)),
    ]


def _step(exchange: Exchange, what: str, failures: frozenset[Failure]) -> Finding:
    """Tell of one step of the way out whether it failed, or whether we came past it."""
    failure = exchange.failure
    if failure is None:
        return Finding(what, Health.WELL, _("{host} answers.", host=host_of(exchange.final_url)))
    if failure in failures:
        return Finding(what, Health.ILL, network_sentence(failure), exchange.last.detail)
    return Finding(what, Health.OFF, _("could not be examined: see the other lines."))


def _proxy(exchange: Exchange, *, proxied: bool) -> Finding:
    what = _("Proxy")
    if not proxied:
        return Finding(what, Health.OFF, _("none is used."))
    if exchange.failure is Failure.PROXY_FAILED:
        detail = exchange.last.detail
        return Finding(what, Health.ILL, network_sentence(Failure.PROXY_FAILED), detail)
    return Finding(what, Health.WELL, _("it lets us through."))


def _time(exchange: Exchange, clock: Clock) -> Finding:
    """Compare our clock with the one of a site that answered."""
    what = _("Clock")
    try:
        theirs = parsedate_to_datetime(exchange.header("date"))
    except ValueError:
        return Finding(what, Health.OFF, _("no site told the time."))
    drift = abs(clock.now() - theirs)
    if drift > LARGEST_DRIFT:
        minutes = round(drift.total_seconds() / 60)
        return Finding(what, Health.ILL, _("{n} minutes off: set the clock.", n=minutes))
    return Finding(what, Health.WELL, _("right."))


def _mail(settings: Settings, clock: Clock, mail_to: str) -> Finding:
    what = _("Mail")
    if not settings.smtp.host:
        return Finding(what, Health.OFF, mail_sentence("smtp_not_configured"))
    try:
        if mail_to:
            send(_test_mail(settings, clock, mail_to), settings, mail_to)
            return Finding(what, Health.WELL, _("a test mail left for {to}.", to=mail_to))
        probe(settings)
    except SmtpError as error:
        return Finding(what, Health.ILL, mail_sentence(error.code), error.detail)
    return Finding(what, Health.WELL, _("the server answers and lets us in."))


def _test_mail(settings: Settings, clock: Clock, mail_to: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = _("Pérenne: test mail")
    message["From"] = settings.smtp.sender
    message["To"] = mail_to
    message["Date"] = format_datetime(clock.now())
    message["Message-ID"] = make_msgid(domain="perenne.invalid")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_("If you read this, Pérenne's mails reach you."))
    return message


async def _archive(settings: Settings) -> Finding:
    what = _("Wayback Machine")
    keys = settings.wayback.keys
    if keys is None:
        anonymous = _("without keys: saving is anonymous, and unreliable.")
        off = _("no keys: nothing is submitted ([wayback] access_key, secret_key).")
        return Finding(what, Health.OFF, anonymous if settings.wayback.anonymous else off)
    async with ServiceClient(settings) as client:
        account = await SavePageNow(client, settings.wayback.url, keys).account()
    if isinstance(account, Unavailable):
        return Finding(what, Health.ILL, archive_sentence(account.code), account.code)
    left = account.daily_limit - account.daily_captures
    return Finding(what, Health.WELL, _("the keys work; {n} captures left today.", n=left))
