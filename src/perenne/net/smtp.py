"""Handing a message to the mail server.

    SmtpError    whatever went wrong, with a stable code; nothing else leaves this module

The codes: `smtp_not_configured`, `smtp_unreachable`, `smtp_tls`, `smtp_login`,
`smtp_recipient_refused`, `smtp_sender_refused`, `smtp_refused`, `smtp_temporary`.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from perenne.net.environment import Environment
from perenne.net.mailboxes import mailbox
from perenne.texts.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perenne.settings import Settings, Smtp

TIMEOUT = 30.0
"""Seconds for each step; a greylisting server may take ten to greet."""
_REFUSED_FOR_GOOD = 500
"""RFC 5321, 4.2.1: from 500 on, the same message will be refused again."""
_LOGIN_WANTED = 530
"""RFC 4954: the server wants a login before it takes mail."""


class SmtpError(Exception):
    """A message did not leave.

    `permanent`: the server will never take this message for this recipient. A fault of the
    settings or of the network is not permanent: the message can leave once it is mended.
    `detail` is the technical cause, for the log.
    """

    def __init__(self, code: str, detail: str, *, permanent: bool = False) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.permanent = permanent


def send(
    message: EmailMessage | bytes, settings: Settings, recipient: str, *, timeout: float = TIMEOUT
) -> None:
    """Hand one message to the server of ``[smtp]``, for one recipient.

    Returns once the server took charge of it; raises `SmtpError`. `timeout` is in seconds, for
    each step.
    """
    to = _address(recipient, "smtp_recipient_refused", permanent=True)
    sender = _address(settings.smtp.sender, "smtp_sender_refused")
    content = message.as_bytes(policy=SMTP) if isinstance(message, EmailMessage) else message
    with _session(settings, timeout) as client:
        _hand_over(client, sender, to, content)


def probe(settings: Settings, *, timeout: float = TIMEOUT) -> None:
    """Connect, secure the line, log in and leave, without a message; raises `SmtpError`."""
    with _session(settings, timeout):
        pass


def _address(text: str, code: str, *, permanent: bool = False) -> str:
    try:
        return mailbox(text).addr_spec
    except ValueError as error:
        raise SmtpError(code, str(error), permanent=permanent) from error


@contextmanager
def _session(settings: Settings, timeout: float) -> Iterator[smtplib.SMTP]:
    smtp = settings.smtp
    if not smtp.host:
        raise SmtpError("smtp_not_configured", "smtp.host is empty")
    tls = Environment(settings.network).verified
    client = _connect(smtp, tls, timeout)
    try:
        if smtp.security == "starttls":
            _secure(client, tls)
        if smtp.user:
            _log_in(client, smtp)
        yield client
        with suppress(smtplib.SMTPException, OSError):  # the message is theirs already
            client.quit()
    finally:
        client.close()


def _connect(smtp: Smtp, tls: ssl.SSLContext, timeout: float) -> smtplib.SMTP:
    try:
        if smtp.security == "tls":
            return smtplib.SMTP_SSL(smtp.host, smtp.port, _own_name(), timeout=timeout, context=tls)
        return smtplib.SMTP(smtp.host, smtp.port, _own_name(), timeout=timeout)
    except ssl.SSLError as error:
        raise SmtpError("smtp_tls", str(error)) from error
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        raise SmtpError("smtp_unreachable", str(error)) from error


def _secure(client: smtplib.SMTP, tls: ssl.SSLContext) -> None:
    try:
        client.starttls(context=tls)
    except (smtplib.SMTPException, OSError) as error:
        raise SmtpError("smtp_tls", str(error)) from error


def _log_in(client: smtplib.SMTP, smtp: Smtp) -> None:
    try:
        client.login(smtp.user, smtp.password.get_secret_value())
    except UnicodeError:
        # not chained: that error holds the password
        raise SmtpError("smtp_login", "only ASCII names and passwords can be sent") from None
    except smtplib.SMTPServerDisconnected as error:
        raise SmtpError("smtp_temporary", str(error)) from error
    except smtplib.SMTPException as error:
        raise SmtpError("smtp_login", str(error)) from error
    except OSError as error:
        raise SmtpError("smtp_temporary", str(error)) from error


def _hand_over(client: smtplib.SMTP, sender: str, to: str, content: bytes) -> None:
    try:
        client.sendmail(sender, [to], content)
    except smtplib.SMTPRecipientsRefused as error:
        raise _refusal("smtp_recipient_refused", *error.recipients[to]) from error
    except smtplib.SMTPSenderRefused as error:
        raise _refusal("smtp_sender_refused", error.smtp_code, error.smtp_error) from error
    except smtplib.SMTPResponseException as error:
        raise _refusal("smtp_refused", error.smtp_code, error.smtp_error) from error
    except (smtplib.SMTPException, OSError) as error:
        raise SmtpError("smtp_temporary", str(error)) from error


def _refusal(code: str, status: int, answer: bytes | str) -> SmtpError:
    said = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    detail = one_line(f"{status} {said}")
    if status < _REFUSED_FOR_GOOD:
        return SmtpError("smtp_temporary", detail)
    if status == _LOGIN_WANTED:
        return SmtpError("smtp_login", detail)
    return SmtpError(code, detail, permanent=code != "smtp_sender_refused")


def _own_name() -> str:
    """Return what EHLO says; `smtplib` by itself asks the name server, which may hang."""
    name = socket.gethostname()
    return name if "." in name else "[127.0.0.1]"
