"""The worker, end to end on the real engine and writer, and on engines that misbehave in known ways."""

import hashlib
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from adgen import accounts, projects
from adgen.brief import GeneratedImage, ImageRequest, OnStep
from adgen.copywriters.choice import CopyOptions, choose
from adgen.engines.base import AlwaysReady
from adgen.engines.illustration import IllustrationEngine
from adgen.errors import EngineError, EngineUnavailable, PoisonedDevice
from adgen.forms import AdRequest, Register
from adgen.models import ContentFile, Job, Project, now
from adgen.services import Services
from adgen.studio import Studio
from adgen.worker import Worker

from .conftest import HASHED, PASSWORD

pytestmark = pytest.mark.db


class PlainEngine(AlwaysReady):
    """A real engine of the seam that paints one colour in ``steps`` steps of ``pause`` seconds."""

    name, model, ai, redraws, default_steps = "plain", "plain-1", True, False, 4

    def __init__(self, pause: float = 0.0, fault: Exception | None = None) -> None:
        self.pause, self.fault, self.calls = pause, fault, 0

    def generate(self, request: ImageRequest, on_step: OnStep) -> GeneratedImage:
        self.calls += 1
        steps = request.steps or self.default_steps
        image = Image.new("RGB", (request.width, request.height), "#886644")
        for step in range(steps):
            time.sleep(self.pause)
            if self.fault:
                raise self.fault
            on_step(step + 1, steps, image)
        return GeneratedImage(image, self.name, self.model, request.seed, steps, image.size, True,
                              ignored=request.ignored)


@pytest.fixture
def owner(services: Services) -> int:
    with services.writing() as session:
        form = Register(email="a@example.com", password=PASSWORD, brand_name="달무리 커피", trade="cafe")
        return accounts.register(session, form, HASHED).id


def request(**fields: Any) -> AdRequest:
    return AdRequest(**{"project_id": 1, "ad_description": "가을 한정 고구마 라떼 4,900원", **fields})


class Running:
    """A worker in a thread."""

    def __init__(self, services: Services, engine: Any = None) -> None:
        studio = Studio(engine, choose(CopyOptions()), services.files) if engine else None
        self.worker = Worker(services, studio)
        self.error: BaseException | None = None
        self.thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        try:
            self.worker.run()
        except BaseException as error:
            self.error = error

    def __enter__(self) -> "Running":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.worker.stop()
        self.thread.join()


