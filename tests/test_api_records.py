"""Stores, projects, contents and jobs over REST: ok, not found, not allowed."""

from collections.abc import Iterator
from typing import Any

import pytest

from .conftest import PASSWORD
from .small_api import House, finish_next, finishing, house

V1 = "/api/v1"
STORE = {"id", "user_id", "brand_name", "brand_tone", "description", "created_at", "updated_at"}
PROJECT = {"id", "store_id", "title", "description", "status", "created_at", "updated_at"}
CONTENT = {"id", "project_id", "type", "user_prompt", "image_prompt", "optimized_prompt", "ad_copy",
           "original_image_path", "result_image_path", "ai_config", "generation_time", "is_success", "error_message",
           "created_at", "updated_at", "image_url"}
RESULT = {"success", "message", "content_id", "image_url", "image_path", "optimized_prompt", "ad_copy",
          "generation_time", "job_id", "posters", "copy"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("api"), ADGEN_GENERATE_WAIT=3) as one:
        one.owner("minji"), one.owner("jun")
        yield one


def test_stores_from_birth_to_return(home: House) -> None:
    mine = home.owner("minji")
    made = home.web.post(f"{V1}/stores", headers=mine, json={
        "brand_name": "달무리", "brand_tone": "다정하게", "brand_colors": ["#a1b2c3"], "unknown": 1})
    assert made.status_code == 201 and set(made.json()) >= STORE and made.json()["brand_colors"] == ["#A1B2C3"]
    path = f"{V1}/stores/{made.json()['id']}"
    changed = home.web.put(path, headers=mine, json={"description": "골목 끝 카페"}).json()
    assert (changed["description"], changed["brand_tone"]) == ("골목 끝 카페", "다정하게")
    home.web.post(f"{V1}/projects", headers=mine, json={"title": "봄", "store_id": made.json()["id"]})
    assert home.web.get(path, headers=mine).json()["contains"] == {"projects": 1, "contents": 0}
    gone = home.web.delete(path, headers=mine)
    assert gone.status_code == 200 and gone.json()["deleted"] == {"projects": 1, "contents": 0, "jobs": 0}
    assert home.web.get(path, headers=mine).json()["code"] == "store_not_found"
    bin_ = home.web.get(f"{V1}/stores?deleted=true", headers=mine).json()
    assert [row["id"] for row in bin_] == [made.json()["id"]] and bin_[0]["deleted_at"]
    assert home.web.get(f"{V1}/stores?deleted=true", headers=home.owner("jun")).json() == []
    assert home.web.post(f"{path}/restore", headers=home.owner("jun")).status_code == 404
    assert home.web.post(f"{path}/restore", headers=mine).json()["brand_name"] == "달무리"
    assert home.web.get(f"{V1}/stores?deleted=true", headers=mine).json() == []
    assert home.web.post(f"{path}/restore", headers=mine).status_code == 404


def test_projects_from_birth_to_return(home: House) -> None:
    mine = home.owner("minji")
    store_id = home.web.get(f"{V1}/stores", headers=mine).json()[0]["id"]
    made = home.web.post(f"{V1}/projects", headers=mine, json={"title": "여름", "store_id": store_id})
    assert made.status_code == 200 and set(made.json()) >= PROJECT and made.json()["status"] == "draft"
    path = f"{V1}/projects/{made.json()['id']}"
    assert home.web.put(path, headers=mine, json={"title": "한여름"}).json()["title"] == "한여름"
    assert home.web.patch(f"{path}/status?status=archived", headers=mine).json()["status"] == "archived"
    assert home.web.patch(f"{path}/status?status=lost", headers=mine).status_code == 422
    active = home.web.get(f"{V1}/projects?active_only=true", headers=mine).json()
    assert "한여름" not in {project["title"] for project in active}
    archived = home.web.get(f"{V1}/projects/?status=archived", headers=mine).json()
    assert [project["title"] for project in archived] == ["한여름"]
    assert home.web.get(path, headers=mine).json()["contains"] == {"contents": 0}
    assert home.web.delete(path, headers=mine).json()["deleted"] == {"contents": 0, "jobs": 0}
    assert home.web.get(f"{path}/contents", headers=mine).json()["code"] == "project_not_found"
    assert home.web.get(f"{V1}/projects?deleted=true", headers=mine).json()[0]["title"] == "한여름"
    assert home.web.post(f"{path}/restore", headers=mine).json()["title"] == "한여름"


