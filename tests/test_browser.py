"""The page in a real Chromium, as a shop owner meets it: on a phone and on a desktop."""

import http.server
import io
import os
import shutil
import threading
import uuid
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from .conftest import PASSWORD, Server, free_port, running

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [pytest.mark.browser,
              pytest.mark.skipif(not CHROMIUM and not os.environ.get("ADGEN_REQUIRE_BROWSER"), reason="no Chromium")]
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"]
SIZES: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True},
    "desktop": {"viewport": {"width": 1440, "height": 900}},
}
NEWS = "가을 한정 고구마 라떼가 나왔어요. 4,900원이에요."
Open = Callable[..., "Visit"]


class Visit:
    """One browser profile: its page, and every refused or broken request that the page made."""

    def __init__(self, context: BrowserContext) -> None:
        self.context, self.page, self.refused = context, context.new_page(), list[str]()
        self.page.set_default_timeout(30_000)
        self.page.on("response", lambda answer: answer.status >= 400 and self.refused.append(answer.url))
        self.page.on("pageerror", lambda error: self.refused.append(f"script: {error}"))

    def sign_up(self, server: Server) -> str:
        """From the empty page to 광고 만들기; the new account's e-mail."""
        email, page = f"{uuid.uuid4().hex[:12]}@example.com", self.page
        page.goto(server.url)
        page.get_by_role("button", name="무료로 시작하기").click()
        page.locator("#welcome").get_by_label("가게 이름").fill("달무리 커피")
        page.locator("#welcome").get_by_label("업종").select_option("cafe")
        page.locator("#welcome").get_by_label("이메일").fill(email)
        page.locator("#welcome").get_by_label("비밀번호", exact=True).fill(PASSWORD)
        page.get_by_label("동의하고 시작할게요").check()
        page.get_by_role("button", name="가입하고 광고 만들기").click()
        expect(page.get_by_label("알릴 내용", exact=True)).to_be_visible()
        return email

    def make(self, news: str = NEWS) -> None:
        """Ask for an ad and wait until it is shown."""
        self.page.get_by_label("알릴 내용", exact=True).fill(news)
        self.page.locator("#go-make").click()
        expect(self.page.locator("#result .ad figure img").first).to_be_visible()

    def go(self, name: str) -> None:
        """Press a button of the menu."""
        self.page.locator(f"#nav button[data-go={name}]").click()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    assert CHROMIUM, "ADGEN_REQUIRE_BROWSER is set, and there is no Chromium"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Open]:
    contexts: list[BrowserContext] = []

    def open_page(size: str = "phone", **options: Any) -> Visit:
        contexts.append(chromium.new_context(locale="ko-KR", accept_downloads=True, **SIZES[size], **options))
        return Visit(contexts[-1])

    yield open_page
    for context in contexts:
        context.close()


