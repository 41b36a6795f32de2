"""The steps of the schema lead to the tables of the code, on both databases."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from perenne.domain.runs import RunKind
from perenne.resources import shipped
from perenne.store import revisions, runs
from perenne.store.database import open_database
from perenne.store.engine import address, engine_for
from perenne.store.tables.schema import whole_schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """Open the engine of a migrated database."""
    opened = engine_for(address(database_url), 1)
    yield opened
    opened.dispose()


@pytest.fixture
def new_engine(new_database_url: str, tmp_path: Path) -> Iterator[Engine]:
    """Open the engine of a database in which nothing is."""
    (tmp_path / "new").mkdir(exist_ok=True)
    opened = engine_for(address(new_database_url), 1)
    yield opened
    opened.dispose()


def shape(connection: Connection) -> dict[str, Any]:
    """Return what autogenerate does not compare: the CHECKs, the keys and the indexes."""
    found = inspect(connection)
    return {
        name: (
            sorted((c["name"], c["sqltext"]) for c in found.get_check_constraints(name)),
            sorted((f["name"], f["referred_table"]) for f in found.get_foreign_keys(name)),
            sorted((i["name"], tuple(i["column_names"])) for i in found.get_indexes(name)),
        )
        for name in found.get_table_names()
        if name != "alembic_version"
    }


def test_the_migrations_make_the_tables_of_the_code(engine: Engine) -> None:
    """Whoever changes a table without a migration is told here."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, whole_schema()) == []


def test_the_migrations_make_the_constraints_of_the_code(
    engine: Engine, new_engine: Engine
) -> None:
    """A new member of an enum needs a migration too: its CHECK names every word."""
    with engine.connect() as migrated, new_engine.begin() as made:
        whole_schema().create_all(made)
        assert shape(migrated) == shape(made)


def test_the_files_of_the_migrations_name_the_newest_revision() -> None:
    """That is how it is known without loading Alembic."""
    scripts = ScriptDirectory(shipped("migrations"))
    line = [script.revision for script in scripts.walk_revisions()]
    assert line == revisions.known()[::-1]
    assert scripts.get_heads() == [revisions.known()[-1]]


