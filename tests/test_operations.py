"""Ready or not, the figures and who may read them, and alerts that come once."""

import http.server
import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from adgen.alerts import QUIET_SECONDS, Alarm, Alert, Memory, fingerprint, mail, webhook
from adgen.config import Settings
from adgen.jobs import announce
from adgen.logs import Line, Manner, Stamp, during
from adgen.models import WorkerRow
from adgen.standing import stage_times
from adgen.watching import start_sentry, watch

from .conftest import Server
from .small_api import finish_next, house

TOKEN = "metrics-token-for-this-test"


def figures(text: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """Name and labels → value, read by Prometheus' own parser."""
    return {(sample.name, tuple(sorted(sample.labels.items()))): sample.value
            for family in text_string_to_metric_families(text) for sample in family.samples}


def test_ready_needs_database_worker_and_disk(tmp_path: Path) -> None:
    with house(tmp_path) as one:
        unready = one.web.get("/readyz")
        assert (unready.status_code, unready.json()) == (503, {"status": "error", "database": "ok", "worker": "none",
                                                               "disk": "ok"})
        with one.services.writing() as session:
            announce(session, WorkerRow(name="w", engine="illustration", state="ready"))
        assert one.web.get("/readyz").json()["status"] == "ok"
        with one.services.writing() as session:
            session.connection().exec_driver_sql("DROP TABLE workers")
        broken = one.web.get("/readyz")
        assert broken.status_code == 503 and broken.json()["database"] == "error"
        assert one.web.get("/healthz").status_code == 200  # alive, though not ready
    with house(tmp_path / "full", ADGEN_MIN_FREE_MB=10**9) as one:
        assert one.web.get("/readyz").json()["disk"] == "full"


def test_the_figures_tell_of_requests_jobs_stages_storage_and_errors(tmp_path: Path) -> None:
    with house(tmp_path, ADGEN_METRICS_TOKEN=TOKEN) as one:
        one.ad("minji")
        ask = {"project_id": one.project("minji"), "ad_description": "딸기 케이크"}
        for ends in ("oven broke", None):
            one.web.post("/api/v1/jobs", json=ask, headers=one.owner("minji"))
            if ends:
                finish_next(one.services, fails=ends)
        one.web.get("/api/v1/stores/99", headers=one.owner("minji"))
        answer = one.web.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
        assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/plain; version=0.0.4")
        found = figures(answer.text)
        with one.services.writing() as session:
            session.connection().exec_driver_sql("DROP TABLE model_use")
            session.connection().exec_driver_sql("DROP TABLE workers")
        one.services.standing._kept.clear()
        down = figures(one.web.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).text)
    route = (("method", "GET"), ("route", "/api/v1/stores/{store_id}"))
    assert found["adgen_http_requests_total", (*route, ("status", "404"))] == 1
    assert found["adgen_http_request_seconds_count", route] == 1
    assert found["adgen_refusals_total", (("code", "store_not_found"),)] == 1
    jobs = {state: found["adgen_jobs", (("state", state),)] for state in ("queued", "running", "done", "failed")}
    assert jobs == {"queued": 1, "running": 0, "done": 1, "failed": 1}
    assert found["adgen_jobs_failed", (("code", "generation_failed"),)] == 1
    assert found["adgen_queue_oldest_seconds", ()] >= 0
    assert found["adgen_stored_files", (("kind", "ads"),)] == 3
    assert found["adgen_stored_bytes", (("kind", "ads"),)] > 0 and found["adgen_disk_bytes", (("what", "free"),)] > 0
    assert found["adgen_users", ()] == 1 and found["adgen_database_up", ()] == 1
    assert found["adgen_copy_tokens_total", (("kind", "prompt"),)] == 0
    assert down["adgen_database_up", ()] == 0
    assert not [name for name, _ in found if "minji" in name] and "minji" not in answer.text


def test_stage_times() -> None:
    rows = [{"copy": value / 10, "picture": 1.0, "engine": "x"} for value in range(1, 22)]
    assert stage_times(rows)["copy"] == {"median": 1.1, "p95": 2.0, "count": 21} and "engine" not in stage_times(rows)
    assert stage_times(rows[:2])["copy"] == {"median": 0.15, "p95": 0.2, "count": 2}  # never below


