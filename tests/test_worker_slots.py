"""The worker with an engine that takes several pictures at once, loads, unloads, breaks, and starts from a picture."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from adgen import accounts
from adgen.brief import GeneratedImage, ImageRequest, OnStep
from adgen.engines.base import EngineStatus
from adgen.errors import EngineUnavailable, InvalidInput, PoisonedDevice
from adgen.forms import AdRequest, Register, parse
from adgen.services import Services
from adgen.supervisor import cards

from .conftest import HASHED, PASSWORD, ROOT
from .test_worker import PlainEngine, Running, ended, request, until


class Card(PlainEngine):
    """An engine of the seam that has weights: three at once, a gate before each picture, and it remembers."""

    varies, slots = True, 3

    def __init__(self, **fields: Any) -> None:
        super().__init__(**fields)
        self.asked: list[ImageRequest] = []
        self.together = threading.Barrier(3)
        self.loading, self.loaded, self.released = threading.Event(), threading.Event(), threading.Event()
        self.loading.set()
        self.alone = True

    def status(self) -> EngineStatus:
        if self.loaded.is_set():
            return EngineStatus("ready", "올라 있어요.", "Loaded.", facts={"residency": "nf4"})
        return EngineStatus("loading", "올리고 있어요. 37%", "Loading, 37%.", progress=0.37)

    def prepare(self) -> None:
        assert self.loading.wait(20)
        self.loaded.set()

    def release(self) -> None:
        self.loaded.clear()
        self.released.set()

    def generate(self, request: ImageRequest, on_step: OnStep) -> GeneratedImage:
        self.asked.append(request)
        self.prepare()
        if not self.alone:
            self.together.wait(20)
        return super().generate(request, on_step)


@pytest.fixture
def owner(services: Services) -> int:
    with services.writing() as session:
        form = Register(email="a@example.com", password=PASSWORD, brand_name="달무리 커피", trade="cafe")
        return accounts.register(session, form, HASHED).id


def small(**fields: Any) -> AdRequest:
    return request(**{"width": 256, "height": 256, "channels": [], **fields})


def test_as_many_jobs_at_once_as_the_engine_has_slots(make_services: Any) -> None:
    services = make_services(ADGEN_MAX_RUNNING_PER_USER=3)
    with services.writing() as session:
        form = Register(email="a@example.com", password=PASSWORD, brand_name="달무리 커피", trade="cafe")
        owner = accounts.register(session, form, HASHED).id
    engine = Card()
    engine.alone = False  # no picture is begun before three are asked for
    ids = [services.submit(owner, small(seed=seed)) for seed in range(3)]
    with Running(services, engine):
        assert all(until(services, owner, job_id, ended)["state"] == "done" for job_id in ids)
    assert sorted(one.seed for one in engine.asked) == [0, 1, 2]


def test_loading_is_told_to_who_waits_and_in_health(services: Services, owner: int) -> None:
    engine = Card()
    engine.loading.clear()
    job_id = services.submit(owner, small(seed=1))
    with Running(services, engine):
        waiting = until(services, owner, job_id, lambda view: (view["engine"] or {}).get("ko"))
        assert waiting["engine"] == {"state": "loading", "ko": "올리고 있어요. 37%", "en": "Loading, 37%.",
                                     "progress": 0.37}
        engine.loading.set()
        assert until(services, owner, job_id, ended)["engine"] is None


def test_an_idle_engine_gives_its_memory_back_and_the_next_job_loads_again(make_services: Any) -> None:
    services = make_services(ADGEN_IDLE_UNLOAD=0.2)
    with services.writing() as session:
        owner = accounts.register(session, Register(email="b@example.com", password=PASSWORD, brand_name="가게",
                                                    trade="cafe"), HASHED).id
    engine = Card()
    with Running(services, engine):
        assert until(services, owner, services.submit(owner, small(seed=1)), ended)["state"] == "done"
        assert engine.released.wait(20)
        assert until(services, owner, services.submit(owner, small(seed=2)), ended)["state"] == "done"


def test_without_preload_nothing_is_loaded_before_a_job(make_services: Any) -> None:
    services = make_services(ADGEN_PRELOAD=False)
    engine = Card()
    with Running(services, engine) as running:
        threading.Event().wait(0.3)
        assert not engine.loaded.is_set() and running.error is None


def test_a_lost_gpu_ends_the_worker_and_no_job(services: Services, owner: int) -> None:
    engine = Card(fault=PoisonedDevice())
    ids = [services.submit(owner, small(seed=seed)) for seed in range(2)]
    with Running(services, engine) as running:
        running.thread.join(20)
        assert isinstance(running.error, PoisonedDevice)
    with Running(services, Card()):
        assert all(until(services, owner, job_id, ended)["state"] == "done" for job_id in ids)


def test_an_engine_that_cannot_be_loaded_says_so_and_the_worker_lives(services: Services, owner: int) -> None:
    class Broken(Card):
        def prepare(self) -> None:
            raise EngineUnavailable("디스크가 가득 찼어요.", "The disk is full.")

    with Running(services, Broken()) as running:
        view = until(services, owner, services.submit(owner, small(seed=1)), ended)
        assert view["error"]["detail"] == "디스크가 가득 찼어요." and running.error is None


def test_a_variation_starts_from_the_ad_s_own_picture_without_words(services: Services, owner: int) -> None:
    engine = Card()
    with Running(services, engine):
        first = until(services, owner, services.submit(owner, small(seed=1)), ended)["content_id"]
        form = small(seed=2, vary="subtle", vary_content_id=first)
        second = services.content(owner, until(services, owner, services.submit(owner, form), ended)["content_id"])
        strong = services.submit(owner, small(seed=2, vary="strong", vary_content_id=first))
        until(services, owner, strong, ended)
    start = engine.asked[1].init
    assert isinstance(start, Image.Image) and start.size == (256, 256) and engine.asked[1].strength == 0.5
    assert start.getpixel((5, 5)) == (0x88, 0x66, 0x44) and engine.asked[0].init is None
    assert engine.asked[2].strength == 0.75 and second["ai_config"]["request"]["vary"] == "subtle"


def test_engines_that_paint_only_anew_say_so(services: Services, owner: int) -> None:
    with Running(services, PlainEngine()):
        first = until(services, owner, services.submit(owner, small(seed=1)), ended)["content_id"]
        form = small(seed=2, vary="strong", vary_content_id=first)
        made = services.content(owner, until(services, owner, services.submit(owner, form), ended)["content_id"])
    assert "vary" in made["ai_config"]["ignored"]


def test_a_variation_needs_something_to_vary() -> None:
    with pytest.raises(InvalidInput, match="vary_content_id"):
        parse(AdRequest, project_id=1, ad_description="라떼", vary="subtle")


@pytest.mark.parametrize(("engine", "count", "visible", "expected"), [
    ("auto", 0, "", [""]), ("auto", 1, "", [""]), ("auto", 3, "", ["0", "1", "2"]), ("flux", 2, "", ["0", "1"]),
    ("illustration", 4, "", [""]), ("hub", 2, "", [""]), ("auto", 2, "5, GPU-abc", ["5", "GPU-abc"]),
])
def test_one_worker_a_gpu(monkeypatch: pytest.MonkeyPatch, engine: str, count: int, visible: str,
                          expected: list[str]) -> None:
    if visible:
        monkeypatch.setenv("CUDA_VISIBLE_DEVICES", visible)
    else:
        monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    assert cards(engine, lambda: count) == expected


def test_an_engine_is_unloaded_on_demand(services: Services, owner: int) -> None:
    engine = Card()
    with Running(services, engine) as running:
        assert until(services, owner, services.submit(owner, small(seed=1)), ended)["state"] == "done"
        running.worker.unload()
        assert engine.released.wait(20)
        assert until(services, owner, services.submit(owner, small(seed=2)), ended)["state"] == "done"


def test_a_worker_hears_what_its_supervisor_tells(tmp_path: Path) -> None:
    """The real process: it steps back for the page; a byte rings, "u" unloads, and the end of the pipe ends it."""
    command = [sys.executable, "-m", "adgen", "worker", "--watch-parent"]
    environment = {**os.environ, "ADGEN_DATA_DIR": str(tmp_path), "ADGEN_ENGINE": "illustration"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment, cwd=ROOT) as process:
        assert process.stdin is not None
        back = min(os.getpriority(os.PRIO_PROCESS, 0) + 1, 19)
        while os.getpriority(os.PRIO_PROCESS, process.pid) < back:
            assert process.poll() is None
            time.sleep(0.05)
        process.stdin.write(b".u.")
        process.stdin.close()
        assert process.wait(60) == 0
