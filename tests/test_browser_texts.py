"""The words of a finished ad in a real Chromium: changed in place, written again, taken as a headline, learned from."""

import uuid
from typing import Any

import httpx
import pytest
from playwright.sync_api import Locator, expect

from adgen import jobs, leases
from adgen.config import Settings
from adgen.forms import AdRequest
from adgen.services import build_services

from .conftest import PASSWORD, Server
from .visiting import NEWS, Open, Visit, chromium, pytestmark, sideways, visit

__all__ = ["chromium", "pytestmark", "visit"]


def signed_in(server: Server, owner: Visit) -> dict[str, str]:
    """An account with a shop, signed in without the door; the headers that speak for it."""
    email = f"{uuid.uuid4().hex[:12]}@example.com"
    headers = server.register(email)
    form = {"username": email, "password": PASSWORD}
    assert owner.context.request.post(f"{server.url}/login", form=form).ok
    return headers


def with_ad(server: Server, owner: Visit, **fields: Any) -> dict[str, Any]:
    """The same with an ad, which is open."""
    headers = signed_in(server, owner)
    with httpx.Client(base_url=f"{server.url}/api/v1", headers=headers, timeout=60) as client:
        body = {"project_id": client.get("/projects").json()[0]["id"], "ad_description": NEWS, **fields}
        made = client.post("/contents/generate", json=body).json()
        found: dict[str, Any] = client.get(f"/contents/{made['content_id']}").json()
    owner.page.goto(f"{server.url}/#ads/{found['id']}")
    expect(owner.page.locator("#detail .text-pane")).to_be_visible()
    return found


def group(owner: Visit, name: str) -> Locator:
    """The pane of one place to post."""
    owner.page.locator(f"#detail [data-group-of={name}]").click()
    return owner.page.locator("#detail .text-pane")


def kept(owner: Visit, number: int) -> dict[str, Any]:
    """The words of the ad as programs see them."""
    ask = "number => fetch(`api/v1/contents/${number}`).then(answer => answer.json())"
    found: dict[str, Any] = owner.page.evaluate(ask, number)["copy"]
    return found


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_a_text_is_changed_counted_and_saved(server: Server, visit: Open, size: str) -> None:
    owner = visit(size)
    made = with_ad(server, owner)
    pane = owner.page.locator("#detail .text-pane")
    text = pane.locator("[data-text=text]")
    before = str(made["copy"]["captions"]["instagram"]["text"])
    expect(text).to_have_value(before)
    expect(pane.locator("[data-do=textSave]")).to_be_disabled()
    text.fill(before + "\n오늘도 기다릴게요.")
    owner.page.reload()
    expect(text).to_have_value(before + "\n오늘도 기다릴게요.")
    owner.context.set_offline(True)
    pane.locator("[data-do=textSave]").click()
    expect(pane.locator(".why")).to_contain_text("아직 저장하지 못했어요")
    expect(text).to_have_value(before + "\n오늘도 기다릴게요.")
    owner.context.set_offline(False)
    pane.locator("[data-do=textSave]").click()
    expect(owner.page.locator("#note")).to_contain_text("저장했어요")
    owner.page.reload()
    expect(text).to_have_value(before + "\n오늘도 기다릴게요.")
    expect(pane.locator(".by").first).to_contain_text("고쳐서 저장한 글")
    saved = kept(owner, made["id"])["captions"]["instagram"]
    assert saved["text"] == before + "\n오늘도 기다릴게요." and saved["earlier"][0]["text"] == before
    text.fill("가" * 2201)
    expect(pane.locator("[data-part=text] .over")).to_contain_text("넘었어요")
    assert sideways(owner.page) <= 0 and owner.refused == []


def test_a_message_is_counted_as_carriers_count(server: Server, visit: Open) -> None:
    owner = visit()
    with_ad(server, owner)
    pane = group(owner, "sms")
    pane.locator("[data-text=text]").fill("라떼 OK!\n")
    expect(pane.locator("[data-part=text] .count")).to_have_text("9/90바이트")
    pane.locator("[data-text=text]").fill("똠" * 46)
    expect(pane.locator("[data-part=text] .count")).to_have_text("92/90바이트")
    expect(pane.locator("[data-part=text] .over")).to_contain_text("2바이트 넘었어요")
    pane.locator("[data-text=text]").fill("라떼가 나왔어요")
    pane.get_by_role("button", name="광고 문자로 완성하기").click()
    expect(owner.page.locator("#detail [data-sms=body]")).to_have_value("라떼가 나왔어요")


