"""The page without a browser: forms, names, words, and that no listener works for a stranger."""

import ast
import gc
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import httpx
import pytest

from adgen import ui
from adgen.accounts import register
from adgen.channels import TEXTS
from adgen.errors import StoreNotFound
from adgen.forms import AdRequest, ProjectCreate, Register, StoreUpdate
from adgen.services import Services
from adgen.ui import campaigns, create, gate, sheets, shops, texts
from adgen.ui.words import WORDS, say

from .conftest import HASHED, PASSWORD, Server

# Gradio leaves event loops for the garbage collector when it guesses example inputs of gr.api functions.
pytestmark = [pytest.mark.filterwarnings("ignore::ResourceWarning"),
              pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = {
    "me", "list_stores", "get_store", "create_store", "update_store", "delete_store", "list_projects", "get_project",
    "create_project", "update_project", "delete_project", "generate", "submit", "job", "list_jobs", "cancel",
    "list_contents", "get_content", "delete_content", "list_channels", "list_templates", "upload_photo", "list_photos",
    "delete_photo", "candidates", "edit_posters", "zip_link", "list_exports", "check_claims", "build_sms",
    "export_link",
    "write_copy", "edit_text", "get_usage", "optimize_prompt",
}


@pytest.fixture
def page(services: Services) -> Iterator[gr.Blocks]:
    yield ui.build_ui(services)
    gc.collect()


def test_form_keys_are_the_requests_fields() -> None:
    assert [*create.FIELDS] == ["project_id", "ad_description", "image_prompt", "text_in_image", "price",
                                "original_price", "period", "seed", "steps", "width", "height", "channels",
                                "template", "style", "font", "colors", "photo_id", "photo_fix", "ai_label", "badge",
                                "items", "ground"]
    assert {*create.TYPED} <= {*create.FIELDS} <= {*AdRequest.model_fields}
    assert {*shops.FIELDS} == {*StoreUpdate.model_fields} - {"learned"}
    assert [*campaigns.FIELDS] == [*ProjectCreate.model_fields]


def test_the_forms_hold_exactly_their_fields(services: Services) -> None:
    labels = ui.Labels()
    with gr.Blocks():
        assert {*create._form(labels)[0]} == {*create.FIELDS}
        assert {*shops._form(labels)} == {*shops.FIELDS}
        assert {*campaigns._form(labels)} == {*campaigns.FIELDS}


def test_published_endpoints(page: gr.Blocks) -> None:
    info = page.get_api_info()
    assert {name.lstrip("/") for name in info["named_endpoints"]} == PUBLISHED
    assert not info["unnamed_endpoints"]


def test_every_listener_is_published_or_quiet(page: gr.Blocks) -> None:
    for listener in page.fns.values():
        public = listener.api_name in PUBLISHED and listener.api_visibility == "public"
        quiet = listener.api_visibility == "private" and not listener.queue
        assert public or quiet, listener.name


def test_nothing_runs_when_the_page_opens(page: gr.Blocks) -> None:
    """Signed out, an event would answer 401 and paint an error."""
    assert not [fn.name for fn in page.fns.values() for _, event in fn.targets if event == "load"]


def test_published_functions_explain_every_argument(page: gr.Blocks) -> None:
    for listener in page.fns.values():
        if listener.api_visibility != "public":
            continue
        text = listener.fn.__doc__ or ""
        names = [name for name in listener.fn.__annotations__ if name not in ("request", "return")]
        missing = [name for name in names if not re.search(rf"^\s+{name}: \S", text, re.M)]
        assert text and not missing, (listener.api_name, missing)


def stranger(username: str) -> Any:
    return SimpleNamespace(username=username, headers={})


@pytest.mark.parametrize("username", ["", "0", "999", "-1", "x", "1e3", "١"])
def test_acting_refuses_strangers(services: Services, username: str) -> None:
    with pytest.raises(gr.Error) as caught, gate.acting(services, stranger(username)):
        raise AssertionError("a stranger came in")
    assert caught.value.title == "not_signed_in"


def test_every_listener_asks_who_is_calling() -> None:
    """Each handler's first statement is ``with acting(…)`` (or hands on to one that has it)."""
    for name in ("create", "gallery", "shops", "campaigns", "programs", "records", "finishing", "wording", "writing",
                 "__init__"):
        tree = ast.parse((ROOT / f"adgen/ui/{name}.py").read_text())
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                asks = [arg.arg for arg in node.args.args if arg.arg == "request"]
                body = ast.unparse(node)
                shown = any(word in body for word in ("acting(", "looking(", "self._anew(request"))
                assert not asks or shown, f"{name}.{node.name}"


@pytest.mark.parametrize("path", ["run/predict", "queue/join", "call/me", "run/boot", "upload"])
def test_strangers_are_refused_at_every_door(server: Server, path: str) -> None:
    number = len(httpx.get(f"{server.url}/config", timeout=30).json()["dependencies"])
    for fn_index in range(number if path in ("run/predict", "queue/join") else 1):
        body = {"data": [], "fn_index": fn_index, "session_hash": "stranger"}
        answer = httpx.post(f"{server.url}/gradio_api/{path}", json=body, timeout=30)
        assert answer.status_code == 401, (path, fn_index, answer.status_code)


def test_the_page_opens_signed_out(server: Server) -> None:
    answer = httpx.get(server.url, timeout=30)
    assert answer.status_code == 200
    assert '"username": ""' in answer.text or '"username":""' in answer.text


def test_an_error_is_a_sentence_in_the_owners_language(services: Services) -> None:
    with services.writing() as session:
        user = register(session, Register(email="a@example.com", password=PASSWORD, consent=True), HASHED)
        user.language = "en"
        number = f"{user.id}:all"
    with pytest.raises(gr.Error) as caught, gate.acting(services, stranger(number)):
        raise StoreNotFound
    assert caught.value.title == "store_not_found"
    assert caught.value.message == StoreNotFound.en


def test_a_token_that_may_only_look_does_not_act(services: Services) -> None:
    with services.writing() as session:
        user = register(session, Register(email="a@example.com", password=PASSWORD, consent=True), HASHED)
    with gate.looking(services, stranger(f"{user.id}:read")) as who:
        assert who.user_id == user.id
    with pytest.raises(gr.Error) as caught, gate.acting(services, stranger(f"{user.id}:read")):
        raise AssertionError("it acted")
    assert caught.value.title == "not_allowed"
    for name in (str(user.id), f"{user.id}:", f"{user.id}:root"):
        with pytest.raises(gr.Error) as caught, gate.looking(services, stranger(name)):
            raise AssertionError("a stranger came in")
        assert caught.value.title == "not_signed_in"


def test_words_have_both_languages_and_no_jargon() -> None:
    for key, (korean, english) in WORDS.items():
        assert korean and english, key
        assert set(re.findall(r"\{\w+\}", korean)) == set(re.findall(r"\{\w+\}", english)), key
        assert not re.search(r"프롬프트|토큰|NF4|시퀀스", korean), key
    assert say("ads.count", "en", n=3) == "3 ads"


def test_every_word_asked_for_is_known() -> None:
    files = [*(ROOT / "assets/js").glob("*.js"), *(ROOT / "adgen/ui").glob("*.py")]
    sources = "".join(path.read_text() for path in files if path.name != "words.py")
    for pattern in (r"A\.t\(\"([\w.]+)\"[,)]", r"say\(\"([\w.]+)\"[,)]", r"data-w=\"([\w.]+)\""):
        assert {*re.findall(pattern, sources)} <= {*WORDS}


NASTY = "<img src=x onerror=alert(1)>'\"`${alert(1)}{{value}}\\"


def ad(**changes: Any) -> dict[str, Any]:
    picture = {"channel": "instagram_square", "width": 1080, "height": 1080, "url": "/images/a.png?exp=1&sig=2"}
    return {"id": 1, "project_id": 1, "user_prompt": NASTY, "ad_copy": NASTY, "optimized_prompt": NASTY,
            "copy": {"headline": NASTY, "captions": {"instagram": {"text": NASTY, "hashtags": [NASTY]}}},
            "posters": [picture], "image_url": "/images/b.png", "is_success": True, "error_message": NASTY,
            "ai_config": {"engine": NASTY, "engine_reason": NASTY, "width": 1024, "height": 1024, "writer": NASTY,
                          "copy_note": NASTY, "model": NASTY}, "generation_time": 1.0, "created_at": None, **changes}


def test_user_data_is_escaped() -> None:
    pages = [sheets.ad_sheet(ad(), NASTY, "ko"), sheets.ad_sheet(ad(), NASTY, "en"),
             sheets.contact_sheet([ad(), ad(is_success=False)], {1: NASTY}, "ko")]
    for markup in pages:
        assert "<img src=x" not in markup
        assert "${" not in markup and "{{" not in markup and "`" not in markup and "\\" not in markup


def test_every_text_has_one_place_and_its_limits() -> None:
    keys = [key for group in texts.GROUPS.values() for key in group]
    assert sorted(keys) == sorted(TEXTS) and {*texts.limits()} == {*TEXTS}
    assert {f"texts.{name}" for name in texts.GROUPS} <= {*WORDS}
    sms = texts.limits()["sms"]
    assert (sms["limit"], sms["unit"], sms["ko"]) == (90, "bytes", "짧은 문자 (SMS)")
    assert texts.of_channels()["daangn"] == "daangn" and "instagram_story" not in texts.of_channels()


def test_an_ad_of_an_earlier_edition_shows_its_only_text() -> None:
    old = texts.written(ad(copy=None, ad_copy="옛날 글"))
    assert old["captions"] == {"instagram": {"text": "옛날 글", "hashtags": []}} and old["translations"] == {}


def test_the_ai_notice_is_shown_when_ai_took_part() -> None:
    notice = say("ai.notice")
    assert notice in sheets.ad_sheet(ad(ai_generated=True), "가게", "ko")
    assert notice not in sheets.ad_sheet(ad(ai_generated=False), "가게", "ko")


def test_nothing_is_fetched_from_elsewhere() -> None:
    """No address of another host in styles, script or head (namespaces aside)."""
    for path in [*(ROOT / "assets/css").glob("*.css"), *(ROOT / "assets/js").glob("*.js")]:
        found = re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", path.read_text())
        assert not [url for url in found if "w3.org" not in url], path.name


def test_shop_text_becomes_lists() -> None:
    values = dict.fromkeys(shops.FIELDS, "")
    filled = shops._filled({**values, "brand_name": "가게", "trade": "cafe", "brand_colors": "#112233, #445566",
                            "banned_words": " 최고 ,, 최저가"})
    assert filled["brand_colors"] == ["#112233", "#445566"]
    assert filled["banned_words"] == ["최고", "최저가"]
    assert filled["phone"] is None
