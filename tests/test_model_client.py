"""The way to a language model: simpler dialects, tries, the breaker, and what each call takes from whom."""

import json
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from adgen.brief import AdBrief
from adgen.copywriters.base import Usage, Watch
from adgen.copywriters.model.breaker import Breaker
from adgen.copywriters.model.client import Dialect, Question
from adgen.copywriters.model.faults import NOTES, Fault, refusal
from adgen.copywriters.model.schema import WRITE, read, readable
from adgen.copywriters.model.wire import Listener, tokens
from adgen.copywriters.model.writer import FAILURE_LASTS, KEPT

from .model_server import (
    BRIEF,
    DONE,
    GOOD,
    QUICK,
    STORE,
    Answer,
    Handler,
    ModelServer,
    Purse,
    chunk,
    drip,
    error,
    events,
    good,
    raw,
    running,
    said,
    usage,
    whole,
    writer,
)

OTHER = AdBrief(STORE, "라떼가 나왔어요")


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with running() as server:
        server.script = [good]
        yield server


def forms(server: ModelServer) -> list[tuple[str, bool, bool]]:
    """(form, streamed, with usage) of every request seen."""
    return [(str(body.get("response_format", {}).get("type", "")), body.get("stream") is True, "stream_options" in body)
            for body in server.seen]


@pytest.mark.parametrize(("script", "kept"), [
    ((error(400, "response_format json_schema is not supported"), said(GOOD)), ("json_object", True, True)),
    ((error(422, "response_format: unknown field"), error(400, "json_object is not supported"), said(GOOD)),
     ("", True, True)),
    ((error(404, "no route for response_format"), said(GOOD)), ("json_object", True, True)),
    ((error(500, "failed to parse grammar"), said(GOOD)), ("json_object", True, True)),
    ((error(400, "Unrecognized request argument supplied: stream_options"), good), ("json_schema", True, False)),
    ((error(422, "extra fields not permitted: stream_options"), error(400, "streaming is not supported"), whole(GOOD)),
     ("json_schema", False, False)),
    ((error(400, "stream must be false"), whole(GOOD)), ("json_schema", False, False)),
    ((error(400, "no"), said(GOOD)), ("json_object", True, True)),
    ((whole(GOOD),), ("json_schema", True, True)),
])
def test_a_simpler_server_is_asked_more_simply_and_remembered(server: ModelServer, script: tuple[Answer, ...],
                                                              kept: tuple[str, bool, bool]) -> None:
    server.script = list(script)
    one = writer(server)
    assert one.write(BRIEF).writer == "openai" and len(server.seen) == len(script)
    assert one.write(OTHER).writer == "openai"
    assert forms(server)[0] == ("json_schema", True, True) and forms(server)[-1] == kept


def test_a_server_that_takes_nothing_is_not_taken_for_a_simple_one(server: ModelServer) -> None:
    server.script = [error(400, "no")]
    one = writer(server)
    assert one.write(BRIEF).note == NOTES["server"].ko and forms(server)[-1] == ("", False, False)
    server.script = [good]
    assert one.write(OTHER).writer == "openai" and forms(server)[-1] == ("json_schema", True, True)


def test_steps_down_end(server: ModelServer) -> None:
    step: Dialect | None = Dialect()
    seen = []
    while step:
        seen.append(step)
        step = step.simpler(refusal(400, "response_format stream_options stream"))
    assert len(seen) == len(set(seen)) == 5 and seen[-1] == Dialect(2, False, False)
    assert Dialect().simpler(refusal(401, "stream")) is Dialect().simpler(refusal(404, "no such model")) is None
    assert "stream" not in Dialect(2, False).asked(Question((), {}))


@pytest.mark.parametrize("first", [error(429, **QUICK), error(503, **QUICK), error(408, **QUICK), error(409, **QUICK),
                                   events(chunk("{"), end=False)])
def test_a_busy_server_is_asked_again(server: ModelServer, first: Answer) -> None:
    server.script = [first, good]
    purse = Purse()
    assert writer(server).write(BRIEF, Watch(meter=purse)).writer == "openai" and len(server.seen) == 2
    assert [spent.calls for spent in purse.spent] == [2]


def test_retry_after_is_kept_where_it_fits_the_deadline(server: ModelServer) -> None:
    server.script = [error(429, **{"Retry-After": "0"}), error(429, **{"Retry-After": "Thu, 01 Jan 2026 00:00:00 GMT"}),
                     good]
    assert writer(server).write(BRIEF).writer == "openai" and len(server.seen) == 3
    server.script = [error(429, **{"Retry-After": "21"})]
    assert writer(server).write(BRIEF).note == NOTES["limit"].ko and len(server.seen) == 4


