"""Lengths of files, as readers are told them."""

from __future__ import annotations

from perenne.texts import _

_THOUSAND = 1000


def size(length: int) -> str:
    """Return a number of bytes in kB, or in MB from one on; never nothing for something."""
    if length >= _THOUSAND**2:
        return _("{n} MB", n=round(length / _THOUSAND**2))
    return _("{n} kB", n=-(-length // _THOUSAND))
