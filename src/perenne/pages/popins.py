"""Login forms that open above a page: no part of it.

La Gazette's free articles begin with such a pop-in: « Déjà inscrit(e) ? », a form, « Mot de
passe oublié ? », « M'inscrire gratuitement ».
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_ASIDE = {"dialog", "header", "aside", "nav", "footer"}
_NAMED = re.compile(
    r"pop-?in|pop-?up|modal|overlay|lightbox|dialog|drop-?down|drawer|off-?canvas|fancybox",
    re.IGNORECASE,
)
_HEART = "h1, article, main"
_DEEPEST = 30


def stands_aside(field: LexborNode) -> bool:
    """Tell whether an element is in a pop-in, a dialog, a header or an aside, without the h1."""
    return _surrounding(field) is not None


def strip_login_popins(fields: list[LexborNode]) -> None:
    """Take away what stands aside around the password fields of a page, greetings and all."""
    found = {node.mem_id: node for node in map(_surrounding, fields) if node is not None}
    for node in found.values():
        node.decompose()


def _surrounding(field: LexborNode) -> LexborNode | None:
    """Return the outermost element aside around this one that does not hold the page's heart."""
    found, node = None, field.parent
    for _ in range(_DEEPEST):
        if node is None or node.tag in ("body", "html", "main", "article"):
            break
        if node.css_first(_HEART) is not None:
            break
        found = node if _is_aside(node) else found
        node = node.parent
    return found


def _is_aside(node: LexborNode) -> bool:
    given = node.attributes
    names = f"{given.get('class') or ''} {given.get('id') or ''} {given.get('role') or ''}"
    return node.tag in _ASIDE or bool(_NAMED.search(names))