@pytest.mark.parametrize(("sent", "status"), [
    (f"Bearer {TOKEN}", 200), (f"bearer {TOKEN} ", 200), ("Bearer wrong", 404), ("Bearer 말", 404), (TOKEN, 404),
    ("", 404)])
def test_figures_are_for_the_bearer_of_the_token(tmp_path: Path, sent: str, status: int) -> None:
    with house(tmp_path, ADGEN_METRICS_TOKEN=TOKEN) as one:
        assert one.web.get("/metrics", headers={"Authorization": sent.encode()}).status_code == status


@pytest.mark.parametrize(("headers", "status"), [
    ({}, 200), ({"X-Forwarded-For": "203.0.113.5"}, 404), ({"X-Forwarded-For": "127.0.0.1"}, 404),
    ({"Forwarded": "for=127.0.0.1"}, 404), ({"X-Real-IP": "127.0.0.1"}, 404), ({"Host": "rebound.example"}, 404),
    ({"Origin": "https://evil.example"}, 403)])
def test_without_a_token_only_this_machine_reads_them(server: Server, headers: dict[str, str], status: int) -> None:
    assert httpx.get(f"{server.url}/metrics", headers=headers).status_code == status


def test_routes_are_named_by_their_templates_and_others_together(server: Server) -> None:
    for path in ("/api/v1/jobs/abc", "/made/up/4711", "/gradio_api/heartbeat/4711", "/gradio_api/4711"):
        httpx.get(server.url + path)
    httpx.request("BREW", server.url + "/")
    routes = {dict(labels)["route"] for name, labels in figures(httpx.get(f"{server.url}/metrics").text)
              if name == "adgen_http_requests_total"}
    assert "/api/v1/jobs/{job_id}" in routes and "none" in routes and not [one for one in routes if "4711" in one]


class Inbox(http.server.ThreadingHTTPServer):
    """A webhook's receiver on a loop-back port; it answers ``status``."""

    def __init__(self, status: int = 204) -> None:
        self.got: list[dict[str, Any]] = []
        inbox = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                inbox.got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(status)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}/hook"


@pytest.fixture
def inbox() -> Iterator[Callable[[int], Inbox]]:
    opened: list[Inbox] = []

    def open_one(status: int = 204) -> Inbox:
        opened.append(Inbox(status))
        threading.Thread(target=opened[-1].serve_forever, args=(0.02,)).start()
        return opened[-1]

    yield open_one
    for one in opened:
        one.shutdown()
        one.server_close()


def trouble(number: int, name: str = "adgen.trouble") -> logging.LogRecord:
    """A record of an exception whose message differs each time."""
    try:
        raise KeyError(f"row {number} of minji@example.com")
    except KeyError as error:
        info = (type(error), error, error.__traceback__)
        record = logging.LogRecord(name, logging.ERROR, "x.py", 1, "job %s failed", (f"id{number}",), info)
    Stamp().filter(record)
    return record


def told(alarm: Alarm, *records: logging.LogRecord) -> None:
    for record in records:
        alarm.handle(record)
    alarm.close()


def test_the_same_error_is_told_once_and_then_with_its_count(tmp_path: Path) -> None:
    moment, sent = [1000.0], list[Alert]()
    memory = Memory(tmp_path / "alerts.json", lambda: moment[0])
    told(Alarm([sent.append], memory, Line(Manner())), *(trouble(number) for number in range(5)))
    assert len(sent) == 1 and sent[0].before == 0 and "id0" in sent[0].message
    moment[0] += QUIET_SECONDS - 1
    told(Alarm([sent.append], memory, Line(Manner())), trouble(5))  # another process, or the same one started again
    assert len(sent) == 1
    moment[0] += 1
    told(Alarm([sent.append], memory, Line(Manner())), trouble(6), trouble(7, "adgen.other"))
    assert [alert.before for alert in sent] == [0, 5, 0] and sent[1].subject.endswith("(+5)")