def test_a_shorter_text_can_be_taken_back(server: Server, visit: Open) -> None:
    owner = visit()
    made = with_ad(server, owner)
    pane = group(owner, "daangn")
    text, before = pane.locator("[data-text=text]"), str(made["copy"]["captions"]["daangn"]["text"])
    pane.get_by_role("button", name="더 짧게").click()
    expect(pane.get_by_role("button", name="되돌리기")).to_be_visible()
    assert 0 < len(text.input_value()) < len(before)
    assert kept(owner, made["id"])["captions"]["daangn"]["text"] == before
    pane.get_by_role("button", name="되돌리기").click()
    expect(text).to_have_value(before)
    expect(pane.locator("[data-do=textSave]")).to_be_disabled()
    assert owner.refused == []


def test_a_review_is_answered(server: Server, visit: Open) -> None:
    owner = visit()
    made = with_ad(server, owner)
    pane = group(owner, "reply")
    pane.get_by_role("button", name="답글 쓰기").click()
    expect(pane.locator(".why").first).to_have_text("후기를 먼저 붙여 넣어 주세요.")
    pane.get_by_label("손님이 남긴 후기").fill("라떼가 부드럽고 사장님이 친절하셔서 또 올게요!")
    pane.get_by_role("button", name="답글 쓰기").click()
    reply = pane.locator("[data-text=text]")
    expect(reply).to_be_visible()
    assert 10 < len(reply.input_value()) <= 300
    pane.locator("[data-do=textSave]").click()
    expect(owner.page.locator("#note")).to_contain_text("저장했어요")
    assert kept(owner, made["id"])["captions"]["review_reply"]["text"]
    assert owner.refused == []


def test_copied_words_come_as_they_are_posted(server: Server, visit: Open) -> None:
    owner = visit("desktop")
    made = with_ad(server, owner)
    owner.context.grant_permissions(["clipboard-read", "clipboard-write"])
    caption = made["copy"]["captions"]["instagram"]
    owner.page.locator("#detail [data-do=textCopyAll]").click()
    expect(owner.page.locator("#note")).to_have_text("복사했어요.")
    tags = " ".join(f"#{tag}" for tag in caption["hashtags"])
    assert owner.page.evaluate("navigator.clipboard.readText()") == f"{caption['text']}\n\n{tags}"


def test_a_headline_is_taken_with_one_tap(server: Server, visit: Open) -> None:
    owner = visit("desktop")
    made = with_ad(server, owner)
    headlines = made["copy"]["headlines"]
    assert len({row["angle"] for row in headlines}) == 3
    other = next(row["text"] for row in headlines if row["text"] != made["copy"]["headline"])
    chip = owner.page.locator("#detail .angle", has_text=other).first
    expect(chip).to_have_attribute("aria-pressed", "false")
    chip.click()
    expect(owner.page.locator("#detail [data-line=headline]")).to_have_value(other)
    expect(chip).to_have_attribute("aria-pressed", "true")
    owner.page.locator("#detail [data-do=keepEdit]").click()
    expect(owner.page.locator("#detail .version")).to_contain_text("고친 판")
    assert owner.ad()["copy"]["headline"] == other


def test_translated_lines_become_a_poster(server: Server, visit: Open) -> None:
    owner = visit("desktop")
    with_ad(server, owner)
    japanese = group(owner, "abroad").locator("[data-language=ja]")
    headline = japanese.locator("dd").first.inner_text()
    japanese.get_by_role("button", name="이 말로 포스터 만들기").click()
    expect(owner.page.locator("#detail [data-line=headline]")).to_have_value(headline)
    expect(owner.page.locator("#detail .ad-notes")).not_to_contain_text("글자")
    owner.page.locator("#detail [data-do=keepEdit]").click()
    expect(owner.page.locator("#detail .version")).to_contain_text("고친 판")
    assert owner.ad()["copy"]["headline"] == headline and owner.refused == []


