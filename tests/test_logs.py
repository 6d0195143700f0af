"""The logs: whose line it is, and what never stands in one."""

import json
import logging
import re
import sys
import threading
from collections.abc import Iterator
from contextvars import copy_context
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import BaseModel, ValidationError
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from adgen import logs
from adgen.config import Settings
from adgen.logs import BLOT, Ids, Line, Manner, Stamp, during, known
from adgen.services import Services
from adgen.watching import manner_of

from .conftest import PASSWORD, Server
from .small_api import House, house

SECRETS = [
    ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF_-123", "eyJ"), ("minji@example.com", "minji"),
    ("Authorization: Bearer abc.def-123", "abc.def"), ("GET /images/a.png?exp=1&sig=0a1b2c3d", "0a1b2c3d"),
    ("postgresql://adgen:hunter2@db/adgen", "hunter2"), ("adgen_session=abcdef.ghi", "abcdef"),
    ('{"password": "correct horse"}', "correct"), ("{'password': 'correct horse'}", "correct"),
    ("sk-proj-abcdefghijkl", "abcdefghijkl"), ("hf_abcdefghijklmnop", "abcdefgh"),
    ("adgen_pat_0123456789abcdef", "0123456789"), ("$2b$12$" + "a" * 53, "aaaa"), ("?token=abcdef123456", "abcdef"),
    ("CONFIGURED-KEY-1", "CONFIGURED"),
]
SAFE = ["job 3f2a accepted", "GET /api/v1/jobs/{job_id} 200 12 ms", "a request failed: KeyError", "사진 3장을 지웠어요",
        "https://ads.example/api/v1/stores?skip=3", "sigma=3 monkey=bars"]


class Kept(logging.Handler):
    """Keeps finished lines."""

    def __init__(self, manner: Manner) -> None:
        super().__init__()
        self.setFormatter(Line(manner))
        self.addFilter(Stamp())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.startswith("adgen"):
            self.lines.append(self.format(record))


@pytest.fixture
def kept() -> Iterator[Kept]:
    handler = Kept(Manner(json=True, secrets=("CONFIGURED-KEY-1",)))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield handler
    root.removeHandler(handler)
    root.setLevel(level)


def line(message: str, manner: Manner, error: BaseException | None = None) -> str:
    info = (type(error), error, error.__traceback__) if error else None
    return Line(manner).format(logging.LogRecord("adgen.x", logging.INFO, "x.py", 1, message, None, info))


@pytest.mark.parametrize("form", [True, False])
@pytest.mark.parametrize(("said", "hidden"), SECRETS)
def test_secrets_are_blotted_out_of_messages_and_tracebacks(said: str, hidden: str, form: bool) -> None:
    manner = Manner(json=form, secrets=("CONFIGURED-KEY-1",))
    written = line(f"it said {said} and more", manner, ValueError(said))
    assert hidden not in written and written.count(BLOT) == 2 and "and more" in written


@pytest.mark.parametrize("message", SAFE)
def test_what_is_no_secret_stays(message: str) -> None:
    assert message in line(message, Manner())


def test_every_configured_secret_is_known(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, **{"OPENAI_API_KEY": "plain-word-1", "ADGEN_ALERT_WEBHOOK": "https://h.example/x/y",
                                           "ADGEN_METRICS_TOKEN": "plain-word-2", "SENTRY_DSN": "plain-word-3"})
    manner = manner_of(settings, "web")
    assert {"plain-word-1", "plain-word-2", "plain-word-3", "https://h.example/x/y"} <= set(manner.secrets)
    assert "plain" not in line("plain-word-1 plain-word-2 plain-word-3", manner)


def test_a_line_break_cannot_begin_a_line() -> None:
    assert "\n" not in line("one\r\n2026-11-30T00:00:00.000Z ERROR web root forged", Manner())


def test_json_lines_hold_ids_and_facts(kept: Kept) -> None:
    with during(request="req-12345678", user=7), during(job="j1"):
        logging.getLogger("adgen.test").info("hello %s", "there", extra={"facts": {"ms": 3}})
    row = json.loads(kept.lines[-1])
    assert {"request": "req-12345678", "job": "j1", "user": "7", "message": "hello there", "level": "INFO",
            "logger": "adgen.test", "process": "web", "ms": 3}.items() <= row.items()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", row["at"])


def test_ids_reach_threads_and_end_with_their_block() -> None:
    seen: list[Ids] = []
    with during(request="r"):
        thread = threading.Thread(target=copy_context().run, args=(lambda: (known(5), seen.append(logs.ids())),))
        thread.start()
        thread.join()
        assert seen == [Ids("r", "", "5")] and logs.ids().user == "5"
    known(6)  # outside of any request it is nobody's
    assert logs.ids() == Ids()