def test_fingerprints_follow_the_place_not_the_values() -> None:
    assert fingerprint(trouble(1)) == fingerprint(trouble(2)) != fingerprint(trouble(1, "adgen.other"))


@pytest.mark.parametrize("content", ["", "not json", "[1]", '{"a": 1}', '{"a": ["x", "y"]}'])
def test_a_spoilt_memory_is_begun_anew(tmp_path: Path, content: str) -> None:
    (tmp_path / "alerts.json").write_text(content)
    memory = Memory(tmp_path / "alerts.json")
    assert memory.due("mark") == 0 and memory.due("mark") is None


def test_a_webhook_gets_the_ids_and_no_secret(tmp_path: Path, inbox: Callable[..., Inbox]) -> None:
    box = inbox()
    with during(request="req-12345678", user=3):
        record = trouble(1)
    told(Alarm([webhook(box.url)], Memory(tmp_path / "a.json"), Line(Manner(process="worker"))), record)
    alert = box.got[0]
    assert alert["request"] == "req-12345678" and alert["user"] == "3" and alert["process"] == "worker"
    assert "KeyError" in alert["trace"] and "minji" not in json.dumps(alert) and alert["text"] == alert["content"]


def test_nothing_that_fails_while_telling_is_felt(tmp_path: Path, inbox: Callable[..., Inbox]) -> None:
    def broken(_: Alert) -> None:
        raise RuntimeError("no way out")

    box = inbox(500)
    delivered: list[tuple[str, str, str]] = []
    senders = [broken, webhook(box.url), webhook("http://127.0.0.1:9/none"), webhook("not an address"),
               mail(lambda *parts: delivered.append(parts), "ops@example.com")]
    told(Alarm(senders, Memory(Path("/proc/nowhere/alerts.json")), Line(Manner())), trouble(1))
    assert len(box.got) == 1 and delivered[0][0] == "ops@example.com" and "[AdGen]" in delivered[0][1]


def test_a_slow_receiver_holds_up_nobody(tmp_path: Path) -> None:
    held, sent = threading.Event(), list[Alert]()

    def slow(alert: Alert) -> None:
        held.wait(20)
        sent.append(alert)

    alarm = Alarm([slow], Memory(tmp_path / "a.json"), Line(Manner()))
    for number in range(500):  # far more than may wait
        alarm.handle(trouble(number, f"adgen.{number}"))
    assert not sent
    held.set()
    alarm.close()
    assert sent


def test_watching_sets_up_log_alarm_and_counters_and_ends_them(tmp_path: Path, inbox: Callable[..., Inbox],
                                                               capsys: pytest.CaptureFixture[str]) -> None:
    box, root = inbox(), logging.getLogger()
    before, level = [*root.handlers], root.level
    settings = Settings(_env_file=None, **{"ADGEN_DATA_DIR": tmp_path, "ADGEN_ALERT_WEBHOOK": box.url,
                                           "ADGEN_ALERT_MAIL": "ops@example.com",
                                           "ADGEN_LOG_FORMAT": "json", "SENTRY_DSN": "https://k@localhost/1"})
    try:
        with watch(settings, "worker"):
            logging.getLogger("adgen.x").error("the oven broke")
        assert [alert["message"] for alert in box.got] == ["the oven broke"]
        letter, = (tmp_path / "outbox").glob("*.eml")
        assert b"ops@example.com" in letter.read_bytes() and b"the oven broke" in letter.read_bytes()
        logging.getLogger("adgen.x").error("again")
        time.sleep(0.05)
        assert len(box.got) == 1
        rows = [json.loads(line) for line in capsys.readouterr().err.splitlines() if line.startswith("{")]
        assert {"the oven broke", "again"} <= {row["message"] for row in rows}
    finally:
        for handler in [*root.handlers]:
            root.removeHandler(handler)
        for handler in before:
            root.addHandler(handler)
        root.setLevel(level)


def test_sentry_is_no_condition() -> None:
    assert start_sentry("nonsense", Line(Manner())) is False
