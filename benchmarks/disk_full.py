"""A disk that fills up under the running app, and space that comes back.

    python benchmarks/disk_full.py

Mounts a tmpfs of 64 MB (needs root) as the data directory, makes an ad, fills the disk while jobs wait and run, keeps
asking, then gives the space back. Every refusal must be the promised one with a sentence, nothing may be corrupt, every
accepted job must end, and new ads must be made afterwards.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import httpx

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.crash import SETTINGS, check
from tests.conftest import Server, start_server

SIZE = 64
BODY = {"project_id": 1, "ad_description": "가을 한정 고구마 라떼 4,900원", "width": 512, "height": 512, "channels": []}


def ask(server: Server, headers: dict[str, str]) -> httpx.Response:
    """One job."""
    return httpx.post(f"{server.url}/api/v1/jobs", json=BODY, headers=headers, timeout=30)


def ended(server: Server, headers: dict[str, str], jobs: list[str]) -> Counter[str]:
    """How the jobs ended; waits for at most two minutes."""
    for _ in range(240):
        states = Counter(httpx.get(f"{server.url}/api/v1/jobs/{job}", headers=headers, timeout=30).json()["state"]
                         for job in jobs)
        if set(states) <= {"done", "failed", "cancelled"}:
            break
        time.sleep(0.5)
    return states


def fill(folder: Path, leave: int) -> Path:
    """Leave ``leave`` bytes free."""
    filler = folder / "filler"
    with open(filler, "ab") as file:
        while (free := shutil.disk_usage(folder).free) > leave:
            file.write(bytes(1) * min(free - leave, 2**20))
            file.flush()
    return filler


def scene(folder: Path, least: str, leave: int) -> dict[str, Any]:
    """One app on the disk, filled until ``leave`` bytes are free."""
    data = folder / "data"
    server = start_server(data, **{**SETTINGS, "ADGEN_MIN_FREE_MB": least, "ADGEN_BACKUP_HOURS": "0"})
    try:
        headers = server.register("owner@example.com")
        jobs = [ask(server, headers).json()["job_id"] for _ in range(4)]
        time.sleep(1.5)  # one of them runs now
        filler = fill(folder, leave)
        answers = [ask(server, headers) for _ in range(6)]
        refused = Counter(f"{each.status_code} {each.json().get('code', 'accepted')}" for each in answers)
        sentences = {each.json()["detail"] for each in answers if each.status_code != 202}
        jobs += [each.json()["job_id"] for each in answers if each.status_code == 202]
        reads = Counter(httpx.get(f"{server.url}/api/v1/contents", headers=headers, timeout=30).status_code
                        for _ in range(5))
        time.sleep(5)
        filler.unlink()
        states = ended(server, headers, jobs)
        after = ask(server, headers)
        last = ended(server, headers, [after.json()["job_id"]]) if after.status_code == 202 else after.text
    finally:
        server.kill()
    return {"refused": dict(refused), "sentences": sentences, "reads": dict(reads), "jobs": dict(states),
            "afterwards": dict(last), **check(f"sqlite:///{data / 'adgen.db'}", data / "images")}


def main() -> int:
    """Two scenes: below the reserve, and not a byte left."""
    status = 0
    for title, least, leave in (("below ADGEN_MIN_FREE_MB", "16", 8 * 2**20), ("not a byte left", "0", 0)):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "disk"
            folder.mkdir()
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "tmpfs", str(folder)], check=True)
            try:
                found = scene(folder, least, leave)
            finally:
                subprocess.run(["umount", "-l", str(folder)], check=True)
        print(title, found, flush=True)
        whole = not (found["files missing or truncated"] or found["damage"] or found["rows without a parent"])
        promised = set(found["refused"]) <= {"507 disk_full", "202 accepted"} and found["afterwards"] == {"done": 1}
        status |= not (whole and promised and set(found["reads"]) == {200})
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
