"""The real app as a process: it starts light, stops cleanly, and survives ``kill -9``."""

import hashlib
import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from .conftest import Server, running, start_server

ASK = {"project_id": 1, "ad_description": "가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.", "width": 512,
       "height": 512}


def children(pid: int) -> list[int]:
    """The processes that ``pid`` started."""
    return [int(child) for task in Path(f"/proc/{pid}/task").iterdir()
            for child in (task / "children").read_text().split()]


def wait_ended(server: Server, headers: dict[str, str], jobs: list[str]) -> list[dict[str, object]]:
    for _ in range(600):
        views = [httpx.get(f"{server.url}/api/v1/jobs/{job}", headers=headers).json() for job in jobs]
        if all(view["state"] in ("done", "failed", "cancelled") for view in views):
            return views
        time.sleep(0.2)
    raise AssertionError(views)


def test_web_process_is_light_and_says_what_draws(server: Server) -> None:
    loaded = Path(f"/proc/{server.process.pid}/maps").read_text()
    assert "libtorch" not in loaded
    for _ in range(100):
        health = httpx.get(f"{server.url}/health").json()
        if health["workers"]:
            break
        time.sleep(0.1)
    assert health["status"] == "ok" and health["workers"][0]["engine"] == "illustration"


def test_kill_9_of_everything_loses_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    settings = {"ADGEN_JOB_LEASE": "2"}
    server = start_server(data, **settings)
    headers = server.register("owner@example.com")
    jobs = [httpx.post(f"{server.url}/api/v1/jobs", json=ASK, headers=headers).json()["job_id"] for _ in range(4)]
    while httpx.get(f"{server.url}/api/v1/jobs/{jobs[0]}", headers=headers).json()["state"] == "queued":
        time.sleep(0.01)
    server.kill()
    with running(data, **settings) as again:
        views = wait_ended(again, headers, jobs)
        assert [view["state"] for view in views] == ["done"] * 4
        assert httpx.get(f"{again.url}/api/v1/users/me", headers=headers).status_code == 200
    with closing(sqlite3.connect(data / "adgen.db")) as raw:
        rows = raw.execute("SELECT name, sha256 FROM content_files").fetchall()
        assert len(rows) == 16
        for name, digest in rows:
            assert hashlib.sha256((data / "images" / name).read_bytes()).hexdigest() == digest
        assert raw.execute("SELECT count(*) FROM contents").fetchone() == (4,)
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_killed_worker_is_replaced_and_its_job_is_done(tmp_path: Path) -> None:
    with running(tmp_path / "data", ADGEN_JOB_LEASE="2") as server:
        headers = server.register("owner@example.com")
        jobs = [httpx.post(f"{server.url}/api/v1/jobs", json=ASK, headers=headers).json()["job_id"] for _ in range(2)]
        for worker in children(server.process.pid):
            os.kill(worker, signal.SIGKILL)
        assert [view["state"] for view in wait_ended(server, headers, jobs)] == ["done", "done"]


def test_sigterm_stops_app_and_worker(tmp_path: Path) -> None:
    server = start_server(tmp_path / "data")
    workers = children(server.process.pid)
    assert workers
    server.process.terminate()
    server.process.wait(30)
    time.sleep(0.2)
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]
    assert "Traceback" not in server.log.read_text()


def test_sigterm_gives_running_jobs_back_uncounted_and_closes_the_door_first(tmp_path: Path) -> None:
    data = tmp_path / "data"
    server = start_server(data)
    headers = server.register("owner@example.com")
    jobs = [httpx.post(f"{server.url}/api/v1/jobs", json=ASK, headers=headers).json()["job_id"] for _ in range(3)]
    while httpx.get(f"{server.url}/api/v1/jobs/{jobs[0]}", headers=headers).json()["state"] == "queued":
        time.sleep(0.01)
    server.process.terminate()
    server.process.wait(60)
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{server.url}/healthz")
    with closing(sqlite3.connect(data / "adgen.db")) as raw:
        rows = raw.execute("SELECT state, attempts, owner FROM jobs").fetchall()
        contents = raw.execute("SELECT count(*) FROM contents WHERE is_success").fetchone()[0]
    done = [row for row in rows if row[0] == "done"]
    assert len(rows) == 3 and len(done) == contents < 3
    assert all(row == ("queued", 0, None) for row in rows if row not in done)
    told = server.log.read_text()
    assert "Traceback" not in told and "given back" in told


def test_it_starts_from_any_folder(tmp_path: Path) -> None:
    with running(tmp_path / "data", cwd=tmp_path) as server:
        headers = server.register("owner@example.com")
        answer = httpx.post(f"{server.url}/api/v1/contents/generate", json=ASK, headers=headers, timeout=60)
        assert answer.json()["success"] is True
        looks = httpx.post(f"{server.url}/api/v1/candidates", json={**ASK, "count": 1}, headers=headers, timeout=60)
        assert len(looks.json()["candidates"]) == 1


@pytest.mark.parametrize(("settings", "said"), [
    ({"ADGEN_ENGINE": "foo"}, "ADGEN_ENGINE"),
    ({"SECRET_KEY": "changethis"}, "SECRET_KEY"),
    ({"DATABASE_URL": "sqlite:///app.db"}, "DATABASE_URL"),
])
def test_a_wrong_setting_is_said_in_a_sentence(tmp_path: Path, settings: dict[str, str], said: str) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with closing(sqlite3.connect(data / "app.db")) as raw:
        raw.executescript("CREATE TABLE users (id INTEGER)")
    with pytest.raises(AssertionError) as error:
        start_server(data, **settings)
    assert said in str(error.value) and "Traceback" not in str(error.value)
