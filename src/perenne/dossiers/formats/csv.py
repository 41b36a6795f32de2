"""CSV and TSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.dossiers.content import Content
from perenne.dossiers.editing import edited
from perenne.dossiers.file import File

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

ISOLATED = False


def matches(file: File) -> bool:
    """Tell rows under headings that name what a reference has, or with an address in each."""
    from perenne.dossiers.tables.delimited import dialect  # noqa: PLC0415 - asked of texts alone

    return bool(file.head) and dialect(_whole_lines(file)) is not None


def read(file: File) -> Content:
    """Return one reference for each row."""
    from perenne.dossiers.records.record import content  # noqa: PLC0415 - same
    from perenne.dossiers.tables import delimited, tabular  # noqa: PLC0415 - same

    read_as = delimited.dialect(_whole_lines(file)) or delimited.Dialect(";")
    table = delimited.table(file.text, read_as)
    return content(tabular.records(table), tabular.title(table))


def _whole_lines(file: File) -> str:
    """Return the beginning of the file, without a last line that may be cut."""
    head = file.head
    return head if len(head) == len(file.text) else head[: head.rfind("\n") + 1] or head


def rewrite(file: File, changes: Mapping[str, str], done: Counter[str]) -> bytes:
    """Return the table with addresses replaced, cell by cell."""
    from perenne.dossiers.tables import delimited, delimited_rewriting  # noqa: PLC0415 - same

    read_as = delimited.read_as(file.text, _whole_lines(file))
    return edited(
        file,
        changes,
        lambda text, bearable: delimited_rewriting.rewritten(text, read_as, bearable, done),
    )
