"""Load: 100 signed-in owners reading and 20 asking for ads, against the real app with its worker.

    python benchmarks/load.py [seconds, 60 by default] [readers] [askers]

A reader asks for something every second, as a person does who looks through ads: lists, pictures, the queue. An asker
sends a job, watches it until it ends, and sends the next. Promised refusals (429, 503) are no errors. Run it on a
machine that does nothing else: `taskset -c 0,1` holds it and the app to two cores.
"""

import asyncio
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import aiohttp  # noqa: E402
from sqlalchemy import select  # noqa: E402

from adgen import accounts  # noqa: E402
from adgen.config import Settings  # noqa: E402
from adgen.forms import Register  # noqa: E402
from adgen.models import Project, Store, User  # noqa: E402
from adgen.services import build_services  # noqa: E402
from tests.conftest import HASHED, PASSWORD, running  # noqa: E402
from tests.small_api import finished  # noqa: E402

PROMISED = (429, 503)
READS = ("/api/v1/contents?limit=20", "/api/v1/projects", "/api/v1/users/me", "/api/v1/jobs", "/api/v1/stores")
ADS_BEFORE = 5
Owner = tuple[dict[str, str], int]


class Claimed:
    """What ``small_api.finished`` needs of a claim."""

    def __init__(self, project_id: int, number: int) -> None:
        self.job_id, self.project_id = f"before{number}", project_id
        self.request = {"ad_description": "딸기 케이크"}


def owners(folder: Path, count: int) -> list[Owner]:
    """``count`` accounts with a store, a campaign and a few ads: (headers, campaign)."""
    services = build_services(Settings(_env_file=None, **{"ADGEN_DATA_DIR": folder}))
    made: list[Owner] = []
    with services.writing() as session:
        for number in range(count):
            form = Register(email=f"owner{number}@example.com", password=PASSWORD, brand_name="달무리 커피",
                            trade="cafe", consent=True)
            user = accounts.register(session, form, HASHED)
            project = session.scalar(select(Project.id).join(Store).where(Store.user_id == user.id)) or 0
            for ad in range(ADS_BEFORE):
                session.add(finished(services, Claimed(project, number * ADS_BEFORE + ad)))  # type: ignore[arg-type]
            made.append(({}, project))
    with services.reading() as session:
        users = list(session.scalars(select(User).order_by(User.id)))
        made = [({"Authorization": f"Bearer {accounts.issue_token(user, services.secret, 600)}"}, project)
                for user, (_, project) in zip(users, made, strict=True)]
    services.close()
    services.database.dispose()
    return made


class Answer(NamedTuple):
    """What of an answer is looked at."""

    status: int
    again: float
    body: bytes


class Run:
    """What came back: statuses, and how long each kind of request took."""

    def __init__(self, web: aiohttp.ClientSession, until: float) -> None:
        self.web, self.until = web, until
        self.taken: dict[str, list[float]] = {}
        self.statuses: Counter[str] = Counter()
        self.jobs: Counter[str] = Counter()

    async def ask(self, kind: str, method: str, path: str, headers: dict[str, str], **more: Any) -> Answer | None:
        """One request; its answer, or None when the connection broke."""
        begun = time.perf_counter()
        try:
            async with self.web.request(method, path, headers=headers, **more) as answer:
                body = await answer.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            self.statuses[f"{kind} {type(error).__name__}"] += 1
            return None
        self.statuses[f"{kind} {answer.status}"] += 1
        self.taken.setdefault(kind, []).append(time.perf_counter() - begun)
        return Answer(answer.status, float(answer.headers.get("Retry-After", 1)), body)

    async def reader(self, owner: Owner, dice: random.Random) -> None:
        """Look through one's ads, one request a second."""
        await asyncio.sleep(dice.random())
        picture = ""
        while time.monotonic() < self.until:
            begun = time.monotonic()
            path = picture if picture and dice.random() < 0.2 else dice.choice(READS)
            answer = await self.ask("picture" if path == picture else "read", "GET", path, owner[0])
            if answer is not None and answer.status == 200 and "contents" in path and path != picture:
                picture = json.loads(answer.body)[0]["image_url"]
            await asyncio.sleep(max(1.0 - (time.monotonic() - begun), 0))

    async def asker(self, owner: Owner) -> None:
        """Ad after ad."""
        form = {"project_id": owner[1], "ad_description": "가을 한정 고구마 라떼 4,900원", "width": 512, "height": 512}
        while time.monotonic() < self.until:
            answer = await self.ask("job", "POST", "/api/v1/jobs", owner[0], json=form)
            if answer is None or answer.status >= 400:
                await asyncio.sleep(answer.again if answer is not None else 1.0)
                continue
            path, state = f"/api/v1/jobs/{json.loads(answer.body)['job_id']}", "queued"
            while state in ("queued", "running") and time.monotonic() < self.until:
                await asyncio.sleep(1.0)
                seen = await self.ask("read", "GET", path, owner[0])
                state = json.loads(seen.body)["state"] if seen is not None and seen.status == 200 else state
            self.jobs[state] += 1


def quantile(values: list[float], part: float) -> float:
    """In milliseconds."""
    return sorted(values)[int(part * (len(values) - 1))] * 1000 if values else 0.0


async def measure(url: str, everybody: list[Owner], askers: int, seconds: float) -> Run:
    """All at once, for so many seconds."""
    lines = aiohttp.TCPConnector(limit=0, keepalive_timeout=4)
    async with aiohttp.ClientSession(url, timeout=aiohttp.ClientTimeout(60), connector=lines) as web:
        run, dice = Run(web, time.monotonic() + seconds), random.Random(1)
        readers = [run.reader(owner, random.Random(dice.random())) for owner in everybody[askers:]]
        await asyncio.gather(*readers, *(run.asker(owner) for owner in everybody[:askers]))
    return run


def main(seconds: float, readers: int, askers: int) -> int:
    """The table; 0 when nothing failed but what was promised."""
    with tempfile.TemporaryDirectory() as folder:
        everybody = owners(Path(folder) / "data", readers + askers)
        with running(Path(folder) / "data", ADGEN_REQUESTS_PER_MINUTE="0") as server:
            run = asyncio.run(measure(server.url, everybody, askers, seconds))
    print(f"{seconds:g} s, {readers} readers, {askers} askers, {len(os.sched_getaffinity(0))} cores,"
          f" load {os.getloadavg()[0]:.1f} when it ended")
    for name, times in sorted(run.taken.items()):
        print(f"{name:9} {len(times):6d}   p50 {quantile(times, 0.5):6.0f} ms   p95 {quantile(times, 0.95):6.0f} ms"
              f"   p99 {quantile(times, 0.99):6.0f} ms")
    print("jobs     ", dict(run.jobs))
    failed = {name: count for name, count in run.statuses.items()
              if not (name.split()[1].isdigit() and (int(name.split()[1]) < 400 or int(name.split()[1]) in PROMISED))}
    print("answers  ", dict(sorted(run.statuses.items())))
    print("errors   ", failed or "none")
    return 1 if failed else 0


if __name__ == "__main__":
    given = [float(value) for value in sys.argv[1:]]
    seconds, readers, askers = (*given, *(60.0, 100.0, 20.0)[len(given):])
    sys.exit(main(seconds, int(readers), int(askers)))
