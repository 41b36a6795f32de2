"""The cases of a package: those of all its modules, in the order of their names."""

from __future__ import annotations

from importlib import import_module
from itertools import chain
from pkgutil import iter_modules
from types import ModuleType

from tests.labelled.labelled import Labelled


def cases_of(package: ModuleType) -> tuple[Labelled, ...]:
    """Return the cases of each module that has some; templates have none."""
    names = sorted(info.name for info in iter_modules(package.__path__))
    modules = (import_module(f"{package.__name__}.{name}") for name in names)
    return tuple(chain.from_iterable(getattr(module, "CASES", ()) for module in modules))
