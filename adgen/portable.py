"""Rows carried from one database to another, whatever their dialects: a backup of PostgreSQL is a SQLite file."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, Table, func, insert, select, text, update

from . import db, searching

BATCH = 1000
SKIPPED = ("alembic_version", db.SEARCH)


def to_sqlite(source: Engine, path: Path) -> None:
    """All rows of ``source`` as they stood at one moment, in a new SQLite file of the same revision."""
    target = db.make_engine(f"sqlite:///{path}")
    try:
        with source.connect() as plain:
            reader = plain.execution_options(isolation_level="REPEATABLE READ")
            current = str(reader.execute(text("SELECT version_num FROM alembic_version")).scalar())
            db.upgrade(target, current)
            with target.connect() as writer, db.keys_off(writer), writer.begin():
                copy_rows(reader, writer)
    finally:
        target.dispose()
    db.fold(path)


def copy_rows(source: Connection, target: Connection) -> dict[str, int]:
    """Copy every table of ``target``'s schema; how many rows each had. The tables must be empty and the schemas alike.

    The types are those that each database reports, so that this works at any revision.
    """
    theirs, ours = _reflected(source), _reflected(target)
    counts = {}
    for table in ours.sorted_tables:
        counts[table.name] = _copy_table(source, theirs.tables[table.name], target, table)
    searching.rebuild(target)
    if target.dialect.name == "postgresql":
        for table in ours.sorted_tables:
            _set_sequence(target, table)
    return counts


def _reflected(connection: Connection) -> MetaData:
    found = MetaData()
    found.reflect(connection, only=lambda name, _: not name.startswith(SKIPPED))
    return found


def _copy_table(source: Connection, old: Table, target: Connection, new: Table) -> int:
    names = [column.name for column in new.columns if column.name in old.columns]
    within = [name for name in names for key in new.columns[name].foreign_keys if key.column.table is new]
    count, later = 0, []
    rows = source.execution_options(yield_per=BATCH).execute(select(*(old.columns[name] for name in names)))
    for batch in _batches(rows):
        # A row may name one of its own table that comes after it.
        later += [{"id": row["id"], **{name: row[name] for name in within}} for row in batch
                  if any(row[name] is not None for name in within)]
        target.execute(insert(new), [{**row, **dict.fromkeys(within)} for row in batch])
        count += len(batch)
    for row in later:
        target.execute(update(new).where(new.c.id == row["id"]).values({name: row[name] for name in within}))
    return count


def _batches(rows: Any) -> Iterator[list[dict[str, Any]]]:
    found = (dict(row) for row in rows.mappings())
    while batch := list(islice(found, BATCH)):
        yield batch


def _set_sequence(target: Connection, table: Table) -> None:
    """New rows must get numbers after those that were copied."""
    sequence = target.scalar(select(func.pg_get_serial_sequence(table.name, "id"))) if "id" in table.c else None
    highest = target.scalar(select(func.max(table.c.id))) if sequence else None
    if highest is not None:
        target.execute(select(func.setval(sequence, highest)))


def empty(connection: Connection) -> None:
    """Delete every row of every table of ours, children first."""
    for table in reversed(_reflected(connection).sorted_tables):
        connection.execute(table.delete())
