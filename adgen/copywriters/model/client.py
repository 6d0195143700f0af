"""The way to any OpenAI-compatible server: one question, one checked-for-wholeness answer, or a Fault, by a deadline.

A call runs in a thread of its own with its own event loop, so that it can be broken off at any moment, by the deadline
or by whoever watches, even while a name is being looked up; the caller's thread does the watching. The client library's
own retries are off, because it obeys a Retry-After of up to two minutes (openai 3.54), and so is its reading of errors
and streams, which knows no bound and ends at the first line that is not JSON (the same).
"""

import asyncio
import importlib
import logging
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from typing import Any

from ..base import CopyOptions, Meter, Usage
from .breaker import Breaker
from .faults import Fault, refusal
from .wire import Listener, tokens

log = logging.getLogger(__name__)

TRIES, TICK, GRACE = 3, 0.2, 0.5
"""Tries of one call; seconds between two looks at what has been written; seconds given to a broken-off call to hang up
before it is left to itself."""
_BACK_OFF, _COMPLAINT_MAX = 0.5, 4000
_COMPLAINTS, _NAMED_ONLY = (400, 404, 405, 415, 422, 500, 501), (404, 500, 501)
"""Statuses of a server that does not understand a request, and those that need to say what they do not understand."""
_UNHURT = frozenset({"refused", "length", "cap", "open", "library"})
"""Reasons that say nothing against the server."""


@dataclass(frozen=True)
class Question:
    """Messages, and the JSON schema that the answer shall have."""

    messages: tuple[dict[str, str], ...]
    schema: dict[str, Any]

    def characters(self) -> str:
        return "".join(message["content"] for message in self.messages)


@dataclass(frozen=True)
class Dialect:
    """What a server understands: ``form`` 0 a JSON schema, 1 JSON mode, 2 plain text; streams; usage in streams."""

    form: int = 0
    stream: bool = True
    usage: bool = True

    def asked(self, question: Question) -> dict[str, Any]:
        """The arguments of a completion."""
        forms: tuple[dict[str, Any], ...] = (
            {"response_format": {"type": "json_schema", "json_schema": {
                "name": "advertisement", "strict": True, "schema": question.schema}}},
            {"response_format": {"type": "json_object"}}, {})
        options = {"stream_options": {"include_usage": True}} if self.stream and self.usage else {}
        return {"messages": list(question.messages), **forms[self.form], **options,
                **({"stream": True} if self.stream else {})}

    def simpler(self, fault: Fault) -> "Dialect | None":
        """One step down, that which the server complains of when it says so; None when it complains of another
        thing, or there is no step left."""
        if fault.http_status not in _COMPLAINTS or fault.reason == "refused":
            return None
        formless = self.form > 1
        steps: tuple[tuple[tuple[str, ...], bool, Dialect], ...] = (
            (("stream_options", "include_usage"), self.stream and self.usage, replace(self, usage=False)),
            (("response_format", "json", "schema", "grammar", "guided"), not formless,
             replace(self, form=min(2, self.form + 1))),
            (("stream",), self.stream, replace(self, stream=False)),
        )
        named = [after for words, left, after in steps if left and any(word in fault.said for word in words)]
        if named or fault.http_status in _NAMED_ONLY:
            return named[0] if named else None
        return next((after for _, left, after in (steps[1], steps[0], steps[2]) if left), None)


class ModelClient:
    """One server and one model. Safe to share between threads; what the server does not understand is remembered."""

    def __init__(self, options: CopyOptions, breaker: Breaker | None = None) -> None:
        self._options = options
        self._breaker = breaker or Breaker()
        self._dialect = Dialect()

    def ask(self, question: Question, until: float, on_tick: Callable[[str], None] | None = None,
            meter: Meter | None = None) -> str:
        """The text of one finished answer to ``question``.

        ``until`` is the deadline on ``time.monotonic()``. ``on_tick`` gets the raw text so far, at most five times a
        second, from this thread, even while there is none; what it raises breaks the call off and is passed on.
        ``meter`` is asked before and told after, of a broken-off or failed call too: as the server counted its tokens,
        or, where it did not say, estimated from the characters sent and received.

        Raises:
            Fault: whatever went wrong, until ``until`` and half a second at most.
        """
        if meter is not None and not meter.allows():
            raise Fault("cap")
        ticket = self._breaker.enter()
        if not ticket:
            raise Fault("open")
        call, worked = _Call(self, question, until), None
        try:
            text = call.watched(on_tick)
            worked = True
            return text
        except Fault as fault:
            worked = None if fault.reason == "library" else fault.reason in _UNHURT
            log.warning("The language model gave no copy: %s (HTTP %s).", fault.reason, fault.http_status or "-")
            raise
        finally:
            self._breaker.leave(ticket, worked)
            if meter is not None:
                meter.spend(call.usage())

    async def talk(self, question: Question, call: "_Call") -> str:
        """The answer, after as many tries and in as simple a dialect as it takes."""
        try:
            library = importlib.import_module("openai")
        except ImportError:
            raise Fault("library") from None
        dialect, tries, options = self._dialect, 0, self._options
        http = library.DefaultAsyncHttpxClient(event_hooks={"response": [_turn_away]})
        async with library.AsyncOpenAI(api_key=options.api_key or "none", base_url=options.base_url or None,
                                       timeout=options.deadline, max_retries=0, http_client=http,
                                       default_headers={"Accept-Encoding": "identity"}) as client:
            while True:
                try:
                    text = await call.one(library, client, {"model": options.model, **dialect.asked(question)})
                    self._dialect = dialect
                    return text
                except Fault as fault:
                    simpler = dialect.simpler(fault)
                    if simpler is None:
                        tries += 1
                        await _back_off(fault, tries, call.until)
                    dialect = simpler or dialect


