"""A Word document → paragraphs, as a reader sees them.

Left out: what was deleted or moved away under tracked changes, hidden text, comments, running
heads and feet. A link is a relationship (`w:hyperlink`) or a field (`HYPERLINK "…"`), whose code
may be spread over several runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from perenne.dossiers.bibliography.blocks import clean
from perenne.dossiers.content import Content
from perenne.dossiers.documents.linked import Paragraph, blocks_of, spaced
from perenne.dossiers.documents.office_cells import Names, cells_of
from perenne.dossiers.documents.word_fields import href_of
from perenne.dossiers.documents.word_styles import Styles
from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.packages import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNSEEN = {f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "sectPr", "comment")}
_UNSEEN.add(f"{_MC}Fallback")  # what older programs show instead of a text box
_TABLES = Names(
    f"{W}tbl",
    f"{W}tr",
    f"{W}tc",
    (f"{W}p",),
    odd=tuple(
        f"{W}{name}"
        for name in ("gridSpan", "vMerge", "gridBefore", "gridAfter", "sdt", "customXml")
    ),
)
_WORDS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def content(data: bytes) -> Content:
    """Return what a document holds; raises `UnreadableError`."""
    package = Package(data)
    main = package.xml("word/document.xml")
    if main is None:
        raise UnreadableError("file_damaged", "word/document.xml")
    reading = _Reading(package)
    found = blocks_of(list(spaced(reading.paragraphs(main, "document"))))
    return Content(blocks=tuple(found), title=reading.title)


@dataclass(slots=True)
class _Link:
    """A field while its code is gathered; `shown` once its result has begun."""

    code: str = ""
    shown: bool = False


@dataclass(slots=True)
class _State:
    """A paragraph while it is read, the fields that are open in it, and the notes it calls."""

    paragraph: Paragraph
    fields: list[_Link]
    notes: list[tuple[str, str]] = field(default_factory=list)
    linked: int = 0


class _Reading:
    """Reads the parts of one document."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.xml("word/styles.xml"))
        self._targets = {
            part: _targets(package, part) for part in ("document", "footnotes", "endnotes")
        }
        self._notes = {part: _notes(package, part) for part in ("footnotes", "endnotes")}
        self._fields: list[_Link] = []
        self._tables = count()
        self.title = ""

    def paragraphs(self, root: Element, part: str) -> Iterator[Paragraph]:
        """Yield the paragraphs of a part in their order, those of tables and text boxes too."""
        cells = cells_of(root, _TABLES, self._tables)
        for element in root.iter(f"{W}p"):
            if any(above.tag in _UNSEEN for above in element.iterancestors()):
                continue
            state = _State(self._open(element), self._fields)
            state.paragraph.cell = cells.get(element)
            self._walk(element, part, state)
            if not self.title and self._styles.is_title(element.find(f"{W}pPr")):
                self.title = clean("".join(state.paragraph.texts))
            else:
                yield state.paragraph
            for kind, number in state.notes:
                note = self._notes[kind].get(number)
                if note is not None:
                    yield from self.paragraphs(note, kind)

    def _open(self, element: Element) -> Paragraph:
        properties = element.find(f"{W}pPr")
        return Paragraph(
            level=self._styles.level(properties), bullet=self._styles.listed(properties)
        )

    def _walk(self, element: Element, part: str, state: _State) -> None:
        for child in element:
            if child.tag in _UNSEEN or child.tag == f"{W}p" or self._styles.hidden(child):
                continue
            if child.tag == f"{W}hyperlink":
                self._follow(child, part, state)
            elif child.tag == f"{W}fldSimple":
                self._enter(child.get(f"{W}instr", ""), child, part, state)
            else:
                self._take(child, state)
                self._walk(child, part, state)

    def _follow(self, link: Element, part: str, state: _State) -> None:
        target = self._targets[part].get(link.get(f"{_R}id", ""), "")
        anchor = link.get(f"{W}anchor", "")
        if target:
            state.paragraph.hrefs.append(f"{target}#{anchor}" if anchor else target)
        self._within(link, part, state, linked=bool(target))

    def _enter(self, code: str, element: Element, part: str, state: _State) -> None:
        href = href_of(code)
        if href:
            state.paragraph.hrefs.append(href)
        self._within(element, part, state, linked=bool(href))

    def _within(self, element: Element, part: str, state: _State, *, linked: bool) -> None:
        state.linked += linked
        self._walk(element, part, state)
        state.linked -= linked

    def _take(self, element: Element, state: _State) -> None:
        """Take what a run shows, or the marks of a field around it."""
        tag = element.tag
        if tag == f"{W}t" and not _in_code(state.fields):
            linked = state.linked > 0 or any(href_of(each.code) for each in state.fields)
            state.paragraph.say(element.text or "", linked=linked)
        elif tag in _WORDS and not _in_code(state.fields):
            state.paragraph.say(_WORDS[tag])
        elif tag == f"{W}instrText" and state.fields:
            state.fields[-1].code += element.text or ""
        elif tag == f"{W}fldChar":
            _mark(element.get(f"{W}fldCharType", ""), state)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            kind = "footnotes" if tag.endswith("footnoteReference") else "endnotes"
            state.notes.append((kind, element.get(f"{W}id", "")))


def _mark(kind: str, state: _State) -> None:
    """Open a field, begin its result, or close it."""
    if kind == "begin":
        state.fields.append(_Link())
    elif kind == "separate" and state.fields:
        state.fields[-1].shown = True
        if href := href_of(state.fields[-1].code):
            state.paragraph.hrefs.append(href)
    elif kind == "end" and state.fields:
        state.fields.pop()


def _in_code(fields: list[_Link]) -> bool:
    return bool(fields) and not fields[-1].shown


def _targets(package: Package, part: str) -> dict[str, str]:
    """Return the addresses outside the document, by the ids of its relationships."""
    root = package.xml(f"word/_rels/{part}.xml.rels")
    outside = [] if root is None else [r for r in root if r.get("TargetMode") == "External"]
    return {r.get("Id", ""): r.get("Target", "") for r in outside}


def _notes(package: Package, part: str) -> dict[str, Element]:
    root = package.xml(f"word/{part}.xml")
    return {} if root is None else {note.get(f"{W}id", ""): note for note in root}
