"""The mail server keeps what it is given, and refuses what it is told to refuse."""

from __future__ import annotations

import smtplib
import ssl
import threading
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from perenne.demo.certificates import Certificates
from perenne.demo.mailbox import Mailbox

if TYPE_CHECKING:
    from pathlib import Path

LOGIN = ("perenne", "sesame")


@pytest.fixture
def certificates(tmp_path: Path) -> Certificates:
    """The authority that the clients trust."""
    return Certificates(tmp_path)


@pytest.fixture
def trusting(certificates: Certificates) -> ssl.SSLContext:
    """A verifying client's context."""
    return ssl.create_default_context(cafile=str(certificates.ca_file))


def _letter(*recipients: str) -> EmailMessage:
    letter = EmailMessage()
    letter["From"], letter["To"] = "Pérenne <p@centre.example>", ", ".join(recipients)
    letter["Subject"] = "Trois liens à réparer"
    letter.set_content("Bonjour,\nvoici l’été.\n")
    return letter


def test_a_message_is_kept_as_bytes_and_parsed() -> None:
    """With the envelope it came in."""
    with Mailbox() as box, smtplib.SMTP(box.host, box.port) as smtp:
        smtp.send_message(_letter("a@x.example", "b@x.example"))
    (received,) = box.messages
    assert (received.sender, received.recipients) == (
        "p@centre.example",
        ("a@x.example", "b@x.example"),
    )
    assert b"Subject: Trois liens =?utf-8?" in received.raw
    assert received.message["Subject"] == "Trois liens à réparer"
    assert received.message.get_content() == "Bonjour,\r\nvoici l’été.\r\n"


def test_several_mailboxes_run_side_by_side_and_leave_nothing() -> None:
    """Each has its own port; threads end with them."""
    threads = threading.active_count()
    with Mailbox() as one, Mailbox() as two:
        assert one.port != two.port
        with smtplib.SMTP(two.host, two.port) as smtp:
            smtp.send_message(_letter("a@x.example"))
    assert (len(one.messages), len(two.messages)) == (0, 1)
    assert threading.active_count() == threads
    with pytest.raises(ConnectionRefusedError):
        smtplib.SMTP(one.host, one.port)


def test_a_login_over_starttls_opens_the_way(
    certificates: Certificates, trusting: ssl.SSLContext
) -> None:
    """The certificate is verified; without it, neither mail nor password is taken."""
    with (
        Mailbox(security="starttls", login=LOGIN, certificates=certificates) as box,
        smtplib.SMTP(box.host, box.port) as smtp,
    ):
        smtp.ehlo()
        assert "auth" not in smtp.esmtp_features
        with pytest.raises(smtplib.SMTPSenderRefused, match="STARTTLS"):
            smtp.send_message(_letter("a@x.example"))
        smtp.starttls(context=trusting)
        with pytest.raises(smtplib.SMTPSenderRefused, match="Authentication required"):
            smtp.send_message(_letter("a@x.example"))
        smtp.login(*LOGIN)
        smtp.send_message(_letter("a@x.example"))
    assert len(box.messages) == 1


def test_a_login_over_tls_from_the_start(
    certificates: Certificates, trusting: ssl.SSLContext
) -> None:
    """A wrong password is refused, the right one accepted."""
    with (
        Mailbox(security="tls", login=LOGIN, certificates=certificates) as box,
        smtplib.SMTP_SSL(box.host, box.port, context=trusting) as smtp,
    ):
        with pytest.raises(smtplib.SMTPAuthenticationError):
            smtp.login("perenne", "faux")
        smtp.login(*LOGIN)
        smtp.send_message(_letter("a@x.example"))
    assert len(box.messages) == 1


def test_a_stranger_does_not_trust_it(certificates: Certificates) -> None:
    """The system's authorities refuse its certificate."""
    with (
        Mailbox(security="tls", certificates=certificates) as box,
        pytest.raises(ssl.SSLCertVerificationError),
    ):
        smtplib.SMTP_SSL(box.host, box.port, context=ssl.create_default_context())


def test_a_recipient_can_be_refused_for_good() -> None:
    """The others still get the message."""
    with Mailbox() as box, smtplib.SMTP(box.host, box.port) as smtp:
        box.refuse("550 5.1.1 Unknown", recipient="nul@x.example")
        refused = smtp.send_message(_letter("nul@x.example", "a@x.example"))
    assert refused == {"nul@x.example": (550, b"5.1.1 Unknown")}
    assert [received.recipients for received in box.messages] == [("a@x.example",)]


def test_messages_can_be_refused_for_a_while() -> None:
    """As often as told, and then no more."""
    codes = []
    with Mailbox() as box, smtplib.SMTP(box.host, box.port) as smtp:
        box.refuse("451 4.3.0 Busy", times=2)
        for _ in range(2):
            with pytest.raises(smtplib.SMTPDataError) as refused:
                smtp.send_message(_letter("a@x.example"))
            codes.append(refused.value.smtp_code)
        smtp.send_message(_letter("a@x.example"))
    assert codes == [451, 451]
    assert len(box.messages) == 1
