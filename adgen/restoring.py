"""Putting a backup back. The present data is kept aside, never deleted."""

import os
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from . import backups, db, jobs, portable
from .config import Settings
from .errors import RestoreRefused
from .models import User

SILENT = 20.0
"""Seconds without a sign of life after which a worker counts as stopped; it writes every five."""


@dataclass(frozen=True)
class Restored:
    """How many files came back, and where what was there before lies now (None when there was nothing)."""

    files: int
    aside: Path | None


def restore(settings: Settings, archive: Path, force: bool = False) -> Restored:
    """Prove the archive, then put database, pictures and keys in place.

    Raises BackupDamaged, NewerDatabase, and RestoreRefused (data is there and ``force`` is not set, or a worker is
    alive), having changed nothing.
    """
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = db.make_engine(settings.resolved_database_url)
    try:
        _check_stopped(engine)
        if not force and _filled(engine, settings):
            raise RestoreRefused(
                reason="데이터가 이미 있어요. 덮어쓰려면 --force를 붙여 주세요. 지금 데이터는 따로 보관해요.",
                reason_en="There is data already. Add --force to replace it; what is there now is kept aside.")
        with tempfile.TemporaryDirectory(dir=settings.data_dir, prefix=".restore-") as name:
            staged = Path(name)
            manifest = backups.verify(archive, staged)
            _bring_up(staged / backups.DATABASE)
            aside = settings.data_dir / f"before-restore-{datetime.now(UTC):%Y%m%d-%H%M%S}-{time.time_ns() % 1000:03}"
            aside.mkdir(mode=0o700)
            _swap_database(engine, settings, staged, aside)
            _swap_files(settings, staged, aside)
        kept = aside if any(aside.iterdir()) else None
        if kept is None:
            aside.rmdir()
        return Restored(len(manifest["files"]), kept)
    finally:
        engine.dispose()


def _check_stopped(engine: Engine) -> None:
    path = db.sqlite_path(engine)
    if path is not None and not path.exists():
        return
    with suppress(SQLAlchemyError), db.reading(engine) as session:  # a damaged or foreign database has no such table
        if jobs.workers(session, SILENT):
            raise RestoreRefused(
                reason="앱이나 작업자가 돌고 있어요. 멈추고 20초 뒤에 다시 해 주세요.",
                reason_en="The app or a worker is running. Stop it and try again 20 seconds later.")


def _filled(engine: Engine, settings: Settings) -> bool:
    """Whether anything would be lost: an account, a picture, or a database that cannot be read."""
    if settings.images_dir.is_dir() and any(settings.images_dir.iterdir()):
        return True
    path = db.sqlite_path(engine)
    if path is not None and (not path.exists() or path.stat().st_size == 0):
        return False
    if path is None and not inspect(engine).get_table_names():
        return False
    try:
        with db.reading(engine) as session:
            return session.scalar(select(User.id).limit(1)) is not None
    except SQLAlchemyError:
        return True


def _bring_up(database: Path) -> None:
    """The copy at this version's schema. Raises NewerDatabase."""
    copy = db.make_engine(f"sqlite:///{database}")
    try:
        db.migrate(copy, copy_before=lambda *_: None)
    finally:
        copy.dispose()
    db.fold(database)


def _swap_database(engine: Engine, settings: Settings, staged: Path, aside: Path) -> None:
    path = db.sqlite_path(engine)
    if path is None:
        _into_server(engine, settings, staged / backups.DATABASE, aside)
        return
    engine.dispose()
    path.parent.mkdir(parents=True, exist_ok=True)
    # The log belongs to its database: left behind, it would be played into the restored one.
    for part in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        if part.exists():
            shutil.move(part, aside / part.name)
    shutil.move(staged / backups.DATABASE, path)


def _into_server(engine: Engine, settings: Settings, copy: Path, aside: Path) -> None:
    """PostgreSQL: what is there is first written to a SQLite file, then all rows change in one transaction."""
    if inspect(engine).get_table_names():
        portable.to_sqlite(engine, aside / backups.DATABASE)
    db.migrate(engine, copy_before=lambda *_: None)
    source = db.make_engine(f"sqlite:///{copy}")
    try:
        with source.connect() as old, engine.connect() as new, new.begin():
            portable.empty(new)
            portable.copy_rows(old, new)
    finally:
        source.dispose()


def _swap_files(settings: Settings, staged: Path, aside: Path) -> None:
    if settings.images_dir.exists():
        os.replace(settings.images_dir, aside / "images")
    os.replace(staged / "images", settings.images_dir)
    for name in backups.KEYS:
        if (staged / name).exists():
            if (settings.data_dir / name).exists():
                os.replace(settings.data_dir / name, aside / name)
            os.replace(staged / name, settings.data_dir / name)
