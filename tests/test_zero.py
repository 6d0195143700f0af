"""FLUX on ZeroGPU: the decision, the engine across a real fork, what ZeroGPU refuses, and jobs inside events."""

import importlib.util
import multiprocessing
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import gradio as gr
import numpy as np
import pytest
import torch
from PIL import Image

from adgen import accounts, leases, ui
from adgen.brief import GeneratedImage, ImageRequest, OnStep
from adgen.config import Settings
from adgen.copywriters.choice import CopyOptions
from adgen.copywriters.choice import choose as choose_writer
from adgen.engines.base import Engine
from adgen.engines.choice import EngineOptions, choose
from adgen.engines.flux import FluxEngine, FluxOptions
from adgen.engines.flux.loading import LoadedFlux
from adgen.engines.flux.painting import Painted, Task
from adgen.engines.flux.zero import HERE, Outcome, ZeroFluxEngine, paint, seconds
from adgen.engines.illustration import IllustrationEngine
from adgen.engines.zerogpu import HUNG_UP, refusal
from adgen.errors import EngineError, EngineUnavailable, JobCancelled, JobNotFound
from adgen.forms import AdRequest, Register
from adgen.services import Services
from adgen.studio import Studio
from adgen.ui.create import Making
from adgen.worker import LEFT_ALONE, Worker

from .conftest import HASHED, PASSWORD, ROOT
from .test_worker import PlainEngine
from .tiny_flux import no_gpu_needed, saved  # noqa: F401  # fixtures