def until(services: Services, owner: int, job_id: str, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    for _ in range(1200):
        view = services.job(owner, job_id)
        if wanted(view):
            return view
        time.sleep(0.02)
    raise AssertionError(f"never happened; the job is {view}")


def ended(view: dict[str, Any]) -> bool:
    return view["state"] in ("done", "failed", "cancelled")


def test_a_whole_ad_without_gpu_and_keys(services: Services, owner: int) -> None:
    job_id = services.submit(owner, request(seed=7, width=640, height=480, steps=3, cfg=7.5))
    with Running(services):
        job = until(services, owner, job_id, ended)
    assert job["state"] == "done", job
    content = services.content(owner, job["content_id"])
    assert content["is_success"] and content["engine"] == "illustration" and content["text_model"] is None
    assert content["ai_generated"] is False and content["copy"]["headline"]
    assert content["ai_config"]["seed"] == 7 and content["ai_config"]["ignored"] == ["cfg", "steps"]
    sizes = {(f["variant"], f["width"], f["height"]) for f in content["files"]}
    assert sizes == {("main", 640, 480), ("base", 640, 480), ("instagram_portrait", 1080, 1350),
                     ("instagram_square", 1080, 1080)}
    for file in content["files"]:
        path = services.files.path(file["name"])
        assert hashlib.sha256(path.read_bytes()).hexdigest() == file["sha256"]
        with Image.open(path) as image:
            assert image.size == (file["width"], file["height"])
    with services.reading() as session:
        for file in session.scalars(select(ContentFile).where(ContentFile.variant != "base")):
            assert file.details["min_contrast"] >= 3.0


def test_same_seed_makes_the_same_ad_again(services: Services, owner: int) -> None:
    ids = [services.submit(owner, request(seed=seed, width=256, height=256)) for seed in (5, 5, 6)]
    with Running(services):
        views = [services.content(owner, until(services, owner, i, ended)["content_id"]) for i in ids]
    pixels = [{file["variant"]: Image.open(services.files.path(file["name"])).tobytes() for file in view["files"]}
              for view in views]
    assert pixels[0] == pixels[1] and pixels[0]["base"] != pixels[2]["base"]
    assert views[0]["copy"] == views[1]["copy"] != views[2]["copy"]


def test_progress_and_preview_are_on_the_row_and_cancel_stops_within_a_step(services: Services, owner: int) -> None:
    job_id = services.submit(owner, request(steps=12))
    engine = PlainEngine(pause=0.1)
    with Running(services, engine):
        seen = until(services, owner, job_id, lambda view: view["step"] >= 2)
        assert (seen["stage"], seen["steps"]) == ("drawing", 12)
        assert seen["preview"].startswith("data:image/jpeg;base64,") and 0 < seen["progress"] < 1
        services.cancel(owner, job_id)
        assert until(services, owner, job_id, ended)["state"] == "cancelled"
        assert until(services, owner, services.submit(owner, request(steps=1)), ended)["state"] == "done"
    assert engine.calls == 2
    with services.reading() as session:
        named = set(session.scalars(select(ContentFile.name)))
    assert {path.name for path in services.files.folder.iterdir()} == named


def test_a_generative_picture_is_labelled(services: Services, owner: int) -> None:
    job_id = services.submit(owner, request())
    with Running(services, PlainEngine()):
        job = until(services, owner, job_id, ended)
    content = services.content(owner, job["content_id"])
    assert content["image_ai"] and content["label_text"] and not content["copy_ai"]
    assert content["digital_source_type"].endswith("compositeWithTrainedAlgorithmicMedia")
    with Image.open(services.files.path(content["image_path"])) as image:
        assert "compositeWithTrainedAlgorithmicMedia" in image.info["XML:com.adobe.xmp"]


@pytest.mark.parametrize("fault", [EngineError("그림 서버가 쉬고 있어요."), RuntimeError("secret path /etc")])
def test_a_failing_engine_fails_the_job_with_a_sentence_and_the_worker_goes_on(services: Services, owner: int,
                                                                              fault: Exception) -> None:
    engine = PlainEngine(fault=fault)
    with Running(services, engine):
        job = until(services, owner, services.submit(owner, request()), ended)
        assert job["state"] == "failed" and job["error"]["code"] == "generation_failed"
        assert "secret" not in job["error"]["detail"] and job["error"]["detail"]
        content = services.content(owner, job["content_id"])
        assert not content["is_success"] and content["error_message"] == job["error"]["detail"]
        engine.fault = None
        assert until(services, owner, services.submit(owner, request()), ended)["state"] == "done"


def test_a_spare_engine_draws_when_the_chosen_one_cannot_and_says_why(services: Services, owner: int) -> None:
    studio = Studio(PlainEngine(fault=EngineUnavailable("GPU 메모리가 모자라요.")), choose(CopyOptions()),
                    services.files, spare=IllustrationEngine())
    running = Running(services)
    running.worker = Worker(services, studio)
    with running:
        job = until(services, owner, services.submit(owner, request()), ended)
    content = services.content(owner, job["content_id"])
    assert content["engine"] == "illustration" and not content["image_ai"] and not content["label_text"]
    assert content["ai_config"]["engine_reason"] == "GPU 메모리가 모자라요."


def test_stop_gives_the_job_back_unharmed(services: Services, owner: int) -> None:
    job_id = services.submit(owner, request(steps=12))
    with Running(services, PlainEngine(pause=0.1)):
        until(services, owner, job_id, lambda view: view["step"] >= 1)
    view = services.job(owner, job_id)
    assert (view["state"], view["attempts"]) == ("queued", 0)
    with Running(services, PlainEngine()):
        assert until(services, owner, job_id, ended)["state"] == "done"


def test_a_lost_gpu_ends_the_worker_and_the_job_survives(services: Services, owner: int) -> None:
    job_id = services.submit(owner, request())
    with Running(services, PlainEngine(fault=PoisonedDevice())) as first:
        first.thread.join(30)
    assert isinstance(first.error, PoisonedDevice)
    assert services.job(owner, job_id)["state"] == "queued"
    with Running(services, PlainEngine()):
        assert until(services, owner, job_id, ended)["state"] == "done"


def test_a_worker_that_lost_its_lease_leaves_nothing_behind(make_services: Callable[..., Services]) -> None:
    services = make_services(ADGEN_JOB_LEASE=5)
    with services.writing() as session:
        form = Register(email="a@example.com", password=PASSWORD, brand_name="가게")
        owner = accounts.register(session, form, HASHED).id
    job_id = services.submit(owner, request(steps=6))
    with Running(services, PlainEngine(pause=0.2)) as first:
        until(services, owner, job_id, lambda view: view["step"] >= 1)
        with services.writing() as session:
            session.get_one(Job, job_id).owner = "another"
        time.sleep(0.5)
        assert services.job(owner, job_id)["state"] == "running"
        with services.writing() as session:
            job = session.get_one(Job, job_id)
            job.owner, job.state = None, "queued"
        assert until(services, owner, job_id, ended)["state"] == "done"
        assert first.error is None
    with services.reading() as session:
        named = set(session.scalars(select(ContentFile.name)))
    assert {path.name for path in services.files.folder.iterdir()} == named


def test_deleting_a_campaign_cancels_its_jobs(services: Services, owner: int) -> None:
    job_id = services.submit(owner, request())
    with services.writing() as session:
        assert projects.delete(session, owner, 1)["deleted"] == {"contents": 0, "jobs": 1}
    assert services.job(owner, job_id)["state"] == "cancelled"


def test_a_campaign_that_vanished_fails_its_job(services: Services, owner: int) -> None:
    job_id = services.submit(owner, request())
    with services.writing() as session:
        session.get_one(Project, 1).deleted_at = now()
    with Running(services, PlainEngine()):
        job = until(services, owner, job_id, ended)
    assert (job["state"], job["error"]["code"]) == ("failed", "project_not_found")
    assert job["error"]["detail_en"].isascii()


def test_worker_says_which_engine_and_why(services: Services) -> None:
    with Running(services):
        for _ in range(200):
            rows = services.workers()
            if rows and rows[0].state == "ready":
                break
            time.sleep(0.05)
    assert rows[0].engine == "illustration" and rows[0].reason_ko and rows[0].reason_en
