"""Workbooks, made by hand as Excel and LibreOffice write them."""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

import xlwt
from tests.dossiers.documents import zipped
from xlwt.CompoundDoc import XlsDoc

Cell = str | int | float
"""``=…`` is a formula; ``date:43539`` a day of Excel, shown as dd/mm/yyyy."""
DATE = "date:"

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HIDDEN_ROW, _HIDDEN_SHEET = ' hidden="1"', ' state="hidden"'
_OUTSIDE = ' TargetMode="External"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass
class Sheet:
    """A sheet: its rows, where its cells lead (by their name), and what is hidden."""

    name: str
    rows: Sequence[Sequence[Cell]]
    links: Mapping[str, str] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()


def xlsx(*sheets: Sheet, title: str = "") -> bytes:
    """Return a workbook of Excel, whose texts are shared among its cells."""
    strings: list[str] = []
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml", False)]),
        "docProps/core.xml": _core(title),
        "xl/workbook.xml": _book(sheets),
        "xl/_rels/workbook.xml.rels": _relations(
            [
                *(
                    ("worksheet", f"worksheets/sheet{n}.xml", False)
                    for n in range(1, len(sheets) + 1)
                ),
                ("sharedStrings", "sharedStrings.xml", False),
                ("styles", "styles.xml", False),
            ]
        ),
        "xl/styles.xml": _HEAD + f'<styleSheet xmlns="{_SHEET}"><numFmts count="1">'
        '<numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/></numFmts>'
        '<fonts count="1"><font/></fonts><fills count="1"><fill>'
        '<patternFill patternType="none"/></fill></fills>'
        '<borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="164" applyNumberFormat="1"/></cellXfs><cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    }
    for number, sheet in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(sheet, strings)
        if sheet.links:
            targets = [("hyperlink", target, True) for target in sheet.links.values()]
            parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = _relations(targets)
    shared = "".join(
        f'<si><r><t xml:space="preserve">{escape(s[:2])}</t></r><r><t>{escape(s[2:])}</t></r></si>'
        if len(s) > 2
        else f"<si><t>{escape(s)}</t></si>"
        for s in strings
    )
    parts["xl/sharedStrings.xml"] = f'{_HEAD}<sst xmlns="{_SHEET}">{shared}</sst>'
    return zipped(parts)


def _sheet(sheet: Sheet, strings: list[str]) -> str:
    columns = "".join(
        f'<col min="{c}" max="{c}" width="9" hidden="1"/>' for c in sheet.hidden_columns
    )
    rows = "".join(
        f'<row r="{n}"{_HIDDEN_ROW if n in sheet.hidden_rows else ""}>'
        + "".join(_cell(f"{chr(65 + c)}{n}", value, strings) for c, value in enumerate(row))
        + "</row>"
        for n, row in enumerate(sheet.rows, 1)
    )
    links = "".join(
        f'<hyperlink ref="{cell}" r:id="rId{n}"/>' for n, cell in enumerate(sheet.links, 1)
    )
    return (
        f'{_HEAD}<worksheet xmlns="{_SHEET}" xmlns:r="{_R}">'
        + (f"<cols>{columns}</cols>" if columns else "")
        + f"<sheetData>{rows}</sheetData>"
        + (f"<hyperlinks>{links}</hyperlinks>" if links else "")
        + "</worksheet>"
    )


def _cell(name: str, value: Cell, strings: list[str]) -> str:
    if value == "":
        return ""
    if isinstance(value, int | float):
        return f'<c r="{name}"><v>{value}</v></c>'
    if value.startswith("="):
        return f'<c r="{name}" t="str"><f>{escape(value[1:])}</f><v>Lien</v></c>'
    if value.startswith(DATE):
        return f'<c r="{name}" s="1"><v>{value.removeprefix(DATE)}</v></c>'
    strings.append(value)
    return f'<c r="{name}" t="s"><v>{len(strings) - 1}</v></c>'


def _book(sheets: Sequence[Sheet]) -> str:
    listed = "".join(
        f"<sheet name={quoteattr(sheet.name)} sheetId='{n}'"
        f'{_HIDDEN_SHEET if sheet.hidden else ""} r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, 1)
    )
    return f'{_HEAD}<workbook xmlns="{_SHEET}" xmlns:r="{_R}"><sheets>{listed}</sheets></workbook>'


