"""The head of a response as browsers read it, whatever its server wrote.

Libraries refuse heads that every browser shows the page of: a blank before a colon, a warning of
PHP among the fields, a length that is none. The rules are those of Chromium's `HttpStreamParser`
and `HttpUtil`.
"""

from __future__ import annotations

import re

MOST_BYTES = 256 * 1024
"""A head that has not ended by then is left as it is; browsers give up there too."""

_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"(?is:.{0,4}?HTTP)/?(\S*) +(\d{3})(?!\d)([^\r\n]*)")
"""Up to four bytes of rubbish may stand before it."""
_LINES = re.compile(rb"[\r\n]+")
_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110 §5.6.2
_CONTROLS = re.compile(rb"[\x01-\x08\x0b-\x1f\x7f]+")
_LENGTHS = re.compile(rb"\d+(?:[ \t]*,[ \t]*\d+)*")


def end_of_head(data: bytes) -> int | None:
    """Return where the first head in `data` ends, its blank line included; None before that."""
    ended = _END.search(data)
    return ended.end() if ended else None


def is_interim(head: bytes) -> bool:
    """Tell a head that another follows (1xx, RFC 9110 §15.2)."""
    status = _STATUS.match(head)
    return status is not None and status[2].startswith(b"1")


def tidied(head: bytes) -> bytes:
    """Return a head of the same meaning that keeps the grammar of RFC 9112.

    What is no head, or none that a browser reads (a zero byte in it), is returned as it is.
    """
    status = _STATUS.match(head)
    if status is None or b"\0" in head:
        return head
    version = b"HTTP/1.0" if status[1] == b"1.0" else b"HTTP/1.1"
    fields = _sound(_fields(head[status.end() :]))
    first = b"%s %s %s" % (version, status[2], _value(status[3]))
    lines = [first, *(b"%s: %s" % field for field in fields)]
    return b"\r\n".join(lines) + b"\r\n\r\n"


def _fields(lines: bytes) -> list[tuple[bytes, bytes]]:
    """Return names and values; a line that begins with a blank goes on with the one before."""
    found: list[tuple[bytes, bytes]] = []
    for line in _LINES.split(lines):
        name, colon, value = line.partition(b":")
        if line[:1] in (b" ", b"\t"):
            if found:
                found[-1] = (found[-1][0], _value(found[-1][1] + b" " + line.strip()))
        elif colon and _NAME.fullmatch(name.strip()):
            found.append((name.strip(), _value(value)))
    return found


def _value(written: bytes) -> bytes:
    return _CONTROLS.sub(b" ", written).strip()


def _sound(fields: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Leave out lengths that are none, and codings of the transfer but chunks, of which one."""
    sound: list[tuple[bytes, bytes]] = []
    chunked = False
    for name, value in fields:
        if name.lower() == b"content-length" and not _LENGTHS.fullmatch(value):
            continue
        if name.lower() == b"transfer-encoding":
            if chunked or value.lower() != b"chunked":
                continue
            chunked = True
        sound.append((name, value))
    return sound
