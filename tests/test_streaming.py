"""Words over a real connection: seen before they are finished, given up with it, and in nobody's way."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from adgen import accounts
from adgen.api import build_api
from adgen.brief import AdBrief, AdCopy
from adgen.config import Settings
from adgen.copywriters.base import UNWATCHED, Watch
from adgen.copywriters.builtin.writer import BuiltinCopywriter
from adgen.forms import Register
from adgen.services import Services, build_services
from adgen.usage import SHARE
from adgen.writing import Departed

from .conftest import HASHED, PASSWORD, free_port

BODY = {"ad_description": "가을 한정 고구마 라떼가 나왔어요.", "texts": ["lms"], "languages": []}


class WaitingWriter(BuiltinCopywriter):
    """A writer of the seam that tells a word, and then waits to be let go, telling another now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.go, self.departed, self.writing = threading.Event(), threading.Event(), threading.Semaphore(0)

    def write(self, brief: AdBrief, watch: Watch = UNWATCHED) -> AdCopy:
        self.writing.release()
        if "빠른" in brief.description:
            return super().write(brief)
        try:
            if watch.on_words:
                watch.on_words("")
                watch.on_words("가을")
            while not self.go.wait(0.05):
                if watch.on_words:
                    watch.on_words("가을 한정")
        except Departed:
            self.departed.set()
            raise
        return super().write(brief)


class Site:
    """The API on a port, with one owner."""

    def __init__(self, folder: Path) -> None:
        self.writer = WaitingWriter()
        built = build_services(Settings(_env_file=None, **{"ADGEN_DATA_DIR": folder}))
        self.services: Services = replace(built, copywriter=self.writer)
        port = free_port()
        self.server = uvicorn.Server(uvicorn.Config(build_api(self.services), port=port, log_level="error"))
        self.web = httpx.Client(base_url=f"http://127.0.0.1:{port}/api/v1", timeout=30, trust_env=False,
                                headers=self.owner("a@example.com"))

    def owner(self, email: str) -> dict[str, str]:
        """The headers that speak for a new owner."""
        with self.services.writing() as session:
            form = Register(email=email, password=PASSWORD, brand_name="달무리", trade="cafe")
            user = accounts.register(session, form, HASHED)
            return {"Authorization": f"Bearer {accounts.issue_token(user, self.services.secret, 30)}"}

    def events(self, answer: httpx.Response) -> Iterator[tuple[str, dict[str, Any]]]:
        """Kind and data of each event, as they come."""
        kind = ""
        for line in answer.iter_lines():
            if line.startswith("event: "):
                kind = line.removeprefix("event: ")
            elif line.startswith("data: "):
                yield kind, json.loads(line.removeprefix("data: "))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path / "data")
    thread = threading.Thread(target=made.server.run)
    thread.start()
    while not made.server.started:
        thread.join(0.02)
        assert thread.is_alive()
    try:
        yield made
    finally:
        made.writer.go.set()
        made.web.close()
        made.server.should_exit = True
        thread.join()
        made.services.close()
        made.services.database.dispose()


def test_words_arrive_before_they_are_finished(site: Site) -> None:
    with site.web.stream("POST", "/copy", json=BODY, headers={"Accept": "text/event-stream"}) as answer:
        events = site.events(answer)
        assert next(events) == ("words", {"text": "가을"})
        assert next(events) == ("words", {"text": "가을 한정"})
        assert not site.writer.go.is_set(), "the writer is still at it"
        site.writer.go.set()
        *_, (kind, done) = events
    assert kind == "done" and done["texts"]["lms"]["text"] and not site.writer.departed.is_set()


def test_who_goes_away_ends_the_writing(site: Site) -> None:
    with site.web.stream("POST", "/copy", json=BODY, headers={"Accept": "text/event-stream"}) as answer:
        assert next(site.events(answer))[0] == "words"
    assert site.writer.departed.wait(30)
    assert site.web.get("/users/me").status_code == 200


def test_waiting_for_words_is_in_nobodys_way(site: Site) -> None:
    """One owner's slow words take that owner's share of the threads, and nobody else's."""
    answers: list[int] = []

    def ask() -> None:
        answers.append(httpx.post(f"{site.web.base_url}copy", json=BODY, headers=site.web.headers, timeout=60,
                                  trust_env=False).status_code)

    threads = [threading.Thread(target=ask) for _ in range(SHARE)]
    for thread in threads:
        thread.start()
    for _ in threads:
        assert site.writer.writing.acquire(timeout=30)
    refused = site.web.post("/copy", json=BODY)
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_jobs") and refused.headers["retry-after"]
    with site.web.stream("POST", "/copy", json=BODY, headers={"Accept": "text/event-stream"}) as answer:
        assert [(kind, data["code"]) for kind, data in site.events(answer)] == [("failed", "too_many_jobs")]
    assert site.web.get("/users/me").json()["email"] == "a@example.com" and answers == []
    other = site.owner("b@example.com")
    quick = site.web.post("/copy", json={**BODY, "ad_description": "빠른 소식이에요."}, headers=other)
    assert quick.status_code == 200
    site.writer.go.set()
    for thread in threads:
        thread.join()
    assert answers == [200] * SHARE
    assert site.web.post("/copy", json=BODY).status_code == 200, "the share has come back"
