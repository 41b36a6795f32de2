"""HTML → blocks: one for each element that browsers set as a paragraph of its own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from perenne.domain.references import Notice, Place, PlaceKind
from perenne.dossiers.blocks import Block, clean, oddities, placed
from perenne.dossiers.citations import AUTOLINK, address, extract, is_web

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborNode

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
_FOREIGN = ("mailto:", "ftp:", "ftps:", "file:")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while its text nodes are gathered; `owner` is its element's identity."""

    owner: int
    tag: str
    texts: list[str] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)

    @property
    def holds_something(self) -> bool:
        """Tell whether anything but white space is in it."""
        return bool(self.hrefs) or any(map(str.strip, self.texts))

    @property
    def level(self) -> int:
        """Return 1 to 6 for a heading, 0 for anything else."""
        return int(self.tag[1]) if self.tag in _HEADINGS else 0


@dataclass(frozen=True, slots=True)
class _Around:
    """The nearest paragraph around a node, and whether the node is within a link."""

    owner: int
    tag: str
    linked: bool = False


def blocks(text: str) -> list[Block]:
    """Return the paragraphs of a page; they are counted from 1."""
    tree = LexborHTMLParser(AUTOLINK.sub(r"&lt;\1&gt;", text))
    base = tree.css_first("base[href]")
    prefix = (base.attributes.get("href") or "") if base else ""
    for node in tree.css(_UNSEEN):
        node.decompose()
    kept = [paragraph for paragraph in _paragraphs(tree.body) if paragraph.holds_something]
    made = (_block(paragraph, prefix, number) for number, paragraph in enumerate(kept, 1))
    return [block for block in made if block.text or block.citations or block.notices]


def _paragraphs(body: LexborNode | None) -> Iterable[_Paragraph]:
    """Walk the page in its order; a text belongs to the nearest paragraph around it."""
    if body is None:
        return []
    around = {body.mem_id: _Around(body.mem_id, "body")}
    found = [_Paragraph(body.mem_id, "body")]
    for node in body.traverse(include_text=True):
        tag, parent = node.tag or "", node.parent
        if parent is None or node.mem_id == body.mem_id or tag == "-comment":
            continue
        here = _within(around.get(parent.mem_id, around[body.mem_id]), node, tag)
        around[node.mem_id] = here
        if found[-1].owner != here.owner or tag == "br":
            found.append(_Paragraph(here.owner, here.tag))
        _gather(node, tag, found[-1], here)
    return found


def _within(outer: _Around, node: LexborNode, tag: str) -> _Around:
    """Return what is around the children of `node`."""
    if tag in _PARAGRAPHS:
        return _Around(node.mem_id, _kind(tag, outer.tag), outer.linked)
    linked = tag == "a" and is_web(node.attributes.get("href") or "")
    return replace(outer, linked=True) if linked else outer


def _kind(tag: str, outer: str) -> str:
    """A plain paragraph in a list item or a heading is set as that."""
    return outer if tag in ("p", "div") and outer in ("li", *_HEADINGS) else tag


def _gather(node: LexborNode, tag: str, paragraph: _Paragraph, here: _Around) -> None:
    text = (node.text_content or "") if tag == "-text" else ""
    if not (
        here.linked and is_web(text) and len(text.split()) == 1
    ):  # a label that only repeats its address
        paragraph.texts.append(text)
    if tag == "a" and (href := node.attributes.get("href")):
        paragraph.hrefs.append(href.strip())


def _block(paragraph: _Paragraph, prefix: str, number: int) -> Block:
    """Make the block: linked addresses first, then those only written."""
    place = Place(PlaceKind.PARAGRAPH, number)
    got = extract("".join(paragraph.texts))
    hrefs = [urljoin(prefix, href) if prefix else href for href in paragraph.hrefs]
    linked = [placed(address(href), place) for href in hrefs if is_web(href)]
    urls = {citation.url for citation in linked}
    written = [placed(found, place) for found in got.found if found.url not in urls]
    foreign = [Notice(place, "address_not_web", h) for h in hrefs if h.lower().startswith(_FOREIGN)]
    return Block(
        clean(got.text),
        place,
        (*linked, *written),
        level=paragraph.level,
        bullet=paragraph.tag == "li",
        notices=(*oddities(got, place), *foreign),
    )
