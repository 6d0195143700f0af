"""Backups: what is in them, that they are proven, and that they can be put back."""

import json
import shutil
import sqlite3
import threading
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, update

from adgen import accounts, backups, cli, db, jobs, projects, restoring, stores
from adgen.backups import Rotation
from adgen.config import Settings
from adgen.errors import BackupDamaged, BackupFailed, DamagedDatabase, RestoreRefused
from adgen.forms import ProjectCreate, Register, StoreCreate
from adgen.models import Content, ContentFile, Photo, Store, User, WorkerRow
from adgen.services import Services, build_services

from .conftest import HASHED, PASSWORD

Make = Callable[..., Services]
WORDS = {"headline": "딸기 라떼", "captions": {"instagram": {"text": "봄이에요 🌸", "hashtags": ["#봄"]}}}


def fill(services: Services, email: str = "a@example.com") -> int:
    """An account with a logo, a store, a campaign and two versions of an ad; the newest ad's id."""
    main, logo = services.files.write(b"\x89PNG main"), services.files.write(b"\x89PNG logo", "photo")
    with services.writing() as session:
        user = accounts.register(session, Register(email=email, password=PASSWORD), HASHED)
        photo = Photo(user_id=user.id, name=logo.name, sha256=logo.sha256, bytes=logo.bytes, width=1, height=1)
        session.add(photo)
        session.flush()
        store = stores.create(session, user.id, StoreCreate(brand_name="달무리"))
        store.logo_id = photo.id
        project = projects.create(session, user.id, ProjectCreate(title="봄", store_id=store.id))
        first = Content(project_id=project.id, user_prompt="딸기", is_success=True, copy_json=WORDS)
        session.add(first)
        session.flush()
        second = Content(project_id=project.id, user_prompt="딸기", is_success=True, parent_id=first.id, files=[
            ContentFile(variant="main", name=main.name, sha256=main.sha256, bytes=main.bytes, width=1, height=1)])
        session.add(second)
        session.flush()
        first.replaced_by_id = second.id
        return second.id


def back_up(services: Services, folder: Path) -> backups.Backup:
    return backups.make(services.database, services.settings, folder)


def emails(services: Services) -> list[str]:
    with services.reading() as session:
        return list(session.scalars(select(User.email).order_by(User.id)))


@pytest.mark.db
def test_a_backup_comes_back_whole(make_services: Make, tmp_path: Path) -> None:
    services = make_services()
    newest = fill(services)
    made = back_up(services, tmp_path / "kept")
    assert (made.missing, made.damaged, made.path.stat().st_mode & 0o777) == ((), (), 0o600)
    fill(services, "later@example.com")
    services.files.write(b"\x89PNG later")
    services.database.dispose()
    done = restoring.restore(services.settings, made.path, force=True)
    assert done.files == 4 and done.aside is not None and len([*(done.aside / "images").iterdir()]) == 5
    again = build_services(services.settings)
    try:
        assert emails(again) == ["a@example.com"] and again.secret == services.secret
        with again.reading() as session:
            content = session.get_one(Content, newest)
            earlier = session.get_one(Content, content.parent_id)
            assert (earlier.copy_json, earlier.replaced_by_id) == (WORDS, newest)
            assert again.files.path(content.files[0].name).read_bytes() == b"\x89PNG main"
            logo = session.get_one(Photo, session.scalars(select(Store.logo_id)).one())
            assert again.files.path(logo.name).read_bytes() == b"\x89PNG logo"
        assert fill(again, "new@example.com") > newest  # new rows get new numbers
    finally:
        again.database.dispose()
    # What was replaced lies aside as a database that can be opened.
    with closing(sqlite3.connect(next(done.aside.glob("*.db")))) as raw:
        assert raw.execute("SELECT count(*) FROM users").fetchone() == (2,)


@pytest.mark.db
def test_a_backup_made_under_writes_is_of_one_moment(make_services: Make, tmp_path: Path) -> None:
    services, over = make_services(), threading.Event()

    def write() -> None:
        number = 0
        while not over.is_set():
            fill(services, f"u{number}@example.com")
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(5):
            back_up(services, tmp_path / "kept")
    finally:
        over.set()
        writer.join()
    for path in backups.listed(tmp_path / "kept"):
        inside = tmp_path / path.stem
        inside.mkdir()
        backups.verify(path, inside)
        with closing(sqlite3.connect(inside / "database.db")) as raw:
            users, ads = (raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("users", "contents"))
            assert ads == 2 * users and raw.execute("PRAGMA foreign_key_check").fetchall() == []


def test_restore_does_not_overwrite_unasked(services: Services, tmp_path: Path) -> None:
    fill(services)
    made = back_up(services, tmp_path / "kept")
    with pytest.raises(RestoreRefused, match="--force"):
        restoring.restore(services.settings, made.path)
    assert emails(services) == ["a@example.com"]


