"""Personal names as they are printed, without the slash that cataloguers put before them."""

from __future__ import annotations

import re

_UPPER = "A-ZÀ-ÖØ-ÞŒŠŽ"
_LOWER = "a-zà-öø-ÿœšž"
_GIVEN = rf"[{_UPPER}][{_LOWER}]+(?:-[{_UPPER}]?[{_LOWER}]+)*"
_INITIALS = rf"[{_UPPER}][hy]?\.(?:[\s-]?[{_UPPER}]\.)*"
_PARTICLE = (
    r"(?:[dDlL]['’]|[dD]e\s(?:[lL]a\s|l['’])?|[dD]u\s|[dD]es\s|[vV]an\s(?:der\s)?|[vV]on\s"
    r"|El\s|Ben\s|Le\s|La\s)"
)
_SURNAME = rf"{_PARTICLE}?[{_UPPER}][\w’'-]+"
_CAPS = rf"{_PARTICLE}?[{_UPPER}][{_UPPER}’'-]+"
_PERSON = re.compile(
    rf"(?:{_GIVEN}|{_INITIALS})(?:\s(?:{_GIVEN}|{_INITIALS}))?\s{_SURNAME}(?:\s{_SURNAME})?"
    rf"|{_SURNAME}(?:\s{_SURNAME})?\s{_INITIALS}"
    rf"|{_CAPS}(?:\s{_CAPS})*\s(?:\({_GIVEN}[^()]*\)|{_GIVEN}(?:\s{_GIVEN})?)"
)
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:et|&|and)\s+")
_ROLE = re.compile(
    r"\s*(?:[(\[](?:s(?:ous|\.)?\s?(?:la\s)?)?(?:dir|coord|éd|ed|trad|ill|préf|collab|photogr)\w*\.?[^)\]]*[)\]]"
    r"|,\s(?:dir|coord|ill)\.?(?=\s*(?:,|;|$)))",
    re.IGNORECASE,
)
_ET_AL = re.compile(r"[\s,;]*[(\[]?\bet\s+al(?:ii|\.|\b)[)\]]?\.?$")
_NO_PERSON = re.compile(
    r"(?:l[ae]s?|l['’]\w+|un|une|des|revue|journal|maires?|courrier|cahiers?|éditions?|presses?|études?|"
    r"association|centre|ministère|conseil|agence|ville|région|département|métropole|union|"
    r"fédération|observatoire|institut|réseau|cour|banque|caisse|acteurs?|actualités?|documentation|"
    r"annales|bulletin|lettre|vie|radio|france|public|sciences|territoires?|presse|université|"
    r"direction|délégation|haut|office|syndicat|société|fondation|commission|collection|guide)\b",
    re.IGNORECASE,
)
"""How the names of bodies and of periodicals begin, which else look like persons'."""
_BARE_INITIAL = re.compile(rf"(?<=\s)[{_UPPER}]$")
"""Its full stop was taken for the end of the area."""
_MOST = 12
_LONGEST, _LONGEST_LABELLED = 700, 3_000
"""Letters of a list of names; after a label it may be that of a whole collective work."""


def people(text: str) -> tuple[str, ...]:
    """Return the persons that `text` lists, () where it says anything else."""
    if len(text) > _LONGEST:
        return ()
    listed = _ET_AL.sub("", _ROLE.sub("", text)).strip(" ,;")
    listed = _BARE_INITIAL.sub(r"\g<0>.", listed)
    parts = [part for part in _BETWEEN.split(listed) if part]
    return tuple(parts) if 0 < len(parts) <= _MOST and all(map(_is_person, parts)) else ()


def bodies(text: str) -> tuple[str, ...]:
    """Return the bodies that a text of its own names: in capitals, as cataloguers set them."""
    if not text.isupper() or re.search(r"[\d?!:«]", text):
        return ()
    return tuple(part for part in re.split(r"\s*[,;]\s*", _ROLE.sub("", text).strip(" .")) if part)


def labelled(text: str) -> tuple[str, ...]:
    """Return the names after a label for authors: whatever they are, they are names."""
    if len(text) > _LONGEST_LABELLED:
        return ()
    listed = _ET_AL.sub("", _ROLE.sub("", text)).strip(" ,;.")
    found = people(text) or tuple(re.split(r"\s*;\s*", listed))
    return found if len(found) > 1 or not listed.replace(", ", "").isalpha() else _split(listed)


def _split(listed: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"\s*,\s*", listed) if part)


def _is_person(text: str) -> bool:
    body = _NO_PERSON.match(text) and not text.endswith(".")  # Le Tallec M.
    return _PERSON.fullmatch(text) is not None and not body
