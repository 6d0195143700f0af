"""Claims and text messages through every door: REST, gradio_client and MCP, and user B against user A."""

import asyncio
import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from gradio_client import Client

from .conftest import Server
from .small_api import House, house
from .test_programs import _mcp, client_for, refused

pytestmark = [pytest.mark.filterwarnings("ignore::ResourceWarning"),
              pytest.mark.filterwarnings("ignore::DeprecationWarning"),
              pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
V1 = "/api/v1"
FINDING = {"start", "end", "text", "rule", "law", "severity", "suggestion", "why_ko", "why_en", "grounded",
           "provable"}
SMS = {"text", "bytes", "kind", "limit", "over", "flags", "complete", "missing", "reminders"}
OPT_OUT = "080-123-4567"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder: Path = tmp_path_factory.mktemp("wording")
    with house(folder) as made:
        yield made


def post(home: House, path: str, body: dict[str, Any], name: str = "minji") -> httpx.Response:
    return home.web.post(f"{V1}{path}", json=body, headers=home.owner(name))


def test_claims_over_rest(home: House) -> None:
    text = "☕ 최고의 라떼예요. 면역력에 좋아요."
    answer = post(home, "/claims", {"text": text, "trade": "cafe"}).json()
    assert set(answer) == {"findings", "softened", "notice", "notice_en"}
    first, second = answer["findings"]
    assert set(first) == FINDING and text[first["start"]:first["end"]] == first["text"] == "최고의"
    assert (first["severity"], first["suggestion"], second["severity"]) == ("warn", "자신 있는", "block")
    assert answer["softened"] == "☕ 자신 있는 라떼예요. 면역력에 좋아요."
    assert answer["notice"].startswith("법률 자문이 아니에요") and answer["notice_en"].startswith("Not legal advice")
    clean = post(home, "/claims", {"text": "오늘 최고기온이 33도래요.", "trade": None, "ground": None}).json()
    assert clean["findings"] == [] and clean["notice"] == answer["notice"]
    grounded = post(home, "/claims", {"text": "국내 1위 카페", "ground": "통계청, 2026년, 서울"}).json()
    assert grounded["findings"][0]["grounded"] is True


def test_nothing_says_that_a_text_is_lawful(home: House) -> None:
    answer = json.dumps(post(home, "/claims", {"text": "라떼가 나왔어요."}).json(), ensure_ascii=False).lower()
    for word in ("passed", "approved", "합법", "통과", "적법", "문제없", "문제가 없"):
        assert word not in answer
    assert "legal" not in answer.replace("not legal advice", "")


@pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": "가" * 5001}, {"text": "가", "trade": "bank"},
                                  {"text": 1}, {"text": "가", "ground": "가" * 201}])
def test_wrong_claims_bodies(home: House, body: dict[str, Any]) -> None:
    answer = post(home, "/claims", body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


def test_sms_over_rest(home: House) -> None:
    store = home.web.get(f"{V1}/stores", headers=home.owner("minji")).json()[0]["id"]
    home.web.put(f"{V1}/stores/{store}", json={"phone": "02-123-4567"}, headers=home.owner("minji"))
    made = post(home, "/sms", {"body": "새 라떼가 나왔어요 👉", "store_id": store, "opt_out": OPT_OUT,
                               "hour": 14}).json()
    assert set(made) == SMS and made["complete"] is True and made["missing"] == []
    assert made["text"] == f"(광고)minji 가게\n새 라떼가 나왔어요 ▶\n02-123-4567\n무료수신거부 {OPT_OUT}"
    assert made["bytes"] == len(made["text"].encode("euc_kr"))
    assert made["flags"] == [{"index": 11, "char": "👉", "replacement": "▶", "reason": "outside"}]
    own = post(home, "/sms", {"body": "안녕하세요.", "store_id": store, "store": "별무리",
                              "contact": "010-1234-5678"}).json()
    assert own["text"] == "(광고)별무리\n안녕하세요.\n010-1234-5678" and own["complete"] is False
    assert [set(note) for note in own["missing"]] == [{"ko", "en"}]
    empty = post(home, "/sms", {})
    assert empty.status_code == 200 and len(empty.json()["missing"]) == 4
    framed = post(home, "/sms", {"body": "안녕하세요.", "store": "별", "contact": "02-1",
                                 "provider_frame": True}).json()
    assert framed["complete"] and "(광고)" not in framed["text"]


@pytest.mark.parametrize("body", [{"hour": 24}, {"hour": -1}, {"body": "가" * 2001}, {"store_id": 0}, {"store_id": "x"},
                                  {"provider_frame": "perhaps"}])
def test_wrong_sms_bodies(home: House, body: dict[str, Any]) -> None:
    answer = post(home, "/sms", body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


def test_strangers_and_other_owners(home: House) -> None:
    store = home.web.get(f"{V1}/stores", headers=home.owner("minji")).json()[0]["id"]
    answer = post(home, "/sms", {"body": "안녕하세요.", "store_id": store}, "bora")
    assert (answer.status_code, answer.json()["code"]) == (404, "store_not_found")
    assert "minji" not in answer.text
    for path, body in (("/claims", {"text": "가"}), ("/sms", {"body": "가"})):
        assert home.web.post(f"{V1}{path}", json=body).status_code == 401


def test_the_same_names_over_gradio_and_mcp(server: Server) -> None:
    mine, other = (server.register(f"{uuid.uuid4().hex[:12]}@example.com") for _ in range(2))
    client, stranger = client_for(server, mine), client_for(server, other)
    store = client.predict(api_name="/list_stores")[0]["id"]
    _claims_and_sms(client, store)
    assert refused(lambda: stranger.predict("가", store, api_name="/build_sms")) == "store_not_found"
    assert refused(lambda: client.predict("", api_name="/check_claims")) == "invalid_input"
    assert refused(lambda: client.predict("가", hour=30, api_name="/build_sms")) == "invalid_input"
    _, found, made, missing = asyncio.run(_mcp(server, mine, [
        ("check_claims", {"text": "최고의 라떼"}), ("build_sms", {"body": "새 라떼예요.", "store_id": store}),
        ("build_sms", {"body": "가", "store_id": 999999})]))
    assert json.loads(found.content[0].text)["findings"][0]["grounded"] is False
    assert json.loads(made.content[0].text)["complete"] is False
    assert missing.isError and missing.content[0].text.rstrip().endswith("[store_not_found]")
    client.close()
    stranger.close()


def _claims_and_sms(client: Client, store: int) -> None:
    found = client.predict("최고의 라떼", "cafe", api_name="/check_claims")
    assert found["softened"] == "자신 있는 라떼" and set(found["findings"][0]) == FINDING
    made = client.predict(body="새 라떼예요.", store_id=store, contact="02-123-4567", opt_out=OPT_OUT,
                          api_name="/build_sms")
    assert made["complete"] is True and made["text"].startswith("(광고)달무리 커피\n")