def _relations(targets: Sequence[tuple[str, str, bool]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{_R}/{kind}" Target={quoteattr(target)}'
        f"{_OUTSIDE if outside else ''}/>"
        for n, (kind, target, outside) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_RELS}">{listed}</Relationships>'


def _types(sheets: int) -> str:
    parts = {"/xl/workbook.xml": "sheet.main", "/xl/styles.xml": "styles"}
    parts |= {"/xl/sharedStrings.xml": "sharedStrings"}
    parts |= {f"/xl/worksheets/sheet{n}.xml": "worksheet" for n in range(1, sheets + 1)}
    listed = "".join(
        f'<Override PartName="{part}" ContentType="{_MAIN}.{kind}+xml"/>'
        for part, kind in parts.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _core(title: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{space}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
    )


def ods(*sheets: Sheet, title: str = "") -> bytes:
    """Return a spreadsheet of LibreOffice, with the empty rows and columns that it declares."""
    names = ("office", "table", "text", "style", "meta", "number")
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names
    )
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"'
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    spaces += ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
    styles = (
        '<style:style style:name="ta1" style:family="table">'
        '<style:table-properties table:display="true"/></style:style>'
        '<style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    tables = "".join(_ods_sheet(sheet) for sheet in sheets)
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return zipped(
        {
            "mimetype": kind,
            "content.xml": f"{_HEAD}<office:document-content{spaces}>"
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>",
            "meta.xml": f"{_HEAD}<office:document-meta{spaces}><office:meta><dc:title>"
            f"{escape(title)}</dc:title></office:meta></office:document-meta>",
            "META-INF/manifest.xml": f'{_HEAD}<manifest:manifest xmlns:manifest="{manifest}"'
            ' manifest:version="1.3"><manifest:file-entry manifest:full-path="/"'
            f' manifest:version="1.3" manifest:media-type="{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            '<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        }
    )


def _ods_sheet(sheet: Sheet) -> str:
    width = max(len(row) for row in sheet.rows)
    columns = "".join(
        f"<table:table-column{_collapsed(number in sheet.hidden_columns)}/>"
        for number in range(1, width + 1)
    )
    columns += f'<table:table-column table:number-columns-repeated="{1024 - width}"/>'
    rows = "".join(
        f"<table:table-row{_collapsed(n in sheet.hidden_rows)}>"
        + "".join(_ods_cell(v, sheet.links.get(f"{chr(65 + c)}{n}", "")) for c, v in enumerate(row))
        + f'<table:table-cell table:number-columns-repeated="{1024 - len(row)}"/></table:table-row>'
        for n, row in enumerate(sheet.rows, 1)
    )
    rows += '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
    rows += ' table:number-columns-repeated="1024"/></table:table-row>'
    style = "ta2" if sheet.hidden else "ta1"
    return (
        f'<table:table table:name={quoteattr(sheet.name)} table:style-name="{style}">'
        f"{columns}{rows}</table:table>"
    )


def _ods_cell(value: Cell, link: str) -> str:
    if value == "":
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    if value.startswith(DATE):
        return (
            '<table:table-cell office:value-type="date" office:date-value="2019-03-15">'
            "<text:p>15/03/2019</text:p></table:table-cell>"
        )
    formula = ""
    if value.startswith("="):
        formula = f" table:formula={quoteattr('of:' + value.replace(',', ';'))}"
        value = "Lien"
    said = escape(value).replace("  ", ' <text:s text:c="1"/>')
    if link:
        said = f"<text:a xlink:href={quoteattr(link)} xlink:type='simple'>{said}</text:a>"
    return (
        f'<table:table-cell office:value-type="string"{formula}>'
        "<office:annotation><text:p>Remarque https://remarque.exemple.fr</text:p></office:annotation>"
        f"<text:p>{said}</text:p></table:table-cell>"
    )


def _collapsed(hidden: bool) -> str:
    return ' table:visibility="collapse"' if hidden else ""


def xls(*sheets: Sheet) -> bytes:
    """Return a workbook of Excel 97; links may stand in the last sheet alone."""
    book = xlwt.Workbook()
    dated = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for sheet in sheets:
        made = book.add_sheet(sheet.name)
        made.visibility = int(sheet.hidden)
        for n, row in enumerate(sheet.rows):
            for c, value in enumerate(row):
                _write(made, n, c, value, dated)
        for n in sheet.hidden_rows:
            made.row(n - 1).hidden = True
        for c in sheet.hidden_columns:
            made.col(c - 1).hidden = True
    stream = book.get_biff_data()
    links = b"".join(_hlink(cell, target) for cell, target in sheets[-1].links.items())
    saved = io.BytesIO()
    XlsDoc().save(saved, stream[:-4] + links + stream[-4:])  # before the end of the last sheet
    return saved.getvalue()


def _write(sheet: xlwt.Worksheet, row: int, column: int, value: Cell, dated: xlwt.XFStyle) -> None:
    if isinstance(value, str) and value.startswith("="):
        sheet.write(row, column, xlwt.Formula(value[1:].replace(",", ";")))
    elif isinstance(value, str) and value.startswith(DATE):
        sheet.write(row, column, int(value.removeprefix(DATE)), dated)
    elif value != "":
        sheet.write(row, column, value)


def _hlink(cell: str, target: str) -> bytes:
    """Return the record of a link (MS-XLS 2.4.140) with the moniker of a URL (MS-OSHARED 2.3.7)."""
    column, row = ord(cell[0]) - 65, int(cell[1:]) - 1
    std_link = bytes.fromhex("D0C9EA79F9BACE118C8200AA004BA90B")
    url_moniker = bytes.fromhex("E0C9EA79F9BACE118C8200AA004BA90B")
    url = (target + "\0").encode("utf-16-le")
    body = struct.pack("<4H", row, row, column, column) + std_link + struct.pack("<2I", 2, 3)
    body += url_moniker + struct.pack("<I", len(url)) + url
    return struct.pack("<2H", 0x1B8, len(body)) + body
