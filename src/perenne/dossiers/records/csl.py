"""CSL-JSON (the schema of citationstyles.org), as Zotero and other managers export it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from perenne.dossiers.errors import UnreadableError
from perenne.dossiers.records.record import Record, bounded, content, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perenne.dossiers.content import Content

_SOURCES = ("container-title", "publisher", "event-title", "event", "archive")
_TEXTS = ("abstract", "note", "annote")
READ_FOR_ADDRESSES = frozenset(("title", "URL", "DOI", *_SOURCES, *_TEXTS))
"""The keys in whose values addresses count."""
_PARTICLES = ("non-dropping-particle", "family", "suffix")


def read(text: str) -> Content:
    """Return the references of a file; raises `UnreadableError`, for other JSON too."""
    try:
        data = json.loads(text)
    except RecursionError as error:
        raise UnreadableError("file_too_heavy") from error
    except ValueError as error:  # a figure of thousands of digits too
        raise UnreadableError("file_damaged", str(error)) from error
    items = _items(data)
    if not items:
        raise UnreadableError("file_other_json")
    return content(_record(n, item) for n, item in enumerate(bounded(items), 1))


def _items(data: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - JSON may be anything
    """Return the items of a list, or those under the key that Zotero's server gives them."""
    if isinstance(data, dict):
        data = data.get("items", [data])
    listed = data if isinstance(data, list) else []
    items = [item for item in listed if isinstance(item, dict) and _is_item(item)]
    return items if len(items) == len(listed) else []


def _is_item(item: dict[str, Any]) -> bool:
    """An item of CSL has a type, and says something of a document."""
    return isinstance(item.get("type"), str) and any(key in item for key in ("title", "URL", "DOI"))


def _record(number: int, item: dict[str, Any]) -> Record:
    return Record(
        numbered(number),
        title=_text(item, "title"),
        authors=list(_names(item.get("author") or item.get("editor"))),
        source=next(filter(None, (_text(item, key) for key in _SOURCES)), ""),
        date=_date(item.get("issued")),
        pages=_text(item, "page") or _number_of_pages(item),
        addresses=[_text(item, "URL"), _text(item, "DOI")],
        texts=[_text(item, key) for key in _TEXTS],
    )


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return str(value) if isinstance(value, str | int | float) else ""


def _names(value: object) -> Iterator[str]:
    for name in value if isinstance(value, list) else []:
        if isinstance(name, dict):
            family = " ".join(filter(None, (_text(name, key) for key in _PARTICLES)))
            given = " ".join(filter(None, (_text(name, k) for k in ("given", "dropping-particle"))))
            yield _text(name, "literal") or f"{family} {given}".strip()


def _date(value: object) -> str:
    """Return YYYY, YYYY-MM or YYYY-MM-DD from the parts of a date, or what was written."""
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and first and all(str(part).isdecimal() for part in first):
        return "-".join(f"{int(part):02}" for part in first[:3])
    return _text(value, "raw") or _text(value, "literal")


def _number_of_pages(item: dict[str, Any]) -> str:
    pages = _text(item, "number-of-pages")
    return f"{pages} p." if pages.isdecimal() else pages
