"""Markdown's marks are layout: they are read, then taken off."""

from __future__ import annotations

import re

HEADING = re.compile(r"\s{0,3}(?P<marks>#{1,6})\s+(?P<text>.*?)\s*#*\s*$")
UNDERLINE = re.compile(r"\s{0,3}(?P<marks>=+|-{3,})\s*$")
BULLET = re.compile(r"\A\s*(?:[-*+•▪●◦‣►➢✓·–—]|o(?=\t))\s+(?=\S)")
LEAD = re.compile(r"\s*(?:[*_«\"]{1,3}\s*)?\[(?P<label>[^\[\]\n]{1,300})\]\(")
"""A link that a text begins with."""
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<name>[^\[\]\n]+)\]:[ \t]*<?(?P<url>[^\s<>]+)>?[^\n]*$", re.MULTILINE
)
_USE = re.compile(r"\[(?P<label>[^\[\]\n]{1,300})\](?:\[(?P<name>[^\[\]\n]{0,100})\])?(?![\[(:])")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TABLE_RULE = re.compile(r"[\s:|-]*")
_PAGE_NUMBER = re.compile(
    r"\s*(?:page\s*)?[-–]?\s*\d{1,3}\s*(?:(?:/|sur)\s*\d{1,3})?\s*[-–]?\s*$", re.IGNORECASE
)
_LONGEST_NUMBER = 20
STRONG = re.compile(r"(\*{1,3}|_{2,3})(?=\S)([^*\n]+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!&~|>-])")
_CELL_END = re.compile(r"(?<!\\)\|")
_ANY = re.compile(r"[*_\\|<]")
_BREAK = re.compile(r"<br\s*/?>|\\$", re.IGNORECASE | re.MULTILINE)


def without_definitions(text: str) -> str:
    """Put the addresses of ``[name]: address`` where they are used; lines keep their numbers."""
    urls = {found["name"].casefold(): found["url"] for found in _DEFINITION.finditer(text)}
    if not urls:
        return text

    def used(match: re.Match[str]) -> str:
        url = urls.get((match["name"] or match["label"]).casefold())
        return f"[{match['label']}]({url})" if url else match[0]

    return _USE.sub(used, _DEFINITION.sub("", text))


def without_comments(text: str) -> str:
    """Blank out ``<!-- -->``, keeping the line breaks."""
    return _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text) if "<!--" in text else text


def is_noise(line: str) -> bool:
    """Tell a rule of a table, or an underline of nothing."""
    rule = "---" in line and _TABLE_RULE.fullmatch(line)
    return bool(rule or UNDERLINE.match(line))


def is_page_number(line: str) -> bool:
    """Tell a line that is a page number, with what is set around it."""
    shown = line.strip()
    ends = shown[-1:].isdigit() or shown[-1:] in ("-", "–")
    return ends and len(shown) <= _LONGEST_NUMBER and _PAGE_NUMBER.match(line) is not None


def plain(text: str) -> str:
    """Take emphasis, table bars and escapes off."""
    if not _ANY.search(text):
        return text
    text = _BREAK.sub(" ", text)
    text = _EMPHASIS.sub(r"\1", STRONG.sub(r"\2", text)).replace("**", "")
    if text.lstrip().startswith("|"):
        text = text.strip().strip("|").replace("|", " ")
    return _ESCAPE.sub(r"\1", text)


def is_row(line: str) -> bool:
    """Tell what may be a row of a table (GFM): it has a bar, and stands in no quotation."""
    return "|" in line and not line.lstrip().startswith(">")


def cells(line: str) -> list[str]:
    """Return the cells of a row of a table."""
    row = line.strip().removeprefix("|")
    row = row[:-1] if row.endswith("|") and not row.endswith("\\|") else row
    return [cell.strip() for cell in _CELL_END.split(row)]
