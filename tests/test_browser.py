"""The page in a real Chromium, as a shop owner meets it: on a phone and on a desktop."""

import io
import re
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from .conftest import PASSWORD, Server, running
from .visiting import NEWS, SIZES, Open, chromium, pytestmark, sideways, sign_in, visit

__all__ = ["chromium", "pytestmark", "visit"]


@pytest.mark.parametrize("size", SIZES)
def test_from_the_empty_page_to_a_downloaded_ad(server: Server, visit: Open, size: str) -> None:
    owner = visit(size)
    owner.sign_up_by_hand(server)
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
        sign_in(desktop, email)
        expect(desktop.page.locator(".job .place")).to_have_text("바로 다음 차례예요")
        port = server.url.rsplit(":", 1)[1]
    with running(data, GRADIO_SERVER_PORT=port) as server:
        phone.page.goto(f"{server.url}/#ads")
        expect(phone.page.locator(".card")).to_have_count(1)


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app whose jobs nobody takes."""
    with running(tmp_path_factory.mktemp("waiting") / "data", ADGEN_WORKER="external") as one:
        yield one


def test_cancel_keeps_the_words(waiting: Server, visit: Open) -> None:
    owner = visit()
    owner.sign_up(waiting)
    owner.look()
    owner.page.locator("#go-finish").click()
    owner.page.get_by_role("button", name="취소").click()
    expect(owner.page.get_by_label("알릴 내용", exact=True)).to_have_value(NEWS)


def test_cancelled_words_come_back_on_another_device(waiting: Server, visit: Open) -> None:
    phone, desktop = visit(), visit("desktop")
    email = phone.sign_up(waiting)
    phone.page.get_by_label("가격 (선택)", exact=True).fill("4,900원")
    phone.look()
    phone.page.locator("#go-finish").click()
    expect(phone.page.locator(".job .place")).to_have_text("바로 다음 차례예요")
    desktop.page.goto(waiting.url)
    sign_in(desktop, email)
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
        sign_in(owner, email)
        expect(owner.page.get_by_label(words, exact=True)).to_be_visible()


def test_an_ad_that_is_not_there_leads_back_to_the_others(server: Server, visit: Open) -> None:
    owner = visit()
    owner.sign_up(server)
    for number in ("999999", "abc"):
        owner.page.goto(f"{server.url}/#ads/{number}")
        owner.page.wait_for_url("**/#ads")
        expect(owner.page.locator("#note")).to_contain_text("찾는 광고가 없어요")
        expect(owner.page.locator("#sheet .blank")).to_be_visible()
