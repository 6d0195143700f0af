"""Limits of one user and of all, fair turns, the pace of requests, and what no ad may be made of."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from adgen import accounts, jobs, leases, limits, moderation
from adgen.api.pace import Pace
from adgen.errors import BadSetting, EngineUnavailable, RequestRefused, TooManyRequests
from adgen.forms import AdRequest, Register, parse
from adgen.models import Content, Photo, Project, User
from adgen.services import Services

from .conftest import HASHED, PASSWORD
from .small_api import House, finish_next, house
from .test_worker import PlainEngine, Running, ended, until


@pytest.fixture
def strict(tmp_path: Path) -> Iterator[House]:
    (tmp_path / "words.txt").write_text("# 막는 말\n도박\nfree\\s*money\n", "utf-8")
    with house(tmp_path / "data", ADGEN_MAX_JOBS_PER_USER=3, ADGEN_MAX_JOBS_PER_DAY=4, ADGEN_MAX_QUEUE=5,
               ADGEN_MAX_STORAGE_MB=1, ADGEN_BLOCK_WORDS=tmp_path / "words.txt") as one:
        yield one


def ask(home: House, name: str, **fields: Any) -> Any:
    body = {"project_id": home.project(name), "ad_description": "딸기 라떼", **fields}
    return home.web.post("/api/v1/jobs", headers=home.owner(name), json=body)


def refused(answer: Any, status: int, code: str) -> None:
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert int(answer.headers["retry-after"]) >= 1 and not answer.json()["detail"].isascii()


def test_jobs_waiting_in_a_day_and_of_all_are_bounded(strict: House) -> None:
    for _ in range(3):
        assert ask(strict, "minji").status_code == 202
    refused(ask(strict, "minji"), 429, "too_many_jobs")
    while finish_next(strict.services):
        pass
    assert ask(strict, "minji").status_code == 202
    refused(ask(strict, "minji"), 429, "daily_limit")
    assert 0 < int(ask(strict, "minji").headers["retry-after"]) <= 86400
    assert [ask(strict, name).status_code for name in ("jun", "jun", "sora", "sora")] == [202] * 4
    refused(ask(strict, "sora"), 503, "queue_full")


def test_a_key_that_was_used_takes_no_room(strict: House) -> None:
    body = {"project_id": strict.project("minji"), "ad_description": "딸기 라떼"}
    headers = {**strict.owner("minji"), "Idempotency-Key": "one"}
    first = strict.web.post("/api/v1/jobs", headers=headers, json=body).json()["id"]
    assert [ask(strict, "minji").status_code for _ in range(2)] == [202, 202]
    assert strict.web.post("/api/v1/jobs", headers=headers, json=body).json()["id"] == first


def test_photos_and_ads_fill_the_room_and_deleting_frees_it(strict: House) -> None:
    ad = strict.ad("minji")
    headers, user_id = strict.owner("minji"), 1
    with strict.services.writing() as session:
        session.add(Photo(user_id=user_id, name="big.png", sha256="0" * 64, bytes=limits.MB, width=1, height=1))
        taken = limits.stored(session, user_id)
        files = sum(file.bytes for file in session.get_one(Content, ad["id"]).files)
    assert taken == limits.MB + files and files > 0
    refused(ask(strict, "minji"), 429, "storage_full")
    upload = strict.web.post("/api/v1/photos", headers=headers, files={"file": ("a.png", b"x")})
    refused(upload, 429, "storage_full")
    seen = strict.web.get("/api/v1/users/me/limits", headers=headers).json()
    assert seen["limits"] == {"running": 2, "queued": 3, "daily": 4, "storage_mb": 1}
    assert seen["taken"]["storage_mb"] >= 1 and seen["taken"]["daily"] == 1
    strict.web.delete(f"/api/v1/contents/{ad['id']}", headers=headers)
    with strict.services.writing() as session:
        assert limits.stored(session, user_id) == limits.MB
        session.get_one(User, user_id).quota = {"storage_mb": 0, "daily": 0}
    assert ask(strict, "minji").status_code == 202
    assert strict.web.get("/api/v1/users/me/limits", headers=headers).json()["limits"]["storage_mb"] is None


def user(services: Services, name: str) -> tuple[int, int]:
    """(id, campaign) of a new account."""
    with services.writing() as session:
        form = parse(Register, email=f"{name}@example.com", password=PASSWORD, brand_name=name, trade="cafe")
        made = accounts.register(session, form, HASHED)
        return made.id, session.scalars(select(Project.id).order_by(Project.id.desc())).first() or 0


def served(services: Services, most: int, at_once: int) -> list[int]:
    """Users in the order in which their jobs were taken, with ``at_once`` running at the same time."""
    order, held = [], []
    while True:
        while len(held) < at_once:
            with services.writing() as session:
                claim = leases.claim(session, "test", leases.Terms(60, 3, most))
            if claim is None:
                break
            order.append(claim.user_id)
            held.append(claim)
        if not held:
            return order
        done = held.pop(0)
        with services.writing() as session:
            leases.end_cancelled(session, done)


@pytest.mark.parametrize("at_once", [1, 2, 4])
def test_twenty_jobs_of_one_user_never_starve_anothers_one(services: Services, at_once: int) -> None:
    (busy, campaign), (small, other), (late, third) = (user(services, name) for name in ("busy", "small", "late"))
    for _ in range(20):
        services.submit(busy, AdRequest(project_id=campaign, ad_description="케이크"))
    services.submit(small, AdRequest(project_id=other, ad_description="꽃다발"))
    services.submit(late, AdRequest(project_id=third, ad_description="머리"))
    order = served(services, 2, at_once)
    assert order.count(busy) == 20
    assert order.index(small) <= 2 and order.index(late) <= 3


def test_of_one_user_so_many_run_at_once_and_an_admin_may_allow_more(services: Services) -> None:
    busy, campaign = user(services, "busy")
    for _ in range(6):
        services.submit(busy, AdRequest(project_id=campaign, ad_description="케이크"))

    def running() -> int:
        while True:
            with services.writing() as session:
                if leases.claim(session, "test", leases.Terms(60, 3, 2)) is None:
                    return jobs.counts(session)["running"]

    assert running() == 2
    with services.writing() as session:
        session.get_one(User, busy).quota = {"running": 5}
    assert running() == 5


def test_a_runaway_program_is_slowed_down_alone(tmp_path: Path) -> None:
    with house(tmp_path, ADGEN_REQUESTS_PER_MINUTE=20) as one:
        minji, jun = one.owner("minji"), one.owner("jun")
        answers = [one.web.get("/api/v1/stores", headers=minji) for _ in range(25)]
        assert [answer.status_code for answer in answers[:20]] == [200] * 20
        refused(answers[-1], 429, "too_many_requests")
        assert one.web.get("/api/v1/stores", headers=jun).status_code == 200
        forged = [one.web.get("/api/v1/stores", headers={"Authorization": f"Bearer {at}"}) for at in range(25)]
        assert forged[-1].status_code == 429, "a token that is none takes from the address"
        assert one.web.get("/healthz").status_code == 200


def test_the_bucket_fills_again_and_forgets() -> None:
    pace = Pace(60_000)
    for _ in range(60_000):
        pace.take("a")
    with pytest.raises(TooManyRequests):
        for _ in range(60_000):
            pace.take("a")
    pace.take("b")
    for _ in range(100):
        Pace(0).take("a")


def test_blocked_words_are_refused_wherever_they_stand(strict: House) -> None:
    for fields in ({"ad_description": "온라인 도박 사이트"}, {"image_prompt": "a FREE  money tree"},
                   {"text_in_image": "도.박 한 판"}, {"items": [{"name": "도 박", "price": "1원"}]}):
        answer = ask(strict, "minji", **fields)
        assert (answer.status_code, answer.json()["code"]) == (422, "request_refused")
        assert "도박" not in answer.text
    headers = strict.owner("minji")
    for path, body in (("/copy", {"ad_description": "도박", "trade": "cafe", "store": "가게"}),
                       ("/prompts", {"description": "도박장", "trade": "cafe"}),
                       ("/candidates", {"project_id": strict.project("minji"), "ad_description": "도박"})):
        answer = strict.web.post(f"/api/v1{path}", headers=headers, json=body)
        assert answer.json()["code"] == "request_refused", (path, answer.text)
    assert ask(strict, "minji").status_code == 202


def test_a_block_list_that_cannot_be_read_stops_the_start(make_services: Callable[..., Services],
                                                         tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("(", "utf-8")
    for name in ("bad.txt", "absent.txt"):
        with pytest.raises(BadSetting, match="ADGEN_BLOCK_WORDS"):
            make_services(ADGEN_BLOCK_WORDS=tmp_path / name)


@pytest.fixture
def moderator() -> Iterator[tuple[str, dict[str, Any]]]:
    """A real service on loopback: its address, and what it answers next (bytes) beside what it was asked."""
    state: dict[str, Any] = {"answer": b'{"allowed": true}', "asked": []}

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            state["asked"].append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(state["answer"])

        def log_message(self, format: str, *args: Any) -> None:
            """Silent."""

    server = HTTPServer(("127.0.0.1", 0), Service)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", state
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_moderation_service_decides_and_its_silence_closes(moderator: tuple[str, dict[str, Any]]) -> None:
    url, state = moderator
    moderation.ask("", "anything")
    moderation.ask(url, "딸기 라떼")
    assert state["asked"] == [{"text": "딸기 라떼"}]
    state["answer"] = b'{"allowed": false}'
    with pytest.raises(RequestRefused):
        moderation.ask(url, "x")
    for broken in (b"", b"[]", b'{"allowed": "yes"}', b"<html>"):
        state["answer"] = broken
        with pytest.raises(EngineUnavailable):
            moderation.ask(url, "x")
    with pytest.raises(EngineUnavailable):
        moderation.ask("http://127.0.0.1:9/", "x")


def test_a_picture_that_may_not_be_painted_is_not(make_services: Callable[..., Services], tmp_path: Path,
                                                  moderator: tuple[str, dict[str, Any]]) -> None:
    """The real worker: the service sees the owner's words and the prompt, before the engine does."""
    url, state = moderator
    (tmp_path / "words.txt").write_text("quokka", "utf-8")
    services = make_services(ADGEN_MODERATION_URL=url, ADGEN_BLOCK_WORDS=tmp_path / "words.txt")
    owner, campaign = user(services, "owner")
    engine = PlainEngine()
    asked = AdRequest(project_id=campaign, ad_description="딸기 라떼", width=256, height=256, channels=[])
    with Running(services, engine):
        state["answer"] = b'{"allowed": false}'
        failed = until(services, owner, services.submit(owner, asked), ended)
        assert (failed["state"], failed["error"]["code"]) == ("failed", "request_refused") and not engine.calls
        state["answer"] = b"broken"
        closed = until(services, owner, services.submit(owner, asked), ended)
        assert closed["error"]["code"] == "engine_unavailable" and not engine.calls
        state["answer"] = b'{"allowed": true}'
        assert until(services, owner, services.submit(owner, asked), ended)["state"] == "done"
    assert engine.calls == 1 and state["asked"][0]["text"].startswith("딸기 라떼\n")