def test_garbage_lines_in_a_stream_are_passed_over(server: ModelServer) -> None:
    text = json.dumps(GOOD, ensure_ascii=False)
    server.script = [events(b": ping\n\n", b"event: message\r\n", b"garbage\n\n", b"data: ping\n\n",
                            b"data: [1]\n\n", chunk(role="assistant"), chunk(text[:99]), b"data:\n\n",
                            b"id: 7\nretry: 10\n\n",
                            chunk(text[99:]), b"data: 7\n\n", chunk(finish="stop"), DONE, b"data: {\"error\": 1}\n\n")]
    assert writer(server).write(BRIEF).writer == "openai" and len(server.seen) == 1


def test_a_stream_may_end_without_a_word_of_its_end() -> None:
    for end in (chunk(finish="stop"), DONE):
        listener = Listener()
        for at in range(0, len(data := chunk("{}") + end), 7):
            listener.feed(data[at:at + 7])
        assert listener.close() == "{}"
    listener = Listener()
    listener.feed(b"  \n")
    listener.feed(b'{"choices": [{"message": {"content": [{"type": "text", "text": "a"}, {"text": "b"}]}}]}')
    assert listener.close() == "ab"


def test_a_mutilated_answer_is_read_or_is_a_fault() -> None:
    text = json.dumps(GOOD, ensure_ascii=False)
    whole_stream = b"".join(chunk(text[at:at + 50]) for at in range(0, len(text), 50)) + chunk(finish="stop") + DONE
    dice, ends = random.Random(4), set[str]()
    for _ in range(300):
        data = bytearray(whole_stream)
        for _ in range(dice.randrange(1, 6)):
            at = dice.randrange(len(data))
            data[at:at + dice.choice((0, 1, 300))] = dice.randbytes(dice.choice((0, 1, 8)))
        listener = Listener()
        try:
            for at in range(0, len(data), 700):
                listener.feed(bytes(data[at:at + 700]))
            values, wrong = read(listener.close(), WRITE)
            assert set(values) | set(wrong) == {field.name for field in WRITE}
            ends.add("read" if values else "unreadable")
        except Fault as fault:
            ends.add(fault.reason)
        assert isinstance(readable("".join(listener.parts), WRITE), str)
    assert {"read", "answer"} <= ends <= {"read", "unreadable", "answer", "connection"}, ends


@pytest.mark.parametrize("count", [-1, "7", None, 10**12, True, 1.5])
def test_a_nonsensical_usage_is_estimated(count: Any) -> None:
    listener = Listener()
    listener.feed(chunk("a") + usage(count, 5))
    assert listener.usage is None


def test_tokens_are_estimated_on_the_safe_side() -> None:
    assert tokens("") == 0 and tokens("라떼 한 잔") == 5 and tokens("a latte") == 3


def test_each_call_is_written_down_as_the_server_counts(server: ModelServer) -> None:
    purse = Purse()
    server.script = [said({**GOOD, "sms": 7}, told=usage(900, 700)), said({"sms": GOOD["sms"]}, told=usage(1600, 20))]
    assert writer(server).write(BRIEF, Watch(meter=purse)).writer == "openai"
    assert purse.spent == [Usage(1, 900, 700), Usage(1, 1600, 20)]
    server.script = [raw(json.dumps({"choices": [], "usage": {"prompt_tokens": 3, "completion_tokens": 4}}))]
    writer(server).write(BRIEF, Watch(meter=purse))
    assert purse.spent[2:] == [Usage(1, 3, 4)]


def test_a_call_that_gave_nothing_is_written_down_too(server: ModelServer) -> None:
    said_so = "가나다" * 50
    for answer, free in ((error(401), True), (drip, False), (events(chunk(said_so), end=False), False)):
        purse = Purse()
        server.script = [answer]
        writer(server, deadline=1.5).write(BRIEF, Watch(meter=purse))
        assert len(purse.spent) == 1 and (purse.spent[0].prompt_tokens == 0) is free, free
    assert purse.spent[0].completion_tokens >= len(said_so)


def test_beyond_the_cap_the_builtin_writer_writes(server: ModelServer) -> None:
    one = writer(server)
    copy = one.write(BRIEF, Watch(meter=Purse(0)))
    assert (copy.writer, copy.note) == ("builtin", "오늘 쓸 수 있는 AI 문구를 다 썼어요. 내장 문구로 썼어요.")
    assert copy.note_en == NOTES["cap"].en and server.seen == []
    assert one.write(BRIEF, Watch(meter=Purse())).writer == "openai", "one user's cap is not another's"