def test_what_was_sent_is_in_no_error_of_the_database_or_of_pydantic(services: Services) -> None:
    class Form(BaseModel):
        n: int

    prompt = "비밀 메뉴"
    with pytest.raises(SQLAlchemyError) as refused, services.reading() as session:
        session.execute(text("SELECT * FROM nowhere WHERE a = :prompt"), {"prompt": prompt})
    assert "비밀 메뉴" not in line("x", Manner(), refused.value)
    with pytest.raises(ValidationError) as wrong:
        Form.model_validate({"n": prompt})
    assert "비밀 메뉴" in str(wrong.value) and "비밀 메뉴" not in line("x", Manner(), wrong.value)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("logs")) as one:
        one.owner("minji")
        yield one


@pytest.mark.parametrize(("given", "kept_as_given"), [
    ("req-12345678", True), ("a.b_C-9" * 3, True), ("short", False), ("x" * 65, False), ("bad id\nx", False),
    ("", False)])
def test_request_ids_go_in_and_out(home: House, given: str, kept_as_given: bool) -> None:
    answer = home.web.get("/healthz", headers={"X-Request-ID": given.replace("\n", "%0a")})
    shown = answer.headers["x-request-id"]
    assert (shown == given) is kept_as_given and re.fullmatch(r"[A-Za-z0-9._-]{8,64}", shown)


def test_one_line_for_a_request_with_its_template_and_its_caller(home: House, kept: Kept) -> None:
    headers = {**home.owner("minji"), "X-Request-ID": "req-abcdefgh"}
    home.web.get("/api/v1/stores/99?secret_word=1", headers=headers)
    row = json.loads(next(line for line in reversed(kept.lines) if "adgen.api.journal" in line))
    assert {"request": "req-abcdefgh", "user": "1", "method": "GET", "route": "/api/v1/stores/{store_id}",
            "status": 404}.items() <= row.items() and "secret_word" not in kept.lines[-1]
    before = len(kept.lines)
    for path in ("/api/v1/users/me", "/healthz", "/gradio_api/nothing", "/assets/css/none.css", "/nothing/at/all"):
        home.web.get(path, headers=home.owner("minji"))
    assert len(kept.lines) == before + 1 and "/assets/" in kept.lines[-1]  # what went well is not told, nor is noise


def test_a_defect_is_told_once_with_its_traceback_and_its_ids(tmp_path: Path, kept: Kept) -> None:
    with house(tmp_path) as one:
        headers = {**one.owner("minji"), "X-Request-ID": "req-failing1"}
        with one.services.writing() as session:
            session.connection().exec_driver_sql("DROP TABLE photos")
        assert one.web.get("/api/v1/photos", headers=headers).status_code == 500
    rows = [json.loads(line) for line in kept.lines if '"ERROR"' in line]
    assert len(rows) == 1 and rows[0]["request"] == "req-failing1" and rows[0]["user"] == "1"
    assert "Traceback" in rows[0]["exception"]


def test_the_running_app_logs_no_words_addresses_passwords_or_tokens(server: Server) -> None:
    headers = server.register("very.private@example.com")
    project = httpx.get(f"{server.url}/api/v1/projects", headers=headers).json()[0]["id"]
    ask: dict[str, Any] = {"project_id": project, "ad_description": "아무도모를 신메뉴 7,700원", "width": 512,
                           "height": 512}
    made = httpx.post(f"{server.url}/api/v1/contents/generate", json=ask, timeout=90,
                      headers={**headers, "X-Request-ID": "req-of-this-test"})
    assert made.status_code == 200
    httpx.get(server.url + made.json()["image_url"])
    httpx.post(f"{server.url}/api/v1/auth/login", json={"email": "very.private@example.com", "password": "wrong one!"})
    log = server.log.read_text()
    for hidden in ("아무도모를", "very.private", PASSWORD, "wrong one!", headers["Authorization"].split()[1], "sig="):
        assert hidden not in log
    assert "request=req-of-this-test" in log
    accepted = re.search(r"request=req-of-this-test user=\d+ job ([0-9a-f]{32}) accepted", log)
    assert accepted and re.search(rf" worker adgen\.running job={accepted[1]} user=\d+ ", log)


def test_uvicorn_speaks_through_our_handler() -> None:
    logger = logging.getLogger("uvicorn.error")
    logger.addHandler(handler := logging.StreamHandler(sys.stderr))
    logs.adopt_server()
    assert handler not in logger.handlers and logger.propagate
