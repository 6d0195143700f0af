"""Words on request and as they are edited: over REST, and what stays in the ad, the store and the zip."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from adgen.brief import AdBrief, AdCopy, Caption, Headline, Note, PosterLines, Removed
from adgen.channels import TEXTS
from adgen.copywriters.base import UNWATCHED, Rewrite, Rewritten, Usage, Watch
from adgen.copywriters.builtin.writer import BuiltinCopywriter
from adgen.models import Content
from adgen.services import Services
from adgen.writing import EARLIER, LEARNED, UNWRITTEN, learned

from .small_api import House, house

V1 = "/api/v1"
NEWS = "가을 한정 고구마 라떼가 나왔어요. 4,900원이에요."
ANSWER = {"headline", "subline", "call_to_action", "offer", "original_price", "headlines", "texts", "translations",
          "removed", "findings", "writer", "note", "note_en", "ai_generated", "image_ai", "copy_ai", "engine",
          "text_model", "label_text", "own_photo", "digital_source_type", "seed"}
TEXT = {"text", "title", "button", "hashtags", "posted", "size", "limit", "unit", "writer", "findings"}


class ModelWriter(BuiltinCopywriter):
    """A writer of the seam that calls itself a model: it tells what it writes, pays, and marks its texts."""

    name = "openai"
    model = "tiny-1"

    def __init__(self) -> None:
        super().__init__()
        self.extended = 0

    def write(self, brief: AdBrief, watch: Watch = UNWATCHED) -> AdCopy:
        copy = super().write(brief)
        if watch.meter and not watch.meter.allows():
            return replace(copy, note="오늘 몫을 다 써서 내장 문구로 썼어요.", note_en="Today's share is used up.")
        for end in range(3):
            if watch.on_words:
                watch.on_words(copy.headline[:end + 2])
        if watch.meter:
            watch.meter.spend(Usage(1, 300, 300))
        return replace(copy, writer="openai", model="tiny-1", headlines=(Headline(copy.headline, "news"),),
                       removed=(Removed("instagram", "전국 1위예요.", Note("근거가 없어요.", "No ground.")),))

    def extend(self, brief: AdBrief, copy: AdCopy, watch: Watch = UNWATCHED) -> AdCopy:
        self.extended += 1
        blog = Caption(f"{copy.headline} 이야기예요.", ("가을",), title="가을 소식")
        return replace(copy, captions={**copy.captions, "naver_blog": blog},
                       translations={"en": PosterLines("Sweet potato latte", sounded=("Dalmuri",)),
                                     "ja": PosterLines("さつまいもラテ")})

    def rewrite(self, brief: AdBrief, task: Rewrite, watch: Watch = UNWATCHED) -> Rewritten:
        return Rewritten(Caption(f"{task.how}: {task.current or task.review}"), "openai", "tiny-1")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("writing")) as made:
        yield made


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The same with a writer that is a model, and a cap after the first calls."""
    with house(tmp_path_factory.mktemp("model"), writer=ModelWriter(), ADGEN_COPY_DAILY_TOKENS=100_000) as made:
        yield made


def post(home: House, body: dict[str, Any], name: str = "minji", **headers: str) -> httpx.Response:
    return home.web.post(f"{V1}/copy", json=body, headers={**home.owner(name), **headers})


def patch(home: House, content: int, body: dict[str, Any], name: str = "minji") -> httpx.Response:
    return home.web.patch(f"{V1}/contents/{content}/texts", json=body, headers=home.owner(name))


def store_of(home: House, name: str = "minji") -> dict[str, Any]:
    return dict(home.web.get(f"{V1}/stores", headers=home.owner(name)).json()[0])


def test_a_campaign_of_words(model: House) -> None:
    answer = post(model, {"ad_description": NEWS, "project_id": model.project("minji"), "seed": 3}).json()
    assert set(answer) == ANSWER and answer["seed"] == 3
    assert {"instagram", "lms", "naver_blog"} <= set(answer["texts"])
    assert not {*UNWRITTEN, "review_reply"} & set(answer["texts"])
    for key, text in answer["texts"].items():
        assert set(text) == TEXT, key
        assert (text["size"], text["limit"], text["unit"]) == (
            TEXTS[key].size(text["posted"]), TEXTS[key].limit, TEXTS[key].unit)
    assert answer["texts"]["instagram"]["posted"].startswith(answer["texts"]["instagram"]["text"])
    assert answer["texts"]["naver_blog"]["title"] == "가을 소식"
    assert set(answer["translations"]["en"]) == {"headline", "subline", "offer", "call_to_action", "period", "sounded"}
    assert answer["headlines"] == [{"text": answer["headline"], "angle": "news"}]
    assert answer["removed"] == [{"where": "instagram", "text": "전국 1위예요.", "why": "근거가 없어요.",
                                  "why_en": "No ground."}]


