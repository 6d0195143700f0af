"""Opening, migrating and refusing databases."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import func, select, text

from adgen import db
from adgen.errors import ForeignDatabase, NewerDatabase
from adgen.models import Content, Job, ModelUse, Store, User, now

_TIMES = "'2026-11-20 00:00:00', '2026-11-20 00:00:00'"
OLD_ROWS = (
    "INSERT INTO users (id, email, username, password_hash, business_type, is_verified, is_active, token_version, "
    f"language, created_at, updated_at) VALUES (1, 'a@b.co', 'aa', 'x', 'etc', 0, 1, 0, 'ko', {_TIMES})",
    "INSERT INTO stores (id, user_id, brand_name, trade, brand_colors, banned_words, created_at, updated_at) "
    f"VALUES (1, 1, '달무리', 'cafe', '[]', '[]', {_TIMES})",
    f"INSERT INTO projects (id, store_id, title, status, created_at, updated_at) "
    f"VALUES (1, 1, '봄', 'draft', {_TIMES})",
    "INSERT INTO contents (id, project_id, job_id, type, user_prompt, copy_json, ai_config, is_success, created_at, "
    f"updated_at) VALUES (1, 1, 'j', 'image_gen', '딸기 케이크', '{{}}', '{{}}', 1, {_TIMES})",
    "INSERT INTO content_files (id, content_id, variant, name, sha256, bytes, width, height, details) "
    "VALUES (1, 1, 'main', 'ad_1.png', 'x', 1, 1, 1, '{}')",
    "INSERT INTO jobs (id, user_id, project_id, request, state, stage, step, steps, progress, attempts, "
    "cancel_requested, content_id, created_at) "
    "VALUES ('j', 1, 1, '{}', 'done', 'done', 0, 0, 1, 1, 0, 1, '2026-11-20 00:00:00')",
)
"""One row of everything, as version 0.1 wrote it."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "adgen.db"


def opened(path: Path) -> "db.Engine":
    engine = db.make_engine(f"sqlite:///{path}")
    db.migrate(engine)
    return engine


def a_user(**values: object) -> User:
    return User(**{"email": "a@b.co", "username": "aa", "password_hash": "x", "business_type": "etc", **values})


def test_migrate_makes_and_keeps(path: Path) -> None:
    engine = opened(path)
    with db.writing(engine) as session:
        session.add(a_user())
    db.migrate(engine)
    with db.reading(engine) as session:
        assert session.scalar(select(User.email)) == "a@b.co"
    engine.dispose()


def test_schema_equals_the_models(path: Path) -> None:
    engine = opened(path)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), db.Base.metadata) == []
    engine.dispose()


def test_pragmas(path: Path) -> None:
    engine = opened(path)
    with engine.connect() as connection:
        values = {name: connection.execute(text(f"PRAGMA {name}")).scalar()
                  for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")}
    assert values == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10000}
    engine.dispose()


def test_write_is_rolled_back_on_an_error(path: Path) -> None:
    engine = opened(path)
    with pytest.raises(ZeroDivisionError), db.writing(engine) as session:
        session.add(a_user())
        session.flush()
        raise ZeroDivisionError
    with db.reading(engine) as session:
        assert session.scalar(select(User)) is None
    engine.dispose()


def test_reader_does_not_wait_for_a_writer(path: Path) -> None:
    engine = opened(path)
    with db.writing(engine) as writer:
        writer.add(a_user())
        writer.flush()
        with db.reading(engine) as reader:
            assert reader.scalar(select(User)) is None
    engine.dispose()


def test_times_come_back_aware_and_rows_cascade(path: Path) -> None:
    engine = opened(path)
    with db.writing(engine) as session:
        session.add(a_user(stores=[Store(brand_name="가게")], consented_at=now()))
    with db.writing(engine) as session:
        user = session.scalars(select(User)).one()
        assert user.consented_at is not None and user.consented_at.tzinfo is not None
        session.delete(user)
    with db.reading(engine) as session:
        assert session.scalar(select(Store)) is None
    engine.dispose()


@pytest.mark.parametrize("script", [
    "CREATE TABLE users (id INTEGER); INSERT INTO users VALUES (1)",
    "CREATE TABLE notes (id INTEGER)",
    "CREATE TABLE users (id INTEGER); CREATE TABLE stores (id INTEGER); CREATE TABLE projects (id INTEGER);"
    "CREATE TABLE contents (id INTEGER); CREATE TABLE alembic_version (version_num TEXT)",
])
def test_foreign_database_is_refused_and_untouched(tmp_path: Path, script: str) -> None:
    foreign = tmp_path / "app.db"
    with closing(sqlite3.connect(foreign)) as raw:
        raw.executescript(script)
    before = foreign.read_bytes()
    engine = db.make_engine(f"sqlite:///{foreign}")
    with pytest.raises(ForeignDatabase, match="DATABASE_URL"):
        db.migrate(engine)
    engine.dispose()
    assert foreign.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["app.db"]


def test_a_file_that_is_no_database_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "app.db").write_text("hello, I am not a database at all, but quite long" * 50)
    before = (tmp_path / "app.db").read_bytes()
    engine = db.make_engine(f"sqlite:///{tmp_path / 'app.db'}")
    with pytest.raises(ForeignDatabase):
        db.migrate(engine)
    engine.dispose()
    assert (tmp_path / "app.db").read_bytes() == before


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_an_earlier_schema_is_upgraded_with_its_data(path: Path, revision: str) -> None:
    path.parent.mkdir(parents=True)
    engine = db.make_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(Path(db.__file__).parent / "migrations"))
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        for statement in OLD_ROWS:
            connection.execute(text(statement))
    db.migrate(engine)
    with db.reading(engine) as session:
        content = session.scalars(select(Content)).one()
        assert (content.user_prompt, content.replaced_by_id, content.project.store.font) == ("딸기 케이크", None, None)
        assert [file.name for file in content.files] == ["ad_1.png"] and content.project.store.logo_id is None
        job, store = session.scalars(select(Job)).one(), content.project.store
        assert (job.id, job.words, store.samples, store.learned) == ("j", None, [], [])
        assert session.scalar(select(func.count()).select_from(ModelUse)) == 0
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), db.Base.metadata) == []
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    engine.dispose()
    with closing(sqlite3.connect(path.with_suffix(f".before-{revision}.db"))) as copy:
        assert copy.execute("SELECT count(*) FROM content_files").fetchone() == (1,)


def test_newer_database_is_refused(path: Path) -> None:
    engine = opened(path)
    with db.writing(engine) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabase, match="9999"):
        db.migrate(engine)
    engine.dispose()
