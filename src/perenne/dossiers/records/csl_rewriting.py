"""CSL-JSON with addresses replaced in the values that are read for them, escapes kept.

An ordinary address in the place of a DOI becomes the `URL` of an item that has none.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from perenne.domain.identifiers import bare_doi, for_fields
from perenne.dossiers.addresses.escapes import JSON, Seen
from perenne.dossiers.addresses.replacing import replaced
from perenne.dossiers.records.csl import READ_FOR_ADDRESSES

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Mapping

_TEXT = r"\"(?:[^\"\\]|\\.)*\""
_MEMBER = re.compile(rf"(?P<key>{_TEXT})(?P<colon>\s*:\s*)\"(?P<value>(?:[^\"\\]|\\.)*)\"|{_TEXT}")


def rewritten(text: str, changes: Mapping[str, str], done: Counter[str]) -> str:
    """Return the items; `done` counts where each address stood."""
    dois = {old: doi for old, new in changes.items() if (doi := bare_doi(new))}
    others, lacking = for_fields(changes), _lacking_addresses(text)

    def put(member: re.Match[str]) -> str:
        key = json.loads(member["key"]) if member["key"] else ""
        if key not in READ_FOR_ADDRESSES:
            return member[0]
        free = key == "DOI" and next(lacking, False)
        meant = Seen(member["value"], JSON).text.strip()
        if free and meant in changes and meant not in dois:
            done[meant] += 1
            return f'"URL"{member["colon"]}"{JSON.write(changes[meant], member["value"])}"'
        # Beside an address, an ordinary one is no DOI: it is left to whoever mends by hand.
        value = replaced(member["value"], dois if key == "DOI" else others, done, JSON)
        return f'{member["key"]}{member["colon"]}"{value}"'

    return _MEMBER.sub(put, text)


def _lacking_addresses(text: str) -> Iterator[bool]:
    """Yield for each DOI, in the order of the file, whether its item has room for an address."""
    lacking: list[bool] = []

    def note(members: list[tuple[str, object]]) -> None:
        keys = [key for key, _value in members]
        lacking.extend(
            "URL" not in keys for key, value in members if key == "DOI" and isinstance(value, str)
        )

    try:
        json.loads(text, object_pairs_hook=note)
    except (ValueError, RecursionError):
        lacking.clear()
    return iter(lacking)
