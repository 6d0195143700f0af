"""The database and the pictures: whether they are whole, and fit each other."""

import hashlib
import os
import random
import shutil
import tempfile
import time
import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import column, delete, func, inspect, select, table, update

from .. import backups, db, jobs
from ..models import Content, ContentFile, Job, Photo, Project, Store
from .base import Finding, Patient

SAMPLE = 200
SILENT = 60.0
GRACE = 3600.0
"""Seconds for which a file without a row may be one that is just being saved."""


def database(patient: Patient) -> list[Finding]:
    """Whether it is there and whole: every page and, with ``deep``, every index."""
    path = db.sqlite_path(patient.engine)
    if path is None:
        with patient.engine.connect() as connection:
            version = str(connection.scalar(select(func.version()))).split(" on ")[0]
        return [Finding("database", "ok", f"{version} 에 연결했어요.", f"connected to {version}")]
    if not path.exists():
        return [Finding("database", "bad", f"{path} 파일이 없어요. 앱을 한 번 켜면 만들어져요.",
                        f"{path} is not there; starting the app makes it")]
    reason = db.damage(path, "integrity_check" if patient.options.deep else "quick_check")
    if reason is not None:
        return [Finding("database", "bad", f"손상됐어요({reason}). 앱을 멈추고 백업을 restore --force로 되돌려 주세요.",
                        f"damaged ({reason}): stop the app and restore the newest backup with --force", (str(path),))]
    size = path.stat().st_size / 2**20
    return [Finding("database", "ok", f"온전해요({size:.1f} MB).", f"whole ({size:.1f} MB)")]


def schema(patient: Patient) -> list[Finding]:
    """Whether the tables are ours, and of this version."""
    tables = set(inspect(patient.engine).get_table_names())
    if not db.MARKS <= tables:
        return [Finding("schema", "bad", "AdGen의 표가 아니에요. DATABASE_URL을 확인해 주세요.",
                        "these are not AdGen's tables; check DATABASE_URL")]
    current, wanted = db.revision(patient.engine), db.head()
    if current == wanted:
        return [Finding("schema", "ok", f"최신이에요({wanted}).", f"up to date ({wanted})")]
    return [Finding("schema", "bad", f"{current} 이고 이 버전은 {wanted} 이에요. 앱을 켜면 백업한 뒤 올려 드려요.",
                    f"at {current}, this version wants {wanted}: starting the app backs up and upgrades")]


def references(patient: Patient) -> list[Finding]:
    """Rows that name a parent that is not there. Repaired as the schema says: removed, or the name emptied."""
    with patient.engine.connect() as connection:
        broken = [(str(row[0]), row[1], str(row[2]), int(row[3])) for row in db.broken_keys(connection)]
    names = tuple(sorted({f"{child} → {parent}" for child, _, parent, _ in broken}))
    if not broken:
        return [Finding("references", "ok", "모든 행이 이어져 있어요.", "every row's parent is there")]
    ko, en = f"부모가 없는 행이 {len(broken)}개 있어요.", f"{len(broken)} rows without a parent"
    if not patient.options.repair:
        return [Finding("references", "bad", f"{ko} --repair로 고칠 수 있어요.", f"{en}; --repair mends them", names)]
    kept = _copy_aside(patient)
    for _ in range(10):  # what is removed may have had children of its own
        with patient.engine.connect() as connection, db.keys_off(connection), connection.begin():
            for child, row, _, key in db.broken_keys(connection):
                _mend(connection, str(child), row, int(key))
            if not db.broken_keys(connection):
                break
    return [Finding("references", "repaired", f"{ko} 정리했고, 그 전의 데이터베이스는 {kept} 에 있어요.",
                    f"{en}: mended; the database before that is {kept}", names)]


def _copy_aside(patient: Patient) -> Path:
    folder = patient.settings.backups_dir
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / f"before-repair-{datetime.now(UTC):%Y%m%d-%H%M%S}.db"
    source = db.sqlite_path(patient.engine)
    assert source is not None  # PostgreSQL lets no such row in
    db.copy_sqlite(source, target)
    return target


def _mend(connection: Any, child: str, row: int, key: int) -> None:
    rule = next(each for each in connection.exec_driver_sql(f'PRAGMA foreign_key_list("{child}")') if each[0] == key)
    where = column("rowid") == row
    if rule[6] == "SET NULL":
        connection.execute(update(table(child, column(rule[3]))).where(where).values({rule[3]: None}))
    else:
        connection.execute(delete(table(child)).where(where))


