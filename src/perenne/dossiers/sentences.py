"""Codes → sentences of the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.texts import _, plural

if TYPE_CHECKING:
    from collections.abc import Callable

    from perenne.domain.references import Notice
    from perenne.dossiers.errors import UnreadableError


def error_sentence(error: UnreadableError) -> str:
    """Say why a file cannot be read, and what to do. An unknown code is said as it is."""
    sentence = _ERRORS.get(error.code)
    return sentence(error.fact) if sentence else str(error)


def notice_sentence(notice: Notice) -> str:
    """Say what looks odd. An unknown code is said as it is."""
    sentence = _NOTICES.get(notice.code)
    return sentence(notice.fact) if sentence else f"{notice.code} {notice.fact}".strip()


def _binary(kind: str) -> str:
    if not kind:
        return _("This file holds no text. Save it as Word (DOCX), PDF or text, then try again.")
    return _(
        "This is a {kind} file. Save it as Word (DOCX), PDF or text, then try again.", kind=kind
    )


def _without_url(count: str) -> str:
    return plural(
        "{n} reference has no link: that is normal for books and printed articles.",
        "{n} references have no link: that is normal for books and printed articles.",
        int(count),
    )


def _mistyped(fact: str) -> str:
    slip, _arrow, likely = fact.partition(" → ")
    return _("{slip} looks like a slip for {likely}.", slip=slip, likely=likely)


_ERRORS: dict[str, Callable[[str], str]] = {
    "file_missing": lambda _fact: _("There is no such file. Check its name and folder."),
    "file_is_directory": lambda _fact: _("This is a folder. Give the file that is in it."),
    "file_permission": lambda _fact: _(
        "You are not allowed to read this file. Ask whoever put it there."
    ),
    "file_unreadable": lambda cause: _("This file cannot be read ({cause}).", cause=cause),
    "file_empty": lambda _fact: _("This file is empty."),
    "file_too_large": lambda size: _(
        "This file is too large: dossiers of up to {size} MB are read.", size=size
    ),
    "file_binary": _binary,
    "file_too_heavy": lambda _fact: _(
        "This file would take too much time or memory to read. Is it what it seems to be?"
    ),
    "file_damaged": lambda _fact: _(
        "This file is damaged, or not what it seems to be. Open it, save it again, then try again."
    ),
    "format_not_written": lambda name: _(
        "Workbooks of this old form ({name}) are read, and not written again. Save it as XLSX, "
        "then try again.",
        name=name,
    ),
    "format_not_robust": lambda name: _(
        "Robust Links are for HTML pages, and this is a file of another format ({name}). Leave "
        "`--robust` out.",
        name=name,
    ),
    "mended_differs": lambda _fact: _(
        "With these addresses the file would say something else than before: nothing was written. "
        "Mend it by hand."
    ),
    "file_scanned": lambda _fact: _(
        "This PDF holds pictures of pages and no text. Give the file it was printed from."
    ),
    "file_encrypted": lambda _fact: _(
        "This file is protected by a password. Save it without one, then try again."
    ),
    "file_other_json": lambda _fact: _(
        "This JSON file holds no references that we know. Export them as CSL-JSON, then try again."
    ),
    "file_other_xml": lambda _fact: _(
        "This XML file holds no references that we know. Export them as MARCXML or Zotero RDF, "
        "then try again."
    ),
    "file_encoding": lambda _fact: _(
        "The letters of this file cannot be read. Save it as UTF-8, then try again."
    ),
}
_NOTICES: dict[str, Callable[[str], str]] = {
    "no_reference": lambda _fact: _("No reference was recognised in this file."),
    "no_url": lambda _fact: _("There is no link in this dossier: nothing to check."),
    "references_without_url": _without_url,
    "addresses_hidden": lambda count: plural(
        "{n} cell with a link is hidden (row, column or sheet), and is left out.",
        "{n} cells with links are hidden (rows, columns or sheets), and are left out.",
        int(count),
    ),
    "address_computed": lambda _fact: _(
        "Where this cell leads is computed by a formula, and cannot be read."
    ),
    "formulas_unread": lambda _fact: _(
        "Formulas make links in this workbook, which its old form hides. Save it as XLSX, then try "
        "again."
    ),
    "record_damaged": lambda number: _(
        "Record {number} of this file is damaged, and is left out.", number=number
    ),
    "record_unreadable": lambda text: _(
        "This record cannot be read, and is left out: {text}", text=text
    ),
    "section_empty": lambda text: _("Nothing stands under the heading “{heading}”.", heading=text),
    "url_repeated": lambda url: _("This address is cited more than once: {url}", url=url),
    "url_looks_cut": lambda url: _("This address looks cut: {url}", url=url),
    "url_malformed": lambda url: _(
        "No page can be reached at this address as it is written: {url}", url=url
    ),
    "host_looks_mistyped": _mistyped,
    "address_not_web": lambda url: _(
        "This address is not of the web, and is not checked: {url}", url=url
    ),
}
