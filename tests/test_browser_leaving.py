"""Taking the data home and deleting the account, in a real Chromium."""

import zipfile

import httpx
import pytest
from playwright.sync_api import expect

from .conftest import PASSWORD, Server
from .visiting import Open, chromium, pytestmark, sideways, visit

__all__ = ["chromium", "pytestmark", "visit"]


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_all_data_comes_home_and_the_account_ends(server: Server, visit: Open, size: str) -> None:
    owner = visit(size)
    email = owner.sign_up_by_hand(server)
    page = owner.page
    owner.go("settings")
    with page.expect_download() as download:
        page.get_by_role("button", name="내 데이터 모두 받기").click()
    with zipfile.ZipFile(download.value.path()) as pack:
        assert email.encode() in pack.read("account.json")
    form = page.locator("form[data-form=leave]")
    form.locator("[name=password]").fill("wrong password")
    page.once("dialog", lambda box: box.dismiss())
    form.get_by_role("button", name="계정 영구 삭제").click()
    expect(form.get_by_role("button", name="계정 영구 삭제")).to_be_enabled()
    page.on("dialog", lambda box: box.accept())
    form.get_by_role("button", name="계정 영구 삭제").click()
    expect(form).to_contain_text("비밀번호가 맞지 않아요")
    assert sideways(page) <= 0
    form.locator("[name=password]").fill(PASSWORD)
    form.get_by_role("button", name="계정 영구 삭제").click()
    expect(page.locator("#welcome")).to_be_visible()
    answer = httpx.post(f"{server.url}/api/v1/auth/login", json={"email": email, "password": PASSWORD}, timeout=30)
    assert answer.status_code == 401
