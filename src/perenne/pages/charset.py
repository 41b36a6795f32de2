"""Bytes to text: byte order mark, header, meta, then UTF-8 if it fits, else Windows-1252.

After https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding,
with one liberty: a page that announces Latin-1 and is valid UTF-8 is read as UTF-8, which
such a page is in practice, its server having added the wrong header.
"""

from __future__ import annotations

import codecs
import re

_META_WITHIN = 2048
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE | re.ASCII)
_IN_META = re.compile(
    rb"<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE
)
_TEXT_CODECS = re.compile(
    r"utf-?8|utf-?16(?:-?[lb]e)?|(?:windows-|cp)125\d|iso-?8859-\d{1,2}|koi8-[ru]|macintosh|"
    r"gbk|gb2312|gb18030|big5|shift_jis|euc-(?:jp|kr)|iso-2022-jp"
)
"""Only codecs of text: Python's `lookup` also knows base64, zip and unicode_escape."""

_LATIN_1 = {"latin1", "latin-1", "l1", "ascii", "us-ascii", "iso-8859-1", "iso8859-1", "iso_8859-1"}
"""Labels that browsers read as Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels)."""


def decode(body: bytes, content_type: str) -> str:
    """Return the text of a body. `content_type` is the header, "" where there was none."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, errors="replace")
    declared = _declared(body, content_type)
    order = ("utf-8", declared) if declared == "cp1252" else (declared, "utf-8")
    for encoding in order:
        text = _strictly(body, encoding)
        if text is not None:
            return text
    return body.decode("cp1252", errors="replace")


def _declared(body: bytes, content_type: str) -> str:
    header = _IN_HEADER.search(content_type)
    if header and (codec := _codec(header[1])):
        return codec
    meta = _IN_META.search(body[:_META_WITHIN])
    codec = _codec(meta[1].decode("ascii", errors="replace")) if meta else ""
    # A meta that could be read byte by byte is not in UTF-16, whatever it says.
    return "utf-8" if codec.startswith("utf-16") else codec


def _codec(label: str) -> str:
    label = label.lower()
    if label in _LATIN_1:
        return "cp1252"
    if not _TEXT_CODECS.fullmatch(label):
        return ""
    try:
        return codecs.lookup("mac-roman" if label == "macintosh" else label).name
    except LookupError:
        return ""


def _strictly(body: bytes, encoding: str) -> str | None:
    """Decode, allowing only a last character cut by our own bound."""
    if not encoding:
        return None
    try:
        return codecs.getincrementaldecoder(encoding)(errors="strict").decode(body)
    except UnicodeError:
        return None
