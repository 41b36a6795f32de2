"""The values of BibTeX's fields → plain text, and the addresses in them as they are requested."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Protocol

from pylatexenc.latex2text import LatexNodes2Text

from perenne.dossiers.addresses import addressed

if TYPE_CHECKING:
    from perenne.dossiers.addresses.citations import Found

_URL = re.compile(r"\\(?:url|path|nolinkurl)\s*\{(?P<url>(?:[^{}]|\{[^{}]*\})*)\}")
_HREF = re.compile(
    r"\\href\s*\{(?P<url>(?:[^{}]|\{[^{}]*\})*)\}\s*\{(?P<label>(?:[^{}]|\{[^{}]*\})*)\}"
)
_TILDE = re.compile(r"\{?\\(?:textasciitilde|~)(?:\{\})?\}?|\$\\sim\$")
_ESCAPED = re.compile(r"\{\\([#$%&_])\}|\\([#$%&_~{}])")
_BRACES = re.compile(r"(?<!\\)[{}]")
_TYPED = (("``", "“"), ("''", "”"), ("---", "—"), ("--", "–"), ("~", "\u00a0"))

_UNKNOWN = (
    (r"\textbraceleft{}", r"\{"),
    (r"\textbraceright{}", r"\}"),
    (r"\textasciicircum{}", "^"),
)
"""Commands of which the decoder makes nothing, or another letter."""


class _Decoder(Protocol):
    def latex_to_text(self, latex: str) -> str: ...


def plain(value: str) -> str:
    """Return a text without marks of LaTeX: accents composed, braces and commands taken off."""
    if "\\" in value:
        for command, meant in _UNKNOWN:
            value = value.replace(command, meant)
        try:
            return _decoder().latex_to_text(value)
        except Exception:  # noqa: BLE001 - IndexError and others, where an argument is missing
            return _BRACES.sub("", value)
    for typed, meant in _TYPED:
        value = value.replace(typed, meant)
    return _BRACES.sub("", value)


def addresses(value: str) -> list[Found]:
    r"""Return the addresses in a field made for them, without ``\url{}``; one is as written."""
    framed = _URL.fullmatch(value.strip())
    written = (framed["url"] if framed else value).strip()
    found = list(addressed.addresses(unescaped(written)))
    return [replace(found[0], as_written=written)] if len(found) == 1 else found


def unescaped(value: str) -> str:
    """Return a text in which addresses are as they are requested."""
    value = _TILDE.sub("~", value)
    value = _ESCAPED.sub(lambda escaped: escaped[1] or escaped[2], value)
    return _BRACES.sub("", value).strip()


def parted(value: str) -> tuple[str, list[str]]:
    r"""Part a text from the addresses in its ``\url{}`` and ``\href{}{}``, as written there."""
    found = [each["url"] for pattern in (_URL, _HREF) for each in pattern.finditer(value)]
    return _HREF.sub(r"\g<label>", _URL.sub("", value)), found


@cache
def _decoder() -> _Decoder:
    # Comments are kept: a lone % in a title is a slip, and no comment.
    decoder: _Decoder = LatexNodes2Text(keep_comments=True, math_mode="text")
    return decoder
