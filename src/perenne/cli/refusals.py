"""What a command cannot do as it was asked.

Exception
└── UsageError          its argument fills its sentence
    ├── EmptyDossierError, NothingToCheckError, EmptyTitleError, EmptyReasonError
    ├── OddDossierError, RefusedFilesError, SameTitleError, EmptyFolderError, OneFileError
    ├── NothingToMendError, NothingRobustError, MendsFilesError, SameFileError
    ├── NothingToExportError, UnknownFormError
    ├── UnknownUrlError, UnknownTargetError, NotAReaderError
    ├── UnknownMailError
    ├── CopiesOffError, NothingCopiedError, FileExistsAlreadyError, NotWaczError
    ├── MailNotConfiguredError, ArchiveNotConfiguredError, DemoMissingError
    └── WorkbookOnTerminalError
"""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, ClassVar

from perenne.texts import N_, _, plural

if TYPE_CHECKING:
    from perenne.domain.references import Dossier


class UsageError(Exception):
    """What was asked for cannot be done as it was asked; `says` has the argument as its field."""

    says: ClassVar[str] = ""

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        fields = (name for _text, name, _form, _how in Formatter().parse(self.says) if name)
        return _(self.says, **dict.fromkeys(fields, str(self))) if self.says else str(self)


class EmptyDossierError(UsageError):
    """A dossier without any URL, which was to be registered: its file."""

    says = N_("{file} holds no link: nothing was registered.")


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


class SameTitleError(UsageError):
    """A file of a folder with the title of another one: its path."""

    says = N_(
        "{file} has the same title as another file of the folder: give it a title of its own."
    )


class EmptyFolderError(UsageError):
    """A folder in which no file was found: the folder."""

    says = N_("There is no file in the folder {folder}.")


class OneFileError(UsageError):
    """An option that says something of one dossier, given with a folder: the option."""

    says = N_("{option} is for one file, and a folder was given.")


class NothingToCheckError(UsageError):
    """What was to be checked holds no URL: the targets."""

    says = N_("{targets} holds no link: there is nothing to check.")


class NothingToMendError(UsageError):
    """No replacement was accepted for any address of a dossier: its file."""

    says = N_(
        "No replacement was accepted for any link of {file}: nothing to mend. "
        "`perenne replacements list` shows those proposed."
    )


class MendsFilesError(UsageError):
    """An address, where a file was to be written again."""

    says = N_("{url} is published: save it, and give the file that was saved.")


class NothingRobustError(UsageError):
    """No replacement was accepted for any address of a page, and no copy is known: its file."""

    says = N_(
        "No replacement was accepted, and no archived copy is known, for any link of "
        "{file}: nothing to add."
    )


class SameFileError(UsageError):
    """A file that was to be written over itself: its path."""

    says = N_("{file} is the original, which is never written over.")


class NothingToExportError(UsageError):
    """A dossier without any reference, which was to be exported: its name."""

    says = N_("{dossier} holds no reference: there is nothing to export.")


class UnknownFormError(UsageError):
    """A file whose ending tells no form in which dossiers are exported: its name."""

    says = N_(
        "The ending of {file} tells no known form: end it in .csv, .xlsx, .html, .ris, "
        ".bib or .json, or choose one with `--format`."
    )


class EmptyTitleError(UsageError):
    """A dossier without a title could not be told from another."""

    says = N_("A title is needed.")


class EmptyReasonError(UsageError):
    """Who reads it later must know why a link was dismissed."""

    says = N_("A reason is needed: others will read it.")


class WorkbookOnTerminalError(UsageError):
    """A workbook is no text that a terminal could show."""

    says = N_("A workbook cannot be shown here: put it in a file, with `> links.xlsx`.")


class UnknownUrlError(UsageError):
    """A URL that was never checked."""

    says = N_("{url} was never checked: `perenne check` checks it.")


class UnknownTargetError(UsageError):
    """Neither a file, nor a URL, nor a registered dossier."""

    says = N_("{target} is neither a file, nor a URL, nor a registered dossier.")


class NotAReaderError(UsageError):
    """An address that does not follow the dossier."""

    says = N_("{address} does not follow this dossier.")


class UnknownMailError(UsageError):
    """No mail of that number was written: the number."""

    says = N_("There is no mail {number}: `perenne report mails` lists them.")


class MailNotConfiguredError(UsageError):
    """No mail server is configured."""

    says = N_("No mail server is configured ([smtp] host). The mails wait in the database.")


class ArchiveNotConfiguredError(UsageError):
    """No keys, and anonymous saving is off."""

    says = N_("No Wayback keys are configured ([wayback] access_key and secret_key).")


class CopiesOffError(UsageError):
    """No folder for copies is configured."""

    says = N_("No folder for the copies is configured ([copies] folder).")


class NothingCopiedError(UsageError):
    """Of what a dossier cites, nothing was copied: its short name."""

    says = N_("Nothing of {slug} was copied yet: `perenne archive copy` does it.")


class FileExistsAlreadyError(UsageError):
    """A file that would be replaced: its path."""

    says = N_("{file} is there already: `--force` replaces it.")


class NotWaczError(UsageError):
    """A name that no program would take for that of an archive: the path."""

    says = N_("{file} must end in .wacz, or no program will open it.")


class DemoMissingError(UsageError):
    """What only the demo needs is not installed."""

    says = N_("The demo needs `pip install perenne[demo]`.")
