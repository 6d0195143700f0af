"""The words of a job: seen while they are written, the long ones written beside the picture, and never in its way."""

import io
import threading
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from adgen import accounts, editing
from adgen.brief import AdBrief, AdCopy, Caption, Headline, Note, PosterLines, Removed
from adgen.copywriters.base import UNWATCHED, Usage, Watch
from adgen.copywriters.builtin.writer import BuiltinCopywriter
from adgen.errors import JobCancelled
from adgen.forms import PosterEdit, Register
from adgen.models import ContentFile
from adgen.services import Services
from adgen.studio import Studio
from adgen.worker import Worker

from .conftest import HASHED, PASSWORD
from .test_worker import PlainEngine, Running, ended, request, until

SMALL: dict[str, Any] = {"width": 256, "height": 256, "channels": ["kakao_search_thumb"]}


class SlowWriter(BuiltinCopywriter):
    """A writer of the seam that is a model: it tells its words one by one, and its long texts wait for ``go``."""

    name = "openai"
    model = "tiny-1"

    def __init__(self, fault: Exception | None = None) -> None:
        super().__init__()
        self.fault, self.go, self.told, self.ended = fault, threading.Event(), threading.Event(), threading.Event()
        self.go.set()
        self.told.set()

    def write(self, brief: AdBrief, watch: Watch = UNWATCHED) -> AdCopy:
        copy = super().write(brief)
        assert watch.on_words and watch.meter and watch.meter.allows()
        watch.on_words("가을 한정")
        watch.on_words("가을 한정 고구마")  # sooner than half a second later: not worth a durable write
        self.told.wait(30)
        watch.meter.spend(Usage(1, 100, 50))
        return replace(copy, writer="openai", model="tiny-1", headlines=(Headline(copy.headline, "news"),),
                       note="살폈어요.", note_en="Looked at.",
                       captions={**copy.captions, "lms": replace(copy.captions["lms"], title="소식", writer="builtin")},
                       removed=(Removed("sms", "전국 1위예요.", Note("근거가 없어요.", "No ground.")),))

    def extend(self, brief: AdBrief, copy: AdCopy, watch: Watch = UNWATCHED) -> AdCopy:
        try:
            while not self.go.wait(0.02):
                if watch.on_words:
                    watch.on_words("긴 글")
        except JobCancelled:
            self.ended.set()
            raise
        if self.fault:
            raise self.fault
        return replace(copy, captions={**copy.captions, "naver_blog": Caption("긴 글이에요.", ("가을",), "제목")},
                       translations={"en": PosterLines("Sweet potato latte", sounded=("Dalmuri",))})


@pytest.fixture
def owner(services: Services) -> int:
    with services.writing() as session:
        form = Register(email="a@example.com", password=PASSWORD, brand_name="달무리 커피", trade="cafe")
        return accounts.register(session, form, HASHED).id


def running(services: Services, writer: SlowWriter, pause: float = 0.0) -> Running:
    made = Running(services)
    made.worker = Worker(services, Studio(PlainEngine(pause), writer, services.files))
    return made


def test_everything_written_is_kept_and_follows_into_a_new_version(services: Services, owner: int) -> None:
    job_id = services.submit(owner, request(seed=7, ground="통계청, 2026년, 서울", **SMALL))
    with running(services, SlowWriter()):
        job = until(services, owner, job_id, ended)
    assert job["state"] == "done" and job["words"] is None
    ad = services.content(owner, job["content_id"])
    words = ad["copy"]
    assert words["captions"]["naver_blog"] == {
        "text": "긴 글이에요.", "hashtags": ["가을"], "title": "제목", "button": "", "writer": ""}
    assert (words["captions"]["lms"]["title"], words["captions"]["lms"]["writer"]) == ("소식", "builtin")
    assert words["headlines"] == [{"text": words["headline"], "angle": "news"}]
    assert words["translations"]["en"]["headline"] == "Sweet potato latte"
    assert words["translations"]["en"]["sounded"] == ["Dalmuri"]
    assert words["removed"] == [
        {"where": "sms", "text": "전국 1위예요.", "why": "근거가 없어요.", "why_en": "No ground."}]
    assert words["small_print"] == "※ 통계청, 2026년, 서울"
    assert ad["copy_ai"] is True and ad["text_model"] == "tiny-1"
    assert (ad["ai_config"]["copy_note"], ad["ai_config"]["copy_note_en"]) == ("살폈어요.", "Looked at.")
    assert services.used_today(owner)["tokens"] == 150
    new = edited(services, owner, ad["id"])
    assert new["copy"] == {**words, "headline": "오늘만"} and new["copy_ai"] is True


