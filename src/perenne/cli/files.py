"""Dossiers as arguments: files, folders of them, and addresses where they are published."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from perenne.cli.exits import ExitCode
from perenne.cli.published import is_address, read_published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perenne.cli.context import Context
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
    from perenne.dossiers import UnreadableError, read

    try:
        dossier = read(file)
    except UnreadableError as error:
        error.add_note(str(file))
        raise
    return _even(dossier, str(file)) if strict else dossier


def _even(dossier: Dossier, name: str) -> Dossier:
    from perenne.cli.refusals import OddDossierError

    if dossier.notices:
        raise OddDossierError(name, dossier)
    return dossier


def read_dossiers(context: Context, source: str, *, strict: bool = False) -> Gathered:
    """Read a file, what is published at an address, or each file in a folder and those in it.

    Raises what `read_dossier` and `read_published` raise; of a folder, what is refused is
    gathered, unless that is all or `strict`: `RefusedFilesError`. Raises `EmptyFolderError` for
    one without files.
    """
    from perenne.cli.refusals import EmptyFolderError, OddDossierError
    from perenne.dossiers import UnreadableError

    if is_address(source):
        name, dossier = read_published(context, source)
        return Gathered([(name, _even(dossier, source) if strict else dossier)])
    path = Path(source)
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
