"""A visit to the page in a real Chromium, on a phone or a desktop: what the browser tests share."""

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from .conftest import PASSWORD, Server

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
expect.set_options(timeout=30_000)


class Visit:
    """One browser profile: its page, and every refused or broken request that the page made."""

    def __init__(self, context: BrowserContext) -> None:
        self.context, self.page, self.refused = context, context.new_page(), list[str]()
        self.page.set_default_timeout(30_000)
        self.page.on("response", lambda answer: answer.status >= 400 and self.refused.append(answer.url))
        self.page.on("pageerror", lambda error: self.refused.append(f"script: {error}"))

    def sign_up(self, server: Server) -> str:
        """A new account, shop and campaign, and the page at 광고 만들기; the account's e-mail. The page is loaded once
        where ``sign_up_by_hand`` loads it twice: half of what a short test takes."""
        email = f"{uuid.uuid4().hex[:12]}@example.com"
        form = {"email": email, "password": PASSWORD, "brand_name": "달무리 커피", "trade": "cafe", "consent": True}
        for path in ("register", "login"):
            answer = self.context.request.post(f"{server.url}/api/v1/auth/{path}", data=form)
            assert answer.ok, answer.text()
        self.page.goto(f"{server.url}/#create")
        expect(self.page.get_by_label("알릴 내용", exact=True)).to_be_visible()
        return email

    def sign_up_by_hand(self, server: Server) -> str:
        """From the empty page to 광고 만들기, as an owner does it; the new account's e-mail."""
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
        """Ask for an ad, take the first look, and wait until the ad is shown."""
        self.look(news)
        self.finish()

    def look(self, news: str = NEWS) -> None:
        """From the words to the live looks; on a desktop they may come by themselves while the words are typed."""
        self.page.get_by_label("알릴 내용", exact=True).fill(news)
        if self.page.evaluate("document.documentElement.dataset.step") == "form":
            self.page.locator("#go-make").click()
        expect(self.page.locator("#looks .look[role=radio]")).to_have_count(4)

    def finish(self) -> None:
        """From the looks to the finished ad."""
        self.page.locator("#go-finish").click()
        expect(self.page.locator("#result .ad figure img").first).to_be_visible()

    def ad(self) -> dict[str, Any]:
        """The newest ad as programs see it."""
        ask = "fetch('api/v1/contents?limit=1').then(answer => answer.json())"
        newest: dict[str, Any] = self.page.evaluate(ask)[0]
        return newest

    def drawn(self) -> str:
        """The address of the picture that is shown."""
        return str(self.page.locator(".ad:visible figure:visible img").get_attribute("src"))

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


def sign_in(visit: Visit, email: str) -> None:
    """Through the door, in whatever language it is shown."""
    welcome = visit.page.locator("#welcome")
    welcome.locator("[data-door=login]").first.click()
    welcome.locator("[name=email]").fill(email)
    welcome.locator("[name=password]").fill(PASSWORD)
    welcome.locator("form button.primary").click()
    expect(visit.page.locator("#field-ad_description textarea")).to_be_visible()
