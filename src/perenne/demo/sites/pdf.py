"""A PDF of one page, written by hand (ISO 32000-1, 7.5: header, body, table, trailer)."""

from __future__ import annotations


def pdf(title: str, lines: list[str]) -> bytes:
    """Return a PDF that shows `title` and `lines`; letters outside Windows-1252 become "?"."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources%s>>"
    return _assemble(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page % b"<</Font<</F1 5 0 R>>>>",
            _stream(_page([title, *lines])),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            b"<</Title(%s)>>" % _text(title),
        ]
    )


def _page(lines: list[str]) -> bytes:
    shown = b" T* ".join(b"(%s) Tj" % _text(line) for line in lines)
    return b"BT /F1 14 Tf 72 770 Td 22 TL %s ET" % shown


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)


def _text(text: str) -> bytes:
    escaped = text.replace("\\", "\\\\").replace("(", r"\(").replace(")", r"\)")
    return escaped.encode("cp1252", "replace")


def _assemble(objects: list[bytes]) -> bytes:
    document = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(document))
        document += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(document)
    document += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    document += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"<</Size %d/Root 1 0 R/Info %d 0 R>>" % (len(objects) + 1, len(objects))
    document += b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, table)
    return bytes(document)
