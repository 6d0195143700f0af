"""``kill -9`` of everything, at random moments under load, then a restart: what survives.

    python benchmarks/crash.py [sqlite|postgresql] [kills]

Starts the real app with a language model's server beside it, keeps asking for ads in four threads, kills the whole
process group, starts it again, and at the end lets the queue run empty. Then every accepted job must have ended once,
no job may have two results, every file named by a row must match its SHA-256, the database must be sound, no call to
the model may be counted twice (the server that was asked counts too), and the first sign-in's token must still hold.
Exit status 1 when one of these does not hold.
"""

import hashlib
import random
import sys
import tempfile
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import func, select

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from adgen import db
from adgen.models import Content, ContentFile, Job, ModelUse
from tests import model_server, postgres
from tests.conftest import Server, start_server

SETTINGS = {"ADGEN_JOB_LEASE": "3", "ADGEN_MAX_JOBS_PER_USER": "1000", "ACCESS_TOKEN_EXPIRE_MINUTES": "600",
            "ADGEN_JOB_ATTEMPTS": "50", "ADGEN_MAX_JOBS_PER_DAY": "0", "ADGEN_REQUESTS_PER_MINUTE": "0",
            "ADGEN_COPY_DAILY_TOKENS": "0"}
THREADS, PAUSE = 4, 3.0


def answer(handler: model_server.Handler, body: dict[str, Any]) -> None:
    """Words for everything that is asked, and what they cost."""
    words = {key: model_server.GOOD.get(key, model_server.GOOD["lms"]) for key in model_server.asked(body)}
    model_server.said(words, told=model_server.usage(100, 50))(handler, body)


def load(server: Server, headers: dict[str, str], until: float, accepted: dict[str, str]) -> None:
    """Ask for ads until ``until``; remember each job that was accepted by its idempotency key, and ask again with the
    same key when the answer did not come: that must give the same job, never a second one."""
    body = {"project_id": 1, "ad_description": "가을 한정 고구마 라떼 4,900원", "width": 512, "height": 512,
            "channels": []}
    while time.monotonic() < until:
        key = uuid.uuid4().hex
        for _ in range(2):
            with suppress(httpx.TransportError):
                answer = httpx.post(f"{server.url}/api/v1/jobs", json=body, timeout=10,
                                    headers={**headers, "Idempotency-Key": key})
                if answer.status_code == 202:
                    accepted[key] = answer.json()["job_id"]
                    break
        time.sleep(PAUSE * random.uniform(0.5, 1.5))


def drain(server: Server, headers: dict[str, str], accepted: dict[str, str]) -> Counter[str]:
    """Wait until every accepted job has ended; how they ended."""
    while True:
        states = Counter(httpx.get(f"{server.url}/api/v1/jobs/{job}", headers=headers, timeout=60).json()["state"]
                         for job in accepted.values())
        if set(states) <= {"done", "failed", "cancelled"}:
            return states
        print(f"  draining: {dict(states)}", flush=True)
        time.sleep(10.0)


def check(url: str, images: Path) -> dict[str, Any]:
    """What the database and the files say of each other."""
    engine = db.make_engine(url)
    path = db.sqlite_path(engine)
    with db.reading(engine) as session:
        files = session.execute(select(ContentFile.name, ContentFile.sha256)).all()
        broken = [name for name, digest in files if not (images / name).is_file()
                  or hashlib.sha256((images / name).read_bytes()).hexdigest() != digest]
        twice = select(Content.job_id).where(Content.job_id.is_not(None)).group_by(Content.job_id).having(
            func.count() > 1)
        unmatched = select(func.count()).where(Job.state == "done", Job.content_id.is_(None))
        found = {"files": len(files), "files missing or truncated": len(broken),
                 "jobs with two results": len(session.scalars(twice).all()),
                 "done without a result": session.scalar(unmatched),
                 "jobs run more than once": session.scalar(select(func.count()).where(Job.attempts > 1)),
                 "model calls charged": session.scalar(select(func.sum(ModelUse.calls))) or 0}
    with engine.connect() as connection:
        found["rows without a parent"] = len(db.broken_keys(connection))
    engine.dispose()
    found["damage"] = db.damage(path, "integrity_check") if path else None
    return found


@contextmanager
def database(kind: str, data_dir: Path) -> Iterator[str]:
    """The URL of a fresh database; PostgreSQL syncs as it would in earnest, and is not killed."""
    if kind != "postgresql":
        yield f"sqlite:///{data_dir / 'adgen.db'}"
        return
    with postgres.started("fsync=on") as cluster, cluster.database() as url:
        yield url


def strike(server: Server, headers: dict[str, str], accepted: dict[str, str], settings: dict[str, str]) -> Server:
    """Load, kill -9 while the last requests are on their way, start again."""
    until = time.monotonic() + random.uniform(0.3, 4.0)
    askers = [threading.Thread(target=load, args=(server, headers, until, accepted)) for _ in range(THREADS)]
    for one in askers:
        one.start()
    time.sleep(max(until - time.monotonic() - 0.2, 0))
    server.kill()
    for one in askers:
        one.join()
    return start_server(server.data_dir, **settings)


def main(kind: str, kills: int) -> int:
    """Run the loop, print the table; the exit status."""
    accepted: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder, model_server.running() as model:
        data_dir = Path(folder) / "data"
        with database(kind, data_dir) as url:
            settings = {**SETTINGS, "DATABASE_URL": url, "OPENAI_API_KEY": "sk-test", "OPENAI_MODEL": "m",
                        "OPENAI_BASE_URL": f"http://127.0.0.1:{model.server_port}/v1"}
            model.script = [answer]
            server = start_server(data_dir, **settings)
            try:
                headers = server.register("owner@example.com")
                for kill in range(kills):
                    server = strike(server, headers, accepted, settings)
                    print(f"{kind}: kill {kill + 1}/{kills}, {len(accepted)} jobs accepted so far", flush=True)
                holds = httpx.get(f"{server.url}/api/v1/users/me", headers=headers, timeout=60).status_code == 200
                states = drain(server, headers, accepted)
            finally:
                server.kill()
            found = check(url, data_dir / "images")
    found |= {"kills": kills, "accepted": len(accepted), "distinct jobs": len(set(accepted.values())), **states,
              "session holds": holds, "model calls made": len(model.seen)}
    print({"database": kind, **found})
    good = (holds and not found["files missing or truncated"] and not found["jobs with two results"]
            and not found["done without a result"] and not found["rows without a parent"] and not found["damage"]
            and found["model calls charged"] <= found["model calls made"]
            and found["distinct jobs"] == found["accepted"])
    return 0 if good else 1


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if not word.isdigit()]
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    sys.exit(main(words[0] if words else "sqlite", numbers[0] if numbers else 30))
