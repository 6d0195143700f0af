"""Hugging Face inference against a real HTTP server on loopback: good answers, wrong ones, refusals and silence."""

import io
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from PIL import Image

from adgen.brief import ImageRequest
from adgen.engines.base import Engine
from adgen.engines.hub import HubEngine, HubOptions
from adgen.errors import EngineError, EngineUnavailable, InvalidInput, JobCancelled

REQUEST = ImageRequest("a cup of coffee in warm light", seed=7, width=500, height=300, steps=3)


class Provider(ThreadingHTTPServer):
    """Answers every POST with ``status`` and ``body`` after ``delay`` seconds, and remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.status, self.body, self.kind, self.delay = 200, b"", "image/png", 0.0
        self.asked: list[dict[str, Any]] = []
        self.tokens: list[str | None] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def answers(self, status: int, body: bytes, kind: str = "application/json") -> None:
        self.status, self.body, self.kind = status, body, kind

    def paints(self, size: tuple[int, int], mode: str = "RGB") -> None:
        out = io.BytesIO()
        Image.new(mode, size, "orange").save(out, "PNG")
        self.answers(200, out.getvalue(), "image/png")


class _Handler(BaseHTTPRequestHandler):
    server: Provider

    def do_POST(self) -> None:  # the name that http.server asks for
        length = int(self.headers["Content-Length"])
        self.server.asked.append(json.loads(self.rfile.read(length)))
        self.server.tokens.append(self.headers["Authorization"])
        time.sleep(self.server.delay)
        try:
            self.send_response(self.server.status)
            self.send_header("Content-Type", self.server.kind)
            self.send_header("Content-Length", str(len(self.server.body)))
            self.end_headers()
            self.wfile.write(self.server.body)
        except OSError:
            pass  # the engine gave up waiting

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def provider() -> Iterator[Provider]:
    server = Provider()
    server.paints((512, 304))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def engine_at(url: str, timeout: float = 10.0) -> HubEngine:
    return HubEngine(HubOptions(token="hf_secret", url=url, timeout=timeout))


def quiet(_done: int, _total: int, _preview: Image.Image | None) -> None:
    pass


def refusal(provider: Provider) -> EngineError:
    with pytest.raises(EngineError) as caught:
        engine_at(provider.url).generate(REQUEST, quiet)
    assert "{" not in caught.value.say("ko") + caught.value.say("en")
    assert "hf_secret" not in str(caught.value.details) + caught.value.say("en")
    return caught.value


def test_is_an_engine() -> None:
    engine: Engine = HubEngine(HubOptions())
    assert (engine.name, engine.model, engine.ai, engine.redraws, engine.default_steps) == (
        "hub", "black-forest-labs/FLUX.1-schnell", True, False, 4)


def test_what_is_asked_and_what_comes_back(provider: Provider) -> None:
    told: list[tuple[int, int]] = []
    made = engine_at(provider.url).generate(REQUEST, lambda done, total, _: told.append((done, total)))
    assert provider.asked == [{"inputs": REQUEST.prompt, "parameters": {
        "width": 512, "height": 304, "num_inference_steps": 3, "seed": 7}}]
    assert provider.tokens == ["Bearer hf_secret"]
    assert made.image.size == (500, 300) and made.image.mode == "RGB"
    assert made.generated_size == (512, 304)
    assert (made.engine, made.seed, made.steps, made.ai) == ("hub", 7, 3, True)
    assert made.timings["provider"] > 0
    assert told[0] == (0, 3) and told[-1] == (3, 3)


@pytest.mark.parametrize(("size", "mode"), [((1024, 768), "RGB"), ((256, 256), "RGBA"), ((500, 300), "L")])
def test_another_size_is_fitted_and_told(provider: Provider, size: tuple[int, int], mode: str) -> None:
    provider.paints(size, mode)
    made = engine_at(provider.url).generate(REQUEST, quiet)
    assert made.image.size == (500, 300) and made.image.mode == "RGB" and made.generated_size == size


@pytest.mark.parametrize(("status", "reason", "code"), [
    (401, "token", "engine_unavailable"), (402, "quota", "engine_unavailable"), (403, "token", "engine_unavailable"),
    (404, "model", "engine_unavailable"), (429, "busy", "engine_unavailable"), (503, "busy", "engine_unavailable"),
    (422, "refused", "generation_failed"), (500, "down", "generation_failed"), (502, "down", "generation_failed"),
])
def test_refusals(provider: Provider, status: int, reason: str, code: str) -> None:
    provider.answers(status, json.dumps({"error": "no"}).encode())
    error = refusal(provider)
    assert (error.details["reason"], error.details["status"], error.code) == (reason, status, code)


@pytest.mark.parametrize("body", [b"<html>Sign in to the hotel's Wi-Fi</html>", b"", b"{}"])
def test_an_answer_that_is_no_picture(provider: Provider, body: bytes) -> None:
    provider.answers(200, body, "text/html")
    assert refusal(provider).details["reason"] == "no_picture"


def test_a_picture_cut_off(provider: Provider) -> None:
    out = io.BytesIO()
    Image.effect_noise((512, 304), 90).save(out, "PNG")
    provider.answers(200, out.getvalue()[: len(out.getvalue()) // 2], "image/png")
    assert refusal(provider).details["reason"] == "no_picture"


def test_a_picture_too_large_is_not_decoded(provider: Provider) -> None:
    provider.paints((8000, 4000), "L")
    assert refusal(provider).details["reason"] == "too_large"


def test_silence_ends_in_time(provider: Provider) -> None:
    provider.delay = 3.0
    started = time.monotonic()
    with pytest.raises(EngineUnavailable) as caught:
        engine_at(provider.url, timeout=0.6).generate(REQUEST, quiet)
    assert caught.value.details["reason"] == "timeout" and time.monotonic() - started < 2


def test_a_job_can_be_cancelled_while_waiting(provider: Provider) -> None:
    provider.delay = 5.0
    started = time.monotonic()

    def cancel(_done: int, _total: int, _preview: Image.Image | None) -> None:
        if time.monotonic() - started > 0.3:
            raise JobCancelled()

    with pytest.raises(JobCancelled):
        engine_at(provider.url).generate(REQUEST, cancel)
    assert time.monotonic() - started < 2


def test_nobody_there() -> None:
    with pytest.raises(EngineUnavailable) as caught:
        engine_at("http://127.0.0.1:9").generate(REQUEST, quiet)
    assert caught.value.details["reason"] == "network"


def test_without_a_token_nothing_is_asked() -> None:
    with pytest.raises(EngineUnavailable, match="HF_TOKEN"):
        HubEngine(HubOptions()).generate(REQUEST, quiet)


def test_an_unknown_provider_is_named_as_a_setting() -> None:
    with pytest.raises(EngineUnavailable, match="ADGEN_HUB_PROVIDER"):
        HubEngine(HubOptions(token="hf_secret", provider="nobody")).generate(REQUEST, quiet)


def test_steps_are_checked_before_anything_is_asked(provider: Provider) -> None:
    with pytest.raises(InvalidInput):
        engine_at(provider.url).generate(ImageRequest("tea", 1, steps=13), quiet)
    assert provider.asked == []


def test_the_token_is_never_shown() -> None:
    assert "hf_secret" not in repr(HubOptions(token="hf_secret"))
