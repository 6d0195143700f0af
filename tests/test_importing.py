"""Bringing the old system's data over, from a database of its own schema."""

import io
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from adgen import accounts, cli, contents, importing
from adgen.errors import ImportRefused
from adgen.models import Content, Project, Store, User
from adgen.services import Services

from .conftest import HASHED, PASSWORD

pytestmark = pytest.mark.db
SCHEMA = """
CREATE TABLE users (id INTEGER PRIMARY KEY, email VARCHAR UNIQUE, username VARCHAR, password_hash VARCHAR,
  business_type VARCHAR, is_verified BOOLEAN, is_active BOOLEAN, created_at DATETIME, updated_at DATETIME);
CREATE TABLE stores (id INTEGER PRIMARY KEY, user_id INTEGER, brand_name VARCHAR, brand_tone VARCHAR,
  description TEXT, created_at DATETIME, updated_at DATETIME);
CREATE TABLE projects (id INTEGER PRIMARY KEY, store_id INTEGER, title VARCHAR, description TEXT, status VARCHAR,
  created_at DATETIME, updated_at DATETIME);
CREATE TABLE contents (id INTEGER PRIMARY KEY, project_id INTEGER, type VARCHAR, user_prompt TEXT, image_prompt TEXT,
  optimized_prompt TEXT, ad_copy TEXT, original_image_path VARCHAR, result_image_path VARCHAR, ai_config JSON,
  generation_time FLOAT, is_success BOOLEAN, error_message TEXT, created_at DATETIME, updated_at DATETIME);
"""
AT = "2026-02-01 10:00:00.123456"


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Path]:
    """app.db and txt2img/ as the old system left them, with a few things wrong."""
    images = tmp_path / "txt2img"
    images.mkdir()
    picture = io.BytesIO()
    Image.new("RGB", (64, 48), "orange").save(picture, "PNG")
    (images / "flux_1.png").write_bytes(picture.getvalue())
    (images / "broken.png").write_bytes(picture.getvalue()[:60])
    path = tmp_path / "app.db"
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.executescript(SCHEMA)
        raw.executemany("INSERT INTO users VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [
            (7, "Ann@Example.com", "앤", HASHED, "restaurant", 1, 1, AT, AT),
            (8, "bob@example.com", "밥", "md5:123", "farm", 0, 1, AT, None), (9, "", "x", HASHED, "etc", 0, 1, AT, AT)])
        raw.executemany("INSERT INTO stores VALUES (?, ?, ?, ?, ?, ?, ?)", [
            (3, 7, "달무리 커피", "친근하게", "동네 카페", AT, AT), (4, 99, "주인 없는 가게", None, None, AT, AT),
            (5, 8, "", None, None, AT, AT)])
        raw.executemany("INSERT INTO projects VALUES (?, ?, ?, ?, ?, ?, ?)", [
            (5, 3, "봄", None, "completed", AT, AT), (6, 3, "여름", None, "strange", AT, AT)])
        raw.executemany("INSERT INTO contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [
            (11, 5, "image_gen", "딸기 라떼", "cafe", "a cafe", "봄이에요", None, "/images/flux_1.png", "{}", 15.2, 1,
             None, AT, AT),
            (12, 5, "image_gen", "둘째", None, None, None, None, "outputs/txt2img/broken.png", None, None, 1, None, AT,
             AT),
            (13, 6, "odd", "셋째", None, None, None, None, "../../secret.key", None, None, 0, "실패", AT, AT),
            (14, 77, "image_gen", "넷째", None, None, None, None, None, None, None, 1, None, AT, AT)])
    yield path


def test_everything_comes_over_once(services: Services, old: Path) -> None:
    report = importing.import_old(services, old, old.parent / "txt2img")
    assert dict(report.brought) == {"users": 2, "stores": 1, "projects": 2, "contents": 3}
    assert sorted(line.split(":")[0] for line in report.skipped) == [
        "contents 12", "contents 13", "contents 14", "stores 4", "stores 5", "users 8", "users 9"]
    with services.reading() as session:
        ann = accounts.authenticate(session, "ann@example.com", PASSWORD)
        assert (ann.username, ann.business_type, ann.is_verified) == ("앤", "restaurant", True)
        assert ann.created_at.isoformat() == "2026-02-01T10:00:00.123456+00:00"
        assert session.scalars(select(User.business_type).where(User.email == "bob@example.com")).one() == "etc"
        store = session.scalars(select(Store)).one()
        assert (store.brand_name, store.brand_tone, store.user_id) == ("달무리 커피", "친근하게", ann.id)
        assert list(session.scalars(select(Project.status).order_by(Project.id))) == ["completed", "draft"]
        rows = contents.listed(session, ann.id)
        assert [row.user_prompt for row in rows] == ["셋째", "둘째", "딸기 라떼"]
        first = rows[-1]
        view = contents.view(first, lambda name: f"/{name}")
        assert (view["ad_copy"], view["generation_time"], view["files"][0]["width"]) == ("봄이에요", 15.2, 64)
        with Image.open(services.files.path(first.result_image_path or "")) as image:
            assert image.size == (64, 48)
        assert (rows[0].type, rows[0].is_success, rows[0].error_message) == ("image_gen", False, "실패")
    files = sorted(services.settings.images_dir.iterdir())
    again = importing.import_old(services, old, old.parent / "txt2img")
    assert not again.brought and dict(again.known) == {"users": 2, "stores": 1, "projects": 2, "contents": 3}
    assert sorted(services.settings.images_dir.iterdir()) == files
    with services.reading() as session:
        assert len(session.scalars(select(Content)).all()) == 3


def test_what_is_no_old_database_is_refused(services: Services, tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("hello " * 1000)
    with closing(sqlite3.connect(tmp_path / "other.db")) as raw:
        raw.execute("CREATE TABLE users (id INTEGER)")
    for name in ("text.db", "other.db", "absent.db"):
        with pytest.raises(ImportRefused, match="app.db"):
            importing.import_old(services, tmp_path / name, tmp_path)
    assert not (tmp_path / "absent.db").exists()


def test_command(make_services: Callable[..., Services], old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                 capsys: pytest.CaptureFixture[str]) -> None:
    services = make_services()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ADGEN_DATA_DIR", str(services.settings.data_dir))
    monkeypatch.setenv("DATABASE_URL", services.settings.database_url)
    assert cli.main(["import-old", str(old), str(tmp_path / "txt2img")]) == 0
    out = capsys.readouterr().out
    assert "contents: 3 brought over, 0 already there" in out and "skipped stores 4" in out
