"""Opening a database: first use, upgrade, and transactions."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from perenne.store import revisions
from perenne.store.database import (
    Database,
    current_revision,
    open_database,
    upgrade,
)
from perenne.store.engine import address, engine_for
from perenne.store.tables.dossiers import CentreRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def centres(session: Session) -> list[str]:
    """Return the names of the centres."""
    return list(session.scalars(select(CentreRow.name).order_by(CentreRow.id)))


def test_a_database_is_made_on_first_use(new_database_url: str) -> None:
    """Nothing needs to be prepared: neither the folder, nor the file, nor the tables."""
    assert current_revision(new_database_url) is None
    open_database(new_database_url).close()
    assert current_revision(new_database_url) == revisions.known()[-1]


def test_asking_for_the_revision_makes_no_file(tmp_path: Path) -> None:
    """Looking is not using."""
    assert current_revision(f"sqlite:///{tmp_path}/none/perenne.sqlite") is None
    assert list(tmp_path.iterdir()) == []


def test_upgrading_returns_the_revision(new_database_url: str) -> None:
    """It may be done again."""
    assert upgrade(new_database_url) == revisions.known()[-1]
    assert upgrade(new_database_url) == revisions.known()[-1]


def test_a_new_file_may_be_opened_by_many_at_once(tmp_path: Path) -> None:
    """Its first switch to a journal knows no patience: ours does."""
    together = Barrier(4)

    def work(number: int) -> None:
        engine = engine_for(address(f"sqlite:///{tmp_path}/{number // 4}.sqlite"), 30)
        together.wait()
        engine.connect().close()
        engine.dispose()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(80)))


def test_what_a_transaction_did_stays(database_url: str) -> None:
    """It is there when the database is opened again."""
    for name in ("Pantin", "Angers"):
        with open_database(database_url) as database, database.transaction() as session:
            session.add(CentreRow(name=name))
    with open_database(database_url) as database, database.reading() as session:
        assert centres(session) == ["Pantin", "Angers"]


def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    """Whatever was raised passes on, and nothing was written."""
    with pytest.raises(ZeroDivisionError), database.transaction() as session:  # noqa: PT012 - the failure follows a write
        session.add(CentreRow(name="Pantin"))
        session.flush()
        raise ZeroDivisionError
    with database.reading() as session:
        assert centres(session) == []


def test_a_mistake_of_ours_is_no_database_error(database: Database) -> None:
    """A broken constraint must be seen as the bug it is."""
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add_all([CentreRow(name="Pantin"), CentreRow(name="Pantin")])


def test_readers_do_not_wait_for_a_writer(database: Database) -> None:
    """They see what was there before it began."""
    with database.transaction() as writer, database.reading() as reader:
        writer.add(CentreRow(name="Pantin"))
        writer.flush()
        assert centres(reader) == []
    with database.reading() as reader:
        assert centres(reader) == ["Pantin"]


OPEN_ON_COMMAND = """
import sys
from perenne.store.database import open_database
print("ready", flush=True)
sys.stdin.readline()
open_database(sys.argv[1]).close()
"""


def test_two_processes_may_use_a_database_for_the_first_time_at_once(
    new_database_url: str,
) -> None:
    """One makes the tables, the other waits and finds them."""
    both = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN_ON_COMMAND, new_database_url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    assert [process.stdout and process.stdout.readline() for process in both] == ["ready\n"] * 2
    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in both:
        process.communicate(timeout=30)
    assert [process.returncode for process in both] == [0, 0]
    assert current_revision(new_database_url) == revisions.known()[-1]
