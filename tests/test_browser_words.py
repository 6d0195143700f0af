"""Words that need care, and the text message, in a real Chromium."""

import pytest
from playwright.sync_api import expect

from .conftest import Server
from .visiting import Open, chromium, pytestmark, sideways, visit

__all__ = ["chromium", "pytestmark", "visit"]


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_words_that_need_care_are_marked_while_the_owner_types(server: Server, visit: Open, size: str) -> None:
    owner = visit(size)
    owner.sign_up(server)
    page, news = owner.page, owner.page.get_by_label("알릴 내용", exact=True)
    news.fill("☕ 국내 최초의 라떼가 나왔어요. 면역력에 좋아요.")
    care = page.locator("#ask .care")
    expect(care.locator("mark")).to_have_text(["국내 최초의", "면역력에 좋아요"])
    expect(care).to_contain_text("법률 자문이 아니에요")
    assert sideways(page) <= 0
    care.get_by_role("button", name="이렇게 바꾸기").click()
    expect(news).to_have_value("☕ 새로운 라떼가 나왔어요. 면역력에 좋아요.")
    expect(care.locator("mark")).to_have_text(["면역력에 좋아요"])
    news.fill("오늘 최고기온이 33도래요. 아이스 라떼 어떠세요?")
    expect(care).to_be_empty()
    assert owner.refused == []


def test_an_edited_line_is_looked_at_too(server: Server, visit: Open) -> None:
    owner = visit("desktop")
    owner.sign_up(server)
    owner.make()
    line = owner.page.locator(".edit [data-line=headline]")
    line.fill("최고의 라떼 한 잔")
    care = owner.page.locator(".edit .care")
    expect(care.locator("mark")).to_have_text("최고의")
    care.get_by_role("button", name="이렇게 바꾸기").click()
    expect(line).to_have_value("자신 있는 라떼 한 잔")
    expect(care).to_be_empty()


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_the_ads_words_become_a_text_message(server: Server, visit: Open, size: str) -> None:
    owner = visit(size)
    owner.sign_up(server)
    owner.make()
    page = owner.page
    page.locator("details.sms summary").click()
    pane, copy = page.locator(".sms-pane"), page.get_by_role("button", name="문자 복사")
    texts = owner.ad()["copy"]["captions"]
    expect(pane.locator("[data-sms=body]")).to_have_value(texts["sms"]["text"])
    expect(pane.locator(".sms-missing li")).to_have_count(2)
    expect(copy).to_be_disabled()
    pane.locator("[data-sms=body]").fill("가을 한정 라떼가 나왔어요 👉 4,900원")
    pane.get_by_label("연락처").fill("02-123-4567")
    pane.get_by_label("무료 수신거부 번호").fill("080-123-4567")
    expect(copy).to_be_enabled()
    expect(pane.locator(".sms-text")).to_have_text(
        "(광고)달무리 커피\n가을 한정 라떼가 나왔어요 ▶ 4,900원\n02-123-4567\n무료수신거부 080-123-4567")
    expect(pane.locator(".sms-swaps")).to_contain_text("‘👉’ → ‘▶’")
    expect(pane.locator(".sms-count")).to_contain_text("/2,000바이트 · 긴 문자")
    expect(pane.locator(".sms-reminders")).to_contain_text("미리 수신에 동의한")
    assert sideways(page) <= 0
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy.click()
    assert page.evaluate("navigator.clipboard.readText()").startswith("(광고)달무리 커피")
    owner.go("ads")
    page.locator(".card .open").click()
    page.locator(".ad:visible details.sms summary").click()
    expect(page.locator(".ad:visible [data-sms=opt_out]")).to_have_value("080-123-4567")
    assert owner.refused == []
