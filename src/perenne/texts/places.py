"""Where something stands in a file, in words."""

from perenne.texts import _


def place_words(place: str) -> str:
    """Return ``line:34`` as "line 34" in the language in use; "" for no place."""
    kind, _colon, number = place.partition(":")
    words = {
        "page": _("page {n}", n=number),
        "line": _("line {n}", n=number),
        "paragraph": _("paragraph {n}", n=number),
        "row": _("row {n}", n=number),
        "record": _("record {n}", n=number),
    }
    return words.get(kind, "")
