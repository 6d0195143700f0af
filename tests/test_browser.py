"""The page in a real Chromium, as a shop owner meets it: on a phone and on a desktop."""

import http.server
import io
import os
import re
import shutil
import threading
import uuid
import zipfile
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
expect.set_options(timeout=30_000)


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


@pytest.mark.parametrize("size", SIZES)
def test_from_the_empty_page_to_a_downloaded_ad(server: Server, visit: Open, size: str) -> None:
    owner = visit(size)
    owner.sign_up(server)
    assert owner.refused == [] and sideways(owner.page) <= 0
    owner.make()
    assert sideways(owner.page) <= 0
    with owner.page.expect_download() as waiting:
        owner.page.get_by_role("button", name="그림 받기", exact=True).click()
    assert waiting.value.suggested_filename.startswith("달무리_커피")
    picture = Image.open(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    assert (picture.format, picture.size) == ("PNG", (1080, 1350))
    owner.page.locator(".sizes .seg", has_text="정사각").click()
    expect(owner.page.locator("figure[data-channel=instagram_square] img")).to_be_visible()
    expect(owner.page.locator("#result [data-text=text]")).to_have_value(re.compile("고구마 라떼"))
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
        phone.look()
        phone.page.locator("#go-finish").click()
        expect(phone.page.locator(".job .asked")).to_have_text(NEWS)
        phone.page.reload()
        expect(phone.page.locator(".job .asked")).to_have_text(NEWS)
        desktop = visit("desktop")
        desktop.page.goto(server.url)
        desktop.page.locator("#welcome").get_by_role("button", name="로그인").click()
        desktop.page.locator("#welcome").get_by_label("이메일").fill(email)
        desktop.page.locator("#welcome").get_by_label("비밀번호", exact=True).fill(PASSWORD)
        desktop.page.locator("#welcome").get_by_role("button", name="로그인").click()
        expect(desktop.page.locator(".job .place")).to_have_text("바로 다음 차례예요")
        port = server.url.rsplit(":", 1)[1]
    with running(data, GRADIO_SERVER_PORT=port) as server:
        phone.page.goto(f"{server.url}/#ads")
        expect(phone.page.locator(".card")).to_have_count(1)


def test_cancel_keeps_the_words(tmp_path: Path, visit: Open) -> None:
    with running(tmp_path / "data", ADGEN_WORKER="external") as server:
        owner = visit()
        owner.sign_up(server)
        owner.look()
        owner.page.locator("#go-finish").click()
        owner.page.get_by_role("button", name="취소").click()
        expect(owner.page.get_by_label("알릴 내용", exact=True)).to_have_value(NEWS)

def sign_in(visit: Visit, server: Server, email: str) -> None:
    """Through the door, in whatever language it is shown."""
    welcome = visit.page.locator("#welcome")
    welcome.locator("[data-door=login]").first.click()
    welcome.locator("[name=email]").fill(email)
    welcome.locator("[name=password]").fill(PASSWORD)
    welcome.locator("form button.primary").click()
    expect(visit.page.locator("#field-ad_description textarea")).to_be_visible()


def test_cancelled_words_come_back_on_another_device(tmp_path: Path, visit: Open) -> None:
    with running(tmp_path / "data", ADGEN_WORKER="external") as server:
        phone, desktop = visit(), visit("desktop")
        email = phone.sign_up(server)
        phone.page.get_by_label("가격 (선택)", exact=True).fill("4,900원")
        phone.look()
        phone.page.locator("#go-finish").click()
        expect(phone.page.locator(".job .place")).to_have_text("바로 다음 차례예요")
        desktop.page.goto(server.url)
        desktop.page.locator("#welcome [data-door=login]").click()
        for name, value in (("email", email), ("password", PASSWORD)):
            desktop.page.locator(f"#welcome [name={name}]").fill(value)
        desktop.page.locator("#welcome form button.primary").click()
        desktop.page.locator(".job").get_by_role("button", name="취소").click()
        for page in (desktop.page, phone.page):
            expect(page.get_by_label("알릴 내용", exact=True)).to_have_value(NEWS)
            expect(page.get_by_label("가격 (선택)", exact=True)).to_have_value("4,900원")
            page.reload()
            expect(page.get_by_label("알릴 내용", exact=True)).to_have_value(NEWS)


def test_words_of_a_finished_ad_are_not_kept(server: Server, visit: Open) -> None:
    owner = visit()
    owner.sign_up(server)
    owner.make()
    owner.page.reload()
    expect(owner.page.get_by_label("알릴 내용", exact=True)).to_have_value("")


def test_what_was_deleted_can_be_brought_back_later(server: Server, visit: Open) -> None:
    owner = visit()
    owner.sign_up(server)
    owner.make()
    number = owner.ad()["id"]
    for path in (f"contents/{number}", f"projects/{owner.ad()['project_id']}", "stores/own"):
        if path == "stores/own":
            path = f"stores/{owner.page.evaluate('fetch(`api/v1/stores`).then(a => a.json())')[0]['id']}"
        owner.page.evaluate("path => fetch(`api/v1/${path}`, {method: 'DELETE'}).then(a => a.status)", path)
    owner.page.reload()
    for name, card in (("shops", "#shop-cards section.line"), ("campaigns", "#campaign-cards section.line"),
                       ("ads", ".card")):
        owner.go(name)
        gone = owner.page.locator(f"#page-{name} .gone")
        gone.locator("summary").click()
        expect(gone.locator("time")).not_to_contain_text("UTC")
        gone.get_by_role("button", name="되돌리기").click()
        expect(owner.page.locator(card)).to_have_count(1)
        expect(owner.page.locator(f"#page-{name} .gone")).to_have_count(0)
    assert owner.ad()["id"] == number and owner.refused == []


@pytest.mark.parametrize("size", SIZES)
def test_a_note_stands_clear_of_the_button_and_ends_with_its_cause(server: Server, visit: Open, size: str) -> None:
    owner = visit(size)
    owner.sign_up(server)
    owner.page.locator("#go-make").click()
    note, why = owner.page.locator("#note"), owner.page.locator("#why-ad_description")
    expect(note).to_be_visible()
    expect(why).to_have_text("무엇을 알릴지 한 줄로 적어 주세요.")
    button, box = owner.page.locator("#go-make").bounding_box(), note.bounding_box()
    assert button and box and box["y"] + box["height"] <= button["y"]
    owner.page.get_by_label("알릴 내용", exact=True).fill(NEWS)
    expect(note).not_to_be_visible()
    expect(why).to_have_count(0)
    owner.page.get_by_label("알릴 내용", exact=True).fill("")
    owner.page.locator("#go-make").click()
    expect(note).to_be_visible()
    owner.go("ads")
    expect(note).not_to_be_visible()


def test_a_shop_without_a_name_is_told_at_the_field(server: Server, visit: Open) -> None:
    owner = visit()
    owner.sign_up(server)
    owner.go("shops")
    owner.page.get_by_role("button", name="새 가게").click()
    owner.page.locator("#go-shop-save").click()
    expect(owner.page.locator("#why-brand_name")).to_have_text("가게 이름을 적어 주세요.")


def test_english_chosen_at_the_door_stays(server: Server, visit: Open) -> None:
    email = f"{uuid.uuid4().hex[:12]}@example.com"
    server.register(email)
    for press, words in ((False, "알릴 내용"), (True, "Your news")):
        owner = visit("desktop")
        owner.page.goto(server.url)
        if press:
            owner.page.get_by_role("button", name="English").click()
        sign_in(owner, server, email)
        expect(owner.page.get_by_label(words, exact=True)).to_be_visible()


def test_an_ad_that_is_not_there_leads_back_to_the_others(server: Server, visit: Open) -> None:
    owner = visit()
    owner.sign_up(server)
    for number in ("999999", "abc"):
        owner.page.goto(f"{server.url}/#ads/{number}")
        owner.page.wait_for_url("**/#ads")
        expect(owner.page.locator("#note")).to_contain_text("찾는 광고가 없어요")
        expect(owner.page.locator("#sheet .blank")).to_be_visible()


def test_a_channels_advice_is_shown_when_it_is_chosen(server: Server, visit: Open) -> None:
    owner = visit()
    owner.sign_up(server)
    owner.look()
    owner.page.locator("[data-group=delivery]").click()
    expect(owner.page.locator("#places .advice")).to_have_count(0)
    owner.page.locator("[data-slot=daangn]").click()
    expect(owner.page.locator("#places .advice")).to_contain_text("요.")


SHARES = """window.shared = 0; navigator.canShare = () => true;
navigator.share = async data => { window.shared = data.files.length; };"""


def test_sharing_and_saving_are_written_down(server: Server, visit: Open) -> None:
    """The share sheet itself belongs to the phone: it is the one thing that is stood in for."""
    owner = visit()
    owner.context.add_init_script(SHARES)
    owner.sign_up(server)
    owner.make()
    with owner.page.expect_response(lambda answer: answer.url.endswith("/exports")) as waiting:
        owner.page.get_by_role("button", name="공유", exact=True).click()
    assert waiting.value.status == 201 and owner.page.evaluate("window.shared") == 1
    with owner.page.expect_download():
        owner.page.get_by_role("button", name="그림 받기", exact=True).click()
    log = owner.page.evaluate("fetch('api/v1/users/me/exports').then(answer => answer.json())")
    assert [(row["kind"], row["channels"]) for row in log] == [
        ("download", ["instagram_portrait"]), ("share", ["instagram_portrait"])]


def test_live_looks_ask_once_for_the_same_words(server: Server, visit: Open) -> None:
    owner = visit("desktop")
    owner.sign_up(server)
    asked: list[str] = []
    owner.page.on("request", lambda sent: sent.url.endswith("/candidates") and asked.append(str(sent.post_data)))
    field = owner.page.get_by_label("알릴 내용", exact=True)
    field.press_sequentially(NEWS, delay=20)
    expect(owner.page.locator("#looks .look[role=radio]")).to_have_count(4)
    owner.page.get_by_label("가격 (선택)", exact=True).focus()
    field.press("End")
    field.press_sequentially("!")
    field.press("Backspace")
    owner.page.wait_for_timeout(1500)
    assert len(asked) == 1


TAPS = "addEventListener('click', event => { if (event.isTrusted) window.taps = (window.taps || 0) + 1; }, true)"


def test_the_first_ad_takes_few_taps_and_the_second_fewer(server: Server, visit: Open) -> None:
    """Counted in the page itself, after sign-up: at most eight and four."""
    owner = visit()
    owner.context.add_init_script(TAPS)
    owner.sign_up(server)
    owner.page.evaluate("window.taps = 0")
    owner.page.locator(".chip.example").first.click()
    owner.page.locator("#go-make").click()
    expect(owner.page.locator("#looks .look[role=radio]")).to_have_count(4)
    owner.finish()
    assert 3 <= owner.page.evaluate("window.taps") <= 8
    first = owner.ad()
    owner.page.evaluate("window.taps = 0")
    owner.page.get_by_role("button", name="비슷하게 더").click()
    expect(owner.page.locator(f"#result .ad:not([data-id='{first['id']}']) figure img").first).to_be_visible()
    assert 1 <= owner.page.evaluate("window.taps") <= 4
    second = owner.ad()
    assert second["id"] != first["id"] and second["ai_config"]["seed"] != first["ai_config"]["seed"]
    owner.page.evaluate("window.taps = 0")
    owner.page.get_by_role("button", name="이 설정으로 다시").click()
    expect(owner.page.get_by_label("알릴 내용", exact=True)).to_have_value(first["user_prompt"])
    owner.page.locator("#go-make").click()
    expect(owner.page.locator("#looks .look[role=radio]")).to_have_count(4)
    owner.finish()
    assert 3 <= owner.page.evaluate("window.taps") <= 4


@pytest.mark.parametrize("size", SIZES)
def test_the_chosen_look_is_the_ads(server: Server, visit: Open, size: str) -> None:
    owner = visit(size)
    owner.sign_up(server)
    owner.look()
    assert sideways(owner.page) <= 0
    owner.page.locator("#looks .look").nth(2).click()
    expect(owner.page.locator("#looks .look").nth(2)).to_have_attribute("aria-checked", "true")
    chosen = owner.page.evaluate("window.adgen.ask.look")
    owner.page.get_by_role("button", name="다른 느낌 더 보기").click()
    expect(owner.page.locator("#looks .look[role=radio]")).to_have_count(8)
    owner.page.locator("[data-group=kakao]").click()
    owner.page.locator("[data-slot=kakao_link]").first.click()
    owner.finish()
    made = owner.ad()
    assert {row["channel"] for row in made["posters"]} == {"instagram_portrait", "instagram_square", "kakao_link"}
    assert (made["ai_config"]["render"]["template"], made["ai_config"]["seed"]) == (chosen["template"], chosen["seed"])
    assert made["ai_config"]["render"]["style"] == chosen["style"]
    assert owner.refused == []


def test_a_refused_channel_says_why(server: Server, visit: Open) -> None:
    owner = visit()
    owner.sign_up(server)
    owner.look()
    owner.page.locator("[data-group=naver]").click()
    owner.page.locator("[data-refused]").first.click(force=True)
    expect(owner.page.locator("#places .reason")).to_contain_text("요")
    assert owner.page.evaluate("window.adgen.ask.channels") == ["instagram_portrait", "instagram_square"]


def test_an_own_photo_becomes_the_ad(server: Server, visit: Open, tmp_path: Path) -> None:
    owner = visit()
    owner.sign_up(server)
    Image.effect_noise((900, 1200), 60).convert("RGB").save(tmp_path / "dish.jpg")
    owner.page.locator("[data-photo]").set_input_files(tmp_path / "dish.jpg")
    expect(owner.page.locator(".photo-kept img")).to_be_visible()
    expect(owner.page.get_by_label("사진 밝기·색 자동 보정")).to_be_checked()
    owner.make()
    made = owner.ad()
    assert made["ai_config"]["engine"] == "photo" and made["ai_generated"] is False
    assert made["ai_config"]["render"]["photo_fix"] is True
    expect(owner.page.locator(".origin")).to_contain_text("내 사진")
    assert owner.refused == []


@pytest.mark.parametrize("size", SIZES)
def test_a_line_is_edited_in_place_and_saved_as_a_version(server: Server, visit: Open, size: str) -> None:
    owner = visit(size)
    owner.sign_up(server)
    owner.make()
    first, before = owner.ad(), owner.drawn()
    assert before.startswith("/images/") or "/images/" in before
    if size == "phone":
        owner.page.get_by_role("button", name="글자·모양 고치기").click()
    owner.page.get_by_label("제목", exact=True).fill("고구마 라떼 왔어요")
    expect(owner.page.locator("#result figure:visible img")).to_have_attribute("src", re.compile("^data:image/jpeg"))
    typed = owner.drawn()
    owner.page.get_by_role("button", name="색", exact=True).click()
    owner.page.locator("[data-tint='#1D4ED8']").click()
    expect(owner.page.locator("#result figure:visible img")).not_to_have_attribute("src", typed)
    assert sideways(owner.page) <= 0
    owner.page.locator("[data-do=keepEdit]").click()
    expect(owner.page.locator("#result .version")).to_contain_text("고친 판")
    second = owner.ad()
    assert second["parent_id"] == first["id"] and second["copy"]["headline"] == "고구마 라떼 왔어요"
    assert second["ai_config"]["render"]["colors"] == ["#1D4ED8"]
    owner.page.get_by_role("button", name="이전 모습 보기").click()
    expect(owner.page.locator(f"#result .ad[data-id='{first['id']}']")).to_be_visible()
    owner.page.get_by_role("button", name="지금 판 보기").click()
    expect(owner.page.locator(f"#result .ad[data-id='{second['id']}']")).to_be_visible()
    assert owner.refused == []


def test_a_saved_version_can_be_undone(server: Server, visit: Open) -> None:
    owner = visit("desktop")
    owner.sign_up(server)
    owner.make()
    first = owner.ad()
    owner.page.get_by_label("제목", exact=True).fill("잘못 고친 제목")
    owner.page.locator("[data-do=keepEdit]").click()
    owner.page.locator("#note").get_by_role("button", name="되돌리기").click()
    expect(owner.page.locator(f"#result .ad[data-id='{first['id']}']")).to_be_visible()
    assert owner.ad()["id"] == first["id"]


def test_zip_and_print_are_saved(server: Server, visit: Open) -> None:
    owner = visit()
    owner.sign_up(server)
    owner.make()
    with owner.page.expect_download() as waiting:
        owner.page.get_by_role("button", name="전체 내려받기(zip)").click()
    names = zipfile.ZipFile(waiting.value.path()).namelist()
    assert sum(name.endswith((".png", ".jpg")) for name in names) >= 2 and any(name.endswith(".txt") for name in names)
    with owner.page.expect_download(timeout=60_000) as waiting:
        owner.page.get_by_role("button", name="A4 전단").click()
    assert waiting.value.suggested_filename.endswith(".pdf")
    assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF")
    owner.go("campaigns")
    with owner.page.expect_download() as waiting:
        owner.page.locator("#campaign-cards").get_by_role("button", name="전체 내려받기(zip)").click()
    assert zipfile.ZipFile(waiting.value.path()).namelist()
    assert owner.refused == []


def test_the_brand_kits_sample_follows_the_form(server: Server, visit: Open) -> None:
    owner = visit("desktop")
    owner.sign_up(server)
    owner.go("shops")
    owner.page.locator("[data-call=edit-shop]").first.click()
    sample = owner.page.locator("#sample img")
    expect(sample).to_be_visible()
    for change in (lambda: owner.page.get_by_label("가게 이름", exact=True).fill("별무리 커피"),
                   lambda: owner.page.locator("#swatches [data-colour='#15803D']").click(),
                   lambda: owner.page.locator("#moods [data-mood=serif]").click()):
        before = str(sample.get_attribute("src"))
        change()
        expect(sample).not_to_have_attribute("src", before)
    logo = io.BytesIO()
    Image.new("RGB", (200, 200), "#B91C1C").save(logo, "PNG")
    owner.page.locator("[data-logo]").set_input_files({"name": "logo.png", "mimeType": "image/png",
                                                       "buffer": logo.getvalue()})
    expect(owner.page.locator("#logo .dot").first).to_be_visible()
    owner.page.locator("#go-shop-save").click()
    expect(owner.page.locator("#shop-cards")).to_contain_text("별무리 커피")
    store = owner.page.evaluate("fetch('api/v1/stores').then(answer => answer.json())")[0]
    assert store["font"] == "serif" and store["brand_colors"] == ["#15803D"] and store["logo_id"]
    assert owner.refused == []


def test_the_sticky_button_covers_no_label(server: Server, visit: Open) -> None:
    """Whatever field has the focus, its label and itself stand clear of the button and of the menu."""
    owner = visit()
    owner.sign_up(server)
    clear = """el => { const label = document.querySelector(`label[for="${el.id}"]`) || el.closest("label") || el;
      const foot = document.querySelector("#ask .foot").getBoundingClientRect(), bar = document.querySelector("#bar");
      const top = bar.getBoundingClientRect().bottom, a = label.getBoundingClientRect(), b = el.getBoundingClientRect();
      return a.top >= top - 1 && b.bottom <= foot.top + 1; }"""
    for name in ("알릴 내용", "가격 (선택)", "기간 (선택)", "어느 가게, 어느 캠페인인가요?"):
        field = owner.page.get_by_label(name, exact=True)
        field.focus()
        owner.page.wait_for_timeout(200)
        assert field.evaluate(clear), name


def test_twice_the_text_size_still_fits(server: Server, visit: Open) -> None:
    owner = visit()
    owner.context.add_init_script(
        "addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; })")
    owner.sign_up(server)
    assert sideways(owner.page) <= 0
    owner.make()
    assert sideways(owner.page) <= 0


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
