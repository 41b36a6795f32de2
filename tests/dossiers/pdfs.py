"""PDF documents, made by hand: lines set in Helvetica, and links over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

SIZE = 10.0
LEADING = 12.0
_WIDTH = 0.5
"""Of a letter, in its size: near enough to lay links over words."""


@dataclass
class PdfPage:
    """A page of A4 to write on, from the top."""

    top: float = 780.0
    left: float = 50.0
    lines: list[tuple[float, float, float, str]] = field(default_factory=list)
    links: list[tuple[float, float, float, float, str]] = field(default_factory=list)

    def write(self, *texts: str, gap: float = 0.0, size: float = SIZE, url: str = "") -> PdfPage:
        """Set lines under each other, after a gap; all of them lead to `url` where it is given."""
        self.top -= gap
        for text in texts:
            self.put(text, self.left, self.top, size)
            if url:
                right = self.left + len(text) * size * _WIDTH
                self.links.append((self.left, self.top - 3, right, self.top + size, url))
            self.top -= LEADING * size / SIZE
        return self

    def put(self, text: str, x: float, y: float, size: float = SIZE) -> None:
        """Set one line where it is wanted."""
        self.lines.append((x, y, size, text))


def pdf(*pages: PdfPage) -> bytes:
    """Return a document of pages."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT]
    kids = []
    for page in pages:
        objects.append(_stream(page))
        content = len(objects)
        annotations = []
        for link in page.links:
            objects.append(_annotation(*link))
            annotations.append(f"{len(objects)} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> /Annots [{' '.join(annotations)}] >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def _stream(page: PdfPage) -> bytes:
    shown = b"".join(
        f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm (".encode() + _escaped(text) + b") Tj ET\n"
        for x, y, size, text in page.lines
    )
    return f"<< /Length {len(shown)} >>\nstream\n".encode() + shown + b"\nendstream"


def _escaped(text: str) -> bytes:
    for mark in "\\()":
        text = text.replace(mark, f"\\{mark}")
    return text.encode("cp1252")


def _annotation(left: float, bottom: float, right: float, top: float, url: str) -> bytes:
    action = b"<< /S /URI /URI (" + _escaped(url) + b") >>"
    rect = f"[{left} {bottom} {right} {top}]".encode()
    return b"<< /Type /Annot /Subtype /Link /Rect " + rect + b" /A " + action + b" >>"


def _file(objects: Sequence[bytes]) -> bytes:
    made = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return bytes(made + trailer.encode())
