"""CSL-JSON with addresses replaced in the values that are read for them, escapes kept."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from perenne.dossiers.addresses.escapes import JSON
from perenne.dossiers.addresses.identifiers import bare_doi, for_fields
from perenne.dossiers.addresses.replacing import replaced
from perenne.dossiers.records.csl import READ_FOR_ADDRESSES

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

_TEXT = r"\"(?:[^\"\\]|\\.)*\""
_MEMBER = re.compile(rf"(?P<key>{_TEXT})(?P<colon>\s*:\s*)\"(?P<value>(?:[^\"\\]|\\.)*)\"|{_TEXT}")


def rewritten(text: str, changes: Mapping[str, str], done: Counter[str]) -> str:
    """Return the items; `done` counts where each address stood."""
    dois = {old: doi for old, new in changes.items() if (doi := bare_doi(new))}
    others = for_fields(changes)

    def put(member: re.Match[str]) -> str:
        key = json.loads(member["key"]) if member["key"] else ""
        if key not in READ_FOR_ADDRESSES:
            return member[0]
        # An ordinary address is no DOI: it is left to whoever mends by hand.
        value = replaced(member["value"], dois if key == "DOI" else others, done, JSON)
        return f'{member["key"]}{member["colon"]}"{value}"'

    return _MEMBER.sub(put, text)
