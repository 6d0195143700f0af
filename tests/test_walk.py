"""Every REST route and every listener of the page, as a stranger, another owner, a token that may only look, its owner
and an admin. A route that is added later is walked too: what it may not do it must refuse by itself."""

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from sqlalchemy import select

from adgen import admin
from adgen.forms import StoreCreate
from adgen.models import Content, Job, Photo, Project, SignIn, Store, User

from .conftest import Server
from .small_api import House, house
from .test_programs import a_photo, refused
from .test_ui import PUBLISHED

MARK = "아무도모를가게"
OPEN = {("POST", f"/api/v1/auth/{name}") for name in (
    "register", "login", "login-json", "logout", "password/forgot", "password/reset", "verify")} | {
    ("GET", path) for path in ("/api/v1/channels", "/api/v1/templates", "/api/v1/contents/health", "/health",
                               "/healthz")}
"""What a stranger may ask: each of these is somebody's way in, or a table that is the same for all."""
AD = {"ad_description": "딸기 라떼"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("walk")) as one:
        one.register("victim@example.com", brand_name=MARK, trade="cafe", consent=True)
        one.owners["victim"] = one.sign_in("victim@example.com")
        one.owner("other")
        one.owner("chief")
        with one.services.writing() as session:
            admin.appoint(session, "chief@example.com", "admin")
        yield one


@pytest.fixture(scope="module")
def things(home: House) -> dict[str, Any]:
    """One of everything that the victim has, by the names that paths give their parts."""
    content = home.ad("victim")
    headers = home.owner("victim")
    project = home.project("victim")
    job = home.web.post("/api/v1/jobs", headers=headers, json={"project_id": project, **AD}).json()["id"]
    token = home.web.post("/api/v1/users/me/tokens", headers=headers, json={"name": MARK, "scope": "read"}).json()
    home.services.pool.choices()
    with home.services.writing() as session:
        user = session.scalars(select(User).where(User.email == "victim@example.com")).one()
        photo = Photo(user_id=user.id, name="photo_x.png", sha256="0" * 64, bytes=1, width=1, height=1)
        session.add(photo)
        session.flush()
        sign_in = session.scalars(select(SignIn.id).where(SignIn.user_id == user.id)).first()
        store = session.get_one(Project, project).store_id
        return {"content_id": content["id"], "project_id": project, "store_id": store, "job_id": job,
                "photo_id": photo.id, "token_id": token["id"], "session_id": sign_in, "user_id": user.id,
                "name": content["image_url"].partition("?")[0].rpartition("/")[2], "token": token["token"]}


def routes(home: House) -> list[tuple[str, str]]:
    """(method, path) of all that the schema shows."""
    paths = home.web.get("/openapi.json").json()["paths"]
    return [(method.upper(), path) for path, methods in paths.items() for method in methods]


def body_for(path: str, things: dict[str, Any]) -> dict[str, Any]:
    """A body that would do something with the victim's things."""
    name = path.rpartition("/")[2]
    special = {"tokens": {"name": "x"}, "language": {"language": "ko"},
               "exports": {"channels": ["main"], "kind": "share"}, "texts": {"key": "sms", "text": "훔침"},
               "posters": {"texts": {"headline": "훔침"}, "preview": True},
               "projects": {"title": "훔침", "store_id": things["store_id"]}, "{project_id}": {"title": "훔침"},
               "{store_id}": {"brand_name": "훔침"}, "stores": {"brand_name": "훔침"},
               "sample": {"brand_name": "훔침", "logo_id": things["photo_id"]}, "claims": {"text": "최고"},
               "sms": {"body": "안내", "store_id": things["store_id"]}, "{user_id}": {"role": "admin"},
               "prompts": {"description": "케이크", "project_id": things["project_id"]},
               "password": {"current_password": "wrong password", "new_password": "another one 1"}}
    return special.get(name, {"project_id": things["project_id"], **AD})