def test_the_first_schema_can_be_taken_back(new_engine: Engine) -> None:
    """Down to nothing, and up again."""
    with new_engine.begin() as connection:
        revisions.upgrade(connection)
        command.downgrade(revisions.config(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        revisions.upgrade(connection)
        assert revisions.is_head(revisions.read(connection))


def test_sqlite_keeps_a_journal_beside_the_file(sqlite_template: object) -> None:
    """Readers and the writer do not wait for each other, and references are checked."""
    engine = engine_for(address(f"sqlite:///{sqlite_template}"), 1.5)
    with engine.connect() as connection:
        pragmas = ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        values = [connection.scalar(text(f"PRAGMA {name}")) for name in pragmas]
    engine.dispose()
    assert values == ["wal", 1, 1, 1500]


OPEN_AND_LOOK = """
import sys
from perenne.store.database import open_database
open_database(sys.argv[1]).close()
print("alembic" in sys.modules)
"""


def test_a_database_that_is_up_to_date_opens_without_alembic(database_url: str) -> None:
    """Loading it takes as long as a short check."""
    command_line = [sys.executable, "-c", OPEN_AND_LOOK, database_url]
    done = subprocess.run(command_line, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_captures_that_were_known_before_are_all_looked_at(new_engine: Engine) -> None:
    """Nobody had looked whether they show the page."""
    before = ScriptDirectory(shipped("migrations")).get_revision("0007").down_revision
    link = (
        "INSERT INTO links (id, key, key_digest, url, host, added_at, state, failing_nights,"
        " all_definite, undecided_nights)"
        " VALUES (1, 'k', 'd', 'u', 'h', '2026-03-02', 'alive', 0, :yes, 0)"
    )
    capture = (
        "INSERT INTO captures (id, link_id, url, url_digest, timestamp, source, found_at)"
        " VALUES (1, 1, 'c', 'd', '2026-03-02', 'spn2', '2026-03-03')"
    )
    with new_engine.begin() as connection:
        command.upgrade(revisions.config(connection), str(before))
        connection.execute(text(link), {"yes": True})
        connection.execute(text(capture))
        revisions.upgrade(connection)
        found = "SELECT verification, code, nearest, check_at = found_at FROM captures"
        [row] = connection.execute(text(found)).all()
    assert tuple(row) == ("pending", "", "", True)


def test_what_was_said_stays_when_addresses_can_be_turned_down(new_engine: Engine) -> None:
    """SQLite copies `overlays` for the new word; the way back forgets it alone."""
    said = (
        "INSERT INTO overlays (id, link_id, kind, author, reason, created_at, replacement)"
        " VALUES (:id, 1, :kind, 'Léa', '', '2026-03-02', 'u')"
    )
    kinds = "SELECT kind FROM overlays ORDER BY id"
    with new_engine.begin() as connection:
        command.upgrade(revisions.config(connection), "0007")
        connection.execute(text(A_LITTLE_HISTORY.partition(";")[0]))
        connection.execute(text(said), {"id": 1, "kind": "replacement_accepted"})
        command.upgrade(revisions.config(connection), "0008")
        connection.execute(text(said), {"id": 2, "kind": "replacement_rejected"})
        assert list(connection.scalars(text(kinds))) == [
            "replacement_accepted",
            "replacement_rejected",
        ]
        assert connection.scalar(text("SELECT permalink FROM links")) is None
        with pytest.raises(IntegrityError), connection.begin_nested():
            connection.execute(text(said), {"id": 3, "kind": "perhaps"})
        command.downgrade(revisions.config(connection), "0007")
        assert list(connection.scalars(text(kinds))) == ["replacement_accepted"]


def test_what_a_database_holds_stays_when_a_table_is_copied(new_engine: Engine) -> None:
    """SQLite copies `runs` for a new word, though observations and work lists refer to it."""
    with new_engine.begin() as connection:
        command.upgrade(revisions.config(connection), "0004")
        for insert in A_LITTLE_HISTORY.split(";"):
            connection.execute(text(insert))
    url = new_engine.url.render_as_string(hide_password=False)
    with open_database(url) as database, database.transaction() as session:
        for table in ("runs", "due", "observations", "flips"):
            assert session.scalar(text(f"SELECT count(*) FROM {table}")) == 1, table
        [run] = runs.unfinished(session)
        assert (run.kind, run.holder) == (RunKind.NIGHTLY, "me:1")
        with pytest.raises(IntegrityError, match=r"(?i)foreign key"), session.begin_nested():
            session.execute(text("DELETE FROM runs"))


A_LITTLE_HISTORY = """
INSERT INTO links (id, key, key_digest, url, host, added_at, state, failing_nights, all_definite,
  undecided_nights) VALUES (1, 'k', 'd', 'u', 'h', '2026-03-02', 'suspect', 1, true, 0);
INSERT INTO runs (id, kind, night, started_at, status, holder, heartbeat_at, counts)
  VALUES (1, 'nightly', '2026-03-01', '2026-03-02', 'running', 'me:1', '2026-03-02', '{}');
INSERT INTO observations (id, link_id, kind, evidence, notes, final_url, hops, page_title,
  fingerprint, first_run, last_run, first_at, last_at, count, is_open)
  VALUES (1, 1, 'gone', '[]', '[]', '', '[]', '', '', 1, 1, '2026-03-02', '2026-03-02', 1, true);
INSERT INTO due (run_id, link_id, observation_id) VALUES (1, 1, 1);
INSERT INTO flips (id, link_id, run_id, observation_id, at, old_state, new_state)
  VALUES (1, 1, 1, 1, '2026-03-02', 'new', 'suspect')
"""
