"""The picture of the schema shows what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from perenne.store.tables.schema import whole_schema

PAGE = (Path(__file__).parents[2] / "docs/schema.md").read_text(encoding="utf-8")
TABLES = sorted(whole_schema().tables)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_in_the_picture(name: str) -> None:
    """With all its columns, the tables it refers to, and its sentence."""
    table = whole_schema().tables[name]
    drawn = PAGE.split(f"\n    {name} {{\n")[1].split("}")[0]
    assert [line.split()[1] for line in drawn.strip().splitlines()] == table.columns.keys()
    assert f"| `{name}` | " in PAGE
    for key in table.foreign_keys:
        parent = key.column.table.name
        assert any(
            line.split()[0] == parent and line.split()[2] == name
            for line in PAGE.splitlines()
            if "--o{" in line
        ), parent


def test_the_picture_shows_nothing_else() -> None:
    """A table that went is gone from the page too."""
    rows = [line.split("`")[1] for line in PAGE.splitlines() if line.startswith("| `")]
    assert sorted(rows) == TABLES
