"""The OpenAI-images engine against a real HTTP server on loopback that answers well, wrongly and not at all."""

import base64
import io
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from PIL import Image

from adgen.brief import ImageRequest
from adgen.engines.base import Engine
from adgen.engines.openai_images import ImagesEngine, ImagesOptions
from adgen.errors import EngineError, EngineUnavailable, InvalidInput, JobCancelled

REQUEST = ImageRequest("a cup of coffee in warm light", seed=7, width=500, height=300, steps=3)
Reply = Callable[[dict[str, Any]], tuple[int, Any]]


class Server(ThreadingHTTPServer):
    """Answers with ``reply``, or never where ``reply`` is None; remembers what it was asked."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.reply: Reply | None = lambda asked: (200, painted(*size(asked)))
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.over = threading.Event()


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:  # the name that http.server asks for
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert self.path == "/v1/images/generations"
        self.server.asked.append(asked)
        self.server.keys.append(self.headers["Authorization"])
        if self.server.reply is None:
            self.server.over.wait(20)
            return
        status, body = self.server.reply(asked)
        data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html" if isinstance(body, str) else "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        pass


def size(asked: dict[str, Any]) -> tuple[int, int]:
    width, _, height = asked["size"].partition("x")
    return int(width), int(height)


def painted(width: int, height: int, cut: int | None = None) -> dict[str, Any]:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "orange").save(out, "PNG")
    return {"created": 1, "data": [{"b64_json": base64.b64encode(out.getvalue()[:cut]).decode()}]}


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.over.set()
        server.shutdown()
        thread.join()


def engine_at(server: Server, timeout: float = 10.0) -> ImagesEngine:
    url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    return ImagesEngine(ImagesOptions(base_url=url, api_key="sk-secret", model="flux", timeout=timeout))


def quiet(_done: int, _total: int, _preview: Image.Image | None) -> None:
    pass


def test_the_size_is_exact_and_everything_is_asked_for(server: Server) -> None:
    engine: Engine = engine_at(server)
    steps: list[int] = []
    made = engine.generate(REQUEST, lambda done, _total, _preview: steps.append(done))
    assert made.image.size == (500, 300) and made.generated_size == (512, 304) and made.ignored == ()
    assert (made.engine, made.model, made.steps, made.seed, made.ai) == ("images", "flux", 3, 7, True)
    assert server.asked[0]["size"] == "512x304" and server.asked[0]["seed"] == 7
    assert server.asked[0]["num_inference_steps"] == 3 and server.keys == ["Bearer sk-secret"]
    assert steps[0] == 0 and steps[-1] == 3


def test_a_strict_server_is_asked_without_what_it_does_not_know(server: Server) -> None:
    def strict(asked: dict[str, Any]) -> tuple[int, Any]:
        if set(asked) - {"model", "prompt", "n", "size"}:
            return 400, {"error": {"message": "Unknown parameter: 'seed'."}}
        return 200, painted(*size(asked))

    server.reply = strict
    made = engine_at(server).generate(REQUEST, quiet)
    assert made.image.size == (500, 300) and made.ignored == ("seed", "steps") and len(server.asked) == 2


def test_a_server_with_fixed_sizes_gives_its_own_and_it_is_fitted(server: Server) -> None:
    server.reply = lambda asked: ((200, painted(1024, 1024)) if asked["size"] == "1024x1024"
                                  else (400, {"error": {"message": "Invalid size"}}))
    made = engine_at(server).generate(REQUEST, quiet)
    assert made.image.size == (500, 300) and made.generated_size == (1024, 1024)
    assert made.ignored == ("seed", "steps", "width", "height")


@pytest.mark.parametrize(("status", "body", "reason", "kind"), [
    (401, {"error": {"message": "bad key"}}, "key", EngineUnavailable),
    (404, {"error": {"message": "no such model"}}, "model", EngineUnavailable),
    (429, {"error": {"message": "slow down"}}, "busy", EngineUnavailable),
    (503, "<html>overloaded</html>", "busy", EngineUnavailable),
    (400, {"error": {"message": "safety system"}}, "refused", EngineError),
    (500, "<html>oops</html>", "down", EngineError),
    (200, "<html>sign in</html>", "no_picture", EngineError),
    (200, {"created": 1, "data": []}, "no_picture", EngineError),
    (200, {"created": 1}, "no_picture", EngineError),
    (200, {"created": 1, "data": [{"url": "http://127.0.0.1:1/secret.png"}]}, "no_picture", EngineError),
    (200, {"created": 1, "data": [{"b64_json": "not base64!"}]}, "no_picture", EngineError),
    (200, {"created": 1, "data": [{"b64_json": base64.b64encode(b"GIF89a").decode()}]}, "no_picture", EngineError),
    (200, painted(512, 304, cut=60), "no_picture", EngineError),
    (200, painted(5000, 4000), "too_large", EngineError),
])
def test_what_can_come_back_becomes_a_sentence(server: Server, status: int, body: Any, reason: str,
                                               kind: type[EngineError]) -> None:
    server.reply = lambda _asked: (status, body)
    with pytest.raises(EngineError) as caught:
        engine_at(server).generate(REQUEST, quiet)
    assert type(caught.value) is kind and caught.value.details["reason"] == reason
    assert "sk-secret" not in caught.value.say("ko") + caught.value.say("en") + str(caught.value.details)


def test_a_silent_server_is_left_at_the_timeout(server: Server) -> None:
    server.reply = None
    with pytest.raises(EngineUnavailable) as caught:
        engine_at(server, timeout=0.3).generate(REQUEST, quiet)
    assert caught.value.details["reason"] == "timeout" and not server.over.is_set()


def test_a_job_can_be_cancelled_while_the_server_thinks(server: Server) -> None:
    server.reply = None
    beats: list[int] = []

    def cancel(done: int, _total: int, _preview: Image.Image | None) -> None:
        beats.append(done)
        if len(beats) > 1:
            raise JobCancelled

    with pytest.raises(JobCancelled):
        engine_at(server).generate(REQUEST, cancel)
    assert not server.over.is_set()


def test_nobody_listens() -> None:
    engine = ImagesEngine(ImagesOptions(base_url="http://127.0.0.1:9/v1", timeout=5))
    with pytest.raises(EngineUnavailable) as caught:
        engine.generate(REQUEST, quiet)
    assert caught.value.details["reason"] == "network"


def test_without_an_address_the_operator_learns_what_to_set() -> None:
    with pytest.raises(EngineUnavailable, match="ADGEN_IMAGES_BASE_URL"):
        ImagesEngine(ImagesOptions()).generate(REQUEST, quiet)


def test_steps_outside_the_range_are_refused_before_anything_is_asked(server: Server) -> None:
    with pytest.raises(InvalidInput):
        engine_at(server).generate(ImageRequest("x", seed=1, steps=13), quiet)
    assert server.asked == []