def call(home: House, method: str, path: str, things: dict[str, Any], headers: dict[str, str]) -> Any:
    filled = re.sub(r"\{(\w+)\}", lambda part: str(things[part[1]]), path)
    sent = {} if method in ("GET", "DELETE") else {"json": body_for(path, things)}
    query = {"status": "archived"} if path.endswith("/status") else {}
    answer = home.web.request(method, filled, headers=headers, params=query, **sent)
    home.web.cookies.clear()
    return answer


def kept(home: House) -> tuple[Any, ...]:
    """What the victim has."""
    with home.services.reading() as session:
        stores = session.execute(select(Store.brand_name, Store.deleted_at).where(Store.brand_name == MARK)).all()
        user = session.scalars(select(User).where(User.email == "victim@example.com")).one()
        rest = [session.execute(select(model)).scalars().all() for model in (Project, Content, Photo)]
        mine = [[(row.id, getattr(row, "deleted_at", None)) for row in rows] for rows in rest]
        states = session.execute(select(Job.id, Job.cancel_requested).where(Job.user_id == user.id)).all()
        return stores, mine, states, user.token_version, user.role, user.suspended_at


def test_a_stranger_is_refused_on_every_route(home: House, things: dict[str, Any]) -> None:
    walked = [(method, path) for method, path in routes(home) if (method, path) not in OPEN]
    assert len(walked) >= 50
    for method, path in walked:
        answer = call(home, method, path, things, {})
        assert answer.status_code == 401 and answer.json()["code"] == "not_signed_in", (method, path, answer.text)
        assert MARK not in answer.text
    assert not OPEN - set(routes(home)), "what is listed as open is there"


@pytest.mark.parametrize("who", ["other", "chief"])
def test_another_owner_and_an_admin_reach_nothing_of_the_victims(home: House, things: dict[str, Any], who: str) -> None:
    before = kept(home)
    for method, path in routes(home):
        if path.startswith("/api/v1/admin") and who == "chief":
            continue
        if path.startswith("/api/v1/auth/") or path.endswith("/me/password"):
            continue
        answer = call(home, method, path, things, home.owner(who))
        assert answer.status_code < 500 and MARK not in answer.text, (method, path, answer.text[:300])
        if path.startswith("/api/v1/admin"):
            assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
        elif "{" in path:
            assert answer.status_code == 404, (method, path, answer.status_code, answer.text[:300])
    after = kept(home)
    assert after[0] == before[0] and after[2:] == before[2:]
    assert all(set(rows) <= set(more) for rows, more in zip(before[1], after[1], strict=True))


def test_a_token_that_may_only_look_changes_nothing_anywhere(home: House, things: dict[str, Any]) -> None:
    before, headers = kept(home), {"Authorization": f"Bearer {things['token']}"}
    for method, path in routes(home):
        if (method, path) in OPEN:
            continue
        answer = call(home, method, path, things, headers)
        if method != "GET" and path not in ("/api/v1/claims", "/api/v1/sms"):
            assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed"), (method, path, answer.text)
        assert answer.status_code < 500
    assert kept(home) == before


def test_its_owner_reads_everything_and_an_admin_the_admins_pages(home: House, things: dict[str, Any]) -> None:
    for method, path in routes(home):
        if method != "GET":
            continue
        who = "chief" if path.startswith("/api/v1/admin") else "victim"
        answer = call(home, method, path, things, home.owner(who))
        assert answer.status_code == 200 or path.endswith("/zip"), (path, answer.text[:300])


def listeners(server: Server) -> list[dict[str, Any]]:
    found = httpx.get(f"{server.url}/config", timeout=30).json()["dependencies"]
    return [row for row in found if row.get("backend_fn", True) and row.get("targets")]


