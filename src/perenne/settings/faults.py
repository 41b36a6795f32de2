"""What is wrong with a key, in words: what was expected rather than what failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.texts import _

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def expected(fault: ErrorDetails) -> str:
    """Return what pydantic expected of a key."""
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "extra_forbidden":
        return _("there is no such key.")
    if kind == "value_error":
        return str(context.get("error", fault["msg"]))
    if kind in ("greater_than", "greater_than_equal", "less_than", "less_than_equal"):
        return _limit(kind, context)
    if kind == "literal_error":
        return _("one of {choices} is expected.", choices=context.get("expected", ""))
    if kind == "string_pattern_mismatch":
        return _("an hour such as 03:05 is expected.")
    return _by_type(kind) or fault["msg"]


def _limit(kind: str, context: dict[str, object]) -> str:
    limit = next(iter(context.values()), "")
    if kind.startswith("greater"):
        return _("a number from {limit} is expected.", limit=limit)
    return _("a number up to {limit} is expected.", limit=limit)


def _by_type(kind: str) -> str:
    for begins, sentence in (
        ("int_", _("a whole number is expected.")),
        ("float_", _("a number is expected.")),
        ("bool_", _("true or false is expected.")),
        ("string_", _("a text in quotation marks is expected.")),
        ("tuple_", _("a list in square brackets is expected.")),
        ("path_", _("the path of a file is expected.")),
    ):
        if kind.startswith(begins):
            return sentence
    return ""
