"""The use cases that the page and REST share."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from adgen import accounts, contents
from adgen.errors import DiskFull, EngineError, JobCancelled, JobNotFound, ProjectNotFound, StillRunning
from adgen.forms import AdRequest, Register
from adgen.services import Services

from .conftest import HASHED, PASSWORD
from .test_worker import PlainEngine, Running

pytestmark = pytest.mark.db


def people(services: Services) -> tuple[int, int]:
    with services.writing() as session:
        ids = [accounts.register(session, Register(email=f"{name}@example.com", password=PASSWORD,
                                                   brand_name="가게"), HASHED).id for name in ("a", "b")]
    return ids[0], ids[1]


def request(**fields: Any) -> AdRequest:
    return AdRequest(**{"project_id": 1, "ad_description": "광고해요", "width": 256, "height": 256, **fields})


def test_generate_waits_and_answers_with_the_contracts_fields(services: Services) -> None:
    a, _ = people(services)
    with Running(services, PlainEngine()):
        answer = asyncio.run(services.generate(a, request(seed=3)))
    wanted = {"success", "message", "content_id", "image_url", "image_path", "optimized_prompt", "ad_copy",
              "generation_time", "job_id", "engine", "text_model", "posters", "copy", "ai_generated", "image_ai",
              "copy_ai", "label_text", "digital_source_type", "generated_width", "generated_height", "ignored"}
    assert wanted <= set(answer)
    assert answer["success"] is True and isinstance(answer["generation_time"], float) and answer["seed"] == 3
    assert answer["ad_copy"] == answer["copy"]["captions"]["instagram"]["text"]
    assert [poster["channel"] for poster in answer["posters"]] == ["instagram_portrait", "instagram_square"]


def test_generate_answers_still_running_and_the_job_goes_on(make_services: Callable[..., Services]) -> None:
    services = make_services(ADGEN_GENERATE_WAIT=0.3)
    a, _ = people(services)
    with pytest.raises(StillRunning) as error:
        asyncio.run(services.generate(a, request()))
    assert services.job(a, error.value.details["job_id"])["state"] == "queued"


def test_generate_tells_failure_with_job_and_content(services: Services) -> None:
    a, _ = people(services)
    with Running(services, PlainEngine(fault=EngineError("엔진이 {쉬고} 있어요."))):
        with pytest.raises(EngineError, match="{쉬고}") as error:
            asyncio.run(services.generate(a, request()))
    assert not services.content(a, error.value.details["content_id"])["is_success"]
    assert error.value.details["job_id"]


def test_generate_tells_cancellation(services: Services) -> None:
    a, _ = people(services)
    job_id = services.submit(a, request(), key="k")
    services.cancel(a, job_id)
    with pytest.raises(JobCancelled):
        asyncio.run(services.generate(a, request(), key="k"))


def test_nothing_of_others_is_reached(services: Services) -> None:
    a, b = people(services)
    job_id = services.submit(a, request())
    for act in (lambda: services.submit(b, request()), lambda: services.job(b, job_id),
                lambda: services.cancel(b, job_id)):
        with pytest.raises((ProjectNotFound, JobNotFound)):
            act()
    assert services.job(a, job_id)["state"] == "queued"


def test_no_job_is_accepted_without_disk_space(make_services: Callable[..., Services]) -> None:
    services = make_services(ADGEN_MIN_FREE_MB=10**9)
    a, _ = people(services)
    with pytest.raises(DiskFull):
        services.submit(a, request())


def test_listing_contents_of_a_project(services: Services) -> None:
    a, _ = people(services)
    with Running(services, PlainEngine()):
        made = [asyncio.run(services.generate(a, request()))["content_id"] for _ in range(2)]
    with services.reading() as session:
        assert [row.id for row in contents.listed(session, a, project_id=1)] == made[::-1]
        assert [row.id for row in contents.listed(session, a, skip=1, limit=1)] == made[:1]


def test_secrets_do_not_show(services: Services) -> None:
    assert services.secret not in repr(services)
