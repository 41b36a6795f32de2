"""Bytes → text, for the formats that are written as text."""

from __future__ import annotations

import codecs

from perenne.dossiers.errors import UnreadableError

_COMPOUND = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Office keeps a document under a password, in a file of the old form."""

_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (_COMPOUND, "Office 97-2003 (DOC, PPT, XLS)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"SQLite format 3\x00", "SQLite"),
)
_ZIPPED = (
    (b"word/", "Word (DOCX)"),
    (b"xl/workbook.bin", "Excel (XLSB)"),
    (b"xl/", "Excel (XLSX)"),
    (b"ppt/", "PowerPoint (PPTX)"),
    (b"opendocument.text", "OpenDocument (ODT)"),
    (b"opendocument.spreadsheet", "OpenDocument (ODS)"),
    (b"epub+zip", "EPUB"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b\x1c\x1d\x1e\x1f"))


def text_of(data: bytes) -> str:
    """Decode a file: by its byte order mark, as UTF-8, else as Windows wrote it.

    Raises `UnreadableError` for what is empty, binary or in no known encoding.
    """
    encoding = _by_mark(data)
    if not encoding:
        _refuse_binary(data)
    text = _decode(data, encoding)
    if not text.strip():
        raise UnreadableError("file_empty")
    if "\0" in text:
        raise UnreadableError("file_binary")
    return text


def encoding_of(data: bytes) -> str:
    """Return the encoding in which something more is to be written into a text."""
    marked = _by_mark(data)
    if marked.startswith("utf-8"):
        return "utf-8"
    if marked:
        little = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE))
        return f"{marked}-{'le' if little else 'be'}"
    return "utf-8" if _is_utf8(data) else "cp1252"


def _by_mark(data: bytes) -> str:
    return next((name for bom, name in _BOMS if data.startswith(bom)), "")


def _refuse_binary(data: bytes) -> None:
    if data.startswith(_COMPOUND) and _ENCRYPTED in data:
        raise UnreadableError("file_encrypted")
    kind = next((name for magic, name in _SIGNATURES if data.startswith(magic)), "")
    if data.startswith(b"PK\x03\x04"):
        kind = next((name for mark, name in _ZIPPED if mark in data), "ZIP")
    if kind or data.translate(None, _CONTROL) != data:
        raise UnreadableError("file_binary", kind)


def _decode(data: bytes, encoding: str) -> str:
    if encoding:
        return _strictly(data, encoding)
    return data.decode("utf-8", errors="windows") if _is_utf8(data) else _strictly(data, "cp1252")


def _is_utf8(data: bytes) -> bool:
    """Tell UTF-8, a few pasted Windows bytes in it perhaps."""
    text = data.decode("utf-8", errors="replace")
    strays = text.count("\ufffd")
    accented = sum(map(text.count, "éèàêçîôûœ’«»"))
    return not strays or strays < accented


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        raise UnreadableError("file_encoding", encoding) from error


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", errors="replace"), error.end


codecs.register_error("windows", _as_windows)
