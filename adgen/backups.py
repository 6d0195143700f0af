"""Backups: database, pictures and keys of one moment in one archive that is proven before it counts.

The archive is a zip: ``database.db`` (SQLite, whatever the app runs on), ``images/…``, the keys, and ``manifest.json``
with every file's SHA-256. Pictures are never changed once written, so a copy of the database comes first and the files
that its rows name after it.
"""

import fcntl
import hashlib
import json
import logging
import os
import re
import secrets
import shutil
import sqlite3
import tempfile
import threading
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from . import db, portable
from .config import Settings
from .errors import AdgenError, BackupDamaged, BackupFailed, ImageNotFound
from .files import bare_name, sync_folder

log = logging.getLogger(__name__)
FORMAT = 1
DATABASE, MANIFEST = "database.db", "manifest.json"
KEYS = ("secret.key", "c2pa.pem")
NAME = re.compile(r"adgen-\d{8}-\d{6}(-\d+)?\.zip")
CHUNK = 2**20
ROOM = 64 * 2**20
LOOK, RETRY = 60.0, 3600.0


@dataclass(frozen=True)
class Backup:
    """A finished, proven backup. ``missing`` and ``damaged`` name pictures that were so before it was made."""

    path: Path
    files: int
    bytes: int
    missing: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()


