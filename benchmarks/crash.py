"""``kill -9`` of everything, at random moments under load, then a restart: what survives.

    python benchmarks/crash.py [kills]

Starts the real app, keeps asking for ads, kills the whole process group, starts it again, and at the end lets the
queue run empty. Then every accepted job must have ended once, every file named by a row must match its SHA-256, the
database must pass ``integrity_check``, and the first sign-in's token must still hold.
"""

import hashlib
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.conftest import Server, start_server

SETTINGS = {"ADGEN_JOB_LEASE": "3", "ADGEN_MAX_JOBS_PER_USER": "1000", "ACCESS_TOKEN_EXPIRE_MINUTES": "600",
            "ADGEN_JOB_ATTEMPTS": "50"}


def load(server: Server, headers: dict[str, str], until: float, accepted: set[str]) -> None:
    """Ask for ads until the moment ``until``; remember each job that was accepted."""
    body = {"project_id": 1, "ad_description": "가을 한정 고구마 라떼 4,900원", "width": 512, "height": 512}
    while time.monotonic() < until:
        with suppress(httpx.TransportError):
            answer = httpx.post(f"{server.url}/api/v1/jobs", json=body, headers=headers, timeout=10)
            if answer.status_code == 202:
                accepted.add(answer.json()["job_id"])
        time.sleep(0.3)


def drain(server: Server, headers: dict[str, str], accepted: set[str]) -> Counter[str]:
    """Wait until every accepted job has ended; how they ended."""
    while True:
        states = {job: httpx.get(f"{server.url}/api/v1/jobs/{job}", headers=headers, timeout=30).json()["state"]
                  for job in accepted}
        if all(state in ("done", "failed", "cancelled") for state in states.values()):
            return Counter(states.values())
        time.sleep(1.0)


def check(data_dir: Path) -> dict[str, object]:
    """What the database and the files say of each other."""
    with closing(sqlite3.connect(data_dir / "adgen.db")) as raw:
        files = raw.execute("SELECT name, sha256 FROM content_files").fetchall()
        broken = [name for name, digest in files
                  if hashlib.sha256((data_dir / "images" / name).read_bytes()).hexdigest() != digest]
        twice = raw.execute("SELECT count(*) FROM (SELECT job_id FROM contents GROUP BY job_id HAVING count(*) > 1)")
        taken = raw.execute("SELECT count(*) FROM jobs WHERE attempts > 1").fetchone()[0]
        return {"integrity_check": raw.execute("PRAGMA integrity_check").fetchone()[0], "files": len(files),
                "missing or truncated": len(broken), "jobs with two results": twice.fetchone()[0],
                "jobs run more than once": taken}


def main(kills: int) -> None:
    """Run the loop and print the table."""
    accepted: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder) / "data"
        server = start_server(data_dir, **SETTINGS)
        headers = server.register("owner@example.com")
        for kill in range(kills):
            load(server, headers, time.monotonic() + random.uniform(0.3, 4.0), accepted)
            server.kill()
            server = start_server(data_dir, **SETTINGS)
            print(f"kill {kill + 1}/{kills}: {len(accepted)} jobs accepted so far", flush=True)
        session_holds = httpx.get(f"{server.url}/api/v1/users/me", headers=headers).status_code == 200
        states = drain(server, headers, accepted)
        server.kill()
        print({"kills": kills, "accepted": len(accepted), **states, "session holds": session_holds, **check(data_dir)})


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
