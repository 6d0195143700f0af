"""Several app processes and workers on one database: shared turns, takeover after kill -9, never two results."""

import os
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from sqlalchemy import func, select

from adgen import accounts
from adgen.forms import AdRequest, Register
from adgen.models import Content, Job, Project, Store
from adgen.processes import environment, module
from adgen.services import Services

from .conftest import HASHED, PASSWORD, running

Make = Callable[..., Services]


def shop(services: Services, email: str) -> tuple[int, int]:
    """(user, project) of a new account."""
    with services.writing() as session:
        form = Register(email=email, password=PASSWORD, brand_name="달무리", trade="cafe")
        user = accounts.register(session, form, HASHED)
        return user.id, session.scalars(select(Project.id).join(Store).where(Store.user_id == user.id)).one()


@contextmanager
def workers(services: Services, count: int, folder: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    settings = services.settings
    extra = {"ADGEN_DATA_DIR": str(settings.data_dir), "DATABASE_URL": settings.database_url, "ADGEN_JOB_LEASE": "3",
             "ADGEN_ENGINE": "illustration"}
    started = [subprocess.Popen(module("", "worker"), env=environment(**extra), cwd=folder) for _ in range(count)]
    try:
        yield started
    finally:
        for one in started:
            if one.poll() is None:
                one.terminate()
        for one in started:
            one.wait(30)


def until(ready: Callable[[], bool], seconds: float = 90.0) -> None:
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


@pytest.mark.db
def test_two_workers_share_and_one_takes_over(make_services: Make, tmp_path: Path) -> None:
    services = make_services()
    (ann, hers), (bob, his) = shop(services, "a@example.com"), shop(services, "b@example.com")
    form = {"ad_description": "고구마 라떼", "width": 512, "height": 512, "channels": []}
    names = [services.submit(ann, AdRequest(project_id=hers, **form)) for _ in range(4)]
    names.append(services.submit(bob, AdRequest(project_id=his, **form)))

    def rows() -> list[Job]:
        with services.reading() as session:
            found = list(session.scalars(select(Job)))
            session.expunge_all()
            return found

    with workers(services, 2, tmp_path) as started:
        killed = started[0].pid
        until(lambda: any(row.state == "running" and f":{killed}:" in (row.owner or "") for row in rows()))
        os.kill(killed, signal.SIGKILL)
        until(lambda: all(row.state == "done" for row in rows()))
    ended = {row.id: row for row in rows()}
    assert sorted(ended) == sorted(names) and max(row.attempts for row in ended.values()) == 2
    with services.reading() as session:
        results = Counter(session.scalars(select(Content.job_id)))
        assert results == Counter(names)
        assert session.scalar(select(func.count()).where(Content.id.in_([row.content_id for row in rows()]))) == 5
    # Bob asked last, and did not wait for all of hers; only if his was the try that was killed he begins anew.
    order = sorted(ended.values(), key=lambda row: row.started_at or row.created_at)
    assert order[-1].user_id == ann or order[-1].attempts == 2


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_two_apps_on_one_database(backend: dict[str, str], tmp_path: Path) -> None:
    data = tmp_path / "data"
    with running(data, ADGEN_WORKER="external", **backend) as first, running(data, **backend) as second:
        mine = first.register("owner@example.com")
        project = httpx.get(f"{second.url}/api/v1/projects", headers=mine).json()[0]["id"]
        asked = {"project_id": project, "ad_description": "딸기 라떼", "width": 512, "height": 512}
        keyed = {**mine, "Idempotency-Key": "once"}
        answers = [httpx.post(f"{server.url}/api/v1/jobs", json=asked, headers=keyed, timeout=30).json()["job_id"]
                   for server in (first, second, first)]
        assert len(set(answers)) == 1
        until(lambda: httpx.get(f"{first.url}/api/v1/jobs/{answers[0]}", headers=mine).json()["state"] == "done")
        ads = [httpx.get(f"{server.url}/api/v1/contents", headers=mine, timeout=30).json()
               for server in (first, second)]
        assert [len(each) for each in ads] == [1, 1]
        assert httpx.get(f"{first.url}{ads[1][0]['image_url']}").content.startswith(b"\x89PNG")
        health = httpx.get(f"{second.url}/health").json()
        assert health["workers"] and httpx.post(f"{second.url}/api/v1/jobs", headers=mine, json={
            **asked, "ad_description": "딸기\x00라떼"}).status_code in (202, 422)
