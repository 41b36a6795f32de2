"""What a command cannot do as it was asked.

Exception
└── UsageError          its argument fills its sentence
    ├── EmptyDossierError, NothingToCheckError, EmptyTitleError, EmptyReasonError
    ├── OddDossierError, RefusedFilesError, EmptyFolderError, OneFileError
    ├── NothingToMendError, NothingRobustError, SameFileError
    ├── NothingToExportError, UnknownFormError
    ├── UnknownUrlError, UnknownTargetError, NotAReaderError
    ├── UnknownMailError
    ├── CopiesOffError, NothingCopiedError, FileExistsAlreadyError, NotWaczError
    ├── MailNotConfiguredError, ArchiveNotConfiguredError, DemoMissingError
    └── WorkbookOnTerminalError
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.texts import _, plural

if TYPE_CHECKING:
    from perenne.domain.references import Dossier


class UsageError(Exception):
    """What was asked for cannot be done as it was asked."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return str(self)


class EmptyDossierError(UsageError):
    """A dossier without any URL, which was to be registered: its file."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("{file} holds no link: nothing was registered.", file=self)


class OddDossierError(UsageError):
    """A dossier that is odd, where that was to be an error: its file, and what was read of it."""

    def __init__(self, file: str, dossier: Dossier) -> None:
        super().__init__(file)
        self._dossier = dossier

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        from perenne.cli.read import findings

        count = len(self._dossier.notices)
        head = plural("{file}: {n} thing is odd", "{file}: {n} things are odd", count, file=self)
        return "\n".join([head, *findings(self._dossier)])


class RefusedFilesError(UsageError):
    """The files of a folder, of which none is used: why, in a sentence for each."""


class EmptyFolderError(UsageError):
    """A folder in which no file was found: the folder."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("There is no file in the folder {folder}.", folder=self)


class OneFileError(UsageError):
    """An option that says something of one dossier, given with a folder: the option."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("{option} is for one file, and a folder was given.", option=self)


class NothingToCheckError(UsageError):
    """What was to be checked holds no URL: the targets."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("{targets} holds no link: there is nothing to check.", targets=self)


class NothingToMendError(UsageError):
    """No replacement was accepted for any address of a dossier: its file."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("No replacement was accepted for any link of {file}: nothing to mend.", file=self)


class NothingRobustError(UsageError):
    """No replacement was accepted for any address of a page, and no copy is known: its file."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _(
            "No replacement was accepted, and no archived copy is known, for any link of {file}: "
            "nothing to add.",
            file=self,
        )


class SameFileError(UsageError):
    """A file that was to be written over itself: its path."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("{file} is the original, which is never written over.", file=self)


class NothingToExportError(UsageError):
    """A dossier without any reference, which was to be exported: its name."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("{dossier} holds no reference: there is nothing to export.", dossier=self)


class UnknownFormError(UsageError):
    """A file whose ending tells no form in which dossiers are exported: its name."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _(
            "The ending of {file} tells no known form: end it in .csv, .xlsx, .html, .ris, .bib or "
            ".json, or choose one with `--format`.",
            file=self,
        )


class EmptyTitleError(UsageError):
    """A dossier without a title could not be told from another."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("A title is needed.")


class EmptyReasonError(UsageError):
    """Who reads it later must know why a link was dismissed."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("A reason is needed: others will read it.")


class WorkbookOnTerminalError(UsageError):
    """A workbook is no text that a terminal could show."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("A workbook cannot be shown here: put it in a file, with `> links.xlsx`.")


class UnknownUrlError(UsageError):
    """A URL that was never checked."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("{url} was never checked: `perenne check` checks it.", url=self)


class UnknownTargetError(UsageError):
    """Neither a file, nor a URL, nor a registered dossier."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("{target} is neither a file, nor a URL, nor a registered dossier.", target=self)


class NotAReaderError(UsageError):
    """An address that does not follow the dossier."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("{address} does not follow this dossier.", address=self)


class UnknownMailError(UsageError):
    """No mail of that number was written: the number."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("There is no mail {number}: `perenne report mails` lists them.", number=self)


class MailNotConfiguredError(UsageError):
    """No mail server is configured."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("No mail server is configured ([smtp] host). The mails wait in the database.")


class ArchiveNotConfiguredError(UsageError):
    """No keys, and anonymous saving is off."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("No Wayback keys are configured ([wayback] access_key and secret_key).")


class CopiesOffError(UsageError):
    """No folder for copies is configured."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("No folder for the copies is configured ([copies] folder).")


class NothingCopiedError(UsageError):
    """Of what a dossier cites, nothing was copied: its short name."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("Nothing of {slug} was copied yet: `perenne archive copy` does it.", slug=self)


class FileExistsAlreadyError(UsageError):
    """A file that would be replaced: its path."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("{file} is there already: `--force` replaces it.", file=self)


class NotWaczError(UsageError):
    """A name that no program would take for that of an archive: the path."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("{file} must end in .wacz, or no program will open it.", file=self)


class DemoMissingError(UsageError):
    """What only the demo needs is not installed."""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("The demo needs `pip install perenne[demo]`.")