def test_every_listener_as_another_owner(server: Server) -> None:
    """Each wire and button of the page, called by somebody else with the victim's numbers."""
    victim, other = server.register("walk-victim@example.com", brand_name=MARK), server.register("walk-b@example.com")
    v1 = f"{server.url}/api/v1"
    store = httpx.get(f"{v1}/stores", headers=victim, timeout=30).json()[0]
    project = httpx.get(f"{v1}/projects", headers=victim, timeout=30).json()[0]
    called = 0
    for row in listeners(server):
        for number in (store["id"], project["id"]):
            body = {"fn_index": row["id"], "data": [str(number)] * len(row["inputs"]), "session_hash": "walk",
                    "event_data": {"id": number, "project": number, "name": MARK[:2]}}
            answer = httpx.post(f"{server.url}/gradio_api/run/predict", json=body, headers=other, timeout=60)
            called += 1
            assert MARK not in json.dumps(answer.json(), ensure_ascii=False), row
    assert called >= 40
    assert httpx.get(f"{v1}/stores/{store['id']}", headers=victim, timeout=30).json() == {
        **store, "contains": {"projects": 1, "contents": 0}}
    assert httpx.get(f"{v1}/projects", headers=victim, timeout=30).json() == [project]


@pytest.fixture
def keys(server: Server) -> dict[str, dict[str, str]]:
    """Headers of a fresh account's API tokens by scope, and of its sign-in."""
    headers = server.register(f"walk-{abs(hash(str(server.data_dir)))}-{len(PUBLISHED)}@example.com")
    made = {scope: httpx.post(f"{server.url}/api/v1/users/me/tokens", headers=headers, timeout=30,
                              json={"name": scope, "scope": scope}).json()["token"] for scope in ("read", "write")}
    return {scope: {"Authorization": f"Bearer {token}"} for scope, token in made.items()}


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning",
                            "ignore::pytest.PytestUnraisableExceptionWarning")
def test_api_tokens_hold_in_gradio_client_and_mcp(server: Server, keys: dict[str, dict[str, str]]) -> None:
    look = Client(server.url, headers=keys["read"], verbose=False, analytics_enabled=False, download_files=False)
    make = Client(server.url, headers=keys["write"], verbose=False, analytics_enabled=False, download_files=False)
    store = look.predict(api_name="/list_stores")[0]["id"]
    assert refused(lambda: look.predict(store, "새 이름", api_name="/update_store")) == "not_allowed"
    assert refused(lambda: look.predict(a_photo(), api_name="/upload_photo")) == "not_allowed"
    assert make.predict(store, "새 이름", api_name="/update_store")["brand_name"] == "새 이름"
    for name in PUBLISHED - {"me", "list_stores", "get_store", "list_projects", "get_project", "job", "list_jobs",
                             "list_contents", "get_content", "list_channels", "list_templates", "list_photos",
                             "zip_link", "list_exports", "check_claims", "build_sms", "get_usage"}:
        with pytest.raises((AppError, TypeError, ValueError)) as caught:
            look.predict(*([1, "라떼"] if name not in ("upload_photo", "write_copy", "create_store") else ["라떼"]),
                         api_name=f"/{name}")
        assert not isinstance(caught.value, AppError) or caught.value.title == "not_allowed", name
    look.close()
    make.close()
    headers = {**keys["read"], "Accept": "application/json, text/event-stream"}
    asked = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    listed = httpx.post(f"{server.url}/gradio_api/mcp/", json=asked, headers=headers, timeout=30)
    assert listed.status_code == 200
    tools = [tool["name"] for tool in json.loads(listed.text.partition("data: ")[2] or listed.text)["result"]["tools"]]

    def tool(name: str, **arguments: Any) -> str:
        found = next(one for one in tools if one.endswith(name))
        sent = {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": found, "arguments": arguments}}
        return httpx.post(f"{server.url}/gradio_api/mcp/", json=sent, headers=headers, timeout=60).text

    assert "새 이름" in tool("list_stores")
    assert "[not_allowed]" in tool("create_store", brand_name=StoreCreate(brand_name="훔침").brand_name)
    upload = httpx.post(f"{server.url}/gradio_api/upload", files={"files": b"x"}, headers=keys["read"], timeout=30)
    assert upload.status_code == 403
