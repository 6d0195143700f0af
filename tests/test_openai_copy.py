"""The language-model writer: one campaign of words in one call, checked, repaired once, shown while it is written."""

import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from adgen.brief import AdBrief, StoreFacts
from adgen.copywriters.base import CopyOptions, Watch
from adgen.copywriters.choice import choose
from adgen.copywriters.model.faults import NOTES
from adgen.copywriters.model.schema import RULES, WRITE, envelope, readable
from adgen.copywriters.picture.prompt import NO_TEXT
from adgen.errors import JobCancelled

from .model_server import (
    BRIEF,
    GOOD,
    STORE,
    Handler,
    ModelServer,
    Purse,
    asked,
    better,
    chunk,
    good,
    hang,
    running,
    said,
    writer,
)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with running() as server:
        server.script = [good]
        yield server


def test_one_call_makes_all_short_words_and_the_picture(server: ModelServer) -> None:
    one = writer(server)
    copy, picture = one.write(BRIEF), one.picture(BRIEF)
    assert (copy.writer, copy.model, copy.note, copy.headline) == ("openai", "m", "", GOOD["headline_news"])
    assert [(line.angle, line.text) for line in copy.headlines] == [
        (angle, GOOD[f"headline_{angle}"]) for angle in ("news", "benefit", "mood")]
    assert (copy.offer, copy.subline, copy.call_to_action) == ("4,900원", GOOD["subline"], GOOD["call_to_action"])
    assert picture.source == "model" and picture.english.startswith("A warm sweet potato latte")
    assert NO_TEXT in picture.english and copy.removed == ()
    assert len(server.seen) == 1 and "tools" not in server.seen[0]


def test_each_channel_gets_the_text_that_fits_it(server: ModelServer) -> None:
    texts = writer(server).write(BRIEF).captions
    assert texts["instagram"].text.startswith(GOOD["instagram"]) and "02-123-4567" in texts["instagram"].text
    assert texts["instagram"].hashtags[:2] == ("고구마라떼", "카페봄날") and len(texts["instagram"].hashtags) == 5
    assert texts["naver_place"].title == GOOD["naver_place_title"]
    assert texts["daangn"].title == GOOD["daangn_title"] and texts["daangn"].text.startswith(GOOD["daangn"])
    for key in ("kakao_message", "kakao_text", "kakao_simple", "kakao_carousel"):
        assert texts[key].text.startswith(GOOD["kakao_message"]) and texts[key].title == GOOD["kakao_title"], key
    assert texts["kakao_message"].button == GOOD["kakao_button"] and texts["kakao_wide"].text == GOOD["kakao_wide"]
    assert texts["kakao_search"].text != texts["kakao_search"].title
    assert texts["sms"].text == GOOD["sms"] and texts["lms"].title == GOOD["lms_title"]
    assert "📍" not in texts["lms"].text and "서울 마포구" in texts["lms"].text
    assert {key for key, caption in texts.items() if caption.writer} <= {"naver_blog"}


def test_a_missing_text_is_the_builtin_writers_and_says_so(server: ModelServer) -> None:
    server.script = [said({key: text for key, text in GOOD.items() if key != "daangn"})]
    copy = writer(server).write(BRIEF)
    assert copy.captions["daangn"].writer == "builtin" and copy.captions["daangn"].text
    assert copy.captions["instagram"].writer == "" and copy.writer == "openai"
    assert [asked(body) for body in server.seen[1:]] == [["daangn"]]


def test_a_repair_asks_only_for_what_is_wrong_and_says_what(server: ModelServer) -> None:
    server.script = [better(sms="고구마 라떼 3,900원!", headline_benefit="국내 1위 라떼"), good]
    copy = writer(server).write(BRIEF)
    assert len(server.seen) == 2 and copy.removed == ()
    assert sorted(asked(server.seen[1])) == ["headline_benefit", "sms"]
    complaint = server.seen[1]["messages"][-1]["content"]
    assert "3,900" in complaint and len(server.seen[1]["messages"]) == 4
    assert copy.captions["sms"].text == GOOD["sms"] and copy.headlines[1].text == GOOD["headline_benefit"]


def test_what_is_still_wrong_after_the_repair_is_taken_out_and_told(server: ModelServer) -> None:
    server.script = [better(daangn="고구마 라떼가 나왔어요. 지금 50% 할인해요.")]
    copy = writer(server).write(BRIEF)
    assert len(server.seen) == 2 and "50%" not in copy.captions["daangn"].text
    assert [removed.where for removed in copy.removed] == ["daangn"] and copy.removed[0].why.ko


@pytest.mark.parametrize("wrapped", [
    "Sure! Here it is {enjoy}:\n```json\n{}\n```\nAnything else?", "<think>Let me see {\"a\": 1}</think>{}",
    "```{}```", '{"advertisement": {}}',
])
def test_wrapping_around_the_object_is_forgiven(server: ModelServer, wrapped: str) -> None:
    server.script = [said(wrapped.replace("{}", json.dumps(GOOD)))]
    copy = writer(server).write(BRIEF)
    assert copy.writer == "openai" and copy.headline == GOOD["headline_news"] and len(server.seen) == 1


