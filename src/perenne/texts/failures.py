"""What a person can do when a service of ours fails: one sentence for each code."""

from perenne.domain.exchanges import Failure
from perenne.texts import _


def mail_sentence(code: str) -> str:
    """Return what went wrong with a mail, by the code of `net.smtp.SmtpError`."""
    return {
        "smtp_not_configured": _("No mail server is configured ([smtp] host)."),
        "smtp_unreachable": _("The mail server does not answer: check [smtp] host and port."),
        "smtp_tls": _("No secure line to the mail server: check [smtp] security, or its CA."),
        "smtp_login": _("The mail server refuses the login: check [smtp] user and password."),
        "smtp_recipient_refused": _("The mail server refuses this recipient."),
        "smtp_sender_refused": _("The mail server refuses our sender: check [smtp] sender."),
        "smtp_refused": _("The mail server refuses the message."),
    }.get(code, _("The mail server cannot take the message now; it is tried again later."))


def network_sentence(failure: Failure) -> str:
    """Return why no known-good site could be reached."""
    if failure in (Failure.DNS_NXDOMAIN, Failure.DNS_NO_ADDRESS, Failure.DNS_FAILED):
        return _("no known-good name is found: check the name servers of this machine.")
    if failure is Failure.PROXY_FAILED:
        return _("the proxy does not answer, or refuses us: check [network] proxy.")
    if failure.value.startswith("tls_"):
        return _("certificates are refused: is the proxy's CA missing ([network] ca_file)?")
    return _("no known-good site answers: is this machine on the network?")


def archive_sentence(code: str) -> str:
    """Return why the archive does not serve us, by the code of `archive.answers.Unavailable`."""
    if code == "keys_refused":
        return _("the keys are refused: check [wayback] access_key and secret_key.")
    if code == "rate_limited":
        return _("too many requests for now; it is tried again later.")
    return _("it does not answer as it should for now; it is tried again later.")