@pytest.mark.db
def test_restore_does_not_pull_the_data_from_under_a_worker(make_services: Make, tmp_path: Path) -> None:
    services = make_services()
    made = back_up(services, tmp_path / "kept")
    with services.writing() as session:
        jobs.announce(session, WorkerRow(name="w", engine="illustration"))
    with pytest.raises(RestoreRefused, match="20초"):
        restoring.restore(services.settings, made.path, force=True)
    with services.writing() as session:
        session.execute(update(WorkerRow).values(seen_at=WorkerRow.seen_at - 60))
    services.database.dispose()
    restoring.restore(services.settings, made.path, force=True)


def test_restore_into_an_empty_folder_leaves_nothing_aside(services: Services, tmp_path: Path) -> None:
    fill(services)
    made = back_up(services, tmp_path / "kept")
    fresh = Settings(_env_file=None, ADGEN_DATA_DIR=tmp_path / "fresh")
    assert restoring.restore(fresh, made.path).aside is None
    assert sorted(path.name for path in fresh.data_dir.iterdir()) == ["adgen.db", "images", "secret.key"]


@pytest.mark.parametrize("harm", ["flip", "cut", "extra", "odd", "no zip"])
def test_a_damaged_backup_is_refused_before_anything_changes(services: Services, tmp_path: Path, harm: str) -> None:
    fill(services)
    path = back_up(services, tmp_path / "kept").path
    data = path.read_bytes()
    if harm == "flip":
        at = data.index(b"\x89PNG main") + 5
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1:])
    elif harm == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif harm == "no zip":
        path.write_bytes(b"hello")
    elif harm == "extra":
        with zipfile.ZipFile(path, "a") as pack:
            pack.writestr("images/../../evil.png", b"x")
    else:
        with zipfile.ZipFile(path) as pack:
            manifest = json.loads(pack.read("manifest.json"))
        with zipfile.ZipFile(tmp_path / "odd.zip", "w") as pack:
            manifest["files"] = {"../evil": {"sha256": "x", "bytes": 1}, "database.db": {"sha256": "y", "bytes": 1}}
            pack.writestr("../evil", b"x")
            pack.writestr("database.db", b"x")
            pack.writestr("manifest.json", json.dumps(manifest))
        shutil.move(tmp_path / "odd.zip", path)
    before = sorted(services.settings.data_dir.rglob("*"))
    with pytest.raises(BackupDamaged):
        restoring.restore(services.settings, path, force=True)
    assert sorted(services.settings.data_dir.rglob("*")) == before and emails(services) == ["a@example.com"]
    assert not (tmp_path / "evil").exists()


def test_missing_and_damaged_pictures_are_named_and_kept_out_of_nothing(services: Services, tmp_path: Path) -> None:
    fill(services)
    first, second = sorted(services.settings.images_dir.iterdir())
    first.unlink()
    second.write_bytes(b"\x89PNG other")
    made = back_up(services, tmp_path / "kept")
    assert (made.missing, made.damaged) == ((first.name,), (second.name,))


def test_a_damaged_database_is_neither_backed_up_nor_opened(services: Services, tmp_path: Path) -> None:
    for number in range(30):
        fill(services, f"u{number}@example.com")
    services.database.dispose()
    path = services.settings.data_dir / "adgen.db"
    db.fold(path)
    data = bytearray(path.read_bytes())
    data[4096 * 8:4096 * 20] = b"\xa5" * 4096 * 12
    path.write_bytes(data)
    with pytest.raises(BackupFailed):
        back_up(services, tmp_path / "kept")
    with pytest.raises(DamagedDatabase, match="restore"):
        build_services(services.settings)
    assert path.read_bytes() == data and backups.listed(tmp_path / "kept") == []


def test_rotation_makes_one_when_due_and_keeps_the_newest(make_services: Make) -> None:
    services = make_services(ADGEN_BACKUP_HOURS=1e-9, ADGEN_BACKUP_KEEP=2)
    fill(services)
    rotation = Rotation(services.database, services.settings)
    names = []
    for _ in range(4):
        made = rotation.once()
        assert made is not None
        names.append(made.path)
        time.sleep(0.02)
    assert backups.listed(services.settings.backups_dir) == [names[3], names[2]]
    slow = make_services(ADGEN_BACKUP_HOURS=1, ADGEN_BACKUP_DIR=services.settings.data_dir / "other")
    assert Rotation(slow.database, slow.settings).once() is None  # the first is due an hour after the start


def test_commands(services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str],
                  monkeypatch: pytest.MonkeyPatch) -> None:
    fill(services)
    services.database.dispose()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ADGEN_DATA_DIR", str(services.settings.data_dir))
    assert cli.main(["backup", str(tmp_path / "kept")]) == 0
    path = backups.listed(tmp_path / "kept")[0]
    assert str(path) in capsys.readouterr().out
    assert cli.main(["restore", str(path)]) == 2
    assert "--force" in capsys.readouterr().err
    assert cli.main(["restore", str(path), "--force"]) == 0
    assert "before-restore-" in capsys.readouterr().out
    with closing(sqlite3.connect(services.settings.data_dir / "adgen.db")) as raw:
        assert raw.execute("SELECT count(*) FROM users").fetchone() == (1,)
