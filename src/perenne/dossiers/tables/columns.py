"""The columns of a table, by what they are for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from perenne.dossiers.addresses.citations import extract
from perenne.dossiers.tables.roles import Role, role_of

if TYPE_CHECKING:
    from perenne.dossiers.tables.table import Row

_FEWEST_ROLES = 2
_NO_TEXTS = (Role.ADDRESS, Role.WRITTEN, Role.IGNORED)
"""Roles of addresses, and of what is no citation."""


@dataclass(frozen=True)
class Columns:
    """The columns of each role, those that say it best first."""

    of: Mapping[Role, list[int]]

    def each(self, row: Row, role: Role) -> Iterator[str]:
        """Yield the texts of a role in a row."""
        for column in self.of.get(role, ()):
            if text := row.text(column):
                yield text

    def first(self, row: Row, role: Role) -> str:
        """Return the text that says a role best, "" where none is filled."""
        return next(self.each(row, role), "")

    def spoken(self, row: Row) -> Iterator[str]:
        """Yield the texts in which addresses may stand: summaries, notes, names of resources.

        In those for a title, an author, a source and so on, only what has its scheme is one: a
        site may be named there.
        """
        roles = {column: role for role, columns in self.of.items() for column in columns}
        for column in row.filled:
            text, role = row.text(column), roles.get(column, Role.NAME)
            if role is Role.NAME or (role not in _NO_TEXTS and "://" in text):
                yield text


def columns_of(row: Row) -> Columns | None:
    """Return what the headings in a row say, None where they are none.

    A title, or a name with an address, is the least that a table of references has.
    """
    texts = {column: row.text(column) for column in row.filled}
    told = {column: said for column, text in texts.items() if (said := role_of(text))}
    of: dict[Role, list[int]] = {}
    for column, (role, _rank) in sorted(told.items(), key=lambda item: (item[1][1], item[0])):
        of.setdefault(role, []).append(column)
    enough = Role.TITLE in of or Role.ADDRESS in of
    if len(of.keys() - {Role.IGNORED}) < _FEWEST_ROLES or not enough or row.hrefs:
        return None
    return None if any(extract(text).found for text in texts.values()) else Columns(of)