def pictures(patient: Patient) -> list[Finding]:
    """Whether the pictures that rows name are there and unchanged; lost ones are fetched from the backups."""
    with db.reading(patient.engine) as session:
        named: dict[str, str] = {name: digest for model in (ContentFile, Photo)
                                 for name, digest in session.execute(select(model.name, model.sha256))}
    folder = patient.settings.images_dir
    missing = sorted(name for name in named if not (folder / name).is_file())
    there = sorted(set(named) - set(missing))
    looked = there if patient.options.deep else random.sample(there, min(SAMPLE, len(there)))
    damaged = [name for name in looked if _digest(folder / name) != named[name]]
    wrong = [*missing, *damaged]
    if not wrong:
        return [Finding("pictures", "ok", f"사진과 그림 {len(named):,}개가 있고, {len(looked):,}개를 확인했어요.",
                        f"{len(named):,} pictures are there, {len(looked):,} hashes match")]
    saved = _from_backups(patient, {name: named[name] for name in wrong}) if patient.options.repair else set()
    found = []
    if saved:
        found.append(Finding("pictures", "repaired", f"백업에서 {len(saved)}개를 되살렸어요.",
                             f"{len(saved)} brought back from backups", tuple(sorted(saved))))
    for ko, en, names in (("없어요", "missing", missing), ("바뀌었거나 깨졌어요", "changed or damaged", damaged)):
        left = tuple(name for name in names if name not in saved)
        if left:
            found.append(Finding("pictures", "bad", f"그림 {len(left)}개가 {ko}. --repair로 백업에서 찾아볼 수 있어요.",
                                 f"{len(left)} pictures {en}; --repair looks for them in the backups", left))
    return found


def _digest(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _from_backups(patient: Patient, wanted: dict[str, str]) -> set[str]:
    """Put back what the newest backup that holds it gives; a damaged file is kept as ``….damaged`` aside."""
    saved: set[str] = set()
    folder, left = patient.settings.images_dir, dict(wanted)
    for archive in backups.listed(patient.settings.backups_dir):
        with suppress(zipfile.BadZipFile, OSError), zipfile.ZipFile(archive) as pack:
            inside = set(pack.namelist())
            for name in [name for name in left if f"images/{name}" in inside]:
                data = pack.read(f"images/{name}")
                if hashlib.sha256(data).hexdigest() == left[name]:
                    _replace(patient, folder / name, data)
                    saved.add(name)
                    del left[name]
    return saved


def _replace(patient: Patient, target: Path, data: bytes) -> None:
    if target.exists():
        aside = patient.settings.data_dir / "damaged"
        aside.mkdir(mode=0o700, exist_ok=True)
        shutil.copyfile(target, aside / target.name)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".tmp-", delete=False) as draft:
        draft.write(data)
        draft.flush()
        os.fsync(draft.fileno())
    os.replace(draft.name, target)


def leftovers(patient: Patient) -> list[Finding]:
    """Files that no row names, older than an hour. They are what a crash leaves; ``repair`` removes them."""
    with db.reading(patient.engine) as session:
        named = {*session.scalars(select(ContentFile.name)), *session.scalars(select(Photo.name))}
    limit = time.time() - GRACE
    loose = [path for path in patient.settings.images_dir.iterdir()
             if path.is_file() and path.name not in named and path.stat().st_mtime < limit]
    size = sum(path.stat().st_size for path in loose) / 2**20
    names = tuple(path.name for path in loose[:20])
    if not loose:
        return [Finding("leftovers", "ok", "남은 파일이 없어요.", "no files without a row")]
    ko = f"주인 없는 파일이 {len(loose)}개({size:.1f} MB) 있어요."
    en = f"{len(loose)} files without a row ({size:.1f} MB)"
    if not patient.options.repair:
        return [Finding("leftovers", "warn", f"{ko} 작업자가 한 시간마다 치워요.",
                        f"{en}; the worker sweeps hourly", names)]
    for path in loose:
        path.unlink(missing_ok=True)
    return [Finding("leftovers", "repaired", f"{ko} 지웠어요.", f"{en}: removed", names)]


def jobs_held(patient: Patient) -> list[Finding]:
    """Jobs that nobody works at, and jobs or ads of a campaign that is gone from its owner."""
    with db.reading(patient.engine) as session:
        waiting = session.scalar(select(func.count()).where(Job.state.in_(("queued", "running")))) or 0
        alive = len(jobs.workers(session, SILENT))
        lost = select(func.count()).where(Content.project_id.not_in(select(Project.id).join(Store)))
        adrift = session.scalar(select(func.count()).where(Job.project_id.not_in(select(Project.id)))) or 0
        adrift += session.scalar(lost) or 0
    if adrift:
        return [Finding("jobs", "bad", f"캠페인이 없는 작업이나 광고가 {adrift}개 있어요.",
                        f"{adrift} jobs or ads without a campaign")]
    if waiting and not alive:
        return [Finding("jobs", "warn", f"작업 {waiting}개가 기다리는데 돌고 있는 작업자가 없어요. 앱을 켜 주세요.",
                        f"{waiting} jobs wait and no worker is alive: start the app")]
    return [Finding("jobs", "ok", f"대기·진행 중인 작업 {waiting}개, 작업자 {alive}개예요.",
                    f"{waiting} jobs waiting or running, {alive} workers alive")]
