"""What a server tells the scripts of a page that they make themselves: that there is none.

Next.js (``__NEXT_DATA__``: the page ``/404``, or ``/_error`` with a status) and Nuxt
(``__NUXT__``: ``error: {statusCode: 404}``) answer 200 now and then all the same.
"""

from __future__ import annotations

import re

_NEXT = re.compile(r'"page"\s*:\s*"/404"|"statusCode"\s*:\s*404')
_NUXT = re.compile(r'error\s*[:=]\s*\{[^{}]{,200}?"?statusCode"?\s*:\s*404')
_MARKED = (("__NEXT_DATA__", _NEXT), ("__NUXT__", _NUXT), ("__NUXT_DATA__", _NUXT))
_NEAR = 20_000
"""Characters of data behind its name."""


def told_404(html: str) -> bool:
    """Tell whether the data for the scripts say that the page was not found."""
    for mark, sign in _MARKED:
        start = html.find(mark)
        if start >= 0 and sign.search(html, start, start + _NEAR):
            return True
    return False