def test_contents_from_birth_to_return(home: House) -> None:
    mine, ad = home.owner("minji"), home.ad("minji")
    assert set(ad) >= CONTENT and ad["user_prompt"] == "딸기 케이크" and ad["type"] == "image_gen"
    path = f"{V1}/contents/{ad['id']}"
    for query in ("", "?content_type=image_gen", f"?project_id={ad['project_id']}&limit=1"):
        assert ad["id"] in {row["id"] for row in home.web.get(f"{V1}/contents{query}", headers=mine).json()}
    listed = home.web.get(f"{V1}/projects/{ad['project_id']}/contents", headers=mine).json()
    assert listed[0]["id"] == ad["id"]
    assert home.web.get(f"{V1}/contents?content_type=text_ad", headers=mine).json() == []
    assert home.web.get(ad["image_url"]).status_code == 200
    assert home.web.delete(path, headers=mine).json()["deleted"] == {"files": 3}
    assert home.web.get(f"{V1}/contents?deleted=true", headers=mine).json()[0]["id"] == ad["id"]
    assert home.web.get(path, headers=mine).status_code == home.web.get(ad["image_url"]).status_code == 404
    assert home.web.post(f"{path}/restore", headers=mine).json()["id"] == ad["id"]
    assert home.web.get(ad["image_url"]).status_code == 200


def test_what_belongs_to_others_does_not_exist(home: House) -> None:
    other, ad = home.owner("jun"), home.ad("minji")
    store_id = home.web.get(f"{V1}/stores", headers=home.owner("minji")).json()[0]["id"]
    mine = home.project("minji")
    ask = {"project_id": mine, "ad_description": "남의 캠페인"}
    calls: list[tuple[str, str, dict[str, Any] | None]] = [
        ("GET", f"/stores/{store_id}", None), ("PUT", f"/stores/{store_id}", {}),
        ("DELETE", f"/stores/{store_id}", None),
        ("POST", f"/stores/{store_id}/restore", None), ("POST", "/projects", {"title": "x", "store_id": store_id}),
        ("GET", f"/projects/{mine}", None), ("PUT", f"/projects/{mine}", {"title": "x"}),
        ("DELETE", f"/projects/{mine}", None), ("PATCH", f"/projects/{mine}/status?status=draft", None),
        ("POST", f"/projects/{mine}/restore", None), ("GET", f"/projects/{mine}/contents", None),
        ("GET", f"/contents?project_id={mine}", None), ("GET", f"/contents/{ad['id']}", None),
        ("DELETE", f"/contents/{ad['id']}", None), ("POST", f"/contents/{ad['id']}/restore", None),
        ("GET", f"/contents/{ad['id']}/image", None), ("POST", "/contents/generate", ask), ("POST", "/jobs", ask),
        ("GET", f"/jobs/{ad['job_id']}", None), ("DELETE", f"/jobs/{ad['job_id']}", None),
    ]
    for method, path, body in calls:
        answer = home.web.request(method, V1 + path, headers=other, json=body)
        assert answer.status_code == 404 and answer.json()["code"].endswith("_not_found"), (method, path, answer.text)
        home.web.cookies.clear()
        anonymous = home.web.request(method, V1 + path, json=body)
        assert anonymous.status_code == 401 and anonymous.headers["www-authenticate"] == "Bearer", (method, path)
    assert ad["id"] not in {row["id"] for row in home.web.get(f"{V1}/contents", headers=other).json()}
    assert ad["job_id"] not in {row["id"] for row in home.web.get(f"{V1}/jobs", headers=other).json()}