def test_a_cap_before_the_repair_leaves_the_first_words(server: ModelServer) -> None:
    server.script = [said({**GOOD, "hashtags": 7})]
    copy = writer(server).write(BRIEF, Watch(meter=Purse(1)))
    assert copy.writer == "openai" and copy.note == "" and len(server.seen) == 1
    server.script = [said("prose")]
    assert writer(server).write(BRIEF, Watch(meter=Purse(1))).note == NOTES["answer"].ko


def test_kept_words_cost_nobody_anything(server: ModelServer) -> None:
    one, mine, yours = writer(server), Purse(), Purse()
    first = one.write(BRIEF, Watch(meter=mine))
    assert one.picture(BRIEF, Watch(meter=mine)).source == "model"
    again = one.write(BRIEF, Watch(meter=yours))
    assert again == first and again.captions is not first.captions and len(server.seen) == 1
    assert (len(mine.spent), len(yours.spent)) == (1, 0)
    for n in range(KEPT):
        one.write(AdBrief(STORE, BRIEF.description, seed=n + 1))
    asked_before = len(server.seen)
    one.write(BRIEF)
    assert len(server.seen) == asked_before + 1 and FAILURE_LASTS > 0


def test_a_server_that_keeps_failing_is_left_alone(server: ModelServer) -> None:
    clock = [0.0]
    server.script = [error(401)]
    one = writer(server, breaker=Breaker(3, 60.0, lambda: clock[0]))
    notes = [one.write(AdBrief(STORE, f"라떼 {n}")).note for n in range(5)]
    assert notes == [NOTES["key"].ko] * 3 + [NOTES["open"].ko] * 2 and len(server.seen) == 3
    clock[0] = 61.0
    assert one.write(AdBrief(STORE, "라떼 6")).note == NOTES["key"].ko
    assert one.write(AdBrief(STORE, "라떼 7")).note == NOTES["open"].ko, "the probe failed: open again"
    clock[0] = 122.0
    server.script = [good]
    assert one.write(BRIEF).writer == one.write(OTHER).writer == "openai"


def test_a_refusal_is_no_failure_of_the_server(server: ModelServer) -> None:
    server.script = [said("", "content_filter")]
    one = writer(server, breaker=Breaker(1, 60.0))
    assert one.write(BRIEF).note == one.write(OTHER).note == NOTES["refused"].ko


def test_half_open_lets_one_call_through() -> None:
    clock = [0.0]
    breaker = Breaker(1, 10.0, lambda: clock[0])
    breaker.leave(breaker.enter(), False)
    assert breaker.enter() == ""
    clock[0] = 10.0
    with ThreadPoolExecutor(8) as pool:
        tickets = list(pool.map(lambda _: breaker.enter(), range(40)))
    assert sorted(set(tickets)) == ["", "probe"] and tickets.count("probe") == 1
    breaker.leave("probe", None)
    assert breaker.enter() == "probe", "a probe that was broken off by us tells nothing"
    breaker.leave("probe", True)
    assert breaker.enter() == breaker.enter() == "call"


def test_threads_share_one_writer(server: ModelServer) -> None:
    gate = threading.Barrier(4, timeout=20)

    def together(handler: Handler, body: dict[str, Any]) -> None:
        gate.wait()
        good(handler, body)

    server.script = [together]
    one = writer(server)
    purses = [Purse() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        copies = list(pool.map(lambda n: one.write(AdBrief(STORE, BRIEF.description, seed=n), Watch(meter=purses[n])),
                               range(4)))
    assert {copy.writer for copy in copies} == {"openai"} and [len(purse.spent) for purse in purses] == [1] * 4
    assert [copy.headlines[0].angle for copy in copies] == ["news", "benefit", "mood", "news"]


def test_a_fault_is_an_error_of_ours() -> None:
    assert Fault("timeout").say("en") == NOTES["timeout"].en and not Fault("timeout").again
    assert refusal(400, "Content_Filter").reason == "refused" and refusal(503, "").again


def test_without_the_library_the_builtin_writer_writes() -> None:
    script = ("import sys; sys.modules['openai'] = None\n"
              "from adgen.brief import AdBrief, StoreFacts\n"
              "from adgen.copywriters.choice import CopyOptions, choose\n"
              "copy = choose(CopyOptions(api_key='sk-1')).write(AdBrief(StoreFacts('봄날'), '라떼가 나왔어요'))\n"
              "print(copy.writer, copy.note_en)")
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == f"builtin {NOTES['library'].en}"
