"""What the doctor finds, what it mends, and that it says nothing secret."""

import json
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from adgen import backups, cli, doctor
from adgen.doctor import Finding, Options
from adgen.services import Services

from .test_backups import back_up, fill

Make = Callable[..., Services]


def states(services: Services, **options: bool) -> dict[str, str]:
    found = doctor.examine(services.settings, Options(**options))
    return {row.check: row.state for row in found}


def of(services: Services, check: str, **options: bool) -> list[Finding]:
    return [row for row in doctor.examine(services.settings, Options(**options)) if row.check == check]


@pytest.mark.db
def test_a_healthy_installation(make_services: Make) -> None:
    services = make_services()
    fill(services)
    back_up(services, services.settings.backups_dir)
    found = doctor.examine(services.settings, Options(deep=True))
    assert [row for row in found if row.state != "ok"] == [] and list(doctor.CHECKS) == [row.check for row in found]
    assert doctor.status(found) == 0


@pytest.mark.db
def test_lost_and_damaged_pictures_come_back_from_a_backup(make_services: Make) -> None:
    services = make_services()
    fill(services)
    back_up(services, services.settings.backups_dir)
    first, second = sorted(services.settings.images_dir.iterdir())
    kept = first.read_bytes(), second.read_bytes()
    first.unlink()
    second.write_bytes(b"\x89PNG harmed")
    assert [(row.state, row.names) for row in of(services, "pictures")] == [
        ("bad", (first.name,)), ("bad", (second.name,))]
    assert [row.state for row in of(services, "pictures", repair=True)] == ["repaired"]
    assert (first.read_bytes(), second.read_bytes()) == kept
    assert (services.settings.data_dir / "damaged" / second.name).read_bytes() == b"\x89PNG harmed"
    assert states(services)["pictures"] == "ok"


def test_what_no_backup_holds_stays_bad(services: Services) -> None:
    fill(services)
    next(services.settings.images_dir.iterdir()).unlink()
    assert states(services, repair=True)["pictures"] == "bad"


@pytest.mark.db
def test_files_without_a_row_are_removed_when_asked_and_old(make_services: Make) -> None:
    services = make_services()
    fill(services)
    old, young = (services.settings.images_dir / services.files.write(b"\x89PNG").name for _ in range(2))
    hour = time.time() - 4000
    os.utime(old, (hour, hour))
    assert of(services, "leftovers")[0].names == (old.name,) and old.exists()
    assert states(services, repair=True)["leftovers"] == "repaired"
    assert not old.exists() and young.exists()


def test_rows_without_a_parent_are_mended_with_a_copy_kept(services: Services) -> None:
    newest = fill(services)
    with closing(sqlite3.connect(services.settings.data_dir / "adgen.db")) as raw, raw:
        raw.execute("DELETE FROM photos")  # the store's logo
        raw.execute("DELETE FROM projects")  # two ads, one file
    assert of(services, "references")[0].names == ("contents → projects", "stores → photos")
    assert states(services, repair=True)["references"] == "repaired"
    assert states(services)["references"] == "ok"
    with closing(sqlite3.connect(services.settings.data_dir / "adgen.db")) as raw:
        assert raw.execute("SELECT logo_id FROM stores").fetchall() == [(None,)]
        assert raw.execute("SELECT count(*) FROM content_files").fetchone() == (0,)
    copy = next(services.settings.backups_dir.glob("before-repair-*.db"))
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT max(id) FROM contents").fetchone() == (newest,)


def test_a_damaged_database_is_reported_and_left_alone(services: Services) -> None:
    for number in range(30):
        fill(services, f"u{number}@example.com")
    services.database.dispose()
    path = services.settings.data_dir / "adgen.db"
    data = bytearray(path.read_bytes())
    data[4096 * 8:4096 * 20] = b"\xa5" * 4096 * 12
    path.write_bytes(data)
    found = doctor.examine(services.settings, Options(repair=True))
    assert found[0].state == "bad" and "restore" in found[0].en and doctor.status(found) == 1
    assert path.read_bytes() == data


def test_open_permissions_and_a_full_disk(make_services: Make) -> None:
    services = make_services(ADGEN_MIN_FREE_MB=10**9)
    key = services.settings.data_dir / "secret.key"
    key.chmod(0o644)
    assert states(services)["permissions"] == "bad" and states(services)["disk"] == "bad"
    assert states(services, repair=True)["permissions"] == "repaired" and key.stat().st_mode & 0o777 == 0o600


def test_servers_that_do_not_answer(make_services: Make) -> None:
    services = make_services(OPENAI_BASE_URL="http://127.0.0.1:9/v1", ADGEN_SMTP_URL="smtp://127.0.0.1:9")
    assert {states(services)[name] for name in ("copywriter", "mail")} == {"ok"}
    asked = states(services, online=True)
    assert (asked["copywriter"], asked["mail"]) == ("warn", "bad")


def test_command_answers_json_without_a_secret(make_services: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                               capsys: pytest.CaptureFixture[str]) -> None:
    services = make_services()
    monkeypatch.chdir(tmp_path)
    for name, value in (("ADGEN_DATA_DIR", str(services.settings.data_dir)), ("OPENAI_API_KEY", "sk-verysecret"),
                        ("ADGEN_SMTP_URL", "smtp://me:verysecret@mail.example")):
        monkeypatch.setenv(name, value)
    assert cli.main(["doctor", "--json"]) == 0
    out = capsys.readouterr().out
    answer = json.loads(out)
    named = {row["check"]: row["names"] for row in answer["findings"]}
    assert answer["ok"] and named["keys"] == ["OPENAI_API_KEY", "ADGEN_SMTP_URL"] and "verysecret" not in out
    assert backups.listed(services.settings.backups_dir) == []
    assert cli.main(["doctor"]) == 0
    assert "warn     backups" in capsys.readouterr().out
    monkeypatch.setenv("ADGEN_DATA_DIR", str(tmp_path / "nowhere"))
    (tmp_path / "nowhere").mkdir()
    assert cli.main(["doctor"]) == 1 and [*(tmp_path / "nowhere").iterdir()] == []
