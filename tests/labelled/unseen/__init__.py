"""Cases by others who had read the facts and neither the rules nor the cases that were there.

Written when the rules stood; what the first run of them gave is told in ``docs/verdicts.md``.
"""

from __future__ import annotations

from importlib import import_module
from itertools import chain
from pkgutil import iter_modules

from tests.labelled.labelled import Labelled

_MODULES = [import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)]
CASES: tuple[Labelled, ...] = tuple(
    chain.from_iterable(getattr(module, "CASES", ()) for module in _MODULES)
)
