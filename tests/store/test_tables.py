"""The modules of the tables: all known to the schema, each enough in itself."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

from perenne.store import tables
from perenne.store.tables import schema

MODULES = {module.name for module in pkgutil.iter_modules(tables.__path__)} - {"base", "schema"}

ALONE = """
import importlib, sys
from perenne.store.tables.base import Base
importlib.import_module(f"perenne.store.tables.{sys.argv[1]}")
for table in Base.metadata.sorted_tables:
    for key in table.foreign_keys:
        assert key.column.table.name in Base.metadata.tables
"""


def test_the_schema_has_every_module() -> None:
    """A table that nobody has imported would be missing without a word."""
    assert {part.__name__.rpartition(".")[2] for part in schema.PARTS} == MODULES


@pytest.mark.parametrize("name", sorted(MODULES))
def test_what_a_table_refers_to_comes_with_it(name: str) -> None:
    """Else the first row to be written would fail, in a command that imports no more."""
    subprocess.run([sys.executable, "-c", ALONE, name], check=True)
