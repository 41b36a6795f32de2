"""Documents that are no HTML: PDF, office files, archives, sounds, pictures, tables."""

from __future__ import annotations

import io
import random
import zipfile
import zlib

from tests.labelled.prose import prose


def pdf(title: str, *, kb: int = 60, junk: bytes = b"") -> bytes:
    """Return a valid PDF of one page with a title, a text, and a picture's worth of noise."""
    lines = [title, *(t[:90] for t in prose(title, 8, 2))]
    shown = " ".join(f"({t.replace('(', '').replace(')', '')}) Tj T*" for t in lines)
    text = f"BT /F1 11 Tf 14 TL 60 780 Td {shown} ET".encode("cp1252", "replace")
    noise = random.Random(zlib.crc32(title.encode())).randbytes(kb * 1024)
    name = title.encode("utf-16-be").hex()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Title<FEFF%s>/Producer(LibreOffice 6.4)>>" % name.encode(),
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(noise), noise),
    )
    out = io.BytesIO()
    out.write(junk + b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for n, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (n, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<</Size %d/Root 1 0 R/Info 6 0 R>>\n" % (len(objects) + 1))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def archive(*files: tuple[str, str]) -> bytes:
    """Return a ZIP of the files given: what docx, odt and epub are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, text in files:
            packed.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def docx(title: str) -> bytes:
    """Return a Word document, as far as its first bytes tell."""
    text = "".join(f"<w:p><w:r><w:t>{t}</w:t></w:r></w:p>" for t in (title, *prose(title, 20)))
    return archive(
        ("[Content_Types].xml", '<?xml version="1.0"?><Types/>'),
        ("word/document.xml", f"<w:document><w:body>{text}</w:body></w:document>"),
    )


def epub(title: str) -> bytes:
    """Return an electronic book, as far as its first bytes tell."""
    return archive(
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container/>"),
        ("OEBPS/ch1.xhtml", f"<html><body><h1>{title}</h1></body></html>" * 40),
    )


def mp3(title: str, seconds: int = 3) -> bytes:
    """Return the beginning of a sound with its tag."""
    text = b"\x00" + title.encode("latin-1")
    tag = b"TIT2" + len(text).to_bytes(4, "big") + b"\x00\x00" + text
    frame = b"\xff\xfb\x90\x64" + bytes(413)
    return b"ID3\x03\x00\x00\x00\x00\x00" + bytes([len(tag)]) + tag + frame * (seconds * 38)


def csv(rows: int = 900) -> bytes:
    """Return a table of trees in Latin letters."""
    lines = ["id;commune;essence;état;hauteur_m"]
    lines += [f"{n};Commune {n % 37};Érable;sain;{n % 23}" for n in range(rows)]
    return "\r\n".join(lines).encode("cp1252")
