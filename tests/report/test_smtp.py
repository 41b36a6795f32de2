"""Handing mails to real servers, and what is made of each refusal."""

import ssl
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
import trustme
from tests.report.mail_servers import Inbox, free_port, scripted, serve

from perenne.net.smtp import SmtpError, probe, send
from perenne.settings import Network, Settings, Smtp

Served = tuple[Inbox, Settings]
Serve = Callable[..., Served]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """An internal certificate authority."""
    return trustme.CA()


@pytest.fixture
def server(authority: trustme.CA, tmp_path: Path) -> Iterator[Serve]:
    """Start mail servers, and give the settings that reach them."""
    ca_file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    running = []

    def start(*, security: str = "none", known: bool = True, **facts: str) -> Served:
        inbox = Inbox()
        context = None
        if security != "none":
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            authority.issue_cert("localhost").configure_cert(context)
        controller = serve(inbox, security, context)
        running.append(controller)
        reached = {"host": "localhost", "port": controller.port, "security": security}
        smtp = Smtp(**{"sender": "Pérenne <p@a.fr>", **reached, **facts})
        network = Network(ca_file=ca_file if known else None)
        return inbox, Settings(smtp=smtp, network=network)

    yield start
    for controller in running:
        controller.stop()


def _message() -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Été"
    message["To"] = "marie@a.fr"
    message.set_content("Une ligne.\n.\nAprès le point seul.\n", cte="quoted-printable")
    return message


@pytest.mark.parametrize("security", ["none", "starttls", "tls"])
def test_a_message_arrives_as_it_was(server: Serve, security: str) -> None:
    """In the clear, after STARTTLS, and over TLS from the start."""
    inbox, settings = server(security=security)
    send(_message(), settings, "Marie <marie@a.fr>", timeout=5)
    (envelope,) = inbox.received
    assert (envelope.mail_from, envelope.rcpt_tos) == ("p@a.fr", ["marie@a.fr"])
    arrived = message_from_bytes(envelope.content, policy=policy.default)
    assert arrived["Subject"] == "Été"
    assert arrived.get_content().splitlines() == ["Une ligne.", ".", "Après le point seul."]


def test_a_stored_message_arrives_byte_for_byte(server: Serve) -> None:
    """What the outbox kept is what leaves."""
    inbox, settings = server()
    stored = _message().as_bytes(policy=policy.SMTP)
    send(stored, settings, "marie@a.fr", timeout=5)
    assert inbox.received[0].content.rstrip() == stored.rstrip()


def test_a_login_is_given_over_the_secure_line(server: Serve) -> None:
    """With the password of the settings."""
    inbox, settings = server(security="starttls", user="perenne", password="right")
    send(_message(), settings, "marie@a.fr", timeout=5)
    assert inbox.logins == [("perenne", "right")]
    assert len(inbox.received) == 1


def test_a_wrong_password_is_told_and_is_not_for_good(server: Serve) -> None:
    """The mail can leave once the settings are mended."""
    _, settings = server(security="starttls", user="perenne", password="wrong")
    error = _fails(lambda: send(_message(), settings, "marie@a.fr", timeout=5))
    assert (error.code, error.permanent) == ("smtp_login", False)
    assert "wrong" not in str(error)


def test_a_password_that_smtp_cannot_carry_does_not_leak(server: Serve) -> None:
    """Neither in the message nor in the chain of causes."""
    _, settings = server(security="starttls", user="perenne", password="pässword")
    error = _fails(lambda: probe(settings, timeout=5))
    assert error.code == "smtp_login"
    assert error.__cause__ is None
    assert error.__suppress_context__


def test_a_login_that_the_server_does_not_know_is_told(server: Serve) -> None:
    """A server in the clear offers none."""
    _, settings = server(security="none", user="perenne", password="right")
    assert _fails(lambda: probe(settings, timeout=5)).code == "smtp_login"


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_an_unknown_authority_is_refused(server: Serve, security: str) -> None:
    """Nothing is said on a line that somebody else may hold."""
    inbox, settings = server(security=security, known=False, user="perenne", password="right")
    error = _fails(lambda: send(_message(), settings, "marie@a.fr", timeout=5))
    assert (error.code, error.permanent) == ("smtp_tls", False)
    assert (inbox.received, inbox.logins) == ([], [])


def test_a_certificate_of_another_name_is_refused(server: Serve) -> None:
    """The authority is known, the name is not that of the settings."""
    _, settings = server(security="tls", host="127.0.0.1")
    assert _fails(lambda: probe(settings, timeout=5)).code == "smtp_tls"


def test_a_server_without_starttls_gets_nothing(server: Serve) -> None:
    """The line is not quietly left in the clear."""
    inbox, settings = server(security="none")
    wanted = Smtp(**{**settings.smtp.model_dump(), "security": "starttls"})
    settings = settings.model_copy(update={"smtp": wanted})
    assert _fails(lambda: send(_message(), settings, "marie@a.fr", timeout=5)).code == "smtp_tls"
    assert inbox.received == []


