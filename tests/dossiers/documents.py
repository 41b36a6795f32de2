"""Office documents, made by hand as office suites write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"""
_RELS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type=
"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""
_STYLES = f"""<w:styles {_W}>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Partie"><w:name w:val="Partie"/>
<w:basedOn w:val="Titre1"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style></w:styles>"""
_LINK = (
    '<Relationship Id="{id}" TargetMode="External" Target="{target}" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of parts, in their order; only that of the type is not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else None
            package.writestr(name, content, stored)
    return made.getvalue()


def paragraph(*runs: str, style: str = "", more: str = "") -> str:
    """Return a paragraph of Word."""
    set_as = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{set_as}{more}</w:pPr>{''.join(runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def link(id_: str, text: str) -> str:
    """Return a link by its relationship."""
    return f'<w:hyperlink r:id="{id_}">{run(text)}</w:hyperlink>'


def field_code(*codes: str, shown: str = "") -> str:
    """Return a field whose code is spread over runs."""
    parts = "".join(
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>' for code in codes
    )
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f"{mark('begin')}{parts}{mark('separate')}{run(shown)}{mark('end')}"


def word(body: str, targets: Mapping[str, str] | None = None, **parts: str) -> bytes:
    """Return a Word document; `parts` are further ones of ``word/``, by their names."""
    links = "".join(_LINK.format(id=id_, target=url) for id_, url in (targets or {}).items())
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{links}</Relationships>"
    )
    return zipped(
        {
            "[Content_Types].xml": _HEAD + _TYPES,
            "_rels/.rels": _HEAD + _RELS,
            "word/document.xml": (
                f"{_HEAD}<w:document {_W} {_R}><w:body>{body}</w:body></w:document>"
            ),
            "word/_rels/document.xml.rels": _HEAD + relationships,
            "word/styles.xml": _HEAD + _STYLES,
            **{f"word/{name}.xml": _HEAD + content for name, content in parts.items()},
        }
    )


def footnotes(text: str) -> str:
    """Return the part of footnotes with one of them, whose id is 2."""
    return (
        f'<w:footnotes {_W} {_R}><w:footnote w:id="2">{paragraph(run(text))}</w:footnote>'
        "</w:footnotes>"
    )


_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"'
)
_MANIFEST = """<manifest:manifest manifest:version="1.3"
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{type}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>{more}
</manifest:manifest>"""
_TEXT_TYPE = "application/vnd.oasis.opendocument.text"


def writer(body: str, *, styles: str = "", footer: str = "", manifest: str = "") -> bytes:
    """Return a text of OpenDocument; `styles` are automatic ones."""
    page = (
        "<style:master-page style:name='Standard'>"
        f"<style:footer>{footer}</style:footer></style:master-page>"
    )
    return zipped(
        {
            "mimetype": _TEXT_TYPE,
            "content.xml": (
                f"{_HEAD}<office:document-content {_ODF}>"
                f"<office:automatic-styles>{styles}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body>"
                "</office:document-content>"
            ),
            "styles.xml": (
                f"{_HEAD}<office:document-styles {_ODF}>"
                f"<office:master-styles>{page}</office:master-styles></office:document-styles>"
            ),
            "META-INF/manifest.xml": _HEAD + _MANIFEST.format(type=_TEXT_TYPE, more=manifest),
        }
    )