def sideways(page: Page) -> int:
    """Pixels by which the page is wider than the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.mark.parametrize("size", SIZES)
def test_from_the_empty_page_to_a_downloaded_ad(server: Server, visit: Open, size: str) -> None:
    owner = visit(size)
    owner.sign_up(server)
    assert owner.refused == [] and sideways(owner.page) <= 0
    owner.make()
    assert sideways(owner.page) <= 0
    with owner.page.expect_download() as waiting:
        owner.page.get_by_role("button", name="저장", exact=True).click()
    assert waiting.value.suggested_filename.startswith("달무리_커피")
    picture = Image.open(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    assert (picture.format, picture.size) == ("PNG", (1080, 1350))
    owner.page.locator(".seg", has_text="정사각").click()
    expect(owner.page.locator("figure[data-channel=instagram_square] img")).to_be_visible()
    expect(owner.page.locator(".word-caption p")).to_contain_text("고구마 라떼")
    expect(owner.page.locator(".origin")).to_contain_text("기본 그림 엔진")
    for name in ("ads", "shops", "campaigns", "settings"):
        owner.go(name)
        owner.page.wait_for_timeout(300)
        assert sideways(owner.page) <= 0, name
    assert owner.refused == []


def test_signed_out_no_event_of_gradio_runs(server: Server, visit: Open) -> None:
    stranger = visit()
    stranger.page.goto(server.url)
    expect(stranger.page.get_by_role("button", name="무료로 시작하기")).to_be_visible()
    stranger.page.get_by_role("button", name="English").click()
    expect(stranger.page.get_by_role("button", name="Start for free")).to_be_visible()
    assert stranger.page.evaluate("document.documentElement.lang") == "en"
    stranger.page.wait_for_timeout(1500)
    assert [url for url in stranger.refused if "/gradio_api" in url] == []


def test_a_wrong_password_is_said_under_the_field(server: Server, visit: Open) -> None:
    server.register("browser-owner@example.com")
    owner = visit()
    owner.page.goto(server.url)
    owner.page.locator("#welcome").get_by_role("button", name="로그인").click()
    owner.page.locator("#welcome").get_by_label("이메일").fill("browser-owner@example.com")
    owner.page.locator("#welcome").get_by_label("비밀번호", exact=True).fill("not this one")
    owner.page.locator("#welcome").get_by_role("button", name="로그인").click()
    expect(owner.page.locator("#w-password-why")).to_contain_text("이메일이나 비밀번호가 맞지 않아요")
    owner.page.locator("#welcome").get_by_label("비밀번호", exact=True).fill(PASSWORD)
    owner.page.locator("#welcome").get_by_role("button", name="로그인").click()
    expect(owner.page.get_by_label("알릴 내용", exact=True)).to_be_visible()
    cookies = owner.context.cookies()
    assert cookies and all(cookie["httpOnly"] for cookie in cookies)
    kept = owner.page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    assert PASSWORD not in kept


def test_half_typed_words_survive_a_reload(server: Server, visit: Open) -> None:
    owner = visit()
    owner.sign_up(server)
    owner.page.get_by_label("알릴 내용", exact=True).fill("반쯤 쓴 글")
    owner.page.reload()
    expect(owner.page.get_by_label("알릴 내용", exact=True)).to_have_value("반쯤 쓴 글")


def test_bad_input_is_said_and_nothing_is_lost(server: Server, visit: Open) -> None:
    owner = visit("desktop")
    owner.sign_up(server)
    owner.page.get_by_label("가격 (선택)", exact=True).fill("4,900원")
    owner.page.locator("#go-make").click()
    expect(owner.page.locator("#note.on")).to_contain_text("적어 주세요")
    expect(owner.page.get_by_label("가격 (선택)", exact=True)).to_have_value("4,900원")


def test_deleting_can_be_undone(server: Server, visit: Open) -> None:
    owner = visit()
    owner.sign_up(server)
    owner.make()
    owner.go("ads")
    expect(owner.page.locator(".card")).to_have_count(1)
    owner.page.locator(".card .open").click()
    owner.page.locator("#page-ads").get_by_role("button", name="지우기").click()
    expect(owner.page.locator("#note")).to_contain_text("지웠어요")
    expect(owner.page.locator(".card")).to_have_count(0)
    owner.page.locator("#note").get_by_role("button", name="되돌리기").click()
    expect(owner.page.locator(".card")).to_have_count(1)


def test_english_reaches_every_part(server: Server, visit: Open) -> None:
    owner = visit("desktop")
    owner.sign_up(server)
    owner.go("settings")
    owner.page.locator("#settings").get_by_role("button", name="English").click()
    owner.go("create")
    expect(owner.page.get_by_label("Your news", exact=True)).to_be_visible()
    expect(owner.page.locator("#go-make")).to_have_text("Make the ad")
    owner.page.reload()
    expect(owner.page.get_by_label("Your news", exact=True)).to_be_visible()


def test_a_running_job_is_found_again(tmp_path: Path, visit: Open) -> None:
    """Reload, another device, and a restart of the server: the job is a row, not a tab."""
    data = tmp_path / "data"
    with running(data, ADGEN_WORKER="external", ACCESS_TOKEN_EXPIRE_MINUTES="600") as server:
        phone = visit()
        email = phone.sign_up(server)
        phone.page.get_by_label("알릴 내용", exact=True).fill(NEWS)
        phone.page.locator("#go-make").click()
        expect(phone.page.locator(".job .asked")).to_have_text(NEWS)
        phone.page.reload()
        expect(phone.page.locator(".job .asked")).to_have_text(NEWS)
        desktop = visit("desktop")
        desktop.page.goto(server.url)
        desktop.page.locator("#welcome").get_by_role("button", name="로그인").click()
        desktop.page.locator("#welcome").get_by_label("이메일").fill(email)
        desktop.page.locator("#welcome").get_by_label("비밀번호", exact=True).fill(PASSWORD)
        desktop.page.locator("#welcome").get_by_role("button", name="로그인").click()
        expect(desktop.page.locator(".job .place")).to_contain_text("차례를 기다리는 중")
        port = server.url.rsplit(":", 1)[1]
    with running(data, GRADIO_SERVER_PORT=port) as server:
        phone.page.goto(f"{server.url}/#ads")
        expect(phone.page.locator(".card")).to_have_count(1)


def test_cancel_keeps_the_words(tmp_path: Path, visit: Open) -> None:
    with running(tmp_path / "data", ADGEN_WORKER="external") as server:
        owner = visit()
        owner.sign_up(server)
        owner.page.get_by_label("알릴 내용", exact=True).fill(NEWS)
        owner.page.locator("#go-make").click()
        owner.page.get_by_role("button", name="취소").click()
        expect(owner.page.get_by_label("알릴 내용", exact=True)).to_have_value(NEWS)


OLD_CLIENT = """async ([base, email, password]) => {
  const ask = async (path, method, body, token) => {
    const answer = await fetch(base + path, {method, headers: {...(token ? {Authorization: `Bearer ${token}`} : {}),
      ...(body && !(body instanceof URLSearchParams) ? {"Content-Type": "application/json"} : {})},
      body: body instanceof URLSearchParams ? body : body ? JSON.stringify(body) : undefined});
    return answer.headers.get("content-type").startsWith("image/")
      ? {code: answer.status, bytes: (await answer.blob()).size} : {...(await answer.json()), code: answer.status};
  };
  const form = new URLSearchParams({username: email, password});
  const token = (await ask("/api/v1/auth/login", "POST", form)).access_token;
  const store = await ask("/api/v1/stores/", "POST", {brand_name: "옛 가게"}, token);
  const project = await ask("/api/v1/projects", "POST", {title: "옛 캠페인", store_id: store.id}, token);
  const ad = await ask("/api/v1/contents/generate", "POST", {project_id: project.id,
    ad_description: "새 메뉴가 나왔어요", image_prompt: "나무 탁자 위 빵", text_in_image: "오늘의 빵"}, token);
  const image = await ask(`/api/v1/contents/${ad.content_id}/image`, "GET", null, token);
  const cookie = await fetch(base + "/api/v1/users/me", {credentials: "include"}).then(a => a.status, () => "refused");
  return {store: store.code, project: project.code, success: ad.success, bytes: image.bytes, cookie};
}"""


def test_a_client_of_the_old_system_on_an_allowed_foreign_origin(tmp_path: Path, visit: Open) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web/index.html").write_text("<title>old client</title>")
    handler = partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path / "web"))
    port = free_port()
    with (http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as web,
          running(tmp_path / "data", ADGEN_ALLOWED_ORIGINS=f"http://localhost:{port}") as server):
        threading.Thread(target=web.serve_forever, daemon=True).start()
        server.register("old@example.com")
        for origin, allowed in ((f"http://localhost:{port}", True), (f"http://127.0.0.1:{port}", False)):
            client = visit("desktop")
            client.page.goto(origin)
            call = partial(client.page.evaluate, OLD_CLIENT, [server.url, "old@example.com", PASSWORD])
            if not allowed:
                with pytest.raises(Exception, match="Failed to fetch"):
                    call()
                continue
            done = call()
            assert (done["store"], done["project"], done["success"]) == (201, 200, True)
            assert done["bytes"] > 10_000 and done["cookie"] in ("refused", 401)
        web.shutdown()


def test_pages_for_reading_stand_alone(server: Server, visit: Open) -> None:
    reader = visit()
    for path in ("terms", "privacy"):
        reader.page.goto(f"{server.url}/{path}")
        expect(reader.page.get_by_text("AdGen 운영자").first).to_be_visible()
        assert sideways(reader.page) <= 0
    assert httpx.get(f"{server.url}/docs").status_code == 200
    reader.page.goto(f"{server.url}/docs")
    expect(reader.page.locator("#operations-tag-contents")).to_be_visible()
    assert reader.refused == []