class _Call:
    """One question on its way, in its own thread."""

    def __init__(self, client: ModelClient, question: Question, until: float) -> None:
        self.until = until
        self._client, self._question = client, question
        self._lock, self._ended = threading.Lock(), threading.Event()
        self._task: asyncio.Task[None] | None = None
        self._broken_off = False
        self._heard: list[tuple[Listener, bool]] = []
        self._outcome: str | Exception = Fault("timeout")

    def watched(self, on_tick: Callable[[str], None] | None) -> str:
        """Run, and look at what has been written until it is finished or late."""
        thread = threading.Thread(target=self._run, name="copywriter", daemon=True)
        thread.start()
        try:
            while not self._ended.wait(min(TICK, max(0.0, self.until - time.monotonic()))):
                if time.monotonic() >= self.until:
                    raise Fault("timeout")
                if on_tick:
                    on_tick(self.text())
        finally:
            self._break_off()
            thread.join(GRACE)
        if isinstance(self._outcome, Exception):
            raise self._outcome
        if on_tick:
            on_tick(self._outcome)
        return self._outcome

    def text(self) -> str:
        """What the present try has brought so far."""
        return "".join(self._heard[-1][0].parts) if self._heard else ""

    def usage(self) -> Usage:
        """Of all tries together. One that the server turned away took no tokens; one without an answer, its prompt."""
        asked = tokens(self._question.characters())
        counted = [(0, 0) if idle else listener.usage or (asked, tokens("".join(listener.parts)))
                   for listener, idle in self._heard]
        return Usage(len(counted), sum(prompt for prompt, _ in counted), sum(said for _, said in counted))

    async def one(self, library: Any, client: Any, asked: dict[str, Any]) -> str:
        """One try: the finished text, or a Fault."""
        listener = Listener()
        self._heard.append((listener, False))
        answered = False
        try:
            async with client.chat.completions.with_streaming_response.create(**asked) as response:
                answered = True
                async for data in response.iter_bytes():
                    listener.feed(data)
                    if listener.done:
                        break
            return listener.close()
        except library.APITimeoutError:
            raise Fault("timeout") from None
        except library.APIStatusError as error:
            raise Fault("server", error.status_code) from None
        except Exception as error:
            # What ``_turn_away`` raises comes as it is from openai 3, wrapped from openai 2. A stream that is cut
            # raises what the library's transport raises, of whichever version that is.
            told = error if isinstance(error, Fault) else error.__cause__
            fault = told if isinstance(told, Fault) else Fault("connection")
            idle = fault.http_status >= 400 if isinstance(told, Fault) else not answered
            self._heard[-1] = (listener, idle)
            raise fault from None

    def _run(self) -> None:
        try:
            asyncio.run(self._main())
        except Exception as error:
            self._outcome = error if isinstance(error, Fault) else Fault("server")
            if not isinstance(error, Fault):
                log.exception("The call to the language model failed.")
        finally:
            self._ended.set()

    async def _main(self) -> None:
        with self._lock:
            self._task = None if self._broken_off else asyncio.current_task()
        if self._task is None:
            return
        try:
            async with asyncio.timeout(self.until - time.monotonic()):
                self._outcome = await self._client.talk(self._question, self)
        except TimeoutError:
            pass
        except asyncio.CancelledError:
            if not self._broken_off:
                raise
        except Fault as fault:
            self._outcome = fault
        finally:
            with self._lock:
                self._task = None
            self._ended.set()

    def _break_off(self) -> None:
        with self._lock:
            self._broken_off = True
            if self._task is not None:
                self._task.get_loop().call_soon_threadsafe(self._task.cancel)


async def _turn_away(response: Any) -> None:
    """Read an error's beginning, and no more, before the library reads all of it."""
    if response.status_code < 400:
        return
    said = bytearray()
    async for data in response.aiter_bytes():
        said += data
        if len(said) >= _COMPLAINT_MAX:
            break
    raise refusal(response.status_code, bytes(said[:_COMPLAINT_MAX]).decode("utf-8", "replace"),
                  _retry_after(response.headers))


def _retry_after(headers: Any) -> float | None:
    """Seconds that the server asks to wait, given as milliseconds, seconds or a date."""
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        try:
            return max(0.0, float(headers.get(name, "")) / unit)
        except ValueError:
            continue
    try:
        return max(0.0, parsedate_to_datetime(headers.get("retry-after", "")).timestamp() - time.time())
    except ValueError:
        return None


async def _back_off(fault: Fault, tries: int, until: float) -> None:
    """Wait before another try; the fault itself when there is none left, or no time for it."""
    pause = _BACK_OFF * 2 ** (tries - 1) * random.uniform(0.5, 1.0)
    wait = pause if fault.wait is None else fault.wait + pause * 0.1
    if not fault.again or tries >= TRIES or not wait < until - time.monotonic():
        raise fault
    await asyncio.sleep(wait)


