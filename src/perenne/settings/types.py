"""The types of keys that need more than a number or a text."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.utils import parseaddr
from pathlib import Path
from string import Formatter
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr

from perenne.texts import _

OptionalPath = Annotated[Path | None, BeforeValidator(lambda given: given or None)]
"""A path, or none: an empty text, as environments give it, is none."""

Seconds = Annotated[float, Field(gt=0, le=3600)]


class Section(BaseModel):
    """A section of the file; an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _mail_address(text: str) -> str:
    """Refuse what no mail can be sent to or from; ``Name <address>`` is fine."""
    try:
        bare = Address(addr_spec=parseaddr(text)[1])
    except (HeaderParseError, ValueError, IndexError) as error:
        raise ValueError(_("a mail address is expected.")) from error
    if not bare.domain:
        raise ValueError(_("a mail address is expected."))
    return text


def _web_address(text: str) -> str:
    if text and not re.fullmatch(r"https?://[^/\s]+(/\S*)?", text):
        raise ValueError(_("an address such as http://proxy:3128 is expected."))
    return text


EDIT_FACTS = ("dossier", "title", "url", "place")
"""What the template of an edit link can be filled with."""
_TEMPLATE = re.compile(r"https?://[^/?#{}\s]+(?:[/?#]\S*)?")


def _edit_link(text: str) -> str:
    """Refuse what makes no web address once it is filled; the host is never filled in."""
    try:
        parts = list(Formatter().parse(text))
        names = [name for _literal, name, form, kind in parts if name is not None]
        plain = not any(form or kind for _literal, _name, form, kind in parts)
    except ValueError as error:  # a brace without its fellow
        raise ValueError(_expected_facts()) from error
    if not plain or not set(names) <= set(EDIT_FACTS):
        raise ValueError(_expected_facts())
    if text and not _TEMPLATE.fullmatch(text):
        raise ValueError(_("an address that begins with http:// or https:// is expected."))
    return text


def _expected_facts() -> str:
    known = ", ".join(f"{{{name}}}" for name in EDIT_FACTS)
    return _("between braces, one of {known} is expected.", known=known)


WebAddress = Annotated[str, AfterValidator(_web_address)]
EditLink = Annotated[str, AfterValidator(_edit_link)]
MailAddress = Annotated[str, AfterValidator(_mail_address)]


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(_("a time zone such as Europe/Paris is expected."))
    return name


TimeZone = Annotated[str, AfterValidator(_known_zone)]


def read_secret(given: SecretStr, file: Path | None) -> SecretStr:
    """Return the secret that was given, else the one in the file; ValueError if unreadable."""
    if file is None or given.get_secret_value():
        return given
    try:
        return SecretStr(file.read_text(encoding="utf-8").strip())
    except (OSError, UnicodeError) as error:
        raise ValueError(_("the file {file} cannot be read.", file=file)) from error
