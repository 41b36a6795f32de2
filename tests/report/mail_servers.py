"""Real mail servers on loopback: one that works, one that follows a script."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator

    from aiosmtpd.smtp import SMTP, Envelope, LoginPassword, Session


class Inbox:
    """What a server received; `answers` gives refusals for MAIL, RCPT and DATA."""

    def __init__(self) -> None:
        self.received: list[Envelope] = []
        self.logins: list[tuple[str, str]] = []
        self.answers: dict[str, str] = {}

    def log_in(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _way: str, given: LoginPassword
    ) -> AuthResult:
        """Let in who knows the password, which is “right”."""
        known = given.password == b"right"
        if known:
            self.logins.append((given.login.decode(), given.password.decode()))
        return AuthResult(success=known, handled=False)

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        """Take the sender, or refuse it."""
        envelope.mail_from = address
        return self.answers.get("MAIL", "250 OK")

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        """Take the recipient, or refuse it."""
        envelope.rcpt_tos.append(address)
        return self.answers.get("RCPT", "250 OK")

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Keep the message, unless it is refused."""
        if "DATA" not in self.answers:
            self.received.append(envelope)
        return self.answers.get("DATA", "250 OK")


def serve(inbox: Inbox, security: str, context: ssl.SSLContext | None) -> Controller:
    """Start a mail server; it wants a login only where the line is made secure by STARTTLS."""
    starttls = {"tls_context": context, "require_starttls": True, "authenticator": inbox.log_in}
    controller = Controller(
        inbox,
        hostname="127.0.0.1",
        port=free_port(),
        ssl_context=context if security == "tls" else None,
        **(starttls if security == "starttls" else {}),
    )
    controller.start()
    return controller


def free_port() -> int:
    """Return a port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@contextmanager
def scripted(lines: list[str], *, mute: bool = False) -> Iterator[int]:
    """Serve one connection: one line for each command, then hang up, or say nothing (`mute`)."""
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        arguments = (listening, lines, done if mute else None)
        thread = threading.Thread(target=_follow, args=arguments)
        thread.start()
        yield listening.getsockname()[1]
        done.set()
        thread.join()


def _follow(listening: socket.socket, lines: list[str], until: threading.Event | None) -> None:
    connection, _ = listening.accept()
    with connection, connection.makefile("rb") as commands:
        for line in filter(None, lines):
            connection.sendall(f"{line}\r\n".encode())
            received = commands.readline()
            while line.startswith("354") and received not in {b".\r\n", b""}:
                received = commands.readline()
        if until:
            until.wait()
