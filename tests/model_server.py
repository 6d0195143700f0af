"""A server on this machine that speaks the OpenAI protocol, well and badly, and the words that it knows."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import openai  # noqa: F401  (imported before any deadline runs)

from adgen.brief import AdBrief, StoreFacts
from adgen.copywriters.base import CopyOptions, Usage
from adgen.copywriters.model.breaker import Breaker
from adgen.copywriters.model.writer import OpenAICopywriter

STORE = StoreFacts("카페 봄날", "cafe", phone="02-123-4567", address="서울 마포구 연남동 12-3")
BRIEF = AdBrief(STORE, "가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.", month=10)
GOOD: dict[str, Any] = {
    "headline_news": "고구마 라떼가 왔어요", "headline_benefit": "4,900원에 만나는 라떼",
    "headline_mood": "라떼 한 잔의 여유", "subline": "가을 한정으로 준비했어요", "call_to_action": "들러 주세요",
    "instagram": "안녕하세요, 카페 봄날이에요.\n\n가을 한정 고구마 라떼가 나왔어요. 4,900원에 드려요.",
    "hashtags": ["고구마라떼", "#카페봄날"],
    "naver_place_title": "고구마 라떼 소식", "naver_place": "가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.",
    "daangn_title": "동네 카페 봄날 소식이에요", "daangn": "이웃님, 가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.",
    "kakao_title": "고구마 라떼 소식", "kakao_button": "보러 가기",
    "kakao_message": "가을 한정 고구마 라떼가 나왔어요. 4,900원에 드려요.",
    "kakao_wide": "가을 한정 고구마 라떼가 나왔어요.", "sms": "고구마 라떼가 나왔어요. 4,900원이에요.",
    "lms_title": "고구마 라떼 소식", "lms": "안녕하세요, 카페 봄날이에요. 가을 한정 고구마 라떼를 4,900원에 드려요.",
    "delivery_menu": "고구마로 만든 라떼예요.",
    "image_prompt": "A warm sweet potato latte on a wooden table, soft light",
}
Answer = Callable[["Handler", dict[str, Any]], None]
QUICK = {"retry-after-ms": "1"}


class ModelServer(ThreadingHTTPServer):
    """One scripted answer for every request; the last of the script repeats. ``seen`` are the requests' bodies."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.script: list[Answer] = []
        self.seen: list[dict[str, Any]] = []
        self.over = threading.Event()
        """Set when the test is over: what hangs or drips does so until then."""
        self.hung_up = threading.Event()
        """Set when a client was seen to hang up in the middle of an answer."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up is what these tests are about."""
        self.hung_up.set()


class Handler(BaseHTTPRequestHandler):
    server: ModelServer
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.seen.append(body)
        script = self.server.script
        (script.pop(0) if len(script) > 1 else script[0])(self, body)

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def head(self, status: int = 200, kind: str = "text/event-stream", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def piece(self, data: bytes) -> None:
        """One chunk of a chunked body; an empty one ends it."""
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()


@contextmanager
def running() -> Iterator[ModelServer]:
    with ModelServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.over.set()
        server.shutdown()
        thread.join()


def raw(text: str | bytes, status: int = 200, kind: str = "application/json", **headers: str) -> Answer:
    """``text`` as the whole body."""
    data = text.encode() if isinstance(text, str) else text

    def answer(handler: Handler, body: dict[str, Any]) -> None:
        handler.head(status, kind, **{"Content-Length": str(len(data)), **headers})
        handler.wfile.write(data)
    return answer


def error(status: int, said: str = "no", **headers: str) -> Answer:
    return raw(json.dumps({"error": {"message": said}}), status, **headers)


def whole(content: Any, finish: str | None = "stop", **message: Any) -> Answer:
    """A plain JSON completion, whatever was asked for."""
    text = content if content is None or isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text, **message}}
    return raw(json.dumps({"id": "1", "object": "chat.completion", "model": "m", "choices": [choice]}))


def chunk(content: str | None = None, finish: str | None = None, **delta: Any) -> bytes:
    """One event of a stream."""
    choice = {"index": 0, "finish_reason": finish, "delta": {"content": content, **delta}}
    return f"data: {json.dumps({'id': '1', 'choices': [choice]}, ensure_ascii=False)}\n\n".encode()


def usage(prompt: Any, completion: Any) -> bytes:
    told = {"prompt_tokens": prompt, "completion_tokens": completion}
    return f"data: {json.dumps({'id': '1', 'choices': [], 'usage': told})}\n\n".encode()


DONE = b"data: [DONE]\n\n"


def events(*pieces: bytes, end: bool = True) -> Answer:
    """A stream of ``pieces``; without ``end`` the connection breaks after them."""
    def answer(handler: Handler, body: dict[str, Any]) -> None:
        handler.head(**{"Transfer-Encoding": "chunked"})
        for data in pieces:
            handler.piece(data)
        if end:
            handler.piece(b"")
        else:
            handler.close_connection = True
    return answer


def said(content: Any, finish: str | None = "stop", told: bytes = b"", size: int = 40) -> Answer:
    """``content`` streamed in pieces of ``size`` characters, as a well-behaved server does."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    pieces = [chunk(text[at:at + size]) for at in range(0, len(text), size)]
    return events(*pieces, chunk(finish=finish), *([told] if told else []), DONE)


def asked(body: dict[str, Any]) -> list[str]:
    """The keys that a request's schema asks for."""
    return list(body["response_format"]["json_schema"]["schema"]["required"])


def good(handler: Handler, body: dict[str, Any]) -> None:
    """What was asked for, of the words that it knows."""
    said({key: GOOD[key] for key in asked(body)})(handler, body)


def better(**change: Any) -> Answer:
    """The same with other words for some keys."""
    def answer(handler: Handler, body: dict[str, Any]) -> None:
        said({key: {**GOOD, **change}[key] for key in asked(body)})(handler, body)
    return answer


def hang(handler: Handler, body: dict[str, Any]) -> None:
    handler.server.over.wait(30)


def drip(handler: Handler, body: dict[str, Any]) -> None:
    handler.head(**{"Transfer-Encoding": "chunked"})
    while not handler.server.over.wait(0.05):
        handler.piece(chunk(" "))


def writer(server: ModelServer, deadline: float = 20.0, breaker: Breaker | None = None) -> OpenAICopywriter:
    return OpenAICopywriter(CopyOptions(api_key="sk-secret", base_url=f"http://127.0.0.1:{server.server_port}/v1",
                                        model="m", deadline=deadline), breaker)


class Purse:
    """A meter that allows ``calls`` calls and writes down what they took."""

    def __init__(self, calls: int = 100) -> None:
        self.calls, self.spent = calls, list[Usage]()

    def allows(self) -> bool:
        return len(self.spent) < self.calls

    def spend(self, usage: Usage) -> None:
        self.spent.append(usage)