def test_words_of_a_model_carry_its_mark_and_others_do_not(home: House, model: House) -> None:
    by_model = post(model, {"ad_description": NEWS, "texts": ["lms"], "languages": []}).json()
    assert by_model["ai_generated"] is by_model["copy_ai"] is True and by_model["image_ai"] is False
    assert (by_model["text_model"], by_model["label_text"]) == ("tiny-1", "AI로 작성한 문구입니다")
    assert by_model["digital_source_type"].endswith("/trainedAlgorithmicMedia")
    assert by_model["texts"]["lms"]["writer"] == "openai"
    builtin = post(home, {"ad_description": NEWS, "texts": ["lms"], "languages": []}).json()
    assert builtin["ai_generated"] is builtin["copy_ai"] is False
    assert builtin["text_model"] is builtin["digital_source_type"] is None and builtin["label_text"] == ""
    assert builtin["texts"]["lms"]["writer"] == builtin["writer"] == "builtin"


def test_only_what_is_asked_for_is_written(model: House) -> None:
    writer = model.services.copywriter
    assert isinstance(writer, ModelWriter)
    before = writer.extended
    short = post(model, {"ad_description": NEWS, "texts": ["daangn", "lms", "daangn"], "languages": []}).json()
    assert list(short["texts"]) == ["lms", "daangn"], "in the table's order"
    assert short["translations"] == {} and writer.extended == before
    long = post(model, {"ad_description": NEWS, "texts": [], "languages": ["en"]}).json()
    assert long["texts"] == {} and set(long["translations"]) == {"en"} and writer.extended == before + 1


def test_the_same_seed_writes_the_same_words(home: House) -> None:
    body = {"ad_description": NEWS, "store": "봄날 꽃집", "trade": "flower", "texts": ["instagram"], "languages": []}
    first, again, other = (post(home, {**body, "seed": seed}).json() for seed in (5, 5, 6))
    assert first == again and first["texts"] != other["texts"]
    assert "봄날" in first["texts"]["instagram"]["posted"]
    free = post(home, body).json()
    assert free["texts"]["instagram"] == post(home, {**body, "seed": free["seed"]}).json()["texts"]["instagram"]


def test_findings_know_the_trade_and_the_ground(home: House) -> None:
    body = {"ad_description": "국내 1위 라떼예요.", "texts": ["instagram"], "languages": [], "seed": 1,
            "text_in_image": "국내 1위 라떼", "store": "달", "trade": "cafe"}
    found = post(home, body).json()["findings"]["headline"]
    assert [(row["rule"], row["severity"]) for row in found] == [("number_one", "warn")]
    grounded = post(home, {**body, "ground": "통계청, 2026년, 서울"}).json()["findings"]["headline"]
    assert [(row["severity"], row["grounded"]) for row in grounded] == [("note", True)]


def test_a_review_alone_brings_the_reply_alone(model: House) -> None:
    body = {"store_id": store_of(model)["id"], "review": "커피가 식어 있었어요"}
    answer = post(model, body).json()
    assert answer["texts"]["review_reply"]["text"] == "None: 커피가 식어 있었어요"
    assert answer["headline"] == "" and list(answer["texts"]) == ["review_reply"] and answer["translations"] == {}
    of_an_ad = post(model, {"content_id": model.ad("minji")["id"], "review": "맛있어요"}).json()
    assert list(of_an_ad["texts"]) == ["review_reply"] and of_an_ad["headline"] == ""
    beside = post(model, {**body, "ad_description": NEWS, "texts": ["lms"], "languages": []}).json()
    assert set(beside["texts"]) == {"lms", "review_reply"} and beside["headline"]


def test_one_text_again(model: House) -> None:
    body = {"ad_description": NEWS, "key": "sms", "current": "라떼예요.", "how": "shorter"}
    answer = post(model, body).json()
    assert set(answer) == ANSWER and list(answer["texts"]) == ["sms"]
    assert answer["texts"]["sms"]["text"] == "shorter: 라떼예요." and answer["texts"]["sms"]["writer"] == "openai"
    assert answer["headline"] == "" and answer["copy_ai"] is True
    line = post(model, {**body, "key": "headline", "how": "funnier"}).json()
    assert line["headline"] == "funnier: 라떼예요." and line["texts"] == {} and "headline" in line["findings"]


