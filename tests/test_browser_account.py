"""The account in a real Chromium: a forgotten password, the list of sign-ins, API keys, and the admin's page."""

import re
import uuid
from email import message_from_bytes, policy

import httpx
import pytest
from playwright.sync_api import Page, Route, expect

from adgen.cli import main

from .conftest import PASSWORD, Server
from .visiting import Open, chromium, pytestmark, sideways, visit  # noqa: F401 (fixtures and marks)

NEW = "새 비밀번호 4444"


def mailed(server: Server, email: str, purpose: str) -> str:
    """The address in the newest letter of its kind; the letter may still be on its way."""
    for _ in range(200):
        for path in sorted((server.data_dir / "outbox").glob("*.eml"), key=lambda one: -one.stat().st_mtime_ns):
            letter = message_from_bytes(path.read_bytes(), policy=policy.default)
            found = re.search(rf"#{purpose}=\S+", letter.get_content())
            if letter["To"] == email and found:
                return found[0]
        httpx.get(f"{server.url}/healthz", timeout=30)
    raise AssertionError("no letter came")


def sign_in(page: Page, email: str, password: str) -> None:
    page.locator("#w-email").fill(email)
    page.locator("#w-password").fill(password)
    page.locator("#welcome form button.primary").click()
    expect(page.locator("#nav")).to_be_visible()


def test_a_forgotten_password_is_set_anew_by_a_mailed_link(server: Server, visit: Open) -> None:  # noqa: F811
    email = f"{uuid.uuid4().hex[:10]}@example.com"
    server.register(email)
    owner = visit("phone")
    page = owner.page
    page.goto(f"{server.url}#login")
    page.get_by_role("button", name="비밀번호를 잊으셨나요?").click()
    page.locator("#w-email").fill(email)
    page.get_by_role("button", name="링크 받기").click()
    expect(page.get_by_text("메일함을 확인해 주세요")).to_be_visible()
    page.goto("about:blank")
    page.goto(f"{server.url}/{mailed(server, email, 'reset')}")
    page.locator("#w-new_password").fill(NEW)
    assert "reset=" not in page.url, "the link's secret leaves the address at once"
    page.get_by_role("button", name="비밀번호 저장").click()
    sign_in(page, email, NEW)
    page.goto("about:blank")
    page.goto(f"{server.url}/#settings")
    expect(page.get_by_text("확인된 이메일이에요.")).to_be_visible()
    assert owner.refused == [] and sideways(page) <= 0


def test_sign_ins_and_keys_are_seen_made_and_ended(server: Server, visit: Open) -> None:  # noqa: F811
    owner = visit("phone")
    email = owner.sign_up(server)
    elsewhere = server.sign_in(email)
    page = owner.page
    owner.go("settings")
    rows = page.locator("#sessions li")
    expect(rows).to_have_count(2)
    expect(rows.filter(has_text="지금 이 기기")).to_have_count(1)
    page.locator("#sessions").get_by_role("button", name="끝내기").click()
    expect(rows).to_have_count(1)
    assert httpx.get(f"{server.url}/api/v1/users/me", headers=elsewhere, timeout=30).status_code == 401
    page.get_by_label("키 이름").fill("가게 컴퓨터")
    page.get_by_label("할 수 있는 일").select_option("write")
    page.get_by_role("button", name="키 만들기").click()
    token = page.locator(".secret-once").inner_text()
    headers = {"Authorization": f"Bearer {token}"}
    assert httpx.get(f"{server.url}/api/v1/users/me", headers=headers, timeout=30).json()["email"] == email
    page.locator("#token-new summary", has_text="curl").click()
    expect(page.locator("#token-new pre[data-example=curl]")).to_contain_text(token)
    assert sideways(page) <= 0
    page.locator("#tokens").get_by_role("button", name="지우기").click()
    page.get_by_role("dialog").get_by_role("button", name="지우기").click()
    expect(page.get_by_text("아직 만든 키가 없어요.")).to_be_visible()
    assert httpx.get(f"{server.url}/api/v1/users/me", headers=headers, timeout=30).status_code == 401
    assert owner.refused == []


def test_the_admins_page_is_there_for_admins_alone(server: Server, visit: Open,  # noqa: F811
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    chief, other = visit("desktop"), f"{uuid.uuid4().hex[:10]}@example.com"
    email = chief.sign_up(server)
    page = chief.page
    expect(page.locator("#nav button[data-go=admin]")).to_have_count(0)
    page.evaluate("location.hash = '#admin'")
    expect(page.locator("#admin")).to_be_hidden()
    server.register(other)
    monkeypatch.setenv("ADGEN_DATA_DIR", str(server.data_dir))
    assert main(["admin", email]) == 0
    late: list[Route] = []
    page.route(re.compile("/admin/users.*q=$"), lambda one: late.append(one))
    page.reload()
    page.locator("#nav button[data-go=admin]").click()
    page.get_by_label("이메일이나 이름 찾기").fill(other)
    page.get_by_role("button", name="찾기", exact=True).click()
    expect(page.locator(".admin-user")).to_have_count(1)
    for one in late:  # the list of all arrives after that of the one who was looked for
        with page.expect_response(re.compile("/admin/users.*q=$")):
            one.continue_()
    expect(page.get_by_label("이메일이나 이름 찾기")).to_have_value(other)
    expect(page.locator("#admin-overview .figures dt")).to_have_text(["대기", "진행", "완료", "실패", "취소"])
    expect(page.locator(".admin-user")).to_have_count(1)
    page.get_by_role("button", name="멈추기").click()
    page.get_by_role("dialog").get_by_role("button", name="네").click()
    expect(page.locator(".admin-user").get_by_text("멈춘 계정")).to_be_visible()
    refused = httpx.post(f"{server.url}/api/v1/auth/login", json={"email": other, "password": PASSWORD}, timeout=30)
    assert refused.json()["code"] == "suspended"
    page.get_by_role("button", name="다시 열기").click()
    expect(page.locator(".admin-user").get_by_text("멈춘 계정")).to_have_count(0)
    assert server.sign_in(other) and chief.refused == [] and sideways(page) <= 0
