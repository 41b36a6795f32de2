"""Errors for two readers: a sentence for the user, the technical cause for the log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.cli.exits import ExitCode
from perenne.texts import _

if TYPE_CHECKING:
    from perenne.runs.outage import OwnOutageError
    from perenne.runs.published import NotServedError


@dataclass(frozen=True)
class Explanation:
    """What the user is told of an error, and the shell."""

    sentence: str
    exit_code: ExitCode


def explain(error: Exception) -> Explanation | None:
    """Return what to tell of `error`; None for what no user can cause.

    Of several at once, from tasks side by side, the first that can be told speaks for all.
    """
    if isinstance(error, ExceptionGroup):
        return next(filter(None, map(explain, error.exceptions)), None)
    for kinds, sentence, exit_code in _known():
        if isinstance(error, kinds):
            about = "".join(f"{note} : " for note in getattr(error, "__notes__", ()))
            configured = getattr(error, "code", "") == "database_url"
            code = ExitCode.USAGE if configured else exit_code
            return Explanation(about + sentence(error), code)
    return None


def _known() -> list[tuple[tuple[type[Exception], ...], Callable[..., str], ExitCode]]:
    from perenne.cli.refusals import UsageError
    from perenne.cli.room import TooFewFilesError
    from perenne.copies.errors import CopiesError
    from perenne.dossiers import UnreadableError, error_sentence
    from perenne.net.smtp import SmtpError
    from perenne.runs.outage import OwnOutageError
    from perenne.runs.published import NotServedError
    from perenne.runs.registering import BadAddressError
    from perenne.runs.storing import LostRunError
    from perenne.settings import SettingsError
    from perenne.sites import SitesError
    from perenne.store.errors import DatabaseError
    from perenne.store.recipients import UnknownDossierError
    from perenne.texts.told import ToldError

    return [
        ((UnreadableError,), error_sentence, ExitCode.USAGE),
        ((SettingsError, SitesError), _configuration, ExitCode.USAGE),
        ((DatabaseError, CopiesError), lambda error: error.sentence, ExitCode.FAILED),
        ((TooFewFilesError,), lambda error: error.sentence, ExitCode.FAILED),
        ((SmtpError,), _mail, ExitCode.FAILED),
        ((NotServedError,), _not_served, ExitCode.FAILED),
        ((OwnOutageError,), _own_outage, ExitCode.FAILED),
        ((LostRunError,), _lost_run, ExitCode.FAILED),
        ((UnknownDossierError,), _unknown_dossier, ExitCode.USAGE),
        ((BadAddressError,), _bad_address, ExitCode.USAGE),
        ((ToldError,), lambda error: error.sentence, ExitCode.USAGE),
        ((UsageError,), lambda error: error.sentence, ExitCode.USAGE),
        ((OSError,), _system, ExitCode.FAILED),
    ]


def _configuration(error: Exception) -> str:
    from perenne.settings import config_file

    file = getattr(error, "file", "") or config_file() or ""
    faults = getattr(error, "faults", [])
    lines = [
        _("The configuration cannot be used: {file}", file=file)
        if file
        else _("The configuration cannot be used:")
    ]
    lines += [f"  {key}: {expected}" if key else f"  {expected}" for key, expected in faults]
    return "\n".join(lines)


def _mail(error: Exception) -> str:
    from perenne.texts.failures import mail_sentence

    return mail_sentence(str(getattr(error, "code", "")))


def _not_served(error: NotServedError) -> str:
    from perenne.texts.reasons import reason

    return _("No dossier came from {url}. {reason}", url=error, reason=reason(error.verdict))


def _own_outage(error: OwnOutageError) -> str:
    from perenne.texts.failures import network_sentence
    from perenne.texts.plain import sentence

    down = _("Nothing answers: our own network seems to be down.")
    return f"{down}\n{sentence(network_sentence(error.cause))}"


def _lost_run(_error: Exception) -> str:
    return _("Another Pérenne has taken this run over, since ours had stopped for too long.")


def _unknown_dossier(error: Exception) -> str:
    slug = error.args[0] if error.args else ""
    return _("There is no dossier named {slug}: `perenne dossier list` shows them.", slug=slug)


def _bad_address(error: Exception) -> str:
    return _("{address} is not a mail address.", address=error)


def _system(error: OSError) -> str:
    from perenne.texts.system import system_sentence

    return _("The system refuses: {cause}", cause=system_sentence(error))
