"""HTML → blocks: one for each element that browsers set as a paragraph of its own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from perenne.dossiers.addresses.citations import AUTOLINK, is_web
from perenne.dossiers.documents.linked import Paragraph, blocks_of
from perenne.dossiers.documents.page_base import base_of, joined
from perenne.dossiers.documents.tabled import Cell
from perenne.pages.surroundings import strip_frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborNode

    from perenne.dossiers.bibliography.blocks import Block

_PARAGRAPHS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table"),
        *("tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNSEEN = "script, style, noscript, template, svg, iframe, nav, select, textarea"


@dataclass(slots=True)
class _Open(Paragraph):
    """A paragraph while its text nodes are gathered; `owner` is its element's identity."""

    owner: int = 0

    @classmethod
    def of(cls, around: _Around) -> _Open:
        """Open the paragraph of an element."""
        tag = around.tag
        level = int(tag[1]) if tag in _HEADINGS else 0
        return cls(level=level, bullet=tag == "li", owner=around.owner, cell=around.cell)


@dataclass(frozen=True, slots=True)
class _Around:
    """The nearest paragraph around a node, its cell, and whether the node is within a link."""

    owner: int
    tag: str
    linked: bool = False
    cell: Cell | None = None


def blocks(text: str, served_at: str = "") -> list[Block]:
    """Return the paragraphs of a page, counted from 1; relative addresses start from there."""
    tree = LexborHTMLParser(AUTOLINK.sub(r"&lt;\1&gt;", text))
    prefix = base_of(text, served_at)
    for node in tree.css(_UNSEEN):
        node.decompose()
    strip_frame(tree)
    kept = [paragraph for paragraph in _paragraphs(_heart(tree)) if paragraph.holds_something]
    for before, paragraph in pairwise(kept):
        paragraph.apart = paragraph.owner != before.owner
    for paragraph in kept if prefix else ():
        paragraph.hrefs = [joined(prefix, href) for href in paragraph.hrefs if href[:1] != "#"]
    return blocks_of(kept)


def _heart(tree: LexborHTMLParser) -> LexborNode | None:
    """Return the element that says it is the main one, where it holds most of the page."""
    mains = tree.css('main, [role="main"]')
    body = tree.body
    if len(mains) == 1 and body and 2 * len(mains[0].text()) >= len(body.text()):
        return mains[0]
    return body


def _paragraphs(heart: LexborNode | None) -> list[_Open]:
    """Walk the page in its order; a text belongs to the nearest paragraph around it."""
    if heart is None:
        return []
    cells = _cells(heart)
    around = {heart.mem_id: _Around(heart.mem_id, "body")}
    found = [_Open.of(around[heart.mem_id])]
    for node in heart.traverse(include_text=True):
        tag, parent = node.tag or "", node.parent
        if parent is None or node.mem_id == heart.mem_id or tag == "-comment":
            continue
        here = _within(around.get(parent.mem_id, around[heart.mem_id]), node, tag, cells)
        around[node.mem_id] = here
        if found[-1].owner != here.owner or tag == "br":
            found.append(_Open.of(here))
        _gather(node, tag, found[-1], here)
    return found


def _cells(heart: LexborNode) -> dict[int, Cell]:
    """Return where the cells of tables stand, by their identities."""
    rows: defaultdict[int, list[LexborNode]] = defaultdict(list)
    for cell in heart.css("td, th"):
        if cell.parent:
            rows[cell.parent.mem_id].append(cell)
    found: dict[int, Cell] = {}
    for number, cells in enumerate(rows.values()):
        table, regular = _table_of(cells[0]), not any(map(_spans, cells))
        for column, cell in enumerate(cells):
            found[cell.mem_id] = Cell(table, number, column, len(cells), regular)
    return found


def _spans(cell: LexborNode) -> bool:
    """Tell a cell that spans others, or holds a table."""
    spans = (cell.attributes.get(name) or "1" for name in ("colspan", "rowspan"))
    return any(span.strip() != "1" for span in spans) or cell.css_first("table") is not None


def _table_of(cell: LexborNode) -> int:
    """Return the identity of a cell's table, which may be parted in head, body and foot."""
    row = cell.parent
    group = row.parent if row else None
    whole = group.parent if group and group.tag in ("tbody", "thead", "tfoot") else group
    return whole.mem_id if whole else 0


def _within(outer: _Around, node: LexborNode, tag: str, cells: Mapping[int, Cell]) -> _Around:
    """Return what is around the children of `node`."""
    if tag in _PARAGRAPHS:
        cell = cells.get(node.mem_id, outer.cell)
        return _Around(node.mem_id, _kind(tag, outer.tag), outer.linked, cell)
    linked = tag == "a" and is_web(node.attributes.get("href") or "")
    return replace(outer, linked=True) if linked else outer


def _kind(tag: str, outer: str) -> str:
    """A plain paragraph in a list item or a heading is set as that."""
    return outer if tag in ("p", "div") and outer in ("li", *_HEADINGS) else tag


def _gather(node: LexborNode, tag: str, paragraph: _Open, here: _Around) -> None:
    if tag == "-text":
        paragraph.say(node.text_content or "", linked=here.linked)
    if tag == "a" and (href := node.attributes.get("href")):
        paragraph.hrefs.append(href.strip())
