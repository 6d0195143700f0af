"""The engine, its pragmas, sessions, and the migration at start.

Reliability rules and their measurements: WAL with ``BEGIN IMMEDIATE`` (a deferred read-to-write upgrade fails with
"database is locked" at once, whatever the busy timeout), ``synchronous=FULL``, ``foreign_keys=ON``.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.orm import Session

from .errors import ForeignDatabase, NewerDatabase
from .models import Base


def make_engine(url: str) -> Engine:
    """An engine for ``url``. Write transactions on SQLite begin IMMEDIATE; see ``reading``."""
    # hide_parameters: an error that is logged must not repeat what somebody wrote.
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=not url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _pragmas)
        event.listen(engine, "begin", _begin)
    return engine


def _pragmas(connection: Any, _record: Any) -> None:
    # The driver must not open transactions of its own: _begin does.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    read_only = connection.get_execution_options().get("read_only", False)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session in one write transaction: committed at the end, rolled back on any error.

    No picture and no language model is called inside it.
    """
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that only reads: under WAL it waits for nobody."""
    with engine.connect().execution_options(read_only=True) as connection, Session(connection) as session:
        yield session


def migrate(engine: Engine) -> None:
    """Bring the database to this version's schema.

    An empty one is made; an older one is copied first, then upgraded with foreign keys off (alembic's batch mode
    deletes child rows otherwise) and checked. Raises ForeignDatabase and NewerDatabase, having changed nothing.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    head = ScriptDirectory.from_config(config).get_current_head()
    tables = _tables(engine)
    ours = set(Base.metadata.tables) | {"alembic_version"}
    # The old system's tables bear names of ours: only a database with all the marks is ours.
    if tables and (tables - ours or not {"alembic_version", "jobs", "content_files"} <= tables):
        raise ForeignDatabase(url=engine.url.render_as_string(hide_password=True),
                              tables=", ".join(sorted(tables)[:6]))
    current = _revision(engine) if tables else None
    if current == head:
        return
    if current is not None:
        _refuse_newer(config, current)
        _copy_before(engine, current)
    with engine.connect() as connection:
        sqlite = engine.dialect.name == "sqlite"
        raw = connection.connection.driver_connection
        if sqlite and raw is not None:
            raw.execute("PRAGMA foreign_keys=OFF")  # has no effect inside a transaction
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all() if sqlite else []
                if broken:
                    raise RuntimeError(f"foreign keys broken by the migration: {broken[:3]}")
        finally:
            if sqlite and raw is not None:
                raw.execute("PRAGMA foreign_keys=ON")


def _tables(engine: Engine) -> set[str]:
    url = engine.url
    if engine.dialect.name == "sqlite" and url.database and url.database != ":memory:":
        # Looked at through a read-only handle: a foreign database must not even be switched to WAL.
        path = Path(url.database)
        if not path.exists() or path.stat().st_size == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
            return set()
        try:
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as raw:
                rows = raw.execute("SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'")
                return {name for (name,) in rows}
        except sqlite3.DatabaseError as error:
            raise ForeignDatabase(url=str(path), tables=str(error)) from error
    return set(inspect(engine).get_table_names())


def _revision(engine: Engine) -> str | None:
    with reading(engine) as session:
        return session.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _refuse_newer(config: Config, current: str) -> None:
    try:
        ScriptDirectory.from_config(config).get_revision(current)
    except CommandError as error:
        raise NewerDatabase(revision=current) from error


def _copy_before(engine: Engine, revision: str) -> None:
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return
    source = Path(engine.url.database)
    if shutil.disk_usage(source.parent).free < 2 * source.stat().st_size:
        raise NewerDatabase("업그레이드 전에 백업할 공간이 부족해요. 공간을 비우고 다시 시작해 주세요.",
                            "Too little disk space for the backup before the upgrade.")
    target = source.with_suffix(f".before-{revision}.db")
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as copy:
        old.backup(copy)
