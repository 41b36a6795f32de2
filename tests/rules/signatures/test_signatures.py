"""Every signature catches what it must, and none can go without a test turning red."""

import tomllib
from types import ModuleType

import pytest
from tests.rules.signatures.mutants import MODULES, Mutant, mutants, short
from tests.rules.signatures.table import missing, table

from perenne.resources import shipped

TABLE = table()
SITES = TABLE.pop("sites")
NAMES = {short(module): module for module in MODULES}


@pytest.mark.parametrize("key", TABLE)
def test_what_must_be_caught_is_caught(key: str) -> None:
    """Every line of the table."""
    module, _, constant = key.rpartition(".")
    assert missing(getattr(NAMES[module], constant), TABLE[key]) == []


@pytest.mark.parametrize("module", MODULES, ids=short)
def test_no_signature_can_be_deleted_unnoticed(module: ModuleType) -> None:
    """Of every constant each member, and each alternative, is needed by a line of the table."""
    unnoticed = [str(mutant) for mutant in mutants(module) if not _noticed(mutant)]
    assert unnoticed == []


def test_what_is_known_of_sites_is_what_is_listed() -> None:
    """No entry of the shipped file changes or goes unnoticed."""
    entries = tomllib.loads(shipped("config/sites.toml").read_text(encoding="utf-8"))
    known = [
        f"{host} {key} {value}"
        for host, entry in entries.items()
        for key, given in entry.items()
        for value in (given if isinstance(given, list) else [given])
        if key != "fact"
    ]
    assert known == SITES


def _noticed(mutant: Mutant) -> bool:
    name = short(mutant.module)
    return any(
        missing(value, TABLE[key])
        for constant, value in mutant.changed.items()
        if (key := f"{name}.{constant}") in TABLE
    )