def edited(services: Services, owner: int, content: int) -> dict[str, Any]:
    try:
        return editing.save(services, owner, content, PosterEdit.model_validate({"texts": {"headline": "오늘만"}}))
    finally:
        services.pool.close()


def test_words_are_seen_while_a_job_writes_and_vanish_with_its_end(services: Services, owner: int) -> None:
    writer = SlowWriter()
    writer.told.clear()
    job_id = services.submit(owner, request(**SMALL))
    with running(services, writer, pause=0.1):
        seen = until(services, owner, job_id, lambda view: bool(view["words"]))
        assert (seen["stage"], seen["words"]) == ("writing", "가을 한정")
        writer.told.set()
        drawn = until(services, owner, job_id, lambda view: view["stage"] == "drawing")
        assert "고구마" in drawn["words"], "to be read while the picture is made"
        assert until(services, owner, job_id, ended)["words"] is None


def test_a_defect_in_the_long_texts_does_not_fail_the_ad(services: Services, owner: int,
                                                          caplog: pytest.LogCaptureFixture) -> None:
    job_id = services.submit(owner, request(**SMALL))
    with running(services, SlowWriter(RuntimeError("a defect"))):
        job = until(services, owner, job_id, ended)
    assert job["state"] == "done" and job_id in caplog.text
    words = services.content(owner, job["content_id"])["copy"]
    assert words["captions"]["instagram"]["text"] and words["translations"] == {}


def test_cancelling_does_not_wait_for_the_long_texts(services: Services, owner: int) -> None:
    writer = SlowWriter()
    writer.go.clear()
    job_id = services.submit(owner, request(**SMALL))
    with running(services, writer):
        until(services, owner, job_id, lambda view: view["progress"] >= 0.95)
        services.cancel(owner, job_id)
        assert until(services, owner, job_id, ended)["state"] == "cancelled"
        assert writer.ended.wait(30), "the writing was told to stop"
    with services.reading() as session:
        assert not session.scalars(select(ContentFile)).all()
    assert [*services.files.folder.iterdir()] == []


def test_a_job_that_goes_back_to_the_queue_shows_no_words(services: Services, owner: int) -> None:
    writer = SlowWriter()
    writer.go.clear()
    job_id = services.submit(owner, request(**SMALL))
    with running(services, writer, pause=0.05):
        until(services, owner, job_id, lambda view: bool(view["words"]))
    view = services.job(owner, job_id)
    assert (view["state"], view["words"]) == ("queued", None)
    writer.go.set()
    with running(services, writer):
        assert until(services, owner, job_id, ended)["state"] == "done"


def test_an_own_photo_gets_its_long_texts_too(services: Services, owner: int) -> None:
    data = io.BytesIO()
    Image.radial_gradient("L").resize((320, 240)).convert("RGB").save(data, "JPEG")
    photo = services.add_photo(owner, data.getvalue())["id"]
    services.pool.close()
    job_id = services.submit(owner, request(photo_id=photo, **SMALL))
    with running(services, SlowWriter()):
        job = until(services, owner, job_id, ended)
    ad = services.content(owner, job["content_id"])
    assert ad["engine"] == "photo" and ad["copy"]["captions"]["naver_blog"]["text"] == "긴 글이에요."
    assert ad["image_ai"] is False and ad["copy_ai"] is True
