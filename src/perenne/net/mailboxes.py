"""Mail addresses, as the mail server and the headers need them."""

from __future__ import annotations

import re
from email.headerregistry import Address

from perenne.texts.plain import one_line

_FORM = re.compile(r"(?P<name>[^<>\r\n]*)<(?P<angled>[^<>\s]+)>|(?P<plain>[^<>\s]+)")
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"  # RFC 5322, 3.2.3
_ADDRESS = re.compile(rf"({_ATOM}(?:\.{_ATOM})*)@([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)")


def mailbox(text: str) -> Address:
    """Return ``Name <user@host>`` or ``user@host`` in its parts, an accented host in ASCII.

    Raises `ValueError` for what is no address, or one that not every server understands.
    """
    form = _FORM.fullmatch(text.strip())
    local, _, host = (form["angled"] or form["plain"]).rpartition("@") if form else ("", "", "")
    found = _ADDRESS.fullmatch(f"{local}@{host.encode('idna').decode()}" if host else "")
    if form is None or found is None:
        raise ValueError(f"not a mail address: {text!r}")
    return Address(one_line(form["name"] or "").strip('" '), found[1], found[2])
