"""The engine, its pragmas, sessions, and the migration at start.

Reliability rules and their measurements: WAL with ``BEGIN IMMEDIATE`` (a deferred read-to-write upgrade fails with
"database is locked" at once, whatever the busy timeout), ``synchronous=FULL``, ``foreign_keys=ON``.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, func, inspect, select, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from .errors import BadSetting, DamagedDatabase, ForeignDatabase, NewerDatabase
from .models import Base

MIGRATING = 0x41644765
"""Key of the lock under which PostgreSQL is migrated."""
SEARCH = "content_search"
"""The index of words and what it is kept in: no table of SQLAlchemy's."""
MARKS = frozenset({"alembic_version", "jobs", "content_files"})
"""Tables by which a database is known as ours."""
CHECKED_AT_START = 512 * 2**20
"""Bytes up to which a SQLite file is checked at every start; ``doctor`` checks larger ones."""


def make_engine(url: str) -> Engine:
    """An engine for ``url``. Write transactions on SQLite begin IMMEDIATE; see ``reading``.

    ``postgres://`` and ``postgresql://`` mean psycopg 3. Raises BadSetting.
    """
    for short in ("postgres://", "postgresql://"):
        if url.startswith(short):
            url = f"postgresql+psycopg://{url.removeprefix(short)}"
    try:
        # The web process answers in 40 threads, and words are written in 16 more.
        # hide_parameters: an error that is logged must not repeat what somebody wrote.
        engine = create_engine(url, hide_parameters=True, pool_pre_ping=not url.startswith("sqlite"), pool_size=20,
                               max_overflow=40)
    except ModuleNotFoundError as error:
        raise BadSetting(name="DATABASE_URL", reason="pip install -r requirements-postgres.txt") from error
    except ArgumentError as error:
        raise BadSetting(name="DATABASE_URL", reason=str(error)) from error
    if engine.dialect.name not in ("sqlite", "postgresql"):
        raise BadSetting(name="DATABASE_URL", reason="sqlite or postgresql")
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


def serialise(session: Session, *key: int) -> None:
    """Let one transaction at a time pass here for ``key`` (one or two 32-bit numbers).

    SQLite has one writer anyway; on PostgreSQL counting and then inserting would let two pass a limit together.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(*key)))


def migrate(engine: Engine, copy_before: Callable[[Engine, str], None] | None = None) -> None:
    """Bring the database to this version's schema.

    An empty one is made; an older one is copied first (by ``copy_before(engine, revision)``; a SQLite file is by
    itself copied beside the old), then upgraded with foreign keys off (alembic's batch mode deletes child rows
    otherwise) and checked. Raises ForeignDatabase, NewerDatabase and DamagedDatabase, having changed nothing.
    """
    with _alone(engine):
        tables = _tables(engine)
        ours = set(Base.metadata.tables) | {"alembic_version"}
        # The old system's tables bear names of ours: only a database with all the marks is ours.
        if tables and (tables - ours or not MARKS <= tables):
            raise ForeignDatabase(url=engine.url.render_as_string(hide_password=True),
                                  tables=", ".join(sorted(tables)[:6]))
        if tables:
            _check_whole(engine)
        current = revision(engine) if tables else None
        if current == head():
            return
        if current is not None:
            refuse_newer(current)
            (copy_before or _copy_before)(engine, current)
        upgrade(engine)


def upgrade(engine: Engine, to: str = "head") -> None:
    """Run the revisions up to ``to`` in one transaction, foreign keys off, and check them after."""
    config = _config()
    with engine.connect() as connection:
        with keys_off(connection), connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, to)
            broken = broken_keys(connection)
            if broken:
                raise RuntimeError(f"foreign keys broken by the migration: {broken[:3]}")


@contextmanager
def keys_off(connection: Connection) -> Iterator[None]:
    """SQLite's foreign keys off for a while; no transaction may be open, in which the pragma has no effect."""
    raw = connection.connection.driver_connection
    sqlite = connection.dialect.name == "sqlite" and raw is not None
    if sqlite and raw is not None:
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("PRAGMA cache_size=-262144")  # whole tables are rewritten, which 2 MB make slow
    try:
        yield
    finally:
        if sqlite and raw is not None:
            raw.execute("PRAGMA cache_size=-2000")
            raw.execute("PRAGMA foreign_keys=ON")


def broken_keys(connection: Connection) -> list[Any]:
    """Rows that name a parent that is not there; PostgreSQL lets none in."""
    return list(connection.exec_driver_sql("PRAGMA foreign_key_check")) if connection.dialect.name == "sqlite" else []


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def head() -> str:
    """The revision of this version's schema."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


@contextmanager
def _alone(engine: Engine) -> Iterator[None]:
    """Several processes that start on one PostgreSQL migrate one after another."""
    if engine.dialect.name != "postgresql":
        yield
        return
    with engine.connect() as connection:
        connection.execute(select(func.pg_advisory_lock(MIGRATING)))
        connection.commit()
        try:
            yield
        finally:
            connection.execute(select(func.pg_advisory_unlock(MIGRATING)))
            connection.commit()


def _check_whole(engine: Engine) -> None:
    """Look for damage at start, where the file is small enough for that to take no second."""
    path = sqlite_path(engine)
    if path is None or path.stat().st_size > CHECKED_AT_START:
        return
    if (reason := damage(path)) is not None:
        raise DamagedDatabase(place=path, reason=reason)


def damage(path: Path, pragma: str = "quick_check") -> str | None:
    """What SQLite finds wrong with the file, or None. ``integrity_check`` also compares every index."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as raw:
            answer = str(raw.execute(f"PRAGMA {pragma}(3)").fetchone()[0])
    except sqlite3.DatabaseError as error:
        return str(error)
    return None if answer == "ok" else answer[:200]


def sqlite_path(engine: Engine) -> Path | None:
    """The database's file; None for PostgreSQL and for one in memory."""
    name = engine.url.database
    return Path(name) if engine.dialect.name == "sqlite" and name and name != ":memory:" else None


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
                return {name for (name,) in rows if not name.startswith(SEARCH)}
        except sqlite3.DatabaseError as error:
            raise ForeignDatabase(url=str(path), tables=str(error)) from error
    return {name for name in inspect(engine).get_table_names() if not name.startswith(SEARCH)}


def revision(engine: Engine) -> str | None:
    """The revision that the database stands at."""
    with reading(engine) as session:
        return session.execute(text("SELECT version_num FROM alembic_version")).scalar()


def refuse_newer(current: str) -> None:
    """NewerDatabase unless this version knows the revision."""
    try:
        ScriptDirectory.from_config(_config()).get_revision(current)
    except CommandError as error:
        raise NewerDatabase(revision=current) from error


def _copy_before(engine: Engine, current: str) -> None:
    source = sqlite_path(engine)
    if source is None:
        return
    if shutil.disk_usage(source.parent).free < 2 * source.stat().st_size:
        raise NewerDatabase("업그레이드 전에 백업할 공간이 부족해요. 공간을 비우고 다시 시작해 주세요.",
                            "Too little disk space for the backup before the upgrade.")
    target = source.with_suffix(f".before-{current}.db")
    copy_sqlite(source, target)
    if (reason := damage(target)) is not None:
        raise DamagedDatabase(place=source, reason=reason)


def copy_sqlite(source: Path, target: Path) -> None:
    """A consistent copy while others write; it stands alone, without a write-ahead log."""
    target.touch(mode=0o600)  # it holds the passwords' hashes
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as copy:
        old.backup(copy)
    fold(target)


def fold(path: Path) -> None:
    """Fold the write-ahead log of a file that nobody has open into it."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
