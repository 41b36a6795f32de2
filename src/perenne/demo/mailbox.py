"""A mail server on loopback that keeps what it is given, and refuses what it is told to refuse."""

from __future__ import annotations

import asyncio
import email
import email.policy
from contextlib import AbstractContextManager, ExitStack, asynccontextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from typing import TYPE_CHECKING, Literal, Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from perenne.demo.background import in_background
from perenne.demo.serving import LOOPBACK

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from perenne.demo.certificates import Certificates

Security = Literal["none", "starttls", "tls"]
_LOGIN_FIRST = "530 5.7.0 Authentication required"


@dataclass(frozen=True, slots=True)
class Received:
    """One message as it came: its envelope, its bytes."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        """Return the parsed message."""
        return email.message_from_bytes(self.raw, policy=email.policy.default)


@dataclass(slots=True)
class _Refusal:
    reply: str
    recipient: str | None
    left: int | None


class Mailbox(AbstractContextManager["Mailbox"]):
    """Receives mail in a thread of its own; `messages` grows as it comes.

    `security` as in the settings; with "starttls" or "tls", `certificates` issues the server's.
    `login` is the only (user, password) that may send, None for everybody.
    """

    host = LOOPBACK

    def __init__(
        self,
        *,
        security: Security = "none",
        login: tuple[str, str] | None = None,
        certificates: Certificates | None = None,
    ) -> None:
        self.port = 0
        self.security = security
        self.login = login
        self.messages: list[Received] = []
        self._context = certificates.context(LOOPBACK) if certificates else None
        self._refusals: list[_Refusal] = []
        self._open = ExitStack()

    def refuse(self, reply: str, *, recipient: str | None = None, times: int | None = None) -> None:
        """Refuse with `reply` (``450 4.2.1 Busy``): a recipient, or whole messages.

        `times`: how often; for ever where it is None.
        """
        self._refusals.append(_Refusal(reply, recipient, times))

    def __enter__(self) -> Self:
        self.port = self._open.enter_context(in_background(self._serving()))
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    @asynccontextmanager
    async def _serving(self) -> AsyncIterator[int]:
        loop = asyncio.get_running_loop()
        implicit = self._context if self.security == "tls" else None
        async with await loop.create_server(self._protocol, LOOPBACK, 0, ssl=implicit) as server:
            yield server.sockets[0].getsockname()[1]

    def _protocol(self) -> SMTP:
        starttls = self.security == "starttls"
        return SMTP(
            _Hooks(self),
            hostname="mail.example",
            enable_SMTPUTF8=True,
            tls_context=self._context if starttls else None,
            require_starttls=starttls,
            auth_require_tls=starttls,
            authenticator=self._authenticate,
        )

    def _authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _how: str, given: object
    ) -> AuthResult:
        expected = LoginPassword(*(part.encode() for part in self.login)) if self.login else given
        return AuthResult(success=given == expected, handled=False)

    def refusal(self, recipient: str | None) -> str | None:
        """Return the reply that refuses this recipient (None: this message), if one does."""
        for refusal in self._refusals:
            if refusal.recipient == recipient and refusal.left != 0:
                if refusal.left is not None:
                    refusal.left -= 1
                return refusal.reply
        return None


class _Hooks:
    """What aiosmtpd calls, by the names that it looks for."""

    def __init__(self, box: Mailbox) -> None:
        self._box = box

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self._box.login and not session.authenticated:
            return _LOGIN_FIRST
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: object
    ) -> str:
        refusal = self._box.refusal(address)
        if refusal is None:
            envelope.rcpt_tos.append(address)
        return refusal or "250 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        refusal = self._box.refusal(None)
        if refusal is None:
            sender, recipients = str(envelope.mail_from), tuple(envelope.rcpt_tos)
            self._box.messages.append(
                Received(sender, recipients, envelope.original_content or b"")
            )
        return refusal or "250 OK"
