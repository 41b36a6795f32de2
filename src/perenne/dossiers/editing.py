"""The text of a file changed in its own encoding: what is not changed stays the same bytes."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from perenne.dossiers.addresses.replacing import writable
from perenne.dossiers.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from perenne.dossiers.file import File

    Edit = Callable[[str, Mapping[str, str]], str]

_MARK = "\ufeff"
_DECLARED = re.compile(rb"\s*<\?xml[^>]*?\sencoding\s*=\s*[\"']([\w.-]{1,40})[\"']")
_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def edited(file: File, changes: Mapping[str, str], edit: Edit) -> bytes:
    """Return a file of text after `edit`, which takes its text and addresses that it can bear.

    Raises `UnreadableError`.
    """
    return _edited(file.data, file.encoding, changes, edit)


def edited_xml(data: bytes, changes: Mapping[str, str], edit: Edit) -> bytes:
    """Return XML after `edit`, in the encoding that it declares; raises `UnreadableError`."""
    declared = _DECLARED.match(data)
    encoding = declared[1].decode().lower() if declared else "utf-8"
    marked = (name for mark, name in _MARKED if data.startswith(mark))
    return _edited(data, next(marked, encoding), changes, edit)


def _edited(data: bytes, encoding: str, changes: Mapping[str, str], edit: Edit) -> bytes:
    wide = encoding.startswith(("utf-16", "utf-32"))
    errors = "surrogatepass" if wide else "surrogateescape"  # strays go back as they came
    try:
        text = data.decode(encoding, errors)
        bearable = {old: writable(new, encoding) for old, new in changes.items()}
    except (LookupError, UnicodeError) as error:
        raise UnreadableError("file_encoding", encoding) from error
    mark = _MARK if text.startswith(_MARK) else ""
    body = text[len(mark) :]
    made = edit(body, bearable)
    return data if made == body else (mark + made).encode(encoding, errors)