def test_the_seed_chooses_the_angle_and_an_owners_headline_stays(server: ModelServer) -> None:
    one = writer(server)
    assert one.write(AdBrief(STORE, BRIEF.description, seed=1)).headlines[0].angle == "benefit"
    mine = one.write(AdBrief(STORE, BRIEF.description, text_in_image="내 제목!"))
    assert mine.headline == mine.headlines[0].text == "내 제목!" and len(mine.headlines) == 3


def test_owners_english_costs_no_call(server: ModelServer) -> None:
    brief = AdBrief(STORE, "라떼", image_prompt="a latte on a table")
    assert writer(server).picture(brief).source == "owner" and server.seen == []


@pytest.mark.parametrize("prompt", ["따뜻한 라떼", "sexy barista", "", "Elon Musk with a latte"])
def test_a_bad_image_prompt_is_not_painted(server: ModelServer, prompt: str) -> None:
    server.script = [better(image_prompt=prompt)]
    assert writer(server).picture(BRIEF).source == "builtin"


def test_words_appear_while_they_are_written(server: ModelServer) -> None:
    text = json.dumps(GOOD, ensure_ascii=False)
    half = text.index("만나는")

    def slow(handler: Handler, body: dict[str, Any]) -> None:
        handler.head(**{"Transfer-Encoding": "chunked"})
        handler.piece(chunk(text[:half]))
        seen.wait(20)
        handler.piece(chunk(text[half:]) + chunk(finish="stop"))
        handler.piece(b"data: [DONE]\n\n")
        handler.piece(b"")

    seen, heard = threading.Event(), list[str]()

    def on_words(words: str) -> None:
        heard.append(words)
        if words:
            seen.set()

    server.script = [slow]
    copy = writer(server).write(BRIEF, Watch(on_words))
    assert copy.writer == "openai" and seen.is_set()
    assert GOOD["headline_news"] in heard and heard[-1].startswith(f"{GOOD['headline_news']}\n\n{GOOD['subline']}")
    assert GOOD["image_prompt"] not in heard[-1] and GOOD["instagram"] in heard[-1] and "{" not in heard[-1]


def test_a_cancelled_job_breaks_the_call_off(server: ModelServer) -> None:
    def cancel(words: str) -> None:
        raise JobCancelled

    purse = Purse()
    server.script = [hang]
    one = writer(server)
    with pytest.raises(JobCancelled):
        one.write(BRIEF, Watch(cancel, purse))
    assert not server.over.is_set() and len(purse.spent) == 1
    server.script = [good]
    assert one.write(BRIEF).writer == "openai", "a cancelled call is no failure, and nothing of it is kept"


def test_readable_words_come_from_half_an_object() -> None:
    text = "```json\n" + json.dumps(GOOD, ensure_ascii=False)
    steps = [readable(text[:at], WRITE, "headline_news") for at in range(len(text))]
    assert steps[0] == "" and steps[-1].startswith(GOOD["headline_news"])
    assert all(len(after) >= len(before) - 1 for before, after in zip(steps, steps[1:], strict=False))
    for broken in ("no object", "{]", "[1]", '{"sms":' + "[" * 50_000):
        assert readable(broken, WRITE) == ""


def test_the_owners_voice_travels_as_data() -> None:
    store = StoreFacts("봄날\x00", "cafe", tone="유쾌", samples=tuple(f"예시 {n} " + "가" * 500 for n in range(15)),
                       banned_words=("대박",), description="x" * 5000)
    data = json.loads(envelope(AdBrief(store, "라떼\x07 나왔어요", seed=7)))
    assert data["register"] == "해요체" and json.loads(envelope(AdBrief(StoreFacts("봄날", tone="고급"), "라떼")))[
        "register"] == "합니다체"
    assert data["shop"] == "봄날" and data["brief"] == "라떼 나왔어요" and data["tone"] == "유쾌"
    assert len(data["voice_samples"]) == 10 and {len(sample) for sample in data["voice_samples"]} == {300}
    assert data["voice_samples"][0].startswith("예시 0") and data["banned_words"] == ["대박"]
    assert len(data["about"]) <= 2000 and data["variation"] == 7
    assert "voice_samples" in RULES and "take no fact" in RULES


def test_choice() -> None:
    assert choose(CopyOptions()).name == "builtin"
    assert choose(CopyOptions(api_key="sk-1")).name == "openai"
    assert choose(CopyOptions(base_url="http://localhost:11434/v1")).name == "openai"
    assert "sk-1" not in repr(CopyOptions(api_key="sk-1"))


def test_every_note_is_two_sentences_that_end() -> None:
    for note in NOTES.values():
        assert note.ko.endswith("요.") and note.en.endswith(".") and "내장 문구" in note.ko
