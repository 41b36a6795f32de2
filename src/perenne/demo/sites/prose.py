"""Text for simulated articles, from sentences written for this purpose (``prose.txt``)."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTENCES = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
_A_PARAGRAPH = 4
_STRIDE = 5
"""Prime to the number of sentences, so that a walk meets all of them before it repeats one."""


def paragraphs(count: int, seed: str) -> tuple[str, ...]:
    """Return `count` paragraphs; the same seed gives the same text."""
    walk = _walk(crc32(seed.encode()))
    return tuple(" ".join(islice(walk, _A_PARAGRAPH)) for _ in range(count))


def _walk(start: int) -> Iterator[str]:
    while True:
        yield SENTENCES[start % len(SENTENCES)]
        start += _STRIDE