@pytest.mark.parametrize("name", ["stores", "projects", "contents", "jobs"])
def test_collections_answer_with_and_without_the_slash(home: House, name: str) -> None:
    for path in (f"{V1}/{name}", f"{V1}/{name}/"):
        answer = home.web.get(path, headers=home.owner("minji"))
        assert answer.status_code == 200 and isinstance(answer.json(), list)
        assert home.web.get(path).status_code == 401
    assert home.web.get(f"{V1}/{name}?limit=501", headers=home.owner("minji")).status_code == 422
    assert home.web.get(f"{V1}/{name}?skip=-1", headers=home.owner("minji")).status_code == 422
    assert home.web.get(f"{V1}/{name}?limit=1&skip=10000", headers=home.owner("minji")).json() == []


@pytest.mark.parametrize("bad", ["0", "-1", "x", str(2**63), "1.5"])
def test_ids_that_are_none(home: House, bad: str) -> None:
    assert home.web.get(f"{V1}/stores/{bad}", headers=home.owner("minji")).status_code == 422


def test_generate_waits_and_answers_the_contract(home: House) -> None:
    ask = {"project_id": home.project("minji"), "ad_description": "딸기 케이크", "image_prompt": "strawberry cake",
           "cfg": 7, "steps": 4}
    headers = {**home.owner("minji"), "Idempotency-Key": "again"}
    with finishing(home.services):
        first = home.web.post(f"{V1}/contents/generate", headers=headers, json=ask)
    assert first.status_code == 200 and set(first.json()) >= RESULT and first.json()["success"] is True
    assert isinstance(first.json()["generation_time"], float)
    assert home.web.get(first.json()["image_url"]).headers["content-type"] == "image/png"
    again = home.web.post(f"{V1}/contents/generate", headers=headers, json=ask)
    assert again.json()["content_id"] == first.json()["content_id"]
    other = home.web.post(f"{V1}/contents/generate", headers=headers, json={**ask, "seed": 3})
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_conflict")
    long = home.web.post(f"{V1}/jobs", headers={**headers, "Idempotency-Key": "k" * 101}, json=ask)
    assert long.status_code == 422


def test_generate_tells_of_failure_and_of_patience(home: House) -> None:
    ask = {"project_id": home.project("jun"), "ad_description": "실패할 광고"}
    with finishing(home.services, fails="엔진이 {멈췄어요}."):
        failed = home.web.post(f"{V1}/contents/generate", headers=home.owner("jun"), json=ask)
    assert failed.status_code == 500
    body = failed.json()
    assert body["code"] == "generation_failed" and body["detail"] == "엔진이 {멈췄어요}." and body["job_id"]
    row = home.web.get(f"{V1}/contents/{body['content_id']}", headers=home.owner("jun")).json()
    assert row["is_success"] is False and row["error_message"] == "엔진이 {멈췄어요}." and row["image_url"] is None
    late = home.web.post(f"{V1}/contents/generate", headers=home.owner("jun"), json=ask)
    assert (late.status_code, late.json()["code"], late.headers["retry-after"]) == (504, "still_running", "5")
    job = home.web.get(f"{V1}/jobs/{late.json()['job_id']}", headers=home.owner("jun")).json()
    assert job["state"] == "queued" and job["position"] == 1
    assert finish_next(home.services)


def test_jobs_are_asked_for_followed_and_cancelled(home: House) -> None:
    mine, ask = home.owner("minji"), {"project_id": home.project("minji"), "ad_description": "빵 나오는 시간"}
    made = home.web.post(f"{V1}/jobs/", headers=mine, json=ask)
    assert made.status_code == 202
    job_id = made.json()["job_id"]
    queued = home.web.get(f"{V1}/jobs?state=queued", headers=mine).json()
    assert [job["id"] for job in queued] == [job_id]
    gone = home.web.delete(f"{V1}/jobs/{job_id}", headers=mine)
    assert gone.status_code == 200 and gone.json()["state"] == "cancelled"
    twice = home.web.delete(f"{V1}/jobs/{job_id}", headers=mine)
    assert (twice.status_code, twice.json()["code"]) == (409, "job_finished")
    assert home.web.get(f"{V1}/jobs/nothing", headers=mine).json()["code"] == "job_not_found"
    assert home.web.get(f"{V1}/jobs?state=asleep", headers=mine).status_code == 422