def test_words_come_while_they_are_written(model: House, home: House) -> None:
    answer = post(model, {"ad_description": NEWS, "texts": ["lms"], "languages": []}, Accept="text/event-stream")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/event-stream")
    events = [event.split("\n", 1) for event in answer.text.strip().split("\n\n")]
    assert [kind for kind, _ in events][-1] == "event: done" and "event: words" in [kind for kind, _ in events]
    pieces = [json.loads(data.removeprefix("data: ")) for _, data in events]
    assert all(list(piece) == ["text"] and piece["text"] for piece in pieces[:-1]) and set(pieces[-1]) == ANSWER
    missing = post(home, {"content_id": 99999}, Accept="text/event-stream")
    kind, data = missing.text.strip().split("\n", 1)
    assert kind == "event: failed"
    assert json.loads(data.removeprefix("data: "))["code"] == "content_not_found"
    english = post(home, {"content_id": 99999}, Accept="text/event-stream", **{"Accept-Language": "en"})
    assert "No such ad" in english.text


@pytest.mark.parametrize(("body", "field"), [
    ({}, "ad_description"), ({"ad_description": " "}, "ad_description"),
    ({"ad_description": NEWS, "how": "shorter"}, "key"), ({"ad_description": NEWS, "how": "longer"}, "how"),
    ({"ad_description": NEWS, "texts": ["twitter"]}, "texts"),
    ({"ad_description": NEWS, "languages": ["fr"]}, "languages"),
    ({"ad_description": NEWS, "key": "footer"}, "key"), ({"ad_description": NEWS, "seed": -1}, "seed"),
    ({"ad_description": "가" * 1001}, "ad_description"), ({"ad_description": NEWS, "trade": "bank"}, "trade"),
])
def test_bad_input_gets_a_sentence_and_its_field(home: House, body: dict[str, Any], field: str) -> None:
    answer = post(home, body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
    row = answer.json()["detail"][0]
    assert field in row["loc"] and row["msg"].endswith((".", "요.")) and "{" not in row["msg"]
    assert not row["msg"].isascii()


def test_texts_that_nobody_writes_are_refused(home: House) -> None:
    for key in UNWRITTEN:
        answer = post(home, {"ad_description": NEWS, "texts": [key]})
        assert (answer.status_code, answer.json()["field"]) == (422, "texts") and key in answer.json()["detail"]


def test_strangers_and_other_owners(home: House) -> None:
    mine = home.ad("minji")
    theirs = {"project_id": home.project("minji"), "store_id": store_of(home)["id"], "content_id": mine["id"]}
    for name, number in theirs.items():
        answer = post(home, {"ad_description": NEWS, name: number}, "bora")
        assert (answer.status_code, answer.json()["code"]) == (404, f"{name.removesuffix('_id')}_not_found")
        assert post(home, {"ad_description": NEWS, "texts": [], "languages": [], name: number}).status_code == 200
    assert patch(home, mine["id"], {"key": "sms", "text": "가"}, "bora").json()["code"] == "content_not_found"
    for method, path in (("POST", "/copy"), ("PATCH", f"/contents/{mine['id']}/texts"), ("GET", "/users/me/usage")):
        body = None if method == "GET" else {"ad_description": NEWS, "key": "sms", "text": "가"}
        assert home.web.request(method, f"{V1}{path}", json=body).status_code == 401


def test_an_edit_is_kept_with_what_was_before(home: House) -> None:
    content = home.ad("minji")["id"]
    for number in range(EARLIER + 3):
        body = {"key": "instagram", "text": f"라떼 {number}", "hashtags": ["라떼"], "title": "제목", "learn": False}
        answer = patch(home, content, body)
    kept = answer.json()["copy"]["captions"]["instagram"]
    assert answer.json()["ad_copy"] == kept["text"] == "라떼 12" and kept["edited"] is True
    assert (kept["title"], kept["hashtags"], kept["writer"]) == ("제목", ["라떼"], "builtin")
    assert [row["text"] for row in kept["earlier"]] == [f"라떼 {number}" for number in range(11, 1, -1)]
    assert kept["earlier"][0]["title"] == "제목"
    same = patch(home, content, {"key": "instagram", "text": "라떼 12", "hashtags": ["라떼"], "title": "제목",
                                 "learn": False}).json()["copy"]["captions"]["instagram"]
    assert same["earlier"] == kept["earlier"], "nothing was changed"
    assert home.web.get(f"{V1}/contents/{content}", headers=home.owner("minji")).json()["copy"]["captions"] == {
        "instagram": same}


def test_an_old_ad_gets_its_blog_text_and_keeps_it(model: House) -> None:
    content = model.ad("minji")["id"]
    made = post(model, {"content_id": content, "texts": ["naver_blog"], "languages": []}).json()
    assert list(made["texts"]) == ["naver_blog"] and made["headline"] == "딸기 케이크", "the poster's own line"
    text = made["texts"]["naver_blog"]
    before = store_of(model)["learned"]
    view = patch(model, content, {"key": "naver_blog", "learn": False,
                                  **{name: text[name] for name in ("text", "title", "hashtags")}}).json()
    assert view["copy"]["captions"]["naver_blog"]["writer"] == "openai" and store_of(model)["learned"] == before
    assert view["ai_generated"] is view["copy_ai"] is True and view["text_model"] == "tiny-1"


def test_what_the_owner_edits_is_learned_and_can_be_forgotten(home: House) -> None:
    content, store = home.ad("dahee")["id"], store_of(home, "dahee")
    assert store["samples"] == [] == store["learned"]
    for text in ("어서 오세요, 다희예요.", "오늘도 구워요~", "어서 오세요, 다희예요."):
        view = patch(home, content, {"key": "daangn", "text": text}, "dahee").json()
    assert view["copy"]["captions"]["daangn"]["writer"] == ""
    assert store_of(home, "dahee")["learned"] == ["어서 오세요, 다희예요.", "오늘도 구워요~"]
    def put(**fields: list[str]) -> httpx.Response:
        return home.web.put(f"{V1}/stores/{store['id']}", json=fields, headers=home.owner("dahee"))

    own = put(samples=["참 좋은 날이에요."]).json()
    assert own["samples"] == ["참 좋은 날이에요."] and len(own["learned"]) == 2
    gone = put(learned=[]).json()
    assert gone["learned"] == [] and gone["samples"] == ["참 좋은 날이에요."]
    for wrong in (["가" * 601], [""], [f"{n}" for n in range(21)]):
        assert put(learned=wrong).status_code == 422


def test_learning_is_bounded_and_cuts_at_a_sentence() -> None:
    many = [f"글 {n}" for n in range(LEARNED)]
    assert learned(many, "새 글") == ["새 글", *many[:-1]] and learned(many, "글 7")[0] == "글 7"
    assert len(learned(many, "글 7")) == LEARNED
    long = learned([], "라떼가 나왔어요. " * 100)[0]
    assert long.endswith("나왔어요.") and 580 < len(long) <= 600
    assert len(learned([], "가" * 700)[0]) == 600


def test_an_ad_that_failed_has_no_texts_to_edit(home: House) -> None:
    content = home.ad("minji")["id"]
    with home.services.writing() as session:
        session.get_one(Content, content).is_success = False
    answer = patch(home, content, {"key": "sms", "text": "가"})
    assert (answer.status_code, answer.json()["code"]) == (409, "nothing_to_edit")
    for body in ({"key": "sms"}, {"key": "sms", "text": ""}, {"key": "headline", "text": "가"},
                 {"key": "sms", "text": "가", "hashtags": list("가나다라마바")}):
        assert patch(home, content, body).status_code == 422


def test_the_cap_gives_builtin_words_with_a_note(model: House) -> None:
    user = model.web.get(f"{V1}/users/me", headers=model.owner("hana")).json()["id"]
    body = {"ad_description": NEWS, "texts": ["lms"], "languages": []}
    assert post(model, body, "hana").json()["writer"] == "openai"
    model.services.meter(user).spend(Usage(1, 100_000, 0))
    capped = post(model, body, "hana").json()
    assert capped["writer"] == "builtin" and capped["note"] and capped["note_en"] and capped["copy_ai"] is False
    shown = model.web.get(f"{V1}/users/me/usage", headers=model.owner("hana")).json()
    assert (shown["calls"], shown["tokens"], shown["allowed"], shown["text_model"]) == (2, 100_600, False, "tiny-1")


def test_the_zip_holds_every_text_and_says_which_a_model_wrote(model: House) -> None:
    content = model.ad("minji")["id"]
    patch(model, content, {"key": "kakao_wide", "text": "따뜻한 라떼", "title": "가을", "button": "보러 가기"})
    patch(model, content, {"key": "naver_blog", "text": "긴 글이에요.", "title": "이야기", "hashtags": ["라떼"],
                           "learn": False})
    with model.services.writing() as session:
        row = session.get_one(Content, content)
        row.copy_json = {**row.copy_json, "translations": {"en": {"headline": "Latte", "offer": "4,900 won"}}}
    data = model.web.get(f"{V1}/contents/{content}/zip", headers=model.owner("minji")).content
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = {name: archive.read(name).decode("utf-8-sig").replace("\r\n", "\n") for name in archive.namelist()
                 if name.endswith(".txt")}
    assert texts["카카오 메시지(와이드 이미지)_copy.txt"] == "[제목] 가을\n\n따뜻한 라떼\n\n[버튼] 보러 가기\n"
    assert texts["네이버 블로그 글_copy.txt"] == "[제목] 이야기\n\n긴 글이에요.\n\n#라떼\n\n[AI로 작성한 문구입니다]\n"
    assert texts["포스터 문구(영어)_copy.txt"] == "Latte\n4,900 won\n"
    assert "AI가 쓴 글: 네이버 블로그 글" in texts["AI표시.txt"]


def test_services_share_one_writer(services: Services) -> None:
    assert services.copywriter.name == "builtin" and services.copywriter.model is None
