"""The real app with the real package ``spaces`` as on ZeroGPU, against a device API of the test's own; no GPU."""

import importlib.util
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import numpy as np
import pytest
from diffusers.quantizers.bitsandbytes.bnb_quantizer import BnB4BitDiffusersQuantizer
from gradio_client import Client
from PIL import Image

from adgen.brief import ImageRequest
from adgen.engines.flux import FluxEngine, FluxOptions

from .conftest import ROOT, Server, running
from .tiny_flux import saved  # noqa: F401  # fixtures
from .visiting import CHROMIUM, Open, chromium, visit  # noqa: F401  # fixtures

pytestmark = [pytest.mark.skipif(importlib.util.find_spec("spaces") is None, reason="spaces is not installed"),
              pytest.mark.filterwarnings("ignore::ResourceWarning")]
ASK: dict[str, Any] = {"project_id": 1, "ad_description": "고구마 라떼가 나왔어요.", "width": 256, "height": 256,
                       "channels": [], "seed": 5}
TOKEN = "aaa.eyJhIjoxfQ.bbb"
"""What Hugging Face's proxy adds to a visitor's request, in its form."""


class DeviceApi(ThreadingHTTPServer):
    """ZeroGPU's scheduler as spaces 0.51.3 speaks with it (``spaces/zero/api.py``); ``left`` is what the quota has."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, str]]] = []
        self.left = 100
        super().__init__(("127.0.0.1", 0), Answering)

    def asked(self, path: str) -> list[dict[str, str]]:
        """The parameters of every call of ``path``."""
        return [values for called, values in self.calls if called == path]


class Answering(BaseHTTPRequestHandler):
    server: DeviceApi

    def do_POST(self) -> None:
        address = urlsplit(self.path)
        self.server.calls.append((address.path, {name: value[0] for name, value in parse_qs(address.query).items()}))
        status, answer = 200, dict[str, Any]()
        if address.path == "/schedule" and self.server.left > 0:
            answer = {"idle": True, "nvidiaIndex": 0, "nvidiaUUID": "GPU-1", "allowToken": "turn"}
        elif address.path == "/schedule":
            status, answer = 429, {"left": 0, "wait": 7140}
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def api() -> Iterator[DeviceApi]:
    with DeviceApi() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def space(api: DeviceApi, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    place = tmp_path_factory.mktemp("space")
    with running(place / "data", script=ROOT / "tests/zero_app.py", SPACES_ZERO_GPU="true", HOME=str(place),
                 SPACES_ZERO_DEVICE_API_URL=f"http://127.0.0.1:{api.server_port}",
                 ZEROGPU_OFFLOAD_DIR=str(place / "packed"), ADGEN_FLUX_MODEL=str(folder)) as server:
        server.headers = server.register("owner@example.com")  # type: ignore[attr-defined]
        yield server


def program(space: Server) -> Client:
    headers: dict[str, str] = space.headers  # type: ignore[attr-defined]
    return Client(space.url, headers={**headers, "x-ip-token": TOKEN}, verbose=False)


def content(space: Server, content_id: int) -> dict[str, Any]:
    answer: dict[str, Any] = httpx.get(f"{space.url}/api/v1/contents/{content_id}",
                                       headers=space.headers).json()  # type: ignore[attr-defined]
    return answer


def test_it_is_ready_before_it_is_served(space: Server, api: DeviceApi) -> None:
    assert len(api.asked("/startup-report")) == 1
    for _ in range(100):
        health = httpx.get(f"{space.url}/health").json()
        if health["workers"]:
            break
        time.sleep(0.1)
    assert health["engine"] == "flux" and health["workers"][0]["state"] == "ready"
    assert health["workers"][0]["status"]["facts"]["device"] == "ZeroGPU"
    assert "inside the web process" in space.log.read_text()


def test_generate_counts_on_its_caller_and_paints_what_a_gpu_would(space: Server, api: DeviceApi, folder: Path,
                                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    made = program(space).predict(**ASK, api_name="/generate")
    ad = content(space, made["content_id"])
    assert made["engine"] == "flux" and ad["ai_config"]["steps"] == 4 and made["image_ai"] is True
    turn = api.asked("/schedule")[-1]
    assert turn["token"] == TOKEN and turn["durationSeconds"] == "10"
    assert api.asked("/release")[-1]["fail"] == "false"
    [base] = [file["name"] for file in ad["files"] if file["variant"] == "base"]
    painted = Image.open(space.data_dir / "images" / base).convert("RGB")
    monkeypatch.setattr(BnB4BitDiffusersQuantizer, "validate_environment", lambda *_args, **_options: None)
    own = FluxEngine(FluxOptions(model=str(folder), device="cpu", residency="nf4"))
    expected = own.generate(ImageRequest(ad["optimized_prompt"], 5, 256, 256), lambda *_: None).image
    own.release()
    assert np.abs(np.asarray(painted, dtype=int) - np.asarray(expected, dtype=int)).mean() < 1


def test_submit_answers_at_once_and_counts_on_its_caller(space: Server, api: DeviceApi) -> None:
    before, client = len(api.asked("/schedule")), program(space)
    job = client.predict(**{**ASK, "seed": 6}, api_name="/submit")
    assert job["state"] in ("queued", "running")
    assert wait(space, job["job_id"])["state"] == "done"
    assert [turn.get("token") for turn in api.asked("/schedule")[before:]] == [TOKEN]


def test_rest_jobs_wait_a_moment_and_count_on_the_space(space: Server, api: DeviceApi) -> None:
    before = len(api.asked("/schedule"))
    headers: dict[str, str] = space.headers  # type: ignore[attr-defined]
    job = httpx.post(f"{space.url}/api/v1/jobs", json={**ASK, "seed": 7}, headers=headers).json()
    assert wait(space, job["job_id"])["state"] == "done"
    assert [turn.get("token") for turn in api.asked("/schedule")[before:]] == [None]


def test_a_used_up_quota_is_said_and_the_illustrator_draws(space: Server, api: DeviceApi) -> None:
    api.left = 0
    try:
        made = program(space).predict(**{**ASK, "seed": 8}, api_name="/generate")
    finally:
        api.left = 100
    assert made["engine"] == "illustration" and made["image_ai"] is False
    assert "1시간 59분 뒤에" in content(space, made["content_id"])["ai_config"]["engine_reason"]
    assert "Traceback" not in space.log.read_text() and TOKEN not in space.log.read_text()


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="no Chromium")
def test_the_page_s_own_event_does_the_work(space: Server, api: DeviceApi, visit: Open) -> None:  # noqa: F811
    owner = visit("desktop", extra_http_headers={"x-ip-token": TOKEN})
    owner.sign_up_by_hand(space)
    before = len(api.asked("/schedule"))
    owner.make()
    first = owner.ad()
    assert first["engine"] == "flux"
    owner.page.locator("[data-call=again]:visible").first.click()
    for _ in range(150):
        if owner.ad()["id"] != first["id"]:
            break
        owner.page.wait_for_timeout(200)
    assert owner.ad()["engine"] == "flux" and owner.ad()["id"] != first["id"]
    assert [turn.get("token") for turn in api.asked("/schedule")[before:]] == [TOKEN, TOKEN]
    assert owner.refused == []


def wait(space: Server, job_id: str) -> dict[str, Any]:
    """The job when it has ended."""
    for _ in range(300):
        view: dict[str, Any] = httpx.get(f"{space.url}/api/v1/jobs/{job_id}",
                                         headers=space.headers).json()  # type: ignore[attr-defined]
        if view["state"] in ("done", "failed", "cancelled"):
            return view
        time.sleep(0.1)
    raise AssertionError(view)
