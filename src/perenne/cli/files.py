"""Dossiers' files as arguments, and folders of them."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from perenne.cli.exits import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perenne.domain.references import Dossier

_NO_DOSSIERS = ("thumbs.db", "desktop.ini", ".errata.csv")
"""How the names end of what systems, and `perenne mend`, leave among dossiers."""
_HIDDEN = (".", "~$")
"""How hidden files begin, and those that Office keeps while a document is open."""


@dataclass
class Gathered:
    """What was read of files, and why others were refused, each by its path."""

    dossiers: list[tuple[Path, Dossier]] = field(default_factory=list)
    refused: list[tuple[Path, Exception]] = field(default_factory=list)

    def tell(self) -> ExitCode:
        """Say on the error output what was refused; the exit code says whether something was."""
        for sentence in self.sentences():
            print(sentence, file=sys.stderr)
        return ExitCode.USAGE if self.refused else ExitCode.OK

    def sentences(self) -> Iterator[str]:
        """Yield why each file was refused."""
        from perenne.cli.errors import explain

        for _path, error in self.refused:
            explanation = explain(error)
            yield explanation.sentence if explanation else str(error)

    def enough(self, *, strict: bool) -> Gathered:
        """Return itself; raises `RefusedFilesError` where none was read, or not all if `strict`."""
        from perenne.cli.refusals import RefusedFilesError

        if self.refused and (strict or not self.dossiers):
            raise RefusedFilesError("\n".join(self.sentences()))
        return self


def read_dossier(file: Path, *, strict: bool = False) -> Dossier:
    """Read a dossier; an `UnreadableError` bears the name of the file as its note.

    Where `strict`, whatever looks odd in it is an `OddDossierError`.
    """
    from perenne.cli.refusals import OddDossierError
    from perenne.dossiers import UnreadableError, read

    try:
        dossier = read(file)
    except UnreadableError as error:
        error.add_note(str(file))
        raise
    if strict and dossier.notices:
        raise OddDossierError(str(file), dossier)
    return dossier


def read_dossiers(path: Path, *, strict: bool = False) -> Gathered:
    """Read a file, or each one in a folder and the folders in it.

    Raises what `read_dossier` raises of a file; of a folder, what is refused is gathered, unless
    that is all or `strict`: `RefusedFilesError`. Raises `EmptyFolderError` for one without files.
    """
    from perenne.cli.refusals import EmptyFolderError, OddDossierError
    from perenne.dossiers import UnreadableError

    if not path.is_dir():
        return Gathered([(path, read_dossier(path, strict=strict))])
    gathered = Gathered()
    for file in _files_in(path):
        try:
            gathered.dossiers.append((file, read_dossier(file, strict=strict)))
        except (UnreadableError, OddDossierError) as error:
            gathered.refused.append((file, error))
    if not gathered.dossiers and not gathered.refused:
        raise EmptyFolderError(str(path))
    return gathered.enough(strict=strict)


def _files_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of those in it, by name; links to folders lead nowhere."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(_HIDDEN))
        for name in sorted(names):
            shown = not name.startswith(_HIDDEN) and not name.lower().endswith(_NO_DOSSIERS)
            if shown and (Path(place) / name).is_file():
                yield Path(place) / name
