"""A file with addresses replaced: the same format, and nothing else of it changed.

What was made is read again before it is handed out: it says what the original says, apart from
the addresses. A change that would make it say something else is left to whoever mends by hand.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from perenne.dossiers.addresses.replacing import writable
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.file import File
from perenne.dossiers.formats import format_named, name_of
from perenne.dossiers.isolation import content_of
from perenne.dossiers.same import says_the_same

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from perenne.dossiers.content import Content
    from perenne.dossiers.documents.page_rewriting import Version

    Rewrite = Callable[[File, Mapping[str, str], Counter[str]], bytes]


@dataclass(frozen=True)
class Mended:
    """The new content of a file; `done` counts how often each address was replaced.

    `robust`: how many links bear a copy, None where that was not asked for.
    """

    data: bytes
    done: Counter[str] = field(default_factory=Counter)
    robust: int | None = None


def mended(
    data: bytes,
    changes: Mapping[str, str],
    versions: Mapping[str, Version] | None = None,
) -> Mended:
    """Replace addresses (as they are written in the file) by others.

    With `versions`, by address, links bear Robust Links attributes too. Raises `UnreadableError`
    where the file cannot be read, or its format cannot be written.
    """
    attempt = _Attempt(File(data), versions)
    result = attempt.at(changes)
    if result is None:  # some may do no harm
        harmless = {old: new for old, new in changes.items() if attempt.at({old: new})}
        result = attempt.at(harmless)
    if result is None:
        raise UnreadableError("mended_differs")
    return result if versions is None else replace(result, robust=_bearing(result.data))


def _bearing(data: bytes) -> int:
    from perenne.dossiers.documents.page_rewriting import bearing  # noqa: PLC0415 - rarely asked

    return bearing(File(data).text)


class _Attempt:
    """Rewrites one file, and looks at what that gives."""

    def __init__(self, file: File, versions: Mapping[str, Version] | None) -> None:
        self._file = file
        self._rewrite = _rewriter(name_of(file), versions)

    @cached_property
    def _said(self) -> Content:
        return content_of(self._file)

    def at(self, changes: Mapping[str, str]) -> Mended | None:
        """Return the file with changes, None where it would no longer say the same."""
        done: Counter[str] = Counter()
        data = self._rewrite(self._file, changes, done)
        if data == self._file.data:
            return Mended(data)
        try:
            after = content_of(File(data))
        except UnreadableError:
            return None
        same = says_the_same(self._said, after, {old: writable(changes[old]) for old in done})
        return Mended(data, done) if same else None


def _rewriter(name: str, versions: Mapping[str, Version] | None) -> Rewrite:
    rewrite = getattr(format_named(name), "rewrite", None)
    if rewrite is None:
        raise UnreadableError("format_not_written", name.upper())
    if versions is None:
        return rewrite  # type: ignore[no-any-return]
    if name != "html":
        raise UnreadableError("format_not_robust", name.upper())
    return lambda file, changes, done: rewrite(file, changes, done, versions)