pytestmark = [pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
              pytest.mark.filterwarnings("ignore::ResourceWarning"),
              pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
REQUEST = ImageRequest("a cup of coffee in warm light", seed=7, width=100, height=132)
VISITOR: ContextVar[str] = ContextVar("visitor", default="nobody")
OVER_QUOTA = ("You have exceeded your free ZeroGPU quota (18s requested vs. 0s left). Try again in 3:19:31. ")


def quiet(_done: int, _total: int, _preview: Image.Image | None) -> None:
    """Nobody looks."""


def zero_error(message: str, title: str = "ZeroGPU quota exceeded") -> gr.Error:
    """As ``spaces.zero.gradio.error`` makes it."""
    return gr.Error(message, title=title, print_exception=False)


class Forked:
    """Calls in a process forked for each, as spaces does: arguments and results are pickled, an exception comes back as
    the name of its class."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, task: Task) -> Outcome:
        self.calls += 1
        context = multiprocessing.get_context("fork")
        asked, answered = context.SimpleQueue(), context.SimpleQueue()

        def work() -> None:
            try:
                answered.put(paint(asked.get()))
            except Exception as error:  # crosses by name only
                answered.put(type(error).__name__)

        process = context.Process(target=work)
        process.start()
        asked.put(task)
        outcome = answered.get()
        process.join()
        if isinstance(outcome, str):
            raise zero_error(outcome, "ZeroGPU worker error")
        made: Outcome = outcome
        return made


@pytest.fixture(scope="module", autouse=True)
def nothing_left() -> Iterator[None]:
    """What this module's pictures leave in the process is not there for the next."""
    yield
    HERE.flux = HERE.kit = None


@pytest.fixture
def engine(folder: Path) -> ZeroFluxEngine:
    HERE.flux = HERE.kit = None
    engine = ZeroFluxEngine(FluxOptions(model=str(folder), device="cpu"), call=Forked())
    engine.prepare()
    return engine


@pytest.fixture
def owner(services: Services) -> int:
    return account(services)


def account(services: Services, email: str = "a@example.com") -> int:
    with services.writing() as session:
        form = Register(email=email, password=PASSWORD, brand_name="달무리 커피", trade="cafe")
        return accounts.register(session, form, HASHED).id


def ask(**fields: Any) -> AdRequest:
    return AdRequest(**{"project_id": 1, "ad_description": "고구마 라떼 4,900원", "width": 256, "height": 256,
                        "channels": [], **fields})


# The decision.

@pytest.mark.parametrize(("said", "expected"), [
    ("true", True), ("True", True), ("1", True), ("t", True), ("false", False), ("0", False), ("yes", False)])
def test_zero_gpu_is_what_spaces_takes_it_for(monkeypatch: pytest.MonkeyPatch, said: str, expected: bool) -> None:
    monkeypatch.setenv("SPACES_ZERO_GPU", said)
    assert Settings(_env_file=None).zero_gpu is expected


def test_on_zero_gpu_flux_is_chosen_without_looking_for_a_card() -> None:
    def never() -> bool:
        raise AssertionError("the driver was asked")

    chosen = choose(EngineOptions(zero_gpu=True), never)
    assert chosen.name == "flux" and "ZeroGPU" in chosen.reason_ko and "ZeroGPU" in chosen.reason_en
    assert choose(EngineOptions(zero_gpu=True, engine="illustration"), never).name == "illustration"


# The engine.

def test_it_is_an_engine_and_says_how_it_stands(engine: ZeroFluxEngine) -> None:
    seam: Engine = engine
    assert (seam.name, seam.ai, seam.redraws, seam.varies, seam.default_steps) == ("flux", True, False, True, 4)
    assert seam.status().state == "ready" and seam.status().facts["residency"] == "nf4"
    seam.release()
    assert seam.status().state == "ready"


def test_the_same_picture_as_on_a_gpu_of_ones_own(engine: ZeroFluxEngine, folder: Path) -> None:
    made = engine.generate(REQUEST, quiet)
    own = FluxEngine(FluxOptions(model=str(folder), device="cpu", residency="nf4"))
    expected = own.generate(REQUEST, quiet)
    own.release()
    assert np.array_equal(np.asarray(made.image), np.asarray(expected.image))
    assert (made.engine, made.model, made.steps, made.generated_size) == ("flux", str(folder), 4, (112, 144))
    assert set(made.timings) == {"wait", "encode", "denoise", "decode"} and made.settings["zero_gpu"] is True
    assert HERE.kit is None, "the web process painted"


def test_a_start_picture_crosses_the_fork(engine: ZeroFluxEngine) -> None:
    from_blue = ImageRequest("coffee", seed=1, width=64, height=64, init=Image.new("RGB", (64, 64), "blue"),
                             strength=0.5)
    from_red = ImageRequest("coffee", seed=1, width=64, height=64, init=Image.new("RGB", (64, 64), "red"),
                            strength=0.5)
    blue, red = engine.generate(from_blue, quiet), engine.generate(from_red, quiet)
    assert not np.array_equal(np.asarray(blue.image), np.asarray(red.image)) and blue.settings["strength"] == 0.5


def test_a_cancellation_counts_before_the_gpu_is_asked_for(folder: Path) -> None:
    call = Forked()
    engine = ZeroFluxEngine(FluxOptions(model=str(folder), device="cpu"), call=call)

    def cancelled(*_: Any) -> None:
        raise JobCancelled

    with pytest.raises(JobCancelled):
        engine.generate(REQUEST, cancelled)
    assert call.calls == 0


def test_out_of_memory_is_tried_once_more_in_tiles(engine: ZeroFluxEngine) -> None:
    assert HERE.flux is not None
    vae = HERE.flux.pipe.vae

    def full(_module: Any, _inputs: Any) -> None:
        if not vae.use_tiling:
            raise torch.OutOfMemoryError("CUDA out of memory.")

    hook = vae.decoder.register_forward_pre_hook(full)
    assert engine.generate(REQUEST, quiet).settings["vae_tiling"] is True
    hook.remove()
    assert engine.generate(REQUEST, quiet).settings["vae_tiling"] is False


def raising(error: Exception) -> Callable[..., None]:
    def fail(*_: Any) -> None:
        raise error

    return fail


@pytest.mark.parametrize(("error", "said"), [
    (torch.OutOfMemoryError("CUDA out of memory."), "그래픽 메모리"),
    (RuntimeError("CUDA error: no kernel image is available"), "PyTorch"),
    (RuntimeError("CUDA error: an illegal memory access was encountered"), "다시 해 주세요"),
])
def test_what_breaks_in_the_forked_process_is_a_sentence_here(engine: ZeroFluxEngine, error: Exception,
                                                              said: str) -> None:
    assert HERE.flux is not None
    hook = HERE.flux.pipe.transformer.register_forward_pre_hook(raising(error))
    with pytest.raises(EngineError, match=said):
        engine.generate(REQUEST, quiet)
    hook.remove()
    assert engine.generate(REQUEST, quiet).image.size == (100, 132), "the next call is served"


def test_what_could_not_be_loaded_before_launch_stays_so(tmp_path: Path) -> None:
    engine = ZeroFluxEngine(FluxOptions(model=str(tmp_path / "nothing"), device="cpu"), call=Forked())
    for _ in range(2):
        with pytest.raises(EngineUnavailable, match="폴더가 없어요"):
            engine.prepare()
    assert engine.status().state == "failed"
    with pytest.raises(EngineUnavailable, match="폴더가 없어요"):
        engine.generate(REQUEST, quiet)


@pytest.mark.parametrize(("size", "steps", "least", "most"), [
    ((512, 512), 4, 10, 10), ((1024, 1024), 4, 10, 15), ((1024, 1024), 12, 15, 25), ((2048, 2048), 12, 40, 60)])
def test_the_time_asked_for_is_short(size: tuple[int, int], steps: int, least: int, most: int) -> None:
    asked = seconds(Task("a", 1, size, steps))
    assert isinstance(asked, int) and least <= asked <= most
    assert seconds(Task("a", 1, size, steps, Image.new("RGB", (8, 8)), 0.5)) <= asked


def test_a_page_that_was_closed_does_not_stop_its_job() -> None:
    seen: list[str] = []

    def hung_up_once(_task: Task) -> Outcome:
        seen.append(VISITOR.get())
        if len(seen) == 1:
            raise RuntimeError(f"{HUNG_UP} while queueing")
        return Painted(Image.new("RGB", (64, 64)), {"denoise": 0.1}, {})

    VISITOR.set("visitor")
    engine = ZeroFluxEngine(FluxOptions(model="tiny", device="cpu"), loaded_as("tiny"), hung_up_once)
    assert engine.generate(ImageRequest("a", 1, 64, 64), quiet).image.size == (64, 64)
    assert seen == ["visitor", "nobody"]


def loaded_as(name: str) -> Any:
    """A reader whose pipeline nobody looks into."""
    return lambda *_: LoadedFlux(None, torch.device("cpu"), torch.bfloat16, {}, revision=name)


# What ZeroGPU refuses.

@pytest.mark.parametrize(("error", "reason", "korean", "english"), [
    (zero_error(OVER_QUOTA), "quota", "3시간 20분 뒤에 다시", "in 3 h 20 min"),
    (zero_error("You have exceeded your ZeroGPU quota (60s requested vs. 3s left). Try again in 1 day, 0:00:30. "),
     "quota", "24시간 1분 뒤에", "in 24 h 1 min"),
    (zero_error("You have exceeded your ZeroGPU runs limit. "), "runs", "잠시 뒤에", "in a moment"),
    (zero_error("Space app has reached its GPU limit. Try re-running outside of examples if it happened after "
                "clicking one"), "space_quota", "이 Space의 오늘 GPU 시간이 다 됐어요", "This Space's GPU time"),
    (zero_error("The requested GPU duration (90s) is larger than the maximum allowed", "ZeroGPU illegal duration"),
     "duration", "단계 수를 줄여", "fewer steps"),
    (zero_error("No GPU was available after 60s. Try re-running outside of examples"), "busy", "빈 GPU가 없어요",
     "No GPU is free"),
    (zero_error("No GPU was available", "ZeroGPU client error"), "busy", "빈 GPU가 없어요", "No GPU is free"),
    (zero_error("Expired ZeroGPU proxy token", "ZeroGPU client error"), "token", "새로 고친", "Reload"),
    (zero_error("GPU task aborted", "ZeroGPU worker error"), "duration", "크기나 단계 수", "smaller size"),
    (zero_error("You have too many ZeroGPU credits allocated to running tasks. ", "ZeroGPU pending credits exceeded"),
     "credits", "아직 끝나지 않았어요", "still running"),
    (RuntimeError("ZeroGPU API /schedule error: 500 {x}"), "zero_gpu", "대답하지 않아요", "does not answer"),
])
def test_every_refusal_says_what_to_do(error: Exception, reason: str, korean: str, english: str) -> None:
    told = refusal(error)
    assert isinstance(told, EngineUnavailable) and told.details["reason"] == reason
    assert korean in told.say() and english in told.say("en")


def test_a_painting_that_broke_is_no_lack_of_a_gpu() -> None:
    told = refusal(zero_error("AcceleratorError", "ZeroGPU worker error"))
    assert not isinstance(told, EngineUnavailable) and told.code == "generation_failed"


# Jobs inside events.

class Noting(PlainEngine):
    """Remembers in which thread and for which visitor it painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, str]] = []

    def generate(self, request: ImageRequest, on_step: OnStep) -> GeneratedImage:
        self.seen.append((threading.current_thread().name, VISITOR.get()))
        return super().generate(request, on_step)


def working_on(services: Services, engine: Any, spare: Engine | None = None) -> Worker:
    worker = Worker(services, Studio(engine, choose_writer(CopyOptions()), services.files, spare))
    worker.set_up()
    services.doorbell.here = worker.here
    return worker


def test_a_job_runs_in_the_thread_of_its_event(services: Services, owner: int) -> None:
    engine = Noting()
    worker = working_on(services, engine)
    VISITOR.set("visitor")
    job_id = services.submit(owner, ask(seed=1))
    worker.here(job_id)
    assert services.job(owner, job_id)["state"] == "done"
    assert engine.seen == [(threading.current_thread().name, "visitor")]
    worker.here(job_id)
    worker.here("0" * 32)
    assert len(engine.seen) == 1, "a job that ended, or that nobody asked for, was run"


def test_programs_do_not_wait_and_keep_their_visitor(services: Services, owner: int) -> None:
    engine = Noting()
    working_on(services, engine)
    VISITOR.set("program")
    job_id = services.submit(owner, ask(seed=1))
    services.start_here(job_id)
    [thread] = [one for one in threading.enumerate() if one.name.startswith("here-")]
    thread.join(20)
    assert services.job(owner, job_id)["state"] == "done" and engine.seen[0][1] == "program"


def test_a_quota_that_is_used_up_falls_back_and_says_why(services: Services, owner: int) -> None:
    engine = ZeroFluxEngine(FluxOptions(model="tiny", device="cpu"), loaded_as("tiny"), raising(zero_error(OVER_QUOTA)))
    worker = working_on(services, engine, IllustrationEngine())
    job_id = services.submit(owner, ask(seed=1))
    worker.here(job_id)
    made = services.content(owner, services.job(owner, job_id)["content_id"])
    assert made["engine"] == "illustration" and made["image_ai"] is False
    assert "3시간 20분 뒤에" in made["ai_config"]["engine_reason"]
    assert "in 3 h 20 min" in made["ai_config"]["engine_reason_en"]


def test_the_hands_leave_fresh_jobs_to_their_events(services: Services, owner: int) -> None:
    job_id = services.submit(owner, ask(seed=1))
    with services.writing() as session:
        assert leases.claim(session, "hand", leases.Terms(60, 3, waited=LEFT_ALONE)) is None
        assert leases.claim(session, "hand", leases.Terms(60, 3)) is not None
        assert leases.claim_one(session, "event", 60, job_id) is None, "it was taken"


def test_the_hands_take_what_no_event_took(make_services: Callable[..., Services]) -> None:
    services = make_services(SPACES_ZERO_GPU=True)
    owner = account(services)
    job_id = services.submit(owner, ask(seed=1))
    with services.writing() as session:
        session.connection().exec_driver_sql("UPDATE jobs SET created_at = datetime(created_at, '-1 minute')")
    worker = working_on(services, Noting())
    thread = threading.Thread(target=worker.run)
    thread.start()
    for _ in range(400):
        if services.job(owner, job_id)["state"] == "done":
            break
        threading.Event().wait(0.05)
    worker.stop()
    thread.join(20)
    assert services.job(owner, job_id)["state"] == "done"


def test_the_page_runs_its_jobs_in_queued_events(services: Services, owner: int) -> None:
    before = [fn.name for fn in ui.build_ui(services).fns.values() if fn.name == "work"]
    engine = Noting()
    working_on(services, engine)
    works = [fn for fn in ui.build_ui(services).fns.values() if fn.name == "work"]
    assert before == [] and len(works) == 4
    assert all(fn.queue and fn.api_visibility == "private" and fn.concurrency_limit == 16 for fn in works)
    job_id, request = services.submit(owner, ask(seed=1)), gr.Request(username=f"{owner}:all", headers={})
    Making(services).work(request, job_id)
    assert services.job(owner, job_id)["state"] == "done" and len(engine.seen) == 1
    stranger = gr.Request(username=f"{account(services, 'b@example.com')}:all", headers={})
    with pytest.raises(gr.Error) as refused:
        Making(services).work(stranger, services.submit(owner, ask(seed=2)))
    assert refused.value.title == JobNotFound.code and len(engine.seen) == 1


# The package itself.

UNCHANGED = "from adgen.engines.zerogpu import on_gpu; f = lambda task: task; print(on_gpu(lambda task: 10)(f) is f)"


@pytest.mark.skipif(importlib.util.find_spec("spaces") is None, reason="the package spaces is not installed")
def test_with_spaces_outside_zero_gpu_nothing_changes() -> None:
    """``app`` imports spaces, and that brings no torch and wraps nothing."""
    script = f"import app, sys; assert 'spaces' in sys.modules and 'torch' not in sys.modules; {UNCHANGED}"
    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["True"]


def test_without_spaces_nothing_changes() -> None:
    script = f"import sys; sys.modules['spaces'] = None; {UNCHANGED}"
    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["True"]
