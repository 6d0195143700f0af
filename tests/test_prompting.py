"""Image prompts through every door: REST, gradio_client and MCP, with and without a language model."""

import asyncio
import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from adgen.copywriters.picture.prompt import NO_TEXT, UNBRANDED

from .conftest import Server
from .model_server import ModelServer, better, running
from .small_api import House, house
from .test_programs import _mcp, client_for, refused

pytestmark = [pytest.mark.filterwarnings("ignore::ResourceWarning"),
              pytest.mark.filterwarnings("ignore::DeprecationWarning"),
              pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
V1 = "/api/v1"
FIELDS = {"english", "source", "korean", "tokens", "limit", "counted", "names", "calm", "notes", "text_model"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder: Path = tmp_path_factory.mktemp("prompting")
    with house(folder) as made:
        yield made


def post(home: House, body: dict[str, Any], name: str = "minji") -> httpx.Response:
    return home.web.post(f"{V1}/prompts", json=body, headers=home.owner(name))


def test_korean_becomes_english_that_fits_the_template(home: House) -> None:
    made = post(home, {"description": '"달빛라떼" 두 잔, 노을', "project_id": home.project("minji"),
                       "template": "full-bottom"}).json()
    assert set(made) == FIELDS and made["source"] == "builtin" and made["text_model"] is None
    assert made["english"].startswith("Two glasses of latte with latte art named 달빛라떼 on a wooden table in a cosy")
    assert "calm empty area at the bottom" in made["english"] and made["calm"] == "bottom"
    assert made["english"].endswith(NO_TEXT) and made["names"] == ["달빛라떼"]
    assert made["korean"] == '"달빛라떼" 두 잔, 노을'
    assert 0 < made["tokens"] <= made["limit"] == 256 and made["counted"] is False
    assert [set(note) for note in made["notes"]] == [{"ko", "en"}]


def test_the_owner_edits_either_side(home: House) -> None:
    english = post(home, {"english": "two red roses in a white vase", "trade": "flower"}).json()
    assert (english["source"], english["english"]) == ("owner", f"two red roses in a white vase, {NO_TEXT}")
    assert english["korean"] == "하얀 꽃병 안 두 빨간 장미" and english["notes"] == []
    again = post(home, {"english": english["english"]}).json()
    assert again["english"] == english["english"]
    partly = post(home, {"english": "a dragon made of roses"}).json()
    assert partly["notes"][-1]["ko"].startswith("한국어로 다 옮기지 못했어요")
    both = post(home, {"english": "a latte on a table", "description": "딸기 케이크"}).json()
    assert both["korean"] == "딸기 케이크" and "cake" not in both["english"]
    assert both["notes"][-1]["ko"] == "영어를 직접 적어 주셔서 한국어 설명은 쓰지 않았어요."


def test_without_a_description_the_ad_tells(home: House) -> None:
    about = '고구마 라떼가 나왔어요. "오늘만 할인"'
    made = post(home, {"ad_description": about, "trade": "cafe", "english": None}).json()
    assert "sweet potato latte" in made["english"] and made["names"] == [] and made["notes"] == []
    assert "라떼" in made["korean"] and made["calm"] == ""


@pytest.mark.parametrize(("body", "field"), [
    ({"description": "피카츄 빵"}, "description"), ({"english": "Elon Musk drinking coffee"}, "english"),
    ({"description": "누드 사진"}, "description"), ({"ad_description": "섹시한 여자 모델"}, "ad_description"),
])
def test_refusals_say_what_to_write_instead(home: House, body: dict[str, Any], field: str) -> None:
    answer = post(home, body)
    told = answer.json()
    assert (answer.status_code, told["code"], told["field"]) == (422, "request_refused", field)
    assert "설명해 주세요" in told["detail"]
    english = home.web.post(f"{V1}/prompts", json=body, headers={**home.owner("minji"), "Accept-Language": "en"})
    assert "escribe" in english.json()["detail"]


@pytest.mark.parametrize("body", [{}, {"description": ""}, {"description": "가" * 1001}, {"english": "a" * 2001},
                                  {"description": "라떼", "trade": "bank"}, {"description": "라떼", "template": "none"},
                                  {"description": "라떼", "project_id": 0}])
def test_wrong_bodies(home: House, body: dict[str, Any]) -> None:
    answer = post(home, body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


def test_strangers_and_other_owners(home: House) -> None:
    store = home.web.get(f"{V1}/stores", headers=home.owner("minji")).json()[0]["id"]
    for body, code in (({"project_id": home.project("minji")}, "project_not_found"),
                       ({"store_id": store}, "store_not_found")):
        answer = post(home, {"description": "라떼", **body}, "bora")
        assert (answer.status_code, answer.json()["code"]) == (404, code)
    assert post(home, {"description": "라떼", "store_id": store}).status_code == 200
    assert home.web.post(f"{V1}/prompts", json={"description": "라떼"}).status_code == 401


def test_templates_tell_their_calm_side(home: House) -> None:
    rows = home.web.get(f"{V1}/templates", headers=home.owner("minji")).json()["templates"]
    assert {row["calm"] for row in rows} == {"", "top", "bottom", "left", "right"}


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with running() as server:
        yield server


def test_a_language_model_makes_it_where_one_is_configured(model: ModelServer, tmp_path: Path) -> None:
    model.script = [better(image_prompt='A glass of "달빛라떼", soft morning light, a sign saying "OPEN"')]
    url = f"http://127.0.0.1:{model.server_port}/v1"
    with house(tmp_path, OPENAI_BASE_URL=url, OPENAI_API_KEY="sk-secret", OPENAI_MODEL="m") as home:
        body = {"description": '"달빛라떼" 한 잔', "project_id": home.project("minji"), "template": "full-left"}
        made = post(home, body).json()
        assert (made["source"], made["text_model"], made["names"]) == ("model", "m", ["달빛라떼"])
        assert made["english"] == (f"A glass of 달빛라떼, soft morning light, calm empty area at the left side, "
                                   f"{UNBRANDED}, {NO_TEXT}")
        calls = len(model.seen)
        owned = post(home, {**body, "english": "a latte"}).json()
        assert owned["source"] == "owner" and owned["text_model"] is None and len(model.seen) == calls
        model.script = [better(image_prompt="A glass of moonlight latte, soft morning light")]
        lost = post(home, {**body, "description": '"달빛라떼" 두 잔'}).json()
        assert (lost["source"], lost["text_model"]) == ("builtin", None) and "달빛라떼" in lost["english"]


def test_the_same_over_gradio_and_mcp(server: Server) -> None:
    mine, other = (server.register(f"{uuid.uuid4().hex[:12]}@example.com") for _ in range(2))
    client, stranger = client_for(server, mine), client_for(server, other)
    project = client.predict(api_name="/list_projects")[0]["id"]
    made = client.predict("나무 탁자 위 라떼 한 잔", project_id=project, template="full-top",
                          api_name="/optimize_prompt")
    assert set(made) == FIELDS and made["calm"] == "top" and "on a wooden table" in made["english"]
    assert refused(lambda: stranger.predict("라떼", project_id=project, api_name="/optimize_prompt")) == \
        "project_not_found"
    assert refused(lambda: client.predict("포켓몬 케이크", api_name="/optimize_prompt")) == "request_refused"
    assert refused(lambda: client.predict(api_name="/optimize_prompt")) == "invalid_input"
    _, found, wrong = asyncio.run(_mcp(server, mine, [
        ("optimize_prompt", {"description": '"달빛라떼" 한 잔', "store_id": None}),
        ("optimize_prompt", {"english": "a Nike shoe"})]))
    answer = json.loads(found.content[0].text)
    assert set(answer) == FIELDS and answer["names"] == ["달빛라떼"] and answer["text_model"] is None
    assert wrong.isError and wrong.content[0].text.rstrip().endswith("[request_refused]")
    client.close()
    stranger.close()