def test_a_stated_ground_is_printed_and_the_changed_english_is_painted(server: Server, visit: Open) -> None:
    owner = visit()
    signed_in(server, owner)
    owner.page.goto(server.url)
    page, ground = owner.page, "2026년 10월, 우리 동네 카페 판매량 기준"
    mine = "A warm latte on an old wooden table, soft autumn window light, no text"
    page.get_by_label("알릴 내용", exact=True).fill("국내 최고의 고구마 라떼가 나왔어요.")
    page.locator("#ask .care").get_by_role("button", name="근거 적기").click()
    expect(page.locator("#field-ground input, #field-ground textarea")).to_be_focused()
    page.keyboard.type(ground)
    expect(page.locator("#ask .care").get_by_role("button", name="근거 적기")).to_have_count(0)
    korean, english = (page.get_by_label(name, exact=True) for name in ("그림 설명", "영어 그림 설명"))
    korean.fill("아이유가 우리 라떼를 마시는 사진")
    expect(page.locator("#why-image_prompt")).to_be_visible()
    korean.fill("나무 탁자 위 라떼 한 잔")
    expect(english).not_to_have_value("")
    expect(page.locator("#why-image_prompt")).to_have_count(0)
    english.fill(mine)
    expect(page.locator("#english .count")).to_contain_text("/256")
    page.locator("#go-make").click()
    expect(page.locator("#looks .look[role=radio]")).to_have_count(4)
    owner.finish()
    made = owner.ad()
    assert made["copy"]["small_print"] == f"※ {ground}" and str(made["optimized_prompt"]).startswith(mine[:40])
    assert [url for url in owner.refused if not url.endswith("/prompts")] == []


def test_the_words_appear_while_they_are_written(server: Server, visit: Open) -> None:
    """This test is the job's worker, so that it can stop in the middle of a sentence."""
    owner = visit()
    headers = signed_in(server, owner)
    with httpx.Client(base_url=f"{server.url}/api/v1", headers=headers, timeout=60) as client:
        user, project = client.get("/users/me").json()["id"], client.get("/projects").json()[0]["id"]
    services = build_services(Settings(_env_file=None, ADGEN_DATA_DIR=server.data_dir))
    with services.writing() as session:
        form = AdRequest(project_id=project, ad_description=NEWS)
        made = jobs.enqueue(session, user, form.model_dump(), None, 5)
        claim = leases.claim(session, "a worker of the test", leases.Terms(120, 3))
        assert claim and claim.job_id == made.id
        leases.report(session, claim, {"words": "가을 한정"})
    owner.page.goto(server.url)
    card, written = owner.page.locator(".job"), owner.page.locator(".job .written")
    expect(written).to_have_text("가을 한정")
    before = card.bounding_box()
    with services.writing() as session:
        leases.report(session, claim, {"words": "가을 한정 고구마 라떼\n" + "포근한 한 잔을 만나 보세요.\n" * 20})
    expect(written).to_contain_text("가을 한정 고구마 라떼")
    after = card.bounding_box()
    assert before and after and before["height"] == after["height"]
    with services.writing() as session:
        leases.end_cancelled(session, claim)
    services.database.dispose()
    expect(owner.page.get_by_label("알릴 내용", exact=True)).to_have_value(NEWS)


def test_the_owners_voice_is_kept_and_forgotten(server: Server, visit: Open) -> None:
    owner = visit("desktop")
    made = with_ad(server, owner)
    owner.page.locator("#detail [data-text=text]").fill("고구마 라떼 나왔슴다. 얼른 오셔요!")
    owner.page.locator("#detail [data-do=textSave]").click()
    expect(owner.page.locator("#note")).to_contain_text("이 말투를 따라")
    owner.go("shops")
    owner.page.locator("[data-call=edit-shop]").first.click()
    expect(owner.page.locator("#learned li")).to_contain_text("나왔슴다")
    owner.page.get_by_label("내 말투 예시 (선택)").fill("오늘도 갓 구웠슴다!\n놀러 오셔요.")
    owner.page.locator("#tones").get_by_role("button", name="유쾌하게").click()
    owner.page.locator("#learned [data-do=forget]").click()
    expect(owner.page.locator("#learned li")).to_have_count(0)
    owner.page.locator("#go-shop-save").click()
    expect(owner.page.locator("#shop-cards")).to_be_visible()
    store = owner.page.evaluate("fetch('api/v1/stores').then(answer => answer.json())")[0]
    assert store["samples"] == ["오늘도 갓 구웠슴다!", "놀러 오셔요."] and store["learned"] == []
    assert store["brand_tone"] == "유쾌하게" and made["project_id"] and owner.refused == []
