"""Rules and page facts with one signature less: a phrase, a host, a class name, a status.

Each module of the rules is taken as source; every set, tuple and table at its top loses one
member in turn, and every regular expression one alternative.
"""

from __future__ import annotations

import ast
import copy
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from tests.rules.signatures.alternatives import with_one_less

import perenne.pages
import perenne.rules

MODULES: tuple[ModuleType, ...] = tuple(
    importlib.import_module(f"{package.__name__}.{info.name}")
    for package in (perenne.rules, perenne.pages)
    for info in pkgutil.iter_modules(package.__path__)
)
_HOLE = "\x00{}\x00"
"""What stands for a part that another constant fills in."""


def short(module: ModuleType) -> str:
    """Return the name of a module within the house: ``rules.parked``."""
    return module.__name__.partition(".")[2]


@dataclass(frozen=True)
class Mutant:
    """A module of the rules without one signature; `changed` has the new values by name."""

    module: ModuleType
    constant: str
    removed: str
    changed: dict[str, Any]

    def __str__(self) -> str:
        """Return what is missing and where."""
        return f"{short(self.module)}.{self.constant} without {self.removed!r}"


def mutants(module: ModuleType) -> Iterator[Mutant]:
    """Yield a module without each of its signatures."""
    assert module.__file__
    with open(module.__file__, encoding="utf-8") as source:  # noqa: PTH123 - a module's file is a text
        tree = ast.parse(source.read())
    for index, node in enumerate(tree.body):
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        for removed, value in _less(node.value):
            changed = copy.copy(tree)
            changed.body = list(tree.body)
            changed.body[index] = copy.copy(node)
            changed.body[index].value = value  # type: ignore[attr-defined]
            yield Mutant(module, ast.unparse(target), removed, _values(module, changed))


def _values(module: ModuleType, tree: ast.Module) -> dict[str, Any]:
    """Return the constants that are another than the module's own."""
    space: dict[str, Any] = {"__name__": module.__name__, "__file__": module.__file__}
    exec(compile(ast.fix_missing_locations(tree), module.__file__ or "", "exec"), space)
    kinds = (re.Pattern, set, frozenset, list, tuple, dict, str)
    return {
        name: value
        for name, value in space.items()
        if name in vars(module) and isinstance(value, kinds) and not name.startswith("__")
        if not _same(value, vars(module)[name])
    }


def _same(one: object, other: object) -> bool:
    """Compare constants; functions, defined anew, by their names."""
    if callable(one) and callable(other):
        return getattr(one, "__qualname__", one) == getattr(other, "__qualname__", other)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


def _less(value: ast.expr, *, within: bool = False) -> Iterator[tuple[str, ast.expr]]:
    """Yield an expression without each of its members; a row of a table is whole or missing."""
    if isinstance(value, ast.Set | ast.Tuple | ast.List) and len(value.elts) > 1 and not within:
        for n, member in enumerate(value.elts):
            less = copy.copy(value)
            less.elts = [*value.elts[:n], *value.elts[n + 1 :]]
            yield ast.unparse(member), less
    if isinstance(value, ast.Dict) and len(value.keys) > 1:
        for n, key in enumerate(value.keys):
            keys = [*value.keys[:n], *value.keys[n + 1 :]]
            values = [*value.values[:n], *value.values[n + 1 :]]
            yield ast.unparse(key) if key else "", ast.Dict(keys, values)
    if isinstance(value, ast.Constant | ast.JoinedStr):
        yield from _less_text(value)
    if isinstance(value, ast.Call):
        yield from _less_within(value, "args", value.args, within=within)
    if isinstance(value, ast.Set | ast.Tuple | ast.List):
        yield from _less_within(value, "elts", value.elts, within=True)


def _less_within(
    value: ast.expr, field: str, members: list[ast.expr], *, within: bool
) -> Iterator[tuple[str, ast.expr]]:
    for n, member in enumerate(members):
        for removed, less_member in _less(member, within=within):
            less = copy.copy(value)
            setattr(less, field, [*members[:n], less_member, *members[n + 1 :]])
            yield removed, less


def _less_text(value: ast.Constant | ast.JoinedStr) -> Iterator[tuple[str, ast.expr]]:
    parts = value.values if isinstance(value, ast.JoinedStr) else [value]
    if not all(isinstance(p, ast.FormattedValue) or isinstance(p.value, str) for p in parts):  # type: ignore[attr-defined]
        return
    holes = [part for part in parts if isinstance(part, ast.FormattedValue)]
    numbers = iter(range(len(holes)))
    text = "".join(
        _HOLE.format(next(numbers)) if isinstance(part, ast.FormattedValue) else part.value  # type: ignore[attr-defined]
        for part in parts
    )
    for removed, less in with_one_less(text):
        pieces = re.split("\x00(\\d+)\x00", less)
        values = [
            holes[int(piece)] if n % 2 else ast.Constant(piece) for n, piece in enumerate(pieces)
        ]
        shown = re.sub("\x00(\\d+)\x00", lambda m: ast.unparse(holes[int(m[1])].value), removed)
        yield shown, ast.JoinedStr(values)  # type: ignore[arg-type]