@pytest.mark.parametrize(
    ("step", "answer", "code", "permanent"),
    [
        ("RCPT", "550 5.1.1 no such user", "smtp_recipient_refused", True),
        ("RCPT", "450 4.2.0 greylisted", "smtp_temporary", False),
        ("MAIL", "550 5.7.1 not you", "smtp_sender_refused", False),
        ("MAIL", "530 5.7.0 log in first", "smtp_login", False),
        ("MAIL", "421 4.3.2 closing", "smtp_temporary", False),
        ("DATA", "554 5.6.0 spam", "smtp_refused", True),
        ("DATA", "452 4.3.1 disk full", "smtp_temporary", False),
    ],
)
def test_each_refusal_has_its_code(
    server: Serve, step: str, answer: str, code: str, permanent: bool
) -> None:
    """4xx is tried again, 5xx is for good where the message itself is refused."""
    inbox, settings = server()
    inbox.answers[step] = answer
    error = _fails(lambda: send(_message(), settings, "marie@a.fr", timeout=5))
    assert (error.code, error.permanent) == (code, permanent)
    assert error.detail.startswith(answer[:3])


def test_without_a_server_in_the_settings_nothing_leaves() -> None:
    """It is no fault of the message."""
    error = _fails(lambda: send(_message(), Settings(), "marie@a.fr"))
    assert (error.code, error.permanent) == ("smtp_not_configured", False)


@pytest.mark.parametrize("recipient", ["", "nobody", "a@b\r\nRCPT TO:<c@d>", "é@a.fr"])
def test_what_is_no_address_is_refused_before_anything_is_sent(
    server: Serve, recipient: str
) -> None:
    """A line break cannot smuggle a command in."""
    inbox, settings = server()
    error = _fails(lambda: send(_message(), settings, recipient, timeout=5))
    assert (error.code, error.permanent) == ("smtp_recipient_refused", True)
    assert inbox.received == []


def test_a_sender_that_is_no_address_is_told(server: Serve) -> None:
    """The settings can be mended: the message waits."""
    _, settings = server(sender='"Marie M"@a.fr')
    error = _fails(lambda: send(_message(), settings, "marie@a.fr", timeout=5))
    assert (error.code, error.permanent) == ("smtp_sender_refused", False)


def test_a_port_where_nobody_listens_is_unreachable() -> None:
    """So is a host name that cannot be one."""
    for host, port in (("127.0.0.1", free_port()), ("a" * 70 + ".invalid", 25)):
        settings = Settings(smtp=Smtp(host=host, port=port, security="none"))
        assert _fails(lambda s=settings: probe(s, timeout=5)).code == "smtp_unreachable"


@pytest.mark.parametrize(
    ("script", "code"),
    [
        (["554 no service here"], "smtp_unreachable"),
        ([""], "smtp_unreachable"),
        (["220 hi", "250 hi", ""], "smtp_temporary"),
        (["220 hi", "250 hi", "250 sender", "250 recipient", "354 go", ""], "smtp_temporary"),
    ],
)
def test_a_server_that_hangs_up_is_tried_again(script: list[str], code: str) -> None:
    """Whenever it happens before the message was taken."""
    with scripted(script) as port:
        settings = Settings(smtp=Smtp(host="127.0.0.1", port=port, security="none"))
        error = _fails(lambda: send(_message(), settings, "marie@a.fr", timeout=5))
    assert (error.code, error.permanent) == (code, False)


def test_a_server_that_hangs_up_at_login_is_tried_again() -> None:
    """That is no word against the password."""
    script = ["220 hi", "250-hi\r\n250 AUTH PLAIN", ""]
    with scripted(script) as port:
        settings = Settings(
            smtp=Smtp(host="127.0.0.1", port=port, security="none", user="u", password="p")
        )
        assert _fails(lambda: probe(settings, timeout=5)).code == "smtp_temporary"


def test_a_mute_server_is_left_in_time() -> None:
    """The night must go on."""
    with scripted(["220 hi", "250 hi", "250 sender"], mute=True) as port:
        settings = Settings(smtp=Smtp(host="127.0.0.1", port=port, security="none"))
        error = _fails(lambda: send(_message(), settings, "marie@a.fr", timeout=0.05))
    assert error.code == "smtp_temporary"


def test_a_message_that_was_taken_is_never_called_unsent() -> None:
    """Even if the server hangs up right after: it would be sent twice."""
    script = ["220 hi", "250 hi", "250 sender", "250 recipient", "354 go", "250 taken", ""]
    with scripted(script) as port:
        settings = Settings(smtp=Smtp(host="127.0.0.1", port=port, security="none"))
        send(_message(), settings, "marie@a.fr", timeout=5)


def test_a_probe_logs_in_and_sends_nothing(server: Serve) -> None:
    """What the doctor needs to know."""
    inbox, settings = server(security="starttls", user="perenne", password="right")
    probe(settings, timeout=5)
    assert inbox.logins == [("perenne", "right")]
    assert inbox.received == []


def _fails(action: Callable[[], None]) -> SmtpError:
    with pytest.raises(SmtpError) as caught:
        action()
    return caught.value
