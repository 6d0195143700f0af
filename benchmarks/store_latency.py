"""p95 of ``GET /api/v1/stores`` over the real app: while an engine takes 5 s, and while ads render without pause.

    python benchmarks/store_latency.py

Starts ``app.py`` twice on a free port with ``ADGEN_WORKER=external``; the worker is a process of this script. Prints
one row a case. The requirement is p95 ≤ 50 ms.
"""

import multiprocessing
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

import httpx
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from adgen.brief import GeneratedImage, ImageRequest, OnStep
from adgen.config import Settings
from adgen.copywriters.choice import CopyOptions, choose
from adgen.engines.illustration import IllustrationEngine
from adgen.services import build_services
from adgen.studio import Studio
from adgen.worker import Worker
from tests.conftest import running

SECONDS = 20.0


class SlowEngine:
    """A stand-in for a model: five seconds of waiting, as for a GPU, then one colour."""

    name, model, ai, redraws, default_steps = "slow", None, False, False, 4

    def generate(self, request: ImageRequest, on_step: OnStep) -> GeneratedImage:
        """Four steps of 1.25 s."""
        image = Image.new("RGB", (request.width, request.height), "#886644")
        for step in range(4):
            time.sleep(1.25)
            on_step(step + 1, 4, None)
        return GeneratedImage(image, self.name, None, request.seed, 4, image.size, False)


def work(data_dir: str, slow: bool) -> None:
    """The worker process."""
    services = build_services(Settings(_env_file=None, ADGEN_DATA_DIR=data_dir))
    engine = SlowEngine() if slow else IllustrationEngine()
    Worker(services, Studio(engine, choose(CopyOptions()), services.files)).run()


def keep_busy(url: str, headers: dict[str, str], stop: threading.Event) -> None:
    """Keep three jobs in the queue."""
    project = httpx.get(f"{url}/api/v1/projects", headers=headers).json()[0]["id"]
    body = {"project_id": project, "ad_description": "가을 한정 고구마 라떼 4,900원"}
    while not stop.wait(0.2):
        waiting = httpx.get(f"{url}/api/v1/jobs?state=queued", headers=headers, timeout=30).json()
        if len(waiting) < 3:
            httpx.post(f"{url}/api/v1/jobs", json=body, headers=headers, timeout=30)


def measure(slow: bool) -> list[float]:
    """Milliseconds of each answer."""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "data", ADGEN_WORKER="external") as server:
        headers = server.register("owner@example.com")
        worker = multiprocessing.Process(target=work, args=(str(server.data_dir), slow), daemon=True)
        worker.start()
        stop = threading.Event()
        feeder = threading.Thread(target=keep_busy, args=(server.url, headers, stop))
        feeder.start()
        times = []
        with httpx.Client(headers=headers, timeout=30) as client:
            wait_for_work(client, server.url)
            end = time.monotonic() + SECONDS
            while time.monotonic() < end:
                begun = time.perf_counter()
                client.get(f"{server.url}/api/v1/stores").raise_for_status()
                times.append((time.perf_counter() - begun) * 1000)
                time.sleep(0.02)
            done = len(client.get(f"{server.url}/api/v1/jobs?state=done&limit=500").json())
        stop.set()
        feeder.join()
        worker.kill()
        print(f"  ads finished meanwhile: {done}")
        return times


def wait_for_work(client: httpx.Client, url: str) -> None:
    """Until a job runs."""
    while not client.get(f"{url}/api/v1/jobs?state=running").json():
        time.sleep(0.1)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    for title, slow in (("engine takes 5 s", True), ("ads render without pause", False)):
        times = sorted(measure(slow))
        p95 = times[int(len(times) * 0.95)]
        print(f"{title:26} n={len(times):4}  p50={statistics.median(times):6.1f} ms  p95={p95:6.1f} ms  "
              f"max={times[-1]:6.1f} ms")