def make(engine: Engine, settings: Settings, folder: Path) -> Backup:
    """Write a backup while the app runs, and prove it. Raises BackupFailed and BackupDamaged, leaving none."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _scratch(folder) as scratch:
            made = _written(engine, settings, scratch)
            with tempfile.TemporaryDirectory(dir=scratch) as inside:
                verify(made.path, Path(inside))
            target = _free_name(folder)
            os.replace(made.path, target)
            sync_folder(folder)
    except OSError as error:
        raise BackupFailed(reason=error.strerror or str(error)) from error
    except (sqlite3.Error, SQLAlchemyError) as error:
        raise BackupFailed(reason=str(error).splitlines()[0]) from error
    return Backup(target, made.files, target.stat().st_size, made.missing, made.damaged)


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """A place for half-made things; what a killed backup left is removed."""
    for old in folder.glob(".tmp-*"):
        if time.time() - old.stat().st_mtime > RETRY:
            shutil.rmtree(old, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".tmp-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def _free_name(folder: Path) -> Path:
    stem = f"adgen-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    names = (f"{stem}.zip", *(f"{stem}-{number}.zip" for number in range(2, 1000)))
    return next(folder / name for name in names if not (folder / name).exists())


def _written(engine: Engine, settings: Settings, scratch: Path) -> Backup:
    for _ in range(3):
        copy, archive = scratch / DATABASE, scratch / f"{secrets.token_hex(4)}.zip"
        copy.unlink(missing_ok=True)
        snapshot(engine, copy)
        wanted = named_files(copy)
        _check_room(settings, scratch, copy, wanted)
        made = _packed(settings, archive, copy, wanted)
        # A photo may be deleted, or an old ad swept, between the copy and the reading: then take both anew.
        if not made.missing or set(made.missing) <= set(_still_named(engine, scratch)):
            return made
        archive.unlink()
    return made


def _still_named(engine: Engine, scratch: Path) -> dict[str, str]:
    again = scratch / f"{secrets.token_hex(4)}.db"
    snapshot(engine, again)
    return named_files(again)


def snapshot(engine: Engine, target: Path) -> None:
    """The whole database at one moment as a SQLite file, proven sound. Raises BackupDamaged when it is not."""
    source = db.sqlite_path(engine)
    if source is None:
        portable.to_sqlite(engine, target)
    elif not source.exists():
        raise BackupFailed(reason=f"{source} is not there")
    else:
        db.copy_sqlite(source, target)
    if (reason := db.damage(target, "integrity_check")) is not None:
        raise BackupFailed(reason=f"the database is damaged: {reason}")


def named_files(database: Path) -> dict[str, str]:
    """File name → SHA-256 of every picture that a row names."""
    with closing(sqlite3.connect(database)) as raw:
        return dict(raw.execute("SELECT name, sha256 FROM content_files UNION SELECT name, sha256 FROM photos"))


def _check_room(settings: Settings, scratch: Path, copy: Path, wanted: dict[str, str]) -> None:
    sizes = 0
    for name in wanted:
        with suppress(FileNotFoundError):
            sizes += (settings.images_dir / name).stat().st_size
    # The copy goes into the archive, and out of it again when that is proven.
    needed = sizes + 2 * copy.stat().st_size + ROOM
    if (free := shutil.disk_usage(scratch).free) < needed:
        raise BackupFailed(reason=f"{needed // 2**20 + 1} MB needed in {scratch.parent}, {free // 2**20} MB free")


def _packed(settings: Settings, archive: Path, copy: Path, wanted: dict[str, str]) -> Backup:
    entries: dict[str, dict[str, Any]] = {}
    missing, damaged = [], []
    archive.touch(mode=0o600)
    with open(archive, "wb") as out:
        with zipfile.ZipFile(out, "w", allowZip64=True) as pack:
            entries[DATABASE] = _put(pack, DATABASE, copy, zipfile.ZIP_DEFLATED)
            for name in KEYS:
                if (settings.data_dir / name).is_file():
                    entries[name] = _put(pack, name, settings.data_dir / name, zipfile.ZIP_STORED)
            for name, digest in sorted(wanted.items()):
                try:
                    # Pictures are compressed already.
                    row = _put(pack, f"images/{name}", settings.images_dir / name, zipfile.ZIP_STORED)
                except FileNotFoundError:
                    missing.append(name)
                    continue
                entries[f"images/{name}"] = row
                if row["sha256"] != digest:
                    damaged.append(name)
            manifest = {"format": FORMAT, "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
                        "files": entries, "missing": missing, "damaged": damaged}
            pack.writestr(MANIFEST, json.dumps(manifest, indent=1))
        out.flush()
        os.fsync(out.fileno())
    return Backup(archive, len(entries), archive.stat().st_size, tuple(missing), tuple(damaged))


def _put(pack: zipfile.ZipFile, name: str, source: Path, compress: int) -> dict[str, Any]:
    digest, count = hashlib.sha256(), 0
    info = zipfile.ZipInfo(name, time.gmtime()[:6])
    info.compress_type, info.external_attr = compress, 0o600 << 16
    with open(source, "rb") as file, pack.open(info, "w", force_zip64=True) as out:
        while piece := file.read(CHUNK):
            digest.update(piece)
            count += len(piece)
            out.write(piece)
    return {"sha256": digest.hexdigest(), "bytes": count}


def verify(archive: Path, into: Path) -> dict[str, Any]:
    """Unpack the archive into ``into``, every hash and the database checked; the manifest.

    Raises BackupDamaged: nothing of what lies in ``into`` may be used then.
    """
    try:
        with zipfile.ZipFile(archive) as pack:
            manifest: dict[str, Any] = json.loads(pack.read(MANIFEST))
            files = manifest["files"]
            if manifest["format"] != FORMAT or DATABASE not in files:
                raise BackupDamaged(place=archive, reason="unknown format")
            if set(pack.namelist()) != {*files, MANIFEST}:
                raise BackupDamaged(place=archive, reason="other files than the manifest names")
            (into / "images").mkdir(parents=True)
            for name, entry in files.items():
                _check_name(archive, name)
                with pack.open(name) as source:
                    if _unpack(source, into / name) != entry["sha256"]:
                        raise BackupDamaged(place=archive, reason=name)
    except (zipfile.BadZipFile, zlib.error, LookupError, TypeError, ValueError, RuntimeError, EOFError) as error:
        raise BackupDamaged(place=archive, reason=str(error)) from error
    if (reason := db.damage(into / DATABASE, "integrity_check")) is not None:
        raise BackupDamaged(place=archive, reason=reason)
    if set(named_files(into / DATABASE)) - {Path(name).name for name in files} - set(manifest["missing"]):
        raise BackupDamaged(place=archive, reason="a row names a picture that is not in it")
    return manifest


def _check_name(archive: Path, name: str) -> None:
    """Only names that we write may be unpacked."""
    if name == DATABASE or name in KEYS:
        return
    try:
        if name == f"images/{bare_name(name)}":
            return
    except ImageNotFound:
        pass
    raise BackupDamaged(place=archive, reason=f"odd name {name!r}")


def _unpack(source: IO[bytes], target: Path) -> str:
    digest = hashlib.sha256()
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        while piece := source.read(CHUNK):
            digest.update(piece)
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest()


def listed(folder: Path) -> list[Path]:
    """The finished backups, the newest first."""
    found = [path for path in folder.iterdir() if NAME.fullmatch(path.name)] if folder.is_dir() else []
    return sorted(found, key=lambda path: (path.stat().st_mtime, path.name), reverse=True)


def rotate(folder: Path, keep: int) -> int:
    """Remove all but the newest ``keep``; how many went."""
    old = listed(folder)[keep:]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


class Rotation:
    """The backups that a worker makes by itself. Of several workers on one folder, one makes them."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self.engine, self.settings, self.folder = engine, settings, settings.backups_dir

    def keep(self, stopping: threading.Event) -> None:
        """Look every minute whether one is due, until ``stopping``; after a failure, again in an hour."""
        pause = 0.0
        while self.settings.backup_hours and not stopping.wait(pause):
            pause = LOOK
            try:
                made = self.once()
            except (AdgenError, OSError) as error:
                log.error("no backup: %s", error)
                pause = RETRY
            else:
                if made is not None:
                    log.info("backup %s: %d files, %d bytes", made.path, made.files, made.bytes)
                    if made.missing or made.damaged:
                        log.error("pictures missing %s, damaged %s", made.missing, made.damaged)

    def once(self) -> Backup | None:
        """Make a backup when one is due and no other worker is at it, and remove the oldest."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(self.folder / ".lock", "a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return None
            if time.time() - self._last(lock) < self.settings.backup_hours * 3600:
                return None
            made = make(self.engine, self.settings, self.folder)
            rotate(self.folder, self.settings.backup_keep)
            return made

    def _last(self, lock: IO[str]) -> float:
        """When the newest was made; before the first, when the lock was (it is never written to)."""
        newest = listed(self.folder)
        return (newest[0] if newest else Path(lock.name)).stat().st_mtime
