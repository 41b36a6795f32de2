"""Codes → sentences of the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.texts import _, plural

if TYPE_CHECKING:
    from perenne.domain.references import Notice
    from perenne.dossiers.errors import UnreadableError


def error_sentence(error: UnreadableError) -> str:
    """Say why a file cannot be read, and what to do. An unknown code is said as it is."""
    return _error(error.code, error.fact) or str(error)


def notice_sentence(notice: Notice) -> str:
    """Say what looks odd. An unknown code is said as it is."""
    fact = notice.fact
    if notice.code == "references_without_url":
        return plural(
            "{n} reference has no link: that is normal for books and printed articles.",
            "{n} references have no link: that is normal for books and printed articles.",
            int(fact),
        )
    return _notice(notice.code, fact) or f"{notice.code} {fact}".strip()


def _error(code: str, fact: str) -> str:
    match code:
        case "file_missing":
            return _("There is no such file. Check its name and folder.")
        case "file_is_directory":
            return _("This is a folder. Give the file that is in it.")
        case "file_permission":
            return _("You are not allowed to read this file. Ask whoever put it there.")
        case "file_unreadable":
            return _("This file cannot be read ({cause}).", cause=fact)
        case "file_empty":
            return _("This file is empty.")
        case "file_too_large":
            return _("This file is too large: dossiers of up to {size} MB are read.", size=fact)
        case "file_binary" if fact:
            return _(
                "This is a {kind} file. Save it as text, Markdown or HTML, then try again.",
                kind=fact,
            )
        case "file_binary":
            return _("This file holds no text. Save it as text, Markdown or HTML, then try again.")
        case "file_encoding":
            return _("The letters of this file cannot be read. Save it as UTF-8, then try again.")
        case _:
            return ""


def _notice(code: str, fact: str) -> str:
    match code:
        case "no_reference":
            return _("No reference was recognised in this file.")
        case "no_url":
            return _("There is no link in this dossier: nothing to check.")
        case "section_empty":
            return _("Nothing stands under the heading “{heading}”.", heading=fact)
        case "url_repeated":
            return _("This address is cited more than once: {url}", url=fact)
        case "url_looks_cut":
            return _("This address looks cut: {url}", url=fact)
        case "url_malformed":
            return _("No page can be reached at this address as it is written: {url}", url=fact)
        case "host_looks_mistyped":
            slip, _arrow, likely = fact.partition(" → ")
            return _("{slip} looks like a slip for {likely}.", slip=slip, likely=likely)
        case "address_not_web":
            return _("This address is not of the web, and is not checked: {url}", url=fact)
        case _:
            return ""
