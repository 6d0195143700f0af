"""Ads in a real Chromium: looks, photos, edits in place, versions, print, and the page at its edges."""

import http.server
import io
import re
import threading
import zipfile
from functools import partial
from pathlib import Path

import httpx
import pytest
from PIL import Image
from playwright.sync_api import expect

from .conftest import PASSWORD, Server, free_port, running
from .visiting import NEWS, SIZES, Open, chromium, pytestmark, sideways, visit

__all__ = ["chromium", "pytestmark", "visit"]


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
