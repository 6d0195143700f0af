"""Seconds of an ad, from the request to the answer of ``POST /contents/generate``, over the real app.

    python benchmarks/overhead.py [runs]

Case 1 is the built-in engine and writer as a bare machine has them: two posters, copy, 1024² picture (required: ≤ 5 s
on 2 cores). Case 2 is the old system's work: a stand-in engine that gives 1024² of noise, no posters; what remains
after the engine's own time is our overhead (the old system: 0.280 s measured; required: ≤ 0.140 s).
"""

import multiprocessing
import statistics
import sys
import tempfile
import time
from pathlib import Path

import httpx
import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from adgen.brief import GeneratedImage, ImageRequest, OnStep
from adgen.config import Settings
from adgen.copywriters.choice import CopyOptions, choose
from adgen.engines.base import AlwaysReady
from adgen.services import build_services
from adgen.studio import Studio
from adgen.worker import Worker
from tests.conftest import running


class NoiseEngine(AlwaysReady):
    """The worst picture for an encoder, at once."""

    name, model, ai, redraws, default_steps = "noise", None, False, False, None

    def generate(self, request: ImageRequest, on_step: OnStep) -> GeneratedImage:
        """Noise of ``request.seed``."""
        size = (request.height, request.width, 3)
        image = Image.fromarray(np.random.default_rng(request.seed).integers(0, 256, size, dtype=np.uint8))
        return GeneratedImage(image, self.name, None, request.seed, None, image.size, False)


def work(data_dir: str) -> None:
    """The worker process with the stand-in."""
    services = build_services(Settings(_env_file=None, ADGEN_DATA_DIR=data_dir))
    Worker(services, Studio(NoiseEngine(), choose(CopyOptions()), services.files)).run()


def measure(title: str, runs: int, stand_in: bool) -> None:
    """One row: whole seconds, and what remains without the engine."""
    mode = "external" if stand_in else "process"
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "data", ADGEN_WORKER=mode) as server:
        headers = server.register("owner@example.com")
        if stand_in:
            multiprocessing.Process(target=work, args=(str(server.data_dir),), daemon=True).start()
        body = {"project_id": 1, "ad_description": "가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.",
                **({"channels": []} if stand_in else {})}
        whole, around = [], []
        for run in range(runs + 1):
            begun = time.perf_counter()
            answer = httpx.post(f"{server.url}/api/v1/contents/generate", json={**body, "seed": run}, headers=headers,
                                timeout=120).raise_for_status().json()
            seconds = time.perf_counter() - begun
            times = httpx.get(f"{server.url}/api/v1/contents/{answer['content_id']}", headers=headers)
            if run:  # the first warms fonts and pages
                whole.append(seconds)
                around.append(seconds - times.json()["ai_config"]["timings"]["picture"])
        print(f"{title:34} n={runs}  whole: median {statistics.median(whole):.3f} s, max {max(whole):.3f} s   "
              f"without engine: median {statistics.median(around):.3f} s")


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    measure("built-in, two posters and copy", count, stand_in=False)
    measure("1024² noise, no posters", count, stand_in=True)
