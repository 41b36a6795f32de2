"""A plain list of URLs: one a line, ``#`` before a remark or a heading."""

from __future__ import annotations

import re

from perenne.domain.references import Place, PlaceKind
from perenne.dossiers.addresses.citations import address, extract
from perenne.dossiers.bibliography.blocks import Block, clean, oddities, placed

_NEWLINE = re.compile(r"\r\n|\r|\n")
_ADDRESS = re.compile(r"<?(?:https?:|www\d?\.|h{0,2}t{1,3}p{1,2}s?[:;/])\S*", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?:[/?#]\S*)?", re.IGNORECASE
)
_FEWEST = 2
"""One address alone may be the whole text of a note; two lines of nothing else are a list."""


def is_url_list(text: str) -> bool:
    """Tell whether nearly every line is an address and nothing else."""
    lines = [line for line in _stripped(text) if line and not line.startswith("#")]
    if not lines or any(" " in line or "\t" in line for line in lines):
        return False
    addresses = sum(bool(_ADDRESS.match(line)) for line in lines)
    whole = all(_ADDRESS.match(line) or _DOMAIN.fullmatch(line) for line in lines)
    return whole and (addresses > 0 or len(lines) >= _FEWEST)


def blocks(text: str) -> list[Block]:
    """Return one block a line: a bullet with its address, or a heading."""
    made = []
    for number, line in enumerate(_stripped(text), 1):
        if line:
            made.append(_block(line, Place(PlaceKind.LINE, number)))
    return made


def _stripped(text: str) -> list[str]:
    return [line.strip(" \t\f\u00a0\ufeff") for line in _NEWLINE.split(text)]


def _block(line: str, place: Place) -> Block:
    if line.startswith("#"):
        return Block(clean(line.strip("# ")), place, level=2)
    got = extract(line)
    citations = tuple(placed(found, place) for found in got.found)
    if not citations and _DOMAIN.fullmatch(line):
        citations = (placed(address(f"http://{line}"), place),)
    return Block("", place, citations, bullet=True, notices=oddities(got, place))
