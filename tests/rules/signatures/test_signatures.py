"""Every signature catches what it must, and none can go without a test turning red."""

from types import ModuleType

import pytest
from tests.rules.signatures.mutants import MODULES, Mutant, mutants
from tests.rules.signatures.table import missing, table

TABLE = table()
NAMES = {module.__name__.rpartition(".")[2]: module for module in MODULES}


@pytest.mark.parametrize("key", TABLE)
def test_what_must_be_caught_is_caught(key: str) -> None:
    """Every line of the table."""
    module, _, constant = key.partition(".")
    assert missing(getattr(NAMES[module], constant), TABLE[key]) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_no_signature_can_be_deleted_unnoticed(module: ModuleType) -> None:
    """Of every constant each member, and each alternative, is needed by a line of the table."""
    unnoticed = [str(mutant) for mutant in mutants(module) if not _noticed(mutant)]
    assert unnoticed == []


def _noticed(mutant: Mutant) -> bool:
    name = mutant.module.__name__.rpartition(".")[2]
    return any(
        missing(value, TABLE[key])
        for constant, value in mutant.changed.items()
        if (key := f"{name}.{constant}") in TABLE
    )
