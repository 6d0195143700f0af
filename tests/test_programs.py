"""The programs' API over the real app: gradio_client by token and by password, MCP, and user B against user A."""

import asyncio
import base64
import io
import json
import math
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError, AuthenticationError
from mcp import ClientSession
from mcp.client.streamable_http import streamablehttp_client
from PIL import Image

from .conftest import PASSWORD, Server
from .test_ui import PUBLISHED

pytestmark = [pytest.mark.filterwarnings("ignore::ResourceWarning"),
              pytest.mark.filterwarnings("ignore::DeprecationWarning"),
              pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
DESCRIPTION = "가을 한정 고구마 라떼가 나왔어요. 4,900원이에요."


def fresh_email() -> str:
    return f"{uuid.uuid4().hex[:12]}@example.com"


def client_for(server: Server, headers: dict[str, str]) -> Client:
    return Client(server.url, headers=headers, verbose=False, analytics_enabled=False, download_files=False)


@pytest.fixture(scope="module")
def owner(server: Server) -> tuple[str, dict[str, str]]:
    email = fresh_email()
    return email, server.register(email)


@pytest.fixture(scope="module")
def alice(server: Server, owner: tuple[str, dict[str, str]]) -> Iterator[Client]:
    client = client_for(server, owner[1])
    yield client
    client.close()


@pytest.fixture(scope="module")
def bob(server: Server) -> Iterator[Client]:
    client = client_for(server, server.register(fresh_email()))
    yield client
    client.close()


def refused(call: Callable[[], Any]) -> str:
    """The stable code of a refused call."""
    with pytest.raises(AppError) as caught:
        call()
    assert caught.value.message and not caught.value.message.isascii(), "a Korean sentence says why"
    return str(caught.value.title)


def test_generate_returns_the_finished_ad(server: Server, alice: Client) -> None:
    project = alice.predict(api_name="/list_projects")[0]
    answer = alice.predict(project_id=project["id"], ad_description=DESCRIPTION, seed=7, api_name="/generate")
    assert answer["success"] is True and answer["seed"] == 7
    assert {poster["channel"] for poster in answer["posters"]} == {"instagram_portrait", "instagram_square"}
    picture = httpx.get(server.url + answer["image_url"], timeout=30)
    assert picture.status_code == 200 and picture.content.startswith(b"\x89PNG")
    content = alice.predict(answer["content_id"], api_name="/get_content")
    assert content["user_prompt"] == DESCRIPTION
    assert [row["id"] for row in alice.predict(api_name="/list_contents")] == [answer["content_id"]]


def test_a_password_signs_gradio_client_in(server: Server, owner: tuple[str, dict[str, str]]) -> None:
    client = Client(server.url, auth=(owner[0], PASSWORD), verbose=False, analytics_enabled=False)
    assert client.predict(api_name="/me")["email"] == owner[0]
    client.close()
    with pytest.raises(AuthenticationError):
        Client(server.url, auth=(owner[0], "wrong password"), verbose=False, analytics_enabled=False)


def test_records_from_birth_to_deletion(alice: Client) -> None:
    store = alice.predict(brand_name="봄날 꽃집", trade="flower", brand_colors=["#c2410c"], api_name="/create_store")
    assert store["brand_colors"] == ["#C2410C"] and store["phone"] is None
    changed = alice.predict(store_id=store["id"], phone="02-123-4567", api_name="/update_store")
    assert (changed["phone"], changed["trade"]) == ("02-123-4567", "flower")
    assert alice.predict(store["id"], api_name="/get_store") == changed
    project = alice.predict(store["id"], "졸업식", api_name="/create_project")
    done = alice.predict(project["id"], status="completed", api_name="/update_project")
    assert done["status"] == "completed" and done["title"] == "졸업식"
    assert alice.predict(project["id"], api_name="/get_project")["status"] == "completed"
    assert alice.predict(project["id"], api_name="/delete_project")["deleted"] == {"contents": 0, "jobs": 0}
    assert alice.predict(store["id"], api_name="/delete_store")["deleted"] == {
        "projects": 0, "contents": 0, "jobs": 0}
    assert refused(lambda: alice.predict(store["id"], api_name="/get_store")) == "store_not_found"
    assert alice.predict(deleted=True, api_name="/list_stores")[0]["id"] == store["id"]
    assert alice.predict(deleted=True, api_name="/list_projects") == []  # its shop must come back first


def test_submit_follow_and_list(alice: Client) -> None:
    project = alice.predict(api_name="/list_projects")[0]["id"]
    job = alice.predict(project, DESCRIPTION, price="4,900원", api_name="/submit")
    for _ in range(200):
        job = alice.predict(job["id"], api_name="/job")
        if job["state"] == "done":
            break
    assert job["state"] == "done"
    assert job["id"] in [row["id"] for row in alice.predict("done", api_name="/list_jobs")]
    assert refused(lambda: alice.predict(job["id"], api_name="/cancel")) == "job_finished"
    deleted = alice.predict(job["content_id"], api_name="/delete_content")
    assert deleted["deleted"]["files"] >= 3
    assert refused(lambda: alice.predict(job["content_id"], api_name="/get_content")) == "content_not_found"
    assert alice.predict(deleted=True, api_name="/list_contents")[0]["id"] == job["content_id"]
    assert job["request"]["price"] == "4,900원"


def test_what_is_wrong_is_said_with_a_code(alice: Client) -> None:
    project = alice.predict(api_name="/list_projects")[0]["id"]
    assert refused(lambda: alice.predict(project, "", api_name="/generate")) == "invalid_input"
    with pytest.raises(Exception, match="무엇을 알릴지 적어 주세요"):
        alice.predict(project, "", api_name="/submit")
    assert refused(lambda: alice.predict(project, DESCRIPTION, width=10, api_name="/generate")) == "invalid_input"
    assert refused(lambda: alice.predict("x'; --", api_name="/get_store")) == "invalid_input"
    assert refused(lambda: alice.predict("", api_name="/create_store")) == "invalid_input"
    assert refused(lambda: alice.predict(2**64, api_name="/get_store")) == "invalid_input", "beyond SQLite's integers"
    assert refused(lambda: alice.predict(10**17, api_name="/get_store")) == "store_not_found"


def test_bob_sees_nothing_of_alices(alice: Client, bob: Client) -> None:
    store = alice.predict(api_name="/list_stores")[0]["id"]
    project = alice.predict(api_name="/list_projects")[0]["id"]
    job = alice.predict(project, DESCRIPTION, api_name="/submit")["id"]
    content = alice.predict(project, DESCRIPTION, api_name="/generate")["content_id"]
    photo = alice.predict(a_photo(), api_name="/upload_photo")["id"]
    for arguments, name, code in (
        ((store,), "get_store", "store"), ((store, "훔침"), "update_store", "store"),
        ((store,), "delete_store", "store"),
        ((store, "훔침"), "create_project", "store"), ((project,), "get_project", "project"),
        ((project, "훔침"), "update_project", "project"), ((project,), "delete_project", "project"),
        ((project, DESCRIPTION), "generate", "project"), ((project, DESCRIPTION), "submit", "project"),
        ((job,), "job", "job"), ((job,), "cancel", "job"), ((content,), "get_content", "content"),
        ((content,), "delete_content", "content"), ((project,), "list_contents", "project"),
        ((project, DESCRIPTION), "candidates", "project"), ((content,), "edit_posters", "content"),
        ((content,), "zip_link", "content"), ((None, project), "zip_link", "project"),
        ((photo,), "delete_photo", "photo"), ((content, "sms", "훔침"), "edit_text", "content"),
        ((DESCRIPTION, project), "write_copy", "project"), ((DESCRIPTION, None, store), "write_copy", "store"),
        (("", None, None, content), "write_copy", "content"),
    ):
        assert refused(lambda a=arguments, n=name: bob.predict(*a, api_name=f"/{n}")) == f"{code}_not_found", name
    own = bob.predict(api_name="/list_projects")[0]["id"]
    assert refused(lambda: bob.predict(own, DESCRIPTION, photo_id=photo, api_name="/generate")) == "photo_not_found"
    assert refused(lambda: bob.predict(own, DESCRIPTION, photo_id=photo, api_name="/candidates")) == "photo_not_found"
    assert bob.predict(api_name="/list_photos") == [] and bob.predict(api_name="/list_exports") == []
    assert bob.predict(api_name="/list_contents") == [] and bob.predict(api_name="/list_jobs") == []
    assert content in [row["id"] for row in alice.predict(api_name="/list_contents")]


def a_photo() -> str:
    buffer = io.BytesIO()
    picture = Image.radial_gradient("L").resize((320, 240))
    Image.merge("RGB", (picture, picture.rotate(90, expand=False), picture)).save(buffer, "JPEG")
    return base64.b64encode(buffer.getvalue()).decode()


def test_finished_ads_from_a_photo_to_the_zip(server: Server, alice: Client) -> None:
    project = alice.predict(api_name="/list_projects")[0]["id"]
    photo = alice.predict(a_photo(), api_name="/upload_photo")
    assert (photo["width"], photo["height"]) == (320, 240)
    assert photo["photo_id"] in [row["id"] for row in alice.predict(api_name="/list_photos")]
    looks = alice.predict(project, DESCRIPTION, seed=3, count=2, api_name="/candidates")["candidates"]
    assert len(looks) == 2 and looks[0]["style"] in {
        row["key"] for row in alice.predict(api_name="/list_templates")["styles"]}
    made = alice.predict(project, DESCRIPTION, photo_id=photo["photo_id"], width=320, height=320, badge="NEW",
                         channels=["kakao_message_wide"], items=[{"name": "라떼", "price": "4,900원"}],
                         api_name="/generate")
    assert (made["engine"], made["image_ai"], made["digital_source_type"]) == ("photo", False, None)
    small = alice.predict(made["content_id"], {"headline": "오늘만"}, preview=True, api_name="/edit_posters")
    assert small["posters"][0]["image"].startswith("data:image/jpeg;base64,")
    new = alice.predict(made["content_id"], {"headline": "오늘만"}, ["kakao_bizboard"], api_name="/edit_posters")
    assert new["parent_id"] == made["content_id"] and new["posters"][0]["channel"] == "kakao_bizboard"
    shown = [row["id"] for row in alice.predict(api_name="/list_contents")]
    assert new["id"] in shown and made["content_id"] not in shown
    assert made["content_id"] in [row["id"] for row in alice.predict(versions=True, api_name="/list_contents")]
    link = alice.predict(content_id=new["id"], api_name="/zip_link")["url"]
    assert httpx.get(server.url + link, timeout=30).content.startswith(b"PK")
    assert alice.predict(api_name="/list_exports")[0]["kind"] == "zip"
    assert alice.predict(photo["id"], api_name="/delete_photo")["deleted"] is True
    assert refused(lambda: alice.predict("no base64!", api_name="/upload_photo")) == "photo_unreadable"
    assert refused(lambda: alice.predict(api_name="/zip_link")) == "invalid_input"
    assert refused(lambda: alice.predict(new["id"], {"badge": "가" * 13}, api_name="/edit_posters")) == "invalid_input"


def test_an_account_made_over_rest_is_asked_at_its_first_page_visit_only(server: Server) -> None:
    client = client_for(server, server.register(fresh_email(), consent=False))
    project = client.predict(api_name="/list_projects")[0]["id"]
    assert client.predict(project, DESCRIPTION, api_name="/generate")["success"] is True
    assert client.predict(api_name="/me")["consented"] is False
    client.close()


def test_a_stranger_reaches_no_function(server: Server) -> None:
    for name in PUBLISHED:
        answer = httpx.post(f"{server.url}/gradio_api/call/{name}", json={"data": [1, "x"]}, timeout=30)
        assert answer.status_code == 401, name


async def _mcp(server: Server, headers: dict[str, str], calls: list[tuple[str, dict[str, Any]]]) -> list[Any]:
    address = f"{server.url}/gradio_api/mcp/"
    async with (streamablehttp_client(address, headers=headers) as (read, write, _),
                ClientSession(read, write) as session):
        await session.initialize()
        tools = (await session.list_tools()).tools
        answers = []
        for name, arguments in calls:
            tool = next(tool for tool in tools if tool.name.endswith(name))
            assert tool.description
            answers.append(await session.call_tool(tool.name, arguments))
        return [tools, *answers]


def test_mcp_tools_answer_in_json(server: Server, owner: tuple[str, dict[str, str]]) -> None:
    project = httpx.get(f"{server.url}/api/v1/projects", headers=owner[1], timeout=30).json()[0]["id"]
    tools, me, listed, made, missing = asyncio.run(_mcp(server, owner[1], [
        ("me", {}), ("list_stores", {}), ("generate", {"project_id": project, "ad_description": DESCRIPTION}),
        ("get_store", {"store_id": 999999})]))
    assert {tool.name for tool in tools} >= PUBLISHED or all(
        any(tool.name.endswith(name) for tool in tools) for name in PUBLISHED)
    account = json.loads(me.content[0].text)
    assert account["email"] == owner[0] and account["is_active"] is True and account["is_verified"] is False
    store = json.loads(listed.content[0].text)[0]
    assert store["brand_name"] == "달무리 커피" and store["phone"] is None
    ad = json.loads(made.content[0].text)
    assert ad["success"] is True and math.isfinite(ad["generation_time"])
    assert missing.isError and missing.content[0].text.rstrip().endswith("[store_not_found]")


def test_mcp_refuses_strangers(server: Server) -> None:
    answer = httpx.post(f"{server.url}/gradio_api/mcp/", json={"jsonrpc": "2.0", "id": 1, "method": "tools/list"},
                        headers={"Accept": "application/json, text/event-stream"}, timeout=30)
    assert answer.status_code == 401


def test_words_are_the_same_through_every_door(server: Server, owner: tuple[str, dict[str, str]],
                                               alice: Client) -> None:
    project = alice.predict(api_name="/list_projects")[0]["id"]
    asked = {"ad_description": DESCRIPTION, "project_id": project, "seed": 11}
    rest = httpx.post(f"{server.url}/api/v1/copy", json=asked, headers=owner[1], timeout=60).json()
    assert alice.predict(**asked, api_name="/write_copy") == rest and rest["texts"]["instagram"]["text"]
    content = alice.predict(project, DESCRIPTION, seed=11, api_name="/generate")["content_id"]
    edit = {"key": "daangn", "text": "라떼 드시러 오세요.", "title": "라떼"}
    answer = httpx.patch(f"{server.url}/api/v1/contents/{content}/texts", json=edit, headers=owner[1], timeout=30)
    assert answer.status_code == 200 and "updated_at" in answer.json()
    _, written, kept, used, refusal, missing = asyncio.run(_mcp(server, owner[1], [
        ("write_copy", asked), ("edit_text", {"content_id": content, **edit}), ("get_usage", {}),
        ("write_copy", {}), ("edit_text", {"content_id": 999999, **edit})]))
    assert json.loads(written.content[0].text) == rest
    one, two = answer.json(), json.loads(kept.content[0].text)
    assert two["copy"] == one["copy"] == alice.predict(content, **edit, api_name="/edit_text")["copy"]
    assert one["copy"]["captions"]["daangn"]["edited"] is True
    assert json.loads(used.content[0].text) == alice.predict(api_name="/get_usage") == httpx.get(
        f"{server.url}/api/v1/users/me/usage", headers=owner[1], timeout=30).json()
    assert refusal.isError and refusal.content[0].text.rstrip().endswith("[invalid_input]")
    assert missing.isError and missing.content[0].text.rstrip().endswith("[content_not_found]")
    assert refused(lambda: alice.predict(api_name="/write_copy")) == "invalid_input"
    with pytest.raises(Exception, match="무엇을 알릴지 적어 주세요"):
        alice.predict(api_name="/write_copy")
    store = alice.predict(samples=["반가워요, 달무리예요."], store_id=alice.predict(api_name="/list_stores")[0]["id"],
                          api_name="/update_store")
    assert store["samples"] == ["반가워요, 달무리예요."] and store["learned"] == [edit["text"]]
    assert alice.predict(store["id"], learned=[], api_name="/update_store")["learned"] == []