@pytest.mark.parametrize(("field", "value"), [
    ("ad_description", ""), ("ad_description", "가" * 1001), ("seed", -1), ("seed", 2**32), ("steps", 13),
    ("width", 100), ("height", 4096), ("text_in_image", "가" * 101), ("channels", ["fax"]), ("project_id", "x"),
])
def test_requests_out_of_bounds(home: House, field: str, value: object) -> None:
    ask = {"project_id": home.project("minji"), "ad_description": "빵", field: value}
    answer = home.web.post(f"{V1}/contents/generate", headers=home.owner("minji"), json=ask)
    assert answer.status_code == 422 and answer.json()["code"] == "invalid_input"
    assert field in answer.json()["detail"][0]["loc"]


def test_too_many_jobs_say_when_to_come_back(tmp_path: Any) -> None:
    with house(tmp_path, ADGEN_MAX_JOBS_PER_USER=1) as busy:
        ask = {"project_id": busy.project("minji"), "ad_description": "하나만"}
        assert busy.web.post(f"{V1}/jobs", headers=busy.owner("minji"), json=ask).status_code == 202
        refused = busy.web.post(f"{V1}/jobs", headers=busy.owner("minji"), json=ask)
        assert (refused.status_code, refused.json()["code"]) == (429, "too_many_jobs")
        assert int(refused.headers["retry-after"]) > 0


def test_health_and_channels(home: House) -> None:
    for path in ("/health", f"{V1}/contents/health", f"{V1}/health"):
        body = home.web.get(path).json()
        assert body["status"] == "degraded" and body["database"] == "ok" and body["queue"]["running"] == 0
    assert home.web.get("/healthz").json() == {"status": "ok"}
    assert home.web.get(f"{V1}/channels").json()[0]["key"] == "instagram_portrait"


@pytest.mark.parametrize("name", ["\u200b", "\u3164", "\u202e", "\x00", " \n "])
def test_a_name_that_cannot_be_seen_is_no_name(home: House, name: str) -> None:
    answer = home.web.post(f"{V1}/stores", headers=home.owner("minji"), json={"brand_name": name})
    assert answer.status_code == 422 and answer.json()["code"] == "invalid_input"


def test_what_cannot_be_seen_is_left_out(home: House) -> None:
    made = home.web.post(f"{V1}/stores", headers=home.owner("minji"), json={
        "brand_name": "달\u202e무\u200b리\n커피", "phone": "02\u2066-123", "description": "첫 줄\r\n둘째 줄"}).json()
    assert (made["brand_name"], made["phone"], made["description"]) == ("달무리 커피", "02-123", "첫 줄\n둘째 줄")


@pytest.mark.parametrize("email", ["x\x00y@example.com", "x\x07@example.com", "x\u200b@example.com",
                                   "x\u202e@example.com", "a b@example.com"])
def test_an_email_with_what_cannot_be_seen_is_refused(home: House, email: str) -> None:
    assert home.register(email).status_code == 422


def test_every_route_answers_with_a_slash_at_its_end(home: House) -> None:
    mine, project = home.owner("minji"), home.project("minji")
    for path in ("/channels/", f"/projects/{project}/contents/", f"/projects/{project}/", "/users/me/"):
        assert home.web.get(V1 + path, headers=mine, follow_redirects=False).status_code == 200, path
    signed = home.web.post(f"{V1}/auth/login/", data={"username": "minji@example.com", "password": PASSWORD},
                           follow_redirects=False)
    assert signed.status_code == 200
